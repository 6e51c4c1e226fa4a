"""Conversions in tables: two columns of one heading, or neighbouring cells, state one thing twice."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache

import regex
from attrs import frozen

from claimcheck.lexicon import Lexicon
from claimcheck.lexicon.restatement import restatement
from claimcheck.lexicon.thresholds import pairing
from claimcheck.model import Conversion, Quantity, Relation, Span
from claimcheck.parse.quantity.columns import headed
from claimcheck.parse.quantity.grammar import grammar
from claimcheck.parse.quantity.headings import Heading, heading
from claimcheck.parse.quantity.scene import Scene
from claimcheck.parse.restatement.comparable import compare, family
from claimcheck.parse.tables import Table, tables

__all__ = ["conversions_in_tables"]

_TENS = tuple(Fraction(10) ** power for power in (-3, -2, -1, 1, 2, 3))
_MOST_COLUMNS = 24  # wider tables hold series, and pairs of columns grow with the square
_COUPLE = 2
_SIGNS = "~≈±<>≤≥ "
_NOTE = regex.compile(r"\s*+ (?: \[ \w{1,3} \] | [*†‡§]++ )?+", regex.VERBOSE)


@frozen
class _Pair:
    """The quantities of one row in two columns."""

    one: Quantity
    two: Quantity
    off: Fraction
    ratios: tuple[Fraction, ...]

    @property
    def is_slipped(self) -> bool:
        """Whether nothing but the decimal point parts the figures: 50 km | 3 miles."""
        return any(abs(ratio * ten - 1) <= pairing().adjacent for ratio in self.ratios for ten in _TENS)


def conversions_in_tables(
    text: str, quantities: Sequence[Quantity], lexicon: Lexicon
) -> Iterator[Conversion]:
    """The conversions whose sides stand in cells of their own, in reading order; a row at a time."""
    index = 0
    for table in tables(text):
        start, end = table.rows[0][0].start, table.rows[-1][-1].end
        while index < len(quantities) and quantities[index].span.start < start:
            index += 1
        inside = index
        while index < len(quantities) and quantities[index].span.start < end:
            index += 1
        if index - inside >= _COUPLE and table.width <= _MOST_COLUMNS:
            yield from _of_table(text, table, quantities[inside:index], lexicon)


def _of_table(
    text: str, table: Table, quantities: Sequence[Quantity], lexicon: Lexicon
) -> Iterator[Conversion]:
    table, heads = headed(text, table, grammar(lexicon))
    if table.width > _MOST_COLUMNS:
        return
    cells = _cells(text, table, quantities)
    named = len(table.rows) > 1 and not any(row == 0 for row, _ in cells)
    columns = _headings(text, table, heads, lexicon) if named else [None] * table.width
    roots: dict[int, int] = {}  # a column and the one to the left of it that it restates
    alone: list[tuple[int, int]] = []
    for two in range(1, table.width):
        for one in range(two - 1, -1, -1):
            words = (columns[one], columns[two])
            adjacent = all(each in roots for each in range(one + 1, two))
            if one in roots or words[0] != words[1] or not (words[0] or adjacent):
                continue
            pairs = [
                pair
                for row in range(len(table.rows))
                if (pair := _pair(cells.get((row, one)), cells.get((row, two)))) is not None
            ]
            if _restates(pairs, words[1]):
                roots[two] = one
                break
            if words[0] is None and any(pair.off <= pairing().adjacent for pair in pairs):
                alone.append((one, two))
    found = [each for row in range(len(table.rows)) for each in _of_row(row, cells, roots, alone)]
    yield from sorted(found, key=lambda each: each.span)


def _of_row(
    row: int, cells: dict[tuple[int, int], Quantity], roots: dict[int, int], alone: list[tuple[int, int]]
) -> Iterator[Conversion]:
    found: dict[int, list[Quantity]] = {}
    for two, one in roots.items():
        if _pair(cells.get((row, one)), cells.get((row, two))) is not None:
            found.setdefault(one, []).append(cells[row, two])
    for one, two in alone:
        pair = _pair(cells.get((row, one)), cells.get((row, two)))
        if pair is not None and pair.off <= pairing().adjacent:
            found.setdefault(one, []).append(pair.two)
    for one, restated in sorted(found.items()):
        stated = cells[row, one]
        yield Conversion(stated.span.to(restated[-1].span), stated, tuple(restated), Relation.TABLE)


def _cells(text: str, table: Table, quantities: Sequence[Quantity]) -> dict[tuple[int, int], Quantity]:
    """The cells that hold one quantity and nothing else, by row and column."""
    found: dict[tuple[int, int], Quantity] = {}
    starts = [each.span.start for each in quantities]
    for number, row in enumerate(table.rows):
        for column, cell in enumerate(row):
            inside = quantities[bisect_left(starts, cell.start) : bisect_left(starts, cell.end)]
            if len(inside) == 1 and inside[0].unit is not None and _fills(text, cell, inside[0]):
                found[number, column] = inside[0]
    return found


def _fills(text: str, cell: Span, quantity: Quantity) -> bool:
    """Whether a cell holds a quantity and nothing else but its hedges and the mark of a note."""
    spans = (quantity.span, *(each.span for each in quantity.modifiers))
    start, end = min(each.start for each in spans), max(each.end for each in spans)
    if text[cell.start : start].strip(_SIGNS) or end > cell.end:
        return False
    return _NOTE.fullmatch(text, end, cell.end) is not None


def _pair(one: Quantity | None, two: Quantity | None) -> _Pair | None:
    comparison = compare(one, two) if one is not None and two is not None else None
    if one is None or two is None or comparison is None or comparison.same or comparison.twin:
        return None
    ratios = tuple(comparison.ratios(one, two))
    return _Pair(one, two, min(abs(ratio - 1) for ratio in ratios), ratios) if ratios else None


def _restates(pairs: Sequence[_Pair], words: str | None) -> bool:
    """Whether a column restates another, whatever its single figures say.

    Two columns of one heading do in metric and customary units; where the heading is nothing but a unit or
    system, half of the figures must agree, otherwise most. Without a heading they must lie nearer, or, in a
    row alone, differ by a power of ten.
    """
    if not pairs:
        return False
    crossing = all(
        family(pair.one.unit) != family(pair.two.unit) for pair in pairs if pair.one.unit and pair.two.unit
    )
    near = sum(pair.off <= (pairing().adjacent if words is None else pairing().worded) for pair in pairs)
    if words and crossing:
        return True
    if len(pairs) == 1:
        return bool(near) or (crossing and pairs[0].is_slipped)
    if words is not None and crossing:
        return near * 2 >= len(pairs)
    return near >= _COUPLE and near * 2 > len(pairs)


def _headings(text: str, table: Table, heads: Sequence[Heading], lexicon: Lexicon) -> list[str | None]:
    """The headings of the columns without units and names of systems of units; None where none is sure."""
    rules = grammar(lexicon)
    head, short = table.rows[0], table.width - len(table.rows[0])
    found = heads or [heading(Scene(text, rules.contexts), rules.units, cell) for cell in head]
    if short > 1 or (short and not any(each.units for each in found)):
        return [None] * table.width
    return [*([""] * short), *(" ".join(_systems().sub(" ", each.words).split()) for each in found)]


@cache
def _systems() -> "regex.Pattern[str]":
    return regex.compile(
        r"(?<!\w) (?: \L<systems> ) (?!\w)", regex.VERBOSE, systems=list(restatement().systems)
    )
