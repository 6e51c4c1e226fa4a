"""Which classes and keys the notation has, and the errors for those it has not."""

import re
from difflib import get_close_matches

from claimcheck.errors import CorpusError
from claimcheck.text.spans import Attributes

__all__ = ["KEYS", "KINDS", "PARTS", "check_block", "check_mark", "kinds_of", "rule_codes"]

KINDS = ("quantity", "conversion", "multiple", "attribution", "diagnostic")
"""The kinds of thing that a text may be complete for, in the order in which they are tested."""

PARTS = ("source", "cue", "content")

_SAYS = {"says"}
_FIGURES = {"value", "unit", "bound"}
KEYS: dict[str, set[str]] = {
    "quantity": _FIGURES
    | _SAYS
    | {
        "least",
        "most",
        "values",
        "shape",
        "kind",
        "noun",
        "readings",
        "tolerance",
        "place",
        "zeros",
        "spelled",
    },
    "conversion": _SAYS
    | {"verdict", "how", "cause", "relation", "suggestion", "mends", "stated", "restated"},
    "multiple": _FIGURES | _SAYS | {"factor", "reference"},
    "modifier": {"bound"},
    "attribution": {"speaker", "act", "form", "flags"},
    "diagnostic": {"fix", "cause", "severity", "message"},
    "same": set(),
    "nobody": set(),
    "nothing": {"of"},
    "xfail": {"reason"},
    "maybe": set(),
}
_BLOCK: dict[str, set[str]] = {
    "complete": set(),
    "partial": {"of"},
    "nothing": {"of"},
    "xfail": {"of", "reason"},
}
_CODE = re.compile(r"[UNMA]\d{3}")


def rule_codes(attributes: Attributes) -> tuple[str, ...]:
    """The classes that are codes of rules."""
    return tuple(name for name in attributes.classes if _CODE.fullmatch(name))


def kinds_of(attributes: Attributes) -> set[str]:
    """The kinds of thing that a mark speaks of."""
    kinds = {name for name in attributes.classes if name in KINDS}
    if any(name in PARTS for name in attributes.classes):
        kinds.add("attribution")
    if rule_codes(attributes):
        kinds.add("diagnostic")
    return kinds


def check_mark(attributes: Attributes, where: str) -> None:
    """Raise `CorpusError` for a class or key that no mark has, or that says nothing beside the others."""
    known: set[str] = set()
    for name in attributes.classes:
        role = "attribution" if name in PARTS else "diagnostic" if _CODE.fullmatch(name) else name
        if role not in KEYS:
            raise CorpusError(f"{where}: no class .{name}{_near(name, (*KEYS, *PARTS), '.')}")
        known |= KEYS[role] | ({"of"} if name in PARTS else set())
    _check_keys(attributes, known, where)
    if "nothing" in attributes.classes:
        _check_kinds(attributes, where)
    if "xfail" in attributes.classes and not attributes.values.get("reason"):
        raise CorpusError(f'{where}: .xfail needs a reason="…"')


def check_block(attributes: Attributes, where: str) -> None:
    """The same for a line of attributes above a block."""
    meaning = [name for name in attributes.classes if name in KINDS]
    known: set[str] = set()
    for name in attributes.classes:
        if name not in _BLOCK and name not in KINDS:
            raise CorpusError(f"{where}: no class .{name} above a block{_near(name, (*_BLOCK, *KINDS), '.')}")
        known |= _BLOCK.get(name, set()) | KEYS.get(name if name in meaning else "", set())
    _check_keys(attributes, known, where)
    _check_kinds(attributes, where)
    if "xfail" in attributes.classes and not attributes.values.get("reason"):
        raise CorpusError(f'{where}: .xfail needs a reason="…"')


def _check_kinds(attributes: Attributes, where: str) -> None:
    for word in attributes.values.get("of", "").split():
        if word not in KINDS and not _CODE.fullmatch(word):
            raise CorpusError(f"{where}: no kind {word!r}{_near(word, KINDS, '')}")


def _check_keys(attributes: Attributes, known: set[str], where: str) -> None:
    for key in attributes.values:
        if key not in known:
            raise CorpusError(f"{where}: no key {key}= here{_near(key, sorted(known), '')}")


def _near(word: str, words: tuple[str, ...] | list[str], mark: str) -> str:
    near = get_close_matches(word, words, n=1, cutoff=0.5)
    return (
        f"; did you mean {mark}{near[0]}?"
        if near
        else f"; there are {', '.join(mark + each for each in words)}"
    )
