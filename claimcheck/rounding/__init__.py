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

__all__ = ["Interval", "coarsest", "digits", "grains", "is_decimal", "is_round", "is_small", "vouched"]
