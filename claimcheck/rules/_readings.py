"""Which reading of an ambiguous word makes the figures of a conversion agree."""

from collections.abc import Iterator
from fractions import Fraction

from claimcheck.errors import UnitError
from claimcheck.lexicon.evidence import is_evident
from claimcheck.lexicon.thresholds import explaining
from claimcheck.model import Assessment, Quantity, Verdict
from claimcheck.units import scale

__all__ = ["meanings", "unusual"]


def unusual(found: Assessment, text: str) -> str:
    """The reading ("long_ton → metric_ton") in which alone the figures agree; "" where it is the usual one.

    A text with something British in it has said that its gallons are.
    """
    readings = found.verdicts_by_reading
    if found.verdict is not Verdict.AGREES or not readings:
        return ""
    usual = next((verdict for name, verdict in readings if name == _usual(found)), None)
    chosen = readings[0][0]
    said = "imperial" in chosen and is_evident("imperial_pint", text)
    if said or usual not in (Verdict.DISAGREES, Verdict.LOOSE) or _is_plain(found, chosen):
        return ""
    return chosen


def meanings(found: Assessment, chosen: str) -> Iterator[tuple[Quantity, str]]:
    """The sides whose words mean another unit in the chosen reading than they do by custom, and which."""
    for side, name in zip((found.stated, found.restated), chosen.split(" → "), strict=True):
        if side.unit is not None and side.unit.name != name:
            yield side, name


def _is_plain(found: Assessment, chosen: str) -> bool:
    """Whether nobody could take the words for the usual unit: nanometres beside kilometres."""
    for side, name in meanings(found, chosen):
        try:
            slope = scale(side.unit.name, name).slope if side.unit else Fraction(1)
        except UnitError:
            return True
        if max(slope, 1 / slope) >= explaining().far:
            return True
    return False


def _usual(found: Assessment) -> str:
    stated, restated = found.stated.unit, found.restated.unit
    return f"{stated.name} → {restated.name}" if stated and restated else ""
