"""Slips of the pen in one figure: the point, the order of the digits, one digit, the sign."""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Literal

from attrs import evolve

from claimcheck.assess.case import Case, agrees_to_the_digit
from claimcheck.lexicon.thresholds import explaining
from claimcheck.model import Cause, Figure
from claimcheck.rounding import is_decimal
from claimcheck.units import Scale

__all__ = ["decimal_slip", "digit_slip", "is_percentage", "percent_off", "transposed"]

_POWERS = (1, -1, 3, -3, 2, -2, 6, -6, 4, -4, 5, -5)
_PERCENT = (
    (Fraction(10, 100), Cause.OFF_BY_10),
    (Fraction(15, 100), Cause.OFF_BY_15),
    (Fraction(25, 100), Cause.OFF_BY_25),
)
_THOUSAND = 3
_PARTS = (12, 14, 16)  # inches in a foot, pounds in a stone, ounces in a pound
_NONE = Fraction(0)


def decimal_slip(case: Case) -> int | None:
    """The power of ten by which the restated figures are too large; None where no shift explains them."""
    there = case.reading.scale
    if there.intercept:
        return None
    ratios = [(two.value / expected if (expected := there(one.value)) else _NONE) for one, two in case.pairs]
    for power, least, most in _near():
        if least <= ratios[0] <= most and case.explained_by(
            Scale(there.slope * Fraction(10) ** power, reciprocal=there.reciprocal)
        ):
            return power
    powers = (_THOUSAND, -_THOUSAND)
    return next((each for each in powers if all(_is_thousandfold(ratio, each) for ratio in ratios)), None)


@cache
def _near() -> tuple[tuple[int, Fraction, Fraction], ...]:
    """The powers of ten, each with the ratios of two figures that it could explain at all."""
    most = explaining().fits_one_digit
    tens = ((power, Fraction(10) ** power) for power in _POWERS)
    return tuple((power, ten * (1 - most), ten * (1 + most)) for power, ten in tens)


def _is_thousandfold(ratio: Fraction, power: int) -> bool:
    """Whether figures are a thousand times apart and loose besides: nothing else takes them that far."""
    return abs(ratio / Fraction(10) ** power - 1) <= explaining().thousandfold


def transposed(figure: Figure) -> Iterator[Figure]:
    """The figure with each pair of neighbouring digits exchanged; the decimal point stays."""
    if not is_decimal(figure):
        yield from _in_two_units(figure)
        return
    number = abs(int(figure.value / figure.step))
    shown = str(number)
    if figure.step < 1:
        shown = shown.rjust(1 - figure.place, "0")
    sign = -1 if figure.value < 0 else 1
    for index in range(len(shown) - 1):
        leading = not index and shown[1] == "0" and figure.step >= 1  # nobody types 40 as 04
        if shown[index] != shown[index + 1] and not leading:
            swapped = f"{shown[:index]}{shown[index + 1]}{shown[index]}{shown[index + 2 :]}"
            yield _with_value(figure, sign * int(swapped) * figure.step)


def _in_two_units(figure: Figure) -> Iterator[Figure]:
    """The same of "216 ft 10 in" and "2½": digits of the whole part; and "5 lb 3 oz" for "3 lb 5 oz"."""
    whole, rest = divmod(abs(figure.value), 1)
    shown, sign = str(int(whole)), -1 if figure.value < 0 else 1
    for index in range(len(shown) - 1):
        if shown[index] != shown[index + 1]:
            swapped = int(f"{shown[:index]}{shown[index + 1]}{shown[index]}{shown[index + 2 :]}")
            yield evolve(figure, value=sign * (swapped + rest))
    least, parts = rest / figure.step, figure.step.denominator
    if figure.step.numerator == 1 and least.denominator == 1 and 0 < whole < parts and parts in _PARTS:
        yield evolve(figure, value=sign * (least + Fraction(whole, parts)))


def digit_slip(
    case: Case, stated: Figure, restated: Figure
) -> tuple[Cause, Literal["stated", "restated"], Figure] | None:
    """A transposed or wrong digit that explains one pair: the cause, the side, the figure as it should be."""
    there, back = case.reading.scale, case.reading.inverse
    for figure in transposed(restated):
        if agrees_to_the_digit(there, stated, figure):
            return Cause.DIGIT_TRANSPOSITION, "restated", figure
    for figure in transposed(stated) if restated.value else ():
        if figure.value and agrees_to_the_digit(there, figure, restated):
            return Cause.DIGIT_TRANSPOSITION, "stated", figure
    expected = there(stated.value)
    if _is_about_a_percentage(abs(restated.value / expected - 1) if expected else Fraction(1)):
        return None
    right = _one_digit_off(restated, expected)
    if right is not None:
        return Cause.DIGIT_ERROR, "restated", right
    right = _one_digit_off(stated, back(restated.value)) if restated.value else None
    return (Cause.DIGIT_ERROR, "stated", right) if right is not None else None


def percent_off(case: Case) -> Cause:
    """The plain error nearest in size; `arithmetic` where it is none of the usual sizes."""
    stated, restated = case.pairs[0]
    expected = case.reading.scale(stated.value)
    if not expected or not restated.value or case.reading.scale.intercept:
        return Cause.ARITHMETIC
    ratio = restated.value / expected
    gap = max(abs(ratio - 1), abs(1 / ratio - 1)) if ratio > 0 else Fraction(1)
    lower = min(abs(ratio - 1), abs(1 / ratio - 1)) if ratio > 0 else Fraction(1)
    middle = (gap + lower) / 2
    known = explaining()
    if middle < known.percentage_low or middle > known.percentage_high:
        return Cause.ARITHMETIC
    if middle < known.percentage_10:
        return Cause.OFF_BY_10
    return Cause.OFF_BY_15 if middle < known.percentage_15 else Cause.OFF_BY_25


def is_percentage(case: Case) -> bool:
    """Whether the restated figures are, to their last digit, a round percentage too large or too small."""
    there = case.reading.scale
    return any(
        all(
            2 * abs(there(one.value) * (1 + sign * size) - two.value) <= two.step * 10**two.zeros
            for one, two in case.pairs
        )
        for size, _ in _PERCENT
        for sign in (1, -1)
    )


def _is_about_a_percentage(gap: Fraction) -> bool:
    """Whether a gap is within half a point of one of the round percentages."""
    return any(abs(gap - size) <= explaining().percentage_near for size, _ in _PERCENT)


def _one_digit_off(figure: Figure, right: Fraction) -> Figure | None:
    """The right figure, where the written one differs from it in a single digit of three or more."""
    if not is_decimal(figure):
        return None
    step = figure.step * 10**figure.zeros
    given, wanted = str(abs(int(figure.value / step))), str(abs(round(right / step)))
    if len(given) != len(wanted) or len(given) < explaining().digits or (figure.value < 0) != (right < 0):
        return None
    if sum(one != two for one, two in zip(given, wanted, strict=True)) != 1:
        return None
    return _with_value(figure, round(right / step) * step)


def _with_value(figure: Figure, value: Fraction) -> Figure:
    number = abs(int(value / figure.step))
    shown = str(number)
    zeros = len(shown) - len(shown.rstrip("0")) if figure.place == 0 and number else 0
    return evolve(figure, value=value, zeros=zeros)
