"""What proves an error in figures that would pass for a loose rounding."""

from fractions import Fraction

from attrs import evolve

from claimcheck.assess.pair import Fit
from claimcheck.assess.slips import transposed
from claimcheck.model import Figure, Verdict
from claimcheck.rounding import digits

__all__ = ["without_transpositions"]

_PROVING = 3  # digits from which on an exchanged pair is no chance


def without_transpositions(fit: Fit) -> Fit | None:
    """The fit with an error where two digits put back would make a loose figure right to its last; else None.

    Nobody rounds 9,843 ft to 9,483: "3,000 m (9,483 ft)" is 4 % off because two digits have changed places.
    """
    judgements = tuple(
        evolve(found, verdict=Verdict.DISAGREES)
        if found.verdict is Verdict.LOOSE
        and digits(two) >= _PROVING
        and any(_rounds(each, found.expected) for each in transposed(two))
        else found
        for found, (_, two) in zip(fit.judgements, fit.pairs, strict=True)
    )
    return evolve(fit, judgements=judgements) if judgements != fit.judgements else None


def _rounds(figure: Figure, expected: Fraction) -> bool:
    """Whether a figure is the expected one to its last digit that is no nought."""
    number = abs(int(figure.value / figure.step))
    noughts = len(str(number)) - len(str(number).rstrip("0")) if figure.step >= 1 else 0
    return bool(2 * abs(figure.value - expected) <= figure.step * 10**noughts)
