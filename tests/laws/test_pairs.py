"""Laws of conversions in prose, over every pair of units of one kind and every way to spell them."""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import permutations

from hypothesis import assume, given
from hypothesis import strategies as st

import claimcheck
from claimcheck.errors import UnitError
from claimcheck.lexicon import english
from claimcheck.lexicon.restatement import restatement
from claimcheck.lexicon.rounding import twins
from claimcheck.model import Assessment, Cause, Unit, Verdict
from claimcheck.parse.restatement.comparable import family
from claimcheck.render import rounded, written
from claimcheck.rounding.limits import limits
from claimcheck.units import scale

CUT = limits("news").cut
LARGEST, SMALLEST = 10**9, Fraction(1, 10**4)  # what prose writes in digits


@cache
def spellings() -> dict[Unit, list[str]]:
    """The forms of each unit that stand for it and nothing else, wherever they stand."""
    found: dict[Unit, list[str]] = {}
    for form, readings in english().spellings.items():
        if len(readings) == 1 and not readings[0].needs and form[0].isalpha() and form[-1].isalnum():
            found.setdefault(readings[0].unit, []).append(form)
    return found


@cache
def pairs() -> dict[str, list[tuple[Unit, Unit]]]:
    """Every pair of units of one kind that can be spelled, either way round, by kind.

    Thermometers have laws of their own in test_rounding.py: digits mean nothing on them.
    """
    by_kind: dict[str, list[Unit]] = {}
    for unit in spellings():
        named_before = unit.name == "mach"
        if unit.kind not in {*restatement().never, "temperature"} and not named_before:
            by_kind.setdefault(unit.kind, []).append(unit)
    found = {kind: list(_comparable(units)) for kind, units in by_kind.items()}
    return {kind: listed for kind, listed in found.items() if listed}


def _comparable(units: list[Unit]) -> Iterator[tuple[Unit, Unit]]:
    for one, two in permutations(units, 2):
        try:
            there = scale(one.name, two.name)
        except UnitError:
            continue
        if there.slope != 1 and SMALLEST < there.slope < 1 / SMALLEST:
            yield one, two


PAIRS = st.deferred(
    lambda: st.sampled_from(sorted(pairs())).flatmap(lambda kind: st.sampled_from(pairs()[kind]))
)


def shown(value: Fraction, significant: int) -> str:
    """A value with so many significant digits."""
    step = Fraction(1)
    while abs(value) >= step * 10**significant:
        step *= 10
    while abs(value) < step * 10 ** (significant - 1):
        step /= 10
    return written(rounded(value, step), step)


def is_copied(value: int, other: str) -> bool:
    """Whether the same figure stands in both units, which nobody converted: 1,000 yd (1,000 m)."""
    figure = Fraction(other.replace(",", ""))
    return figure in (value, value * 1000, Fraction(value, 1000))


def judged(number: str, word: str, other: str, unit: str) -> list[Assessment]:
    report = claimcheck.check(f"It came to {number} {word} ({other} {unit}) in all.")
    return [each for pair in report.conversions for each in report.assessments_of(pair)]


@st.composite
def conversions(draw: st.DrawFn, *, least: int = 2, most: int = 5) -> tuple[Unit, Unit, int, Fraction, int]:
    """Two units, a stated figure, what it is in the other unit, and with how many digits that is written."""
    one, two = draw(PAIRS)
    value = draw(st.integers(11, 9_999))
    expected = scale(one.name, two.name)(Fraction(value))
    assume(SMALLEST < expected < LARGEST)
    return one, two, value, expected, draw(st.integers(least, most))


@given(conversions(), st.data())
def test_a_true_conversion_is_found_and_agrees_however_its_units_are_spelled(
    drawn: tuple[Unit, Unit, int, Fraction, int], data: st.DataObject
) -> None:
    one, two, value, expected, significant = drawn
    word, unit = (data.draw(st.sampled_from(spellings()[each])) for each in (one, two))
    other = shown(expected, significant)
    number = written(Fraction(value), Fraction(1))
    assume(not is_copied(value, other))
    assert [each.verdict for each in judged(number, word, other, unit)] == [Verdict.AGREES]


def wrong_digits(right: str, expected: Fraction, slack: Fraction, most: Fraction) -> list[str]:
    """The figures that differ from a right one in one digit and lie beyond what it and its source show."""
    found = []
    for place, digit in enumerate(right):
        for other in "0123456789" if digit.isdecimal() else "":
            wrong = right[:place] + other + right[place + 1 :]
            value = Fraction(wrong.replace(",", ""))
            decimals = len(wrong.partition(".")[2])
            step = Fraction(1, 10**decimals)
            rounded_away = wrong[-1] in "05" or wrong[0] == "0" != right[0] or not value
            off = abs(value - expected)
            if (
                other != digit
                and not rounded_away
                and 2 * off > step + slack
                and CUT * expected < off < most * expected
            ):
                found.append(wrong)
    return found


@given(PAIRS, st.integers(21, 1_999), st.integers(1, 4), st.data())
def test_one_digit_changed_beyond_the_interval_is_an_error(
    pair: tuple[Unit, Unit], fives: int, rest: int, data: st.DataObject
) -> None:
    one, two = pair
    assume(one.kind not in restatement().unless_close)  # far apart, they are two things
    assume(not any(map(twins, (one.name, two.name))))  # horsepower: the other one may be meant, and agree
    value = 5 * fives + rest
    expected = scale(one.name, two.name)(Fraction(value))
    # Of one family, figures that are far apart are two things: 10 kW (40 MW).
    most = Fraction(3) if family(one) != family(two) else Fraction(35, 100)
    wrong = wrong_digits(shown(expected, 3), expected, expected / value, most)
    assume(wrong)
    word, unit = (data.draw(st.sampled_from(spellings()[each])) for each in (one, two))
    found = judged(written(Fraction(value), Fraction(1)), word, data.draw(st.sampled_from(wrong)), unit)
    assert [each.verdict for each in found] == [Verdict.DISAGREES]


@given(conversions(least=1), st.data())
def test_swapping_the_sides_never_makes_an_error_of_what_agrees(
    drawn: tuple[Unit, Unit, int, Fraction, int], data: st.DataObject
) -> None:
    one, two, value, expected, significant = drawn
    word, unit = (data.draw(st.sampled_from(spellings()[each])) for each in (one, two))
    number, other = written(Fraction(value), Fraction(1)), shown(expected, significant)
    assume(not is_copied(value, other))
    if [each.verdict for each in judged(number, word, other, unit)] == [Verdict.AGREES]:
        (found,) = judged(other, unit, number, word)
        # "700 atm (702 at)": two digits put back make it 720, right to the last, which proves a slip.
        assert found.verdict is not Verdict.DISAGREES or found.cause is Cause.DIGIT_TRANSPOSITION


@given(conversions(), st.integers(-40, 40), st.data())
def test_the_same_units_by_other_names_keep_the_verdict(
    drawn: tuple[Unit, Unit, int, Fraction, int], percent: int, data: st.DataObject
) -> None:
    one, two, value, expected, significant = drawn
    other = shown(expected * (100 + percent) / 100, significant)
    number = written(Fraction(value), Fraction(1))
    first, second = (
        [
            (each.verdict, each.gap)
            for each in judged(
                number,
                data.draw(st.sampled_from(spellings()[one])),
                other,
                data.draw(st.sampled_from(spellings()[two])),
            )
        ]
        for _ in range(2)
    )
    assert first == second
