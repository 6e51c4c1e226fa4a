"""Tables in a text, as the readers lay them out and as people type them: rows are lines, cells have signs.

The readers join cells with " | "; plain text has that, tabs, or columns aligned by two blanks and more.
Between bars and tabs a cell may be empty.
"""

from collections.abc import Iterator
from functools import cached_property
from itertools import zip_longest

import regex
from attrs import frozen

from claimcheck.model import Span

__all__ = ["Table", "tables"]

_LINE = regex.compile(r"[^\r\n]++")
_RULE = regex.compile(r"[\s|:+=-]*+")  # the line below the heading of a Markdown table
_GRID = regex.compile(
    r"\s*+ \+ (?: [-=]++ \+ )++ \s*+", regex.VERBOSE
)  # between the rows of one in reStructuredText
_SIGNS = ("|", "\t", "  ")
_ALIGNED = regex.compile(r"\S++(?:\x20\S++)*+")
_COUPLE = 2
_BLANK = " \r\n\f\v"


@frozen
class Table:
    """Rows of cells, blanks at their edges left out. The first row may be a heading or not.

    `counted`: an empty cell has its place in its row, so that a row which is short only lacks its end.
    """

    rows: tuple[tuple[Span, ...], ...]
    counted: bool = False

    @cached_property
    def width(self) -> int:
        """The most cells of a row."""
        return max(map(len, self.rows))

    def column(self, row: tuple[Span, ...], index: int) -> int | None:
        """Which cell of the first row stands above cell `index` of a row; None where nobody can tell.

        Where empty cells are left out, only full rows count. A first row that is one short lacks the corner
        above the names of the rows, which is where most headings have their empty cell.
        """
        short = self.width - len(self.rows[0])
        sure = len(row) == self.width or (self.counted and not short)
        return index - short if sure and short in (0, 1) and index >= short else None

    @cached_property
    def filled(self) -> "Table":
        """The same with empty cells at the end of the first row, as a heading over several columns leaves."""
        end = self.rows[0][-1].end
        rest = (Span(end, end),) * (self.width - len(self.rows[0]))
        return Table(((*self.rows[0], *rest), *self.rows[1:]), self.counted)

    @cached_property
    def turned(self) -> "Table":
        """The same with rows for columns: what is in a table whose headings stand at the left."""
        end = self.rows[-1][-1].end
        rows = zip_longest(*self.rows, fillvalue=Span(end, end))
        return Table(tuple(rows), self.counted)


def tables(text: str) -> Iterator[Table]:
    """Every run of lines with two cells and more, in reading order. Time is linear."""
    if not any(sign in text for sign in _SIGNS):
        return
    rows: list[tuple[Span, ...]] = []
    last, end = "", 0
    for line in _LINE.finditer(text):
        sign = next((each for each in _SIGNS if each in line.group().strip(_BLANK)), "")
        if not sign and _GRID.fullmatch(line.group()):
            sign = last
        goes_on = sign == last and text.count("\n", end, line.start()) < _COUPLE
        end = line.end()
        if goes_on and _RULE.fullmatch(line.group()):
            continue
        if rows and not goes_on:
            yield _table(rows, last)
            rows = []
        last = sign
        cells = tuple(_cells(text, line.start(), end, sign))
        if len(cells) >= _COUPLE and any(each.end > each.start for each in cells):
            rows.append(cells)
    if rows:
        yield _table(rows, last)


def _table(rows: list[tuple[Span, ...]], sign: str) -> Table:
    """A table, without a first column that is empty throughout."""
    counted = sign in _SIGNS[:2]
    if counted and all(row[0].start == row[0].end for row in rows) and all(len(row) > 1 for row in rows):
        rows = [row[1:] for row in rows]
    return Table(tuple(rows), counted)


def _cells(text: str, start: int, end: int, sign: str) -> Iterator[Span]:
    if sign not in _SIGNS[:2]:
        for cell in _ALIGNED.finditer(text, start, end) if sign else ():
            yield Span(*cell.span())
        return
    stop = start + len(text[start:end].rstrip())
    if sign == "|":  # bars at both edges are a border; one behind a blank follows an empty cell
        start += text.startswith("|", start)
        stop -= text.endswith("|", start, stop)
    while start <= stop:
        edge = text.find(sign, start, stop)
        edge = stop if edge < 0 else edge
        inside = text[start:edge]
        first = start + len(inside) - len(inside.lstrip())
        yield Span(min(first, edge), max(min(first, edge), start + len(inside.rstrip())))
        start = edge + 1
