"""Numerals by themselves: values, what the last digit vouches for, and what is none."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import LexiconError
from claimcheck.lexicon.numbers import numbers
from claimcheck.parse.numerals import LONGEST, Numeral, numerals

ENGLISH = numbers("en")
ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(value: int, joint: str = " ") -> str:
    """A natural number in words, by the rules of school; no code is shared with the reader."""
    if value < 20:
        return ONES[value]
    if value < 100:
        return TENS[value // 10] + (f"-{ONES[value % 10]}" if value % 10 else "")
    for size, word in (
        (10**12, "trillion"),
        (10**9, "billion"),
        (10**6, "million"),
        (1000, "thousand"),
        (100, "hundred"),
    ):
        if value >= size:
            rest = value % size
            return f"{spelled(value // size, joint)} {word}" + (joint + spelled(rest, joint) if rest else "")
    raise AssertionError


def only(text: str) -> Numeral:
    found = list(numerals(text, ENGLISH))
    assert len(found) == 1, [text[each.start : each.end] for each in found]
    assert text[found[0].start : found[0].end] == text
    return found[0]


@given(st.integers(0, 10**12 - 1), st.sampled_from((" ", " and ")))
def test_a_natural_number_in_words_is_that_number(value: int, joint: str) -> None:
    assert only(spelled(value, joint)).value == value


@given(st.integers(0, 10**15 - 1), st.sampled_from((",", "\u00a0", "\u2009", "’")))
def test_grouping_changes_nothing(value: int, mark: str) -> None:
    assert only(f"{value:,}".replace(",", mark)).value == value


@given(st.decimals(0, 10**9, places=4))
def test_decimals_are_exact(value: object) -> None:
    assert only(str(value)).value == Fraction(str(value))


@given(st.integers(0, 99), st.integers(1, 63), st.integers(2, 64))
def test_a_mixed_fraction_is_its_sum(whole: int, over: int, under: int) -> None:
    if over < under:
        assert only(f"{whole} {over}/{under}").value == whole + Fraction(over, under)


@given(st.integers(1, 9999), st.integers(-20, 20))
def test_powers_of_ten_are_exact(digits: int, power: int) -> None:
    expected = digits * Fraction(10) ** power
    assert only(f"{digits}e{power}").value == expected
    assert only(f"{digits} × 10^{power}").value == expected


@given(st.integers(1, 10**6), st.sampled_from(sorted(ENGLISH.scales.items())))
def test_a_scale_multiplies(value: int, scale: tuple[str, int]) -> None:
    word, power = scale
    numeral = only(f"{value} {word}")
    assert numeral.value == value * 10**power
    assert numeral.place == power


@pytest.mark.parametrize(
    ("text", "place", "zeros", "step"),
    [
        ("50", 0, 1, 1),
        ("1,500", 0, 2, 1),
        ("3.20", -2, 0, Fraction(1, 100)),
        ("2.5 million", 5, 0, 100_000),
        ("3½", 0, 0, Fraction(1, 2)),
        ("2 1/8", 0, 0, Fraction(1, 8)),
        ("two thirds", 0, 0, Fraction(1, 3)),
        ("fifty", 0, 1, 1),
        ("two million", 6, 0, 1_000_000),
        ("0", 0, 0, 1),
    ],
)
def test_the_last_written_digit(text: str, place: int, zeros: int, step: Fraction) -> None:
    numeral = only(text)
    assert (numeral.place, numeral.zeros, numeral.step) == (place, zeros, step)


@pytest.mark.parametrize("text", ["1.2.3", "26,29,49", "10.0.0.1", "one's", "B52", "x1", "9" * (LONGEST + 1)])
def test_what_goes_on_as_something_else_is_no_numeral(text: str) -> None:
    assert not list(numerals(text, ENGLISH))


@given(st.text(alphabet="0123456789.,/½ −-+e^×()andhundredmillion\n", max_size=80))
def test_numerals_stand_in_order_and_apart(text: str) -> None:
    found = list(numerals(text, ENGLISH))
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_an_unknown_language_has_no_numbers() -> None:
    with pytest.raises((LexiconError, FileNotFoundError)):
        numbers("xx")
