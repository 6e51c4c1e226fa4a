"""Whether two quantities can state the same thing, and by how much they would then differ."""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache, lru_cache

import regex
from attrs import evolve

from claimcheck.errors import UnitError
from claimcheck.lexicon import english
from claimcheck.lexicon.evidence import is_british, is_evident
from claimcheck.lexicon.restatement import restatement
from claimcheck.lexicon.rounding import beside, twins
from claimcheck.lexicon.thresholds import pairing
from claimcheck.model import Quantity, Span, Unit
from claimcheck.parse.restatement.ellipsis import with_the_time
from claimcheck.units import Scale, scale

__all__ = ["Comparison", "compare", "family", "scale_between", "settled"]

_BRITISH = "imperial_pint"
_TENS = tuple(Fraction(10) ** power for power in (-3, -2, -1, 1, 2, 3))
_BEFORE = 48  # characters before it in which words say what it measures
_TEMPERATURE = ("temperature", "temperature difference")


class Comparison:
    """The scales that turn one unit into the other, by certainty: what the words say first, then twins.

    `same` says that the units are one; `scales` then holds what they would be in another reading. `british`
    are those that count in British texts only.
    """

    __slots__ = ("british", "same", "scales", "twin")

    def __init__(
        self, scales: tuple[Scale, ...], british: tuple[Scale, ...] = (), *, twin: bool, same: bool
    ) -> None:
        self.scales = scales
        self.british = british
        self.twin = twin
        self.same = same

    def ratios(self, one: Quantity, two: Quantity, text: str = "") -> Iterator[Fraction]:
        """The restated figure by the stated one converted, for each scale that `text` allows and each end."""
        ends = [(one.figures[0], two.figures[0])]
        if len(one.figures) > 1 or len(two.figures) > 1:
            ends.append((one.figures[-1], two.figures[-1]))
        british = self.british if self.british and is_evident(_BRITISH, text) else ()
        for there in (*self.scales, *british):
            for first, second in ends:
                try:
                    expected = there(first.value)
                except UnitError:
                    continue
                yield second.value / expected if expected else Fraction(0)

    def is_inverted(self, one: Quantity, two: Quantity) -> bool:
        """Whether a scale applied the wrong way round gives the restated figure: 20 tonnes (2 kN)."""
        first, second = one.figures[0].value, two.figures[0].value
        return any(
            not there.intercept and first and abs(second * there.slope / first - 1) <= pairing().label
            for there in self.scales
        )


def compare(one: Quantity, two: Quantity) -> Comparison | None:
    """How two quantities compare; None where they measure different things or are never restated."""
    if one.unit is None or two.unit is None or one.unit.kind in restatement().never:
        return None
    if one.shape != two.shape and "dimensions" in (one.shape, two.shape):
        return None
    if len(one.figures) != len(two.figures) and "range" not in (one.shape, two.shape):
        return None
    return _compare((one.unit, *one.readings), (two.unit, *two.readings))


def settled(one: Quantity, two: Quantity, text: str) -> tuple[Quantity, Quantity]:
    """Both quantities as the figures show them to be meant, where the words leave it open.

    In "a fever of 104 (40 °C)" the bare figure has the other thermometer's degrees, in "37 degrees Fahrenheit
    (3 degrees)" the second is no angle, "4 × 100 m (109 yd)" are four of a hundred metres, and a restatement
    of barrels a day may leave out the day: the other figure is the evidence.
    """
    if one.shape == "dimensions" and two.shape == "single":
        last = _last(one)
        comparison = compare(last, two)
        near = comparison is not None and any(
            abs(each - 1) <= pairing().meaning for each in comparison.ratios(last, two)
        )
        return (last if near else one), two
    first, second = one.unit, two.unit
    if first is None and second is not None:
        return _lent(one, two, second, text), two
    if first is None or second is None:
        return one, two
    twice = first.name == second.name and first.kind in _TEMPERATURE
    if not twice and (first.kind == second.kind or compare(one, two) is not None):
        return one, two
    for mine in _meanings(one):
        for other in _meanings(two):
            if mine.kind != other.kind or mine.name == other.name or mine.kind in restatement().never:
                continue
            pair = _in(one, mine), _in(two, other)
            said = mine in (first, *one.readings) and other in (second, *two.readings)
            most = pairing().meaning if said else pairing().label
            comparison = compare(*pair)
            if comparison is not None and any(abs(each - 1) <= most for each in comparison.ratios(*pair)):
                return pair
    return one, next((each for each in with_the_time(one, two) if _is_same(one, each, text)), two)


