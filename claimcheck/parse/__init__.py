"""Text to claims. Each function takes the text and the lexicon and yields in reading order.

The grammars behind them are loaded by the first text that is read: half of what `import claimcheck` would
otherwise cost, and more than all of what it may.
"""

from __future__ import annotations

from heapq import merge
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.lexicon import Lexicon
    from claimcheck.model import Conversion, Multiple, Quantity
    from claimcheck.parse.attribution import Attributed

__all__ = ["attributed", "conversions", "multiples", "quantities"]


def quantities(text: str, lexicon: Lexicon) -> Iterator[Quantity]:
    """Every quantity of a text, in reading order.

    A bare figure below a heading with a unit ("Length (km)") has that unit; its span is the figure's. Spans
    are code points of `text`. Nothing is raised for any text, and time is linear in its length.
    """
    from claimcheck.parse.quantity.columns import with_headings  # noqa: PLC0415 # see above
    from claimcheck.parse.quantity.reader import read  # noqa: PLC0415 # see above

    yield from with_headings(text, read(text, lexicon), lexicon)


def conversions(text: str, quantities: Sequence[Quantity], lexicon: Lexicon) -> Iterator[Conversion]:
    """Every conversion of a text, in reading order: 50 km (30 miles), 2 m / 6 ft 7 in, 100 °C or 212 °F.

    `quantities` are those of `text`, in reading order. A wrong conversion is one as well; two figures that
    measure different things, or that the text does not tie together, are none. Time is linear.
    """
    from claimcheck.parse.restatement.chains import conversions_in  # noqa: PLC0415 # see above
    from claimcheck.parse.restatement.columns import conversions_in_tables  # noqa: PLC0415 # see above

    found = conversions_in(text, quantities)
    yield from merge(found, conversions_in_tables(text, quantities, lexicon), key=lambda each: each.span)


def multiples(text: str, lexicon: Lexicon) -> Iterator[Multiple]:
    """Every multiple of a text, in reading order.

    A multiple has a yardstick that the lexicon knows, so that it amounts to something: "three times as many
    people" is none. The span runs from the factor to the end of the yardstick; for "Mach 5" from the sign.
    """
    from claimcheck.parse.multiple.reader import read  # noqa: PLC0415 # see above

    return read(text, lexicon)


def attributed(text: str, lexicon: Lexicon) -> Attributed:
    """Every attribution, quotation and speaker of a text."""
    from claimcheck.parse.attribution import attributed as read  # noqa: PLC0415 # see above

    return read(text, lexicon)
