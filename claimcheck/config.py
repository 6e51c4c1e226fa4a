"""`[tool.claimcheck]` in pyproject.toml, or claimcheck.toml, to a `Project`.

The file nearest to a draft decides, alone: nothing is merged from files further up, so one file says all.
"""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar, get_args

from attrs import evolve, field, frozen

from claimcheck.errors import ConfigurationError, LexiconError, RuleError
from claimcheck.lexicon import english
from claimcheck.model import Config, Plain, Profile, Severity
from claimcheck.rules import find, rules

__all__ = ["FILES", "KEYS", "Project", "here", "load", "nearest", "project", "selector"]

FILES = ("claimcheck.toml", "pyproject.toml")
"""Where a configuration may stand; of two in one folder, the first."""


@frozen
class Project:
    """What one configuration file decides. Patterns are those of .gitignore, from the file's folder."""

    config: Config = field(factory=Config)
    folder: Path = field(factory=Path.cwd)
    file: Path | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(factory=dict, hash=False)
    fail_on: Severity | None = Severity.NOTE
    output_format: tuple[str, ...] = ()


def nearest(folder: Path) -> Project:
    """The project of the nearest configuration file in a folder or above it; the defaults if there is none.

    Raises:
        ConfigurationError: as for `load`.
    """
    folder = folder.absolute()
    found = (here(each) for each in (folder, *folder.parents))
    return next((each for each in found if each is not None), None) or Project(folder=folder)


def here(folder: Path) -> Project | None:
    """The project of a configuration file in this very folder.

    Raises:
        ConfigurationError: as for `load`.
    """
    files = (folder / name for name in FILES)
    found = (load(file) for file in files if file.is_file())
    return next((each for each in found if each is not None), None)


