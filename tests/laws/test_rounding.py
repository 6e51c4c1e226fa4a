"""Laws of rounding: what no pair of honest figures may be called, and what no slip may pass as."""

from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from functools import cache
from itertools import permutations

from hypothesis import assume, example, given
from hypothesis import strategies as st

from claimcheck.errors import UnitError
from claimcheck.lexicon import english
from claimcheck.lexicon.restatement import restatement
from claimcheck.model import Figure, How, Span, Verdict
from claimcheck.render import rounded
from claimcheck.rounding import coarsest, digits, grains, vouched
from claimcheck.rounding.judge import Judgement, judge
from claimcheck.rounding.limits import Limits, limits
from claimcheck.rounding.thermometer import judge_temperatures
from claimcheck.units import scale

NEWS = limits("news")
PROFILES = [limits("news"), limits("science"), limits("recipes")]
HERE = Span(0, 1)


@cache
def pairs_by_kind() -> dict[str, list[tuple[str, str]]]:
    """Every pair of units of one kind in the lexicon, either way round, but for thermometers."""
    by_kind: dict[str, list[str]] = {}
    for name, row in english().units.items():
        if row.kind not in restatement().never and row.kind != "temperature":
            by_kind.setdefault(row.kind, []).append(name)
    found = {
        kind: [pair for pair in permutations(names, 2) if is_scale(pair)] for kind, names in by_kind.items()
    }
    return {kind: pairs for kind, pairs in found.items() if pairs}


def is_scale(units: tuple[str, str]) -> bool:
    """Whether two units measure the same thing and differ in size."""
    try:
        return scale(*units).slope != 1
    except UnitError:
        return False


PAIRS = st.deferred(
    lambda: st.sampled_from(sorted(pairs_by_kind())).flatmap(
        lambda kind: st.sampled_from(pairs_by_kind()[kind])
    )
)
"""Any two units of a kind; every kind as often as any other, however few its units."""


def figure(number: int, place: int = 0) -> Figure:
    """A figure whose last written digit stands at `place`; noughts are shown for whole numbers only."""
    value = Fraction(number) * Fraction(10) ** place
    if place > 0:
        number, place = number * 10**place, 0
    zeros = len(str(abs(number))) - len(str(abs(number)).rstrip("0")) if place == 0 and number else 0
    return Figure(HERE, value, place, zeros)


def figures(*, least: int = 1, most: int = 99_999) -> st.SearchStrategy[Figure]:
    return st.builds(figure, st.integers(least, most), st.integers(-3, 3))


def as_written(value: Fraction, significant: int) -> Figure:
    """A value as a writer puts it who keeps a number of significant digits."""
    place = 0
    while abs(value) >= Fraction(10) ** (place + 1):
        place += 1
    while abs(value) < Fraction(10) ** place:
        place -= 1
    step = place - significant + 1
    return figure(int(rounded(value, Fraction(10) ** step) / Fraction(10) ** step), step)


def assess(one: Figure, two: Figure, units: tuple[str, str], allowed: Limits = NEWS) -> Judgement:
    return judge(one, two, scale(*units), scale(units[1], units[0]), allowed)


def is_copied(one: Figure, two: Figure) -> bool:
    """Whether one figure stands in both units, which is no rounding but a figure that nobody converted."""
    return two.value in (one.value, one.value * 1000, one.value / 1000)


# The oracle: exact decimal rounding, a candidate at a time, with no arithmetic of ours.
def rounds_to(exact: Fraction, grain: Fraction, value: Fraction) -> bool:
    """Whether either way of rounding a half takes an exact number to `value` at a grain."""
    ways = (ROUND_HALF_UP, ROUND_HALF_DOWN)
    with localcontext(prec=300):  # parsecs in femtometres have fifty digits
        count = Decimal((exact / grain).numerator) / Decimal((exact / grain).denominator)
        return any(Fraction(count.to_integral_value(way)) * grain == value for way in ways)


