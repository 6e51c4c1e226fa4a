"""Why a converter is wrong, in the words that claimcheck uses for prose.

Each suspect looks at the line that the converter draws (its factor and offset) and at the case that broke the
law, and says what it recognises; the first to speak is believed, so the surest come first.
"""

from collections.abc import Iterator
from fractions import Fraction
from math import isclose, log10
from struct import pack, unpack

from attrs import evolve

from claimcheck.converters.contract import Contract
from claimcheck.converters.declared import Rounding
from claimcheck.converters.digits import misprint
from claimcheck.converters.inputs import everyday
from claimcheck.converters.laws.base import Broken
from claimcheck.converters.line import Line, line_of
from claimcheck.converters.names import siblings
from claimcheck.converters.numbers import shown
from claimcheck.errors import UnitError
from claimcheck.model import Cause, Unit
from claimcheck.units import scale

__all__ = ["diagnosed"]

Verdict = tuple[Cause, str]
_SAME = Fraction(1, 10**6)
_ROUGHLY = Fraction(1, 200)  # a constant of three digits
_LARGEST_SINGLE = Fraction(10) ** 38
_POWERS = {"area": (2.0,), "volume": (3.0, 1.5)}


def diagnosed(contract: Contract, broken: Broken) -> Broken:
    """The same failure with its likely cause, where one is recognised."""
    if broken.cause is not None and broken.explanation:
        return broken
    found = next(_suspicions(contract, broken), None)
    if found is None:
        return broken
    cause, explanation = found
    return evolve(broken, cause=broken.cause or cause, explanation=broken.explanation or explanation)


def _suspicions(contract: Contract, broken: Broken) -> Iterator[Verdict]:
    line = line_of(contract)
    yield from _single_precision(contract, broken)
    if line is not None:
        near = max(_SAME, 2 * line.wobble)
        right_factor = _close(line.factor, contract.scale.slope, min(near, _SAME / 100 + 2 * line.wobble))
        if not right_factor or not _same_offset(contract, line):
            yield from _wrong_offset(contract, line, near)
            yield from _wrong_way(contract, line, near)
            yield from _wrong_power(contract, line, near)
            yield from _short_constant(contract, line)
            yield from _other_unit(contract, line, near)
            yield from _wrong_digits(contract, line)
    yield from _wrong_result(contract, broken)
    if line is not None and not _close(line.factor, contract.scale.slope, _SAME):
        yield Cause.FACTOR_CONFUSED, _factors(contract, line)


def _single_precision(contract: Contract, broken: Broken) -> Iterator[Verdict]:
    """Results that a float32 holds exactly, and that are off by no more than a float32 is."""
    for value, got in broken.points if not contract.rounding else ():
        truth = contract.scale(value) if contract.admits(value) else Fraction(0)
        if got.denominator > 1 and _is_single(got) and abs(got - truth) <= abs(truth) / 2**22:
            yield Cause.FLOAT_DRIFT, "the result is a float32: some 7 digits, of 16"


def _is_single(number: Fraction) -> bool:
    return abs(number) < _LARGEST_SINGLE and Fraction(unpack("f", pack("f", float(number)))[0]) == number


def _wrong_offset(contract: Contract, line: Line, near: Fraction) -> Iterator[Verdict]:
    """The factor is right and the offset is not."""
    right = contract.scale
    reading = scale(contract.source.name, contract.target.name)
    if not reading.intercept or _same_offset(contract, line):
        return
    step = contract.rounding.step(line.offset)
    if contract.difference and abs(line.offset - reading.intercept) <= step + Fraction(1, 1000):
        yield Cause.TEMP_DIFFERENCE_AS_READING, "it adds the offset of a reading to a difference"
    if not _close(line.factor, right.slope, near):
        return
    if abs(line.offset) * 1000 < abs(right.intercept):
        yield (
            Cause.TEMP_READING_AS_DIFFERENCE,
            f"the offset is forgotten: it should be {shown(right.intercept)}",
        )
    elif _close(line.offset, -right.intercept, Fraction(1, 1000)):
        yield Cause.ARITHMETIC, f"the offset has the wrong sign: it should be {shown(right.intercept)}"
    else:
        yield (
            Cause.ARITHMETIC,
            (
                f"the offset is {shown(_short(line.offset))} and should be {shown(right.intercept)}"
                f"{_misordered(right.slope, right.intercept, line)}"
            ),
        )


