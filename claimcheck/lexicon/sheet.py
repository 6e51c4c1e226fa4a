"""Data files to rows, with every field checked. An error names the file and the line."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from attrs import frozen

from claimcheck.lexicon import forms
from claimcheck.lexicon.place import Place
from claimcheck.lexicon.rows import Form, Kind, Prefix, Row
from claimcheck.tables import FOLDER, section, table

__all__ = [
    "Entry",
    "Legend",
    "as_written",
    "check_form",
    "cited",
    "entries",
    "entry",
    "legend",
    "near",
    "texts",
]

_FIELDS = frozenset(
    ("kind", "system", "source", "names", "symbols", "also", "prefixes", "note", "definition")
)


@frozen
class Legend:
    """What the rows refer to: kinds, prefixes, conditions and sources, from `kinds.toml`."""

    kinds: Mapping[str, Kind]
    prefixes: Mapping[str, Prefix]
    contexts: Mapping[str, str]
    sources: Mapping[str, str]


@frozen
class Entry:
    """A row and the forms that it is written in; `prefixable` ones also take `prefixes`.

    `prefixes` maps each prefix to whether symbols take it too.
    """

    row: Row
    place: Place
    prefixable: tuple[Form, ...]
    plain: tuple[Form, ...]
    prefixes: Mapping[str, bool]


def legend(folder: Path = FOLDER) -> Legend:
    """The legend of a folder of data files."""
    file = folder / "kinds.toml"
    return Legend(
        {
            name: Kind(name, row["si"], tuple(row.get("of", ())))
            for name, row in section(file, "kinds").items()
        },
        {
            name: Prefix(tuple(row["symbols"]), row["factor"])
            for name, row in section(file, "prefixes").items()
        },
        section(file, "contexts"),
        section(file, "sources"),
    )


def entries(files: Iterable[Path], key: Legend) -> Iterator[Entry]:
    """Every row of the files, in order.

    Raises:
        LexiconError: a field is unknown, missing or malformed, or refers to something that does not exist.
    """
    for file in files:
        for number, group in enumerate(_groups(file)):
            shared = {name: value for name, value in group.items() if name != "units"}
            rows = group.get("units")
            if not isinstance(rows, dict):
                raise Place(file, "", "[[group]]", number).error("a group needs [group.units]")
            for name, fields in rows.items():
                yield entry(name, {**shared, **fields}, Place(file, name, "[[group]]", number), key)


def _groups(file: Path) -> list[dict[str, Any]]:
    groups = table(file).get("group", [])
    if not isinstance(groups, list):
        raise Place(file, "group").error("groups are written [[group]]")
    return groups


def entry(name: str, fields: Mapping[str, object], place: Place, key: Legend) -> Entry:
    """One row, checked."""
    unknown = fields.keys() - _FIELDS
    for each in sorted(unknown):
        raise place.error(f'"{each}" is no field of a unit{near(each, _FIELDS)}')
    kind = _text(fields, "kind", place)
    if kind not in key.kinds:
        raise place.error(f'"{kind}" is no kind{near(kind, key.kinds)}')
    source = _text(fields, "source", place)
    head = source.partition(":")[0]
    if place.file and " " not in head and head not in key.sources:
        raise place.error(f'"{source}" is no source{near(head, key.sources)}')
    names = tuple(forms.name(each) for each in texts(fields, "names", place))
    symbols = tuple(forms.symbol(each) for each in texts(fields, "symbols", place))
    also = tuple(
        forms.name(each) if _is_name(each) else forms.symbol(each) for each in texts(fields, "also", place)
    )
    if not names + symbols:
        raise place.error("a unit needs a name or a symbol")
    for form in (*names, *symbols, *also):
        check_form(form, place, key)
    row = Row(
        name,
        kind,
        _text(fields, "system", place, default=""),
        as_written(
            (
                *texts(fields, "names", place),
                *(each for each in texts(fields, "also", place) if _is_name(each)),
            )
        ),
        tuple(dict.fromkeys(each.singular for each in (*symbols, *also) if each.symbol)),
        source,
        _text(fields, "note", place, default=""),
        _text(fields, "definition", place, default=""),
        where=place,
    )
    return Entry(row, place, (*names, *symbols), also, _prefixes(fields, place, key))


_SYMBOL = 3  # letters; a lower-case word of more is a name


def _is_name(text: str) -> bool:
    """Whether an entry of `also` is a name, which matches in any case: lower case, three letters or more."""
    text = text.partition(" if ")[0]
    return text.islower() and (" " in text or "|" in text or (text.isalpha() and len(text) > _SYMBOL))


def as_written(names: Iterable[str]) -> tuple[str, ...]:
    """Names with their capitals, without plural and conditions."""
    return tuple(each.partition(" if ")[0].partition("|")[0] for each in names)


def check_form(form: Form, place: Place, key: Legend) -> None:
    """Refuse a form whose conditions nobody knows, or that could never stand in a text."""
    for need in form.needs - key.contexts.keys():
        raise place.error(f'"{need}" is no condition{near(need, key.contexts)}')
    if form.singular != form.singular.strip() or not form.singular:
        raise place.error(f'"{form.singular}" begins or ends with a space')


def _prefixes(fields: Mapping[str, object], place: Place, key: Legend) -> dict[str, bool]:
    """Prefix names, and whether symbols take them: "k M +" is kilo and mega for all, the others for names."""
    written = _text(fields, "prefixes", place, default="").split()
    if not written:
        return {}
    by_symbol = {symbol: name for name, each in key.prefixes.items() for symbol in each.symbols}
    found: dict[str, bool] = {}
    for each in written:
        if each != "+" and each not in by_symbol:
            raise place.error(f'"{each}" is no prefix{near(each, by_symbol)}')
        if each != "+":
            found[by_symbol[each]] = True
    if "+" in written:
        found |= {name: False for name in key.prefixes if name not in found and not name.endswith("bi")}
    return found


def _text(fields: Mapping[str, object], name: str, place: Place, default: str | None = None) -> str:
    value = fields.get(name, default)
    if value is None:
        raise place.error(f'"{name}" is missing')
    if not isinstance(value, str):
        raise place.error(f'"{name}" must be text, not {value!r}')
    return value


def texts(fields: Mapping[str, object], name: str, place: Place) -> tuple[str, ...]:
    """A field that lists texts; empty where it is missing."""
    value = fields.get(name, ())
    if not isinstance(value, (list, tuple)) or not all(isinstance(each, str) for each in value):
        raise place.error(f'"{name}" must be a list of texts, not {value!r}')
    return tuple(value)


def near(word: str, known: Iterable[str]) -> str:
    """The end of a message that suggests the nearest known word, or nothing."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f'; did you mean "{found[0]}"?' if found else ""


def cited(source: str, key: Legend) -> str:
    """A source in full: "SI: table 8" → "BIPM, The International System of Units …: table 8"."""
    name, colon, place = source.partition(":")
    return f"{key.sources[name]}{colon}{place}" if name in key.sources else source
