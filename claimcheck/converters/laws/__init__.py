"""The laws, one module for each family. `NUMERIC` is the order in which they are tried and told."""

from claimcheck.converters.laws import manners, partners, several, shape, truth
from claimcheck.converters.laws.base import Broken, Law

__all__ = ["NUMERIC", "Broken", "Law"]

NUMERIC: tuple[Law, ...] = (*truth.LAWS, *shape.LAWS, *partners.LAWS, *several.LAWS, *manners.LAWS)
