"""Written forms of the lexicon at a place in a text: the longest that may stand there, and its readings."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final, Literal

import regex
from attrs import field, frozen

from claimcheck.lexicon import Lexicon, Reading
from claimcheck.parse.quantity.scene import Scene

__all__ = ["Atom", "Atoms", "atoms"]

Source = Literal["name", "symbol"]

# One character for one, so that offsets stay: blanks that do not break, hyphens, micro and Ångström signs.
_PLAIN = str.maketrans("\u00a0\u2009\u202f\n\t\u2010\u2011\u03bc\u212b\u22c5", "     --\u00b5\u00c5\u00b7")
_HEAD = regex.compile(r"[^\W\d_]+|\S")
_POWERED = regex.compile(r"[²³]|\^|[⁻−-]?[234¹](?!\d)|\x20[23](?!\w|[.,]\d)")
_CODE = regex.compile(r"-\d(?!\b)|-\d\d")
_QUOTATION: Final = 80
_FOLLOWS = regex.compile(r"\s(?<word>[\p{L}\d]+)")
_OPENING = regex.compile(r"(?:^|[\s(\[])['\"‘“](?=\w)")
_SENTENCE_END = regex.compile(r"\s*(?:$|\n|\s\p{Lu})")
_OPENERS: Final = {"'": "'‘", "’": "‘", '"': '"“', "”": "“"}


@frozen
class Atom:
    """A written form: its readings, those that fit here first, and where it ends."""

    readings: tuple[Reading, ...]
    end: int


@frozen(eq=False)
class Atoms:
    """All written forms by their first word: spelling, whether name or symbol, and length, longest first."""

    heads: Mapping[str, tuple[tuple[str, Source, int], ...]] = field(repr=False)
    spellings: Mapping[str, tuple[Reading, ...]] = field(repr=False)

    def at(self, scene: Scene, start: int, *, denominator: bool) -> Atom | None:
        """The longest form at `start` that has a reading here."""
        text = scene.text
        head = _HEAD.match(text, start)
        entries = self.heads.get(head.group().translate(_PLAIN).lower()) if head else None
        if entries is None:
            return None
        window = text[start : start + entries[0][2] + 1].translate(_PLAIN)
        lowered = window.lower()
        for spelling, source, length in entries:
            if not _matches(spelling, source, window, lowered):
                continue
            end = start + length
            if not _ends(text, end, spelling) or not _stands(scene, spelling, start, end):
                continue
            if "/" in spelling and _POWERED.match(text, end):
                continue  # "kg/m 3": the power belongs to the last factor
            readings = self._fitting(scene, spelling, source, start, denominator=denominator)
            if readings:
                return Atom(readings, end)
        return None

    def _fitting(
        self, scene: Scene, spelling: str, source: Source, start: int, *, denominator: bool
    ) -> tuple[Reading, ...]:
        """The readings whose conditions hold, then what else the form may be, money left out."""
        every = [each for each in self.spellings[spelling] if each.symbol == (source == "symbol")]
        fitting = []
        for each in every:
            if each.needs and each.unit.kind == "money" and not (each.symbol or spelling.endswith("s")):
                continue  # "a twenty-pound bag", whatever it cost
            needs = each.needs - {"digits", "joined"} if denominator else each.needs
            if not needs or scene.allows(needs, start):
                fitting.append(each)
        if not fitting:
            return ()
        return (*fitting, *(each for each in every if each not in fitting and each.unit.kind != "money"))


def _matches(spelling: str, source: Source, window: str, lowered: str) -> bool:
    """Whether a form stands at the beginning of a window; a hyphen may stand for the blank of a name."""
    if source == "symbol":
        return window.startswith(spelling)
    if lowered.startswith(spelling):
        return True
    return " " in spelling and lowered.replace("-", " ").startswith(spelling)


def _ends(text: str, end: int, spelling: str) -> bool:
    """Whether a form may end here: no letter goes on, and a full stop does not end the sentence."""
    last = spelling[-1]
    if len(spelling) == 1 and last.isalpha() and _CODE.match(text, end):
        return False
    if last == "." and _SENTENCE_END.match(text, end):
        return False
    following = text[end : end + 1]
    if last.isalpha():
        return not following.isalpha()
    return not (last.isdecimal() and following.isalnum() and following.isascii())


def _stands(scene: Scene, spelling: str, start: int, end: int) -> bool:
    """Whether a symbol that is also a word or a quotation mark is a unit here."""
    text = scene.text
    if spelling[0] in _OPENERS:
        return not (_quoted(text, start, spelling[0]) or text[end : end + 1].isalpha())
    if spelling not in scene.contexts.also_words or not text[start - 1 : start].isspace():
        return True
    following = _FOLLOWS.match(text, end)
    if following is None or (len(spelling) == 1 and spelling not in "aAsdI"):
        return True
    if spelling == "in":
        return scene.inner or following["word"] in scene.contexts.in_follows
    return len(spelling) == 1 and spelling not in "aA" and following["word"].islower()


def _quoted(text: str, start: int, mark: str) -> bool:
    """Whether a quotation mark after a figure closes a quotation: one like it opens within the line."""
    window = text[max(0, start - _QUOTATION) : start].rpartition("\n")[2]
    opened = sum(window.count(each) for each in _OPENERS[mark])
    if mark in "'\"":
        return _OPENING.search(window) is not None and opened % 2 == 1
    return opened > window.count(mark)


@lru_cache(maxsize=8)
def atoms(lexicon: Lexicon) -> Atoms:
    """The forms of a lexicon, with the currencies that may stand after a figure; built once."""
    plain: dict[str, tuple[Reading, ...]] = {}
    for spellings in (lexicon.currencies, lexicon.spellings):
        for spelling, readings in spellings.items():
            after = tuple(each for each in readings if each.position != "before")
            if not after:
                continue
            key = spelling.translate(_PLAIN)
            there = plain.get(key, ())
            # A currency goes first only where a context must speak for it: "5 pounds" is a weight.
            plain[key] = (*there, *after) if all(each.needs for each in there) else (*after, *there)
    heads: dict[str, list[tuple[str, Source, int]]] = {}
    for spelling, readings in plain.items():
        head = _HEAD.match(spelling)
        sources: dict[Source, None] = {"symbol" if each.symbol else "name": None for each in readings}
        for source in sources if head else ():
            heads.setdefault(head.group().lower() if head else "", []).append(
                (spelling, source, len(spelling))
            )
    ordered = {
        key: tuple(sorted(rows, key=lambda row: (-row[2], row[1] == "name"))) for key, rows in heads.items()
    }
    return Atoms(ordered, plain)
