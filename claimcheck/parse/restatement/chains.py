"""Chains of linked quantities, and the conversions in them."""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from claimcheck.model import Conversion, Quantity, Relation, Span
from claimcheck.parse.restatement.comparable import compare, settled
from claimcheck.parse.restatement.links import Link, end_of, link, listed, next_inside, separates
from claimcheck.parse.restatement.plausible import has_lost_a_word, is_restatement

__all__ = ["conversions_in"]

_COUPLE = 2
_ENCLOSED = Link(Relation.APPOSITION, enclosed=True)
_LONGEST = 8  # figures in a chain or list; no prose restates more at once, and hostile text would take long
_DEEPEST = 2  # brackets within one another: 23 knots (43 km/h [26 mph])


@frozen
class _Chain:
    """A quantity and what follows it link by link; `links[i]` leads to `items[i]`."""

    head: Quantity
    items: tuple[Quantity, ...]
    links: tuple[Link, ...]


_Strangers = set[tuple[int, int, Link]]
"""Pairs that are no conversion by where each begins. A chain without any is followed by one that shares its
pairs but for those of its head: they are asked about once."""


def conversions_in(text: str, quantities: Sequence[Quantity]) -> Iterator[Conversion]:
    """Every conversion among quantities in reading order."""
    index = 0
    strangers: _Strangers = set()
    while index < len(quantities) - 1:
        listed = _lists(text, quantities, index)
        if listed is not None:
            conversions, index = listed
            yield from conversions
            continue
        chain = _chain(text, quantities, index)
        found = tuple(_resolved(text, chain, strangers)) if chain is not None else ()
        yield from found
        if found:
            last = max(each.restated[-1].span.end for each in found)
            while index < len(quantities) and quantities[index].span.start < last:
                index += 1
        else:
            index += 1


def _chain(text: str, quantities: Sequence[Quantity], index: int) -> _Chain | None:
    head, second = quantities[index], quantities[index + 1]
    first = link(text, head, second)
    if first is None:
        return None
    after = index + 2
    if (
        head.shape == "range"
        and after < len(quantities)
        and (whole := _as_range(text, second, quantities[after]))
    ):
        second, after = whole, after + 1
    items, links, depth = [second], [first], 1
    for following in quantities[after : after + _LONGEST]:
        inside = first.relation is Relation.BRACKET and next_inside(text, items[-1], following)
        depth += inside and _opens(text, items[-1], following)
        if depth > _DEEPEST:
            break
        found = (
            Link(Relation.BRACKET, closing=first.closing, listed=listed(text, items[-1], following))
            if inside
            else _further(text, items[-1], following, first)
        )
        if found is None:
            break
        items.append(following)
        links.append(found)
    return _Chain(head, tuple(items), tuple(links))


def _opens(text: str, one: Quantity, two: Quantity) -> int:
    """How many brackets open between two quantities that none closes."""
    gap = text[one.span.end : two.span.start]
    return sum(map(gap.count, "([{")) - sum(map(gap.count, ")]}"))


def _as_range(text: str, one: Quantity, two: Quantity) -> Quantity | None:
    """Two figures of one unit behind a range, as the range that restates it: 1 to 6 °C (2 and 11 °F)."""
    if (
        one.shape != "single"
        or two.shape != "single"
        or one.unit != two.unit
        or not separates(text, one, two)
    ):
        return None
    return _couple((one, two))


def _further(text: str, one: Quantity, two: Quantity, first: Link) -> Link | None:
    """The same sign once more: 1,000 m = 0.621 mi = …; 1 cup / 8 fl oz / 240 ml."""
    found = link(text, one, two)
    return found if found is not None and found.relation is first.relation is not Relation.BRACKET else None


def _resolved(text: str, chain: _Chain, strangers: _Strangers) -> Iterator[Conversion]:
    """Each item goes to the nearest quantity before it that it restates and that restates none itself."""
    heads: list[tuple[Quantity, list[Quantity], Link]] = [(chain.head, [], chain.links[0])]
    for item, sign in zip(chain.items, chain.links, strict=True):
        for at in range(len(heads) - 1, -1, -1):
            head, restated, first = heads[at]
            # What restates another figure in the bracket, and not the one before it, may be a second thing.
            tie = _ENCLOSED if at and sign.listed else sign
            pair = (head.span.start, item.span.start, tie)
            if pair in strangers and not restated:
                continue
            one, two = (head, item) if restated else settled(head, item, text)
            if _ties(text, one, two, tie):
                restated.append(two)
                heads[at] = (one, restated, first)
                break
            if not restated:
                strangers.add(pair)
        else:
            heads.append((item, [], sign))
    for at, (head, restated, sign) in enumerate(heads):
        if restated:
            # The bracket closes the whole chain, not a pair that stands in it.
            end = end_of(text, restated[-1], "" if at else sign.closing).end
            yield Conversion(Span(head.span.start, end), head, tuple(restated), sign.relation)


def _ties(text: str, one: Quantity, two: Quantity, sign: Link) -> bool:
    """Whether a linked pair is a conversion, right or wrong."""
    if _is_vague(one) or _is_vague(two):
        return False
    comparison = compare(one, two)
    if comparison is None:
        return has_lost_a_word(text, one, two, sign)
    return is_restatement(text, one, two, sign, comparison)


def _is_vague(quantity: Quantity) -> bool:
    """Whether a figure is a word without a number, which no other can restate: thousands of feet."""
    return any(each.span == quantity.figures[0].span for each in quantity.modifiers)


def _lists(
    text: str, quantities: Sequence[Quantity], index: int
) -> tuple[tuple[Conversion, ...], int] | None:
    """5, 10 and 20 km (3, 6 and 12 miles): two lists of one length, paired item by item."""
    first = _list(text, quantities, index)
    if len(first) == 1:
        return None
    after = index + len(first)
    if after >= len(quantities):
        return None
    second = _list(text, quantities, after)
    sign = link(text, first[-1], second[0])
    end = after + len(second)
    if len(second) != len(first) or sign is None:
        return None
    for one, two in zip(first, second, strict=True):
        comparison = compare(one, two)
        if comparison is None or comparison.same or not is_restatement(text, one, two, sign, comparison):
            return None
    if len(first) == _COUPLE:
        first, second = [_couple(first)], [_couple(second)]
    found = tuple(
        Conversion(Span(one.span.start, end_of(text, two, sign.closing).end), one, (two,), sign.relation)
        for one, two in zip(first, second, strict=True)
    )
    return found, end


def _couple(pair: Sequence[Quantity]) -> Quantity:
    """Two figures that "and" joins, as one quantity with two: winds of 48 and 51 mph (77 and 82 km/h)."""
    one, two = pair
    return evolve(two, span=one.span.to(two.span), shape="range", figures=one.figures + two.figures)


def _list(text: str, quantities: Sequence[Quantity], index: int) -> list[Quantity]:
    """The run of quantities of one unit from `index` that commas and "and" separate."""
    run = [quantities[index]]
    for following in quantities[index + 1 : index + _LONGEST]:
        if (
            following.unit is None
            or following.unit != run[-1].unit
            or not separates(text, run[-1], following)
        ):
            break
        run.append(following)
    return run
