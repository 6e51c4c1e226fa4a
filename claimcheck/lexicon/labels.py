"""Words that show that a figure names, dates or ranks something, and words that counted nouns are made of."""

from functools import cache

from attrs import fields, frozen

from claimcheck import tables
from claimcheck.errors import LexiconError

__all__ = ["Labels", "labels"]


@frozen(eq=False)
class Labels:
    """Lists of lower-case words; what each is for stands in `labels.toml`."""

    nouns: frozenset[str]
    months: frozenset[str]
    year_words: frozenset[str]
    names: frozenset[str]
    prefixes: frozenset[str]
    stops: frozenset[str]
    skips: frozenset[str]
    plurals: frozenset[str]
    singulars: frozenset[str]
    adjectives: frozenset[str]
    before_pronoun: frozenset[str]
    before_part: frozenset[str]
    millions: frozenset[str]
    parted: frozenset[str]
    describing: frozenset[str]
    formats: frozenset[str]
    articled: frozenset[str]


@cache
def labels(language: str = "en") -> Labels:
    """The labels of a language, read once.

    Raises:
        LexiconError: the data file lacks a list or has one that nobody knows.
    """
    place = tables.FOLDER.with_name(language) / "labels.toml"
    table = tables.table(place)
    names = {each.name for each in fields(Labels)}
    for name in table.keys() ^ names:
        raise LexiconError(f"{place}: {name} is {'not known' if name in table else 'missing'}")
    return Labels(**{name: frozenset(listed) for name, listed in table.items()})
