"""What proves an error in figures that would pass for a loose rounding."""

from fractions import Fraction

from attrs import evolve

from claimcheck.assess.pair import Fit
from claimcheck.assess.slips import transposed
from claimcheck.lexicon.thresholds import explaining
from claimcheck.model import Figure, How, Verdict
from claimcheck.rounding import digits

__all__ = ["put_back", "without_transpositions"]


def without_transpositions(fit: Fit) -> Fit | None:
    """The fit with an error where two digits put back would make a loose figure right to its last; else None.

    Nobody rounds 9,843 ft to 9,483: "3,000 m (9,483 ft)" is 4 % off because two digits have changed places.
    """
    judgements = tuple(
        evolve(found, verdict=Verdict.DISAGREES)
        if found.verdict is Verdict.LOOSE
        and digits(two) >= explaining().digits
        and any(_rounds(each, found.expected) for each in transposed(two))
        else found
        for found, (_, two) in zip(fit.judgements, fit.pairs, strict=True)
    )
    return evolve(fit, judgements=judgements) if judgements != fit.judgements else None


def put_back(fit: Fit) -> tuple[Figure, ...]:
    """The restated figures of a fit that agrees, with two digits put back that make one right to its last.

    "35,000 ft (10,686 m)" agrees, for 10,686 m are about 35,000 ft; but 10,668 m are 35,000 ft. Empty where
    every figure is right to its last digit as it is, or none would be.
    """
    if all(
        each.how is How.EXACT or 2 * abs(two.value - each.expected) <= two.step
        for each, (_, two) in zip(fit.judgements, fit.pairs, strict=True)
    ):  # nearly always: spare the rest
        return ()
    figures = [two for _, two in fit.pairs]
    found = list(figures)
    for at, (two, judged) in enumerate(zip(figures, fit.judgements, strict=True)):
        if digits(two) >= explaining().digits and not _rounds(two, judged.expected):
            found[at] = next((each for each in transposed(two) if _rounds(each, judged.expected)), two)
    return tuple(found) if found != figures else ()


def _rounds(figure: Figure, expected: Fraction) -> bool:
    """Whether a figure is the expected one to its last digit that is no nought."""
    number = abs(int(figure.value / figure.step))
    noughts = len(str(number)) - len(str(number).rstrip("0")) if figure.step >= 1 else 0
    return bool(2 * abs(figure.value - expected) <= figure.step * 10**noughts)
