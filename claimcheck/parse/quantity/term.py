"""One term: sign, currency, numeral, scale and unit, as far as they stand together."""

import regex
from attrs import define, evolve, field

from claimcheck.parse.numerals import Numeral, Numerals
from claimcheck.parse.quantity.calendar import looks_like_year
from claimcheck.parse.quantity.money import Money, Sign
from claimcheck.parse.quantity.scales import Letters
from claimcheck.parse.quantity.scene import Scene
from claimcheck.parse.quantity.units import Match, Units

__all__ = ["Reader", "Term"]

_MINUS = regex.compile(r"[-−–](?=[\d.$£€¥½⅓¼¾⅔])|(?i:minus|negative)[\s-](?=\S)")
_AFTER = regex.compile(r"(?:[\x20\u00a0\u202f\u2009]{1,2}|\x20?\r?\n\x20?)|\x20?[-‐‑]\x20?", regex.VERBOSE)
_OF_A = regex.compile(r"[\s-](?:of\s)?(?:an?|the)[\s-]")
_AND_A_HALF = regex.compile(r"\s(?:and\sa\s|and\sone\s)(?<part>half|quarter|third)\b", regex.IGNORECASE)
_PARTS = {"half": 2, "third": 3, "quarter": 4}
_MOST_AHEAD = 512
_THOUSAND = 1000
_WORD = 24  # characters of the longest word that names a figure
_GROUP = regex.compile(r"\x20(?<digits>\d{3})(?![\w.,]|\x20\d)(?=\x20?\p{L})")
_NAMING = regex.compile(r"(?: ^ | [(\[~≈=<>] \x20? | (?<!\w)(?<word>\p{Ll}+),? \s )$", regex.VERBOSE)


@define(eq=False)
class Term:
    """A figure with what belongs to it. `unit` is None for a bare number; `end` is past everything."""

    numeral: Numeral
    start: int
    end: int
    negative: bool = False
    sign: Sign | None = None
    unit: Match | None = None
    raw: str = ""
    last_part: str = ""

    @property
    def measured(self) -> bool:
        """Whether a unit or currency is written at it."""
        return self.unit is not None or self.sign is not None


