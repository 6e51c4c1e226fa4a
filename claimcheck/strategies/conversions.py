"""Restatements: right ones, loose ones, and ones that are wrong for a known reason."""

from collections.abc import Callable
from fractions import Fraction

from attrs import evolve
from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import DrawFn

from claimcheck.assess import assess
from claimcheck.model import Cause, Config, Conversion, Quantity, Relation, Span, Unit, Verdict
from claimcheck.strategies.figures import figure_of, figures
from claimcheck.strategies.quantities import bounds, plain_quantity
from claimcheck.strategies.slips import SLIPS, Pair
from claimcheck.strategies.style import Style
from claimcheck.strategies.wording import write_conversion, write_quantity
from claimcheck.strategies.words import everyday_pairs
from claimcheck.units import scale

__all__ = ["conversions", "restated", "right_figure"]

_SEEN = Fraction(3, 10)
_LEAST = Fraction(8, 100)
_OFF_BY = (Cause.OFF_BY_10, Cause.OFF_BY_15, Cause.OFF_BY_25)
_NAMESAKES = (Cause.NAUTICAL_STATUTE, Cause.GALLON_US_IMP, Cause.TON_KIND)
_KINDS = {
    Cause.LINEAR_FOR_AREA: ("area",),
    Cause.GALLON_US_IMP: ("volume",),
    Cause.TON_KIND: ("mass",),
    Cause.NAUTICAL_STATUTE: ("length",),
    Cause.TEMP_READING_AS_DIFFERENCE: ("temperature",),
    Cause.SIGN_DROPPED: ("temperature",),
}
_ELSEWHERE = ("temperature", "fuel economy")


@st.composite
def conversions(
    draw: DrawFn,
    *,
    verdict: Verdict | None = None,
    cause: Cause | None = None,
    kind: str | None = None,
    relation: Relation = Relation.BRACKET,
) -> Conversion:
    """A quantity restated in another unit: right by default; loose; or wrong, for a cause that may be chosen.

    The truth is by construction and asks no checker: a right restatement is the exact one rounded to two or
    three digits, a wrong one is right but for one slip of the kind that `cause` names, large enough to be
    seen (30%, or for off_by_10 and another gallon, ton or mile just that); what is loose is as claimcheck has
    it. `cause` alone means a wrong one.

    Raises:
        InvalidArgument: at draw time, if verdict and cause contradict each other, or no text can show the
        cause.
    """
    wanted = verdict or (Verdict.DISAGREES if cause else Verdict.AGREES)
    if cause is not None and wanted is not Verdict.DISAGREES:
        raise InvalidArgument(f"conversions: what {wanted} has no cause, and {cause} was asked for")
    if wanted is Verdict.AGREES:
        pair = draw(_pairs(kind))
        return _conversion(pair, pair.right, relation)
    if wanted is Verdict.LOOSE:
        return draw(_loose(kind, relation))
    chosen = cause or draw(st.sampled_from([*SLIPS]))
    if chosen in _WHOLE:
        return _WHOLE[chosen](draw, kind, relation)
    if chosen not in SLIPS:
        raise InvalidArgument(f"conversions: no single restatement can show {chosen}")
    allowed = _KINDS.get(chosen)
    if kind is not None and allowed is not None and kind not in allowed:
        raise InvalidArgument(f"conversions: {chosen} is seen in {', '.join(allowed)}, not in {kind}")
    pair = draw(_pairs(kind or (draw(st.sampled_from(allowed)) if allowed else None)))
    wrong = SLIPS[chosen](pair)
    assume(wrong is not None)
    assert wrong is not None  # noqa: S101 # for the type checker
    assume(_precise(pair, wrong) if chosen in (*_OFF_BY, *_NAMESAKES) else _differs(pair, wrong))
    return _conversion(pair, wrong, relation)


def _differs(pair: Pair, wrong: Fraction) -> bool:
    """Whether nobody could take the wrong figure for a rounding of the right one."""
    if pair.target.kind == "temperature":
        return abs(wrong - pair.right) >= 20  # noqa: PLR2004 # degrees of either scale
    return abs(wrong - pair.exact) > _SEEN * max(abs(pair.exact), abs(wrong))


def _precise(pair: Pair, wrong: Fraction) -> bool:
    """Whether a figure that is off by little has digits enough to show it."""
    number = wrong / pair.grain
    apart = abs(wrong - pair.exact) > abs(pair.exact) * _LEAST
    return apart and number.denominator == 1 and number > 20 and number % 5 != 0 and pair.value > 1  # noqa: PLR2004


@st.composite
def _pairs(draw: DrawFn, kind: str | None) -> Pair:
    """A figure that prose may hold, both units, and the right figure in the second."""
    known = everyday_pairs()
    if kind is not None and kind not in known:
        raise InvalidArgument(f"conversions: kind {kind!r} is none of {', '.join(known)}")
    pairs = known[kind] if kind else [pair for each in known.values() for pair in each]
    source, target = draw(st.sampled_from(pairs))
    low, high = bounds(source, None, None)
    figure = draw(figures(min_value=low, max_value=high, places=1, max_digits=3))
    digits = draw(st.integers(2, 3))
    assume(source.kind == "temperature" or figure.value)
    right, grain = right_figure(figure.value, source, target, digits)
    return Pair(figure.value, source, target, right, grain)


