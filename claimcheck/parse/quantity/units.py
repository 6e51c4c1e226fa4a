"""Units in prose: atoms from the lexicon, and what powers, products and "per" make of them.

    unit    := factor (("per" | "/" | "a" | "an") factor | ("·" | "-" | " ") factor)*
    factor  := ["square" | "cubic"] atom ["²" | "squared" | "^2" | "−1" …]
    atom    := the longest written form of the lexicon that fits here

"mph" and "foot-pounds" are atoms; "km per hour", "people per square mile", "g cm−3" and "$3 a litre" are made.
"""

from collections.abc import Mapping
from functools import cache

import regex
from attrs import define, field, frozen

from claimcheck.lexicon import Lexicon, Reading
from claimcheck.model import Unit
from claimcheck.parse.quantity.products import Factor, product
from claimcheck.parse.quantity.scene import Scene

__all__ = ["Match", "Units", "units"]

# One character for one, so that offsets stay: blanks that do not break, hyphens, both micro signs.
_PLAIN = str.maketrans(
    {
        "\u00a0": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\n": " ",
        "\t": " ",
        "‐": "-",
        "‑": "-",
        "μ": "µ",
        "Å": "Å",
        "⋅": "·",
    }
)
_HEAD = regex.compile(r"[^\W\d_]+|\S")
_POWER_WORD = regex.compile(r"(?i:(?<two>square|sq)|cubic|cu)(?:\.\ ?|[\ \u00a0-])")
_POWER = regex.compile(
    r"""(?<up> [²³] | [⁻−-]?[¹²³⁴]  | \^\(?[-−]?\d\)? | [\x20]?[-−–⁻]\x20?\d | [234] | \x20[23] | \ squared\b | \ cubed\b )
        (?! [\w⁰¹²³⁴⁵⁶⁷⁸⁹] | [.,]\d )""",
    regex.VERBOSE,
)
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−–", "0123456789---")
_PER = regex.compile(
    r"\s?/\s?(?=\S) | [\s-]per[\s-] | [\s-](?<article> an? ) [\s-] | \s(?<article> each|every) \s | \sto\ the\s",
    regex.VERBOSE,
)
_TIMES = regex.compile(r"\x20?[·*×]\x20? | \x20 | - | \.(?=\p{L})", regex.VERBOSE)
_LONGEST = 5
_HIGHEST = 4
_CODE = regex.compile(r"-\d(?!\b)|-\d\d")
_QUOTATION = 80
_FOLLOWS = regex.compile(r"\s(?<word>[\p{L}\d]+)")
_OPENING = regex.compile(r"(?:^|[\s(\[])['\"‘“](?=\w)")
_SENTENCE_END = regex.compile(r"\s*(?:$|\n|\s\p{Lu})")


@frozen
class Match:
    """A unit as written: what it is, what else it may be, and where it ends."""

    unit: Unit
    start: int
    end: int
    others: tuple[Unit, ...] = ()
    symbol: bool = False
    made: bool = False


@define
class _Atom:
    readings: tuple[Reading, ...]
    end: int


