"""A figure times a known quantity: "10 times the speed of sound"."""

from collections.abc import Iterator

from claimcheck.lexicon import Lexicon
from claimcheck.model import Multiple
from claimcheck.parse.multiple.reader import read

__all__ = ["multiples"]


def multiples(text: str, lexicon: Lexicon) -> Iterator[Multiple]:
    """Every multiple of a text, in reading order.

    A multiple has a yardstick that the lexicon knows, so that it amounts to something: "three times as many
    people" is none. The span runs from the factor to the end of the yardstick; for "Mach 5" from the sign.
    """
    return read(text, lexicon)
