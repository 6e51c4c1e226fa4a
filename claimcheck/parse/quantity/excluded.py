"""Figures that measure nothing: dates, clock times, labels, scores, codes, references."""

from functools import cache

import regex
from attrs import field, frozen

from claimcheck.lexicon.labels import Labels
from claimcheck.parse.numerals import Numeral
from claimcheck.parse.quantity.term import Term

__all__ = ["Excluded", "excluded"]

_FIRST_YEAR, _LAST_YEAR = 1100, 2100
_LIKELY_YEAR, _LAST_LIKELY_YEAR = 1700, 2049
_HOURS = 24
_REACH = 48
_SMALL_PART = 100
_OLDEST = 120
_OPEN = regex.compile(r"\([^)]*$")
_NAME = regex.compile(r"\p{Lu}\p{L}+,\s$")
_ERA = regex.compile(r"\s?(?:BCE?|CE|AD|B\.C\.(?:E\.)?|A\.D\.)(?!\w)")
_GLUED = frozenset("/=&?#_@%\\")
_CLOCK = regex.compile(
    r"(?:\s?(?:[ap]\.?\s?m\.?(?![\w])|o['’]?clock\b)|\s?(?:hours\s)?(?:GMT|UTC|BST|EST|EDT|CET|PST|PDT)\b)", regex.IGNORECASE
)
_DOTTED_CLOCK = regex.compile(r"\d{1,2}[.:]\d\d\s?[ap]\.?m\b", regex.IGNORECASE)
_OF = regex.compile(r"\sof\s")
_DIGIT_DATE = regex.compile(r"\d{1,4}([/.-])\d{1,2}\1\d{1,4}(?!\d)")
_PHONE = regex.compile(r"(?:\+?\d{1,3}[\s.-])?\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}(?!\d)")
_CITED = regex.compile(r"\s?(?:[-–,;]\s?\d{1,3}\s?)*+[\])]")
_ORDINAL = regex.compile(r"(?:st|nd|rd|th)\b")
_BEFORE_WORD = regex.compile(r"(?P<word>[^\s()\[\],;:“”\"]+)[\s\u00a0]{1,2}$")
_COMPASS = regex.compile(r"[°º]\s?(?:\d+[′’'](?:\s?\d+(?:\.\d+)?[″”\"])?\s?)?\s?[NSEWnsew]\b")
_LISTED = regex.compile(r"(?:\d+[\w.]{0,3}(?:,\s|\s(?:and|or|to|through|&)\s|[-–]|,\s(?:and|or)\s))++$")


