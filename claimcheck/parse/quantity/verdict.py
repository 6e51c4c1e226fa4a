"""Whether a chain of terms measures or counts anything."""

from typing import Final

import regex

from claimcheck.parse.quantity.build import Noun
from claimcheck.parse.quantity.calendar import looks_like_year
from claimcheck.parse.quantity.chain import Chain
from claimcheck.parse.quantity.grammar import Grammar
from claimcheck.parse.quantity.nouns import counted, counted_one, joined
from claimcheck.parse.quantity.scene import Scene
from claimcheck.parse.quantity.term import Term

__all__ = ["counts", "noun_of"]

_HYPHENS: Final = frozenset("-‐‑")
_DASHES: Final = frozenset("-–—‐‑")
_NAMED = regex.compile(r"[ \u00a0]\p{Lu}\p{L}")
_OF: Final = " of "
_PAIR: Final = 2
_PARTING: Final = frozenset(" \u00a0-‐‑")


def noun_of(scene: Scene, chain: Chain, rules: Grammar, end: int) -> Noun | None:
    """The counted noun after a chain without a unit, looked for from `end` on.

    A unit that a hedge or an adjective parts from the figure ("30+ km", "five straight years") becomes the
    last term's unit.
    """
    text, last = scene.text, chain.terms[-1]
    if any(term.measured for term in chain.terms):
        return None
    if end > chain.end and _take_unit(scene, last, rules, end + (text[end : end + 1] in _PARTING)):
        return None
    if last.numeral.vague and text.startswith(_OF, end):
        end += len(_OF) - 1
    one = len(chain.terms) == 1 and last.numeral.over == last.numeral.under
    find = joined if text[end : end + 1] in _HYPHENS else counted_one if one else counted
    begin, stop = find(text, end, rules.labels)
    head = text.rfind(" ", begin, stop) + 1
    if head > begin:
        scene.digits = scene.joined = False
        unit = rules.units.match(scene, head)
        if unit is not None and not unit.symbol and unit.unit.name in rules.labels.parted:
            last.unit, last.end, last.raw = unit, unit.end, text[unit.start : unit.end]
            return None
    return Noun(stop, text[begin:stop]) if stop > begin else None


def _take_unit(scene: Scene, last: Term, rules: Grammar, start: int) -> bool:
    """Give a term the unit that stands at `start`, behind a hedge; whether there is one."""
    scene.digits, scene.joined = not last.numeral.words, False
    unit = rules.units.match(scene, start)
    if unit is None:
        return False
    last.unit, last.end, last.raw = unit, unit.end, scene.text[unit.start : unit.end]
    return True


def counts(scene: Scene, chain: Chain, rules: Grammar, *, noun: bool, hedged: bool) -> bool:
    """Whether a chain is a quantity and no label, year, score, citation or pronoun."""
    text = scene.text
    first, naming = chain.terms[0], rules.naming
    if first.numeral.alone == "a":
        opened = text[first.start - 1 : first.start] == "("
        return first.unit is not None and (hedged or opened or rules.units.is_restated(scene, first.unit))
    if first.numeral.alone and len(chain.terms) == 1:
        shared = hedged and first.numeral.alone == "half" and not first.measured
        return shared or naming.stands_alone(text, first, noun=noun)
    if any(term.measured for term in chain.terms):
        return first.sign is not None or first.numeral.words or not naming.is_lettered(text, first)
    named = first.numeral.comma or naming.is_label(text, first, noun=noun, hedged=hedged)
    if named or _dates(text, chain, rules, noun=noun) or _points(text, chain, rules, noun=noun):
        return False
    if chain.links:
        return chain.links[0] != "by" and (noun or not _is_score(text, chain))
    return noun or hedged or not first.numeral.plain or not _NAMED.match(text, first.numeral.end)


def _dates(text: str, chain: Chain, rules: Grammar, *, noun: bool) -> bool:
    """Whether all figures are years."""
    single = noun and not chain.links
    years = all(rules.calendar.is_year(text, term.numeral, noun=single) for term in chain.terms)
    return years or _is_season(text, chain)


def _points(text: str, chain: Chain, rules: Grammar, *, noun: bool) -> bool:
    """Whether the figure is a pronoun, a citation, the number of a list or an age."""
    first, naming = chain.terms[0], rules.naming
    if naming.is_cited(text, first.numeral):
        return True
    return first.numeral.words and not first.negative and naming.is_pronoun(text, first.numeral, noun=noun)


def _is_season(text: str, chain: Chain) -> bool:
    """Whether two figures are a year and the last digits of a later one: "2014–15"."""
    if len(chain.terms) != _PAIR or chain.links[0] != "range" or text[chain.terms[0].end] not in _DASHES:
        return False
    first, last = (term.numeral for term in chain.terms)
    return (
        looks_like_year(first)
        and last.plain
        and last.end - last.start == _PAIR
        and last.over > first.over % 100
    )


def _is_score(text: str, chain: Chain) -> bool:
    """Whether bare whole figures with a dash between are a score, a season or pages: "3-2", "2014–15"."""
    plain = all(term.numeral.plain for term in chain.terms)
    return plain and chain.links[0] == "range" and text[chain.terms[0].end] in _DASHES
