"""What words mean: data files by language, and typed, cached access to them."""

from collections.abc import Mapping
from functools import cache

from attrs import frozen

__all__ = ["Lexicon", "english"]


@frozen
class Lexicon:
    """Units, numbers, hedges, cues and references of one language."""

    language: str = "en"


def english(
    units: tuple[Mapping[str, object], ...] = (), house_units: Mapping[str, str] | None = None
) -> Lexicon:
    """The English lexicon, with a project's own units and its choice for ambiguous words."""
    return _english()


@cache
def _english() -> Lexicon:
    return Lexicon()
