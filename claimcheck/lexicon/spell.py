"""Rows to spellings: every written form and what it may stand for."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from attrs import evolve

from claimcheck.lexicon import forms
from claimcheck.lexicon.place import Place
from claimcheck.lexicon.rows import Form, Reading, Row
from claimcheck.lexicon.sheet import Entry, Legend, check_form, texts
from claimcheck.tables import section

__all__ = ["Speller"]


class Speller:
    """Collects forms and finds clashes.

    A form belongs to one unit, unless a word of `words.toml` shares it.
    """

    def __init__(self, legend: Legend) -> None:
        self.legend = legend
        self.units: dict[str, Row] = {}
        self.spellings: dict[str, tuple[Reading, ...]] = {}
        self._places: dict[str, Place] = {}
        self._words: dict[str, Place] = {}

    def add(self, entries: Iterable[Entry]) -> None:
        """Take in rows.

        Raises:
            LexiconError: a unit or one of its forms is there already.
        """
        for entry in entries:
            name = entry.row.name
            if name in self.units:
                there = self._places[name]
                raise entry.place.error(f'"{name}" is already a unit ({there.seen_from(entry.place)})')
            self._add(entry.row, entry.place, (*entry.prefixable, *entry.plain))
            for prefix, with_symbols in entry.prefixes.items():
                made = [
                    each
                    for form in entry.prefixable
                    if with_symbols or not form.symbol
                    for each in forms.prefixed(form, prefix, self.legend.prefixes[prefix].symbols)
                ]
                self._add(
                    _prefixed(entry.row, prefix, self.legend.prefixes[prefix].factor, made), entry.place, made
                )

    def _add(self, row: Row, place: Place, written: Iterable[Form]) -> None:
        unit = row.unit
        self.units[row.name] = row
        self._places[row.name] = place
        for form in written:
            for spelling in dict.fromkeys((form.singular, form.plural)):
                self._put(spelling, (Reading(unit, spelling, form.symbol, form.needs, form.position),), place)

    def _put(self, spelling: str, readings: tuple[Reading, ...], place: Place) -> None:
        there = self.spellings.get(spelling)
        if there is None:
            self.spellings[spelling] = readings
        elif there[0].unit != readings[0].unit:
            owner = there[0].unit.name
            what = "symbol" if there[0].symbol else "name"
            line = self._places[owner].seen_from(place)
            raise place.error(f'"{spelling}" is already a {what} of {owner} ({line})')

    def share(self, file: Path) -> dict[str, tuple[str, ...]]:
        """Take in the words that several units share, and the loose spellings; words with their readings."""
        shared = {}
        for word, fields in section(file, "words").items():
            place = Place(file, word, "[words]")
            written = list(_forms(fields, place, self.legend))
            readings = [forms.symbol(each) for each in texts(fields, "readings", place)]
            for each in readings:
                check_form(each, place, self.legend)
                if each.singular not in self.units:
                    raise place.error(f'"{each.singular}" is no unit')
            for form in written:
                for spelling in dict.fromkeys((form.singular, form.plural)):
                    self._share(spelling, form, readings, place)
            shared[word] = tuple(each.singular for each in readings)
            for name in shared[word]:
                row = self.units[name]
                self.units[name] = evolve(row, shared=(*row.shared, *(each.singular for each in written)))
        self._loosen(file)
        return shared

    def _loosen(self, file: Path) -> None:
        for name, fields in section(file, "loose").items():
            place = Place(file, name, "[loose]")
            if name not in self.units:
                raise place.error(f'"{name}" is no unit')
            unit = self.units[name].unit
            for form in _forms(fields, place, self.legend):
                for spelling in dict.fromkeys((form.singular, form.plural)):
                    self._put(spelling, (Reading(unit, spelling, form.symbol, form.needs),), place)

    def _share(self, spelling: str, form: Form, readings: list[Form], place: Place) -> None:
        first = self._words.setdefault(spelling, place)
        if first != place:
            raise place.error(f'"{spelling}" is already a form of {first.key} ({first.seen_from(place)})')
        owners = [each.unit.name for each in self.spellings.get(spelling, ())]
        for owner in owners:
            if owner not in [each.singular for each in readings]:
                raise place.error(
                    f'"{spelling}" is already a name of {owner} ({self._places[owner].seen_from(place)}), '
                    "which is not among the readings"
                )
        self.spellings[spelling] = tuple(
            Reading(self.units[each.singular].unit, spelling, form.symbol, form.needs | each.needs)
            for each in readings
        )


def _forms(fields: Mapping[str, object], place: Place, legend: Legend) -> Iterator[Form]:
    unknown = fields.keys() - {"names", "symbols", "readings"}
    if unknown:
        raise place.error(f'"{min(unknown)}" is no field of a word')
    for form in (
        *(forms.name(each) for each in texts(fields, "names", place)),
        *(forms.symbol(each) for each in texts(fields, "symbols", place)),
    ):
        check_form(form, place, legend)
        yield form


def _prefixed(row: Row, prefix: str, factor: str, made: Iterable[Form]) -> Row:
    made = list(made)
    return Row(
        prefix + row.name,
        row.kind,
        row.system,
        tuple(each.singular for each in made if not each.symbol),
        tuple(each.singular for each in made if each.symbol),
        row.source,
        row.note,
        definition=f"{factor} * {row.name}" if row.definition else "",
        where=row.where,
    )
