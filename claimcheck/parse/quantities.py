"""Quantities in prose."""

from collections.abc import Iterator

from claimcheck.lexicon import Lexicon
from claimcheck.model import Quantity

__all__ = ["quantities"]


def quantities(text: str, lexicon: Lexicon) -> Iterator[Quantity]:
    """Every quantity of a text, in reading order."""
    yield from ()
