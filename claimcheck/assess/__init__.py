"""Conversion to verdict, gap, cause and suggestion."""

from collections.abc import Iterator

from attrs import evolve

from claimcheck.assess.alternatives import alternatives
from claimcheck.assess.case import Case
from claimcheck.assess.causes import Diagnosis, diagnose
from claimcheck.assess.context import is_difference, is_doubtful, may_be_difference
from claimcheck.assess.pair import Fit, best_fit, exactly_british
from claimcheck.assess.proof import put_back, without_transpositions
from claimcheck.assess.relabelled import relabelled
from claimcheck.assess.suggestion import corrected, relabel, restated_like, stated_like, suggest
from claimcheck.model import Assessment, Cause, Config, Conversion, Correction, Quantity, Verdict
from claimcheck.rounding import digits, is_false_precision
from claimcheck.rounding.limits import Limits, kind_of_document, limits

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
    doubtful = difference and is_doubtful(stated, restated, text)
    found = _of_figures(stated, restated, text, allowed, difference=difference, doubtful=doubtful)
    if found is None or found.verdict is not Verdict.AGREES or not stated.tolerance or not restated.tolerance:
        return found
    # 20 ± 2 °C (68 ± 3.6 °F): a tolerance is a difference, whatever the figure before it is.
    one = evolve(stated, shape="single", figures=(stated.tolerance,), tolerance=None)
    two = evolve(restated, shape="single", figures=(restated.tolerance,), tolerance=None)
    inner = _of_figures(one, two, text, allowed, difference=True)
    return found if inner is None or inner.verdict is Verdict.AGREES else inner


def _of_figures(  # noqa: PLR0913 # the two, where they stand, what is allowed, what is known of them
    stated: Quantity,
    restated: Quantity,
    text: str,
    allowed: Limits,
    *,
    difference: bool,
    doubtful: bool = False,
) -> Assessment | None:
    ranked, difference = _ranked(stated, restated, text, allowed, difference=difference, doubtful=doubtful)
    if not ranked:
        return relabelled(stated, restated, text)
    best = ranked[0]
    found = _assessment(stated, restated, best, _by_reading(ranked), difference=difference)
    if best.verdict is Verdict.AGREES:
        figures = put_back(best)
        if figures:
            words = restated_like(
                best, restated, text, [each.value for each in figures], [each.step for each in figures]
            )
            return evolve(
                found, verdict=Verdict.LOOSE, how=None, cause=Cause.DIGIT_TRANSPOSITION, suggestion=words
            )
        return _with_precision(found, best, text)
    if best.verdict is Verdict.LOOSE:
        slipped = without_transpositions(best)
        if slipped is None:
            return evolve(found, suggestion=suggest(best, restated, text, allowed))
        ranked = (slipped, *ranked[1:])
    best, diagnosis = _diagnosed(stated, restated, text, ranked, difference=difference)
    found = _assessment(stated, restated, best, found.verdicts_by_reading, difference=difference)
    return _corrected(evolve(found, cause=diagnosis.cause), best, text, allowed, diagnosis)


def _corrected(found: Assessment, fit: Fit, text: str, allowed: Limits, diagnosis: Diagnosis) -> Assessment:
    """The same with what would mend it: on the side on which the cause says that the error is."""
    stated, restated = found.stated, found.restated
    if diagnosis.cause is Cause.WRONG_UNIT_LABEL and diagnosis.first_unit is not None:
        return evolve(found, suggestion=relabel(stated, text, diagnosis.first_unit), mends=stated)
    suggestion = suggest(fit, restated, text, allowed, diagnosis)
    if diagnosis.stated and not diagnosis.figures:
        words = stated_like(fit, restated, text, diagnosis.stated, allowed)
        if words is not None and suggestion is not None:
            anew = Correction(suggestion, ((restated.span, suggestion),))
            return evolve(found, suggestion=words, mends=stated, alternatives=(anew,))
    others = tuple(alternatives(fit, restated, text, allowed, diagnosis))
    return evolve(found, certain=diagnosis.certain, suggestion=suggestion, alternatives=others)


def _ranked(  # noqa: PLR0913 # as above
    stated: Quantity, restated: Quantity, text: str, allowed: Limits, *, difference: bool, doubtful: bool
) -> tuple[tuple[Fit, ...], bool]:
    """Every reading, best first, and whether it is that of a difference, which the figures may settle."""
    ranked = best_fit(stated, restated, allowed, text, difference=difference)
    if not ranked or ranked[0].verdict is Verdict.AGREES:
        return ranked, difference
    proven = exactly_british(stated, restated, allowed)
    if proven is not None:
        return (proven, *ranked), difference
    if doubtful or (not difference and may_be_difference(stated, restated, text)):
        other = best_fit(stated, restated, allowed, text, difference=not difference)
        if other and other[0].verdict is Verdict.AGREES:
            return other, not difference
    return ranked, difference


def _diagnosed(
    stated: Quantity, restated: Quantity, text: str, ranked: tuple[Fit, ...], *, difference: bool
) -> tuple[Fit, Diagnosis]:
    """The likely cause in the most likely reading; in another, if only that one has a cause with a name."""
    found = [
        (fit, diagnose(Case(stated, restated, fit.pairs, fit.reading, difference, text), fit.wrong))
        for fit in ranked
    ]
    return next((each for each in found if each[1].is_named), found[0])


def _with_precision(found: Assessment, fit: Fit, text: str) -> Assessment:
    """The same, marked where the restatement claims digits that the stated figures do not have."""
    if not all(is_false_precision(one, two, fit.reading.scale) for one, two in fit.pairs):
        return found
    restated = found.restated
    wanted = [corrected(fit, at, max(2, digits(one))) for at, (one, _) in enumerate(fit.pairs)]
    suggestion = None
    if len(wanted) == len(restated.figures):
        suggestion = restated_like(
            fit, restated, text, [each.value for each in wanted], [each.step for each in wanted]
        )
    return evolve(found, false_precision=True, suggestion=suggestion)


def _assessment(
    stated: Quantity,
    restated: Quantity,
    fit: Fit,
    by_reading: tuple[tuple[str, Verdict], ...],
    *,
    difference: bool,
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


def _by_reading(ranked: tuple[Fit, ...]) -> tuple[tuple[str, Verdict], ...]:
    """The verdict for each pair of units that the words may stand for, where there are several."""
    if len(ranked) < 2:  # noqa: PLR2004 # one reading is no choice
        return ()
    return tuple((f"{each.reading.stated} → {each.reading.restated}", each.verdict) for each in ranked)
