"""One quantity in two ways: pairs of quantities that restate each other."""

from collections.abc import Iterator, Sequence

from claimcheck.lexicon import Lexicon
from claimcheck.model import Conversion, Quantity

__all__ = ["conversions"]


def conversions(text: str, quantities: Sequence[Quantity], lexicon: Lexicon) -> Iterator[Conversion]:
    """Every conversion of a text, in reading order."""
    yield from ()
