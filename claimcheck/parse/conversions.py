"""One quantity in two ways: pairs of quantities that restate each other."""

from collections.abc import Iterator, Sequence

from claimcheck.lexicon import Lexicon
from claimcheck.model import Conversion, Quantity
from claimcheck.parse.restatement.chains import conversions_in

__all__ = ["conversions"]


def conversions(text: str, quantities: Sequence[Quantity], lexicon: Lexicon) -> Iterator[Conversion]:
    """Every conversion of a text, in reading order: 50 km (30 miles), 2 m / 6 ft 7 in, 100 °C or 212 °F.

    `quantities` are those of `text`, in reading order. A wrong conversion is one as well; two figures that
    measure different things, or that the text does not tie together, are none. Time is linear.
    """
    del lexicon  # the words that tie figures together are not a project's to change
    yield from conversions_in(text, quantities)
