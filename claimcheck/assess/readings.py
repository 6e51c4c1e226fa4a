"""Which units two quantities may be in, and the scales between them."""

from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen

from claimcheck.errors import UnitError
from claimcheck.lexicon.evidence import british_sizes, is_evident
from claimcheck.lexicon.rounding import twins
from claimcheck.lexicon.thresholds import explaining
from claimcheck.model import Quantity, Unit
from claimcheck.units import Scale, scale

__all__ = ["Reading", "british_readings", "reading_of", "readings"]

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


def british_readings(stated: Quantity, restated: Quantity) -> Iterator[Reading]:
    """The readings in British measures whose very size gives them away."""
    if stated.unit is None or restated.unit is None:
        return
    for one in (stated.unit, *stated.readings):
        for two in (restated.unit, *restated.readings):
            if one.name in british_sizes() or two.name in british_sizes():
                reading = _reading(one, two, 1, difference=False)
                if reading is not None:
                    yield reading


def readings(stated: Quantity, restated: Quantity, text: str = "", *, difference: bool) -> Iterator[Reading]:
    """Every pair of units that the words allow, most likely first; none where they measure different things.

    A reading that needs evidence (a mile that is nautical) counts only where `text` has it. Two names of one
    unit are no reading: who writes "1,000 tonnes (1,102 tons)" does not mean metric tons twice.
    """
    if stated.unit is None or restated.unit is None:
        return
    ones = (stated.unit, *(each for each in stated.readings if is_evident(each.name, text)))
    twos = (restated.unit, *(each for each in restated.readings if is_evident(each.name, text)))
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
        shown = (_is_shown(one, two, text) for one, two in ((first, name), (second, other)))
        if (name, other) not in tried and all(shown):
            twin = _by_name(name, other, difference, 1)
            if twin is not None:
                yield twin


def _is_shown(written: str, meant: str, text: str) -> bool:
    """Whether a text shows that the word for one unit means another; itself, where it cannot mean the one.

    "20 nm (37 km)" is no nanometre, on land or at sea; "40 mpg" may be by either gallon.
    """
    return is_evident(meant, text) or (written != meant and not _is_comparable(written, meant))


@lru_cache(maxsize=256)
def _is_comparable(one: str, two: str) -> bool:
    """Whether a figure in one unit could be taken for one in the other."""
    try:
        slope = scale(one, two).slope
    except UnitError:
        return False
    return max(slope, 1 / slope) < explaining().far


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
