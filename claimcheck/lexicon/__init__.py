"""What words mean: data files by language, and typed, cached access to them.

Each part of a `Lexicon` is read when it is first asked for: whoever needs only cues never pays for units.
"""

import json
from collections.abc import Mapping
from functools import cached_property, lru_cache
from types import MappingProxyType

from attrs import field, frozen

from claimcheck import units
from claimcheck.errors import LexiconError, UnitError
from claimcheck.lexicon.compound import Algebra
from claimcheck.lexicon.cues import CueLexicon, cues
from claimcheck.lexicon.currency import currencies
from claimcheck.lexicon.place import Place
from claimcheck.lexicon.references import References, references
from claimcheck.lexicon.rows import Kind, Reading, Row
from claimcheck.lexicon.sheet import Entry, Legend, entries, entry, legend, near
from claimcheck.lexicon.spell import Speller
from claimcheck.tables import FOLDER, paths

__all__ = ["Kind", "Lexicon", "Reading", "Row", "english"]


@frozen(eq=False)
class Lexicon:
    """Units, currencies, numbers, hedges, cues and references of one language."""

    language: str = "en"
    _extra: tuple[Mapping[str, object], ...] = field(default=(), repr=False)
    _house: Mapping[str, str] = field(factory=dict, repr=False)

    @cached_property
    def legend(self) -> Legend:
        """Kinds, prefixes, conditions and sources that the rows refer to."""
        return legend()

    @property
    def kinds(self) -> Mapping[str, Kind]:
        """Every kind of quantity by name."""
        return self.legend.kinds

    @cached_property
    def _units(self) -> tuple[Mapping[str, Row], Mapping[str, tuple[Reading, ...]]]:
        speller = Speller(self.legend)
        speller.add(entries(paths("units*.toml"), self.legend))
        shared = speller.share(FOLDER / "words.toml")
        speller.add(_extra_entry(each, self.legend) for each in self._extra)
        return speller.units, _settled(speller.spellings, shared, self._house)

    @property
    def units(self) -> Mapping[str, Row]:
        """Every unit by name, prefixed ones included."""
        return MappingProxyType(self._units[0])

    @property
    def spellings(self) -> Mapping[str, tuple[Reading, ...]]:
        """Every written form of a unit and what it may stand for, most likely first.

        Names are in lower case and match in any case; symbols match case and all. Squares, cubes and
        quotients are composed by `algebra`, but those that have a name of their own are here too.
        """
        return self._units[1]

    @cached_property
    def _currencies(self) -> tuple[Mapping[str, Row], Mapping[str, tuple[Reading, ...]]]:
        return currencies(FOLDER / "currencies.toml", self.legend)

    @property
    def currencies(self) -> Mapping[str, tuple[Reading, ...]]:
        """Every written form of a currency or a part of one; keys as in `spellings`."""
        return self._currencies[1]

    @property
    def money(self) -> Mapping[str, Row]:
        """Every currency by ISO 4217 code, and every part of one by name."""
        return MappingProxyType(self._currencies[0])

    @cached_property
    def algebra(self) -> Algebra:
        """Squares, cubes, products and quotients: `lexicon.algebra.per(kilometer, hour)`."""
        return Algebra(self._units[0], self.kinds)

    @cached_property
    def references(self) -> References:
        """Yardsticks ("the speed of sound", "the size of Wales") and the words that compare with them."""
        return references(FOLDER / "references.toml", self.legend)

    @cached_property
    def cues(self) -> CueLexicon:
        """Words that say who says so, and the closed classes of words."""
        return cues()

    def unit(self, name: str) -> Row:
        """The row of a unit or currency by its name ("kilometer", "USD").

        Raises:
            LexiconError: there is none; the message names the nearest.
        """
        found = self._units[0].get(name) or self._currencies[0].get(name)
        if found is None:
            raise LexiconError(f"no unit {name!r}{near(name, self._units[0])}")
        return found


def _extra_entry(fields: Mapping[str, object], legend: Legend) -> Entry:
    name = fields.get("name")
    place = Place(None, str(name))
    if not isinstance(name, str) or not name:
        raise LexiconError(f"units: a unit needs a name, which {dict(fields)!r} has not")
    row = {key: value for key, value in fields.items() if key != "name"}
    made = entry(name, {"source": "the project", **row}, place, legend)
    try:
        if made.row.definition:
            units.define(name, made.row.definition)
        here, kind = units.size(name), units.size(legend.kinds[made.row.kind].si)
    except UnitError as error:
        raise place.error(str(error)) from error
    if kind.roots not in (here.roots, (here**-1).roots):
        raise place.error(f'"{name}" is of the size {here}, which is no {made.row.kind}')
    return made


def _settled(
    spellings: dict[str, tuple[Reading, ...]], shared: Mapping[str, tuple[str, ...]], house: Mapping[str, str]
) -> Mapping[str, tuple[Reading, ...]]:
    """The spellings without the readings that the house has ruled out, in compounds ("mpg") too."""
    out: set[str] = set()
    for word, choice in house.items():
        if word not in shared:
            raise LexiconError(f'house-units: "{word}" is no word with several readings{near(word, shared)}')
        if choice not in shared[word]:
            raise LexiconError(f'house-units: "{word}" is one of {", ".join(shared[word])}, not "{choice}"')
        out |= set(shared[word]) - {choice}
    if not out:
        return MappingProxyType(spellings)
    return MappingProxyType({form: _without(readings, out) for form, readings in spellings.items()})


def _without(readings: tuple[Reading, ...], out: set[str]) -> tuple[Reading, ...]:
    """The readings that no ruled-out unit is part of; all of them if none would be left."""
    return tuple(each for each in readings if not out & set(each.unit.name.split())) or readings


def english(
    extra_units: tuple[Mapping[str, object], ...] = (), house_units: Mapping[str, str] | None = None
) -> Lexicon:
    """The English lexicon, with a project's own units and its choice for ambiguous words.

    A unit of the project is a row as in `lexicon/en/units.toml`, its pint expression under "name", with a
    "definition" where pint has no such unit: {"name": "smoot", "kind": "length", "names": ["smoot"],
    "definition": "67 * inch"}.

    Raises:
        LexiconError: a row is wrong or clashes with another.
    """
    if not extra_units and not house_units:
        return _english()
    rows = [dict(each) for each in extra_units]
    return _customised(json.dumps([rows, dict(house_units or {})], default=str))


@lru_cache(maxsize=16)
def _customised(key: str) -> Lexicon:
    extra_units, house_units = json.loads(key)
    lexicon = Lexicon("en", tuple(extra_units), house_units)
    _ = lexicon.spellings  # whoever hands in rows learns at once what is wrong with them
    return lexicon


@lru_cache(maxsize=1)
def _english() -> Lexicon:
    return Lexicon()
