"""Dates, years and times of day, which measure nothing."""

from functools import cache
from typing import Final

import regex
from attrs import field, frozen

from claimcheck.lexicon.labels import Labels
from claimcheck.parse.numerals import Numeral
from claimcheck.parse.quantity.around import word_before

__all__ = ["Calendar", "calendar", "looks_like_year"]

_YEARS: Final = range(1100, 2101)
_LIKELY_YEARS: Final = range(1700, 2050)
_YEAR_DIGITS: Final = 4
_DAY_DIGITS: Final = 2
_HOURS: Final = 24
_LONGEST_MONTH: Final = 12
_ERA = regex.compile(r"\s?(?:BCE?|CE|AD|B\.C\.(?:E\.)?|A\.D\.)(?!\w)")
_CLOCK = regex.compile(
    r"\s? (?: [ap]\.?\s?m\.?(?!\w) | o['’]?clock\b | (?:hours\s)?(?:GMT|UTC|BST|EST|EDT|CET|PST|PDT)\b )",
    regex.IGNORECASE | regex.VERBOSE,
)
_DOTTED_CLOCK = regex.compile(r"\d{1,2}[.:]\d\d\s?[ap]\.?m\b", regex.IGNORECASE)
_DATE = regex.compile(r"\d{1,4}([/.-])\d{1,2}\1\d{1,4}(?!\d)")
_ORDINAL = regex.compile(r"(?:st|nd|rd|th)\b")


@frozen(eq=False)
class Calendar:
    """Knows the names of the months."""

    words: Labels
    _month_after: regex.Pattern[str] = field(repr=False)
    _month_before: regex.Pattern[str] = field(repr=False)

    def past(self, text: str, numeral: Numeral) -> int:
        """Where the date or time goes on to that begins with a figure in digits; 0 where there is none."""
        start, end = numeral.start, numeral.end
        whole = _DOTTED_CLOCK.match(text, start) or _ERA.match(text, end)
        if whole is None and text[end : end + 1] in ("/", ".", "-"):
            whole = _DATE.match(text, start)
        if whole is not None:
            return whole.end()
        if not numeral.plain or end - start > _YEAR_DIGITS:
            return 0
        return self._past_day(text, numeral) or self._past_month(text, start, end)

    def _past_day(self, text: str, numeral: Numeral) -> int:
        """Past "9 a.m.", "9 o'clock", "9 March 2020"."""
        if numeral.end - numeral.start > _DAY_DIGITS:
            return 0
        clock = _CLOCK.match(text, numeral.end) if numeral.over <= _HOURS else None
        found = clock or self._month_after.match(text, numeral.end)
        return found.end() if found else 0

    def _past_month(self, text: str, start: int, end: int) -> int:
        """Past the figure of "March 9th", "March 2020"."""
        if not self._month_before.search(text, max(0, start - _LONGEST_MONTH), start):
            return 0
        ordinal = _ORDINAL.match(text, end)
        return ordinal.end() if ordinal else end

    def is_year(self, text: str, numeral: Numeral, *, noun: bool) -> bool:
        """Whether a figure without a unit is a year; one with a noun after it may count ("2000 people")."""
        if not looks_like_year(numeral):
            return False
        if not noun:
            return True
        if numeral.over not in _LIKELY_YEARS:
            return False
        return word_before(text, numeral.start) in self.words.year_words or bool(numeral.over % 100)


def looks_like_year(numeral: Numeral) -> bool:
    """Whether a figure is four plain digits between 1100 and 2100."""
    return numeral.plain and numeral.end - numeral.start == _YEAR_DIGITS and numeral.over in _YEARS


@cache
def calendar(words: Labels) -> Calendar:
    """The calendar of a language; built once."""
    after = regex.compile(
        r"(?:st|nd|rd|th)?,?[\s\u00a0]{1,2}(?:of\s)?(?:\L<months>)\b\.?(?:,?\s\d{4}(?!\d))?",
        regex.IGNORECASE,
        months=sorted(words.months, key=len, reverse=True),
    )
    names = sorted({form for month in words.months for form in (month.capitalize(), month.upper())})
    before = regex.compile(r"(?<!\w)\L<months>\.?,?[\s\u00a0]{1,2}(?:the\s)?$", months=names)
    return Calendar(words, after, before)
