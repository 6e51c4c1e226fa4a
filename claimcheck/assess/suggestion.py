"""The restatement as its writer could have written it."""

from collections.abc import Iterator
from fractions import Fraction

from attrs import evolve

from claimcheck.assess.causes import Diagnosis
from claimcheck.assess.figures import Pairs
from claimcheck.assess.pair import Fit, judged
from claimcheck.assess.readings import Reading, reading_of
from claimcheck.lexicon.thresholds import explaining
from claimcheck.model import Cause, Figure, Quantity, Verdict
from claimcheck.render import rewritten, rounded, unit_like
from claimcheck.rounding import digits, is_decimal
from claimcheck.rounding.limits import Limits
from claimcheck.rounding.units import finest_fraction

__all__ = ["corrected", "relabel", "restated_like", "stated_like", "suggest"]

_LEAST, _MORE, _MOST = 2, 2, 7
_WORDS = (2, 3, 4)  # fractions that have a word
_FRACTIONS = (2, 4, 8, 16, 32)


def suggest(
    fit: Fit, restated: Quantity, text: str, limits: Limits, diagnosis: Diagnosis | None = None
) -> str | None:
    """What the restated quantity could say; None where no figure at any precision would agree.

    The right figure that the cause knows (the digits put back, the point moved), if it agrees; otherwise the
    stated figure converted, with the digits of the writer where they suffice.
    """
    if diagnosis is not None and diagnosis.unit is not None and diagnosis.cause is Cause.WRONG_UNIT_LABEL:
        other = reading_of(fit.reading.stated, diagnosis.unit)
        new = relabel(restated, text, diagnosis.unit)
        headed = new == restated.span.of(
            text
        )  # the label stands in the heading of a column, for all its figures
        if (
            other is not None
            and not headed
            and _agree(evolve(fit, reading=other, judgements=()), fit.pairs, limits)
        ):
            return new
    if diagnosis is not None and len(diagnosis.figures) == len(restated.figures) == len(fit.pairs):
        pairs = tuple((one, new) for (one, _), new in zip(fit.pairs, diagnosis.figures, strict=True))
        if _agree(fit, pairs, limits):
            return restated_like(
                fit,
                restated,
                text,
                [new.value for new in diagnosis.figures],
                [new.step for new in diagnosis.figures],
            )
    chosen = [_chosen(fit, at, limits) for at in range(len(fit.pairs))]
    if len(chosen) != len(restated.figures) or None in chosen:
        return None
    found = [each for each in chosen if each is not None]
    return restated_like(fit, restated, text, [value for value, _ in found], [step for _, step in found])


def _agree(fit: Fit, pairs: Pairs, limits: Limits, most: Fraction | None = None) -> bool:
    """Whether figures agree in the reading of a fit, and are no further apart than `most`."""
    return all(
        each.verdict is Verdict.AGREES and (most is None or each.gap <= most)
        for each in judged(fit, pairs, limits)
    )


def relabel(quantity: Quantity, text: str, unit: str, *, full: bool = False) -> str:
    """The same figures with the label of another unit; `full` where the bare word has been misunderstood."""
    return rewritten(
        quantity,
        text,
        [each.value for each in quantity.figures],
        [each.step for each in quantity.figures],
        unit=unit_like(unit, quantity.raw_unit, text, full=full),
    )


def restated_like(
    fit: Fit, restated: Quantity, text: str, values: list[Fraction], steps: list[Fraction]
) -> str:
    """The restatement with other figures, in the order in which it has them."""
    order = [
        next((at for at, pair in enumerate(fit.pairs) if pair[1] is each), None) for each in restated.figures
    ]
    if None not in order:
        values = [values[at] for at in order if at is not None]
        steps = [steps[at] for at in order if at is not None]
    return rewritten(restated, text, values, steps, beside=fit.stated)


