"""`lexicon/en/restatement.toml`: how prose ties a second figure to the first, typed."""

import tomllib
from functools import cache
from importlib.resources import files

from attrs import frozen

__all__ = ["Restatement", "restatement"]


@frozen(eq=False)
class Restatement:
    """Words that lead from a figure to its restatement, and kinds that are never restated."""

    same: tuple[str, ...]
    hedge: tuple[str, ...]
    dimension: tuple[str, ...]
    never: frozenset[str]
    unless_close: frozenset[str]


@cache
def restatement(language: str = "en") -> Restatement:
    """The words of a language, read once."""
    place = files("claimcheck.lexicon") / language / "restatement.toml"
    table = tomllib.loads(place.read_text("utf-8"))
    return Restatement(
        tuple(table["same"]),
        tuple(table["hedge"]),
        tuple(table["dimension"]),
        frozenset(table["never"]),
        frozenset(table["unless_close"]),
    )
