"""Bracketed spans are taken apart: the text without them, and what they say of which words."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.text.spans import Attributes, attributes, marked

SOURCES = st.text(st.sampled_from('[]{}\\.#="ab \n'), max_size=80)


def said(source: str) -> list[tuple[str, tuple[str, ...]]]:
    read = marked(source)
    return [(mark.span.of(read.text), mark.attributes.classes) for mark in read.marks]


def test_a_span_is_its_words_and_what_is_said_of_them() -> None:
    read = marked('It is [50 km]{.quantity #far value=50 unit="kilometer / hour"} off.')
    assert read.text == "It is 50 km off."
    (mark,) = read.marks
    assert mark.span.of(read.text) == "50 km"
    assert mark.attributes == Attributes(("quantity",), "far", {"value": "50", "unit": "kilometer / hour"})
    assert mark.attributes.values["unit"] == "kilometer / hour"


def test_spans_nest_and_come_in_the_order_in_which_they_open() -> None:
    assert said("[a [b]{.in} [c]{.also}]{.out}") == [("a b c", ("out",)), ("b", ("in",)), ("c", ("also",))]


@pytest.mark.parametrize(
    "source",
    [
        "50 km [30 miles]",
        "[he] said",
        "[a](b)",
        "[a]{not attributes}",
        "[a]{}",
        "[a] {.b}",
        "]{.b}",
        "[a",
        "a]",
        "{.b}",
    ],
)
def test_brackets_without_attributes_are_brackets(source: str) -> None:
    assert marked(source).text == source
    assert marked(source).marks == ()


def test_a_backslash_makes_a_bracket_a_bracket() -> None:
    assert marked(r"\[a\]{.b} [c \] d]{.e}").text == "[a]{.b} c ] d"
    assert said(r"\[a\]{.b} [c \] d]{.e}") == [("c ] d", ("e",))]
    assert marked("a\\b \\é").text == "a\\b \\é", "before letters it is a backslash"


def test_brackets_within_a_span_stay() -> None:
    assert said("[50 km [30 miles]]{.c}") == [("50 km [30 miles]", ("c",))]


def test_attributes_may_run_over_a_line() -> None:
    assert said("[a]{.b\n.c}") == [("a", ("b", "c"))]


def test_a_line_of_attributes() -> None:
    assert attributes('  {.nothing of="a b"} ') == Attributes(("nothing",), None, {"of": "a b"})
    assert attributes("{.nothing} and more") is None
    assert attributes("prose") is None


@given(SOURCES)
def test_what_is_left_stood_in_the_source_character_for_character(source: str) -> None:
    read = marked(source)
    assert all(piece.verbatim for piece in read.pieces)
    for piece in read.pieces:
        there = source[piece.source_start : piece.source_start + piece.length]
        assert read.text[piece.start : piece.start + piece.length] == there
    assert sum(piece.length for piece in read.pieces) == len(read.text)


@given(SOURCES)
def test_marks_nest_or_stand_apart(source: str) -> None:
    read = marked(source)
    for one in read.marks:
        assert 0 <= one.span.start <= one.span.end <= len(read.text)
        for two in read.marks:
            assert one.span in two.span or two.span in one.span or not one.span.overlaps(two.span)


@given(st.lists(st.tuples(st.text("ab[] ", max_size=9), st.sampled_from(["x", "y"])), max_size=5))
def test_what_is_written_is_read(parts: list[tuple[str, str]]) -> None:
    escaped = [(text.replace("[", "\\[").replace("]", "\\]"), name) for text, name in parts]
    source = " - ".join(f"[{text}]{{.{name}}}" for text, name in escaped)
    assert said(source) == [(text, (name,)) for text, name in parts]


@pytest.mark.parametrize("seed", ["[", "]{", "]{.a ", "[a]{.b}", '[a]{k="', ']{k="]{" ', "\\["], ids=ascii)
def test_a_megabyte_of_brackets_takes_seconds_not_hours(seed: str) -> None:
    start = process_time()
    marked(seed * (1_000_000 // len(seed)))
    assert process_time() - start < 20
