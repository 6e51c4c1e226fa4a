"""One figure and its restatement: do they agree as writers round?"""

from fractions import Fraction

from attrs import frozen

from claimcheck.model import Figure, How, Verdict
from claimcheck.rounding.figures import coarsest, digits, is_decimal, is_round, is_small
from claimcheck.rounding.limits import Limits
from claimcheck.units import Scale

__all__ = ["Judgement", "judge", "judge_temperatures"]

_ONE = Fraction(1)
_FAHRENHEIT = Fraction(5, 9)  # °C to one °F
_FIVES_OF = 50  # a figure is rounded to fives where they are a tenth of it at most
_FINER = 2  # digits more that make a restatement finer than its source


@frozen
class Judgement:
    """What the arithmetic says of two figures. `gap` is relative; for temperatures, degrees Celsius."""

    verdict: Verdict
    how: How | None
    expected: Fraction
    gap: Fraction


def judge(
    stated: Figure,
    restated: Figure,
    scale: Scale,
    inverse: Scale,
    limits: Limits,
    *,
    hedged: bool = False,
    customs: tuple[Fraction, ...] = (),
) -> Judgement:
    """Whether `restated` restates `stated`, whose unit `scale` turns into that of the restatement.

    Four ways to agree: exactly; rounded; rounded from the other side (the writer had the restated figure and
    gives the rounder one first); common source (both are roundings of a third). `customs` are factors that
    trades use in the place of the exact one.

    Raises:
        UnitError: the scale is reciprocal and the stated figure zero.
    """
    value, expected = restated.value, scale(stated.value)
    if value == expected:
        return Judgement(Verdict.AGREES, How.EXACT, expected, Fraction(0))
    off = abs(value - expected)
    gap = off / abs(expected) if expected else _ONE
    if (value < 0) != (expected < 0) and value and expected:
        return Judgement(Verdict.DISAGREES, None, expected, gap)
    if (
        2 * off > restated.step
        and gap > (limits.copied if restated.place >= 0 else limits.cut)
        and value in (stated.value, stated.value * 1000, stated.value / 1000)
    ):
        return Judgement(Verdict.DISAGREES, None, expected, gap)  # copied, not converted
    step = coarsest(restated)
    forward = 2 * off <= step
    if forward and gap <= (limits.hedged if hedged else limits.rounded):
        return Judgement(Verdict.AGREES, How.ROUNDED, expected, gap)
    if gap > limits.loose_small:
        return Judgement(Verdict.DISAGREES, None, expected, gap)
    source_step = coarsest(stated)
    back_off = abs(inverse(value) - stated.value) if value or not inverse.reciprocal else source_step
    backward = 2 * back_off <= source_step
    if backward and gap <= _other_side(stated, restated, limits):
        return Judgement(Verdict.AGREES, How.ROUNDED_FROM_THE_OTHER_SIDE, expected, gap)
    if gap <= limits.cut:
        return Judgement(Verdict.AGREES, How.ROUNDED, expected, gap)
    # Both sides rounded: first to order, the two half steps add up on the scale of the restated figure.
    meets = 2 * off <= step + source_step * (abs(expected / stated.value) if stated.value else 0)
    if meets and gap <= min(limits.common, _other_side(stated, restated, limits)):
        return Judgement(Verdict.AGREES, How.COMMON_SOURCE, expected, gap)
    if any(_customary(stated.value * factor, restated) for factor in customs):
        verdict = Verdict.AGREES if limits.customs_agree else Verdict.LOOSE
        return Judgement(verdict, How.CUSTOM, expected, gap)
    if hedged and not forward:
        forward = off <= step  # "nearly" and "more than" point past the half step
    verdict = Verdict.LOOSE if gap <= _looseness(stated, restated, limits, forward, backward) else Verdict.DISAGREES
    return Judgement(verdict, None, expected, gap)


def judge_temperatures(
    stated: Figure, restated: Figure, scale: Scale, limits: Limits, degree: Fraction, *, oven: bool = False
) -> Judgement:
    """The same for readings of a thermometer, where a relative gap means nothing: it is in degrees Celsius.

    `degree` is the size of the restated unit's degree in degrees Celsius. `oven` is true where cooks print the
    two side by side.
    """
    value, expected = restated.value, scale(stated.value)
    gap = abs(value - expected) * degree
    if not gap:
        return Judgement(Verdict.AGREES, How.EXACT, expected, gap)
    if 2 * abs(value - expected) <= restated.step:
        return Judgement(Verdict.AGREES, How.ROUNDED, expected, gap)
    back = abs(expected - value) / abs(scale.slope)
    if 2 * back <= stated.step:
        return Judgement(Verdict.AGREES, How.ROUNDED_FROM_THE_OTHER_SIDE, expected, gap)
    fives = _of_five(stated) and _of_five(restated)
    if gap <= (limits.degrees_of_five if fives else limits.degrees):
        return Judgement(Verdict.AGREES, How.ROUNDED, expected, gap)
    if oven and limits.customs_agree:
        return Judgement(Verdict.AGREES, How.CUSTOM, expected, gap)
    if oven or (fives and gap <= limits.degrees_of_five_loose):
        return Judgement(Verdict.LOOSE, None, expected, gap)
    return Judgement(Verdict.DISAGREES, None, expected, gap)


def _of_five(figure: Figure) -> bool:
    return figure.value.denominator == 1 and figure.value.numerator % 5 == 0


def _customary(expected: Fraction, restated: Figure) -> bool:
    """Whether a figure is what a custom gives, rounded to five steps at most."""
    fives = (restated.value / restated.step) % 5 == 0 and restated.step * _FIVES_OF <= abs(restated.value)
    step = restated.step * 5 if fives else restated.step
    return 2 * abs(expected - restated.value) <= step


def _other_side(stated: Figure, restated: Figure, limits: Limits) -> Fraction:
    """The gap up to which the stated figure passes as a rounding of the restated one."""
    known, given = digits(stated), digits(restated)
    if given - known >= _FINER:
        return limits.other_side_finer
    if given > known > 1 and coarsest(stated) == stated.step * 10**stated.zeros:
        return limits.other_side_precise
    return limits.other_side


def _looseness(stated: Figure, restated: Figure, limits: Limits, forward: bool, backward: bool) -> Fraction:  # noqa: FBT001 # two facts of one judgement
    """The gap up to which a disagreement is only loose rounding; -1 where nothing explains it."""
    if forward and is_round(restated):
        if not is_round(stated):
            return limits.loose_plain
        return limits.loose_small if is_small(restated) or not is_decimal(stated) else limits.loose_round
    if backward and is_round(stated) and digits(restated) - digits(stated) < _FINER:
        return limits.loose_other_side
    return Fraction(-1)
