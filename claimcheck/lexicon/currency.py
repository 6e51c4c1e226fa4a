"""Currencies: codes, names, signs and parts."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

from claimcheck.lexicon import forms
from claimcheck.lexicon.place import Place
from claimcheck.lexicon.rows import Form, Reading, Row
from claimcheck.lexicon.sheet import Legend, as_written, check_form, near, texts
from claimcheck.model import Unit
from claimcheck.tables import section, table

__all__ = ["currencies"]

_FIELDS = frozenset(("names", "symbols", "source", "note"))


def currencies(file: Path, legend: Legend) -> tuple[dict[str, Row], dict[str, tuple[Reading, ...]]]:
    """Currencies by code, and every written form with what it may stand for.

    Raises:
        LexiconError: a field is unknown or malformed, or a form belongs to two currencies.
    """
    data = table(file)
    money = _Money(file, legend)
    for code, fields in section(file, "currencies").items():
        money.add(code, fields, str(data.get("source", "ISO4217")))
    for word, fields in section(file, "words").items():
        money.share(word, fields)
    for part, fields in section(file, "parts").items():
        money.divide(part, fields)
    return money.rows, money.spellings


class _Money:
    def __init__(self, file: Path, legend: Legend) -> None:
        self.file, self.legend = file, legend
        self.rows: dict[str, Row] = {}
        self.spellings: dict[str, tuple[Reading, ...]] = {}

    def add(self, code: str, fields: Mapping[str, object], source: str) -> None:
        place = Place(self.file, code, "[currencies]")
        for each in sorted(fields.keys() - _FIELDS):
            raise place.error(f'"{each}" is no field of a currency{near(each, _FIELDS)}')
        names, signs = self._forms(fields, place)
        written = (*names, *signs, forms.symbol(code, "either"))
        self.rows[code] = Row(
            code,
            "money",
            "",
            as_written(texts(fields, "names", place)),
            tuple(each.singular for each in signs),
            str(fields.get("source", source)),
            str(fields.get("note", "")),
            where=place,
        )
        unit = self.rows[code].unit
        for form in written:
            for spelling in dict.fromkeys((form.singular, form.plural)):
                there = self.spellings.get(spelling)
                if there is not None and there[0].unit != unit:
                    owner = there[0].unit.name
                    line = self._line(owner)
                    raise place.error(f'"{spelling}" is already a name of {owner} (line {line})')
                self.spellings[spelling] = (self._reading(unit, spelling, form),)

    def share(self, word: str, fields: Mapping[str, object]) -> None:
        place = Place(self.file, word, "[words]")
        names, signs = self._forms(fields, place)
        units = [self._main(code, place) for code in texts(fields, "readings", place)]
        for form in (*names, *signs):
            for spelling in dict.fromkeys((form.singular, form.plural)):
                self._no_clash(spelling, units, place)
                self.spellings[spelling] = tuple(self._reading(unit, spelling, form) for unit in units)

    def divide(self, part: str, fields: Mapping[str, object]) -> None:
        place = Place(self.file, part, "[parts]")
        names, signs = self._forms(fields, place)
        try:
            fraction = Fraction(str(fields["fraction"]))
        except (KeyError, ValueError, ZeroDivisionError) as error:
            raise place.error(f'"fraction" must be like "1/100": {error}') from error
        unit = Unit(part, "money")
        mains = [self._main(code, place) for code in texts(fields, "of", place)]
        self.rows[part] = Row(
            part,
            "money",
            "",
            tuple(each.singular for each in names),
            tuple(each.singular for each in signs),
            "ISO4217: list one",
            f"{fraction} of {', '.join(each.name for each in mains)}",
            where=place,
        )
        for form in (*names, *signs):
            for spelling in dict.fromkeys((form.singular, form.plural)):
                self._no_clash(spelling, [unit], place)
                self.spellings[spelling] = tuple(
                    Reading(unit, spelling, form.symbol, form.needs, form.position, main, fraction)
                    for main in mains
                )

    def _reading(self, unit: Unit, spelling: str, form: Form) -> Reading:
        return Reading(unit, spelling, form.symbol, form.needs, form.position)

    def _forms(self, fields: Mapping[str, object], place: Place) -> tuple[list[Form], list[Form]]:
        names = [forms.name(each) for each in texts(fields, "names", place)]
        signs = [forms.symbol(each, "before") for each in texts(fields, "symbols", place)]
        for form in (*names, *signs):
            check_form(form, place, self.legend)
        return names, signs

    def _main(self, code: str, place: Place) -> Unit:
        if code not in self.rows:
            raise place.error(f'"{code}" is no currency{near(code, self.rows)}')
        return self.rows[code].unit

    def _line(self, name: str) -> int:
        place = self.rows[name].where
        return place.line if place else 0

    def _no_clash(self, spelling: str, units: list[Unit], place: Place) -> None:
        for there in self.spellings.get(spelling, ()):
            if there.unit not in units:
                line = self._line(there.unit.name)
                raise place.error(f'"{spelling}" is already a name of {there.unit.name} (line {line})')
