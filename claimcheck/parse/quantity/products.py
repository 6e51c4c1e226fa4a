"""What units make together."""

from collections.abc import Iterable
from functools import lru_cache

from attrs import define

from claimcheck.lexicon import Lexicon
from claimcheck.model import Unit
from claimcheck.units import size

__all__ = ["Factor", "manifold", "product"]


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


@lru_cache(maxsize=256)
def manifold(unit: Unit, number: int, lexicon: Lexicon) -> Unit | None:
    """The unit that a number of others make: a hundred grams are a hectogram; None where none does."""
    rows = lexicon.units
    if unit.name not in rows:
        return None
    prefixes = ("", *lexicon.legend.prefixes)
    bases = (unit.name.removeprefix(each) for each in prefixes if unit.name.startswith(each))
    base = next((each for each in reversed(list(bases)) if each in rows), unit.name)
    wanted = size(unit.name).slope * number
    names = (each + base for each in prefixes if each + base in rows)
    found = next((each for each in names if size(each).slope == wanted), None)
    return rows[found].unit if found else None
