"""Digits that a restatement claims and its source does not have."""

from fractions import Fraction
from functools import cache

from claimcheck.lexicon.rounding import rounding_table
from claimcheck.model import Figure
from claimcheck.rounding.figures import digits
from claimcheck.units import Scale

__all__ = ["is_false_precision"]


def is_false_precision(stated: Figure, restated: Figure, scale: Scale) -> bool:
    """Whether the last digit of the restated figure is far below the last digit of the stated one.

    "13 m (42.6509 ft)" is; "1,000 m (3,281 ft)" is not, for a foot is no finer than a metre. A bare "1" is
    a definition more often than a measurement ("1 inch = 2.54 cm").
    """
    share, more = _limits()
    if scale.intercept or scale.reciprocal or stated.value == 1 or digits(restated) < digits(stated) + more:
        return False
    return restated.step < stated.step * abs(scale.slope) * share


@cache
def _limits() -> tuple[Fraction, int]:
    table = rounding_table()["precision"]
    return Fraction(table["false"]), table["digits"]
