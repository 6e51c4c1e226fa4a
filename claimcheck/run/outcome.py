"""What became of one input."""

from pathlib import Path

from attrs import frozen

from claimcheck.check import Report
from claimcheck.errors import ClaimcheckError

__all__ = ["Outcome", "Written"]


@frozen
class Outcome:
    """What became of one input: a report, or the error that kept it from being read.

    `name` is the path as it was given, or found below a folder that was given; "<stdin>" for standard input
    without a `--stdin-filename`.
    """

    name: str
    report: Report | None = None
    error: ClaimcheckError | None = None


@frozen
class Written:
    """What there is to write of one input, as the caller's `Render` made it; path None is standard input."""

    name: str
    path: Path | None
    pieces: bytes
    error: ClaimcheckError | None = None
