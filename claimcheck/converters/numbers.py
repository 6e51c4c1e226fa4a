"""Between exact Fractions and the types that converters take and give."""

import sys
from decimal import Decimal, localcontext
from fractions import Fraction
from numbers import Rational
from typing import Protocol, runtime_checkable

__all__ = ["NotANumber", "as_type", "exact", "is_nan", "shown"]

_DIGITS = 40


class NotANumber(ValueError):  # noqa: N818 # it says what was found, and never leaves this package
    """A converter gave something that is no finite real number."""


@runtime_checkable
class _Scalar(Protocol):
    """What numpy's scalars and 0-d arrays, and much that imitates them, can do."""

    def item(self) -> object: ...


def as_type(value: Fraction, kind: type) -> object | None:
    """`value` as an int, float, Decimal, Fraction or str; None where the type has no such value.

    A float or Decimal is the nearest one, so ask `exact` what was really passed on.
    """
    if kind is int:
        return int(value) if value.denominator == 1 else None
    if kind is float:
        return float(value) if abs(value) <= Fraction(sys.float_info.max) else None
    if kind is Decimal:
        with localcontext() as context:
            context.prec = _DIGITS
            return Decimal(value.numerator) / Decimal(value.denominator)
    if kind is Fraction:
        return value
    if kind is str:
        return _grouped(value)
    raise TypeError(f"converters are not tried with {kind.__name__}")


def exact(number: object) -> Fraction:
    """The value of any real number, exactly.

    Raises:
        NotANumber: it is infinite, NaN, complex, a truth value, a collection or nothing of the kind.
    """
    if isinstance(number, bool):
        raise NotANumber(f"the truth value {number}")
    if isinstance(number, (int, Fraction)):
        return Fraction(number)
    if isinstance(number, (float, Decimal)):
        if number != number or number in (float("inf"), float("-inf")):  # noqa: PLR0124 # NaN
            raise NotANumber(f"{number}")
        return Fraction(number)
    if isinstance(number, Rational):
        return Fraction(int(number.numerator), int(number.denominator))
    if isinstance(number, str):
        return _read(number)
    if isinstance(number, _Scalar):
        try:
            return exact(number.item())
        except (ValueError, TypeError) as error:
            raise NotANumber(shown(number)) from error
    raise NotANumber(shown(number))


def is_nan(number: object) -> bool:
    """Whether it is a NaN of any type."""
    try:
        return bool(number != number)  # noqa: PLR0124 # only NaN differs from itself
    except Exception:  # noqa: BLE001 # a foreign type may refuse comparison in its own way
        return False


def shown(number: object) -> str:
    """A number as a person would write it down, short; Fractions that are short decimals as decimals."""
    if isinstance(number, Fraction):
        digits = _decimal_digits(number)
        if digits is not None:
            return f"{number.numerator // number.denominator}" if not digits else _plain(number)
        return f"{_plain(number)}…" if abs(number) < Fraction(10) ** 30 else f"{float(number):g}"
    text = repr(number)
    return text if len(text) <= 80 else f"{text[:77]}…"  # noqa: PLR2004 # one line


def _plain(number: Fraction) -> str:
    with localcontext() as context:
        context.prec = 15
        return f"{(Decimal(number.numerator) / Decimal(number.denominator)).normalize():f}"


def _decimal_digits(number: Fraction) -> int | None:
    """Decimal places of a terminating decimal that is short enough to print; None for any other."""
    for digits in range(13):
        if (number.numerator * 10**digits) % number.denominator == 0:
            return digits if len(str(number.numerator)) <= 18 else None  # noqa: PLR2004 # fits a line
    return None


def _grouped(value: Fraction) -> str:
    with localcontext() as context:
        context.prec = _DIGITS
        return f"{(Decimal(value.numerator) / Decimal(value.denominator)):,f}"


def _read(text: str) -> Fraction:
    """The one figure in a string that a converter gave: "31.07", "1,242.7 mi", "-4 °F"."""
    import regex  # noqa: PLC0415 # only converters that answer in strings need it

    figures = regex.findall(
        r"""(?<![\w.,]) [-−+]?+ (?> \d{1,3} (?: [,\u202f\u00a0] \d{3} )++ | \d{1,400} ) (?: \. \d{1,400}+ )?+
        (?: [eE] [-+]? \d{1,3} )?+
            (?! [\d.,]*\d )""",
        text,
        regex.VERBOSE,
    )
    if len(figures) != 1:
        raise NotANumber(f"{shown(text)}, in which no single figure can be read")
    plain = regex.sub(r"[,\u202f\u00a0+]", "", figures[0]).replace("−", "-")
    return Fraction(Decimal(plain))
