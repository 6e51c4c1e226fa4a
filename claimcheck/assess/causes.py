"""What went wrong between two figures that disagree: explanations in turn, the most telling first."""

from fractions import Fraction

from attrs import evolve, frozen

from claimcheck.assess.case import Case
from claimcheck.assess.factors import wrong_factor, wrong_way_round
from claimcheck.assess.slips import decimal_slip, digit_slip, is_percentage, percent_off
from claimcheck.assess.units import (
    confused_units,
    linear_factor,
    sign_dropped,
    temperature_mode,
    wrong_first_label,
    wrong_label,
)
from claimcheck.model import Cause, Figure
from claimcheck.units import Scale

__all__ = ["Diagnosis", "diagnose"]

_THOUSAND = 3
_UNNAMED = (Cause.ARITHMETIC, Cause.OFF_BY_10, Cause.OFF_BY_15, Cause.OFF_BY_25)


@frozen
class Diagnosis:
    """The likely cause; what it says of the restatement is optional.

    `figures` are the restated figures as they should be where the cause knows them, `stated` the same of the
    stated ones, `unit` the unit that belongs to the restated figures as they stand, `first_unit` the same of
    the stated ones, `certain` that no other correction explains the text as well.
    """

    cause: Cause
    figures: tuple[Figure, ...] = ()
    stated: tuple[Figure, ...] = ()
    unit: str | None = None
    first_unit: str | None = None
    certain: bool = False

    @property
    def is_named(self) -> bool:
        """Whether it says what happened, and not only by how much the figures are off."""
        return self.cause not in _UNNAMED


def diagnose(case: Case, wrong: tuple[int, ...]) -> Diagnosis:
    """The likely cause of a disagreement; `wrong` holds the indices of the pairs that disagree alone."""
    if len(case.pairs) > 1 and len(wrong) == 1:
        return _one_end(case, wrong[0])
    for explain in (_temperature, _sign, _confusion, _linear, _direction):
        found = explain(case)
        if found is not None:
            return found
    return _slip_or_label(case)


def _temperature(case: Case) -> Diagnosis | None:
    mode = temperature_mode(case)
    return Diagnosis(mode, certain=True) if mode is not None else None


def _sign(case: Case) -> Diagnosis | None:
    if not sign_dropped(case):
        return None
    return Diagnosis(Cause.SIGN_DROPPED, tuple(evolve(two, value=-two.value) for _, two in case.pairs))


def _confusion(case: Case) -> Diagnosis | None:
    """Units taken for one another, unless a plain percentage fits better where the two are alike."""
    found = confused_units(case)
    if found is None:
        return None
    if not found.to_the_digit and found.cause is Cause.NAUTICAL_STATUTE and is_percentage(case):
        return None
    return Diagnosis(
        found.cause,
        unit=found.restated if found.restated != case.reading.restated else None,
        first_unit=found.stated if found.stated != case.reading.stated else None,
        certain=not case.stated.readings and not case.restated.readings,
    )


def _linear(case: Case) -> Diagnosis | None:
    return Diagnosis(Cause.LINEAR_FOR_AREA, certain=True) if linear_factor(case) else None


def _direction(case: Case) -> Diagnosis | None:
    """The factor the wrong way round, unless a point that slipped by one comes nearer.

    A foot used for a metre and the reverse are about ten times apart.
    """
    way = wrong_way_round(case)
    if way is None or all(one.value == two.value for one, two in case.pairs):  # copied: no factor was applied
        return None
    power = decimal_slip(case)
    there = case.reading.scale
    if power in (1, -1):
        slipped = Scale(there.slope * Fraction(10) ** power, reciprocal=there.reciprocal)
        if _gap(case, slipped) < _gap(case, case.reading.inverse):
            return None
    return Diagnosis(way)


def _gap(case: Case, there: Scale) -> Fraction:
    """How far the restated figures are from what a scale makes of the stated ones, at most."""
    return max(abs(two.value / there(one.value) - 1) for one, two in case.pairs)


def _one_end(case: Case, index: int) -> Diagnosis:
    """One figure of several is wrong: a slip that can be named, or just that."""
    stated, restated = case.pairs[index]
    alone = evolve(case, pairs=((stated, restated),))
    slip = digit_slip(alone, stated, restated)
    ones, twos = ([each[side] for each in case.pairs] for side in (0, 1))
    if slip is None:
        return Diagnosis(Cause.RANGE_ONE_END)
    (ones if slip[1] == "stated" else twos)[index] = slip[2]
    cause = Cause.DIGIT_TRANSPOSITION if slip[0] is Cause.DIGIT_TRANSPOSITION else Cause.RANGE_ONE_END
    return Diagnosis(cause, stated=tuple(ones)) if slip[1] == "stated" else Diagnosis(cause, tuple(twos))


def _slip_or_label(case: Case) -> Diagnosis:
    slip = digit_slip(case, *case.pairs[0]) if len(case.pairs) == 1 else None
    power = decimal_slip(case)
    if slip is not None and slip[0] is Cause.DIGIT_TRANSPOSITION and power is None:
        return _put_back(*slip)
    label = wrong_label(case)
    if label is not None and (power is None or not _ends_in_power(case, power)):
        figures = tuple(_shifted(two, power) for _, two in case.pairs) if power is not None else ()
        return Diagnosis(Cause.WRONG_UNIT_LABEL, figures, unit=label, certain=power is None)
    if power is not None:
        figures = tuple(_shifted(two, power) for _, two in case.pairs)
        stated = tuple(_shifted(one, -power) for one, _ in case.pairs)
        thousand = abs(power) == _THOUSAND
        return Diagnosis(Cause.DECIMAL_X1000 if thousand else Cause.DECIMAL_SLIP, figures, stated)
    if slip is not None:
        return _put_back(*slip)
    if wrong_factor(case) is not None:
        return Diagnosis(Cause.FACTOR_CONFUSED)
    cause = percent_off(case)
    first = wrong_first_label(case) if cause is Cause.ARITHMETIC else None
    return Diagnosis(Cause.WRONG_UNIT_LABEL, first_unit=first) if first is not None else Diagnosis(cause)


def _put_back(cause: Cause, side: str, figure: Figure) -> Diagnosis:
    """A slip in one figure of two, on the side that has it."""
    return Diagnosis(cause, stated=(figure,)) if side == "stated" else Diagnosis(cause, (figure,))


def _ends_in_power(case: Case, power: int) -> bool:
    """Whether a figure ends in as many noughts as a slip would have added: 335,000 for 335."""
    return any(two.zeros >= abs(power) or one.zeros >= abs(power) for one, two in case.pairs)


def _shifted(figure: Figure, power: int) -> Figure:
    """A figure with its point moved back by a power of ten, and no more digits than it shows."""
    shift = Fraction(10) ** -power
    value, step = figure.value * shift, min(figure.step * 10**figure.zeros * shift, Fraction(1))
    shown = str(abs(int(value)))
    zeros = len(shown) - len(shown.rstrip("0")) if step == 1 and value else 0
    return evolve(
        figure, value=value, step=step, place=min(0, figure.place + figure.zeros - power), zeros=zeros
    )