@given(figures(), st.integers(-60, 60))
def test_a_figure_vouches_for_exactly_what_rounds_to_it(written: Figure, twentieths: int) -> None:
    for grain in grains(written):
        number = written.value + grain * Fraction(twentieths, 20)
        assert (number in vouched(written, grain)) == rounds_to(number, grain, written.value)


@given(figures())
def test_the_coarsest_grain_is_one_of_the_grains(written: Figure) -> None:
    assert coarsest(written) == max(grains(written))


@given(figures(), st.integers(1, 5), st.integers(-150, 150), PAIRS)
def test_agreement_is_what_the_oracle_enumerates(
    one: Figure, significant: int, permille: int, units: tuple[str, str]
) -> None:
    two = as_written(scale(*units)(one.value) * (1000 + permille) / 1000, significant)
    there, back = scale(*units), scale(units[1], units[0])
    found = assess(one, two, units)
    forward = any(rounds_to(there(one.value), grain, two.value) for grain in grains(two))
    backward = any(rounds_to(back(two.value), grain, one.value) for grain in grains(one))
    if found.how is How.EXACT:
        assert there(one.value) == two.value
    elif found.how is How.ROUNDED:
        assert forward or found.gap <= NEWS.cut
    elif found.how is How.ROUNDED_FROM_THE_OTHER_SIDE:
        assert backward
        assert not forward or found.gap > NEWS.rounded
    elif found.how is How.COMMON_SOURCE:
        low, high = sorted(there(end) for end in (vouched(one).low, vouched(one).high))
        assert low <= vouched(two).high
        assert vouched(two).low <= high
    if found.verdict is Verdict.DISAGREES and not is_copied(one, two):
        assert not (forward and found.gap <= NEWS.rounded)
        assert not (backward and found.gap <= NEWS.other_side_precise)


@given(figures(), st.integers(2, 9), PAIRS, st.sampled_from(PROFILES))
def test_a_true_conversion_at_any_precision_is_never_an_error(
    one: Figure, significant: int, units: tuple[str, str], allowed: Limits
) -> None:
    two = as_written(scale(*units)(one.value), significant)
    assume(not is_copied(one, two))
    assert assess(one, two, units, allowed).verdict is Verdict.AGREES


@given(figures(least=100), PAIRS, st.integers(0, 2), st.integers(1, 9))
def test_one_significant_digit_changed_beyond_the_interval_is_always_an_error(
    one: Figure, units: tuple[str, str], at: int, by: int
) -> None:
    assume(one.zeros == 0 and one.value / one.step % 5)
    right = as_written(scale(*units)(one.value), 3)
    whole = str(int(right.value / right.step))
    number, noughts = whole[:3], len(whole) - 3
    changed = number[:at] + str((int(number[at]) + by) % 10) + number[at + 1 :]
    assume(len(number) == 3 and changed[0] != "0")  # three significant digits
    wrong = figure(int(changed), right.place + noughts)
    expected = scale(*units)(one.value)
    half = (coarsest(wrong) + coarsest(one) * abs(expected / one.value)) / 2
    assume(abs(wrong.value - expected) > half)
    assume(abs(wrong.value / expected - 1) > NEWS.cut)
    assert assess(one, wrong, units).verdict is Verdict.DISAGREES


@given(figures(), figures(), PAIRS)
def test_swapping_the_sides_never_turns_agrees_into_disagrees(
    one: Figure, two: Figure, units: tuple[str, str]
) -> None:
    assume(not is_copied(one, two))
    if assess(one, two, units).verdict is Verdict.AGREES:
        assert assess(two, one, (units[1], units[0])).verdict is not Verdict.DISAGREES


