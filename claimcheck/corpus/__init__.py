"""Texts with their truth marked in them, and what a report makes of them.

The notation is in docs/corpus.md.
"""

from claimcheck.corpus.cases import Case, cases, cases_in
from claimcheck.corpus.compare import Miss, misses, misses_of
from claimcheck.corpus.expected import Expected, expected
from claimcheck.corpus.show import shown
from claimcheck.corpus.vocabulary import KINDS

__all__ = [
    "KINDS",
    "Case",
    "Expected",
    "Miss",
    "cases",
    "cases_in",
    "expected",
    "misses",
    "misses_of",
    "shown",
]
