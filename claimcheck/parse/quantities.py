"""Quantities in prose."""

from collections.abc import Iterator

from claimcheck.lexicon import Lexicon
from claimcheck.model import Quantity
from claimcheck.parse.quantity.reader import read

__all__ = ["quantities"]


def quantities(text: str, lexicon: Lexicon) -> Iterator[Quantity]:
    """Every quantity of a text, in reading order.

    Spans are code points of `text`. Nothing is raised for any text, and time is linear in its length.
    """
    return read(text, lexicon)
