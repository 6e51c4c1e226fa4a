"""Restatements: right ones, loose ones, and ones that are wrong for a known reason."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache, partial
from itertools import product

from attrs import evolve
from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import DrawFn

from claimcheck.assess import assess
from claimcheck.model import Cause, Config, Conversion, Quantity, Relation, Span, Unit, Verdict
from claimcheck.strategies.figures import figure_of, figures
from claimcheck.strategies.quantities import bounds, plain_quantity
from claimcheck.strategies.slips import SLIPS, Pair, slipped
from claimcheck.strategies.style import Style
from claimcheck.strategies.wording import write_conversion, write_quantity
from claimcheck.strategies.words import RISES, everyday_pairs, pairs_by_kind
from claimcheck.units import scale

__all__ = ["conversions", "restated", "right_figure"]

_TOO_ALIKE = ("power",)  # no round kW is 13 to 24 percent off a round hp
_ELSEWHERE = ("temperature", RISES, "fuel economy")
_SAMPLE = tuple(
    map(Fraction, ["2", "3.7", "8.2", "17", "62", "84", "263", "845", "1720", "4620", "-5", "-28"])
)
_IN_CODE = (Cause.FLOAT_DRIFT, Cause.WRONG_ROUNDING, Cause.KEPT_STATE)


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
    it. `cause` alone means a wrong one, but for false_precision, which is right with too many digits. Only a
    sentence says that a rise of temperature ("temperature difference") is one: write it with `texts`.

    Raises:
        InvalidArgument: at draw time, if verdict and cause contradict each other, or no text can show the
        cause.
    """
    if cause in _IN_CODE:
        raise InvalidArgument(
            f"conversions: {cause} is a fault of code, which no restatement in prose can show"
        )
    wanted = verdict or (Verdict.DISAGREES if cause not in (None, Cause.FALSE_PRECISION) else Verdict.AGREES)
    if cause is not None and wanted is not _verdict_of(cause):
        raise InvalidArgument(
            f"conversions: {cause} is the cause of what {_verdict_of(cause)}; what {wanted} was asked for"
        )
    if cause is None and wanted is Verdict.AGREES:
        pair = draw(_pairs(_pool(kind)))
        return _conversion(pair, pair.right, relation)
    if wanted is Verdict.LOOSE:
        return draw(_loose(kind, relation))
    chosen = cause or draw(st.sampled_from([each for each in SLIPS if _shown(each, kind)]))
    if chosen in _WHOLE:
        if kind in _ELSEWHERE:
            raise InvalidArgument(f"conversions: {chosen} is not seen in {kind}")
        return _WHOLE[chosen](draw, kind, relation)
    pool = _shown(chosen, kind)
    if not pool:
        seen = ", ".join(each for each in pairs_by_kind() if _shown(chosen, each))
        raise InvalidArgument(f"conversions: {chosen} is seen in {seen}, not in {kind}")
    pair = draw(_pairs(pool).filter(lambda each: slipped(chosen, each) is not None))
    wrong = slipped(chosen, pair)
    assert wrong is not None  # noqa: S101 # by the filter
    return _conversion(pair, wrong, relation)


def _verdict_of(cause: Cause) -> Verdict:
    """What a cause leads to: only digits without a source are a matter of style."""
    return Verdict.AGREES if cause is Cause.FALSE_PRECISION else Verdict.DISAGREES


def _pool(kind: str | None) -> tuple[tuple[Unit, Unit], ...]:
    """Pairs of units of a kind; of all kinds but rises, if none is named."""
    known = pairs_by_kind() if kind else everyday_pairs()
    if kind is not None and kind not in known:
        raise InvalidArgument(f"conversions: kind {kind!r} is none of {', '.join(known)}")
    return known[kind] if kind else tuple(pair for each in known.values() for pair in each)


@cache
def _shown(cause: Cause, kind: str | None) -> tuple[tuple[Unit, Unit], ...]:
    """The pairs of units in which a slip can be seen."""
    found = tuple(pair for pair in _pool(kind) if any(map(partial(_slips, cause), _samples(*pair))))
    return found or (_shown(cause, RISES) if kind is None else ())


def _slips(cause: Cause, pair: Pair) -> bool:
    return slipped(cause, pair) is not None