@frozen(eq=False)
class Units:
    """Matches units at a place in a text."""

    heads: Mapping[str, tuple[tuple[str, str, int], ...]] = field(repr=False)
    spellings: Mapping[str, tuple[Reading, ...]] = field(repr=False)
    lexicon: Lexicon = field(repr=False)

    def match(self, scene: Scene, start: int) -> Match | None:
        """The unit that begins at `start`; None where none does."""
        first = self._factor(scene, start)
        if first is None:
            return None
        return self._grow(scene, start, [first])

    def rate(self, scene: Scene, start: int, numerator: Unit, end: int) -> Match | None:
        """The unit that "per", "/" or "a" at `end` makes of a numerator that has been read ("$3 a litre")."""
        first = Factor(numerator, 1, end, symbol=False)
        made = self._grow(scene, start, [first])
        return made if made.made else None

    def _grow(self, scene: Scene, start: int, factors: list[Factor]) -> Match:
        text, end = scene.text, factors[-1].end
        while len(factors) < _LONGEST:
            following = self._denominator(scene, end) or self._multiplied(scene, end, factors)
            if following is None:
                break
            factors.append(following)
            end = following.end
        only = factors[0]
        if len(factors) == 1 and only.power == 1:
            return Match(only.unit, start, end, only.others, only.symbol)
        return Match(
            product(factors, self.lexicon),
            start,
            end,
            _others(factors, self.lexicon),
            factors[-1].symbol,
            made=True,
        )

    def _denominator(self, scene: Scene, end: int) -> Factor | None:
        per = _PER.match(scene.text, end)
        if per is None:
            return None
        factor = self._factor(scene, per.end(), denominator=True)
        if factor is None or (per["article"] and factor.symbol):
            return None
        factor.power = -factor.power
        return factor

    def _multiplied(self, scene: Scene, end: int, factors: list[Factor]) -> Factor | None:
        """Another factor of a product: after "·" any symbol, after a blank or hyphen only one with a power."""
        times = _TIMES.match(scene.text, end)
        if times is None or not factors[-1].symbol:
            return None
        factor = self._factor(scene, times.end(), denominator=True)
        if factor is None or not factor.symbol:
            return None
        if times.group().strip() in {"", "-", "."} and factor.power > 0:
            return None
        return factor

    def _factor(self, scene: Scene, start: int, *, denominator: bool = False) -> Factor | None:
        text = scene.text
        atom = self._atom(scene, start, denominator=denominator)
        power = 1
        if atom is None:
            word = _POWER_WORD.match(text, start)
            atom = self._atom(scene, word.end(), denominator=True) if word else None
            if word is None or atom is None or atom.readings[0].unit.kind != "length":
                return None
            power = 2 if word["two"] else 3
        first = atom.readings[0]
        end = atom.end
        up = _POWER.match(text, end)
        if up is not None and up["up"][0] == " " and up["up"][1:].isdecimal() and not denominator:
            up = None  # "5 ft 3 in"; a power after a blank is one only below a line: "kg/m 3"
        if up is not None:
            written = up["up"].strip()
            if written in ("squared", "cubed"):
                power *= 2 if written == "squared" else 3
            elif not first.symbol and not written.startswith("−"):
                up = None
            elif not text[end - 1].isalpha() or (written.isdecimal() and not _takes_digits(first)):
                up = None
            else:
                power *= int(written.translate(_SUPERSCRIPTS).replace(" ", "").strip("^()"))
            end = up.end() if up else end
        if end < len(text) and (text[end].isalpha() or text[end].isdecimal()) and text[end - 1].isalnum():
            return None
        if not 0 < abs(power) <= _HIGHEST:
            return None
        return Factor(first.unit, power, end, first.symbol, tuple(each.unit for each in atom.readings[1:]))

    def _atom(self, scene: Scene, start: int, *, denominator: bool) -> _Atom | None:
        """The longest form at `start` that has a reading here."""
        text = scene.text
        head = _HEAD.match(text, start)
        if head is None:
            return None
        entries = self.heads.get(head.group().translate(_PLAIN).lower())
        if entries is None:
            return None
        window = text[start : start + entries[0][2] + 1].translate(_PLAIN)
        lowered = window.lower()
        for spelling, source, length in entries:
            if not (lowered if source == "name" else window).startswith(spelling) and not (
                source == "name" and " " in spelling and lowered.replace("-", " ").startswith(spelling)
            ):
                continue
            end = start + length
            if not _ends(text, end, spelling) or not _stands(scene, spelling, start, end):
                continue
            if "/" in spelling and _POWER.match(text, end):
                continue  # "kg/m 3": the power belongs to the last factor
            readings = self._fitting(scene, self.spellings[spelling], source, start, denominator=denominator)
            if readings:
                return _Atom(readings, end)
        return None

    def _fitting(
        self, scene: Scene, readings: tuple[Reading, ...], source: str, start: int, *, denominator: bool
    ) -> tuple[Reading, ...]:
        fitting = []
        for each in readings:
            if each.symbol == (source == "name"):
                continue
            needs = each.needs - {"digits", "joined"} if denominator else each.needs
            if not needs or scene.allows(needs, start):
                fitting.append(each)
        if not fitting:
            return ()
        rest = (each for each in readings if each not in fitting and each.symbol != (source == "name"))
        return (*fitting, *(each for each in rest if each.unit.kind != "money"))


def _ends(text: str, end: int, spelling: str) -> bool:
    """Whether a form may end here: no letter goes on, and a full stop does not end the sentence."""
    last = spelling[-1]
    if len(spelling) == 1 and last.isalpha() and _CODE.match(text, end):
        return False
    if last == "." and _SENTENCE_END.match(text, end):
        return False
    if end >= len(text):
        return True
    following = text[end]
    if last.isalpha():
        return not following.isalpha()
    return not (last.isdecimal() and following.isalnum() and following.isascii())


def _stands(scene: Scene, spelling: str, start: int, end: int) -> bool:
    """Whether a symbol that is also a word or a quotation mark is a unit here."""
    text = scene.text
    if spelling[0] in "'’\"”":
        return not (_quoted(text, start, spelling[0]) or text[end : end + 1].isalpha())
    if spelling not in scene.contexts.also_words or not text[start - 1 : start].isspace():
        return True
    following = _FOLLOWS.match(text, end)
    if following is None or (len(spelling) == 1 and spelling not in "aAsdI"):
        return True
    if spelling == "in":
        return following["word"] in scene.contexts.in_follows
    return len(spelling) == 1 and spelling not in "aA" and following["word"].islower()


def _quoted(text: str, start: int, mark: str) -> bool:
    """Whether a quotation mark after a figure closes a quotation: one like it opens within the line."""
    window = text[max(0, start - _QUOTATION) : start].rpartition("\n")[2]
    opening = {"'": "'‘", "’": "‘", '"': '"“', "”": "“"}[mark]
    opened = sum(window.count(each) for each in set(opening))
    if mark in "'\"":
        return _OPENING.search(window) is not None and opened % 2 == 1
    return opened > window.count(mark)


def _takes_digits(reading: Reading) -> bool:
    return reading.unit.kind in ("length", "time")


def _others(factors: list[Factor], lexicon: Lexicon) -> tuple[Unit, ...]:
    """What else a product may be: another reading of one factor at a time."""
    made = []
    for index, factor in enumerate(factors):
        for other in factor.others:
            swapped = list(factors)
            swapped[index] = Factor(other, factor.power, factor.end, factor.symbol)
            made.append(product(swapped, lexicon))
    return tuple(made)


@cache
def units(lexicon: Lexicon) -> Units:
    """The matcher for a lexicon, with the currencies that may stand after a figure; built once."""
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
    heads: dict[str, list[tuple[str, str, int]]] = {}
    for spelling, readings in plain.items():
        head = _HEAD.match(spelling)
        for source, symbol in (("symbol", True), ("name", False)):
            if head is not None and any(each.symbol is symbol for each in readings):
                heads.setdefault(head.group().lower(), []).append((spelling, source, len(spelling)))
    ordered = {
        key: tuple(sorted(rows, key=lambda row: (-row[2], row[1] == "name"))) for key, rows in heads.items()
    }
    return Units(ordered, plain, lexicon)
