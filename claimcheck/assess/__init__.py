"""Conversion to verdict, gap, cause and suggestion."""

from collections.abc import Iterator

from attrs import evolve

from claimcheck.assess.case import Case
from claimcheck.assess.causes import Diagnosis, diagnose
from claimcheck.assess.context import is_difference, may_be_difference
from claimcheck.assess.pair import Fit, best_fit
from claimcheck.assess.relabelled import relabelled
from claimcheck.assess.suggestion import corrected, relabel, restated_like, suggest
from claimcheck.model import Assessment, Cause, Config, Conversion, Quantity, Verdict
from claimcheck.rounding import digits, is_false_precision
from claimcheck.rounding.limits import Limits, kind_of_document, limits
from claimcheck.units import scale

__all__ = ["assess"]

_DEGREES = "degree_Celsius"


def assess(conversion: Conversion, text: str, config: Config) -> Iterator[Assessment]:
    """One assessment for each restatement whose unit can be compared with the stated one."""
    allowed = limits(kind_of_document(text, config.profile))
    for restated in conversion.restated:
        found = _assess(conversion.stated, restated, text, allowed)
        if found is not None:
            yield found


def _assess(stated: Quantity, restated: Quantity, text: str, allowed: Limits) -> Assessment | None:
    difference = is_difference(stated, restated, text)
    ranked = best_fit(stated, restated, allowed, text, difference=difference)
    if not ranked:
        return _with_one_unit(stated, restated, text)
    best = ranked[0]
    if best.verdict is not Verdict.AGREES and not difference and may_be_difference(stated, restated, text):
        other = best_fit(stated, restated, allowed, text, difference=True)
        if other and other[0].verdict is Verdict.AGREES:
            best, difference, ranked = other[0], True, other
    by_reading = _by_reading(ranked)
    found = _assessment(stated, restated, best, by_reading, difference=difference)
    if best.verdict is Verdict.AGREES:
        return _with_precision(found, best, text, allowed)
    if best.verdict is Verdict.LOOSE:
        return evolve(found, suggestion=suggest(best, restated, text, allowed))
    best, diagnosis = _diagnosed(stated, restated, text, ranked, difference=difference)
    found = _assessment(stated, restated, best, by_reading, difference=difference)
    suggestion = suggest(best, restated, text, allowed, diagnosis)
    return evolve(found, cause=diagnosis.cause, certain=diagnosis.certain, suggestion=suggestion)


def _diagnosed(
    stated: Quantity, restated: Quantity, text: str, ranked: tuple[Fit, ...], *, difference: bool
) -> tuple[Fit, Diagnosis]:
    """The likely cause in the most likely reading; in another, where only that one has a cause with a name."""
    first: tuple[Fit, Diagnosis] | None = None
    for fit in ranked:
        diagnosis = diagnose(Case(stated, restated, fit.pairs, fit.reading, difference, text), fit.wrong)
        if diagnosis.is_named:
            return fit, diagnosis
        first = first or (fit, diagnosis)
    assert first is not None
    return first


def _with_precision(found: Assessment, fit: Fit, text: str, allowed: Limits) -> Assessment:
    """The same, marked where the restatement claims digits that the stated figures do not have."""
    if not all(is_false_precision(one, two, fit.reading.scale) for one, two in fit.pairs):
        return found
    restated = found.restated
    wanted = [corrected(fit, at, max(2, digits(one))) for at, (one, _) in enumerate(fit.pairs)]
    suggestion = None
    if len(wanted) == len(restated.figures):
        suggestion = restated_like(fit, restated, text, [each.value for each in wanted], [each.step for each in wanted])
    return evolve(found, false_precision=True, suggestion=suggestion)


def _assessment(
    stated: Quantity, restated: Quantity, fit: Fit, by_reading: tuple[tuple[str, Verdict], ...], *, difference: bool
) -> Assessment:
    worst = fit.worst
    back = fit.reading.inverse
    return Assessment(
        stated,
        restated,
        fit.verdict,
        worst.how,
        tuple(each.expected for each in fit.judgements),
        tuple(back(two.value) for _, two in fit.pairs if two.value or not back.reciprocal),
        worst.gap,
        _DEGREES if stated.kind == "temperature" and not difference else "",
        verdicts_by_reading=by_reading,
    )


def _with_one_unit(stated: Quantity, restated: Quantity, text: str) -> Assessment | None:
    """The verdict on two figures in the same unit, of which one must have the wrong label."""
    found = relabelled(stated, restated)
    if found is None:
        return None
    other, of_restated = found
    one, two = (stated.unit.name, other) if of_restated else (other, stated.unit.name)
    there, back = scale(one, two), scale(two, one)
    expected = tuple(there(each.value) for each in stated.figures)
    gap = max(abs(a.value - b.value) for a, b in zip(stated.figures, restated.figures, strict=False))
    wrong = restated if of_restated else stated
    return Assessment(
        stated,
        restated,
        Verdict.DISAGREES,
        None,
        expected,
        tuple(back(each.value) for each in restated.figures),
        gap,
        _DEGREES,
        Cause.WRONG_UNIT_LABEL,
        relabel(wrong, text, other),
        certain=True,
        mends=wrong if wrong is stated else None,
    )


def _by_reading(ranked: tuple[Fit, ...]) -> tuple[tuple[str, Verdict], ...]:
    """The verdict for each pair of units that the words may stand for, where there are several."""
    if len(ranked) < 2:  # noqa: PLR2004 # one reading is no choice
        return ()
    return tuple((f"{each.reading.stated} → {each.reading.restated}", each.verdict) for each in ranked)
