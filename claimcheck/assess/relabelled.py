"""Two temperatures with one and the same unit: the label of one of them is wrong."""

from fractions import Fraction

from claimcheck.assess.case import agrees
from claimcheck.assess.figures import alignments
from claimcheck.assess.suggestion import relabel
from claimcheck.errors import UnitError
from claimcheck.model import Assessment, Cause, Figure, Quantity, Verdict
from claimcheck.rounding.units import labels
from claimcheck.units import Scale, scale

__all__ = ["relabelled"]

_FIVE = Fraction(5)
_CELSIUS = "degree_Celsius"


def relabelled(stated: Quantity, restated: Quantity, text: str) -> Assessment | None:
    """The verdict on two figures in the same unit, where another unit for one of them explains both.

    "375 °C (190 °C)" must be 375 °F: no oven reaches the other, and the restatement says so.
    """
    found = _other_unit(stated, restated)
    if found is None:
        return None
    wrong, unit = found
    return Assessment(
        stated,
        restated,
        Verdict.DISAGREES,
        None,
        tuple(each.value for each in stated.figures),
        tuple(each.value for each in restated.figures),
        _gap(stated, restated),
        _CELSIUS,
        Cause.WRONG_UNIT_LABEL,
        relabel(wrong, text, unit),
        certain=True,
        mends=wrong if wrong is stated else None,
    )


def _other_unit(stated: Quantity, restated: Quantity) -> tuple[Quantity, str] | None:
    """The quantity whose label is wrong, and the unit that it must be in."""
    if stated.unit is None or restated.unit is None or stated.unit.name != restated.unit.name:
        return None
    unit = stated.unit.name
    pairs = next(iter(alignments(stated, restated)), ())
    for other in labels(unit) if pairs else ():
        for one, two, wrong in ((unit, other, restated), (other, unit, stated)):
            try:
                there = scale(one, two)
            except UnitError:
                break
            if all(_near(there, first, second) for first, second in pairs):
                return wrong, other
    return None


def _near(there: Scale, stated: Figure, restated: Figure) -> bool:
    """Whether the figures agree; oven settings, which are multiples of five, to within one of them."""
    if agrees(there, stated, restated):
        return True
    off = abs(there(stated.value) - restated.value)
    return bool(there.intercept) and restated.value % _FIVE == 0 and off < _FIVE


def _gap(stated: Quantity, restated: Quantity) -> Fraction:
    """How far the figures are from each other as they are labelled, in degrees Celsius."""
    degree = Fraction(5, 9) if stated.unit and stated.unit.name != _CELSIUS else Fraction(1)
    pairs = zip(stated.figures, restated.figures, strict=False)
    return max(abs(one.value - two.value) for one, two in pairs) * degree