@given(figures(), st.integers(1, 4), PAIRS)
@example(figure(171), 1, ("kilometer", "mile"))
@example(figure(47), 1, ("langley", "kilowatt_hour / meter ** 2"))
def test_swapping_a_true_conversion_never_makes_it_wrong(
    one: Figure, significant: int, units: tuple[str, str]
) -> None:
    two = as_written(scale(*units)(one.value), significant)
    assume(not is_copied(one, two))
    if assess(one, two, units).verdict is Verdict.AGREES:
        assert assess(two, one, (units[1], units[0])).verdict is not Verdict.DISAGREES


@given(figures(), st.integers(1, 5), st.integers(-6, 12), PAIRS, st.integers(-30, 30))
def test_scaling_both_by_a_power_of_ten_keeps_the_verdict(
    one: Figure, significant: int, power: int, units: tuple[str, str], percent: int
) -> None:
    def scaled(each: Figure, power: int) -> Figure:
        ten = Fraction(10) ** power
        return Figure(HERE, each.value * ten, each.place + power, each.zeros, step=each.step * ten)

    back = (
        -power if scale(*units).reciprocal else power
    )  # ten times the miles per gallon are a tenth of the litres
    two = as_written(scale(*units)(one.value) * (100 + percent) / 100, significant)
    before, after = assess(one, two, units), assess(scaled(one, power), scaled(two, back), units)
    assert (before.verdict, before.how, before.gap) == (after.verdict, after.how, after.gap)


@given(st.integers(-90, 400), st.integers(0, 2), st.booleans())
def test_a_true_temperature_at_any_precision_is_never_an_error(
    degrees: int,
    places: int,
    celsius: bool,  # noqa: FBT001 # drawn
) -> None:
    units = ("degree_Celsius", "degree_Fahrenheit") if celsius else ("degree_Fahrenheit", "degree_Celsius")
    one = figure(degrees)
    expected = scale(*units)(one.value)
    step = Fraction(10) ** -places
    two = figure(int(rounded(expected, step) / step), -places)
    degree = Fraction(5, 9) if celsius else Fraction(1)
    for allowed in PROFILES:
        found = judge_temperatures(one, two, scale(*units), degree, allowed)
        assert found.verdict is Verdict.AGREES
        assert found.gap <= Fraction(1, 2)


@given(st.integers(-90, 400), st.integers(1, 60), st.booleans(), st.booleans())
@example(degrees=50, off=1, celsius=False, below=True)
def test_a_temperature_further_off_than_its_last_digit_is_always_an_error(
    degrees: int,
    off: int,
    celsius: bool,  # noqa: FBT001 # drawn
    below: bool,  # noqa: FBT001 # drawn
) -> None:
    units = ("degree_Celsius", "degree_Fahrenheit") if celsius else ("degree_Fahrenheit", "degree_Celsius")
    expected = scale(*units)(Fraction(degrees))
    two = figure(int(rounded(expected, Fraction(1))) + (-off if below else off))
    assume(degrees % 5 or two.value % 5)  # fives are rounded together
    degree = Fraction(5, 9) if celsius else Fraction(1)
    gap = abs(two.value - expected) * degree
    assume(gap > Fraction(3, 4) and 2 * gap > max(degree, Fraction(5, 9) if not celsius else Fraction(1)))
    found = judge_temperatures(figure(degrees), two, scale(*units), degree, NEWS)
    assert found.verdict is Verdict.DISAGREES
    assert found.gap == gap


@given(figures(), figures(), PAIRS)
def test_a_stricter_profile_never_forgives_more(one: Figure, two: Figure, units: tuple[str, str]) -> None:
    order = [Verdict.AGREES, Verdict.LOOSE, Verdict.DISAGREES]
    back = scale(units[1], units[0])
    strict, lax = (judge(one, two, scale(*units), back, limits(kind)) for kind in ("science", "recipes"))
    assert order.index(strict.verdict) >= order.index(lax.verdict)


@given(figures())
def test_digits_do_not_change_when_the_point_moves(written: Figure) -> None:
    moved = Figure(HERE, written.value * 1000, written.place + 3, written.zeros, step=written.step * 1000)
    assert digits(moved) == digits(written)
