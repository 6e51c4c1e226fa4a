"""One stated and one restated quantity: the verdict over all their figures, in the reading that fits best."""

from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from claimcheck.assess.context import hedged
from claimcheck.assess.figures import Pairs, alignments
from claimcheck.assess.readings import Reading, british_readings, readings
from claimcheck.errors import UnitError
from claimcheck.lexicon.thresholds import explaining
from claimcheck.model import Bound, Figure, How, Quantity, Verdict
from claimcheck.rounding import digits
from claimcheck.rounding.judge import Judgement, judge
from claimcheck.rounding.limits import Limits, customs, oven_pairs
from claimcheck.rounding.thermometer import judge_temperatures

__all__ = ["Fit", "best_fit", "exactly_british", "fits", "judged"]

_ORDER = {Verdict.AGREES: 0, Verdict.LOOSE: 1, Verdict.DISAGREES: 2}
_FAHRENHEIT = "degree_Fahrenheit"
_DEGREE = {_FAHRENHEIT: Fraction(5, 9)}


@frozen
class Fit:
    """A reading, an alignment of the figures, and what the arithmetic says of each pair."""

    stated: Quantity
    reading: Reading
    pairs: Pairs
    judgements: tuple[Judgement, ...]

    @property
    def worst(self) -> Judgement:
        """The judgement that decides."""
        if len(self.judgements) == 1:
            return self.judgements[0]
        return max(self.judgements, key=lambda each: (_ORDER[each.verdict], each.gap))

    @property
    def verdict(self) -> Verdict:
        """The verdict over all pairs."""
        return self.worst.verdict

    @property
    def wrong(self) -> tuple[int, ...]:
        """The indices of the pairs that disagree."""
        return tuple(at for at, each in enumerate(self.judgements) if each.verdict is Verdict.DISAGREES)


def best_fit(
    stated: Quantity, restated: Quantity, limits: Limits, text: str = "", *, difference: bool
) -> tuple[Fit, ...]:
    """Every reading that there is, best first; among equals the most likely. Empty where none has a scale."""
    found: list[Fit] = []
    for fit in fits(stated, restated, limits, text, difference=difference):
        if fit.verdict is Verdict.AGREES and not fit.reading.rank:
            return (fit,)
        found.append(fit)
    return tuple(sorted(found, key=_likelihood))


def _likelihood(fit: Fit) -> tuple[int, int, bool]:
    """What agrees before what does not, the usual reading before others, and of those the exact one."""
    return _ORDER[fit.verdict], fit.reading.rank, fit.worst.how is not How.EXACT


def exactly_british(stated: Quantity, restated: Quantity, limits: Limits) -> Fit | None:
    """The fit in imperial measures that the figures prove: nobody writes 568 ml by chance beside a pint.

    Every restated figure must be the stated one to its last digit, and have three or more.
    """
    fewest = min(map(digits, restated.figures))
    if len(stated.figures) != len(restated.figures) or fewest < explaining().digits:
        return None
    pairs = next(iter(alignments(stated, restated)), ())
    for reading in british_readings(stated, restated):
        found = tuple(_judgements(pairs, reading, limits))
        close = all(
            2 * abs(each.expected - two.value) <= two.step
            for each, (_, two) in zip(found, pairs, strict=True)
        )
        if pairs and close:
            return Fit(stated, reading, pairs, found)
    return None


def fits(
    stated: Quantity, restated: Quantity, limits: Limits, text: str = "", *, difference: bool
) -> Iterator[Fit]:
    """Each reading with the alignment that suits it best, most likely reading first."""
    hedge = hedged(stated, restated)
    ways = alignments(stated, restated)
    for reading in readings(stated, restated, text, difference=difference):
        best: Fit | None = None
        for pairs in ways:
            try:
                found = _judgements(pairs, reading, limits, hedge=hedge, restated=restated)
                fit = Fit(stated, reading, pairs, tuple(found))
            except UnitError:
                continue
            if best is None or _ORDER[fit.verdict] < _ORDER[best.verdict]:
                best = fit
            if best.verdict is Verdict.AGREES:
                break
        if best is not None:
            yield best


def judged(fit: Fit, pairs: Pairs, limits: Limits) -> Iterator[Judgement]:
    """What the same reading says of other figures."""
    return _judgements(pairs, fit.reading, limits)


def _judgements(
    pairs: Pairs, reading: Reading, limits: Limits, *, hedge: bool = False, restated: Quantity | None = None
) -> Iterator[Judgement]:
    scale = reading.scale
    if reading.is_thermometer:
        degree = _DEGREE.get(reading.restated, Fraction(1))
        for one, two in pairs:
            yield judge_temperatures(one, two, scale, degree, limits, oven=_is_oven(one, two, reading))
        return
    factors = customs().get((reading.stated, reading.restated), ())
    for one, two in pairs:
        found = judge(one, two, scale, reading.inverse, limits, hedged=hedge, customs=factors)
        if found.verdict is Verdict.LOOSE and restated is not None and _contradicted(two, found, restated):
            found = Judgement(Verdict.DISAGREES, None, found.expected, found.gap)
        if found.verdict is Verdict.DISAGREES and restated is not None and restated.kind == "time":
            completed = two.value.denominator == 1 and 0 <= found.expected - two.value < 1
            if completed and found.gap <= limits.loose_small:  # 90 days (12 weeks): weeks that are over
                found = Judgement(Verdict.LOOSE, None, found.expected, found.gap)
        yield found


def _contradicted(figure: Figure, found: Judgement, restated: Quantity) -> bool:
    """Whether a bound says the opposite of the arithmetic: 10 feet (more than 3.3 m)."""
    if figure.value > found.expected:
        return restated.has(Bound.MORE_THAN, Bound.AT_LEAST)
    return restated.has(Bound.LESS_THAN, Bound.AT_MOST)


def _is_oven(one: Figure, two: Figure, reading: Reading) -> bool:
    if one.value.denominator != 1 or two.value.denominator != 1:
        return False
    hot, cold = (one, two) if reading.stated == _FAHRENHEIT else (two, one)
    return (hot.value.numerator, cold.value.numerator) in oven_pairs()
