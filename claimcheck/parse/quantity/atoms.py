"""Written forms of the lexicon at a place in a text: the longest that may stand there, and its readings."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

import regex
from attrs import field, frozen

from claimcheck.lexicon import Lexicon, Reading
from claimcheck.parse.quantity.scene import Scene

__all__ = ["RESTATING", "Atom", "Atoms", "atoms"]

# One character for one, so that offsets stay: blanks that do not break, hyphens, micro and Ångström signs.
_PLAIN = str.maketrans("\u00a0\u2009\u202f\n\t\u2010\u2011\u03bc\u212b\u22c5", "     --\u00b5\u00c5\u00b7")
_HEAD = regex.compile(r"[^\W\d_]+|\S")
_POWERED = regex.compile(r"[²³]|\^|[⁻−-]?[234¹](?!\d)|\x20[23](?!\w|[.,]\d)")
_LOST_POWER = regex.compile(r"\s[23][)\]]")  # "23,931 in 3)"
_CODE = regex.compile(r"-\d(?!\b)|-\d\d")
RESTATING = regex.compile(
    r"""(?: \s?[(\[/=] \s? (?:or\s|i\.e\.,?\s)? | ,?\sor\s | \sequals\s
          | \sis\s (?:(?:equivalent|equal)\sto\s)? )
        (?: (?:about|around|roughly|approximately|approx\.|c\.|ca\.) \s | ~ )?
        [-−]?\d[\d.,]*(?:[-–]\d[\d.,]*)?[\s-]?""",
    regex.VERBOSE,
)
"""From the end of a unit to that of the figure that restates it: a bracket, a hedge, a figure."""
_RESTATED = regex.compile(
    r"""(?: (?<unit> (?: (?&word) \s ){0,3} (?<word> [^\W\d_] (?: [^\s()\[\]/] | /(?!\d) )*+ ) ) )
        \s?[(\[/]\s?(?:about\s|approx\.\s|~|≈)?[-−]?\d[\d.,]*+[\s-]?$""",
    regex.VERBOSE,
)
_BACK: Final = 48  # characters from one unit to the next in "300 pounds per square inch (20.7 bar)"
_REPEATED = regex.compile(r"-\d[\d.,]{0,7}(?<unit>\p{L})(?!\w)")
_QUOTATION: Final = 80
_FIGURE: Final = frozenset(("digits", "joined"))
_FOLLOWS = regex.compile(r"\s(?<word>[\p{L}\d]+)")
_OPENING = regex.compile(r"(?:^|[\s(\[])['\"‘“](?=\w)")
_FEET = regex.compile(r"['’]\x20?\d[\d.½¼¾]*$")
_INCHES: Final = 8  # characters of the longest inches: ' 11.25
_SENTENCE_END = regex.compile(r"\s*(?:$|\n|\s\p{Lu})")
_OPENERS: Final = {"'": "'‘", "’": "‘", '"': '"“', "”": "“"}


@frozen
class Atom:
    """A written form: its readings, those that fit here first, and where it ends."""

    readings: tuple[Reading, ...]
    end: int


@frozen(eq=False)
class Atoms:
    """All written forms. `lengths` holds, by first word, how long forms may be, longest first."""

    lengths: Mapping[str, tuple[int, ...]] = field(repr=False)
    names: Mapping[str, tuple[Reading, ...]] = field(repr=False)
    symbols: Mapping[str, tuple[Reading, ...]] = field(repr=False)

    def at(self, scene: Scene, start: int, *, denominator: bool) -> Atom | None:
        """The longest form at `start` that has a reading here. A hyphen may stand for the blank of a name."""
        head = _HEAD.match(scene.text, start)
        lengths = self.lengths.get(head.group().translate(_PLAIN).lower()) if head else None
        if lengths is None:
            return None
        window = scene.text[start : start + lengths[0]].translate(_PLAIN)
        lowered = window.lower()
        spaced = lowered.replace("-", " ")
        for length in lengths:
            if length > len(window):
                continue
            end = start + length
            readings = self.symbols.get(window[:length])
            if readings and (atom := self._atom(scene, window[:length], readings, start, end, denominator)):
                return atom
            name = lowered[:length]
            readings = self.names.get(name) or self.names.get(spaced[:length])
            if readings and (atom := self._atom(scene, name, readings, start, end, denominator)):
                return atom
        return None

    def _atom(  # noqa: PLR0913, PLR0917 # the pieces of one look-up, at the innermost place of the parser
        self,
        scene: Scene,
        spelling: str,
        every: tuple[Reading, ...],
        start: int,
        end: int,
        denominator: bool,  # noqa: FBT001 # private
    ) -> Atom | None:
        """The form as an atom, if it ends and stands as a unit may."""
        if not _ends(scene.text, end, spelling) or not self._stands(scene, spelling, start, end):
            return None
        if "/" in spelling and _POWERED.match(scene.text, end):
            return None  # "kg/m 3": the power belongs to the last factor
        fitting = []
        for each in every:
            if each.needs and each.unit.kind == "money" and not (each.symbol or spelling.endswith("s")):
                continue  # "a twenty-pound bag", whatever it cost
            needs = each.needs - _FIGURE if denominator else each.needs
            if not needs or scene.allows(needs, start):
                fitting.append(each)
        if not denominator:
            fitting = self._by_the_other(scene, every, fitting, start, end)
        if not fitting:
            return None
        others = (each for each in every if each not in fitting and each.unit.kind != "money")
        return Atom((*fitting, *others), end)

    def _by_the_other(  # as above
        self, scene: Scene, every: tuple[Reading, ...], fitting: list[Reading], start: int, end: int
    ) -> list[Reading]:
        """The readings that fit, in the light of the unit beside a bracket: it settles what is meant.

        "15 hands (152 cm)" is no count of hands, "10K (6.2 miles)" no temperature, "16 OZ (454 G)" no field.
        """
        if not fitting:
            kind = self._restated(scene, end)
            named = [each for each in every if not each.symbol and each.unit.kind == kind]
            return named or self._restating(scene, every, start)
        kinds = {each.unit.kind for each in every}
        if len(kinds) > 1 and (kind := self._restated(scene, end)) in kinds - {fitting[0].unit.kind}:
            return [each for each in every if each.unit.kind == kind]
        return fitting

    def _restated(self, scene: Scene, end: int) -> str:
        """The kind of the unit in a bracket behind; "" where there is none."""
        bracket = RESTATING.match(scene.text, end)
        atom = self.at(scene, bracket.end(), denominator=True) if bracket else None
        return atom.readings[0].unit.kind if atom else ""

    def _restating(self, scene: Scene, every: tuple[Reading, ...], start: int) -> list[Reading]:
        """The readings that the unit before a bracket speaks for: "16 OZ (454 G)" are grams."""
        kind = self._stated(scene, start)
        return [each for each in every if each.unit.kind == kind]

    def _stated(self, scene: Scene, start: int) -> str:
        """The kind of the unit before the bracket or slash in which a unit begins; "" where there is none."""
        before = _RESTATED.search(scene.text, max(0, start - _BACK), start)
        words = before["unit"].split() if before else []
        for first in range(len(words)):
            unit = " ".join(words[first:])
            readings = self.symbols.get(unit) or self.names.get(unit.lower())
            if readings:
                return readings[0].unit.kind
        return ""

    def _stands(self, scene: Scene, spelling: str, start: int, end: int) -> bool:
        """Whether a symbol that is also a word or a quotation mark is a unit here."""
        text = scene.text
        if spelling[0] in _OPENERS:
            # "I am 5'9"": nobody closes a quotation within a height
            whole = scene.inner and _FEET.search(text, max(0, start - _INCHES), start)
            return bool(whole) or not (_quoted(text, start, spelling[0]) or text[end : end + 1].isalpha())
        if spelling not in scene.contexts.also_words or not text[start - 1 : start].isspace():
            return True
        following = _FOLLOWS.match(text, end)
        if following is None or (len(spelling) == 1 and spelling not in "aAsdI"):
            return True
        if spelling == "in":
            raised = _LOST_POWER.match(text, end) is not None
            sure = scene.inner or raised or following["word"] in scene.contexts.in_follows
            return sure or self._stated(scene, start) == "length"  # "1 cm/0.39 in along the seam"
        if spelling == "A":
            return following["word"] == "per"
        return len(spelling) == 1 and spelling != "a" and following["word"].islower()


def _ends(text: str, end: int, spelling: str) -> bool:
    """Whether a form may end here: no letter goes on, and a full stop does not end the sentence."""
    last = spelling[-1]
    if len(spelling) == 1 and last.isalpha() and (code := _CODE.match(text, end)):
        far = _REPEATED.match(text, code.start())
        if far is None or far["unit"] != spelling:  # "20C-25C" is a range, "20C-25" a code
            return False
    if last == "." and _SENTENCE_END.match(text, end):
        return False
    following = text[end : end + 1]
    if last.isalpha():
        return not following.isalpha()
    if not last.isdecimal():
        return True
    goes_on = following in (".", ",") and text[end + 1 : end + 2].isdecimal()  # "1.5m-1.8m" has no "m-1"
    return not (goes_on or (following.isalnum() and following.isascii()))


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
    lengths: dict[str, set[int]] = {}
    names: dict[str, tuple[Reading, ...]] = {}
    symbols: dict[str, tuple[Reading, ...]] = {}
    for spelling, readings in plain.items():
        head = _HEAD.match(spelling)
        if head is None:
            continue
        lengths.setdefault(head.group().lower(), set()).add(len(spelling))
        if named := tuple(each for each in readings if not each.symbol):
            names[spelling] = named
        if signs := tuple(each for each in readings if each.symbol):
            symbols[spelling] = signs
    return Atoms({head: tuple(sorted(each, reverse=True)) for head, each in lengths.items()}, names, symbols)
