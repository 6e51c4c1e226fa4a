"""Figures as writers write them: few digits, few places."""

from fractions import Fraction
from functools import partial
from math import ceil, floor

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import DrawFn, SearchStrategy

from claimcheck.model import Figure, Span
from claimcheck.strategies.told import as_fraction
from claimcheck.strategies.wording import write_figure

__all__ = ["figure_of", "figures"]

_EVERYDAY = Fraction(10_000)


@st.composite
def figures(  # noqa: PLR0913 # keyword-only, each with a default
    draw: DrawFn,
    *,
    min_value: Fraction | float | str | None = 1,
    max_value: Fraction | float | str | None = None,
    places: int = 2,
    max_digits: int = 4,
    fractions: bool = False,
) -> Figure:
    """A figure between two bounds, with at most `places` decimals and `max_digits` significant digits.

    With `fractions`, also halves and quarters, as recipes have them: 2½.

    Shrinks to few digits and to the bound nearest zero.

    Raises:
        InvalidArgument: at draw time, if no such figure lies between the bounds.
    """
    least, most = as_fraction(min_value), as_fraction(max_value)
    if places < 0 or max_digits < 1:
        raise InvalidArgument("figures: places must be 0 or more, and max_digits 1 or more")
    low = least if least is not None else -_EVERYDAY
    high = most if most is not None else max(_EVERYDAY, abs(low) * 100)
    if low > high:
        raise InvalidArgument(f"figures: min_value {min_value} is larger than max_value {max_value}")
    parts = [
        part for place in range(0, -places - 1, -1) if (part := _at(place, low, high, max_digits)) is not None
    ]
    if fractions and floor(high * 4) >= ceil(low * 4):
        parts.append(st.integers(ceil(low * 4), floor(high * 4)).map(_quarters))
    if not parts:
        raise InvalidArgument(
            f"figures: no figure of {places} decimal places lies between {min_value} and {max_value}"
        )
    return draw(st.one_of(parts))


def _quarters(number: int) -> Figure:
    value = Fraction(number, 4)
    step = Fraction(1, value.denominator)
    return write_figure(Figure(Span(0, 0), value, step=step)).truth


def _at(place: int, low: Fraction, high: Fraction, digits: int) -> SearchStrategy[Figure] | None:
    """Figures whose last digit stands at a place, and at larger ones where there are too many digits."""
    grain = Fraction(10) ** place
    first, last = ceil(low / grain), floor(high / grain)
    if first > last:
        return None
    return st.integers(first, last).map(partial(_kept, grain, digits, (first, last)))


def _kept(grain: Fraction, digits: int, ends: tuple[int, int], number: int) -> Figure:
    """The figure, with its digits beyond the allowed ones made zeros, unless that leaves the bounds."""
    spare = 10 ** max(len(str(abs(number))) - digits, 0)
    short = number - (abs(number) % spare) * (1 if number >= 0 else -1)
    kept = short if ends[0] <= short <= ends[1] else number
    return figure_of(kept * grain, grain)


def figure_of(value: Fraction, grain: Fraction) -> Figure:
    """A figure in plain digits whose last place counts `grain`, a power of ten."""
    place = 0
    while Fraction(10) ** place > grain:
        place -= 1
    return write_figure(Figure(Span(0, 0), value, place)).truth
