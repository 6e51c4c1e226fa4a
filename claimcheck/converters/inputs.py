"""What converters are tried on: everyday figures first, then the places where converters break."""

from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from itertools import count, islice
from math import ceil, floor
from typing import TypeGuard

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from claimcheck.converters.contract import Contract, Input
from claimcheck.converters.declared import Rounding, decade
from claimcheck.units import Scale

__all__ = [
    "beside_ties",
    "decimals",
    "everyday",
    "pairs",
    "rising",
    "sweep",
    "ties",
    "triples",
    "values",
    "whole_numbers",
]

_FIRST = 300
# Where code is likely to branch: -40 °C is -40 °F; freezing, fever and boiling in both scales; -1 and -2 have
# one hash in CPython.
_LANDMARKS = tuple(
    map(Fraction, ["0", "-1", "-2", "0.5", "-40", "32", "37", "98.6", "212", "-0.5", "999", "1001"])
)
# Results where printing is likely to slip: a minus before a nought, a carry, one digit more.
_RESULTS = tuple(
    map(Fraction, ["-0.4", "-0.06", "0.04", "0.96", "-0.96", "2.96", "3.04", "9.97", "99.98", "1000"])
)
_WIDEST = Fraction(10) ** 12
_NICE = tuple(map(Fraction, [1, 2, 3, 5, 7, 10, 12, 20, 25, 30, 50, 75, 100, 250, 1000, 12345, 10**6]))


def decimals(least: Fraction, most: Fraction, *, places: int = 3) -> SearchStrategy[Fraction]:
    """Short decimals between two bounds, both included; they shrink to few places, then to zero."""
    grains = [10**count for count in range(places + 1)]
    parts = [
        st.integers(low, high).map(partial(_over, grain))
        for grain in grains
        if (low := ceil(least * grain)) <= (high := floor(most * grain))
    ]
    return st.one_of(parts) if parts else st.just(least)


def _over(grain: int, number: int) -> Fraction:
    return Fraction(number, grain)


def values(contract: Contract) -> SearchStrategy[Input]:
    """Single inputs of every declared type, from the declared domain."""
    return st.one_of([_inputs(contract, kind) for kind in contract.types])


def pairs(contract: Contract) -> SearchStrategy[tuple[Input, Input]]:
    """Two inputs of one type."""
    return _several(contract, 2).map(lambda cases: (cases[0], cases[1]))


def rising(contract: Contract) -> SearchStrategy[tuple[Input, Input]]:
    """An input and a larger one of its type: a little larger, or so much that another branch may take it."""

    def of_type(kind: type) -> SearchStrategy[tuple[Input, Input]]:
        step = st.sampled_from([Fraction(10), Fraction(2), Fraction(101, 100), Fraction(1000)])
        return st.tuples(_inputs(contract, kind), step).map(larger).filter(both_admitted)

    def larger(drawn: tuple[Input, Fraction]) -> tuple[Input, Input | None]:
        case, factor = drawn
        size = abs(case.value) * (factor - 1) or factor
        return case, Input.of(case.value + size, type(case.raw))

    def both_admitted(case: tuple[Input, Input | None]) -> TypeGuard[tuple[Input, Input]]:
        return case[1] is not None and contract.admits(case[1].value)

    return st.one_of([of_type(kind) for kind in contract.types])


def triples(contract: Contract) -> SearchStrategy[tuple[Input, Input, Input]]:
    """Three inputs of one type."""
    return _several(contract, 3).map(lambda cases: (cases[0], cases[1], cases[2]))


def everyday(contract: Contract, kind: type = float) -> list[Input]:
    """A few fixed inputs that any converter meets on its first day, smallest first."""
    found = (Input.of(value, kind) for value in _NICE if contract.admits(value))
    return [each for each in found if each is not None]


def whole_numbers(contract: Contract) -> list[Input]:
    """The whole numbers from 0 up to some hundreds, as the first declared type that has them."""
    found = (Input.of(Fraction(number), contract.types[0]) for number in range(_FIRST))
    return [each for each in found if each is not None and contract.admits(each.value)]


def sweep(contract: Contract) -> list[Input]:
    """Everyday figures of every declared type: whole numbers, round ones, small ones, powers of ten."""
    whole = (*range(_FIRST), *range(-1, -60, -1), *range(300, 1000, 10), *range(1000, 10_000, 100))
    powers = [Fraction(10) ** power * digit for power in range(-6, 10) for digit in (1, -1, 3)]
    values = dict.fromkeys([*map(Fraction, whole), *powers, *_landmarks(contract)])
    admitted = sorted(
        (value for value in values if contract.admits(value)), key=lambda value: (abs(value), value < 0)
    )
    found = (Input.of(value, kind) for kind in contract.types for value in admitted)
    return [each for each in found if each is not None]


def _landmarks(contract: Contract) -> list[Fraction]:
    """Figures that code is likely to branch at, and those whose results are."""
    scale = contract.scale
    values = [*_LANDMARKS, *_NICE]
    if not scale.reciprocal:
        values += [
            _to_fifteen_digits(Fraction((result - scale.intercept) / scale.slope)) for result in _RESULTS
        ]
    return [value for value in values if contract.admits(value)]


