"""What a written figure vouches for: its significant digits, its grains, the interval that it stands for."""

from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from claimcheck.model import Figure

__all__ = ["Interval", "coarsest", "digits", "grains", "is_decimal", "is_round", "is_small", "vouched"]

_HALF = Fraction(1, 2)
_TEN = Fraction(10)


@frozen
class Interval:
    """Closed range of numbers; both ends belong to it, because writers round a half either way."""

    low: Fraction
    high: Fraction

    def __contains__(self, value: Fraction) -> bool:
        return self.low <= value <= self.high

    def meets(self, other: "Interval") -> bool:
        """Whether the two share at least one number."""
        return self.low <= other.high and other.low <= self.high


def is_decimal(figure: Figure) -> bool:
    """Whether the figure is in decimal notation, not a fraction ("3½") or a compound ("5 ft 11 in")."""
    step = figure.step
    place = figure.place
    if place >= 0:
        return step.denominator == 1 and step.numerator == 10**place
    return step.numerator == 1 and step.denominator == 10**-place


def digits(figure: Figure) -> int:
    """Significant digits, without trailing zeros of a whole number: 3 for "1,240", 1 for "50", 2 for "5.0".

    A fraction or compound has as many as the count of its steps: "3½" is seven halves, one digit.
    """
    number = _steps(figure, figure.step)
    shown = len(str(number))
    return max(1, shown - figure.zeros) if number else 1


def grains(figure: Figure) -> Iterator[Fraction]:
    """Every step to which the writer may have rounded, finest first.

    "1,500" may be exact to 1, 10 or 100, and also to 5, 50 or 500: figures are rounded to fives
    as well as to tens where they end in five or in a nought before the point. A nought behind it is meant.
    """
    step = figure.step
    if not is_decimal(figure) or not figure.value:
        yield step
        return
    for index in range(figure.zeros + 1):
        yield step
        if index < figure.zeros or _steps(figure, step) % 10 == 5:  # noqa: PLR2004 # fives
            yield step * 5
        step *= 10


def coarsest(figure: Figure) -> Fraction:
    """The largest step to which the writer may have rounded: 500 for "1,500", 10 for "40", 1/4 for "2¼"."""
    if not figure.value or not is_decimal(figure):
        return figure.step
    step = figure.step * 10**figure.zeros if figure.zeros else figure.step
    return step * 5 if _steps(figure, step) % 10 == 5 else step  # noqa: PLR2004 # fives, as in `grains`


def vouched(figure: Figure, grain: Fraction | None = None) -> Interval:
    """The numbers that round to the figure at a grain, by default its coarsest."""
    half = (coarsest(figure) if grain is None else grain) * _HALF
    return Interval(figure.value - half, figure.value + half)


def is_round(figure: Figure) -> bool:
    """Whether the figure looks like an estimate: one digit, two that end in five, or a plain fraction."""
    if not is_decimal(figure):
        return True
    number = abs(_steps(figure, figure.step * _TEN**figure.zeros))
    return number < 10 or (number < 100 and number % 5 == 0)  # noqa: PLR2004 # one and two digits


def is_small(figure: Figure) -> bool:
    """Whether a single step is a large part of the figure: "1" to "9", or a plain fraction below three."""
    if not is_decimal(figure):
        return abs(figure.value) < 3  # noqa: PLR2004 # "2½" is the last that people read as a handful
    return figure.zeros == 0 and abs(_steps(figure, figure.step)) < 10  # noqa: PLR2004 # one digit


def _steps(figure: Figure, step: Fraction) -> int:
    """How many steps the figure counts, without sign."""
    value = figure.value
    return abs(value.numerator * step.denominator // (value.denominator * step.numerator))
