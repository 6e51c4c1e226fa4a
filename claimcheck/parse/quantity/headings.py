"""Units in the headings of columns: "Length (km)", "Height, m", "Mass (kg (lb))", "km"."""

from collections.abc import Sequence

import regex
from attrs import evolve, frozen

from claimcheck.lexicon.restatement import restatement
from claimcheck.model import Span
from claimcheck.parse.quantity.scene import Scene
from claimcheck.parse.quantity.units import Match, Units

__all__ = ["Heading", "heading", "shared"]

_UNIT = regex.compile(
    r"""
    (?<words> [^()\[\]]*+ ) [(\[] (?<inside> .++ ) (?<=[)\]])
  | (?<words> .*\S ) \s*+ , \s++ (?<inside> [^,]++ )
  | (?<words> .*\S ) \s++ in \s++ (?<inside> .++ )
  | (?<words> ) (?<inside> .++ )
    """,
    regex.VERBOSE,
)
_PARTED = (regex.compile(r"[()\[\];,|]++"), regex.compile(r"\s++/\s++"), regex.compile(r"/"))
_LONGEST = 60


@frozen
class Heading:
    """What a heading says: the words without the units, lower case, and one unit or two."""

    words: str
    units: tuple[Match, ...]


def heading(scene: Scene, units: Units, cell: Span) -> Heading:
    """The heading in a cell. Without a unit that is sure to be one, `units` is empty."""
    shown = cell.of(scene.text)
    found = _UNIT.fullmatch(shown) if len(shown) <= _LONGEST else None
    if found is None:
        return Heading(shown.lower(), ())
    start, end = (cell.start + each for each in found.span("inside"))
    matches = _units(scene, units, start, end)
    if not matches or (not found["words"] and _is_doubtful(matches)):
        return Heading(shown.lower(), ())
    words = scene.text[cell.start : cell.start + found.end("words")].rstrip(" ,")
    name, _, last = words.rpartition(" ")
    first = _one(scene, units, cell.start + len(words) - len(last), len(last)) if len(matches) == 1 else None
    if first is not None and first.unit.kind == matches[0].unit.kind:  # Mass kg (lb)
        return Heading(name.strip().lower(), (first, *matches))
    return Heading(words.lower(), matches)


def shared(scene: Scene, units: Units, cells: Sequence[Span], found: Sequence[Heading]) -> list[Heading]:
    """The headings of a row, those with a bare unit at their end as well: "High °C" beside "High °F".

    One alone may be anything ("Group A"); that two end in different units of one kind shows them to be units.
    """
    made = [
        each if each.units else _ended(scene, units, cell) or each
        for each, cell in zip(found, cells, strict=True)
    ]
    kinds = {(each.words, each.units[0].unit.kind) for each in made if each.units}
    several = {
        (words, kind)
        for words, kind in kinds
        if any(map(str.isalpha, words))
        and len({each.units[0].unit.name for each in made if each.words == words and each.units}) > 1
    }
    return [
        new if new.units and (new.words, new.units[0].unit.kind) in several else old
        for old, new in zip(found, made, strict=True)
    ]


def _ended(scene: Scene, units: Units, cell: Span) -> Heading | None:
    """A heading whose last word is a unit."""
    shown = cell.of(scene.text)
    words, _, last = shown.rpartition(" ")
    unit = _one(scene, units, cell.end - len(last), len(last)) if words and len(shown) <= _LONGEST else None
    return Heading(words.rstrip(" ,").lower(), (unit,)) if unit is not None and _is_measure(unit) else None


def _units(scene: Scene, units: Units, start: int, end: int) -> tuple[Match, ...]:
    """The two units of one kind that a bracket or a slash parts between two places, or else the only one."""
    shown = scene.text[start:end].rstrip(")] ")
    for sign in _PARTED:
        parting = sign.search(shown)
        if parting is not None:
            second = start + parting.end()
            one = _one(scene, units, start, len(shown[: parting.start()].rstrip()))
            two = _one(scene, units, second, start + len(shown) - second)
            if one is not None and two is not None and one.unit.kind == two.unit.kind and _is_measure(one):
                return one, two
    whole = _one(scene, units, start, len(shown))
    return (whole,) if whole is not None and _is_measure(whole) else ()


def _one(scene: Scene, units: Units, start: int, length: int) -> Match | None:
    """The unit that fills a stretch of the text, read for itself: the slash behind it is no "per"."""
    alone = Scene(scene.text[start : start + length], scene.contexts, joined=True)
    match = units.match(alone, 0)
    if match is None or match.end < length:
        return None
    return evolve(match, start=start, end=start + length)


def _is_measure(match: Match) -> bool:
    return match.unit.kind not in restatement().never


def _is_doubtful(matches: tuple[Match, ...]) -> bool:
    """Whether a heading that is nothing but a unit may be something else: Minute, Second, Degree."""
    return any(each.unit.kind in restatement().unless_close for each in matches)