def ties(contract: Contract, *, most: int = 24) -> list[Input]:
    """Inputs whose exact results lie half way between two figures of the declared rounding.

    Only such inputs and results as a float holds exactly, so that a result off the declared side is the
    converter's doing and not the float's.
    """
    kind = float if float in contract.types else contract.types[0]
    found = []
    for value in islice(_tie_values(contract), 4000):
        case = Input.of(value, kind)
        if case is not None and case.value == value and contract.admits(value):
            found.append(case)
            if len(found) == most:
                break
    return found


def _several(contract: Contract, count: int) -> SearchStrategy[list[Input]]:
    return st.one_of([st.tuples(*[_inputs(contract, kind)] * count).map(list) for kind in contract.types])


def _inputs(contract: Contract, kind: type) -> SearchStrategy[Input]:
    """Inputs of one type that the contract admits."""

    def figure(value: Fraction) -> Input | None:
        return Input.of(Fraction(round(value)) if kind is int else value, kind)

    def admitted(case: Input | None) -> TypeGuard[Input]:
        return case is not None and contract.admits(case.value)

    return _figures(contract).map(figure).filter(admitted)


def _figures(contract: Contract) -> SearchStrategy[Fraction]:
    least = contract.floor if contract.floor is not None else -_WIDEST
    most = contract.max_value if contract.max_value is not None else _WIDEST
    near = max(least, Fraction(-1000)), min(most, Fraction(1000))
    kinds = [decimals(*(near if near[0] <= near[1] else (least, most)))]
    if landmarks := _landmarks(contract):
        kinds.append(st.sampled_from(landmarks))
    if contract.floor is None and contract.max_value is None:
        kinds.append(_wide())
    else:
        kinds.append(decimals(least, most))
    if contract.rounding and not contract.scale.reciprocal:
        kinds.append(_near_ties(contract, least, most))
    return st.one_of(kinds)


def _wide() -> SearchStrategy[Fraction]:
    """Figures of up to five digits at any size from a millionth to a billion."""
    return st.tuples(st.integers(-99999, 99999), st.integers(-6, 9)).map(
        lambda drawn: Fraction(drawn[0]) * Fraction(10) ** drawn[1]
    )


def _near_ties(contract: Contract, least: Fraction, most: Fraction) -> SearchStrategy[Fraction]:
    """Inputs whose results lie just beside a half step: where double rounding and truncation show."""
    return (
        st.tuples(st.integers(-200, 200), st.integers(2, 5), st.sampled_from([-4, -1, 1, 4]))
        .map(lambda drawn: _beside_a_tie(contract, *drawn))
        .filter(lambda value: least <= value <= most)
    )


def _beside_a_tie(contract: Contract, index: int, depth: int, side: int) -> Fraction:
    """The input whose result lies `side` times 10**-depth steps from the half step that follows the index."""
    scale, rounding = contract.scale, contract.rounding
    step = rounding.step(Fraction(1))
    if rounding.figures is not None:
        lowest, step = 10 ** (rounding.figures - 1), Fraction(1)
        index = lowest + abs(index) % (9 * lowest)
    result = (index + Fraction(1, 2)) * step + side * step / 10**depth
    return _to_fifteen_digits(Fraction((result - scale.intercept) / scale.slope))


def beside_ties(contract: Contract) -> list[Input]:
    """A few inputs whose results lie just below and just above half steps, odd and even."""
    kind = float if float in contract.types else contract.types[-1]
    values = (
        _beside_a_tie(contract, index, depth, side)
        for index in (0, 1, 2, 7, 24, 113)
        for side, depth in ((-4, 2), (1, 2), (-1, 4), (-4, 6), (4, 6))
    )
    found = (Input.of(value, kind) for value in values if contract.admits(value))
    return [each for each in found if each is not None]


def _to_fifteen_digits(value: Fraction) -> Fraction:
    grain = Fraction(10) ** (14 - decade(value))
    return Fraction(round(value * grain)) / grain


def _tie_values(contract: Contract) -> Iterator[Fraction]:
    """Exact inverse images of half steps, smallest first."""
    scale, rounding = contract.scale, contract.rounding
    if scale.reciprocal or not rounding:
        return
    for tie in _half_steps(rounding, scale):
        yield (tie - scale.intercept) / scale.slope
        yield (-tie - scale.intercept) / scale.slope


def _half_steps(rounding: Rounding, scale: Scale) -> Iterator[Fraction]:
    half = Fraction(1, 2)
    if rounding.figures is not None:
        lowest = 10 ** (rounding.figures - 1)
        for exponent in (0, 1, -1, 2, 3, 4, 5, 6, 7):
            for index in range(lowest, min(10 * lowest, lowest + 900)):
                yield (index + half) * Fraction(10) ** exponent
        return
    half *= rounding.step(Fraction(1))
    # Without an intercept the input is tie/slope: a float only if the odd part of its denominator cancels.
    stride = 1 if scale.intercept else _odd_part((half / scale.slope).denominator)
    for odd in count(stride, 2 * stride):
        yield odd * half


def _odd_part(number: int) -> int:
    return number // (number & -number)
