"""What there is to do for one input."""

from pathlib import Path

from attrs import field, frozen

from claimcheck.errors import ClaimcheckError
from claimcheck.model import Config

__all__ = ["Task"]


@frozen
class Task:
    """One thing to read and the configuration that holds for it; path None is standard input.

    `error` says why it cannot be read, where that is known before.
    """

    name: str
    path: Path | None
    config: Config = field(factory=Config)
    error: ClaimcheckError | None = None

    @property
    def suffix(self) -> str:
        """What says the format of the file."""
        return Path(self.name).suffix
