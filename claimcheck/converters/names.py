"""What unit a word means, for people who name units to `check_converter` and the command line."""

from collections.abc import Iterable
from functools import cache

from claimcheck.errors import UnitError
from claimcheck.lexicon import english
from claimcheck.model import Unit
from claimcheck.parse import quantities

__all__ = ["siblings", "spellings", "unit_called", "units_called"]

_FIGURE = frozenset(("digits", "joined"))  # what a symbol needs of its figure says nothing of its meaning


def unit_called(word: str, *, system: str = "") -> Unit:
    """The unit that a word, symbol or pint name stands for: "km", "miles", "°F", "imperial_gallon".

    `system` ("US", "imperial", "short", "oil"…, or the unit's own name) settles a word that names several.

    Raises:
        UnitError: no unit is called so, or several are and nothing says which.
    """
    found = units_called(word)
    if not found:
        raise UnitError(
            f"{word!r} is no unit that claimcheck knows; write its usual symbol, or pint’s name for it"
        )
    wanted = [each for each in found if _is_of(each, system)] if system else list(found)
    wanted = [each for each in wanted if each.name == system] or wanted
    if not wanted:
        raise UnitError(f"there is no {system} {word}; there is {_listed(found)}")
    if len(wanted) > 1:
        ways = " or ".join(f"{_way(each, wanted)!r}" for each in wanted)
        raise UnitError(f"{word!r} may be {_listed(wanted)}: say which, with the system {ways}")
    return wanted[0]


@cache
def units_called(word: str) -> tuple[Unit, ...]:
    """Every unit that a word may stand for on its own, most likely first.

    Readings that prose allows only in some contexts ("C" for coulomb) count only where there is no other.
    """
    lexicon = english()
    readings = [
        each
        for each in lexicon.spellings.get(word) or lexicon.spellings.get(word.lower()) or ()
        if each.main is None and each.unit.kind not in ("money", "count")
    ]
    anywhere = [each for each in readings if not each.needs - _FIGURE] or readings
    found = tuple(dict.fromkeys(each.unit for each in anywhere))
    own = lexicon.units.get(word) or lexicon.units.get(word.removesuffix("s"))
    if own is not None and own.unit not in found:
        # "calories" names one unit and means another in prose: whoever writes it has to say which.
        found = (own.unit, *found)
    return found or _in_prose(word)


def _in_prose(words: str) -> tuple[Unit, ...]:
    """What the parser of prose makes of squares, quotients and the like: "sq km", "miles per hour"."""
    text = f"5 {words}"
    read = list(quantities(text, english()))
    if len(read) != 1 or len(read[0].span) != len(text) or read[0].unit is None:
        return ()
    if read[0].unit.kind in ("money", "count", "number"):
        return ()
    return (read[0].unit, *read[0].readings)


def spellings(unit: Unit) -> tuple[str, ...]:
    """Names, plurals and symbols that stand for this unit and no other."""
    row = next((row for row in english().units.values() if row.unit == unit), None)
    if row is None:
        return ()
    return tuple(word for word in (*row.names, *row.symbols) if units_called(word) == (unit,))


@cache
def siblings(kind: str) -> tuple[Unit, ...]:
    """All units of a kind, in the order of the lexicon."""
    return tuple(row.unit for row in english().units.values() if row.kind == kind)


def _way(unit: Unit, among: Iterable[Unit]) -> str:
    """The shortest thing to say that settles on a unit among several."""
    alone = [each for each in among if _is_of(each, unit.system)] == [unit]
    return unit.system if unit.system and alone else unit.name


def _is_of(unit: Unit, system: str) -> bool:
    wanted = system.lower()
    known = (
        unit.system.lower(),
        unit.name.lower(),
        *unit.system.lower().split("/"),
        *unit.name.lower().split("_"),
    )
    return wanted in known


def _listed(units: Iterable[Unit]) -> str:
    return " or ".join(each.name for each in units)
