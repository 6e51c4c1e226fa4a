"""Errors about units: one taken for another, the label of another, the factor of the length for an area."""

from fractions import Fraction
from functools import cache
from itertools import permutations, product

from attrs import frozen

from claimcheck.assess.case import Case, agrees_to_the_digit
from claimcheck.errors import UnitError
from claimcheck.model import Cause, Figure
from claimcheck.rounding.units import confusables, labels
from claimcheck.units import Scale, scale

__all__ = [
    "Confusion",
    "confused_units",
    "linear_factor",
    "sign_dropped",
    "temperature_mode",
    "wrong_first_label",
    "wrong_label",
]


_SAME = Scale(Fraction(1))  # kelvins of a rise are degrees Celsius: no other label


@frozen
class Confusion:
    """Two units that were taken for one another: those meant, and whether they give the very digits."""

    cause: Cause
    stated: str
    restated: str
    to_the_digit: bool


def confused_units(case: Case) -> Confusion | None:
    """The units that were taken for one another, if that explains the figures."""
    reading = case.reading
    pairs = (
        *((cause, other, reading.restated) for cause, other in confusables(reading.stated)),
        *((cause, reading.stated, other) for cause, other in confusables(reading.restated)),
    )
    for cause, one, two in pairs:
        if case.explained_by_units(one, two, closely=True):
            return Confusion(cause, one, two, case.explained_by(scale(one, two), to_the_digit=True))
    for cause, _, _ in pairs:
        if cause is Cause.TON_KIND and _by_any_ratio(case):
            return Confusion(cause, reading.stated, reading.restated, to_the_digit=True)
    return None


def _by_any_ratio(case: Case) -> bool:
    """Whether the figures are off by the ratio of two kinds of ton, in whichever direction it was used."""
    there = case.reading.scale
    return any(
        case.explained_by(Scale(there.slope * scale(one, two).slope))
        for one, two in permutations(("short_ton", "long_ton", "metric_ton"), 2)
    )


def temperature_mode(case: Case) -> Cause | None:
    """Whether a reading was converted like a difference, or a difference like a reading."""
    if case.stated.kind not in ("temperature", "temperature difference"):
        return None
    if not case.explained_by_units(
        case.reading.stated, case.reading.restated, difference=not case.difference
    ):
        return None
    return Cause.TEMP_DIFFERENCE_AS_READING if case.difference else Cause.TEMP_READING_AS_DIFFERENCE


def linear_factor(case: Case) -> bool:
    """Whether the factor of the length was used for an area or a volume: 4.2 square miles (7 km²)."""
    power = _power_of_length(case.reading.stated)
    if not power:
        return False
    slope = case.reading.scale.slope
    if _is_power_of_ten(slope):
        return False  # a root of ten is a slipped point
    return any(
        all(_is_root(one, two, power, slope**used) for one, two in case.pairs) for used in range(1, power)
    )


def _is_power_of_ten(slope: Fraction) -> bool:
    large, small = max(slope.numerator, slope.denominator), min(slope.numerator, slope.denominator)
    return small == 1 and str(large).rstrip("0") == "1"


def _is_root(stated: Figure, restated: Figure, power: int, factor: Fraction) -> bool:
    """Whether the restated figure is the stated one times the root of a factor, rounded."""
    half = restated.step * 10**restated.zeros / 2
    low, high = (abs(restated.value) + side * min(half, abs(restated.value) / 5) for side in (-1, 1))
    return bool(low**power <= factor * abs(stated.value) ** power <= high**power)


@cache
def _power_of_length(unit: str) -> int:
    """2 for an area, 3 for a volume, also over a time; 0 for anything else."""
    for power, over in product((2, 3), ("", " / second")):
        try:
            scale(unit, f"meter ** {power}{over}")
        except UnitError:
            continue
        return power
    return 0


def wrong_label(case: Case) -> str | None:
    """The unit whose label belongs to the restated figure: 188 km (117 m) for 117 miles."""
    for other in labels(case.reading.restated):
        if other == case.reading.stated or not case.explained_by_units(case.reading.stated, other):
            continue
        if scale(case.reading.stated, other, difference=case.difference) != _SAME:
            return other
    return None


def wrong_first_label(case: Case) -> str | None:
    """The same of the stated figure: 2 tbsp (10 ml) for 2 teaspoons.

    To the last digit, since the suggestion leaves both figures as they are.
    """
    restated = case.reading.restated
    for other in labels(case.reading.stated):
        if other == restated or not case.explained_by_units(other, restated, closely=True):
            continue
        there = scale(other, restated, difference=case.difference)
        if all(agrees_to_the_digit(there, one, two) for one, two in case.pairs):
            return other
    return None


def sign_dropped(case: Case) -> bool:
    """Whether a sign is missing or too many: -33.5 °C (28.3 °F)."""
    there = case.reading.scale
    return case.explained_by(Scale(-there.slope, -there.intercept)) or case.explained_by(
        Scale(-there.slope, there.intercept)
    )
