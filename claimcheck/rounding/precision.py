"""Digits that a restatement claims and its source does not have, or that others beside it have not."""

from fractions import Fraction
from functools import cache, cached_property

from attrs import frozen

from claimcheck.lexicon.rounding import rounding_table
from claimcheck.model import Figure
from claimcheck.rounding.figures import digits, grains, is_decimal
from claimcheck.units import Scale

__all__ = ["Restated", "is_false_precision", "is_finer"]

_TWICE = 2


@frozen
class Restated:
    """A stated figure, the figure that restates it, and what that would be exactly."""

    stated: Figure
    restated: Figure
    expected: Fraction

    def fits(self, grain: Fraction) -> bool:
        """Whether the restated figure is right to a grain."""
        return 2 * abs(self.restated.value - self.expected) <= grain

    @cached_property
    def is_decimal(self) -> bool:
        """Whether both figures are in decimal notation."""
        return is_decimal(self.stated) and is_decimal(self.restated)

    @cached_property
    def fitting(self) -> tuple[Fraction, Fraction, Fraction] | None:
        """The finest and the coarsest grain at which the restated figure is right, and what is coarser.

        None where it is right at none.
        """
        found = [grain for grain in grains(self.restated) if self.fits(grain)]
        return (
            (min(found), max(found), max(found) * rounding_table()["precision"]["grain"]) if found else None
        )


def is_false_precision(stated: Figure, restated: Figure, scale: Scale) -> bool:
    """Whether the last digit of the restated figure is far below the last digit of the stated one.

    "13 m (42.6509 ft)" is; "1,000 m (3,281 ft)" is not, for a foot is no finer than a metre. A bare "1" is
    a definition more often than a measurement ("1 inch = 2.54 cm"), and so is a fraction in words
    ("a half-pint (284 ml)").
    """
    share, more = _limits()
    if scale.intercept or scale.reciprocal or digits(restated) < digits(stated) + more:
        return False
    if stated.value == 1 or (stated.spelled and stated.step.denominator > 1):
        return False
    return restated.step < stated.step * abs(scale.slope) * share


def is_finer(
    one: Restated, two: Restated, *, on_a_thermometer: bool = False, in_a_range: bool = False
) -> bool:
    """Whether `one` is restated plainly more precisely than `two`, and their stated figures do not say why.

    To keep a number of decimals and to keep a number of digits are both consistent, so that `one` must have
    more of both: "50 km (31 miles)" and "80 km (49.7 miles)" differ, "5 km (3.1 miles)" and "50 km (31
    miles)" do not. What is right at the finer grain too is as fine: "8 km (5 miles)", for 4.97.
    The two ends of a range are as precise as each other, whatever noughts they end in. On a thermometer
    digits say nothing, so that the decimals decide: "−33 °C (−27 °F)", "38 °C (100.4 °F)".
    """
    first, second = one.restated, two.restated
    if not (one.is_decimal and two.is_decimal):
        return False
    if on_a_thermometer:
        return one.stated.step >= two.stated.step and first.step < second.step and not two.fits(first.step)
    # The least that the one claims, and the most that the other can.
    if one.fitting is None or two.fitting is None or two.fitting[0] < one.fitting[2]:
        return False
    fine, coarse = one.fitting[1], two.fitting[0]
    alike = _are_alike(one.stated, two.stated)
    if not (alike and in_a_range) and _is_written_finer(one.stated, two.stated):
        return False
    more = _length(first, fine) - _length(second, coarse)
    if more <= 0 or two.fits(fine) or (more == 1 and not alike):
        return False
    return fine < 1 or coarse >= rounding_table()["precision"]["whole"] * fine


def _is_written_finer(one: Figure, two: Figure) -> bool:
    """Whether a stated figure has a smaller last place or more digits: "5.03 km" beside "5 km"."""
    return one.step * 10**one.zeros < two.step * 10**two.zeros or digits(one) > digits(two)


def _are_alike(one: Figure, two: Figure) -> bool:
    """Whether two stated figures are of one size, about, and written to the same place."""
    small, large = sorted((abs(one.value), abs(two.value)))
    return one.step == two.step and large <= _TWICE * small


def _length(figure: Figure, grain: Fraction) -> int:
    """How many digits a figure has down to a grain."""
    return len(str(abs(figure.value) // grain))


@cache
def _limits() -> tuple[Fraction, int]:
    table = rounding_table()["precision"]
    return Fraction(table["false"]), table["digits"]
