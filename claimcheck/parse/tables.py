"""Tables in a text, as the readers lay them out and as people type them: rows are lines, cells have signs.

The readers join cells with " | "; plain text has that, tabs, or columns aligned by two blanks and more.
"""

from collections.abc import Iterator
from functools import cached_property

import regex
from attrs import frozen

from claimcheck.model import Span

__all__ = ["Table", "tables"]

_LINE = regex.compile(r"[^\r\n]++")
_RULE = regex.compile(r"[\s|:+=-]*+")  # the line below the heading of a Markdown table
_CELLS = {
    "|": regex.compile(r"[^|\s][^|]*+"),
    "\t": regex.compile(r"[^\t\s][^\t]*+"),
    "  ": regex.compile(r"\S++(?:\x20\S++)*+"),
}
_COUPLE = 2


@frozen
class Table:
    """Rows of cells, blanks at their edges left out. The first row may be a heading or not."""

    rows: tuple[tuple[Span, ...], ...]

    @cached_property
    def width(self) -> int:
        """The most cells of a row."""
        return max(map(len, self.rows))

    def column(self, row: tuple[Span, ...], index: int) -> int | None:
        """Which cell of the first row stands above cell `index` of a row; None where nobody can tell.

        The readers leave empty cells out, so only full rows count. A first row that is one short lacks the
        corner above the names of the rows, which is where most headings have their empty cell.
        """
        short = self.width - len(self.rows[0])
        return index - short if len(row) == self.width and short in (0, 1) and index >= short else None


def tables(text: str) -> Iterator[Table]:
    """Every run of lines with two cells and more, in reading order. Time is linear."""
    if not any(sign in text for sign in _CELLS):
        return
    rows: list[tuple[Span, ...]] = []
    last, end = "", 0
    for line in _LINE.finditer(text):
        sign = next((each for each in _CELLS if each in line.group().strip()), "")
        goes_on = sign == last and text.count("\n", end, line.start()) < _COUPLE
        end = line.end()
        if sign and goes_on and _RULE.fullmatch(line.group()):
            continue
        if rows and not goes_on:
            yield Table(tuple(rows))
            rows = []
        last = sign
        cells = tuple(_cells(text, line.start(), end, sign))
        if len(cells) >= _COUPLE:
            rows.append(cells)
    if rows:
        yield Table(tuple(rows))


def _cells(text: str, start: int, end: int, sign: str) -> Iterator[Span]:
    for cell in _CELLS[sign].finditer(text, start, end) if sign else ():
        yield Span(cell.start(), cell.start() + len(cell.group().rstrip()))
