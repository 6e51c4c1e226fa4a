"""Numbers as a reader of a report wants them: exact arithmetic, rounded once, at the very end."""

from fractions import Fraction
from functools import lru_cache

__all__ = ["decimal", "exactly", "exponent", "gap", "number", "precisely", "rounded"]

_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
_SCIENTIFIC_FROM, _SCIENTIFIC_BELOW = 15, -4
_EXACT_DIGITS = 4
_LONGEST = 12


def number(value: Fraction, *, place: int | None = None) -> str:
    """A figure to about one part in 300: three significant digits, four where the first is 1, 2 or 3.

    With `place`, at least as fine as that power of ten: a figure set against "42.195 km" needs its digits.
    A value that four digits hold exactly is given exactly.

    >>> number(Fraction(50) / Fraction("1.609344"))
    '31.07'
    >>> number(Fraction(30) * Fraction("1.609344"))
    '48.3'
    """
    return _number(value.numerator, value.denominator, place)


# By numerator and denominator: integers hash and compare in C, fractions in Python, and a report asks a lot.
@lru_cache(maxsize=4096)
def _number(top: int, bottom: int, place: int | None) -> str:
    if not top:
        return "0"
    value = Fraction(top, bottom)
    magnitude = exponent(value)
    leading = abs(value) / Fraction(10) ** magnitude
    finest = magnitude - (3 if leading < 4 else 2)  # noqa: PLR2004 # the digits 1, 2 and 3
    exact = magnitude - _EXACT_DIGITS + 1
    if rounded(value, exact) == value:
        finest = exact
    if place is not None and place < finest:
        finest = max(place, magnitude - 11)
    return _written(rounded(value, finest), finest)


def exactly(value: Fraction) -> str:
    """A figure as it stands, however many digits that takes up to twelve; rounded only beyond.

    >>> exactly(Fraction(123456)), exactly(Fraction("3.2e9"))
    ('123,456', '3.2 billion')
    """
    return _exactly(value.numerator, value.denominator)


@lru_cache(maxsize=4096)
def _exactly(top: int, bottom: int) -> str:
    if not top:
        return "0"
    value = Fraction(top, bottom)
    magnitude = exponent(value)
    for place in range(magnitude, magnitude - _LONGEST, -1):
        if rounded(value, place) == value:
            return _written(value, place)
    return number(value)


def precisely(value: Fraction, digits: int = 5) -> str:
    """A figure of a definition to so many significant digits: "340.29"."""
    if not value:
        return "0"
    finest = exponent(value) - digits + 1
    return _written(rounded(value, finest), finest)


def decimal(value: Fraction) -> str:
    """A figure for machines: plain decimal digits with a point, at most fifteen of them significant.

    >>> decimal(Fraction("-2.5")), decimal(Fraction(1, 3))
    ('-2.5', '0.333333333333333')
    """
    if not value:
        return "0"
    decimals = max(_SCIENTIFIC_FROM - 1 - exponent(value), 0)
    return _digits(rounded(value, -decimals), decimals).replace(",", "").replace("−", "-")


def gap(value: Fraction, unit: str = "") -> str:
    """How far two figures are apart: "3.4%", or "2.1 °C" where `unit` names degrees."""
    return _gap(value.numerator, value.denominator, unit)


@lru_cache(maxsize=4096)
def _gap(top: int, bottom: int, unit: str) -> str:
    value = Fraction(top, bottom)
    if unit:
        return f"{number(abs(value))} {unit}"
    percent = abs(value) * 100
    if percent >= 1000:  # noqa: PLR2004 # a factor says more than four digits of percent
        return f"a factor of {number(abs(value) + 1)}"
    if percent >= 10:  # noqa: PLR2004 # two digits are enough
        return f"{_written(rounded(percent, 0), 0)}%"
    if percent and percent < Fraction(1, 10):
        return "less than 0.1%"
    return f"{_written(rounded(percent, exponent(percent) - 1), exponent(percent) - 1)}%" if percent else "0%"


def rounded(value: Fraction, place: int) -> Fraction:
    """To the nearest multiple of 10**place, halves away from zero."""
    top, bottom = abs(value.numerator), value.denominator
    sign = 1 if value.numerator > 0 else -1
    # In whole numbers: building intermediate Fractions takes ten times as long, and reports do this a lot.
    if place >= 0:
        unit = 10**place
        return Fraction(sign * ((2 * top + bottom * unit) // (2 * bottom * unit)) * unit)
    return Fraction(sign * ((2 * top * 10**-place + bottom) // (2 * bottom)), 10**-place)


def exponent(value: Fraction) -> int:
    """The power of ten of the first significant digit; `value` is not zero."""
    top, bottom = abs(value.numerator), value.denominator
    guess = int((top.bit_length() - bottom.bit_length()) * 0.30103)  # log10(2)
    while _less(top, bottom, guess):
        guess -= 1
    while not _less(top, bottom, guess + 1):
        guess += 1
    return guess


def _less(top: int, bottom: int, power: int) -> bool:
    """Whether top / bottom is less than 10**power."""
    return top < bottom * int(10**power) if power >= 0 else top * int(10**-power) < bottom


def _written(value: Fraction, place: int) -> str:
    """A rounded value in digits, grouped by commas; in words from a million, in powers of ten far out."""
    if not value:
        return "0"
    magnitude = exponent(value)
    while rounded(value, place + 1) == value:
        place += 1
    if magnitude >= _SCIENTIFIC_FROM or magnitude < _SCIENTIFIC_BELOW:
        mantissa = _digits(value / Fraction(10) ** magnitude, magnitude - place)
        return f"{mantissa} × 10^{magnitude}"
    for power, word in _SCALES:
        if magnitude >= power and place >= power - 3:
            return f"{_digits(value / Fraction(10) ** power, power - place)} {word}"
    return _digits(value, -place)


def _digits(value: Fraction, decimals: int) -> str:
    """Fixed notation with at most so many decimals, trailing zeros cut, a true minus sign."""
    decimals = max(decimals, 0)
    whole = abs(value) * 10**decimals
    text = f"{whole.numerator // whole.denominator:0{decimals + 1}d}"
    before, after = (text[:-decimals], text[-decimals:].rstrip("0")) if decimals else (text, "")
    sign = "−" if value < 0 else ""
    return f"{sign}{int(before):,}" + (f".{after}" if after else "")
