"""Text to claims. Each function takes the text and the lexicon and yields in reading order."""

from claimcheck.parse.attribution import Attributed, attributed
from claimcheck.parse.conversions import conversions
from claimcheck.parse.multiples import multiples
from claimcheck.parse.quantities import quantities

__all__ = ["Attributed", "attributed", "conversions", "multiples", "quantities"]