@define(eq=False)
class Reader:
    """Reads terms of one text."""

    scene: Scene
    numerals: Numerals
    units: Units
    money: Money
    letters: Letters
    unlisted: int = -1  # the start of the last term of a list by commas that no "and" ends
    _ahead: dict[int, Term | None] = field(factory=dict, init=False)

    def known(self, start: int) -> Term | None:
        """The term whose figure begins at `start`, if it has been read ahead and not been taken."""
        term = self._ahead.get(start)
        listed = start > 1 and self.scene.text[start - 2] in ",dr" and self.scene.text[start - 1].isspace()
        return term if listed and term is not None and term.start == start else None

    def read(self, start: int) -> Term | None:
        """The term that begins at `start` with a minus, a currency sign or the figure itself."""
        if start in self._ahead:
            return self._ahead[start]
        if len(self._ahead) > _MOST_AHEAD:
            self._ahead.clear()
        term = self._ahead[start] = self._read(start)
        return term

    def _read(self, start: int) -> Term | None:
        text, at = self.scene.text, start
        negative = False
        minus = _MINUS.match(text, at)
        if minus is not None:
            negative, at = True, minus.end()
        sign = None
        if not text[at : at + 1].isdecimal():
            sign = self.money.at(self.scene, at)
            if sign is not None:
                at = sign.end
                inner = _MINUS.match(text, at)
                if inner is not None and not negative:
                    negative, at = True, inner.end()
        if not self._may_begin(at):
            return None
        numeral = self.numerals.read(text, at)
        if numeral is None:
            return None
        return self.finish(Term(numeral, start, numeral.end, negative, sign))

    def _may_begin(self, at: int) -> bool:
        """Whether a numeral may begin at `at`."""
        text = self.scene.text
        first = text[at : at + 1]
        if first == ".":
            return text[at + 1 : at + 2].isdecimal()
        return bool(first) and (
            first.isdecimal() or first in self.numerals.vulgar or self.numerals.starts.at(text, at)
        )

    def finish(self, term: Term) -> Term:
        """Add the abbreviated scale and the unit to a term that has its numeral."""
        if term.unit is not None:  # "a mile and a half" has its unit before
            return term
        text, numeral = self.scene.text, term.numeral
        self.scene.digits = not numeral.words
        unit = self._unit(numeral) or self._spaced(numeral)
        scaled = numeral.scaled and not numeral.words
        short = None if scaled or looks_like_year(numeral) else self.numerals.short(text, numeral.end)
        if short is not None:
            abbreviation, end = short
            raw = term.sign.raw if term.sign else ""
            place = (numeral.end, end)
            if self.letters.are_scale(self.scene, abbreviation.needs, place, unit, raw):
                numeral.scale(abbreviation.power, end)
                numeral.plain = False
                unit = self._unit(numeral)
        term.end = numeral.end
        if term.sign is not None:
            self._take_money(term, unit)
        elif unit is not None and not self.letters.are_ending(text, numeral, unit):
            self._take(term, unit)
            self._add_part(term)
        return term

    def _spaced(self, numeral: Numeral) -> Match | None:
        """The unit behind thousands that a plain blank sets apart: "1 500 m"; the numeral takes them in.

        Nothing may name what stands before: "in room 4 500 m away" has a room.
        """
        text = self.scene.text
        group = _GROUP.match(text, numeral.end) if numeral.plain and 0 < numeral.over < _THOUSAND else None
        if group is None or text[numeral.start] == "0":
            return None
        before = _NAMING.search(text, max(0, numeral.start - _WORD), numeral.start)
        word = (before["word"] or "").lower() if before else ""
        if before is None or word in self.letters.labels.nouns or word in self.letters.labels.months:
            return None
        whole = evolve(numeral, over=numeral.over * _THOUSAND + int(group["digits"]), end=group.end())
        unit = self._unit(whole)
        if unit is None or unit.unit.kind == "time":
            return None
        digits = str(whole.over)
        numeral.over, numeral.end, numeral.plain, numeral.grouped = whole.over, whole.end, False, True
        numeral.zeros = len(digits) - len(digits.rstrip("0"))
        return unit

    def as_money(self, term: Term) -> None:
        """Read the letters of "£2–3m" as a scale: the currency before counts for both ends."""
        short = self.numerals.short(self.scene.text, term.numeral.end)
        if short is None or term.sign is not None or term.unit is None or term.unit.start != term.numeral.end:
            return
        abbreviation, end = short
        if end == term.unit.end and "money" in abbreviation.needs:
            term.numeral.scale(abbreviation.power, end)
            term.numeral.plain, term.unit, term.raw, term.end = False, None, "", end

    def _take_money(self, term: Term, unit: Match | None) -> None:
        """After a currency sign only a currency or a rate is a unit: "$5 dollars", "$3 a litre"."""
        text, sign = self.scene.text, term.sign
        if sign is None:
            return
        if unit is not None and unit.unit.kind == "money":
            self._take(term, unit)
            return
        end, term.raw = term.numeral.end, sign.raw
        rate = self.units.rate(self.scene, end, sign.readings[0].unit, end)
        if rate is not None:
            term.unit, term.end, term.raw = rate, rate.end, sign.raw + text[end : rate.end]

    def _unit(self, numeral: Numeral) -> Match | None:
        """The unit after a numeral: joined, after a blank or hyphen, or after "a" where it is a fraction."""
        text, end = self.scene.text, numeral.end
        self.scene.joined = True
        if end < len(text) and not text[end].isspace() and text[end] not in "-‐‑(),;":
            found = self.units.match(self.scene, end)
            if found is not None or text[end].isalnum():
                return found
        self.scene.joined = False
        if numeral.under > 1 and (of := _OF_A.match(text, end)):
            return self.units.match(self.scene, of.end())
        gap = _AFTER.match(text, end)
        if gap is None:
            return None
        if numeral.vague and text.startswith("of ", gap.end()):
            return self.units.match(self.scene, gap.end() + 3)
        return self.units.match(self.scene, gap.end())

    def _take(self, term: Term, unit: Match) -> None:
        text = self.scene.text
        term.unit, term.end, term.raw = unit, unit.end, text[unit.start : unit.end]

    def _add_part(self, term: Term) -> None:
        """Add what follows the unit: "two miles and a half", "two hours and a quarter"."""
        part = _AND_A_HALF.match(self.scene.text, term.end)
        if part is None or term.numeral.under != 1 or term.numeral.power:
            return
        numeral, under = term.numeral, _PARTS[part["part"].lower()]
        numeral.over, numeral.under, numeral.zeros, numeral.plain = numeral.over * under + 1, under, 0, False
        numeral.words, numeral.alone = True, ""
        term.end = part.end()