def _samples(source: Unit, target: Unit) -> Iterator[Pair]:
    for value, digits in product(_SAMPLE, (2, 3)):
        if value > 0 or source.kind == "temperature":
            right, grain = right_figure(value, source, target, digits)
            yield Pair(value, source, target, right, grain)


@st.composite
def _pairs(draw: DrawFn, pool: tuple[tuple[Unit, Unit], ...]) -> Pair:
    """A figure that prose may hold, both units, and the right figure in the second."""
    source, target = draw(st.sampled_from(pool))
    low, high = bounds(source, None, None)
    figure = draw(figures(min_value=low, max_value=high, places=1, max_digits=3))
    digits = draw(st.integers(2, 3))
    assume(source.kind == "temperature" or figure.value)
    right, grain = right_figure(figure.value, source, target, digits)
    return Pair(figure.value, source, target, right, grain)


def right_figure(value: Fraction, source: Unit, target: Unit, digits: int) -> tuple[Fraction, Fraction]:
    """The exact figure rounded to significant digits (temperatures: to whole degrees), and the step."""
    exact = scale(source.name, target.name, difference=source.kind == RISES)(value)
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
    pool = [pair for pair in _plain_pool(kind) if pair[0].kind not in _TOO_ALIKE]
    if not pool:
        raise InvalidArgument(f"conversions: nothing of kind {kind!r} is restated loosely")
    source, target = draw(st.sampled_from(pool))
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


def _overprecise(draw: DrawFn, kind: str | None, relation: Relation) -> Conversion:
    """A round figure restated to six digits: 30 km (18.6411 mi)."""
    pair = draw(_pairs(_plain_pool(kind)))
    stated = Fraction(draw(st.integers(2, 9)) * 10 ** draw(st.integers(0, 2)))
    right, grain = right_figure(stated, pair.source, pair.target, 6)
    assume((right / grain) % 10)
    return restated(
        plain_quantity(pair.source, stated), plain_quantity(pair.target, right, places=9), relation
    )


def _swapped(draw: DrawFn, kind: str | None, relation: Relation) -> Conversion:
    """The two unit words stand the wrong way round: 50 miles (31 km)."""
    close = Fraction(3, 2)
    unlike = [
        (one, two)
        for one, two in _plain_pool(kind)
        if not _is_about_one(scale(one.name, two.name).slope, close)
    ]
    pair = draw(_pairs(_unless_empty(unlike, Cause.SWAPPED_UNITS, kind)))
    return restated(
        plain_quantity(pair.target, pair.value), plain_quantity(pair.source, pair.right, places=6), relation
    )


def _mislabelled(draw: DrawFn, kind: str | None, relation: Relation) -> Conversion:
    """The right figure under a wrong unit: 188 km (117 m)."""
    mislabelled = [pair for pair in _plain_pool(kind) if _other_labels(*pair)]
    pair = draw(_pairs(_unless_empty(mislabelled, Cause.WRONG_UNIT_LABEL, kind)))
    wrong = _other_labels(pair.source, pair.target)
    second = plain_quantity(draw(st.sampled_from(wrong)), pair.right, places=6)
    return restated(plain_quantity(pair.source, pair.value), second, relation)


def _other_labels(source: Unit, target: Unit) -> list[Unit]:
    """Further units of the kind, so far from the target that its figure cannot be excused as theirs."""
    others = {unit for both in pairs_by_kind()[source.kind] for unit in both} - {source, target}
    return [
        unit for unit in sorted(others) if not _is_about_one(scale(unit.name, target.name).slope, Fraction(2))
    ]


def _is_about_one(ratio: Fraction, within: Fraction) -> bool:
    return 1 / within < ratio < within


def _plain_pool(kind: str | None) -> tuple[tuple[Unit, Unit], ...]:
    """Pairs with a common zero and a factor."""
    return tuple(pair for pair in _pool(kind) if pair[0].kind not in _ELSEWHERE)


def _unless_empty(
    pool: list[tuple[Unit, Unit]], cause: Cause, kind: str | None
) -> tuple[tuple[Unit, Unit], ...]:
    if not pool:
        raise InvalidArgument(f"conversions: {cause} is not seen in {kind}: its units are too much alike")
    return tuple(pool)


def _one_end(draw: DrawFn, kind: str | None, relation: Relation) -> Conversion:
    """A range of which one end is right and the other ten times too large or too small."""
    low = draw(_pairs(_plain_pool(kind)))
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
    Cause.FALSE_PRECISION: _overprecise,
}
