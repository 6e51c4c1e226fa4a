"""What an output format is: a head, items for each input, a tail. Formats stream; none holds all inputs."""

from collections import Counter
from collections.abc import Callable, Iterator

from attrs import define, field, frozen

from claimcheck.model import Severity
from claimcheck.run import Outcome

__all__ = ["Format", "Settings", "Tally"]


@frozen
class Settings:
    """What the person at the terminal decides: colours, width in columns, and whether to show the reasons."""

    color: bool = False
    width: int = 100
    explain: bool = False

    def paint(self, text: str, style: str) -> str:
        """The text in a style ("bold red") as the terminal should get it; as it is for files and pipes."""
        return _painted(text, style) if self.color and text else text


def _painted(text: str, style: str) -> str:
    """Colours by rich, which is imported only where there is something to colour."""
    from rich.color import ColorSystem  # noqa: PLC0415
    from rich.style import Style  # noqa: PLC0415

    return Style.parse(style).render(text, color_system=ColorSystem.STANDARD)


@define
class Tally:
    """Counts over all inputs so far, and what could not be read: (name, message) in order."""

    files: int = 0
    claims: Counter[str] = field(factory=Counter)
    diagnostics: Counter[Severity] = field(factory=Counter)
    codes: Counter[str] = field(factory=Counter)
    failures: list[tuple[str, str]] = field(factory=list)

    def add(self, outcome: Outcome) -> None:
        """Count one more input."""
        self.files += 1
        if outcome.error is not None:
            self.failures.append((outcome.name, str(outcome.error)))
        if outcome.report is not None:
            self.claims.update(claim.kind for claim in outcome.report.claims)
            self.diagnostics.update(each.severity for each in outcome.report.diagnostics)
            self.codes.update(each.code for each in outcome.report.diagnostics)

    def include(self, other: "Tally") -> None:
        """Count what another has counted."""
        self.files += other.files
        self.claims.update(other.claims)
        self.diagnostics.update(other.diagnostics)
        self.codes.update(other.codes)
        self.failures += other.failures


def _nothing(_: object) -> str:
    return ""


@frozen
class Format:
    """One way to write a report.

    `items` turns one input into pieces of text, each complete in itself; `separator` stands between any two
    pieces of the whole report, `head` before the first and `tail` behind the last.
    """

    items: Callable[[Outcome, Settings], Iterator[str]]
    head: Callable[[Settings], str] = _nothing
    tail: Callable[[Tally], str] = _nothing
    separator: str = ""
