"""Number words and scales of one language, typed."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from attrs import frozen

from claimcheck.errors import LexiconError

__all__ = ["Abbreviation", "Numbers", "numbers"]

_TABLES = frozenset(
    {
        "small",
        "tens",
        "scales",
        "groups",
        "denominators",
        "after_tens",
        "abbreviations",
        "vulgar",
        "signs",
        "parts",
        "manners",
    }
)
_NEEDS = frozenset({"money", "noun", "bare", "apart", "rupees"})


@frozen
class Abbreviation:
    """A short scale such as "bn": the power of ten, and what the context must show (any one of `needs`)."""

    power: int
    needs: frozenset[str] = frozenset()


@frozen(eq=False)
class Numbers:
    """What number words are worth. Plural forms are in; all keys are lower-case but the abbreviations.

    `parts` holds by unit name which smaller units continue it in one figure, and how many of them make one.
    `manners` are the scales that one writer uses side by side, by power of ten.
    """

    small: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    groups: Mapping[str, int]
    denominators: Mapping[str, int]
    plural_denominators: frozenset[str]
    after_tens: Mapping[str, int]
    abbreviations: Mapping[str, Abbreviation]
    vulgar: Mapping[str, tuple[int, int]]
    minus: frozenset[str]
    parts: Mapping[str, Mapping[str, int]]
    manners: tuple[Mapping[int, str], ...]


@cache
def numbers(language: str = "en") -> Numbers:
    """The numbers of a language, read once.

    Raises:
        LexiconError: the data file has a table, key or value that it may not have.
    """
    place = files("claimcheck.lexicon") / language / "numbers.toml"
    table = tomllib.loads(place.read_text("utf-8"))
    for name in table.keys() ^ _TABLES:
        raise LexiconError(f"{place}: [{name}] is {'not known' if name in table else 'missing'}")
    return Numbers(
        small=_words(place, table["small"]),
        tens=_words(place, table["tens"]),
        scales=_with_plurals(_words(place, table["scales"])),
        groups=_with_plurals(_words(place, table["groups"])),
        denominators=_with_plurals(_words(place, table["denominators"])),
        plural_denominators=frozenset(_plural(word) for word in table["denominators"]),
        after_tens=_words(place, table["after_tens"]),
        abbreviations=MappingProxyType(
            {short: _abbreviation(place, short, row) for short, row in table["abbreviations"].items()}
        ),
        vulgar=MappingProxyType({sign: (over, under) for sign, (over, under) in table["vulgar"].items()}),
        minus=frozenset(table["signs"]["minus"]),
        parts=MappingProxyType(table["parts"]),
        manners=tuple(
            MappingProxyType({int(power): scale for power, scale in each.items()})
            for each in table["manners"]["scales"]
        ),
    )


def _words(place: object, table: Mapping[str, Any]) -> Mapping[str, int]:
    for word, value in table.items():
        if not isinstance(value, int) or value < 0 or word != word.lower():
            raise LexiconError(f"{place}: {word} = {value!r}: a lower-case word and a natural number, please")
    return MappingProxyType(dict(table))


def _abbreviation(place: object, short: str, row: Mapping[str, Any]) -> Abbreviation:
    needs = frozenset(row.get("needs", ()))
    if row.keys() - {"power", "needs"} or not isinstance(row.get("power"), int) or needs - _NEEDS:
        raise LexiconError(
            f"{place}: {short} = {row!r}: power and needs ({', '.join(sorted(_NEEDS))}), please"
        )
    return Abbreviation(row["power"], needs)


def _plural(word: str) -> str:
    return word + ("es" if word.endswith(("s", "x")) else "s")


def _with_plurals(table: Mapping[str, int]) -> Mapping[str, int]:
    return MappingProxyType({**table, **{_plural(word): value for word, value in table.items()}})
