"""A document maps its text to the file it came from, whatever was left out or put in between."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claimcheck
from claimcheck import Document, Span
from claimcheck.errors import DocumentError
from claimcheck.text import Piece, Position
from claimcheck.text.readers.plain import LONGEST_LINE, read_source


@st.composite
def documents(draw: st.DrawFn) -> tuple[Document, list[int]]:
    """A document of pieces with gaps between them, and where each character of its text stands."""
    source, text = "", ""
    pieces: list[Piece] = []
    origins: list[int] = []
    for _ in range(draw(st.integers(1, 5))):
        source += draw(st.text("<>/\n", max_size=3))
        words = draw(st.text("abc \n", min_size=1, max_size=4))
        pieces.append(Piece(len(text), len(source), len(words), len(words)))
        origins += range(len(source), len(source) + len(words))
        source, text = source + words, text + words
    return Document(text, source=source, pieces=tuple(pieces)), origins


@given(documents(), st.data())
def test_every_character_is_found_in_the_source(
    drawn: tuple[Document, list[int]], data: st.DataObject
) -> None:
    document, origins = drawn
    index = data.draw(st.integers(0, len(document.text) - 1))
    span = document.source_span(Span(index, index + 1))
    assert span == Span(origins[index], origins[index] + 1)
    assert document.source is not None
    assert span.of(document.source) == document.text[index]
    assert document.position(index) == document.lines.position(origins[index])


@given(documents(), st.data())
def test_a_stretch_runs_from_its_first_character_to_its_last(
    drawn: tuple[Document, list[int]], data: st.DataObject
) -> None:
    document, origins = drawn
    start = data.draw(st.integers(0, len(document.text) - 1))
    end = data.draw(st.integers(start + 1, len(document.text)))
    assert document.source_span(Span(start, end)) == Span(origins[start], origins[end - 1] + 1)


@given(documents(), st.data())
def test_an_empty_stretch_stays_empty(drawn: tuple[Document, list[int]], data: st.DataObject) -> None:
    document, _ = drawn
    offset = data.draw(st.integers(0, len(document.text)))
    assert len(document.source_span(Span(offset, offset))) == 0


def test_plain_text_is_its_own_source() -> None:
    document = Document("a\n50 km")
    assert document.source_span(Span(2, 7)) == Span(2, 7)
    assert document.position(2) == Position(2, 1)


def test_an_entity_stands_for_its_character_as_a_whole() -> None:
    document = Document(
        "caf\u00e9 5",
        source="caf&eacute; 5",
        pieces=(Piece(0, 0, 3, 3), Piece(3, 3, 1, 8), Piece(4, 11, 2, 2)),
    )
    assert document.source_span(Span(3, 4)) == Span(3, 11)
    assert document.source_span(Span(0, 4)) == Span(0, 11)
    assert document.source_span(Span(5, 6)) == Span(12, 13)


def test_what_no_piece_covers_stands_where_the_next_begins() -> None:
    document = Document("a\nb", source="<a><b>", pieces=(Piece(0, 1, 1, 1), Piece(2, 4, 1, 1)))
    assert document.source_span(Span(1, 2)).start == 4
    assert document.source_span(Span(0, 3)) == Span(1, 5)


def test_a_document_without_pieces_is_one_place() -> None:
    assert Document("", source="<p></p>").source_span(Span(0, 0)) == Span(0, 0)


def test_places_name_parts_of_a_file_without_lines() -> None:
    document = Document("ab", places=((0, "paragraph 1"), (1, "paragraph 2")))
    assert [document.place(0), document.place(1)] == ["paragraph 1", "paragraph 2"]
    assert Document("ab").place(0) is None
    assert Document("ab", places=((1, "footnote 1"),)).place(0) is None


def test_a_byte_order_mark_is_not_text_and_still_counts_in_the_file() -> None:
    document = read_source("\ufeff50 km".encode(), "bom.txt", None)
    assert document.text == "50 km"
    assert document.source_span(Span(0, 2)) == Span(1, 3)


def test_a_byte_order_mark_has_no_column_but_for_those_who_count_bytes() -> None:
    lines = read_source("\ufeffé 50 km\n50 km".encode(), "bom.txt", None).lines
    assert [str(lines.position(offset)) for offset in (0, 1, 3, 9)] == ["1:1", "1:1", "1:3", "2:1"]
    assert lines.line(1) == "é 50 km"
    assert lines.offset(lines.position(3)) == 3
    assert [lines.utf16_column(offset) for offset in (1, 3, 9)] == [1, 3, 1]
    assert [lines.utf8_column(offset) for offset in (1, 3, 9)] == [4, 7, 1]


def test_a_file_is_read_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(b"It lies 50 km off.\r\n")
    document = claimcheck.read(path)
    assert (document.text, document.name, document.path) == ("It lies 50 km off.\r\n", str(path), path)
    assert claimcheck.read(str(path)) == document


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b"caf\xe9 at noon",
            r"x.txt:1:4: not UTF-8 \(byte 0xe9 at offset 3\); it may be Windows-1252; save it as UTF-8",
        ),
        ("ab\ncdé€".encode() + b"\xff", r"x.txt:2:5: not UTF-8 \(byte 0xff at offset 10\)"),
        ("50 km".encode("utf-16"), "it looks like UTF-16"),
        ("50 km".encode("utf-32"), "it looks like UTF-32"),
        (b"ab\ncd\0ef", r"x.txt:2:3: a NUL character"),
        (b"\xed\xa0\x80", r"x.txt:1:1: not UTF-8"),
        (b"a\n" + b"x" * (LONGEST_LINE + 1), r"x.txt:2:1: a line of more than 16,777,216 characters"),
    ],
    ids=["latin-1", "multi-byte before", "utf-16", "utf-32", "nul", "surrogate", "long line"],
)
def test_what_is_no_text_is_refused_with_the_place(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        read_source(data, "x.txt", None)


def test_a_long_line_is_no_longer_for_its_line_break() -> None:
    assert read_source(b"x" * LONGEST_LINE + b"\n", "x.txt", None).text
