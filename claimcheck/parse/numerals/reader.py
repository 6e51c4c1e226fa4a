"""Where numerals are found and how they are read: digits or words, then the scale."""

from collections.abc import Iterator
from functools import cache

import regex
from attrs import field, frozen

from claimcheck.lexicon.numbers import Abbreviation, Numbers
from claimcheck.parse.numerals.digits import read_digits
from claimcheck.parse.numerals.numeral import LONGEST, Numeral
from claimcheck.parse.numerals.starts import Scan, Starts, starts
from claimcheck.parse.numerals.words import worth

__all__ = ["Numerals", "numerals", "reader"]

_MOST_WORDS = 32
_WORD = regex.compile(r"(?: [\x20\u00a0]{1,3} | \n | \x20?[-‐‑]\x20? )? (?<word> [A-Za-z]+ )", regex.VERBOSE)
_SCALE = regex.compile(
    r"""(?: [\x20\u00a0\u202f\u2009]{1,2} | \x20?[-‐‑]\x20? | \n )? (?<of> (?: of \s)? an? (?: \s{1,2}|-) )?
        (?<word> [A-Za-z]+ ) (?! [\d’'](?!s\b) )""",
    regex.VERBOSE,
)
_LONGEST_SHORT = 3
_HYPHENS = ("-", "‐", "‑")
_SINGLE_PARTS = frozenset({"quarter", "third", "fifth", "eighth", "tenth"})
_MOST_BEFORE_SCALE = 5  # words: "a hundred and twenty-five thousand"
_ARTICLE = regex.compile(r"(?<!\w)(?<article>[Aa]n?)[\s\u00a0]$")
_HUNDRED = 2
_SMALLER = regex.compile(
    r"""\x20 (?:and\x20)? (?<figure>\d{1,3})
        (?: \x20 (?<scale>hundred|thousand|lakh|million|billion)\b | (?<= and\x20\d{1,3} )
            (?![\w,.%°$-]) )""",
    regex.IGNORECASE | regex.VERBOSE,
)
_GOES_ON = regex.compile(r"[\s-]?[\w%°$€£]")


