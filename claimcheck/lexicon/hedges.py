"""Hedges: what the words beside a figure say of it."""

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from attrs import frozen

from claimcheck import tables
from claimcheck.errors import LexiconError
from claimcheck.model import Bound

__all__ = ["Hedges", "hedges"]

Phrases = Mapping[tuple[str, ...], Bound | None]
_BETWEEN = "between"


@frozen(eq=False)
class Hedges:
    """Phrases as tuples of lower-case words. One that stands for None changes nothing and is passed over.

    `last` and `first` hold the words that a phrase before a figure may end with, and one after it may begin
    with; `longest` is the most words in a phrase.
    """

    before: Phrases
    after: Phrases
    last: frozenset[str]
    first: frozenset[str]
    longest: int


@cache
def hedges(language: str = "en") -> Hedges:
    """The hedges of a language, read once.

    Raises:
        LexiconError: the data file names a bound that does not exist, or has a phrase twice.
    """
    place = tables.FOLDER.with_name(language) / "hedges.toml"
    table = tables.table(place)
    bounds = {each.value: each for each in Bound}
    before: dict[tuple[str, ...], Bound | None] = {}
    after: dict[tuple[str, ...], Bound | None] = {}
    for name, row in table.items():
        if name != _BETWEEN and name not in bounds:
            raise LexiconError(f"{place}: [{name}] is no bound; they are {', '.join(bounds)}")
        for side, phrases in (("before", before), ("after", after)):
            _add(phrases, row[side], bounds.get(name), f"{place}: [{name}] {side}")
    return Hedges(
        MappingProxyType(before),
        MappingProxyType(after),
        frozenset(words[-1] for words in before),
        frozenset(words[0] for words in after),
        max(len(words) for words in (*before, *after)),
    )


def _add(
    phrases: dict[tuple[str, ...], Bound | None], rows: Iterable[str], bound: Bound | None, where: str
) -> None:
    for phrase in rows:
        words = tuple(phrase.lower().split())
        if words in phrases and phrases[words] is not bound and bound is not None:
            raise LexiconError(f"{where}: {phrase!r} is already {phrases[words]}")
        phrases.setdefault(words, bound)
