"""The factor of a multiple: "10 times", "twice", "80% of", "two-thirds"."""

from fractions import Fraction
from functools import cache

import regex
from attrs import evolve, frozen

from claimcheck.lexicon import Lexicon
from claimcheck.lexicon.contexts import contexts
from claimcheck.lexicon.numbers import numbers
from claimcheck.model import Figure, Span
from claimcheck.parse.multiple.patterns import Patterns
from claimcheck.parse.numerals import Numeral, numerals

__all__ = ["Factor", "Factors"]

_REACH = 60
_ARTICLE = regex.compile(r"(?<!\w)[Aa]n?\x20\Z")
_PERCENT = Fraction(1, 100)
_WORD = regex.compile(r"[\w’']+")


@frozen
class Factor:
    """The figure, and where the factor begins: an article or "Mach" may stand before the figure."""

    start: int
    figure: Figure


class Factors:
    """Finds factors in one text."""

    def __init__(self, text: str, lexicon: Lexicon, patterns: Patterns) -> None:
        self._text, self._patterns = text, patterns
        self._words, self._numbers = lexicon.references.factors, numbers(lexicon.language)
        self._contexts = contexts(lexicon.language)
        self._around = cache(self._words_around)

    def left(self, end: int, floor: int, *, than: bool = False) -> Factor | None:
        """The factor of a comparison that begins at `end`; nothing before `floor` is read.

        Before "faster than" a part is none: "10% faster than sound" is no tenth of its speed.
        """
        low = max(floor, end - _REACH)
        link = self._patterns.left.search(self._text[low:end])
        if link is None:
            return None
        if link["word"]:
            word = link["word"].lower()
            start, value = low + link.start("word"), self._words[word]
            figure = Figure(Span(start, start + len(word)), value, 0, 0, True, Fraction(1, value.denominator))  # noqa: FBT003
            return None if than and value < 1 else Factor(start, figure)
        factor = self.ending(low + link.start(), floor)
        if factor is None or link["times"] or than:
            return factor if link["times"] else None
        if link["percent"]:
            figure = factor.figure
            part = evolve(
                figure, value=figure.value * _PERCENT, place=figure.place - 2, step=figure.step * _PERCENT
            )
            return Factor(factor.start, part)
        return factor if factor.figure.value < 1 else None

    def ending(self, end: int, floor: int) -> Factor | None:
        """The numeral that ends at `end`, with its article ("a third")."""
        low = max(floor, end - _REACH)
        for numeral in numerals(self._text[low:end], self._numbers):
            if low + numeral.end == end and not numeral.vague:
                start = low + numeral.start
                article = _ARTICLE.search(self._text[low:start])
                return Factor(low + article.start() if article else start, _moved(numeral, low))
        return None

    def at(self, start: int) -> Factor | None:
        """The numeral that begins at `start`."""
        if not self._text[start : start + 1].isalnum():
            return None
        numeral = next(numerals(self._text[start : start + _REACH], self._numbers), None)
        return Factor(start, _moved(numeral, start)) if numeral is not None and not numeral.start else None

    def spoken_of(self, needs: frozenset[str], place: int) -> bool:
        """Whether the words around a place are about what a sign needs."""
        listed = self._contexts.words
        return all(
            self._around(place // self._contexts.reach) & listed[need] for need in needs & listed.keys()
        )

    def _words_around(self, block: int) -> frozenset[str]:
        """The words of a stretch of the text and of its neighbours."""
        reach = self._contexts.reach
        return frozenset(_WORD.findall(self._text[max(0, (block - 1) * reach) : (block + 2) * reach].lower()))


def _moved(numeral: Numeral, by: int) -> Figure:
    """The figure with its place in the whole text, where it was read from a part."""
    numeral.start += by
    numeral.end += by
    return numeral.figure()
