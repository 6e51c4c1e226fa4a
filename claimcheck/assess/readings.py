"""Which units two quantities may be in, and the scales between them."""

from collections.abc import Iterator
from functools import cache, lru_cache

import regex
from attrs import frozen

from claimcheck.errors import UnitError
from claimcheck.lexicon.rounding import rounding_table, twins
from claimcheck.model import Quantity, Unit
from claimcheck.units import Scale, scale

__all__ = ["Reading", "reading_of", "readings"]

# The fluid ounce is not among them: the two differ by less than cooks round.
_IMPERIAL = ("imperial_gallon", "imperial_quart", "imperial_pint")
_TEMPERATURES = ("temperature", "temperature difference")


@frozen
class Reading:
    """One way to understand the units of both sides; `rank` is 0 for the most likely, 1 for a guess."""

    stated: str
    restated: str
    scale: Scale
    inverse: Scale
    rank: int

    @property
    def is_thermometer(self) -> bool:
        """Whether the figures are readings of temperature, whose zeros differ, and not amounts."""
        return bool(self.scale.intercept)


def readings(stated: Quantity, restated: Quantity, text: str = "", *, difference: bool) -> Iterator[Reading]:
    """Every pair of units that the words allow, most likely first; none where they measure different things.

    A reading that needs evidence (a mile that is nautical) counts only where `text` has it. Two names of one
    unit are no reading: who writes "1,000 tonnes (1,102 tons)" does not mean metric tons twice.
    """
    if stated.unit is None or restated.unit is None:
        return
    ones = (stated.unit, *(each for each in stated.readings if _is_evident(each.name, text)))
    twos = (restated.unit, *(each for each in restated.readings if _is_evident(each.name, text)))
    found = False
    for rank, one, two in _ordered(ones, twos):
        reading = _reading(one, two, rank, difference)
        if reading is not None:
            found = True
            yield reading
    if found and not (twins(stated.unit.name) or twins(restated.unit.name)):
        return
    tried = {(one.name, two.name) for one in ones for two in twos}
    first, second = stated.unit.name, restated.unit.name
    alike = (*((each, second) for each in twins(first)), *((first, each) for each in twins(second)))
    for name, other in alike:
        if (name, other) not in tried and _is_evident(name, text) and _is_evident(other, text):
            twin = _by_name(name, other, difference, 1)
            if twin is not None:
                yield twin


def _ordered(ones: tuple[Unit, ...], twos: tuple[Unit, ...]) -> Iterator[tuple[int, Unit, Unit]]:
    """Pairs by the sum of their places, so that the first readings come first."""
    for total in range(len(ones) + len(twos) - 1):
        for index in range(max(0, total - len(twos) + 1), min(total + 1, len(ones))):
            yield min(total, 1), ones[index], twos[total - index]


def _reading(one: Unit, two: Unit, rank: int, difference: bool) -> Reading | None:  # noqa: FBT001 # passed on
    if one.kind != two.kind and not (one.kind in _TEMPERATURES and two.kind in _TEMPERATURES):
        return None
    return _by_name(one.name, two.name, difference, rank)


def reading_of(stated: str, restated: str) -> Reading | None:
    """The reading of two unit names; None where they measure different things."""
    return _by_name(stated, restated, difference=False, rank=0)


@lru_cache(maxsize=4096)
def _by_name(one: str, two: str, difference: bool, rank: int) -> Reading | None:  # noqa: FBT001 # cached by position
    """The reading of two unit names; None where they measure different things or are the same size."""
    try:
        there, back = scale(one, two, difference=difference), scale(two, one, difference=difference)
    except UnitError:
        return None
    if there.slope == 1 and not there.intercept and not there.reciprocal:
        return None
    return Reading(one, two, there, back, rank)


@lru_cache(maxsize=64)  # a text without the words is searched to its end: once, not for every conversion
def _is_evident(unit: str, text: str) -> bool:
    """Whether a text has the words that a reading needs; most need none."""
    if unit.startswith(_IMPERIAL):
        return _british().search(text) is not None
    needed = next((pattern for name, pattern in _evidence() if name in unit), None)
    return needed is None or needed.search(text) is not None


@cache
def _evidence() -> tuple[tuple[str, "regex.Pattern[str]"], ...]:
    return tuple(
        (name, regex.compile(r"(?<!\w)(?:\L<words>)(?!\w)", regex.IGNORECASE, words=words))
        for name, words in rounding_table()["evidence"].items()
    )


@cache
def _british() -> "regex.Pattern[str]":
    return regex.compile(
        r"(?<!\w) (?: \L<words> ) (?!\w) | £", regex.VERBOSE, words=rounding_table()["british"]
    )
