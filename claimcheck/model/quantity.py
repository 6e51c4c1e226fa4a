"""What a text measures: figures, units, quantities and the words that qualify them."""

from enum import StrEnum
from fractions import Fraction
from typing import Literal

from attrs import field, frozen

from claimcheck.model.span import Span

__all__ = ["Bound", "Figure", "Modifier", "Quantity", "Shape", "Unit"]

Shape = Literal["single", "range", "dimensions"]


class Bound(StrEnum):
    """What a modifier says of the figure beside it.

    The first six are MeasEval’s and Duckling’s; `evidential` marks a figure that somebody unnamed is said
    to have given ("a reported range of").
    """

    APPROXIMATE = "approximate"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    LESS_THAN = "less than"
    AT_MOST = "at most"
    EXACT = "exact"
    EVIDENTIAL = "evidential"


@frozen(order=True)
class Modifier:
    """Words before or after a figure that say how it is meant: "approximately", "up to", "or more"."""

    span: Span
    bound: Bound


@frozen
class Figure:
    """One number as written.

    `value` is exact and already multiplied out ("2.5 million" is 2500000). `place` is the power of ten of
    the last written digit after multiplying out ("2.5 million" is 5, "3.20" is -2, "50" is 0). `zeros`
    counts trailing integer zeros, which may or may not be significant ("50" and "320 million" have 1, "1,500"
    has 2).
    `step` is the size of one unit in the last written place, in the quantity's own unit: 10**place for a
    decimal, 1/2 for "3½", 1/12 for the inches of "5 ft 11 in".
    """

    span: Span
    value: Fraction
    place: int = 0
    zeros: int = 0
    spelled: bool = False
    step: Fraction = field()

    @step.default
    def _one_in_the_last_place(self) -> Fraction:
        return Fraction(10) ** self.place


@frozen(order=True)
class Unit:
    """A unit by name, never a pint object.

    `name` is a pint unit expression ("kilometer", "kilometer / hour", "degree_Celsius"), an ISO 4217 code
    for money ("USD", "USD / month"), "percent" for shares, or "" for things counted (kind "count"), whose
    noun is the quantity's `raw_unit`: nothing that pint could convert. `kind` is finer than dimension:
    torque is not energy, a temperature difference not a temperature. `system` is "SI", "metric", "US",
    "imperial", "US/imperial", "nautical"… or "".
    """

    name: str
    kind: str
    system: str = ""


@frozen
class Quantity:
    """A measured or counted amount as the text states it.

    `figures` holds one figure; two for a range; n for "3 by 4 m". `least` and `most` are as written and
    equal for a single figure: "more than 5" is a modifier, not an interval. `unit` is None for a bare
    number. `readings` lists the other units that the same words may stand for (a bare "gallon", "ton"), most
    likely first, `unit` itself not among them. `tolerance` is the figure after "±", in the same unit.
    """

    span: Span
    shape: Shape
    figures: tuple[Figure, ...]
    unit: Unit | None
    raw_unit: str = ""
    modifiers: tuple[Modifier, ...] = ()
    readings: tuple[Unit, ...] = ()
    tolerance: Figure | None = None

    @property
    def least(self) -> Fraction:
        """The smallest figure."""
        return min(figure.value for figure in self.figures)

    @property
    def most(self) -> Fraction:
        """The largest figure."""
        return max(figure.value for figure in self.figures)

    @property
    def kind(self) -> str:
        """The kind of the unit; "number" where there is none."""
        return self.unit.kind if self.unit else "number"

    def has(self, *bounds: Bound) -> bool:
        """Whether any modifier is one of `bounds`."""
        return any(modifier.bound in bounds for modifier in self.modifiers)
