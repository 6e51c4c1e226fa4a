"""Laws of conversion over every pair of units of one kind in the lexicon: a groupoid, and exact."""

from collections import defaultdict
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.lexicon import english
from claimcheck.units import Scale, convert, scale

BY_KIND: dict[str, list[str]] = defaultdict(list)
for row in english().units.values():
    BY_KIND[row.kind].append(row.name)
KINDS = sorted(BY_KIND)


@st.composite
def alike(draw: st.DrawFn, count: int, *, affine: bool = True) -> tuple[str, ...]:
    kinds = [kind for kind in KINDS if affine or kind != "temperature"]
    names = BY_KIND[draw(st.sampled_from(kinds))]
    return tuple(draw(st.sampled_from(names)) for _ in range(count))


values = st.fractions(max_denominator=10**6)
not_zero = values.filter(bool)


@given(not_zero, alike(3), st.booleans())
def test_conversion_is_a_groupoid(value: Fraction, units: tuple[str, ...], difference: bool) -> None:  # noqa: FBT001
    one, two, three = units
    there = convert(value, one, two, difference=difference)
    assert convert(value, one, one) == value
    if there:
        assert convert(there, two, one, difference=difference) == value
        assert convert(there, two, three, difference=difference) == convert(
            value, one, three, difference=difference
        )


@given(values, values, alike(2, affine=False))
def test_conversion_is_additive_where_there_is_no_zero_point(
    one: Fraction, other: Fraction, units: tuple[str, ...]
) -> None:
    step = scale(*units)
    if not step.reciprocal:
        assert step(one) + step(other) == step(one + other)


@given(values, values, alike(2))
def test_conversion_keeps_the_order_and_turns_it_only_if_reciprocal(
    one: Fraction, other: Fraction, units: tuple[str, ...]
) -> None:
    step = scale(*units)
    if not step.reciprocal:
        assert (step(one) < step(other)) == (one < other)
    elif one > 0 and other > 0:
        assert (step(one) > step(other)) == (one < other)


@given(values, alike(2))
def test_a_difference_is_the_difference_of_two_readings(value: Fraction, units: tuple[str, ...]) -> None:
    reading, rise = scale(*units), scale(*units, difference=True)
    if not reading.reciprocal:
        assert rise(value) == reading(value) - reading(Fraction(0))


@pytest.mark.parametrize("kind", KINDS)
def test_every_pair_of_a_kind_converts_there_and_back(kind: str) -> None:
    names = BY_KIND[kind][:120]
    for one, two in product(names, names[:12]):
        there, back = scale(one, two), scale(two, one)
        assert isinstance(there.slope, Fraction)
        assert there.slope > 0
        assert there.reciprocal == back.reciprocal
        expected = Scale(1 / there.slope, -there.intercept / there.slope)
        assert back == (Scale(there.slope, reciprocal=True) if there.reciprocal else expected)
