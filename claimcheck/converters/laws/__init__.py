"""The laws, one module for each family. `NUMERIC` and `PROSE` are the order of trying and telling."""

from claimcheck.converters.laws import manners, named, partners, prose, several, shape, threads, truth
from claimcheck.converters.laws.base import Broken, Law

__all__ = ["NUMERIC", "PROSE", "Broken", "Law"]

PROSE: tuple[Law, ...] = prose.LAWS
NUMERIC: tuple[Law, ...] = (
    *truth.LAWS,
    *shape.LAWS,
    *partners.LAWS,
    *several.LAWS,
    *named.LAWS,
    *manners.LAWS,
    *threads.LAWS,
)
