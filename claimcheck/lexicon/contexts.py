"""Which words show what a text is about where a unit may mean several things."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from attrs import frozen

from claimcheck import tables

__all__ = ["Contexts", "contexts"]


@frozen(eq=False)
class Contexts:
    """The words of each context in lower case, and how many characters around a figure they count in.

    `also_words` are symbols that are words too, and `in_follows` the words that may come after the unit "in".
    """

    words: Mapping[str, frozenset[str]]
    reach: int
    also_words: frozenset[str]
    in_follows: frozenset[str]


@cache
def contexts(language: str = "en") -> Contexts:
    """The contexts of a language, read once."""
    place = tables.FOLDER.with_name(language) / "contexts.toml"
    table = tables.table(place)
    words = {name: frozenset(listed) for name, listed in table["words"].items()}
    return Contexts(
        MappingProxyType(words),
        int(table["reach"]),
        frozenset(table["also_words"]),
        frozenset(table["in_follows"]),
    )