@frozen(eq=False)
class Excluded:
    """Judges figures by what stands around them."""

    words: Labels
    scales: frozenset[str]
    month_after: regex.Pattern[str] = field(repr=False)
    month_before: regex.Pattern[str] = field(repr=False)

    def skip(self, text: str, numeral: Numeral, floor: int) -> int:
        """Where to go on when the figure at `numeral` is part of a date, time or code; 0 where it is none.

        `floor` is where the last quantity ended: what a slash parts from one is another ("1 cup/240 ml").
        """
        start, end = numeral.start, numeral.end
        before = text[start - 1] if start else " "
        if not numeral.words and (dotted := _DOTTED_CLOCK.match(text, start)):
            return dotted.end()
        if before in _GLUED and start - 1 != floor and not (before == "=" and text[start - 2 : start - 1].isspace()):
            return _token_end(text, end) if self._in_code(text, start) else 0
        if before in "-‐‑" and start > 1 and text[start - 2].isalnum() and not self._prefixed(text, start):
            return _token_end(text, end)
        if numeral.words:
            return 0
        if end < len(text) and text[end] in "/.-" and (date := _DIGIT_DATE.match(text, start)):
            return date.end()
        if text[start:end] in self.words.names:
            return end
        if era := _ERA.match(text, end):
            return era.end()
        if phone := _PHONE.match(text, start):
            return phone.end()
        if numeral.plain and end - start <= 2 and numeral.over <= _HOURS and (clock := _CLOCK.match(text, end)):
            return clock.end()
        if numeral.plain and end - start <= 2 and (date := self.month_after.match(text, end)):
            return date.end()
        if numeral.plain and end - start <= 4 and self.month_before.search(text, max(0, start - 12), start):  # noqa: PLR2004
            ordinal = _ORDINAL.match(text, end)
            return ordinal.end() if ordinal else end
        if end < len(text) and text[end] in "°º" and (place := _COMPASS.match(text, end)):
            return place.end()
        return 0

    def is_label(
        self, text: str, term: Term, *, measured: bool = False, noun: bool = False, hedged: bool = False
    ) -> bool:
        """Whether a figure is the number or the name of what the word before it says.

        With a unit only "Fig. 5c" and "HD 1887 A" are: a letter that is joined, or a capital that stands alone.
        """
        start, numeral = term.start, term.numeral
        window = text[max(0, start - _REACH) : start]
        if measured and not (
            term.unit and term.unit.symbol and len(term.raw) == 1 and term.raw.isalpha() and numeral.plain
        ):
            return False
        if listed := _LISTED.search(window):
            window = window[: listed.start()]
        if window.endswith(("#", "№", "§", "No.", "no.")):
            return True
        match = _BEFORE_WORD.search(window)
        if match is None:
            return False
        word = match["word"].lower()
        if measured and term.end - numeral.end > 1:
            return self._is_name(window, match, noun=True, hedged=True)
        if word in self.words.nouns or (word.endswith("s") and word[:-1] in self.words.nouns):
            plural = word not in self.words.nouns
            return not noun or not plural or text[start].isupper()
        if numeral.under != 1 or numeral.power or numeral.grouped or (numeral.words and not text[start].isupper()):
            return False
        return self._is_name(window, match, noun=noun, hedged=hedged)

    def _is_name(self, window: str, match: "regex.Match[str]", *, noun: bool, hedged: bool) -> bool:
        """Whether the word before is a proper name: "Big 12", "Voyager 2", "S&P 500", "Compound 8 was"."""
        word = match["word"]
        if not word[0].isupper() or word.endswith((".", "!", "?", "’s", "'s")) or word.lower() in self.words.stops:
            return False
        if (word.isupper() and len(word) > 1) or any(letter.isupper() for letter in word[1:]):
            return True
        ahead = window[: match.start()].rstrip()
        if not ahead or ahead[-1] in ".!?:“\"—–":
            return not noun and not hedged
        return True

    def stands_alone(self, text: str, term: Term, *, noun: bool) -> bool:
        """Whether a scale, group or fraction without a number counts: "hundreds of", "half a mile", "a third of"."""
        numeral = term.numeral
        article = text[numeral.start] in "aA"
        of = text.startswith((" of ", "\u00a0of "), numeral.end)
        if numeral.under > 1 and numeral.alone not in self.scales:
            if numeral.under >= _SMALL_PART and article:
                return True
            ordinal = numeral.alone not in ("half", "quarter")
            if term.unit is not None and (not ordinal or _OF.match(text, numeral.end)):
                return not self._in_order(text, numeral.start)
            return of and (article or numeral.alone == "half") and not self._in_order(text, numeral.start)
        if numeral.alone.startswith(("score", "gross")):
            return of and noun and (article or numeral.vague)
        if term.unit is not None:
            return article or of
        return article or (numeral.vague and of) or (numeral.alone == "dozen" and noun)

    def _in_order(self, text: str, start: int) -> bool:
        """Whether an ordinal or "the" before makes a part of a game or year of it: "the second half of 2020"."""
        match = _BEFORE_WORD.search(text[max(0, start - _REACH) : start])
        return bool(match) and (match["word"].lower() in self.words.before_part)

    def is_year(self, text: str, numeral: Numeral, *, noun: bool) -> bool:
        """Whether a bare figure is a calendar year."""
        if not numeral.plain or numeral.end - numeral.start != 4 or not _FIRST_YEAR <= numeral.over <= _LAST_YEAR:  # noqa: PLR2004
            return False
        if not noun:
            return True
        if not _LIKELY_YEAR <= numeral.over <= _LAST_LIKELY_YEAR:
            return False
        match = _BEFORE_WORD.search(text[max(0, numeral.start - _REACH) : numeral.start])
        if match and match["word"].lower() in self.words.year_words:
            return True
        return bool(numeral.over % 100)

    def is_cited(self, text: str, numeral: Numeral) -> bool:
        """Whether a bare figure stands alone in brackets, numbers a list or gives an age: "[12]", "3)", "Ruiz, 51,"."""
        before = text[numeral.start - 1] if numeral.start else "\n"
        if numeral.plain and text.startswith(")", numeral.end) and before.isspace() and not _OPEN.search(text, max(0, numeral.start - _REACH), numeral.start):
            return True
        if numeral.plain and numeral.over < _OLDEST and text.startswith(",", numeral.end) and _NAME.search(text, max(0, numeral.start - _REACH), numeral.start):
            return True
        if before in "[(":
            return bool(_CITED.match(text, numeral.end))
        return False

    def is_pronoun(self, text: str, numeral: Numeral, *, noun: bool) -> bool:
        """Whether "one" stands for somebody or something."""
        if numeral.over != 1 or numeral.under != 1 or numeral.scaled:
            return False
        if not noun or text[numeral.start - 1 : numeral.start].isdigit():
            return True
        match = _BEFORE_WORD.search(text[max(0, numeral.start - _REACH) : numeral.start])
        return bool(match) and match["word"].lower() in self.words.before_pronoun

    def _prefixed(self, text: str, start: int) -> bool:
        """Whether a hyphen before the figure joins it to a word that leaves it a figure: "sub-500"."""
        at = start - 2
        while at > 0 and text[at - 1].isalpha():
            at -= 1
        return text[at : start - 1].lower() in self.words.prefixes

    def _in_code(self, text: str, start: int) -> bool:
        """Whether the figure is part of an address, a path or a parameter."""
        at = start - 1
        while at > 0 and start - at < _REACH and not text[at - 1].isspace():
            at -= 1
        ahead = text[at:start]
        return ahead[-1] in "&?#_@%\\" or "://" in ahead or "www." in ahead or (ahead[-1] == "/" and any(each in "/.0123456789" for each in ahead[:-1]))


def _token_end(text: str, end: int) -> int:
    """Past what is written together with a figure."""
    while end < len(text) and (text[end].isalnum() or text[end] in "-‐‑–/_.%&=?#~,:" and text[end + 1 : end + 2].isalnum()):
        end += 1
    return end


@cache
def excluded(words: Labels, scales: frozenset[str]) -> Excluded:
    """The judge for a language; built once."""
    months = sorted(words.months, key=len, reverse=True)
    after = regex.compile(
        r"""(?:st|nd|rd|th)?,?[\s\u00a0]{1,2}(?:of[\s])?(?:\L<months>)\b\.?
            (?: ,?\s\d{4}(?!\d) )?""",
        regex.VERBOSE | regex.IGNORECASE,
        months=[*months],
    )
    names = sorted({form for month in months for form in (month.capitalize(), month.upper())})
    before = regex.compile(r"(?<!\w)\L<months>\.?,?[\s\u00a0]{1,2}(?:the\s)?$", months=names)
    return Excluded(words, scales, after, before)
