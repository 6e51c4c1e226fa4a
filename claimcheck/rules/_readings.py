"""Which reading of an ambiguous word makes the figures of a conversion agree."""

from claimcheck.lexicon.evidence import is_evident
from claimcheck.model import Assessment, Verdict

__all__ = ["unusual"]


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
    return chosen if usual in (Verdict.DISAGREES, Verdict.LOOSE) and not said else ""


def _usual(found: Assessment) -> str:
    stated, restated = found.stated.unit, found.restated.unit
    return f"{stated.name} → {restated.name}" if stated and restated else ""