def _misordered(slope: Fraction, intercept: Fraction, line: Line) -> str:
    if _close(slope, Fraction(1), _SAME):
        return ""
    if any(_close(line.offset, intercept * other, Fraction(1, 1000)) for other in (slope, 1 / slope)):
        return ": factor and offset are applied in the wrong order"
    return ""


def _wrong_way(contract: Contract, line: Line, near: Fraction) -> Iterator[Verdict]:
    """The line of the opposite conversion, or none at all."""
    home = scale(contract.target.name, contract.source.name, difference=contract.difference)
    if _close(line.factor, Fraction(1), near) and abs(line.offset) * 1000 < 1:
        yield Cause.WRONG_UNIT_LABEL, "it gives back what it is given, under another unit"
    elif _close(line.factor, home.slope, _ROUGHLY) and not _close(
        home.slope, contract.scale.slope, 4 * _ROUGHLY
    ):
        if home.intercept and _close(line.offset, home.intercept, Fraction(1, 1000)):
            yield Cause.SWAPPED_UNITS, "it converts the other way round"
        else:
            yield Cause.INVERSE_FACTOR, f"the factor is inverted: {_factors(contract, line)}"


def _other_unit(contract: Contract, line: Line, near: Fraction) -> Iterator[Verdict]:
    """The factor of a namesake: the other gallon, the nautical mile."""
    if contract.scale.intercept:
        return
    best: tuple[Fraction, Unit, Unit] | None = None
    for mine, side in ((contract.source, 0), (contract.target, 1)):
        for other in siblings(mine.kind):
            ends = (other.name, contract.target.name) if side == 0 else (contract.source.name, other.name)
            gap = _gap(line, ends, difference=contract.difference)
            if other == mine or gap is None or gap > near:
                continue
            nearer = best is None or gap < best[0] - _SAME / 1000
            as_near = best is not None and gap <= best[0] + _SAME / 1000
            if nearer or (as_near and _kinship(mine, other) is not Cause.FACTOR_CONFUSED):
                best = gap, mine, other
    if best is not None and best[0] < _gap_to_truth(contract, line):
        _, mine, other = best
        names = mine.name.replace("_", " "), other.name.replace("_", " ")
        yield _kinship(mine, other), f"the factor is that of {names[1]}, not of {names[0]}"


def _gap(line: Line, ends: tuple[str, str], *, difference: bool) -> Fraction | None:
    try:
        other = scale(*ends, difference=difference)
    except UnitError:
        return None
    return abs(line.factor - other.slope) / abs(other.slope)


def _gap_to_truth(contract: Contract, line: Line) -> Fraction:
    return abs(line.factor - contract.scale.slope) / abs(contract.scale.slope)


def _kinship(mine: Unit, other: Unit) -> Cause:
    names = mine.name, other.name
    if all("ton" in name.split("_") or name in ("metric_ton", "tonne", "long_ton", "ton") for name in names):
        return Cause.TON_KIND
    if any("nautical" in name or "knot" in name for name in names):
        return Cause.NAUTICAL_STATUTE
    imperial = ["imperial" in name for name in names]
    if any(imperial) and not all(imperial) and ("gallon" in mine.name or mine.kind == "volume"):
        return Cause.GALLON_US_IMP
    return Cause.FACTOR_CONFUSED


def _wrong_power(contract: Contract, line: Line, near: Fraction) -> Iterator[Verdict]:
    """A linear factor for an area or volume, or a decimal point that slipped."""
    right, got = float(abs(contract.scale.slope)), float(abs(line.factor))
    kind = contract.source.kind
    for power in _POWERS.get(kind, ()):
        if isclose(got**power, right, rel_tol=float(4 * near)):
            yield (
                Cause.LINEAR_FOR_AREA,
                f"the factor is one for lengths, not for {kind}: {_factors(contract, line)}",
            )
    shift = round(log10(got / right)) if got else 0
    if shift and isclose(got / right, 10.0**shift, rel_tol=float(near)):
        causes = {1: Cause.DECIMAL_X10, -1: Cause.DECIMAL_DIV10, 3: Cause.DECIMAL_X1000}
        explanation = f"the decimal point is off by {abs(shift)} place{'s' * (abs(shift) > 1)}"
        yield causes.get(shift, Cause.DECIMAL_SLIP), f"{explanation}: {_factors(contract, line)}"
    if isclose(-float(line.factor), float(contract.scale.slope), rel_tol=float(near)):
        yield Cause.SIGN_DROPPED, "the sign is turned round"


