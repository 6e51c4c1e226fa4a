"""What a written figure vouches for; when one figure can be a rounding of another."""

from claimcheck.rounding.figures import (
    Interval,
    coarsest,
    digits,
    grains,
    is_decimal,
    is_round,
    is_small,
    vouched,
)
from claimcheck.rounding.precision import Restated, is_false_precision, is_finer

__all__ = [
    "Interval",
    "Restated",
    "coarsest",
    "digits",
    "grains",
    "is_decimal",
    "is_false_precision",
    "is_finer",
    "is_round",
    "is_small",
    "vouched",
]
