"""Whether a text has the words that a reading of a unit needs: ships for nautical miles and the like."""

from functools import cache, lru_cache

import regex

from claimcheck.lexicon.rounding import rounding_table

__all__ = ["british_sizes", "is_british", "is_evident"]


def is_british(unit: str) -> bool:
    """Whether a unit expression is one that only a British text means by a bare word."""
    return unit.startswith(_british_units())


@cache
def _british_units() -> tuple[str, ...]:
    return tuple(rounding_table()["british_units"])


@cache
def british_sizes() -> frozenset[str]:
    """British measures whose size is known by itself: a pint of 568 ml."""
    return frozenset(rounding_table()["british_sizes"])


@lru_cache(maxsize=64)  # a text without the words is searched to its end: once, not for every conversion
def is_evident(unit: str, text: str) -> bool:
    """Whether a text has the words that a reading needs; most need none."""
    if is_british(unit):
        return _british().search(text) is not None
    needed = next((pattern for name, pattern in _evidence() if name in unit), None)
    return needed is None or needed.search(text) is not None


@cache
def _evidence() -> tuple[tuple[str, "regex.Pattern[str]"], ...]:
    return tuple(
        (name, regex.compile(r"(?<!\w)(?:\L<words>)(?!\w)", regex.IGNORECASE, words=words))
        for name, words in rounding_table()["evidence"].items()
    )


@cache
def _british() -> "regex.Pattern[str]":
    return regex.compile(
        r"(?<!\w) (?: \L<words> ) (?!\w) | £", regex.VERBOSE, words=rounding_table()["british"]
    )
