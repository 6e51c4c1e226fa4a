"""Laws of precision across a document: whoever keeps one way of rounding is never told of two."""

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

import claimcheck
from claimcheck.render import rounded, written
from claimcheck.units import scale

PAIRS = [
    ("kilometer", "km", "mile", "miles"),
    ("mile", "miles", "kilometer", "km"),
    ("meter", "m", "foot", "ft"),
    ("inch", "in", "centimeter", "cm"),
    ("hectare", "hectares", "acre", "acres"),
    ("kilogram", "kg", "pound", "lb"),
    ("kilometer / hour", "km/h", "mile / hour", "mph"),
]
TIMES = [Fraction(1), Fraction(10), Fraction(1, 10)]


def told(sides: list[tuple[str, str]], word: str, other: str) -> list[str]:
    text = "\n\n".join(f"The thing measured {one} {word} ({two} {other}) in all." for one, two in sides)
    return [each.message for each in claimcheck.check(text).diagnostics if each.code == "U107"]


def shown(value: Fraction, significant: int) -> str:
    """A value with so many significant digits, without a point where it needs none."""
    step = Fraction(1)
    while value >= step * 10**significant:
        step *= 10
    while value < step * 10 ** (significant - 1):
        step /= 10
    return written(rounded(value, step), step)


@given(
    st.lists(st.integers(3, 9_999), min_size=2, max_size=8),
    st.sampled_from(PAIRS),
    st.sampled_from(TIMES),
)
def test_one_number_of_decimals_is_one_way_to_round(
    values: list[int], pair: tuple[str, str, str, str], step: Fraction
) -> None:
    one, word, two, other = pair
    there = scale(one, two)
    exact = [there(Fraction(each)) for each in values]
    sides = [
        (written(Fraction(each), Fraction(1)), written(rounded(right, step), step))
        for each, right in zip(values, exact, strict=True)
    ]
    assert told(sides, word, other) == []


@given(
    st.lists(st.integers(3, 9_999), min_size=2, max_size=8),
    st.sampled_from(PAIRS),
    st.integers(2, 4),
)
def test_one_number_of_digits_is_one_way_to_round(
    values: list[int], pair: tuple[str, str, str, str], significant: int
) -> None:
    one, word, two, other = pair
    there = scale(one, two)
    sides = [
        (written(Fraction(each), Fraction(1)), shown(there(Fraction(each)), significant)) for each in values
    ]
    assert told(sides, word, other) == []


@given(st.lists(st.integers(-60, 60), min_size=2, max_size=8), st.integers(0, 2))
def test_one_number_of_decimals_on_a_thermometer(values: list[int], decimals: int) -> None:
    step = Fraction(1, 10**decimals)
    there = scale("degree_Celsius", "degree_Fahrenheit")
    sides = [
        (str(each), written(rounded(there(Fraction(each)), step), step).replace("-", "−")) for each in values
    ]
    assert told(sides, "°C", "°F") == []


@given(st.integers(31, 59), st.integers(31, 59), st.sampled_from(PAIRS[:3]))
def test_decimals_that_come_and_go_are_told_of(one: int, two: int, pair: tuple[str, str, str, str]) -> None:
    first, word, second, other = pair
    there = scale(first, second)
    tenth = Fraction(1, 10)
    coarse, fine = rounded(there(Fraction(one)), Fraction(1)), rounded(there(Fraction(two)), tenth)
    assume(one != two and one % 10)
    assume(fine * 10 % 5)  # a figure that ends in five or nought may be as coarse as one without decimals
    assume(rounded(there(Fraction(one)), tenth) != coarse)  # no nought behind the point was left out
    assume((fine >= 100) >= (coarse >= 100))  # it has more digits as well
    sides = [(str(one), written(coarse, Fraction(1))), (str(two), written(fine, tenth))]
    assert len(told(sides, word, other)) == 1
    assert len(told(sides[::-1], word, other)) == 1
