"""What is wrong with the digits of a constant: one mistyped, two swapped, or cut too short."""

from collections.abc import Iterator
from fractions import Fraction

from claimcheck.converters.declared import decade
from claimcheck.model import Cause

__all__ = ["misprint"]

_LONGEST = 12
_NOISE = Fraction(1, 10**13)


def misprint(got: Fraction, right: Fraction, *, wobble: Fraction) -> tuple[Cause, str] | None:
    """How a factor, or the divisor that it may have been written as, differs from the right one.

    >>> misprint(Fraction("0.621731"), Fraction(15625, 25146), wobble=Fraction(1, 10**12))
    (<Cause.DIGIT_TRANSPOSITION: 'digit_transposition'>, 'the factor 0.621731 has two digits swapped:
    0.621371')
    """
    if abs(got - right) <= abs(right) * max(wobble, _NOISE):
        return None
    forms = [(what, mine, true, _shortest(mine, wobble)) for what, mine, true in _ways(got, right)]
    for what, mine, true, digits in sorted(forms, key=lambda form: form[3] or _LONGEST + 1):
        if digits is None:
            continue
        written, meant = _written(mine, digits), _written(true, digits)
        if len(written) != len(meant):
            continue
        differing = [
            place for place, pair in enumerate(zip(written, meant, strict=True)) if pair[0] != pair[1]
        ]
        if not differing:
            return (
                Cause.ARITHMETIC,
                f"the {what} {written} is right as far as it goes, which is not far enough",
            )
        if _swapped(written, meant, differing):
            return Cause.DIGIT_TRANSPOSITION, f"the {what} {written} has two digits swapped: {meant}"
        if len(differing) == 1 and digits > 1:
            return Cause.DIGIT_ERROR, f"the {what} {written} has a wrong digit: {meant}"
    return None


def _ways(got: Fraction, right: Fraction) -> Iterator[tuple[str, Fraction, Fraction]]:
    """The two ways to write the constant down; the one with fewer digits is the likelier."""
    yield "factor", got, right
    yield "divisor", 1 / got, 1 / right


def _swapped(written: str, meant: str, differing: list[int]) -> bool:
    if len(differing) != 2 or differing[1] - differing[0] > 2:  # noqa: PLR2004 # two neighbours, a point between
        return False
    one, two = differing
    return written[one] == meant[two] and written[two] == meant[one]


def _shortest(number: Fraction, wobble: Fraction) -> int | None:
    """How many significant digits a constant was probably written with; None if it looks computed."""
    for digits in range(1, _LONGEST + 1):
        if abs(Fraction(_written(number, digits)) - number) <= abs(number) * max(wobble, _NOISE):
            return digits
    return None


def _written(number: Fraction, digits: int) -> str:
    places = digits - 1 - decade(number)
    scaled = round(abs(number) * Fraction(10) ** places)
    if places <= 0:
        return str(scaled * 10**-places)
    text = str(scaled).rjust(places + 1, "0")
    return f"{text[:-places]}.{text[-places:]}"
