"""One figure and its restatement: do they agree as writers round?"""

from fractions import Fraction

from attrs import frozen

from claimcheck.model import Figure, How, Verdict
from claimcheck.rounding.figures import coarsest, digits, is_decimal, is_round, is_small
from claimcheck.rounding.limits import Limits
from claimcheck.units import Scale

__all__ = ["Judgement", "judge"]

_NOTHING, _ONE = Fraction(0), Fraction(1)
_FIVES_OF = 50  # a figure is rounded to fives where they are a tenth of it at most
_FINER = 2  # digits more that make a restatement finer than its source


@frozen
class Judgement:
    """What the arithmetic says of two figures. `gap` is relative; for temperatures, degrees Celsius."""

    verdict: Verdict
    how: How | None
    expected: Fraction
    gap: Fraction


def judge(  # noqa: PLR0911, PLR0913 # one return a way to agree; the figures, the scales, what is allowed
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
        return Judgement(Verdict.AGREES, How.EXACT, expected, _NOTHING)
    off = abs(value - expected)
    gap = off / abs(expected) if expected else _ONE
    if _is_copied(stated, restated, off, gap, limits):
        return Judgement(Verdict.DISAGREES, None, expected, gap)
    step = coarsest(restated)
    forward = 2 * off <= step
    if forward and gap <= (limits.hedged if hedged else limits.rounded):
        return Judgement(Verdict.AGREES, How.ROUNDED, expected, gap)
    if gap <= limits.mutual and _is_nearest(stated, restated, scale, inverse, limits):
        return Judgement(Verdict.AGREES, How.ROUNDED, expected, gap)
    if gap > limits.loose_small:
        return Judgement(Verdict.DISAGREES, None, expected, gap)
    source = coarsest(stated)
    backward = _rounds_back(stated, value, inverse, source)
    most = _other_side(stated, restated, limits)
    if backward and gap <= most:
        return Judgement(Verdict.AGREES, How.ROUNDED_FROM_THE_OTHER_SIDE, expected, gap)
    if gap <= limits.cut:
        return Judgement(Verdict.AGREES, How.ROUNDED, expected, gap)
    # Both sides rounded: first to order, the two half steps add up on the scale of the restated figure.
    meets = 2 * off <= step + source * (abs(expected / stated.value) if stated.value else 0)
    common = meets and gap <= limits.common
    if common and gap <= most:
        return Judgement(Verdict.AGREES, How.COMMON_SOURCE, expected, gap)
    if any(_is_customary(stated.value * factor, restated) for factor in customs):
        verdict = Verdict.AGREES if limits.customs_agree else Verdict.LOOSE
        return Judgement(verdict, How.CUSTOM, expected, gap)
    # "nearly" and "more than" point past the half step.
    forward = forward or (hedged and off <= step)
    loosest = gap if common else _looseness(stated, restated, limits, forward=forward, backward=backward)
    return Judgement(Verdict.LOOSE if gap <= loosest else Verdict.DISAGREES, None, expected, gap)


def _is_copied(stated: Figure, restated: Figure, off: Fraction, gap: Fraction, limits: Limits) -> bool:
    """Whether the same figure stands in both units, and they do not bear it out: 1,000 yd (1,000 m)."""
    finer = restated.step < stated.step
    if gap <= (limits.cut if finer else limits.copied) or 2 * off <= restated.step:
        return False
    return restated.value in (stated.value, stated.value * 1000, stated.value / 1000)


def _rounds_back(stated: Figure, value: Fraction, inverse: Scale, source: Fraction) -> bool:
    """Whether the stated figure is a rounding of the restated one."""
    if not value and inverse.reciprocal:
        return False
    return 2 * abs(inverse(value) - stated.value) <= source


def _is_nearest(stated: Figure, restated: Figure, scale: Scale, inverse: Scale, limits: Limits) -> bool:
    """Whether a restatement of one digit is the nearest that there is: 3 km (2 miles), 0.2 °C (0.4 °F).

    Where each of the two is the other converted and rounded to its last digit, no better pair of figures as
    short exists; where only the restated one is, the stated one must be as short, or a digit longer.
    """
    expected = scale(stated.value)
    off = abs(restated.value - expected)
    if not (is_decimal(restated) and is_small(restated)) or 2 * off > restated.step:
        return False
    if off <= limits.nearest * abs(expected):
        return digits(stated) - digits(restated) < _FINER
    return is_small(stated) and _rounds_back(stated, restated.value, inverse, stated.step)


def _is_customary(expected: Fraction, restated: Figure) -> bool:
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


def _looseness(
    stated: Figure, restated: Figure, limits: Limits, *, forward: bool, backward: bool
) -> Fraction:
    """The gap up to which a disagreement is only loose rounding; -1 where nothing explains it."""
    if forward and is_round(restated):
        if not is_round(stated):
            return limits.loose_round if is_small(restated) else limits.loose_plain
        return limits.loose_small if is_small(restated) or not is_decimal(stated) else limits.loose_round
    if backward and is_round(stated):
        finer = digits(restated) - digits(stated) >= _FINER
        if is_small(stated) and not finer:
            return max(limits.loose_other_side, limits.nearest / (1 - limits.nearest))
        # What agrees in one order is no error in the other, where the gap is a share of the smaller figure.
        swapped = limits.rounded / (1 - limits.rounded)
        return max(limits.other_side, swapped) if finer else limits.loose_other_side
    return limits.other_side if backward else -_ONE
