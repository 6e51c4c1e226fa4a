"""Quantities and ranges."""

from fractions import Fraction

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from claimcheck.model import Quantity, Span, Unit
from claimcheck.strategies.figures import figure_of, figures
from claimcheck.strategies.units import units
from claimcheck.strategies.wording import write_quantity
from claimcheck.strategies.words import RISES

__all__ = ["plain_quantity", "quantities", "ranges"]

Bound = Fraction | float | str | None
_USUAL = {"temperature": (-40, 120), RISES: (1, 40)}


@st.composite
def quantities(  # noqa: PLR0913 # keyword-only, each with a default
    draw: DrawFn,
    *,
    unit: Unit | None = None,
    kind: str | None = None,
    system: str | None = None,
    min_value: Bound = None,
    max_value: Bound = None,
    places: int = 1,
) -> Quantity:
    """A single quantity between two bounds, in a unit, or any unit of a kind and a system.

    Bounds are in the quantity's own unit; without them, temperatures lie between -40 and 120, rises of
    temperature between 1 and 40, and all else is from 1 to 10,000. Its spans are those of its plainest form;
    `as_text` writes it in another style.

    Raises:
        InvalidArgument: at draw time, if there is no such unit or figure.
    """
    chosen = unit or draw(units(kind=kind, system=system))
    low, high = bounds(chosen, min_value, max_value)
    return plain_quantity(chosen, draw(figures(min_value=low, max_value=high, places=places)).value, places)


@st.composite
def ranges(  # noqa: PLR0913 # as above
    draw: DrawFn,
    *,
    unit: Unit | None = None,
    kind: str | None = None,
    system: str | None = None,
    min_value: Bound = None,
    max_value: Bound = None,
    places: int = 1,
) -> Quantity:
    """A range: two figures of which the first is the smaller, in one unit; otherwise as `quantities`.

    Raises:
        InvalidArgument: at draw time, if there is no such unit or no two such figures.
    """
    chosen = unit or draw(units(kind=kind, system=system))
    low, high = bounds(chosen, min_value, max_value)
    each = figures(min_value=low, max_value=high, places=places)
    ends = draw(st.lists(each, min_size=2, max_size=2, unique_by=lambda figure: figure.value))
    grain = Fraction(10) ** min(figure.place for figure in ends)
    first, second = (figure_of(value, grain) for value in sorted(figure.value for figure in ends))
    whole = Quantity(Span(0, 0), "range", (first, second), chosen)
    return write_quantity(whole).truth


def bounds(unit: Unit, least: Bound, most: Bound) -> tuple[Bound, Bound]:
    """The declared bounds, and for those that are missing what prose has."""
    lowest, highest = _USUAL.get(unit.kind, (1, 10_000))
    return (lowest if least is None else least), (highest if most is None else most)


def plain_quantity(unit: Unit, value: Fraction, places: int = 3) -> Quantity:
    """A single quantity in its plainest form, with as few decimals as the value needs."""
    grain = next(
        (Fraction(1, 10**count) for count in range(places + 1) if (value * 10**count).denominator == 1), None
    )
    figure = figure_of(value, grain or Fraction(1, 10**places))
    return write_quantity(Quantity(Span(0, 0), "single", (figure,), unit)).truth