def stated_like(
    fit: Fit, restated: Quantity, text: str, figures: tuple[Figure, ...], limits: Limits
) -> str | None:
    """The stated quantity with other figures, one for each pair; None where they would not agree.

    Pairs follow the order of the stated figures, but where one restated figure answers for a range.
    """
    stated = fit.stated
    pairs = tuple((new, two) for new, (_, two) in zip(figures, fit.pairs, strict=True))
    same = all(one is each for one, (each, _) in zip(stated.figures, fit.pairs, strict=False))
    if len(figures) != len(stated.figures) or not same or not _agree(fit, pairs, limits):
        return None
    values, steps = [each.value for each in figures], [each.step for each in figures]
    return rewritten(stated, text, values, steps, beside=restated)


def corrected(fit: Fit, at: int, wanted: int) -> Figure:
    """The figure that restates the stated one with a number of significant digits."""
    stated, restated = fit.pairs[at]
    expected = fit.reading.scale(stated.value)
    step = _step(expected, wanted)
    return _figure(restated, rounded(expected, step), step)


def _chosen(fit: Fit, at: int, limits: Limits) -> tuple[Fraction, Fraction] | None:
    """The value and step of the coarsest figure that agrees, no coarser than the writer's own digits."""
    stated, restated = fit.pairs[at]
    if fit.judgements and fit.judgements[at].verdict is Verdict.AGREES:
        return restated.value, restated.step
    expected = fit.reading.scale(stated.value)
    most = None if fit.reading.is_thermometer else explaining().anew
    if most is not None and not is_decimal(restated):
        most = limits.rounded  # who writes fractions does not mind a few hundredths
    for step in _steps(stated, restated, expected, fit.reading):
        value = rounded(expected, step)
        figure = _figure(restated, value, step)
        alone = ((stated, figure),)
        if _agree(fit, alone, limits, most):
            return value, _without_noughts(value, step) if value == expected else step
    return None


def _without_noughts(value: Fraction, step: Fraction) -> Fraction:
    """The step of an exact figure without the noughts at its end: 0.9 for 0.90."""
    while step < 1 and (value / (10 * step)).denominator == 1:
        step *= 10
    return step


def _steps(stated: Figure, restated: Figure, expected: Fraction, reading: Reading) -> Iterator[Fraction]:
    if reading.is_thermometer:
        yield max(restated.step, min(stated.step, Fraction(1)))
        yield from (Fraction(1), Fraction(1, 10))
        return
    if not is_decimal(restated):
        yield restated.step
        finest = finest_fraction(reading.restated)
        parts = _WORDS if restated.spelled else [each for each in _FRACTIONS if each <= finest]
        yield from (Fraction(1, each) for each in parts if restated.step.numerator == 1)
        yield _step(expected, 1 if abs(expected) < 1 else _LEAST)
    known = max(digits(restated), _LEAST)
    exact = (expected / restated.step).denominator == 1
    fewest = 1 if exact or digits(stated) == 1 or digits(restated) == 1 else _LEAST
    if is_decimal(restated) and fewest <= _digits_at(expected, restated.step) <= known:
        yield restated.step
    for wanted in range(min(known, digits(stated) + _MORE), _MOST + 1):
        step = _step(expected, wanted)
        if restated.spelled:
            yield max(step, Fraction(1))
        yield step


def _digits_at(value: Fraction, step: Fraction) -> int:
    return len(str(abs(int(rounded(value, step) / step))))


def _step(value: Fraction, wanted: int) -> Fraction:
    """The power of ten that leaves `wanted` significant digits of a value."""
    size, power = abs(value), 0
    if not size:
        return Fraction(1)
    while size >= 10:  # noqa: PLR2004 # one digit before the point
        size, power = size / 10, power + 1
    while size < 1:
        size, power = size * 10, power - 1
    return Fraction(10) ** (power - wanted + 1)


def _figure(like: Figure, value: Fraction, step: Fraction) -> Figure:
    """A figure that is written to a step, as the judgement of rounding needs it."""
    place, zeros = 0, 0
    if step < 1 and step.numerator == 1 and str(step.denominator).strip("0") == "1":
        place = 1 - len(str(step.denominator))
    elif step >= 1:
        step = Fraction(1)
        shown = str(abs(int(value)))
        zeros = len(shown) - len(shown.rstrip("0")) if value else 0
    return Figure(like.span, value, place, zeros, like.spelled, step)
