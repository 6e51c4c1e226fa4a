"""The source line with carets underneath, windowed where the line is a whole paragraph."""

from collections.abc import Iterator

from attrs import frozen

from claimcheck.model import Span
from claimcheck.report.cells import Cell, cells
from claimcheck.text import Document

__all__ = ["Excerpt", "excerpts"]

_ELLIPSIS: Cell = ("…", 1)
_LINES = 3
_REACH = 3
"""Widths of the window on each side in which a line is looked at: one that is a whole book costs no more."""


@frozen
class Excerpt:
    """One line of source: its number, what of it is shown, where the carets start, and how many."""

    line: int
    shown: str
    indent: int
    carets: int


def excerpts(document: Document, span: Span, width: int) -> Iterator[Excerpt | None]:
    """The lines that hold a span, each at most `width` columns wide; None stands for lines left out."""
    source = document.source_span(span)
    lines = document.lines
    first = lines.position(source.start).line
    last = lines.position(max(source.end - 1, source.start)).line
    numbers: list[int | None] = list(range(first, last + 1))
    if len(numbers) > _LINES:
        numbers = [first, None, last]
    for number in numbers:
        if number is None:
            yield None
            continue
        start, text = lines.line_start(number), lines.line(number)
        ours = min(max(source.start - start, 0), len(text)), min(max(source.end - start, 0), len(text))
        if text.strip() or first == last:
            yield _excerpt(number, text, Span(*ours), width)


def _excerpt(number: int, line: str, span: Span, width: int) -> Excerpt:
    reach = width * _REACH
    first, last = max(span.start - reach, 0), min(span.start + reach, len(line))
    text, span = line[first:last], Span(span.start - first, min(span.end, last) - first)
    row = cells(text)
    left, right = _window(text, row, span, width)
    cut = first > 0 or left > 0, last < len(line) or right < len(row)
    shown = [*([_ELLIPSIS] if cut[0] else []), *row[left:right], *([_ELLIPSIS] if cut[1] else [])]
    indent = sum(columns for _, columns in row[left : span.start]) + (1 if cut[0] else 0)
    carets = sum(columns for _, columns in row[span.start : min(span.end, right)])
    return Excerpt(number, "".join(character for character, _ in shown).rstrip(), indent, max(carets, 1))


def _window(text: str, row: list[Cell], span: Span, width: int) -> tuple[int, int]:
    """The characters to show: the span, and as many of the words around it as fit."""
    if sum(columns for _, columns in row) <= width - 2:
        return 0, len(row)
    room = width - 2 - sum(columns for _, columns in row[span.start : span.end])
    left, before = span.start, max(room, 0) // 2
    while left and before >= row[left - 1][1]:
        left -= 1
        before -= row[left][1]
    right, rest = left, width - 2
    while right < len(row) and rest >= row[right][1]:
        rest -= row[right][1]
        right += 1
    while right == len(row) and left and rest >= row[left - 1][1]:
        left -= 1
        rest -= row[left][1]
    return _to_word(text, left, span.start), _to_word(text, right, span.end, backwards=True)


def _to_word(text: str, index: int, limit: int, *, backwards: bool = False) -> int:
    """The nearest word edge from `index` towards the span, or `index` where there is none."""
    if index in (0, len(text)):
        return index
    found = text.rfind(" ", limit, index) if backwards else text.find(" ", index, limit)
    if found < 0:
        return index
    return found if backwards else found + 1
