"""Whether a linked pair is a restatement, right or wrong, or two different things."""

from fractions import Fraction

import regex

from claimcheck.lexicon.restatement import restatement
from claimcheck.model import Quantity, Relation
from claimcheck.parse.restatement.comparable import Comparison, family
from claimcheck.parse.restatement.links import Link

__all__ = ["is_restatement"]

_CLOSE, _NEAR, _TWIN, _NEXT = Fraction(35, 100), Fraction(20, 100), Fraction(15, 100), Fraction(12, 100)
_LABEL = Fraction(3, 100)
_TAIL = regex.compile(r"-?+ \s*+ (?: [)\]};,/|=.] | or \b | \Z | ± )", regex.VERBOSE)


def is_restatement(text: str, one: Quantity, two: Quantity, link: Link, comparison: Comparison) -> bool:
    """Whether `two` restates `one`, be it wrongly.

    Figures of different families (metric, customary) in brackets or about a slash are a restatement whatever
    they say. Of one family, or with words about them, they must come near each other: "a 1.4 m gauge (62 km
    electrified)" states two things.
    """
    assert one.unit is not None
    assert two.unit is not None
    if comparison.same:
        return _mislabelled(one, two, link) and _is_pure(text, two)
    ratios = tuple(comparison.ratios(one, two))
    if not ratios:
        return False
    off = min(abs(ratio - 1) for ratio in ratios)
    slipped = any(_is_shifted(ratio) for ratio in ratios) or comparison.is_inverted(one, two)
    crossing = family(one.unit) != family(two.unit)
    if comparison.twin and not crossing and link.relation is not Relation.EQUATION:
        return off <= (_LABEL if link.words else _TWIN)
    if one.unit.kind in restatement().unless_close and link.relation is not Relation.EQUATION:
        return off <= _NEAR
    pure = _is_pure(text, two)
    if link.words:
        return pure and (off <= _CLOSE or slipped)
    if link.relation in (Relation.APPOSITION, Relation.TABLE) and not link.hedged:
        return off <= _NEXT
    if off <= _CLOSE:
        return True
    if link.relation in (Relation.SLASH, Relation.ALTERNATIVE) or comparison.twin:
        return crossing or slipped or link.relation is Relation.EQUATION
    return link.relation is Relation.EQUATION or pure


def _is_shifted(ratio: Fraction) -> bool:
    """Whether two figures differ by a slipped decimal point and nothing else."""
    return any(abs(ratio / Fraction(10) ** power - 1) <= _LABEL for power in (-3, -2, -1, 1, 2, 3))


def _is_pure(text: str, quantity: Quantity) -> bool:
    """Whether nothing is said of a quantity besides it."""
    return _TAIL.match(text, quantity.span.end) is not None


def _mislabelled(one: Quantity, two: Quantity, link: Link) -> bool:
    """Whether two figures with the same unit are one temperature on two scales: 350 °F (175 °F)."""
    if one.kind != "temperature" or link.relation not in (Relation.BRACKET, Relation.SLASH) or link.words:
        return False
    first, second = one.figures[0].value, two.figures[0].value
    to_celsius, to_fahrenheit = (first - 32) * Fraction(5, 9), first * Fraction(9, 5) + 32
    margin = 5 if second % 5 == 0 else 2  # ovens are set in fives
    return any(abs(second - other) < max(_LABEL * abs(other), margin) for other in (to_celsius, to_fahrenheit))
