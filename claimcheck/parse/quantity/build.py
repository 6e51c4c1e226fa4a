"""From chains of terms to quantities: who shares which unit, sign and scale."""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from claimcheck.model import Bound, Figure, Modifier, Quantity, Shape, Span, Unit
from claimcheck.parse.numerals import Numeral
from claimcheck.parse.quantity.chain import Chain
from claimcheck.parse.quantity.term import Term

__all__ = ["Noun", "quantities_of"]

_SHARES_SCALE = 1000
_FALL = 10  # "from 24 to 3 million" both are millions; "from $200 to $4 million" only the second
COUNT = Unit("", "count")


@frozen
class Noun:
    """The counted noun after a chain: where it ends, and the words."""

    end: int
    raw: str


@frozen
class _Group:
    """The terms of one quantity; `rest` are those after it, whose unit it may share."""

    terms: Sequence[Term]
    shape: Shape
    tolerance: Term | None
    rest: Sequence[Term]

    @property
    def owner(self) -> Term | None:
        """The term whose unit is the quantity's: its own last one, or the next to the right."""
        own = [*reversed(self.terms), *((self.tolerance,) if self.tolerance else ())]
        owner = next((term for term in (*own, *self.rest) if term.measured), None)
        signed = next((term for term in self.terms if term.sign is not None), None)
        if signed is None or (owner is not None and owner.unit is not None and owner.sign is not None):
            return owner
        return signed


def quantities_of(
    chain: Chain, noun: Noun | None, before: Sequence[Modifier], after: Sequence[Modifier]
) -> Iterator[Quantity]:
    """The quantities that a chain of terms states."""
    _share_scale(chain)
    terms, links = chain.terms, chain.links
    index = 0
    while index < len(terms):
        size, shape = _extent(links, index, between=chain.between and not index)
        end = index + size
        tolerance = terms[end] if end < len(terms) and links[end - 1] == "tolerance" else None
        group = _Group(terms[index:end], shape, tolerance, terms[end:])
        next_index = end + (tolerance is not None)
        last = next_index == len(terms)
        modifiers = (*(() if index else before), *(after if last else ()))
        yield _quantity(group, noun, modifiers, last=last)
        index = next_index


def _extent(links: Sequence[str], index: int, *, between: bool) -> tuple[int, Shape]:
    """How many terms make one quantity from `index` on."""
    size = 1
    while index + size - 1 < len(links) and links[index + size - 1] == "by":
        size += 1
    if size > 1:
        return size, "dimensions"
    if index < len(links) and (links[index] == "range" or (between and links[index] == "and")):
        return 2, "range"
    return 1, "single"


def _quantity(group: _Group, noun: Noun | None, modifiers: tuple[Modifier, ...], *, last: bool) -> Quantity:
    """One quantity; only the last of a list has the noun in its span."""
    unit: Unit | None = None
    readings: tuple[Unit, ...] = ()
    raw, end = "", (group.tolerance or group.terms[-1]).end
    owner = group.owner
    if owner is not None:
        unit, readings, raw = _unit_of(owner)
    elif noun is not None:
        unit, raw = COUNT, noun.raw
        end = noun.end if last else end
    return Quantity(
        Span(group.terms[0].start, end),
        group.shape,
        tuple(_figure(term) for term in group.terms),
        unit,
        raw,
        tuple(sorted(modifiers)),
        readings,
        _figure(group.tolerance) if group.tolerance else None,
    )


def _unit_of(term: Term) -> tuple[Unit, tuple[Unit, ...], str]:
    if term.unit is not None:
        return term.unit.unit, term.unit.others, term.raw
    readings = term.sign.readings if term.sign else ()
    return readings[0].unit, tuple(each.unit for each in readings[1:]), term.raw


def _figure(term: Term) -> Figure:
    figure = term.numeral.figure()
    if not term.negative:
        return figure
    return evolve(figure, value=-figure.value)


def _share_scale(chain: Chain) -> None:
    """Give a figure below a thousand the scale of the one that follows: "2 or 3 million", "2.5–3m"."""
    for index in range(len(chain.links) - 1, -1, -1):
        left, right = chain.terms[index].numeral, chain.terms[index + 1].numeral
        if (
            not right.multiplier
            or left.scaled
            or chain.links[index] == "by"
            or chain.terms[index].unit is not None
        ):
            continue
        mantissa = right.value / 10**right.multiplier
        if left.value < _SHARES_SCALE and left.value <= mantissa * _FALL:
            left.scale(right.multiplier, left.end)
            left.plain = False


def approximate(numeral: Numeral) -> list[Modifier]:
    """What a vague figure says of itself: "hundreds" is about a hundred or more."""
    return [Modifier(Span(numeral.start, numeral.end), Bound.APPROXIMATE)] if numeral.vague else []