def _short_constant(contract: Contract, line: Line) -> Iterator[Verdict]:
    """The right constant, cut short; before namesakes, for 0.62137 is also the survey mile's, rounded."""
    found = misprint(line.factor, contract.scale.slope, wobble=line.wobble)
    near = abs(line.factor - contract.scale.slope) <= abs(contract.scale.slope) / 200
    if found is not None and found[0] is Cause.ARITHMETIC and near:
        yield found


def _wrong_digits(contract: Contract, line: Line) -> Iterator[Verdict]:
    """A constant that was mistyped."""
    found = misprint(line.factor, contract.scale.slope, wobble=line.wobble)
    if found is not None:
        yield found


def _wrong_result(contract: Contract, broken: Broken) -> Iterator[Verdict]:
    """The line is right, or there is none: what do single results look like?"""
    for value, got in broken.points[-1:] if len(broken.points) == 1 else broken.points:
        truth = contract.scale(value) if contract.admits(value) else None
        least, most = contract.bounds(value) if truth is not None else (got, got)
        if truth is None or least <= got <= most:
            continue
        if abs(got + truth) <= contract.slack(value) < abs(truth):
            yield Cause.SIGN_DROPPED, "the sign is lost"
        yield from _other_rounding(contract, truth, got)
        gap = abs(got - truth) / (abs(contract.scale.slope * value) + abs(contract.scale.intercept) or 1)
        if not contract.rounding and gap < Fraction(1, 10**6):
            yield Cause.FLOAT_DRIFT, f"it is off by {float(gap):.1g} of the figure"
        if contract.rounding and abs(got - truth) <= 2 * contract.rounding.step(truth):
            yield Cause.WRONG_ROUNDING, "it is off by a step: not rounded once, from the exact result"


def _other_rounding(contract: Contract, truth: Fraction, got: Fraction) -> Iterator[Verdict]:
    rounding = contract.rounding
    for mode in ("truncate", "floor", "ceiling"):
        other = evolve(rounding, mode=mode)
        if rounding and abs(other(truth) - got) <= abs(got) / 2**50 and _explains(contract, other):
            yield Cause.WRONG_ROUNDING, f"it is rounded by {mode}, not to {rounding}"
    for finer in (1, 2, 3):
        first = _finer(rounding, finer)
        twice = rounding.bounds(first(truth), first(truth))
        bit = abs(got) / 2**50
        if rounding and twice[0] - bit <= got <= twice[1] + bit:
            yield Cause.WRONG_ROUNDING, f"it is rounded twice, first to {first}"
    for places in range(-3, 7):
        other = Rounding(places)
        least, most = other.bounds(truth, truth)
        if least <= got <= most and got != truth and _explains(contract, other):
            yield Cause.WRONG_ROUNDING, f"it is rounded to {other}, not to {rounding}"


def _explains(contract: Contract, other: Rounding) -> bool:
    """Whether everyday figures come back rounded so, too."""
    for case in everyday(contract, contract.types[-1])[::4]:
        answer, truth = contract.ask(case.raw), contract.scale(case.value)
        least, most = other.bounds(truth, truth)
        bit = abs(most) / 2**50
        if answer.value is None or not least - bit <= answer.value <= most + bit:
            return False
    return True


def _finer(rounding: Rounding, by: int) -> Rounding:
    if rounding.figures is not None:
        return Rounding(None, rounding.figures + by, rounding.mode)
    return Rounding((rounding.places or 0) + by, None, rounding.mode)


def _same_offset(contract: Contract, line: Line) -> bool:
    right = contract.scale.intercept
    return abs(line.offset - right) <= max(
        abs(right) / 10**6, contract.rounding.step(line.offset), Fraction(1, 10**6)
    )


def _close(one: Fraction, two: Fraction, within: Fraction) -> bool:
    return abs(one - two) <= within * abs(two)


def _short(number: Fraction) -> Fraction:
    return Fraction(round(number * 10**6), 10**6)


def _factors(contract: Contract, line: Line) -> str:
    return f"it multiplies by {float(line.factor):.9g}, and the exact factor is {shown(contract.scale.slope)}"
