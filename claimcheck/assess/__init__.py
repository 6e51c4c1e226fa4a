"""Conversion to verdict, gap, cause and suggestion."""

from collections.abc import Iterator
from fractions import Fraction

from claimcheck.assess.case import Case
from claimcheck.assess.causes import diagnose
from claimcheck.assess.context import is_difference
from claimcheck.assess.pair import Fit, best_fit
from claimcheck.model import Assessment, Config, Conversion, Quantity, Verdict
from claimcheck.rounding.limits import Limits, kind_of_document, limits

__all__ = ["assess"]


def assess(conversion: Conversion, text: str, config: Config) -> Iterator[Assessment]:
    """One assessment for each restatement whose unit can be compared with the stated one."""
    allowed = limits(kind_of_document(text, config.profile))
    for restated in conversion.restated:
        found = _assess(conversion.stated, restated, text, allowed)
        if found is not None:
            yield found


def _assess(stated: Quantity, restated: Quantity, text: str, allowed: Limits) -> Assessment | None:
    difference = is_difference(stated, restated, text)
    ranked = best_fit(stated, restated, allowed, difference=difference)
    if not ranked:
        return None
    best = ranked[0]
    if best.verdict is Verdict.AGREES:
        return _assessment(stated, restated, best)
    case = Case(stated, restated, best.pairs, best.reading, difference, text)
    diagnosis = diagnose(case, best.wrong)
    return _assessment(stated, restated, best, diagnosis.cause if best.verdict is Verdict.DISAGREES else None)


def _assessment(stated: Quantity, restated: Quantity, fit: Fit, cause=None) -> Assessment:
    worst = fit.worst
    degrees = stated.kind == "temperature" and "difference" not in stated.kind
    return Assessment(stated, restated, fit.verdict, worst.how, tuple(e.expected for e in fit.judgements), tuple(fit.reading.inverse(two.value) for _, two in fit.pairs), worst.gap, "degree_Celsius" if degrees else "", cause)
