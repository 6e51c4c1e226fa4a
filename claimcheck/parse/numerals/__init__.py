"""Numbers in prose: digits, words, fractions, scales. The only place that turns writing into values.

Nothing here knows units; "5", "five", "2½", "1,500", "2.5 million", "6 × 10^-3" and "three quarters" are
numerals. Values are kept as integers and made into Fractions when somebody asks.
"""

from claimcheck.parse.numerals.numeral import LONGEST, Numeral
from claimcheck.parse.numerals.reader import Numerals, numerals, reader
from claimcheck.parse.numerals.starts import Scan

__all__ = ["LONGEST", "Numeral", "Numerals", "Scan", "numerals", "reader"]
