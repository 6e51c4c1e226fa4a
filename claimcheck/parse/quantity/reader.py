"""One pass over a text: find where a figure begins, read what hangs together, go on after it."""

from collections.abc import Generator, Iterator
from typing import Final

import regex

from claimcheck.lexicon import Lexicon
from claimcheck.model import Quantity
from claimcheck.parse.numerals import Numeral, Scan
from claimcheck.parse.quantity import modifiers
from claimcheck.parse.quantity.ahead import begun
from claimcheck.parse.quantity.build import approximate, quantities_of
from claimcheck.parse.quantity.chain import read_chain
from claimcheck.parse.quantity.codes import past_code
from claimcheck.parse.quantity.grammar import Grammar, grammar
from claimcheck.parse.quantity.scene import Scene
from claimcheck.parse.quantity.term import Reader, Term
from claimcheck.parse.quantity.verdict import counts, noun_of

__all__ = ["read"]

_TIMES = regex.compile(r"[xX]\d")  # "7x7cm", but "0x7C" is a code
_INNER: Final = frozenset(".,:")


def read(text: str, lexicon: Lexicon) -> Iterator[Quantity]:
    """Every quantity of a text, in reading order. Behind `claimcheck.parse.quantities`."""
    rules = grammar(lexicon)
    scene = Scene(text, rules.contexts)
    terms = Reader(scene, rules.numerals, rules.units, rules.money, rules.letters)
    scan = Scan(text, rules.numerals.starts)
    at = floor = 0
    while (start := scan.after(at)) >= 0:
        first = terms.known(start)
        numeral = first.numeral if first is not None else rules.numerals.read(text, start)
        if numeral is None or numeral.start < floor:
            at = _past_token(text, start + 1)
            continue
        past = _past(text, numeral, floor, rules)
        if past:
            at = floor = max(past, start + 1)
            continue
        if first is None:
            first = terms.finish(begun(scene, rules, numeral, floor))
        if first.unit is None and _is_glued(text, first, start):
            at = floor = max(_past_token(text, first.end), start + 1)
            continue
        floor = yield from _read_on(rules, terms, first, floor)
        at = max(floor, start + 1)  # "a mile" is found by its mile


def _read_on(rules: Grammar, terms: Reader, first: Term, floor: int) -> Generator[Quantity, None, int]:
    """The quantities of the chain that begins with a term; returns where the text goes on."""
    text = terms.scene.text
    hedged, between = modifiers.before(text, first.start, floor, rules.hedges)
    chain = read_chain(terms, first, rules.numbers.parts, between=between)
    after = modifiers.after(text, chain.end, rules.hedges)
    noun = noun_of(terms.scene, chain, rules, after[-1].span.end if after else chain.end)
    end = max(chain.end, noun.end if noun else 0)
    if counts(terms.scene, chain, rules, noun=noun is not None, hedged=bool(hedged)):
        after = after or (modifiers.after(text, end, rules.hedges) if end > chain.end else [])
        yield from quantities_of(chain, noun, [*approximate(first.numeral), *hedged], after)
    return end


def _past(text: str, numeral: Numeral, floor: int, rules: Grammar) -> int:
    """Where to go on after a date, time or code; 0 where the figure is part of none."""
    if not numeral.words and (date := rules.calendar.past(text, numeral)):
        return date
    return past_code(text, numeral, floor, rules.labels)


def _is_glued(text: str, term: Term, start: int) -> bool:
    """Whether letters that are no unit or currency are written with a figure: "5G", "1980s", "B52"."""
    if text[term.end : term.end + 1].isalpha() and not (term.numeral.over and _TIMES.match(text, term.end)):
        return True
    return term.sign is None and start > 0 and text[start].isdecimal() and text[start - 1].isalpha()


def _past_token(text: str, end: int) -> int:
    """Past the letters and digits that go on from a place."""
    while end < len(text) and (text[end].isalnum() or text[end] in _INNER):
        if not text[end].isalnum() and not text[end + 1 : end + 2].isdecimal():
            break
        end += 1
    return end
