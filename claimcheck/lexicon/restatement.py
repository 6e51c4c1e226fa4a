"""`lexicon/en/restatement.toml`: how prose ties a second figure to the first, typed."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from attrs import frozen

from claimcheck import tables
from claimcheck.model import Unit

__all__ = ["Restatement", "restatement"]


@frozen(eq=False)
class Restatement:
    """Words that lead from a figure to its restatement; kinds that are never restated; what labels lose.

    `pairs` are units that restate each other most often. `dropped` holds by the kind of the other side and
    that of the label as it stands what the label may be short for. `per` are the words before the time of a
    rate, `named_rates` those whose time is never left out.
    """

    same: tuple[str, ...]
    hedge: tuple[str, ...]
    dimension: tuple[str, ...]
    systems: tuple[str, ...]
    never: frozenset[str]
    unless_close: frozenset[str]
    thermometer: tuple[str, ...]
    dropped: Mapping[tuple[str, str], tuple[str, ...]]
    pairs: tuple[tuple[str, str], ...]
    per: tuple[str, ...]
    named_rates: frozenset[str]

    def partners(self, unit: str) -> Iterator[str]:
        """The units that a unit is restated in most often."""
        for one, two in self.pairs:
            if unit in (one, two):
                yield two if unit == one else one

    def whole(self, label: Unit, other: Unit) -> Iterator[str]:
        """The units of the other side's kind that a label may be short for: km/h beside mph, for km."""
        for each in self.dropped.get((other.kind, label.kind), ()):
            yield each.format(label.name)


@cache
def restatement(language: str = "en") -> Restatement:
    """The words of a language, read once."""
    place = tables.FOLDER.with_name(language) / "restatement.toml"
    table = tables.table(place)
    return Restatement(
        tuple(table["same"]),
        tuple(table["hedge"]),
        tuple(table["dimension"]),
        tuple(table["systems"]),
        frozenset(table["never"]),
        frozenset(table["unless_close"]),
        tuple(table["thermometer"]),
        MappingProxyType({(each["kind"], each["of"]): tuple(each["whole"]) for each in table["dropped"]}),
        tuple((one, two) for one, two in table["partners"]),
        tuple(table["per"]),
        frozenset(table["named_rates"]),
    )
