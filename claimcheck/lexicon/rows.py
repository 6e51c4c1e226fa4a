"""What a row of a data file says, and what a written form may stand for."""

from fractions import Fraction
from typing import Literal

from attrs import field, frozen

from claimcheck.lexicon.place import Place
from claimcheck.model import Unit

__all__ = ["Form", "Kind", "Position", "Prefix", "Reading", "Row"]

Position = Literal["before", "after", "either"]


@frozen
class Reading:
    """One thing that a written form may stand for.

    `spelling` is the form as the lexicon has it: symbols case and all, names in lower case. `needs` holds
    conditions, each explained in `kinds.toml`; a reading without any is good anywhere. `position` is where
    the form stands to its figure. For a part of a currency ("pence"), `main` is the currency and `fraction`
    how much of it one is.
    """

    unit: Unit
    spelling: str
    symbol: bool = False
    needs: frozenset[str] = frozenset()
    position: Position = "after"
    main: Unit | None = None
    fraction: Fraction | None = None


@frozen
class Form:
    """A name or symbol in a row, before it is spelled out: "in if digits", "foot|feet"."""

    singular: str
    plural: str
    symbol: bool
    needs: frozenset[str] = frozenset()
    position: Position = "after"


@frozen
class Kind:
    """A kind of quantity, finer than dimension.

    `si` is the coherent SI unit as a pint expression. `of` holds the products of other kinds that make it:
    ("length / time",) for speed.
    """

    name: str
    si: str
    of: tuple[str, ...] = ()


@frozen
class Prefix:
    """A decimal or binary prefix: its symbols and its factor as a number ("1e3", "1024")."""

    symbols: tuple[str, ...]
    factor: str


@frozen
class Row:
    """A unit or currency as a data file has it.

    `name` is a pint expression or an ISO 4217 code. `names` and `symbols` are in the order of the file, with
    plurals; `definition` is given where pint lacks the unit or means another; `shared` are the
    words that it shares with others ("gallon"); `where` is its place
    in a data file, or the configuration that added it.
    """

    name: str
    kind: str
    system: str
    names: tuple[str, ...]
    symbols: tuple[str, ...]
    source: str
    note: str = ""
    definition: str = ""
    shared: tuple[str, ...] = ()
    where: Place | None = field(default=None, eq=False)

    @property
    def unit(self) -> Unit:
        """The unit as quantities carry it."""
        return Unit(self.name, self.kind, self.system)
