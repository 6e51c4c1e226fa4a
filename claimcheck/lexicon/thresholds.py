"""`lexicon/en/rounding.toml`: how near figures must come to be one quantity, or to have a cause.

How closely they must agree is another matter: `claimcheck.rounding.limits`. The data file says what each
threshold is for, and on what evidence.
"""

from fractions import Fraction
from functools import cache
from typing import Any, TypeVar

from attrs import fields, frozen

from claimcheck.errors import LexiconError
from claimcheck.lexicon.rounding import rounding_table

__all__ = ["Explaining", "Pairing", "Reach", "explaining", "pairing", "reach"]

T = TypeVar("T")


@frozen
class Pairing:
    """Up to which relative gap two figures are taken for one quantity where only the figures can show it."""

    worded: Fraction
    other_kinds: Fraction
    twin: Fraction
    adjacent: Fraction
    label: Fraction
    one_unit: Fraction
    meaning: Fraction
    lent: Fraction
    digits: int


@frozen
class Explaining:
    """How closely an explanation must fit the figures that it explains; gaps are relative."""

    fits: Fraction
    fits_rounded: Fraction
    fits_one_digit: Fraction
    closely: Fraction
    closely_rounded: Fraction
    closely_one_digit: Fraction
    to_the_digit: Fraction
    cut: Fraction
    thousandfold: Fraction
    remembered: Fraction
    alike: Fraction
    huge: int
    far: int
    percentage_low: Fraction
    percentage_10: Fraction
    percentage_15: Fraction
    percentage_high: Fraction
    percentage_near: Fraction
    digits: int
    anew: Fraction


@frozen
class Reach:
    """Up to how many characters from a temperature a word governs it, and what is a small one, in degrees."""

    near: int
    far: int
    small: int


@cache
def reach() -> Reach:
    """Of the words that make temperatures differences.

    Raises:
        LexiconError: the data file lacks a threshold.
    """
    return _typed(Reach, "reach")


@cache
def pairing() -> Pairing:
    """Of pairs.

    Raises:
        LexiconError: the data file lacks a threshold.
    """
    return _typed(Pairing, "pairing")


@cache
def explaining() -> Explaining:
    """Of causes.

    Raises:
        LexiconError: the data file lacks a threshold.
    """
    return _typed(Explaining, "explaining")


def _typed(kind: type[T], name: str) -> T:
    table: dict[str, Any] = rounding_table()[name]
    try:
        return kind(
            **{
                each.name: int(table[each.name]) if each.type is int else Fraction(table[each.name])
                for each in fields(kind)  # type: ignore[arg-type] # an attrs class
            }
        )
    except KeyError as missing:
        raise LexiconError(f"lexicon/en/rounding.toml: [{name}] lacks {missing}") from missing
