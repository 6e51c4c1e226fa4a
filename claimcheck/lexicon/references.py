"""Yardsticks of prose and the words that compare things with them."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType

from attrs import field, frozen

from claimcheck.lexicon import forms
from claimcheck.lexicon.place import Place
from claimcheck.lexicon.rows import Form
from claimcheck.lexicon.sheet import Legend, check_form, cited, near, texts
from claimcheck.model import Reference
from claimcheck.tables import section, table

__all__ = ["Attribute", "References", "references"]

_FIELDS = frozenset(("value", "names", "phrases", "before", "after", "note", "source"))


@frozen
class Attribute:
    """What things are compared by: "height", "tall", "taller"."""

    name: str
    nouns: tuple[str, ...]
    adjectives: tuple[str, ...]
    comparatives: tuple[str, ...]


@frozen(eq=False)
class References:
    """Yardsticks by what a text calls them; every key but a sign is in lower case.

    `things` holds, for what is named ("eiffel tower", "sound"), a yardstick for each attribute that it is
    compared by; `plurals` the same for more than one of them ("football pitches"). `phrases` are whole
    ("earth-moon distance"), `before` and `after` signs at the figure with what they need. `proper` names
    have a capital; a word of `others` after a name makes it another thing ("the US economy").
    """

    attributes: Mapping[str, Attribute]
    factors: Mapping[str, Fraction]
    things: Mapping[str, Mapping[str, Reference]] = field(factory=dict)
    plurals: Mapping[str, Mapping[str, Reference]] = field(factory=dict)
    phrases: Mapping[str, Reference] = field(factory=dict)
    before: Mapping[str, Reference] = field(factory=dict)
    after: Mapping[str, tuple[Reference, frozenset[str]]] = field(factory=dict)
    proper: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()

    def __iter__(self) -> Iterator[Reference]:
        """Every yardstick once, in the order of the file."""
        return iter(dict.fromkeys(each for by in self.things.values() for each in by.values()))


def references(file: Path, legend: Legend) -> References:
    """The yardsticks of a data file.

    Raises:
        LexiconError: a field is unknown or malformed, or a thing has two yardsticks for one attribute.
    """
    attributes = {
        name: Attribute(name, tuple(row["nouns"]), tuple(row["adjectives"]), tuple(row["comparatives"]))
        for name, row in section(file, "attributes").items()
    }
    factors = {word: Fraction(value) for word, value in section(file, "factors").items()}
    collected = _Collected()
    for number, group in enumerate(table(file).get("group", [])):
        for each in texts(group, "attributes", Place(file, "attributes")):
            if each not in attributes:
                raise Place(file, "attributes", "[[group]]", number).error(
                    f'"{each}" is no attribute{near(each, attributes)}'
                )
        for name, fields in group["references"].items():
            collected.add(
                name, {"source": group.get("source", ""), **fields}, group, Place(file, name), legend
            )
    return References(
        MappingProxyType(attributes),
        MappingProxyType(factors),
        MappingProxyType(collected.things),
        MappingProxyType(collected.plurals),
        MappingProxyType(collected.phrases),
        MappingProxyType(collected.before),
        MappingProxyType(collected.after),
        frozenset(collected.capitals - collected.smalls),
        frozenset(section(file, "words").get("other", ())),
    )


@frozen
class _Collected:
    things: dict[str, dict[str, Reference]] = field(factory=dict)
    plurals: dict[str, dict[str, Reference]] = field(factory=dict)
    phrases: dict[str, Reference] = field(factory=dict)
    before: dict[str, Reference] = field(factory=dict)
    after: dict[str, tuple[Reference, frozenset[str]]] = field(factory=dict)
    capitals: set[str] = field(factory=set)
    smalls: set[str] = field(factory=set)

    def add(
        self,
        name: str,
        fields: Mapping[str, object],
        group: Mapping[str, object],
        place: Place,
        legend: Legend,
    ) -> None:
        for each in sorted(fields.keys() - _FIELDS):
            raise place.error(f'"{each}" is no field of a reference{near(each, _FIELDS)}')
        if not fields.get("source"):
            raise place.error('"source" is missing')
        try:
            value = Fraction(str(fields["value"]))
        except (KeyError, ValueError) as error:
            raise place.error(f'"value" must be a number in quotes: {error}') from error
        reference = Reference(
            name,
            value,
            str(group["unit"]),
            str(group["kind"]),
            str(fields.get("note", "")),
            cited(str(fields["source"]), legend),
        )
        listed = texts(group, "attributes", place)
        for thing in _things(name, fields, place):
            form = forms.name(thing)
            (self.capitals if thing[0].isupper() else self.smalls).update((form.singular, form.plural))
            self._add_thing(form, reference, listed, place)
        for phrase in texts(fields, "phrases", place):
            self.phrases[phrase.lower()] = reference
        for sign in texts(fields, "before", place):
            self.before[sign] = reference
        for each in texts(fields, "after", place):
            form = forms.symbol(each)
            check_form(form, place, legend)
            self.after[form.singular] = (reference, form.needs)

    def _add_thing(self, form: Form, reference: Reference, listed: tuple[str, ...], place: Place) -> None:
        for attribute in listed:
            for spelling, by_name in ((form.singular, self.things), (form.plural, self.plurals)):
                there = by_name.setdefault(spelling, {}).get(attribute)
                if there is None:
                    by_name[spelling][attribute] = reference
                elif there is not reference and attribute == listed[0]:
                    raise place.error(f'the {attribute} of "{spelling}" is already that of "{there.name}"')


def _things(name: str, fields: Mapping[str, object], place: Place) -> Iterator[str]:
    """What is named: "Wales" in "area of Wales", and the other names."""
    for link in (" of the ", " of an ", " of a ", " to the ", " of "):
        if link in name:
            yield name.split(link, 1)[1]
            break
    yield from texts(fields, "names", place)
