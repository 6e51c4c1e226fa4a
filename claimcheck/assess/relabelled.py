"""Two figures with one and the same unit: the label of one of them is wrong."""

from fractions import Fraction

from claimcheck.assess.case import agrees
from claimcheck.assess.figures import alignments
from claimcheck.errors import UnitError
from claimcheck.model import Figure, Quantity
from claimcheck.rounding.units import labels
from claimcheck.units import Scale, scale

__all__ = ["relabelled"]

_FIVE = Fraction(5)


def relabelled(stated: Quantity, restated: Quantity) -> tuple[str, bool] | None:
    """The unit that one of two figures in the same unit must be in, and whether it is the restated one's.

    "375 °C (190 °C)" is 375 °F: an oven reaches that, and the conversion says so.
    """
    if stated.unit is None or restated.unit is None or stated.unit.name != restated.unit.name:
        return None
    unit = stated.unit.name
    for other in labels(unit):
        for one, two, of_restated in ((unit, other, True), (other, unit, False)):
            try:
                there = scale(one, two)
            except UnitError:
                break
            for pairs in alignments(stated, restated)[:1]:
                if all(_near(there, first, second) for first, second in pairs):
                    return other, of_restated
    return None


def _near(there: Scale, stated: Figure, restated: Figure) -> bool:
    """Whether the figures agree; oven settings, which are multiples of five, to within one of them."""
    if agrees(there, stated, restated):
        return True
    off = abs(there(stated.value) - restated.value)
    return bool(there.intercept) and restated.value % _FIVE == 0 and off < _FIVE
