"""A figure times a known quantity: "10 times the speed of sound"."""

from collections.abc import Iterator

from claimcheck.lexicon import Lexicon
from claimcheck.model import Multiple

__all__ = ["multiples"]


def multiples(text: str, lexicon: Lexicon) -> Iterator[Multiple]:
    """Every multiple of a text, in reading order."""
    yield from ()
