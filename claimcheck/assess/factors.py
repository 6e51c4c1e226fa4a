"""The right units and the wrong factor: applied the wrong way round, or that of another pair."""

from fractions import Fraction
from functools import lru_cache

import regex

from claimcheck.assess.case import Case
from claimcheck.lexicon.thresholds import explaining
from claimcheck.model import Cause, Quantity
from claimcheck.rounding import digits
from claimcheck.rounding.units import confused_factors

__all__ = ["wrong_factor", "wrong_way_round"]

_AROUND = 1000  # characters on either side that show a writer's habit
_SPELLED = 4  # letters of the shortest unit names: mile, foot, inch, acre


def wrong_way_round(case: Case) -> Cause | None:
    """The factor applied the wrong way round, or the two labels exchanged: arithmetic cannot tell which.

    The style can: writers spell the first unit out and abbreviate the second, keep one unit in front and the
    other in brackets throughout, and convert the rounder figure.
    """
    reading = case.reading
    if reading.scale.reciprocal or not case.explained_by(reading.inverse):
        return None
    if reading.scale.intercept:
        return Cause.SWAPPED_UNITS
    stated, restated = case.pairs[0]
    swapped = (
        2 * (_is_spelled(case.restated) - _is_spelled(case.stated))
        + 2 * _habit(case)
        + (digits(restated) + 1 < digits(stated))
        - 2 * (max(abs(reading.scale.slope), 1 / abs(reading.scale.slope)) > explaining().huge)
        - min(2, max(0, digits(restated) - digits(stated) - 1))
    )
    return Cause.SWAPPED_UNITS if swapped > 0 else Cause.INVERSE_FACTOR


def wrong_factor(case: Case) -> Fraction | None:
    """The well-known factor of another pair that was used: 1 inch (2.2 cm), by the kilogram's pounds."""
    there = case.reading.scale
    if there.intercept or there.reciprocal:
        return None
    for factor, used in _alike(there.slope):
        if all(
            one.value
            and digits(two) > 1
            and abs(two.value / (one.value * used) - 1) <= explaining().remembered
            for one, two in case.pairs
        ):
            return factor
    return None


@lru_cache(maxsize=1024)
def _alike(slope: Fraction) -> tuple[tuple[Fraction, Fraction], ...]:
    """The well-known factors that somebody may take for the right one, each with the way round it is used."""
    both = ((factor, used) for factor in confused_factors() for used in (factor, 1 / factor))
    return tuple((factor, used) for factor, used in both if abs(used / slope - 1) <= explaining().alike)


def _habit(case: Case) -> int:
    """1 if the rest of the text has the restated unit in front and the stated one in brackets, else -1."""
    start, end = case.stated.span.start, case.restated.span.end
    around = case.text[max(0, start - _AROUND) : start], case.text[end : end + _AROUND]
    votes = 0
    for quantity, sign in ((case.stated, -1), (case.restated, 1)):
        for text in around if quantity.raw_unit else ():
            for match in _figure_with(quantity.raw_unit).finditer(text):
                inside = text.rfind("(", 0, match.start()) > text.rfind(")", 0, match.start())
                votes += -sign if inside else sign
    return (votes > 0) - (votes < 0)


@lru_cache(maxsize=256)
def _figure_with(unit: str) -> "regex.Pattern[str]":
    return regex.compile(rf"\d[\s-]?{regex.escape(unit)}(?!\w)")


def _is_spelled(quantity: Quantity) -> bool:
    word = max(quantity.raw_unit.replace("-", " ").split() or [""], key=len)
    return len(word) >= _SPELLED and word.isalpha()
