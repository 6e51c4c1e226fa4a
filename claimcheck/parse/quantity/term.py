"""One term: sign, currency, numeral, scale and unit, as far as they stand together."""

import regex
from attrs import define, field

from claimcheck.lexicon.labels import Labels
from claimcheck.parse.numerals import Numeral, Numerals
from claimcheck.parse.quantity.money import Money, Sign
from claimcheck.parse.quantity.nouns import counted
from claimcheck.parse.quantity.scene import Scene
from claimcheck.parse.quantity.units import Match, Units

__all__ = ["Reader", "Term"]

_MINUS = regex.compile(r"[-−–](?=[\d.$£€¥½⅓¼¾⅔])|(?i:minus|negative)[\s-](?=\S)")
_AFTER = regex.compile(r"[\x20\u00a0\u202f\u2009\n]{1,2}|\x20?[-‐‑]\x20?", regex.VERBOSE)
_OF_A = regex.compile(r"[\s-](?:of\s)?(?:an?|the)[\s-]")
_AND_A_HALF = regex.compile(r"\s(?:and\sa\s|and\sone\s)(?<part>half|quarter|third)\b", regex.IGNORECASE)
_OF_THEIR = regex.compile(r"\sof\s(?:its|their|the|our|his|her|these|those)\s")
_PARTS = {"half": 2, "third": 3, "quarter": 4}
_ORDINAL = regex.compile(r"(?<=1)st\b|(?<=2)nd\b|(?<=3)rd\b|th\b")
_DECADE = regex.compile(r"(?:the|her|his|their|early|mid|late|mid-|in|my|our)[\s’'-]{1,2}$", regex.IGNORECASE)
_MOST_AHEAD = 64
_YEARS = range(1100, 2101)


def _is_year(numeral: Numeral) -> bool:
    return numeral.plain and numeral.end - numeral.start == 4 and numeral.over in _YEARS  # noqa: PLR2004


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
    attributive: bool = False
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
    labels: Labels
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
        if at >= len(text):
            return None
        first = text[at]
        if not (first.isdecimal() or first in self.numerals.vulgar or (first == "." and text[at + 1 : at + 2].isdecimal())):
            if not self.numerals.starts.at(text, at):
                return None
        numeral = self.numerals.read(text, at)
        if numeral is None:
            return None
        return self.finish(Term(numeral, start, numeral.end, negative, sign))

    def finish(self, term: Term) -> Term:
        """Add the abbreviated scale and the unit to a term that has its numeral."""
        text, numeral = self.scene.text, term.numeral
        if term.unit is not None:  # "a mile and a half" has its unit before
            return term
        self.scene.digits = not numeral.words
        unit = self._unit(numeral)
        short = None if numeral.scaled and not numeral.words else self.numerals.short(text, numeral.end)
        if short is not None:
            abbreviation, end = short
            spaced = end - numeral.end > len(text[numeral.end : end].strip())
            if self._is_scale(term, abbreviation.needs, end, unit, spaced=spaced):
                numeral.scale(abbreviation.power, end)
                numeral.plain = False
                unit = self._unit(numeral)
        term.end = numeral.end
        if unit is not None and not (term.sign and unit.unit.kind != "money") and not self._plural_digits(numeral, unit):
            self._take(term, unit)
        if term.sign is not None and term.unit is None:
            main = term.sign.readings[0].unit
            rate = self.units.rate(self.scene, numeral.end, main, numeral.end)
            if rate is not None:
                term.end = rate.end
                term.unit = rate
                term.raw = term.sign.raw + text[numeral.end : rate.end]
            else:
                term.raw = term.sign.raw
        elif term.unit is not None:
            self._add_part(term)
        return term

    def _is_scale(self, term: Term, needs: frozenset[str], end: int, unit: Match | None, *, spaced: bool) -> bool:
        if not needs:
            return unit is None or unit.end <= end
        if "money" in needs and term.sign is not None:
            return unit is None or unit.end <= end or not spaced
        if "rupees" in needs and len(needs) == 1:
            return term.sign is not None and term.sign.raw in ("₹", "Rs", "Rs.", "INR")
        if spaced or (unit is not None and unit.end > end):
            return False
        following = _AFTER.match(self.scene.text, end)
        if following is not None:
            after = self.units.match(self.scene, following.end())
            if after is not None and after.unit.kind == "money" and "money" in needs:
                return True
            if "noun" in needs and following.group().strip() == "":
                if after is not None and not after.symbol and after.unit.kind != "length":
                    return True
                if self._counts(end, strictly=unit is not None):
                    return True
        return "bare" in needs and unit is None

    def _counts(self, end: int, *, strictly: bool) -> bool:
        """Whether what follows is counted; `strictly` only what is counted by the million."""
        text = self.scene.text
        of = _OF_THEIR.match(text, end)
        begin, stop = counted(text, of.end() - 1 if of else end, self.labels, one=False, hyphen=False)
        noun = text[begin:stop].rpartition(" ")[2].lower()
        return bool(noun) and (not strictly or noun in self.labels.millions)

    def _unit(self, numeral: Numeral) -> Match | None:
        """The unit after a numeral: joined, after a blank or hyphen, or after "a" where it is a fraction."""
        text, end = self.scene.text, numeral.end
        self.scene.joined = True
        if end < len(text) and not text[end].isspace() and text[end] not in "-‐‑(),;":
            found = self.units.match(self.scene, end)
            if found is not None or text[end].isalnum():
                return found
        self.scene.joined = False
        if numeral.proper and (of := _OF_A.match(text, end)):
            return self.units.match(self.scene, of.end())
        gap = _AFTER.match(text, end)
        if gap is None:
            return None
        if numeral.vague and text.startswith("of ", gap.end()):
            return self.units.match(self.scene, gap.end() + 3)
        return self.units.match(self.scene, gap.end())

    def _plural_digits(self, numeral: Numeral, unit: Match) -> bool:
        """Whether a joined "s" or "st" makes a plural, a decade or an ordinal: "the 1980s", "747s", "21st"."""
        text = self.scene.text
        if unit.start != numeral.end or not numeral.plain:
            return numeral.plain and text[unit.start].isupper() and not unit.symbol and _is_year(numeral)
        if text.startswith("s", unit.start) and unit.end == unit.start + 1:
            return text[numeral.start - 1 : numeral.start] in ("'", "’", "‘") or _is_year(numeral) or (numeral.zeros > 0 and bool(_DECADE.search(text, max(0, numeral.start - 8), numeral.start)))
        return bool(_ORDINAL.match(text, unit.start))

    def _take(self, term: Term, unit: Match) -> None:
        text = self.scene.text
        term.unit, term.end, term.raw = unit, unit.end, text[unit.start : unit.end]
        term.attributive = text[unit.start - 1 : unit.start] in ("-", "‐", "‑")

    def _add_part(self, term: Term) -> None:
        """ "a mile and a half", "two hours and a quarter"."""
        part = _AND_A_HALF.match(self.scene.text, term.end)
        if part is None or term.numeral.under != 1 or term.numeral.power:
            return
        numeral, under = term.numeral, _PARTS[part["part"].lower()]
        numeral.over, numeral.under, numeral.zeros, numeral.plain = numeral.over * under + 1, under, 0, False
        numeral.words = True
        term.end = part.end()
