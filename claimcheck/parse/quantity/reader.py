"""One pass over a text: find where a figure begins, read what hangs together, go on after it."""

from collections.abc import Iterator
from functools import lru_cache

import regex
from attrs import define

from claimcheck.lexicon import Lexicon
from claimcheck.lexicon.contexts import contexts
from claimcheck.lexicon.hedges import Hedges, hedges
from claimcheck.lexicon.labels import Labels, labels
from claimcheck.lexicon.numbers import Numbers, numbers
from claimcheck.model import Quantity
from claimcheck.parse.numerals import Numerals, Scan, reader
from claimcheck.parse.quantity import modifiers
from claimcheck.parse.quantity.build import Noun, approximate, quantities_of
from claimcheck.parse.quantity.chain import Chain, read_chain
from claimcheck.parse.quantity.excluded import Excluded, excluded
from claimcheck.parse.quantity.money import Money, money
from claimcheck.parse.quantity.nouns import counted
from claimcheck.parse.quantity.scene import Scene
from claimcheck.parse.quantity.term import Reader, Term
from claimcheck.parse.quantity.units import Units, units

__all__ = ["Grammar", "grammar", "read"]


_WHOLE = regex.compile(r"(?<!\w)(?:(?<article>an?|one)\s|(?:past|last|next|previous|first)\s)(?<unit>\p{L}+)\sand\s$", regex.IGNORECASE)
_REACH = 40
_NAMED = regex.compile(r"[ \u00a0]\p{Lu}\p{L}")
_ARTICLE = regex.compile(r"(?<!\w)[Aa]n?\s$")


@define(eq=False)
class Grammar:
    """Everything that reading one language takes, built once."""

    numbers: Numbers
    numerals: Numerals
    units: Units
    money: Money
    hedges: Hedges
    labels: Labels
    excluded: Excluded


@lru_cache(maxsize=8)
def grammar(lexicon: Lexicon) -> Grammar:
    """The grammar of a lexicon."""
    table, words = numbers(lexicon.language), labels(lexicon.language)
    return Grammar(
        table,
        reader(table, money(lexicon).codes),
        units(lexicon),
        money(lexicon),
        hedges(lexicon.language),
        words,
        excluded(words, frozenset({*table.scales, *table.groups})),
    )


def read(text: str, lexicon: Lexicon) -> Iterator[Quantity]:
    """Every quantity of a text, in reading order."""
    rules = grammar(lexicon)
    scene = Scene(text, contexts(lexicon.language))
    terms = Reader(scene, rules.numerals, rules.units, rules.money, rules.labels)
    scan = Scan(text, rules.numerals.starts)
    at = floor = 0
    while (start := scan.after(at)) >= 0:
        first = terms.known(start)
        numeral = first.numeral if first is not None else rules.numerals.read(text, start)
        if numeral is None:
            at = _past(text, start + 1)
            continue
        past = rules.excluded.skip(text, numeral, floor)
        if past:
            at = floor = max(past, start + 1)
            continue
        if first is None:
            first = terms.finish(_with_sign(scene, rules, Term(numeral, start, numeral.end), floor))
        if first.unit is None and (numeral.comma or _glued(text, first, start)):
            at = floor = _past(text, first.end)
            continue
        hedged, between = modifiers.before(text, first.start, floor, rules.hedges)
        chain = read_chain(terms, first, rules.numbers.parts, between=between)
        after = modifiers.after(text, chain.end, rules.hedges)
        noun = _noun(scene, chain, rules, after[-1].span.end if after else chain.end)
        end = max(chain.end, noun.end if noun else 0)
        if not _excluded(text, chain, rules, noun, hedged=bool(hedged)):
            after = after or modifiers.after(text, end, rules.hedges)
            yield from quantities_of(chain, noun, [*approximate(numeral), *hedged], after)
        at = floor = end


def _with_sign(scene: Scene, rules: Grammar, term: Term, floor: int) -> Term:
    """Take in what stands before the figure: article, minus, currency."""
    text, start = scene.text, term.start
    if not text[start].isdecimal():
        article = _ARTICLE.search(text, max(floor, start - 3), start) if term.numeral.alone else None
        if article is not None:
            term.start = term.numeral.start = article.start()
            term.numeral.vague = False
            _with_whole(scene, rules, term, floor)
        return _minus(text, term, floor)
    term = _minus(text, term, floor)
    sign = rules.money.before(scene, term.start, floor)
    if sign is not None:
        term.sign, term.start = sign, sign.start
        term = _minus(text, term, floor)
    return term


