"""What is part of a figure before it: minus, currency, article, the mile of "a mile and a half"."""

from typing import Final

import regex

from claimcheck.parse.numerals import Numeral
from claimcheck.parse.quantity.grammar import Grammar
from claimcheck.parse.quantity.scene import Scene
from claimcheck.parse.quantity.term import Term

__all__ = ["begun"]

_REACH: Final = 40
_MINUS: Final = frozenset("-−–")
_NO_MINUS_AFTER: Final = frozenset(")]%°'’")
_MINUS_WORDS: Final = ("minus ", "negative ", "minus-")
_ARTICLE = regex.compile(r"(?<!\w)[Aa]n?\s$")
_WHOLE = regex.compile(
    r"""(?<!\w) (?: (?<article>an?|one)\s | (?:past|last|next|previous|first)\s )
        (?<unit>\p{L}+) \sand\s $""",
    regex.IGNORECASE | regex.VERBOSE,
)


def begun(scene: Scene, rules: Grammar, numeral: Numeral, floor: int) -> Term:
    """The term of a numeral from its true beginning, which is not before `floor`."""
    text, start = scene.text, numeral.start
    term = Term(numeral, start, numeral.end)
    if numeral.alone == "a":
        return term
    if not text[start].isdecimal():
        if numeral.opener:
            _take_article(scene, rules, term, floor)
        _take_minus(text, term, floor)
        return term
    _take_minus(text, term, floor)
    sign = rules.money.before(scene, term.start, floor)
    if sign is not None:
        term.sign, term.start = sign, sign.start
        _take_minus(text, term, floor)
    return term


def _take_article(scene: Scene, rules: Grammar, term: Term, floor: int) -> None:
    """The "a" of "a hundred", "a half", "a dozen" stands for one and is part of the figure."""
    start, numeral = term.start, term.numeral
    article = _ARTICLE.search(scene.text, max(floor, start - 3), start)
    if article is None:
        return
    term.start = numeral.start = article.start()
    numeral.vague = False
    if numeral.proper:
        _take_whole(scene, rules, term, floor)


def _take_whole(scene: Scene, rules: Grammar, term: Term, floor: int) -> None:
    """Make one and a half of the half in "a mile and a half", "the past decade and a half"."""
    text, numeral = scene.text, term.numeral
    whole = _WHOLE.search(text, max(floor, term.start - _REACH), term.start)
    if whole is None:
        return
    scene.digits = scene.joined = False
    unit = rules.units.match(scene, whole.start("unit"))
    if unit is None or unit.symbol or unit.end != whole.end("unit"):
        return
    numeral.over, numeral.alone = numeral.over + numeral.under, ""
    term.start = numeral.start = whole.start("article") if whole["article"] else unit.start
    term.unit, term.end, term.raw = unit, numeral.end, text[unit.start : unit.end]


def _take_minus(text: str, term: Term, floor: int) -> None:
    at = term.start - 1
    signed = at >= floor and text[at] in _MINUS
    if signed and (at == 0 or not (text[at - 1].isalnum() or text[at - 1] in _NO_MINUS_AFTER)):
        term.start, term.negative = at, True
        return
    for word in _MINUS_WORDS:
        begin = term.start - len(word)
        if begin >= floor and text[begin : term.start].lower() == word:
            if not text[begin - 1 : begin].isalnum():
                term.start, term.negative = begin, True
            return
