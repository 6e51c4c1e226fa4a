"""The words that writers use for units, and the pairs in which they restate them."""

from functools import cache
from pathlib import Path

from attrs import evolve

from claimcheck.lexicon import english, forms
from claimcheck.model import Unit
from claimcheck.tables import table

__all__ = ["RISES", "everyday_pairs", "other_readings", "pairs_by_kind", "words_for"]

RISES = "temperature difference"
"""The kind of rises and falls of temperature, which only the words around them tell from readings."""

_FILE = Path(__file__).with_name("everyday.toml")
_AFTER_DIGITS = frozenset({"digits"})


@cache
def everyday_pairs() -> dict[str, tuple[tuple[Unit, Unit], ...]]:
    """By kind, pairs of units in which news restates one in the other."""
    units = english().units
    return {
        kind: tuple((units[one].unit, units[two].unit) for one, two in fields["pairs"])
        for kind, fields in table(_FILE).items()
        if kind != "words"
    }


@cache
def pairs_by_kind() -> dict[str, tuple[tuple[Unit, Unit], ...]]:
    """The same, and rises of temperature, which are drawn if they are asked for: bare, they are readings."""
    rises = tuple(
        (evolve(one, kind=RISES), evolve(two, kind=RISES)) for one, two in everyday_pairs()["temperature"]
    )
    return {**everyday_pairs(), RISES: rises}


@cache
def words_for(unit: Unit) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """Names (singular and plural) and symbols for a unit, as editors write them, most usual first.

    For units that are not everyday, whatever the lexicon has that means this unit alone when it follows
    digits.
    """
    usual = table(_FILE)["words"].get(unit.name)
    if usual is not None:
        pairs = tuple(tuple(each.split("|")) for each in usual["names"])
        return tuple((pair[0], pair[-1]) for pair in pairs), tuple(usual["symbols"])
    row = english().units[unit.name]
    names = tuple((each, forms.plural(each)) for each in row.names if _means(each, unit))
    known = tuple(pair for pair in names if _means(pair[1], unit))
    return known, tuple(each for each in row.symbols if _means(each, unit))


def other_readings(unit: Unit, word: str) -> tuple[Unit, ...]:
    """What else a word may stand for."""
    spellings = english().spellings
    readings = spellings.get(word) or spellings.get(word.lower()) or ()
    return tuple(dict.fromkeys(each.unit for each in readings if each.unit != unit))


def _means(word: str, unit: Unit) -> bool:
    readings = english().spellings.get(word, ())
    return len(readings) == 1 and readings[0].unit == unit and readings[0].needs <= _AFTER_DIGITS
