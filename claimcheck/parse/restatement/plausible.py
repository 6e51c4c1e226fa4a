"""Whether a linked pair is a restatement, right or wrong, or two different things."""

from fractions import Fraction
from functools import cache

import regex

from claimcheck.lexicon.restatement import restatement
from claimcheck.lexicon.thresholds import pairing
from claimcheck.model import Quantity, Relation, Unit
from claimcheck.parse.restatement.comparable import Comparison, family, scale_between
from claimcheck.parse.restatement.links import Link
from claimcheck.units import Scale, scale

__all__ = ["has_lost_a_word", "is_restatement"]

_TENS = tuple(Fraction(10) ** power for power in (-3, -2, -1, 1, 2, 3))
_TAIL = regex.compile(r"-?+ \s*+ (?: [)\]};,/|=.] | or \b | \Z | ± )", regex.VERBOSE)


def is_restatement(  # noqa: PLR0911 # one return a kind of link
    text: str, one: Quantity, two: Quantity, link: Link, comparison: Comparison
) -> bool:
    """Whether `two` restates `one`, be it wrongly.

    Figures of different families (metric, customary) in brackets or about a slash are a restatement whatever
    they say. Of one family, or with words about them, they must come near each other: "a 1.4 m gauge (62 km
    electrified)" states two things.
    """
    if comparison.same and not _is_pure(text, two):
        return False
    ratios = tuple(comparison.ratios(one, two, text))
    if comparison.same:
        reread = not link.words and any(abs(ratio - 1) <= pairing().label for ratio in ratios)
        return reread or _mislabelled(one, two, link)
    if not ratios or one.unit is None or two.unit is None:
        return False
    off = min(abs(ratio - 1) for ratio in ratios)
    equation = link.relation is Relation.EQUATION
    crossing = family(one.unit) != family(two.unit)
    most = _most(one.unit, link, twin=comparison.twin and not crossing and not equation)
    if most is not None:
        return off <= most
    pure = _is_pure(text, two)
    if link.copula:
        return pure and off <= pairing().adjacent
    if off <= pairing().worded or equation:
        return pure or not link.words
    slipped = comparison.is_inverted(one, two) or any(_is_shifted(ratio) for ratio in ratios)
    if link.enclosed:  # "(2,814 m; 932 ft)"; but "(5 km, 10 miles)" may be two races
        return pure and crossing and (slipped or (_is_precise(one) and _is_precise(two)))
    if not link.words and link.relation not in (Relation.SLASH, Relation.ALTERNATIVE) and not comparison.twin:
        return pure
    return slipped and pure if link.words else crossing or slipped


def has_lost_a_word(text: str, one: Quantity, two: Quantity, link: Link) -> bool:
    """Whether `two` restates `one` but for a word that one of the labels has lost: 60 mph (97 km).

    Nothing but the figures shows it, so they must agree, and stand in brackets by themselves.
    """
    first, second = one.unit, two.unit
    if first is None or second is None or link.relation is not Relation.BRACKET or link.words:
        return False
    if len(one.figures) != len(two.figures) or not _is_pure(text, two):
        return False
    known = restatement()
    pairs = (
        *((first.name, whole) for whole in known.whole(second, first)),
        *((whole, second.name) for whole in known.whole(first, second)),
    )
    scales = (scale_between(*each) for each in pairs)
    # A factor of one parts two things that share a unit: a battery of 10 kW (10 kWh).
    return any(_come_close(there, one, two) for there in scales if there is not None and there.slope != 1)


def _come_close(there: Scale, one: Quantity, two: Quantity) -> bool:
    """Whether every figure is what a scale makes of the other, about."""
    return all(
        second.value and first.value and abs(second.value / there(first.value) - 1) <= pairing().label
        for first, second in zip(one.figures, two.figures, strict=True)
    )


def _most(unit: Unit, link: Link, *, twin: bool) -> Fraction | None:
    """How far two figures of such a link and kind may be apart; None where they may be anything."""
    if twin:
        return pairing().label if link.words else pairing().twin
    if link.relation is not Relation.EQUATION and unit.kind in restatement().unless_close:
        return pairing().other_kinds
    if not link.words and not link.hedged and link.relation is Relation.APPOSITION:
        return None if link.enclosed and unit.kind not in restatement().unless_close else pairing().adjacent
    return None


def _is_shifted(ratio: Fraction) -> bool:
    """Whether two figures differ by a slipped decimal point and nothing else."""
    return any(abs(ratio * ten - 1) <= pairing().label for ten in _TENS)


def _is_pure(text: str, quantity: Quantity) -> bool:
    """Whether nothing is said of a quantity besides it."""
    return _TAIL.match(text, quantity.span.end) is not None


def _is_precise(quantity: Quantity) -> bool:
    """Whether a figure has three digits and more that are no noughts at its end."""
    return all(
        len(str(abs(int(each.value / each.step))).rstrip("0")) >= pairing().digits
        for each in quantity.figures
    )


def _mislabelled(one: Quantity, two: Quantity, link: Link) -> bool:
    """Whether two figures with the same unit are one quantity in two: 350 °F (175 °F), 98 kg (216 kg)."""
    if link.relation not in (Relation.BRACKET, Relation.SLASH) or link.words:
        return False
    if one.kind != "temperature":
        return _are_partners(one, two)
    first, second = one.figures[0].value, two.figures[0].value
    to_celsius, to_fahrenheit = (first - 32) * Fraction(5, 9), first * Fraction(9, 5) + 32
    margin = Fraction(5 if second % 5 == 0 else 2)  # ovens are set in fives
    return any(
        abs(second - other) < max(pairing().label * abs(other), margin)
        for other in (to_celsius, to_fahrenheit)
    )


def _are_partners(one: Quantity, two: Quantity) -> bool:
    """Whether figures in one unit are, to the digit, what its usual partner would make of them."""
    if one.unit is None or len(one.figures) != len(two.figures):
        return False
    if any(each.value * 10 < each.step * 100 for each in two.figures):  # one digit fits by chance
        return False
    near = _near_partners(one.unit.name)
    if not near or not all(each.value for each in one.figures):
        return False
    ratios = [second.value / first.value for first, second in zip(one.figures, two.figures, strict=True)]
    return any(all(least <= ratio <= most for ratio in ratios) for least, most in near)


@cache
def _near_partners(unit: str) -> tuple[tuple[Fraction, Fraction], ...]:
    """The ratios that figures have which were converted between a unit and its partners, either way."""
    pairs = (pair for other in restatement().partners(unit) for pair in ((unit, other), (other, unit)))
    slopes = (scale(*pair).slope for pair in pairs)
    return tuple((slope * (1 - pairing().one_unit), slope * (1 + pairing().one_unit)) for slope in slopes)
