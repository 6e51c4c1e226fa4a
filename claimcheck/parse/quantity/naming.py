"""Figures and number words that name, rank or point, and count nothing."""

from typing import Final

import regex
from attrs import frozen

from claimcheck.lexicon.labels import Labels
from claimcheck.parse.numerals import Numeral
from claimcheck.parse.quantity.around import before, match_before, word_before
from claimcheck.parse.quantity.term import Term

__all__ = ["Naming"]

_SMALL_PART: Final = 100
_OLDEST: Final = 120
_OPENS: Final = frozenset('.!?:“"—–')
_OPEN_BRACKET = regex.compile(r"\([^)]*$")
_SOMEBODY = regex.compile(r"\p{Lu}\p{L}+,\s$")
_OF = regex.compile(r"\sof\s")
_CITED = regex.compile(r"\s?(?:[-–,;]\s?\d{1,3}\s?)*+[\])]")
_CITED_BEFORE = regex.compile(r"[(\[]\d{1,3}(?:[-–,;]\s?\d{1,3})*[,;]\s$")
_LISTED = regex.compile(r"(?:\d+[\w.]{0,3}(?:,\s|\s(?:and|or|to|through|&)\s|[-–]|,\s(?:and|or)\s))++$")


@frozen(eq=False)
class Naming:
    """Judges by the word before. `scales` are the scale and group words of the language."""

    words: Labels
    scales: frozenset[str]

    def is_lettered(self, text: str, term: Term) -> bool:
        """Whether what looks like a unit is the letter of a label: "Fig. 5c", "HD 1887 A"."""
        unit, numeral = term.unit, term.numeral
        if (
            unit is None
            or not unit.symbol
            or not numeral.plain
            or len(term.raw) > 1
            or not term.raw.isalpha()
        ):
            return False
        window = _without_list(before(text, term.start))
        match = match_before(window)
        if match is None:
            return False
        if unit.start == numeral.end and self._numbers(match["word"].lower()):
            return True
        return unit.start > numeral.end and self._is_name(window, match, noun=True, hedged=True)

    def is_label(self, text: str, term: Term, *, noun: bool, hedged: bool) -> bool:
        """Whether a figure without a unit is the number or the name of what the word before it says."""
        start, numeral = term.start, term.numeral
        window = _without_list(before(text, start))
        if window.endswith(("#", "№", "§", "No.", "no.")):
            return True
        match = match_before(window)
        if match is None:
            return False
        word = match["word"].lower()
        if self._numbers(word):  # "The fleet numbers 212 vessels" is no number 212
            return not noun or word in self.words.nouns or text[start].isupper()
        if numeral.under != 1 or numeral.power or numeral.grouped:
            return False
        if numeral.words and not text[start].isupper():
            return False
        return self._is_name(window, match, noun=noun, hedged=hedged)

    def _numbers(self, word: str) -> bool:
        return word in self.words.nouns or (word.endswith("s") and word[:-1] in self.words.nouns)

    def _is_name(self, window: str, match: "regex.Match[str]", *, noun: bool, hedged: bool) -> bool:
        """Whether the word before is a proper name: "Big 12", "Voyager 2", "S&P 500", "Compound 8 was"."""
        word = match["word"]
        if not word[0].isupper() or word.lower() in self.words.stops:
            return False
        if word.endswith((".", "!", "?", "’s", "'s")):
            return False
        if (word.isupper() and len(word) > 1) or any(letter.isupper() for letter in word[1:]):
            return True
        ahead = window[: match.start()].rstrip()
        return not (noun or hedged) if not ahead or ahead[-1] in _OPENS else True

    def stands_alone(self, text: str, term: Term, *, noun: bool) -> bool:
        """Whether a scale, group or fraction word alone counts: "hundreds of", "half a mile"."""
        numeral = term.numeral
        article = text[numeral.start] in "aA"
        of = text.startswith((" of ", "\u00a0of "), numeral.end)
        if numeral.under > 1 and numeral.alone not in self.scales:
            return self._is_part(text, term, article=article, of=of)
        if numeral.alone.startswith("score"):
            return of and noun and (article or numeral.vague)
        if term.unit is not None:
            return article or of
        return article or (numeral.vague and of) or (numeral.alone == "dozen" and noun)

    def _is_part(self, text: str, term: Term, *, article: bool, of: bool) -> bool:
        """Whether a fraction word is a part of something, and no half of a match or third of a row."""
        numeral = term.numeral
        if numeral.under >= _SMALL_PART and article:
            return True
        if word_before(text, numeral.start) in self.words.before_part:
            return False
        halved = numeral.alone in ("half", "quarter")
        if term.unit is not None:
            return halved or bool(_OF.match(text, numeral.end))
        return of and (article or numeral.alone == "half")

    def is_cited(self, text: str, numeral: Numeral) -> bool:
        """Whether a figure alone is a citation, a list number or an age: "[12]", "3)", "Ruiz, 51,"."""
        start, end = numeral.start, numeral.end
        ahead = text[start - 1] if start else "\n"
        if ahead in "[(" and not numeral.scaled:
            return bool(_CITED.match(text, end))
        if not numeral.plain or numeral.over >= _OLDEST:
            return False
        if ahead == "\n" and text.startswith((". ", ".\t"), end):
            return True
        window = before(text, start)
        if text.startswith(")", end):
            return ahead.isspace() and bool(_CITED_BEFORE.search(window) or not _OPEN_BRACKET.search(window))
        return text.startswith(",", end) and bool(_SOMEBODY.search(window))

    def is_pronoun(self, text: str, numeral: Numeral, *, noun: bool) -> bool:
        """Whether "one" stands for somebody or something."""
        if numeral.over != 1 or numeral.under != 1 or numeral.scaled:
            return False
        return not noun or word_before(text, numeral.start) in self.words.before_pronoun


def _without_list(window: str) -> str:
    """What stands before "2, 3 and" in "Figs. 2, 3 and 5"."""
    listed = _LISTED.search(window)
    return window[: listed.start()] if listed else window
