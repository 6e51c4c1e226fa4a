"""Two figures whose units rule out that they agree, where another label for one of them explains both."""

from collections.abc import Iterator
from fractions import Fraction

from claimcheck.assess.case import agrees
from claimcheck.assess.figures import alignments
from claimcheck.assess.suggestion import relabel
from claimcheck.errors import UnitError
from claimcheck.lexicon.restatement import restatement
from claimcheck.model import Assessment, Cause, Figure, Quantity, Verdict
from claimcheck.rounding.units import labels
from claimcheck.units import Scale, scale

__all__ = ["relabelled"]

_FIVE = Fraction(5)
_CELSIUS = "degree_Celsius"


def relabelled(stated: Quantity, restated: Quantity, text: str) -> Assessment | None:
    """The verdict on two figures whose units cannot be compared, where another label explains both.

    "375 °C (190 °C)" must be 375 °F: no oven reaches the other, and the restatement says so. "60 mph (97 km)"
    must be km/h: no length restates a speed.
    """
    found = next(_other_units(stated, restated), None)
    if found is None or stated.unit is None or restated.unit is None:
        return None
    wrong, unit = found
    same = stated.kind == "temperature" and stated.unit.name == restated.unit.name
    return Assessment(
        stated,
        restated,
        Verdict.DISAGREES,
        None,
        tuple(each.value for each in stated.figures) if same else (),
        tuple(each.value for each in restated.figures) if same else (),
        _gap(stated, restated) if same else Fraction(1),
        _CELSIUS if same else "",
        Cause.WRONG_UNIT_LABEL,
        relabel(wrong, text, unit),
        certain=True,
        mends=wrong if wrong is stated else None,
    )


def _other_units(stated: Quantity, restated: Quantity) -> Iterator[tuple[Quantity, str]]:
    """The quantity whose label is wrong, and the unit that it must be in."""
    pairs = next(iter(alignments(stated, restated)), ())
    for one, two, wrong in _candidates(stated, restated) if pairs else ():
        try:
            there = scale(one, two)
        except UnitError:
            continue
        if all(_near(there, first, second) for first, second in pairs):
            yield (restated, two) if wrong is restated else (stated, one)


def _candidates(stated: Quantity, restated: Quantity) -> Iterator[tuple[str, str, Quantity]]:
    """Unit names for both sides, one of them another than is written, and the side that it is for."""
    if stated.unit is None or restated.unit is None:
        return
    one, two = stated.unit, restated.unit
    if one.name == two.name:
        for other in (*restatement().partners(one.name), *labels(one.name)):
            yield one.name, other, restated
            yield other, one.name, stated
        return
    for whole in restatement().whole(two, one):
        yield one.name, whole, restated
    for whole in restatement().whole(one, two):
        yield whole, two.name, stated


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
