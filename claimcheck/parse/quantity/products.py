"""What units make together."""

from collections.abc import Iterable
from functools import lru_cache

from attrs import define

from claimcheck.lexicon import Lexicon
from claimcheck.model import Unit

__all__ = ["Factor", "product"]


@define
class Factor:
    """One unit of a product with its power, where it ends in the text, and what else it may be."""

    unit: Unit
    power: int
    end: int
    symbol: bool = False
    others: tuple[Unit, ...] = ()


def product(factors: Iterable[Factor], lexicon: Lexicon) -> Unit:
    """The unit that factors make: "kilometer / hour", a speed."""
    return _product(tuple((each.unit, each.power) for each in factors), lexicon)


@lru_cache(maxsize=4096)
def _product(powers: tuple[tuple[Unit, int], ...], lexicon: Lexicon) -> Unit:
    return lexicon.algebra.product(*powers)