def load(file: Path) -> Project | None:
    """What a configuration file says; None for a pyproject.toml without `[tool.claimcheck]`.

    Raises:
        ConfigurationError: the file is unreadable, or a key or value is not known; the message names file
            and key, and the nearest that exists.
    """
    import tomllib  # noqa: PLC0415 # 5 ms that nobody without a configuration need pay

    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigurationError(f"{file}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{file}: not UTF-8 at byte {error.start}; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        if file.name == "pyproject.toml" and b"tool.claimcheck" not in file.read_bytes():
            return None
        raise ConfigurationError(f"{file}: {error}") from error
    where = f"{file}"
    if file.name == "pyproject.toml":
        tools = table.get("tool")
        if not isinstance(tools, dict) or "claimcheck" not in tools:
            return None
        table = tools["claimcheck"]
        where = f"{file}: tool.claimcheck"
    return project(table, file, where)


def project(table: Mapping[str, Any], file: Path, where: str) -> Project:
    """A table of settings as a project; `where` begins every message."""
    if not isinstance(table, dict):
        raise ConfigurationError(f"{where}: expected a table, found {_described(table)}")
    values: dict[str, Any] = {}  # each checked by its row in KEYS
    for key, value in table.items():
        if key not in KEYS:
            raise ConfigurationError(f"{where}: unknown key {key!r}{_suggestion(key, KEYS)}")
        values[key] = KEYS[key](value, f"{where}: {key}")
    if "select" not in values:
        values["select"] = Config().select
    values["select"] += values.pop("extend-select", ())
    values["ignore"] = values.get("ignore", ()) + values.pop("extend-ignore", ())
    ours = {key: values.pop(key) for key in tuple(values) if key in _OF_PROJECT}
    config = Config(**{_name(key): value for key, value in values.items()})
    try:
        if config.units or config.house_units:
            _ = english(config.units, config.house_units).spellings
    except (LexiconError, LookupError, TypeError, ValueError) as error:
        key = "units" if config.units else "house-units"
        raise ConfigurationError(f"{where}: {key}: {str(error).removeprefix(f'{key}: ')}") from error
    config = evolve(config, preferred_pairs=_named(config, f"{where}: preferred-pairs"))
    return Project(config, file.parent.absolute(), file, **{_name(key): value for key, value in ours.items()})


def selector(entry: str, where: str) -> str:
    """A code, a name or the beginning of codes ("U1"), as `Config.select` takes it.

    Raises:
        ConfigurationError: no rule answers to it.
    """
    known = rules()
    if entry.upper() == "ALL" or any(entry.lower() == rule.name for rule in known):
        return entry
    if entry and any(rule.code.startswith(entry.upper()) for rule in known):
        return entry.upper()
    try:
        find(entry)
    except RuleError as error:
        raise ConfigurationError(f"{where}: {error}") from error
    return entry


def _name(key: str) -> str:
    return key.replace("-", "_")


def _suggestion(word: str, known: Mapping[str, object] | tuple[str, ...]) -> str:
    near = get_close_matches(word.replace("_", "-"), known, n=1, cutoff=0.5)
    return f"; did you mean '{near[0]}'?" if near else f"; known are {', '.join(known)}"


T = TypeVar("T")
_TYPES: dict[type, str] = {bool: "true or false", str: "a string", list: "a list", dict: "a table"}
_FOUND = {**_TYPES, int: "a number", float: "a number"}


def _described(value: object) -> str:
    return _FOUND.get(type(value), "a date or time")


def _expect(value: object, kind: type[T], where: str) -> T:
    if not isinstance(value, kind):
        raise ConfigurationError(f"{where}: expected {_TYPES[kind]}, found {_described(value)}")
    return value


def _strings(value: object, where: str) -> tuple[str, ...]:
    return tuple(_expect(each, str, where) for each in _expect(value, list, where))


def _selectors(value: object, where: str) -> tuple[str, ...]:
    return tuple(selector(each, where) for each in _strings(value, where))


def _choice(value: object, choices: tuple[str, ...], where: str) -> str:
    word = _expect(value, str, where)
    if word not in choices:
        raise ConfigurationError(f"{where}: {word!r} is no choice{_suggestion(word, choices)}")
    return word


def _severities(value: object, where: str) -> dict[str, Severity]:
    table = _expect(value, dict, where)
    found = {}
    for key, name in table.items():
        try:
            rule = find(key)
        except RuleError as error:
            raise ConfigurationError(f"{where}: {error}") from error
        found[rule.code] = Severity(_choice(name, tuple(Severity), f"{where}.{key}"))
    return found


def _fail_on(value: object, where: str) -> Severity | None:
    name = _choice(value, (*Severity, "never"), where)
    return None if name == "never" else Severity(name)


def _formats(value: object, where: str) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else _strings(value, where)


def _words(value: object, where: str) -> dict[str, str]:
    table = _expect(value, dict, where)
    return {key: _expect(each, str, f"{where}.{key}") for key, each in table.items()}


def _per_file(value: object, where: str) -> dict[str, tuple[str, ...]]:
    table = _expect(value, dict, where)
    return {pattern: _selectors(each, f"{where}.{pattern!r}") for pattern, each in table.items()}


def _pairs(value: object, where: str) -> tuple[tuple[str, ...], ...]:
    return tuple(_strings(each, where) for each in _expect(value, list, where))


def _named(config: Config, where: str) -> tuple[tuple[str, str], ...]:
    """The preferred pairs with the names of their units, which may be written as prose writes them."""
    return tuple(_pair(config, each, where) for each in config.preferred_pairs)


def _pair(config: Config, words: tuple[str, ...], where: str) -> tuple[str, str]:
    shown = " and ".join(map(repr, words))
    lexicon = english(config.units, config.house_units)
    found = [lexicon.spellings.get(word) or lexicon.spellings.get(word.lower()) for word in words]
    try:
        units = [
            each[0].unit if each else lexicon.unit(word) for each, word in zip(found, words, strict=True)
        ]
    except LexiconError as error:
        raise ConfigurationError(f"{where}: {error}") from error
    if len(units) != 2 or units[0].kind != units[1].kind:  # noqa: PLR2004 # a pair
        raise ConfigurationError(f"{where}: expected two units of one kind, found {shown or 'none'}")
    return units[0].name, units[1].name


def _rows(value: object, where: str) -> tuple[Mapping[str, Plain], ...]:
    return tuple(_expect(each, dict, where) for each in _expect(value, list, where))


KEYS: dict[str, Callable[[object, str], object]] = {
    "select": _selectors,
    "extend-select": _selectors,
    "ignore": _selectors,
    "extend-ignore": _selectors,
    "per-file-ignores": _per_file,
    "severity": _severities,
    "fail-on": _fail_on,
    "profile": lambda value, where: _choice(value, get_args(Profile), where),
    "attitudes": lambda value, where: _expect(value, bool, where),
    "house-units": _words,
    "preferred-pairs": _pairs,
    "units": _rows,
    "include": _strings,
    "exclude": _strings,
    "output-format": _formats,
}
"""Every key of the configuration, and what reads its value."""

_OF_PROJECT = ("include", "exclude", "per-file-ignores", "fail-on", "output-format")
