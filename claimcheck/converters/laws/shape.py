"""Laws of a conversion's shape, which hold whatever its factor is."""

from fractions import Fraction

from claimcheck.converters.contract import Answer, Contract, Input
from claimcheck.converters.inputs import decimals, pairs, rising, triples, values
from claimcheck.converters.laws.base import Broken, law
from claimcheck.converters.numbers import shown
from claimcheck.model import Cause

__all__ = ["LAWS"]


def _not_reciprocal(contract: Contract) -> str | None:
    return (
        f"{contract.source.name} and {contract.target.name} are reciprocal"
        if contract.scale.reciprocal
        else None
    )


def _linear(contract: Contract) -> str | None:
    return "the scales have no common zero" if contract.scale.intercept else _not_reciprocal(contract)


def _answers(contract: Contract, *cases: Input) -> list[tuple[Input, Answer, Fraction]] | None:
    """All answers, or None if there is any without a figure: that is the law of agreement's business."""
    answers = [(case, contract.ask(case.raw)) for case in cases]
    found = [(case, answer, answer.value) for case, answer in answers if answer.value is not None]
    return found if len(found) == len(cases) else None


def _points(found: list[tuple[Input, Answer, Fraction]]) -> tuple[tuple[Fraction, Fraction], ...]:
    return tuple((case.value, value) for case, _, value in found)


def _zero_cases(contract: Contract) -> list[Input]:
    found = [Input.of(Fraction(0), kind) for kind in contract.types]
    return [each for each in found if each is not None and contract.admits(each.value)]


@law("zero is where the scales say", cases=_zero_cases, applies=_not_reciprocal)
def zero(contract: Contract, case: Input) -> Broken | None:
    """Nothing converts to nothing, except between temperature scales, where 0 °C is 32 °F.

    A zero that is treated as "no value" (`if not km: return None`) or an offset on a scale that has none
    shows here.
    """
    answer = contract.ask(case.raw)
    least, most = contract.bounds(case.value)
    if answer.value is not None and least <= answer.value <= most:
        return None
    expected = shown(contract.rounding(contract.scale(case.value)))
    return Broken.at(case, f"{expected} {contract.target.name.replace('_', ' ')}", answer)


@law("the sign is kept", cases=values, applies=_linear)
def sign(contract: Contract, case: Input) -> Broken | None:
    """Converting -x gives minus what x gives, where both scales start at nothing.

    Temperatures aside, a sign is dropped by patterns that read no minus and by code that takes abs() for
    safety. Rounding modes that lean to one side (floor) may differ by a step.
    """
    mirrored = Input.of(-case.value, type(case.raw))
    if mirrored is None or not contract.admits(mirrored.value):
        return None
    found = _answers(contract, case, mirrored)
    if found is None or abs(found[0][2] + found[1][2]) <= 2 * contract.slack(case.value):
        return None
    expected = f"{shown(-found[0][2])}, the negative of what {shown(case.raw)} gives"
    return Broken(shown(mirrored.raw), expected, str(found[1][1]), _points(found))


@law("more stays more", weight=2, cases=rising)
def monotone(contract: Contract, case: tuple[Input, Input]) -> Broken | None:
    """Of two figures the larger gives the larger result, or the same after rounding.

    For reciprocal units (mpg and L/100 km) it gives the smaller. A table with a wrong row, a branch for large
    numbers or a wrapped integer breaks it even where each single figure looks plausible.
    """
    low, high = sorted(case, key=lambda each: each.value)
    if contract.scale.reciprocal and (low.value < 0) != (high.value < 0):
        return None
    found = _answers(contract, low, high)
    if found is None:
        return None
    (_, one, first), (_, two, second) = found
    rising = -1 if contract.scale.reciprocal or contract.scale.slope < 0 else 1
    noise = contract.margin(low.value) + contract.margin(high.value)
    if (second - first) * rising >= -noise:
        return None
    expected = f"a result for {shown(high.raw)} that is {'no less' if rising > 0 else 'no more'} than {one}"
    return Broken(f"{shown(low.raw)} and {shown(high.raw)}", expected, str(two), _points(found))


