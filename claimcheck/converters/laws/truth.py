"""Laws that compare a converter with the exact definitions of its units."""

from fractions import Fraction
from time import monotonic
from typing import get_args

from attrs import evolve

from claimcheck.converters import inputs
from claimcheck.converters.contract import Contract, Input
from claimcheck.converters.declared import Mode, Rounding
from claimcheck.converters.laws.base import Broken, law
from claimcheck.converters.numbers import shown
from claimcheck.model import Cause

__all__ = ["LAWS", "wanted"]

_ENOUGH = 4
_PATIENCE = 0.5


def wanted(contract: Contract, value: Fraction) -> str:
    """What a right converter gives for an exact value, for a message."""
    truth = contract.scale(value)
    rounded = contract.rounding(truth)
    unit = contract.target.name.replace("_", " ")
    if rounded == truth:
        return f"{shown(truth)} {unit}"
    return f"{shown(rounded)} {unit} ({shown(truth)} rounded to {contract.rounding})"


@law("agrees with exact arithmetic", weight=8, cases=inputs.values, simplest=inputs.whole_numbers)
def agreement(contract: Contract, case: Input) -> Broken | None:
    """Every result is the exact product of the units' definitions, rounded once in the declared way.

    The definitions are exact (a mile is 1.609344 km since the yard was defined in 1959), so there is one
    right answer, and a harness that knows it as a fraction needs no tolerance wide enough to hide a wrong
    digit in.
    """
    answer = contract.ask(case.raw)
    if answer.value is None:
        if answer.refused and contract.may_refuse(case.value):
            return None
        return Broken.at(case, wanted(contract, case.value), answer)
    least, most = contract.bounds(case.value)
    if least <= answer.value <= most:
        return None
    return Broken.at(case, wanted(contract, case.value), answer)


def _declares_ties(contract: Contract) -> str | None:
    if not contract.rounding or contract.rounding.mode == "nearest":
        return "no side is declared for ties"
    if not contract.rounding.mode.startswith("half"):
        return f"{contract.rounding.mode} has no ties"
    return (
        None
        if len(inputs.ties(contract, most=_ENOUGH)) == _ENOUGH
        else "hardly a tie of this pair is a float"
    )


@law("ties go the declared way", cases=lambda contract: [inputs.ties(contract)], applies=_declares_ties)
def ties(contract: Contract, cases: list[Input]) -> Broken | None:
    """A result half way between two figures goes to the declared side.

    Languages differ (Python rounds 2.5 to 2, a spreadsheet to 3, JavaScript -2.5 to -2), and two systems that
    round differently print two figures for one fact. A float that lands a bit beside the half step is
    forgiven: the law is broken only if half of the ties go wrong and another mode explains two thirds.
    """
    answered = [(case, contract.ask(case.raw)) for case in cases]
    results = [(case, answer, answer.value) for case, answer in answered if answer.value is not None]
    wrong = [
        each for each in results if _off_by_half(contract.rounding, contract.scale(each[0].value), each[2])
    ]
    mode, explained = _best_mode(
        contract.rounding, [(contract.scale(case.value), got) for case, _, got in results]
    )
    if len(results) < _ENOUGH or 2 * len(wrong) < len(results) or 3 * explained < 2 * len(results):
        return None
    other = evolve(contract.rounding, mode=mode)
    told = [each for each in wrong if not _off_by_half(other, contract.scale(each[0].value), each[2])]
    case, answer, _ = min(told or wrong, key=lambda each: abs(each[0].value))
    explanation = f"{len(wrong)} of {len(results)} ties go the other way, as {mode} takes them"
    return Broken(
        shown(case.raw), wanted(contract, case.value), str(answer), (), Cause.WRONG_ROUNDING, explanation
    )


def _off_by_half(rounding: Rounding, truth: Fraction, got: Fraction) -> bool:
    return abs(got - rounding(truth)) * 2 > rounding.step(truth)


def _best_mode(rounding: Rounding, results: list[tuple[Fraction, Fraction]]) -> tuple[Mode, int]:
    """The mode that gives most of these results, and how many."""
    modes: tuple[Mode, ...] = get_args(Mode)
    others = [Rounding(rounding.places, rounding.figures, mode) for mode in modes if mode != "nearest"]
    counts = [sum(not _off_by_half(other, *result) for result in results) for other in others]
    best = max(range(len(counts)), key=counts.__getitem__)
    return others[best].mode, counts[best]


def _rounds(contract: Contract) -> str | None:
    return None if contract.rounding else "no rounding is declared"


@law("rounding again changes nothing", cases=inputs.values, weight=2, applies=_rounds)
def idempotence(contract: Contract, case: Input) -> Broken | None:
    """A result has no more digits than declared, so that rounding it again changes nothing.

    Digits beyond the declared ones are noise that a page then prints (31.070000000000004), or precision that
    nobody has. The nearest float to the rounded figure counts as the figure.
    """
    answer = contract.ask(case.raw)
    if answer.value is None:
        return None
    grid = contract.rounding
    nearest = round(answer.value / grid.step(answer.value)) * grid.step(answer.value)
    if abs(answer.value - nearest) <= abs(nearest) / 2**50:
        return None
    return Broken.at(case, f"a figure with no more digits than {grid} has", answer)


def _rounds_to_the_nearest(contract: Contract) -> str | None:
    if not contract.rounding or contract.scale.reciprocal:
        return "nothing is rounded to the nearest"
    nearest = contract.rounding.mode == "nearest" or contract.rounding.mode.startswith("half")
    return None if nearest else f"{contract.rounding.mode} has no ties"


@law("it is rounded once", cases=inputs.beside_ties, applies=_rounds_to_the_nearest)
def single_rounding(contract: Contract, case: Input) -> Broken | None:
    """A result just beside a half step goes to its own side, as the exact result rounded once does.

    Rounded to two places and then to one, 0.949 becomes 0.95 and then 1.0. Formatting a figure that somebody
    has rounded for the screen does it, and so does a half that is added by hand.
    """
    broken = agreement.check(contract, case)
    return broken if broken is not None and _right_elsewhere(contract) else None


def _right_elsewhere(contract: Contract) -> bool:
    """Whether everyday figures are within a step: then the rounding is to blame and not the factor."""
    for case in inputs.everyday(contract):
        got = contract.ask(case.raw).value
        if got is None or abs(got - contract.scale(case.value)) > contract.slack(case.value):
            return False
    return True


@law("where most everyday figures are right, all are", cases=lambda contract: [inputs.sweep(contract)])
def exceptions(contract: Contract, cases: list[Input]) -> Broken | None:
    """Whole numbers, round numbers and powers of ten are right one and all, if most of them are.

    Lookup tables have a wrong row, special cases outlive their reason, and code branches at sizes that a
    search may not meet. All these figures count as one example; a slow converter is asked for as many as half
    a second has room for.
    """
    stop = monotonic() + _PATIENCE
    tried = []
    for case in cases:
        tried.append(agreement.check(contract, case))
        if monotonic() > stop:
            break
    broken = [each for each in tried if each is not None]
    if not broken or 2 * len(broken) > len(tried):
        return None
    rest = f"{len(tried) - len(broken)} of {len(tried)} everyday figures are right"
    return evolve(broken[0], explanation=rest)


LAWS = (agreement, exceptions, ties, single_rounding, idempotence)
