"""Data files to rows, with every field checked. An error names the file and the line."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from attrs import frozen

from claimcheck.errors import LexiconError
from claimcheck.lexicon import forms
from claimcheck.lexicon.rows import Form, Kind, Row
from claimcheck.tables import FOLDER, table

__all__ = ["Entry", "Legend", "Place", "check_form", "entries", "entry", "legend", "near", "texts"]

_FIELDS = frozenset(
    ("kind", "system", "source", "names", "symbols", "also", "prefixes", "note", "definition")
)


@frozen
class Place:
    """Where a row stands: a data file, or the configuration that added it."""

    file: Path | None
    key: str

    def __str__(self) -> str:
        if self.file is None:
            return f"units.{self.key}"
        return f"{self.short}:{self.line}"

    @property
    def short(self) -> str:
        """The file's name from `lexicon/` on, or the whole path of a file elsewhere."""
        file = self.file or Path("units")
        return f"lexicon/en/{file.name}" if file.parent == FOLDER else str(file)

    @property
    def line(self) -> int:
        """The line on which the row begins, from 1; worked out only when somebody asks."""
        if self.file is None:
            return 0
        starts = (f"{self.key} =", f'"{self.key}" =', f"{self.key}=", f'"{self.key}"=')
        for number, text in enumerate(self.file.read_text(encoding="utf-8").splitlines(), 1):
            if text.startswith(starts):
                return number
        return 1

    def error(self, message: str) -> LexiconError:
        """An error at this place."""
        return LexiconError(f"{self}: {message}")

    def seen_from(self, other: "Place") -> str:
        """This place as an error at another one names it: "line 88", or file and line."""
        return f"line {self.line}" if self.file == other.file and self.file else str(self)


@frozen
class Legend:
    """What the rows refer to: kinds, prefixes, conditions and sources, from `kinds.toml`."""

    kinds: Mapping[str, Kind]
    prefixes: Mapping[str, tuple[str, ...]]
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
    data = table(folder / "kinds.toml")
    return Legend(
        {name: Kind(name, each["si"], tuple(each.get("of", ()))) for name, each in _rows(data, "kinds")},
        {name: tuple(each) for name, each in _rows(data, "prefixes")},
        dict(_rows(data, "contexts")),
        dict(_rows(data, "sources")),
    )


def entries(files: Iterable[Path], key: Legend) -> Iterator[Entry]:
    """Every row of the files, in order.

    Raises:
        LexiconError: a field is unknown, missing or malformed, or refers to something that does not exist.
    """
    for file in files:
        for number, group in enumerate(_list(table(file).get("group", []))):
            shared = {name: value for name, value in group.items() if name != "units"}
            rows = group.get("units")
            if not isinstance(rows, dict):
                raise LexiconError(f"{Place(file, '').short}: group {number + 1} has no [group.units]")
            for name, fields in rows.items():
                yield entry(name, {**shared, **fields}, Place(file, name), key)


def entry(name: str, fields: Mapping[str, object], place: Place, key: Legend) -> Entry:
    """One row, checked."""
    unknown = fields.keys() - _FIELDS
    for each in sorted(unknown):
        raise place.error(f'"{each}" is no field of a unit{near(each, _FIELDS)}')
    kind = _text(fields, "kind", place)
    if kind not in key.kinds:
        raise place.error(f'"{kind}" is no kind{near(kind, key.kinds)}')
    source = _text(fields, "source", place)
    if place.file and source.partition(":")[0] not in key.sources and not source[:1].isupper():
        raise place.error(f'"{source}" is no source{near(source, key.sources)}')
    names = tuple(forms.name(each) for each in texts(fields, "names", place))
    symbols = tuple(forms.symbol(each) for each in texts(fields, "symbols", place))
    also = tuple(
        forms.name(each) if _is_name(each) else forms.symbol(each) for each in texts(fields, "also", place)
    )
    if not names + symbols:
        raise place.error("a unit needs a name or a symbol")
    for form in (*names, *symbols, *also):
        check_form(form, place, key)
    written = (*names, *also, *symbols)
    row = Row(
        name,
        kind,
        _text(fields, "system", place, default=""),
        tuple(dict.fromkeys(each.singular for each in written if not each.symbol)),
        tuple(dict.fromkeys(each.singular for each in (*symbols, *also) if each.symbol)),
        source,
        _text(fields, "note", place, default=""),
        _text(fields, "definition", place, default=""),
        place,
    )
    return Entry(row, place, (*names, *symbols), also, _prefixes(fields, place, key))


def _is_name(text: str) -> bool:
    """Whether an entry of `also` is a name, which matches in any case: lower case, three letters or more."""
    text = text.partition(" if ")[0]
    return text.islower() and (text.isalpha() and len(text) > 3 or " " in text or "|" in text)


def check_form(form: Form, place: Place, key: Legend) -> None:
    for need in form.needs - key.contexts.keys():
        raise place.error(f'"{need}" is no condition{near(need, key.contexts)}')
    if form.singular != form.singular.strip() or not form.singular:
        raise place.error(f'"{form.singular}" begins or ends with a space')


def _prefixes(fields: Mapping[str, object], place: Place, key: Legend) -> dict[str, bool]:
    """Prefix names, and whether symbols take them: "k M +" is kilo and mega for all, the others for names."""
    written = _text(fields, "prefixes", place, default="").split()
    if not written:
        return {}
    by_symbol = {symbol: name for name, symbols in key.prefixes.items() for symbol in symbols}
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
    value = fields.get(name, ())
    if not isinstance(value, (list, tuple)) or not all(isinstance(each, str) for each in value):
        raise place.error(f'"{name}" must be a list of texts, not {value!r}')
    return tuple(value)


def near(word: str, known: Iterable[str]) -> str:
    found = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f'; did you mean "{found[0]}"?' if found else ""


def _rows(data: Mapping[str, object], name: str) -> Iterable[tuple[str, "dict"]]:
    return data[name].items()


def _list(value: object) -> list[dict[str, object]]:
    return value if isinstance(value, list) else []