def _is_same(one: Quantity, two: Quantity, text: str) -> bool:
    """Whether two quantities come so near one another, but for a slip, that they can only be the same."""
    comparison = compare(one, two)
    if comparison is None:
        return False
    ratios, known = tuple(comparison.ratios(one, two, text)), pairing()
    if any(abs(each - 1) <= known.meaning for each in ratios) or comparison.is_inverted(one, two):
        return True
    return any(abs(each * ten - 1) <= known.label for each in ratios for ten in _TENS)


def _lent(one: Quantity, two: Quantity, unit: Unit, text: str) -> Quantity:
    """A bare figure with the unit that the one in brackets restates most often, if the figures agree.

    Words for a temperature before it show its unit whether they agree or not.
    """
    told = unit.kind == "temperature" and _told().search(
        text, max(0, one.span.start - _BEFORE), one.span.start
    )
    for name in restatement().partners(unit.name):
        there = scale_between(name, unit.name)
        if there is not None and (told or _turns_into(there, one, two)):
            row = english().unit(name)
            return evolve(one, unit=row.unit, raw_unit=(*row.symbols, *row.names)[0])
    return one


def _turns_into(there: Scale, one: Quantity, two: Quantity) -> bool:
    """Whether the figures of one quantity, converted, are those of the other to the last digit shown."""
    return len(one.figures) == len(two.figures) and all(
        2 * abs(there(first.value) - second.value) <= second.step * 10**second.zeros
        and abs(there(first.value) - second.value) <= pairing().lent * abs(second.value)
        for first, second in zip(one.figures, two.figures, strict=True)
    )


@cache
def _told() -> "regex.Pattern[str]":
    return regex.compile(
        r"(?<!\w) (?: \L<words> ) (?: \s \p{Ll}++ ){0,3} \s $",
        regex.VERBOSE,
        words=list(restatement().thermometer),
    )


def _meanings(quantity: Quantity) -> Iterator[Unit]:
    """The units that the words may stand for, those last that need a figure beside them."""
    if quantity.unit is None:
        return
    yield from (quantity.unit, *quantity.readings)
    name = beside(quantity.unit.name)
    if name is not None:
        yield english().unit(name).unit


def _last(quantity: Quantity) -> Quantity:
    """The last figure of several dimensions, which stands beside the unit, by itself."""
    figure = quantity.figures[-1]
    span = Span(figure.span.start, quantity.span.end)
    return evolve(quantity, span=span, shape="single", figures=(figure,))


def _in(quantity: Quantity, unit: Unit) -> Quantity:
    """The quantity in one of its readings, which becomes the first."""
    if quantity.unit is None or unit == quantity.unit:
        return quantity
    others = (quantity.unit, *(each for each in quantity.readings if each != unit))
    return evolve(quantity, unit=unit, readings=others)


@lru_cache(maxsize=4096)
def _compare(ones: tuple[Unit, ...], twos: tuple[Unit, ...]) -> Comparison | None:
    if ones[0].name == twos[0].name:
        return Comparison(tuple(_otherwise(ones, twos)), twin=False, same=True)
    temperatures = ones[0].kind in _TEMPERATURE and twos[0].kind in _TEMPERATURE
    if ones[0].kind == twos[0].kind or temperatures:
        found = tuple(
            there
            for one in ones
            for two in twos
            if (one.kind == two.kind or temperatures)
            and (there := scale_between(one.name, two.name)) is not None
        )
        return Comparison(found, twin=False, same=False) if found else None
    first, second = ones[0].name, twos[0].name
    plain: list[Scale] = []
    british: list[Scale] = []
    for one in (first, *twins(first)):
        for two in (second, *twins(second)):
            there = scale_between(one, two) if (one, two) != (first, second) else None
            if there is not None:
                (british if is_british(one) or is_british(two) else plain).append(there)
    return Comparison(tuple(plain), tuple(british), twin=True, same=False) if plain or british else None


def _otherwise(ones: tuple[Unit, ...], twos: tuple[Unit, ...]) -> Iterator[Scale]:
    """The scales between two unit words that begin alike and may be different units: calories and kcal."""
    for one in ones:
        for two in twos:
            there = scale_between(one.name, two.name) if one.name != two.name else None
            if there is not None and there.slope != 1:
                yield there


def scale_between(one: str, two: str) -> Scale | None:
    """The scale from one unit to another by name; None where they measure different things."""
    try:
        return scale(one, two)
    except UnitError:
        return None


def family(unit: Unit) -> str:
    """Which family of units a unit belongs to: restating crosses families, counting on does not."""
    if unit.system in ("SI", "metric"):
        return "metric"
    return "customary" if unit.system in ("US", "imperial", "US/imperial") else unit.system or unit.name