def right_figure(value: Fraction, source: Unit, target: Unit, digits: int) -> tuple[Fraction, Fraction]:
    """The exact figure rounded to significant digits (temperatures: to whole degrees), and the step."""
    exact = scale(source.name, target.name)(value)
    if target.kind == "temperature":
        return Fraction(round(exact)), Fraction(1)
    grain = Fraction(1)
    while exact and abs(exact) / grain >= 10**digits:
        grain *= 10
    while exact and abs(exact) / grain < 10 ** (digits - 1):
        grain /= 10
    return round(exact / grain) * grain, grain


def _conversion(pair: Pair, restated_value: Fraction, relation: Relation) -> Conversion:
    stated = plain_quantity(pair.source, pair.value)
    return restated(stated, plain_quantity(pair.target, restated_value, places=6), relation)


def restated(stated: Quantity, second: Quantity, relation: Relation = Relation.BRACKET) -> Conversion:
    """Two quantities tied together, in the plainest form."""
    return write_conversion(
        Conversion(Span(0, 0), stated, (second,), relation), Style(relation=relation)
    ).truth


@st.composite
def _loose(draw: DrawFn, kind: str | None, relation: Relation) -> Conversion:
    """One round figure for another, 13 to 24 percent off, that claimcheck calls loose: 1 mile (2 km)."""
    known = {name: pairs for name, pairs in everyday_pairs().items() if name not in _ELSEWHERE}
    if kind is not None and kind not in known:
        raise InvalidArgument(f"conversions: nothing of kind {kind!r} is restated loosely")
    source, target = draw(
        st.sampled_from(known[kind] if kind else [pair for each in known.values() for pair in each])
    )
    value = Fraction(draw(st.integers(1, 9)) * 10 ** draw(st.integers(0, 2)))
    exact = scale(source.name, target.name)(value)
    grain = Fraction(1)
    while exact / grain >= 10:  # noqa: PLR2004 # one digit
        grain *= 10
    round_figures = [digit * grain for digit in range(1, 10)]
    near = [
        each for each in round_figures if Fraction(13, 100) <= abs(each - exact) / exact <= Fraction(24, 100)
    ]
    near = [each for each in near if abs(each - exact) == min(abs(other - exact) for other in round_figures)]
    assume(near)
    pair = restated(plain_quantity(source, value), plain_quantity(target, near[0]), relation)
    text = write_conversion(pair).text
    assume(all(each.verdict is Verdict.LOOSE for each in assess(pair, text, Config())))
    return pair


def _swapped(draw: DrawFn, kind: str | None, relation: Relation) -> Conversion:
    """The two unit words stand the wrong way round: 50 miles (31 km)."""
    pair = draw(_pairs(kind).filter(lambda each: each.source.kind not in _ELSEWHERE))
    ratio = pair.right / pair.value
    assume(not Fraction(2, 3) < ratio < Fraction(3, 2))
    return restated(
        plain_quantity(pair.target, pair.value), plain_quantity(pair.source, pair.right, places=6), relation
    )


def _mislabelled(draw: DrawFn, kind: str | None, relation: Relation) -> Conversion:
    """The right figure under a wrong unit: 188 km (117 m)."""
    pair = draw(_pairs(kind).filter(lambda each: each.source.kind not in _ELSEWHERE))
    others = {unit for both in everyday_pairs()[pair.source.kind] for unit in both}
    wrong = [
        unit
        for unit in sorted(others - {pair.source, pair.target})
        if not Fraction(1, 2) < scale(unit.name, pair.target.name).slope < 2  # noqa: PLR2004 # not to be excused
    ]
    assume(wrong)
    second = plain_quantity(draw(st.sampled_from(wrong)), pair.right, places=6)
    return restated(plain_quantity(pair.source, pair.value), second, relation)


def _one_end(draw: DrawFn, kind: str | None, relation: Relation) -> Conversion:
    """A range of which one end is right and the other ten times too large or too small."""
    low = draw(_pairs(kind).filter(lambda each: each.source.kind not in _ELSEWHERE))
    higher = low.value * draw(st.sampled_from([2, 3, 4]))
    high, grain = right_figure(higher, low.source, low.target, 3)
    ends = [figure_of(low.value, Fraction(1, 10)), figure_of(higher, Fraction(1, 10))]
    second = [figure_of(low.right, low.grain), figure_of(high * 10, grain)]
    blank = Quantity(Span(0, 0), "range", tuple(ends), low.source)
    stated = write_quantity(blank).truth
    wrong = write_quantity(evolve(blank, figures=tuple(second), unit=low.target)).truth
    return restated(stated, wrong, relation)


_WHOLE: dict[Cause, Callable[[DrawFn, str | None, Relation], Conversion]] = {
    Cause.SWAPPED_UNITS: _swapped,
    Cause.WRONG_UNIT_LABEL: _mislabelled,
    Cause.RANGE_ONE_END: _one_end,
}
