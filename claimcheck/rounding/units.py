"""What `lexicon/en/rounding.toml` says of units: which are confused, what a bare word may also mean."""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache

import regex

from claimcheck.lexicon.rounding import rounding_table
from claimcheck.model import Cause

__all__ = ["confusables", "confused_factors", "finest_fraction", "labels", "replaced"]

_QUARTERS = 4


@cache
def confusables(unit: str) -> tuple[tuple[Cause, str], ...]:
    """The units that `unit` is taken for, with the cause to name; compound expressions by their parts."""
    return tuple(_confused(unit))


def _confused(unit: str) -> Iterator[tuple[Cause, str]]:
    table = rounding_table()
    names: dict[str, str] = table["by_another_name"]
    other_names = {other: name for name, other in names.items()}
    unit = other_names.get(unit, unit)
    for row in table["confusables"]:
        for one in row["units"]:
            for other in row["units"]:
                if other != one and (changed := replaced(unit, one, other)) != unit:
                    yield Cause(row["cause"]), names.get(changed, changed)


def replaced(expression: str, name: str, other: str) -> str:
    """A unit expression with one of its names replaced by another."""
    return _whole(name).sub(other, expression)


@cache
def _whole(name: str) -> "regex.Pattern[str]":
    return regex.compile(rf"(?<!\w)(?:{regex.escape(name)})(?!\w)")


@cache
def labels(unit: str) -> tuple[str, ...]:
    """The units whose labels are written for that of `unit`."""
    return tuple(
        other
        for row in rounding_table()["labels"]
        if unit in row["units"]
        for other in row["units"]
        if other != unit
    )


@cache
def confused_factors() -> tuple[Fraction, ...]:
    """Rounded factors of well-known unit pairs, as writers remember them."""
    return tuple(Fraction(each) for each in rounding_table()["factors"]["confused"])


def finest_fraction(unit: str) -> int:
    """The largest denominator that people write of a unit: 32 of an inch, 4 of a mile."""
    finest: int = rounding_table()["fractions"].get(unit, _QUARTERS)
    return finest
