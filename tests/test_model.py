"""The value types hold facts and keep their invariants."""

import pickle
from fractions import Fraction

import pytest
from attrs.exceptions import FrozenInstanceError

from claimcheck import (
    Attribution,
    Config,
    Conversion,
    Diagnostic,
    Figure,
    Fix,
    Multiple,
    Quantity,
    Reference,
    Severity,
    Span,
    Unit,
)
from claimcheck.model import Bound, Edit, Modifier, Relation

KM, MILE = Unit("kilometer", "length", "metric"), Unit("mile", "length", "US/imperial")
STATED = Quantity(Span(0, 5), "single", (Figure(Span(0, 2), Fraction(50), zeros=1),), KM, "km")
RESTATED = Quantity(Span(7, 15), "single", (Figure(Span(7, 9), Fraction(30), zeros=1),), MILE, "miles")
SOUND = Reference(
    "speed of sound", Fraction(34029, 100), "meter / second", "speed", "at sea level", "ISO 2533:1975"
)
VALUES = [
    Span(0, 5),
    STATED,
    Conversion(Span(0, 16), STATED, (RESTATED,), Relation.BRACKET),
    Multiple(Span(0, 27), Figure(Span(0, 2), Fraction(10)), SOUND),
    Attribution((Span(0, 2),), (Span(3, 7),), (Span(8, 20),), flags=frozenset({"negated"})),
    Diagnostic("U101", "conversion-mismatch", Severity.ERROR, "no", Span(0, 2), data={"cause": "x"}),
    Fix("write 31", (Edit(Span(0, 2), "31"),), certain=True),
    Config(),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_values_cross_processes_unchanged(value: object) -> None:
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 # our own bytes


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_equal_values_have_equal_hashes(value: object) -> None:
    assert hash(value) == hash(pickle.loads(pickle.dumps(value)))  # noqa: S301 # our own bytes


def test_values_do_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        STATED.shape = "range"  # type: ignore[misc]


def test_a_span_is_a_slice() -> None:
    span = Span(4, 6)
    assert span.of("50 km away") == "m "
    assert len(span) == 2
    assert Span(4, 4), "an empty span is a place, not nothing"


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 2)])
def test_a_span_has_no_end_before_its_start_and_no_start_before_the_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="start"):
        Span(start, end)


def test_spans_contain_overlap_join_and_move() -> None:
    assert Span(2, 4) in Span(1, 5)
    assert Span(2, 6) not in Span(1, 5)
    assert Span(1, 3).overlaps(Span(2, 9))
    assert not Span(1, 3).overlaps(Span(3, 9)), "touching is not overlapping"
    assert Span(5, 7).to(Span(1, 2)) == Span(1, 7)
    assert Span(1, 2).shifted(10) == Span(11, 12)


def test_spans_sort_in_reading_order() -> None:
    assert sorted([Span(4, 5), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(4, 5)]


def test_a_figure_vouches_for_its_last_place_unless_told_otherwise() -> None:
    assert Figure(Span(0, 4), Fraction("3.20"), place=-2).step == Fraction(1, 100)
    assert Figure(Span(0, 2), Fraction(7, 2), step=Fraction(1, 2)).step == Fraction(1, 2)


def test_a_quantity_knows_its_ends_kind_and_modifiers() -> None:
    both = (Figure(Span(0, 1), Fraction(9)), Figure(Span(2, 3), Fraction(2)))
    about = Modifier(Span(0, 5), Bound.APPROXIMATE)
    between = Quantity(Span(0, 3), "range", both, None, modifiers=(about,))
    assert (between.least, between.most) == (Fraction(2), Fraction(9))
    assert between.kind == "number"
    assert between.has(Bound.EXACT, Bound.APPROXIMATE)
    assert not between.has(Bound.AT_MOST)
    assert STATED.kind == "length"


def test_a_multiple_is_the_product_exactly() -> None:
    assert Multiple(Span(0, 2), Figure(Span(0, 2), Fraction(10)), SOUND).value == Fraction(34029, 10)


def test_an_attribution_covers_what_lies_within_one_part_of_its_content() -> None:
    split = Attribution((Span(10, 13),), (Span(14, 18),), (Span(0, 8), Span(20, 30)))
    assert split.span == Span(0, 30)
    assert split.covers(Span(2, 5))
    assert not split.covers(Span(5, 22)), "the tag between the parts is not part of the content"
