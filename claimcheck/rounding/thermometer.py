"""Two readings of a thermometer: a relative gap means nothing where zero is anywhere."""

from fractions import Fraction

from claimcheck.model import Figure, How, Verdict
from claimcheck.rounding.judge import Judgement
from claimcheck.rounding.limits import Limits
from claimcheck.units import Scale

__all__ = ["judge_temperatures"]


def judge_temperatures(  # noqa: PLR0913 # the two readings, how they convert, and what may be allowed for
    stated: Figure, restated: Figure, scale: Scale, degree: Fraction, limits: Limits, *, oven: bool = False
) -> Judgement:
    """Whether one reading restates another; the gap is in degrees Celsius.

    `degree` is the size of the restated unit's degree in degrees Celsius. `oven` is true for settings that
    cooks print side by side.
    """
    value, expected = restated.value, scale(stated.value)
    off = abs(value - expected)
    gap = off * degree
    how = _how(stated, restated, off, scale)
    if how is not None:
        return Judgement(Verdict.AGREES, how, expected, gap)
    fives = _of_five(stated) and _of_five(restated)
    if gap <= (limits.degrees_of_five if fives else limits.degrees):
        return Judgement(Verdict.AGREES, How.ROUNDED, expected, gap)
    if oven:
        verdict = Verdict.AGREES if limits.customs_agree else Verdict.LOOSE
        return Judgement(verdict, How.CUSTOM, expected, gap)
    loose = fives and gap <= limits.degrees_of_five_loose
    return Judgement(Verdict.LOOSE if loose else Verdict.DISAGREES, None, expected, gap)


def _how(stated: Figure, restated: Figure, off: Fraction, scale: Scale) -> How | None:
    """In which way the readings agree to their last digits; None where they do not."""
    if not off:
        return How.EXACT
    if 2 * off <= restated.step:
        return How.ROUNDED
    if 2 * off <= stated.step * abs(scale.slope):
        return How.ROUNDED_FROM_THE_OTHER_SIDE
    return None


def _of_five(figure: Figure) -> bool:
    return figure.value.denominator == 1 and figure.value.numerator % 5 == 0
