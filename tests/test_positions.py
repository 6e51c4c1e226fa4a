"""Lines and columns, in code points, UTF-8 bytes and UTF-16 units."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.text import LineIndex, Position

TEXTS = st.text(st.one_of(st.sampled_from("a\r\n é€😀\u2028\x0c"), st.characters()), max_size=60)


@given(TEXTS, st.data())
def test_a_position_leads_back_to_its_offset(text: str, data: st.DataObject) -> None:
    lines = LineIndex(text)
    offset = data.draw(st.integers(0, len(text)))
    assert lines.offset(lines.position(offset)) == offset


@given(TEXTS)
def test_lines_are_those_of_an_editor(text: str) -> None:
    expected = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    lines = LineIndex(text)
    assert [lines.line(number) for number in range(1, len(lines) + 1)] == expected


@given(TEXTS, st.data())
def test_columns_count_what_their_name_says(text: str, data: st.DataObject) -> None:
    lines = LineIndex(text)
    offset = data.draw(st.integers(0, len(text)))
    before = text[lines.line_start(lines.position(offset).line) : offset]
    assert lines.position(offset).column == len(before) + 1
    assert lines.utf8_column(offset) == len(before.encode("utf-8", "surrogatepass")) + 1
    assert lines.utf16_column(offset) == len(before.encode("utf-16-le", "surrogatepass")) // 2 + 1


@pytest.mark.parametrize("offset", [0, 1, 1023, 1024, 1025, 2048, 5000, 9000])
def test_columns_are_right_across_the_blocks_that_they_are_summed_up_by(offset: int) -> None:
    text = "aé€😀" * 2250
    lines = LineIndex(text)
    assert lines.utf8_column(offset) == len(text[:offset].encode()) + 1
    assert lines.utf16_column(offset) == len(text[:offset].encode("utf-16-le")) // 2 + 1


def test_columns_of_one_long_line_take_linear_time() -> None:
    """Ten thousand findings in a line of a million characters: encoding the line for each takes 8 s."""
    lines = LineIndex("aé€😀 " * 200_000)
    start = process_time()
    for offset in range(0, 1_000_000, 100):
        lines.utf8_column(offset)
        lines.utf16_column(offset)
    assert process_time() - start < 2


@given(TEXTS)
def test_positions_grow_with_offsets(text: str) -> None:
    lines = LineIndex(text)
    positions = [lines.position(offset) for offset in range(len(text) + 1)]
    assert positions == sorted(positions)


@pytest.mark.parametrize(
    ("text", "offset", "line", "column", "utf8", "utf16"),
    [
        ("", 0, 1, 1, 1, 1),
        ("ab", 2, 1, 3, 3, 3),
        ("a\nb", 2, 2, 1, 1, 1),
        ("a\r\nb", 3, 2, 1, 1, 1),
        ("a\rb", 2, 2, 1, 1, 1),
        ("é€x", 2, 1, 3, 6, 3),
        ("😀x", 1, 1, 2, 5, 3),
        ("a\u2028b", 2, 1, 3, 5, 3),
        ("a\x0cb", 2, 1, 3, 3, 3),
        ("\ud800x", 1, 1, 2, 4, 2),
    ],
)
def test_known_places(text: str, offset: int, line: int, column: int, utf8: int, utf16: int) -> None:  # noqa: PLR0917, PLR0913 # a table
    lines = LineIndex(text)
    assert lines.position(offset) == Position(line, column)
    assert (lines.utf8_column(offset), lines.utf16_column(offset)) == (utf8, utf16)


def test_a_position_reads_as_editors_print_it() -> None:
    assert str(Position(3, 14)) == "3:14"