@frozen(eq=False)
class Numerals:
    """Reads the numerals of one language."""

    table: Numbers
    words: frozenset[str]
    inner: frozenset[str]
    starts: Starts
    vulgar: dict[str, tuple[int, int]] = field(repr=False)

    def read(self, text: str, start: int) -> Numeral | None:
        """The numeral that begins exactly at `start`, with its scale in words ("2.5 million"); or None.

        An abbreviated scale ("2.5m") is left alone: what it is takes the context. `short` reads it.
        """
        first = text[start]
        if first.isdecimal() or first in self.vulgar or first == ".":
            numeral = read_digits(text, start, self.vulgar)
            if numeral is None:
                return None
            self._add_half(text, numeral)
            self._add_over(text, numeral)
        else:
            numeral = self._read_words(text, start) or _article(text, start)
            if numeral is None:
                return None
            self._add_over(text, numeral)
        self._scale(text, numeral)
        if numeral.scaled:
            if not numeral.words:
                self._add_half(text, numeral)
            self._add_smaller(text, numeral)
        return numeral

    def short(self, text: str, end: int) -> tuple[Abbreviation, int] | None:
        """The abbreviated scale that stands at `end` or after one blank, and where it ends."""
        start = end + (text[end : end + 1] in (" ", "\u00a0", "\u202f", "\u2009"))
        stop = start
        while stop < len(text) and stop - start <= _LONGEST_SHORT and text[stop].isalpha():
            stop += 1
        found = self.table.abbreviations.get(text[start:stop])
        if found is None or text[stop : stop + 1].isdecimal():
            return None
        return found, stop

    def _read_words(self, text: str, start: int) -> Numeral | None:
        words, ends = self._run(text, start)
        found = worth(words, self.table) if words else None
        if found is None or found.over >= 10**LONGEST:
            return None
        numeral = Numeral(start, ends[found.end - 1], found.over, found.under, words=True)
        numeral.place, numeral.vague = found.place, found.vague
        if words[0] not in self.table.small and words[0] not in self.table.tens:
            numeral.alone = numeral.opener = words[0]
        if found.place > 0:
            numeral.scaled, numeral.multiplier = True, found.place
        elif found.place < 0:
            numeral.under, numeral.power = 1, found.place
        elif found.under == 1 and found.over:
            digits = str(found.over)
            numeral.zeros = len(digits) - len(digits.rstrip("0"))
        return numeral

    def _run(self, text: str, start: int) -> tuple[list[str], list[int]]:
        """The lower-case words that number prose is made of, from `start` on, and where each ends."""
        words: list[str] = []
        ends: list[int] = []
        end = start
        while len(words) < _MOST_WORDS:
            match = _WORD.match(text, end)
            if match is None or (words and match.start("word") == end):
                break
            word = match["word"].lower()
            if word not in self.inner:
                break
            several = bool(words) and self.table.small.get(words[-1], 0) > 1
            if several and word in _SINGLE_PARTS and match.group()[0] in _HYPHENS:
                word += "s"  # "two and three-quarter hours": the figure describes, and so has no plural
            words.append(word)
            end = match.end()
            ends.append(end)
            if text[end : end + 1] == "," and self.table.scales.get(word, 0) > _HUNDRED:
                end = self._past_comma(text, end)
        return words, ends

    def _past_comma(self, text: str, end: int) -> int:
        """Past the comma that groups a spelled-out number: "one thousand, five hundred"."""
        at, following = end + 1, False
        for _ in range(_MOST_BEFORE_SCALE):
            match = _WORD.match(text, at)
            word = match["word"].lower() if match else ""
            if match is None or word not in self.inner or match.start("word") == at:
                return end
            if word in self.table.scales:
                return end + 1 if following else end
            following, at = True, match.end()
        return end

    def _add_half(self, text: str, numeral: Numeral) -> None:
        """Add a fraction in words, of their scale, to digits: "3 and a half", "6 million and two thirds"."""
        if numeral.under != 1 or not text.startswith((" and ", "-and-"), numeral.end):
            return
        match = _WORD.match(text, numeral.end + 5)
        word = match["word"].lower() if match else ""
        if word not in self.table.small and word not in {"a", "an"}:
            return
        part = self._read_words(text, numeral.end + 5)
        if part is not None and part.proper:
            over = numeral.value * part.under + part.over * 10**numeral.multiplier
            if over.denominator == 1:
                numeral.over, numeral.under, numeral.power = over.numerator, part.under, 0
                numeral.end, numeral.zeros, numeral.plain, numeral.words = part.end, 0, False, True

    def _add_over(self, text: str, numeral: Numeral) -> None:
        """Make a fraction of "one over twenty", if both stand alone."""
        if (
            numeral.over != 1
            or numeral.under != 1
            or numeral.power
            or not text.startswith(" over ", numeral.end)
        ):
            return
        at = numeral.end + len(" over ")
        if not text[at : at + 1].isalnum():
            return
        under = read_digits(text, at, self.vulgar) if text[at].isdecimal() else self._read_words(text, at)
        if (
            under is None
            or under.under != 1
            or under.power
            or under.over <= 1
            or _GOES_ON.match(text, under.end)
        ):
            return
        numeral.under, numeral.end, numeral.plain = under.over, under.end, False

    def _add_smaller(self, text: str, numeral: Numeral) -> None:
        """Add figures with ever smaller scales: "4 thousand 3 hundred and 21", "6 crore 20 lakh"."""
        self._add_hundreds(text, numeral)
        while (match := _SMALLER.match(text, numeral.end)) is not None:
            scale = (match["scale"] or "").lower()
            power = self.table.scales.get(scale, 0) if scale else 0
            if (
                (scale and not power)
                or power >= numeral.multiplier
                or (not power and numeral.multiplier != _HUNDRED)
            ):
                return
            value = numeral.value + int(match["figure"]) * 10**power
            if value.denominator != 1:
                return
            numeral.over, numeral.under, numeral.power = value.numerator, 1, 0
            numeral.place = numeral.multiplier = power
            numeral.end = match.end()

    def _add_hundreds(self, text: str, numeral: Numeral) -> None:
        """Add what is spelled out after digits and their scale: "6 crore and two hundred"."""
        whole = not numeral.words and numeral.under == 1 and numeral.power >= 0
        if not whole or not text.startswith(" and ", numeral.end):
            return
        at = numeral.end + len(" and ")
        part = self._read_words(text, at) if text[at : at + 1].isalpha() else None
        if part is None or part.alone or part.under != 1 or part.power:
            return
        if 10**_HUNDRED <= part.over < 10**numeral.multiplier:
            numeral.over, numeral.power = numeral.over * 10**numeral.power + part.over, 0
            numeral.place = numeral.multiplier = part.place
            numeral.end = part.end

    def _scale(self, text: str, numeral: Numeral) -> None:
        """Scale words and groups after the figure: "2.5 million", "half a million", "3 hundred thousand"."""
        while match := _SCALE.match(text, numeral.end):
            word = match["word"].lower()
            if match["of"] and not numeral.proper:
                return
            scales = self.table.scales
            if (power := scales.get(word)) is not None and abs(numeral.power + power) < LONGEST:
                if numeral.vague and not word.endswith("s"):
                    return
                numeral.scale(power, match.end())
                numeral.plain, numeral.alone = False, ""
            elif (group := self.table.groups.get(word)) is not None and numeral.words + numeral.plain:
                over = numeral.over * group
                numeral.over, numeral.under = over // numeral.under, 1
                numeral.end, numeral.zeros, numeral.plain, numeral.words = match.end(), 0, False, True
                numeral.alone = ""
                return
            else:
                if numeral.vague and match["word"] == "of":
                    self._vague_of(text, numeral, match.end())
                return

    def _vague_of(self, text: str, numeral: Numeral, end: int) -> None:
        """Multiply on: "tens of thousands", "hundreds of millions"."""
        match = _WORD.match(text, end)
        if match is not None and match["word"].endswith("s"):
            power = self.table.scales.get(match["word"].lower())
            if power is not None:
                numeral.scale(power, match.end())


def _article(text: str, start: int) -> Numeral | None:
    """The one that an article before a unit stands for: "a mile"."""
    article = _ARTICLE.search(text, max(0, start - 3), start)
    if article is None:
        return None
    return Numeral(article.start(), article.end("article"), 1, words=True, alone="a")


@cache
def reader(table: Numbers, codes: tuple[str, ...] = (), articled: frozenset[str] = frozenset()) -> Numerals:
    """The reader for a table of numbers, built once.

    `codes` may stand right before a figure ("RM79"); the article before one of `articled` is one ("a mile").
    """
    words = frozenset({*table.small, *table.tens, *table.scales, *table.groups, *table.denominators})
    inner = words | {"and", "a", "an", "point", "over", *table.after_tens}
    patterns = starts({*words, *articled}, table.vulgar, codes)
    return Numerals(table, words, inner, patterns, dict(table.vulgar))


def numerals(text: str, table: Numbers) -> Iterator[Numeral]:
    """Every numeral of a text in reading order, whatever it may stand for."""
    read = reader(table)
    scan = Scan(text, read.starts)
    start = scan.after(0)
    while start >= 0:
        numeral = read.read(text, start)
        if numeral is not None:
            yield numeral
        start = scan.after(numeral.end if numeral else start + 1)