@law("equal steps stay equal", weight=2, cases=triples, applies=_not_reciprocal)
def affine(contract: Contract, case: tuple[Input, Input, Input]) -> Broken | None:
    """Going up by the same amount adds the same amount, wherever one starts: the line is straight.

    It needs no knowledge of the factor, so it also judges converters between units that nobody has defined.
    """
    base, other, step = case
    shifted = [Input.of(each.value + step.value, type(each.raw)) for each in (base, other)]
    if any(each is None or not contract.admits(each.value) for each in shifted):
        return None
    ends = [each for each in shifted if each is not None]
    found = _answers(contract, base, ends[0], other, ends[1])
    if found is None:
        return None
    rise = found[1][2] - found[0][2], found[3][2] - found[2][2]
    if abs(rise[0] - rise[1]) <= sum(contract.slack(each.value) for each, _, _ in found):
        return None
    return Broken(
        f"{shown(base.raw)} and {shown(other.raw)}, each raised by {shown(step.raw)}",
        f"the same rise from both; {shown(rise[0])} from the first",
        f"{shown(rise[1])} from the second",
        _points(found),
    )


@law("a sum converts to the sum", weight=2, cases=pairs, applies=_linear)
def additivity(contract: Contract, case: tuple[Input, Input]) -> Broken | None:
    """Two stretches converted and added are the whole stretch converted.

    Tables of splits and totals depend on it. Rounded results may be off by a step each.
    """
    one, two = case
    whole = Input.of(one.value + two.value, type(one.raw))
    if whole is None or not contract.admits(whole.value):
        return None
    found = _answers(contract, one, two, whole)
    if found is None:
        return None
    total = found[0][2] + found[1][2]
    if abs(total - found[2][2]) <= sum(contract.slack(each.value) for each, _, _ in found):
        return None
    given = f"{shown(whole.raw)}, the sum of {shown(one.raw)} and {shown(two.raw)}"
    return Broken(given, f"{shown(total)}, the sum of both results", str(found[2][1]), _points(found))


def _temperature(contract: Contract) -> str | None:
    return (
        None
        if contract.source.kind.startswith("temperature")
        else "only temperature scales have two meanings"
    )


def _rises(_: Contract) -> object:
    return decimals(Fraction(1), Fraction(50), places=1)


@law("a difference is not a reading", weight=2, cases=_rises, applies=_temperature)
def difference(contract: Contract, rise: Fraction) -> Broken | None:
    """A rise of 2 °C is a rise of 3.6 °F; a reading of 2 °C is a reading of 35.6 °F.

    The error that is printed most often: "1.5 °C (35 °F) of warming". A converter for readings must have the
    offset and one for differences must not.
    """
    kind = contract.types[-1]
    base = Fraction(0) if contract.difference else Fraction(20)
    start, end = Input.of(base, kind), Input.of(base + round(rise), kind)
    if start is None or end is None or not (contract.admits(start.value) and contract.admits(end.value)):
        return None
    found = _answers(contract, start, end)
    if found is None:
        return None
    got = found[1][2] - (found[0][2] if not contract.difference else 0)
    expected = contract.scale.slope * (end.value - start.value)
    noise = contract.slack(start.value) + contract.slack(end.value)
    if abs(got - expected) <= noise:
        return None
    reading = abs(got - expected) > abs(expected) and contract.difference
    return Broken(
        f"a rise of {shown(end.value - start.value)}",
        f"a rise of {shown(expected)} {contract.target.name.replace('_', ' ')}",
        shown(got),
        cause=Cause.TEMP_DIFFERENCE_AS_READING if reading else None,
        points=_points(found),
    )


LAWS = (zero, sign, monotone, affine, additivity, difference)
