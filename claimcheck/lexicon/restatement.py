"""`lexicon/en/restatement.toml`: how prose ties a second figure to the first, typed."""

from functools import cache

from attrs import frozen

from claimcheck import tables

__all__ = ["Restatement", "restatement"]


@frozen(eq=False)
class Restatement:
    """Words that lead from a figure to its restatement, and kinds that are never restated."""

    same: tuple[str, ...]
    hedge: tuple[str, ...]
    dimension: tuple[str, ...]
    systems: tuple[str, ...]
    never: frozenset[str]
    unless_close: frozenset[str]


@cache
def restatement(language: str = "en") -> Restatement:
    """The words of a language, read once."""
    place = tables.FOLDER.with_name(language) / "restatement.toml"
    table = tables.table(place)
    return Restatement(
        tuple(table["same"]),
        tuple(table["hedge"]),
        tuple(table["dimension"]),
        tuple(table["systems"]),
        frozenset(table["never"]),
        frozenset(table["unless_close"]),
    )
