"""Bare figures of a table get the unit that the heading of their column gives."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

import regex
from attrs import evolve

from claimcheck.lexicon import Lexicon
from claimcheck.model import Quantity, Span
from claimcheck.parse.quantity import modifiers
from claimcheck.parse.quantity.build import quantities_of
from claimcheck.parse.quantity.chain import read_chain
from claimcheck.parse.quantity.grammar import Grammar, grammar
from claimcheck.parse.quantity.headings import Heading, heading, shared
from claimcheck.parse.quantity.scene import Scene
from claimcheck.parse.quantity.term import Reader
from claimcheck.parse.quantity.units import Match
from claimcheck.parse.tables import Table, tables

__all__ = ["headed", "with_headings"]

_BEFORE = regex.compile(r"[^\d(\[/½⅓⅔¼¾−–+-]*+")
_MOST = 64  # columns and rows of a table with headings at the left; a larger one has them above
_SIGNS = "~≈±<>≤≥([/ "
_WALLS = str.maketrans("\r\n\t", "|||")  # a figure at the end of a row has no unit from the next
_SECOND = regex.compile(r"\s*+ [(\[/] \s*+", regex.VERBOSE)
_REST = regex.compile(r"[)\]]?+ \s*+ (?: \[ \w{1,3} \] | [*†‡§¹²³]++ )?+", regex.VERBOSE)


def with_headings(text: str, quantities: Iterable[Quantity], lexicon: Lexicon) -> Iterator[Quantity]:
    """The quantities of a text in reading order, the bare figures of headed columns with their units."""
    found = [*tables(text)]
    walled = text.translate(_WALLS).replace("  ", "||") if found else text
    made = [each for table in found for each in _in_order(_of_table(walled, table, grammar(lexicon)))]
    index = 0
    for quantity in quantities:
        while index < len(made) and made[index].span.start < quantity.span.end:
            yield made[index]
            index += 1
        if not index or made[index - 1].span.end <= quantity.span.start:
            yield quantity
    yield from made[index:]


def _in_order(quantities: Iterable[Quantity]) -> list[Quantity]:
    return sorted(quantities, key=lambda each: each.span)


def headed(text: str, table: Table, rules: Grammar) -> tuple[Table, list[Heading]]:
    """A table with its headings in the first row, turned where they stand in the first column; [] if none is.

    A unit by itself at the left of a row may be a name ("Foot"), so that one there must have words before it.
    """
    heads = _heads(text, table, 0, rules)
    if any(each.units for each in heads):
        return table, heads
    second = _heads(text, table, 1, rules) if heads else []
    if any(each.units for each in second):
        full = table.counted and len(second) == table.width
        return table.filled if full else table, list(_joined(heads, second))
    if max(table.width, len(table.rows)) <= _MOST:
        heads = _heads(text, table.turned, 0, rules)
        if any(each.units and each.words for each in heads):
            return table.turned, heads
    return table, []


def _heads(text: str, table: Table, row: int, rules: Grammar) -> list[Heading]:
    """What a row says, if it is one of headings."""
    if len(table.rows) <= row + 1 or any(cell.of(text)[:1].isdecimal() for cell in table.rows[row]):
        return []
    scene = Scene(text, rules.contexts)
    cells = table.rows[row]
    return shared(scene, rules.units, cells, [heading(scene, rules.units, cell) for cell in cells])


def _joined(above: Sequence[Heading], below: Sequence[Heading]) -> Iterator[Heading]:
    """Two rows of headings as one; what stands before an empty cell reaches over it."""
    words = ""
    for upper, lower in zip_longest(above, below, fillvalue=Heading("", ())):
        words = upper.words or words
        yield Heading(f"{words} {lower.words}".strip(), lower.units)


def _of_table(text: str, table: Table, rules: Grammar) -> Iterator[Quantity]:
    table, heads = headed(text, table, rules)
    if not heads:
        return
    scene = Scene(text, rules.contexts)
    terms = Reader(scene, rules.numerals, rules.units, rules.money, rules.letters)
    for row in table.rows[1:]:
        for index, cell in enumerate(row):
            column = table.column(row, index)
            if column is not None and heads[column].units:
                yield from _of_cell(terms, cell, heads[column].units, rules)


def _of_cell(terms: Reader, cell: Span, units: tuple[Match, ...], rules: Grammar) -> Iterator[Quantity]:
    """The figures of a cell, one for each unit; none where it holds anything else."""
    text, at = terms.scene.text, cell.start
    found: list[Quantity] = []
    while len(found) < len(units):
        opening = (_SECOND if found else _BEFORE).match(text, at, cell.end)
        if opening is None:
            break
        first = terms.read(opening.end())
        if first is None or first.measured or first.end > cell.end:
            return
        hedged, _ = modifiers.before(text, first.start, at, rules.hedges)
        if text[at : min([first.start, *(each.span.start for each in hedged)])].strip(_SIGNS):
            return
        chain = read_chain(terms, first, rules.numbers.parts, between=False)
        found += quantities_of(chain, None, hedged, ())
        at = chain.end
        if at > cell.end or any(each.measured for each in chain.terms):
            return
    if len(found) <= len(units) and _REST.fullmatch(text, at, cell.end):
        for quantity, unit in zip(found, units, strict=False):
            raw = text[unit.start : unit.end]
            yield evolve(quantity, unit=unit.unit, raw_unit=raw, readings=unit.others)
