"""Where a row stands, so that an error can say so."""

from pathlib import Path

from attrs import frozen

from claimcheck.errors import LexiconError
from claimcheck.tables import FOLDER

__all__ = ["Place"]


@frozen
class Place:
    """Where a row stands: a data file, or the configuration that added it (`file` is None).

    The row is the first with `key` after the `nth` line that is `header`.
    """

    file: Path | None
    key: str
    header: str = ""
    nth: int = 0

    def __str__(self) -> str:
        if self.file is None:
            return f"units.{self.key}"
        return f"{self.short}:{self.line}"

    @property
    def short(self) -> str:
        """The file's name from `lexicon/` on, or the whole path of a file elsewhere."""
        file = self.file or Path("units")
        return f"lexicon/en/{file.name}" if file.parent == FOLDER else str(file)

    @property
    def line(self) -> int:
        """The line on which the row begins, from 1; worked out only when somebody asks."""
        if self.file is None:
            return 0
        starts = (f"{self.key} =", f'"{self.key}" =', f"{self.key}=", f'"{self.key}"=')
        lines = self.file.read_text(encoding="utf-8").splitlines()
        headers = [number for number, text in enumerate(lines, 1) if text.strip() == self.header]
        first = headers[self.nth] if self.nth < len(headers) else 0
        rows = (number for number, text in enumerate(lines, 1) if number > first and text.startswith(starts))
        return next(rows, max(first, 1))

    def error(self, message: str) -> LexiconError:
        """An error at this place."""
        return LexiconError(f"{self}: {message}")

    def seen_from(self, other: "Place") -> str:
        """This place as an error at another one names it: "line 88", or file and line."""
        return f"line {self.line}" if self.file == other.file and self.file else str(self)