def _with_whole(scene: Scene, rules: Grammar, term: Term, floor: int) -> None:
    """Make one and a half of the half in "a mile and a half", "the past decade and a half"."""
    text, numeral = scene.text, term.numeral
    whole = _WHOLE.search(text, max(floor, term.start - _REACH), term.start) if numeral.proper else None
    if whole is None:
        return
    scene.digits = scene.joined = False
    unit = rules.units.match(scene, whole.start("unit"))
    if unit is None or unit.symbol or unit.end != whole.end("unit"):
        return
    numeral.over, numeral.alone = numeral.over + numeral.under, ""
    term.start = numeral.start = whole.start("article") if whole["article"] else unit.start
    term.unit, term.end, term.raw = unit, numeral.end, text[unit.start : unit.end]


def _minus(text: str, term: Term, floor: int) -> Term:
    at = term.start - 1
    if at >= floor and text[at] in "-−–" and (at == 0 or not (text[at - 1].isalnum() or text[at - 1] in ")]%°'’")):
        term.start, term.negative = at, True
        return term
    for word in ("minus ", "negative ", "minus-"):
        begin = term.start - len(word)
        if begin >= floor and text[begin : term.start].lower() == word and not text[begin - 1 : begin].isalnum():
            term.start, term.negative = begin, True
    return term


def _noun(scene: Scene, chain: Chain, rules: Grammar, end: int) -> Noun | None:
    text, last = scene.text, chain.terms[-1]
    if any(term.measured for term in chain.terms):
        return None
    one = len(chain.terms) == 1 and last.numeral.over == last.numeral.under
    hyphen = text[end : end + 1] in ("-", "‐", "‑")
    end = end + 3 if last.numeral.vague and text.startswith(" of ", end) else end
    begin, stop = counted(text, end, rules.labels, one=one, hyphen=hyphen)
    if stop == begin:
        return None
    last_word = text.rfind(" ", begin, stop) + 1
    if last_word > begin and not hyphen:
        unit = rules.units.match(scene, last_word)
        if unit is not None and not unit.symbol and unit.unit.name in rules.labels.parted:
            last.unit, last.end, last.raw = unit, unit.end, text[unit.start : unit.end]
            return None
    return Noun(stop, text[begin:stop])


def _glued(text: str, term: Term, start: int) -> bool:
    """Whether letters that are no unit or currency are written together with a figure: "5G", "1980s", "B52"."""
    if text[term.end : term.end + 1].isalpha():
        return True
    return bool(start) and text[start].isdecimal() and text[start - 1].isalpha() and term.sign is None


def _past(text: str, end: int) -> int:
    while end < len(text) and (text[end].isalnum() or (text[end] in ".,:" and text[end + 1 : end + 2].isdecimal())):
        end += 1
    return end


def _excluded(text: str, chain: Chain, rules: Grammar, noun: Noun | None, *, hedged: bool) -> bool:
    """Whether a chain of terms is no quantity."""
    first, judge = chain.terms[0], rules.excluded
    numeral = first.numeral
    measured = any(term.measured for term in chain.terms)
    if numeral.alone and len(chain.terms) == 1:
        return not judge.stands_alone(text, first, noun=noun is not None)
    if measured:
        return first.sign is None and not numeral.words and judge.is_label(text, first, measured=True)
    if chain.links and chain.links[0] == "by":
        return True
    if numeral.words and not first.negative and judge.is_pronoun(text, numeral, noun=noun is not None):
        return True
    if judge.is_label(text, first, noun=noun is not None, hedged=hedged) or judge.is_cited(text, numeral):
        return True
    in_noun = noun is not None and len(chain.terms) == 1
    if all(judge.is_year(text, term.numeral, noun=in_noun) for term in chain.terms):
        return True
    if noun is None and not hedged and numeral.plain and len(chain.terms) == 1 and _NAMED.match(text, numeral.end):
        return True
    if chain.links and chain.links[0] == "range" and noun is None:
        return all(term.numeral.plain for term in chain.terms) and text[first.end] in "-–—‐‑"
    return False
