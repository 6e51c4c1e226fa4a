"""The report for the terminal: what it says, and where its carets stand."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claimcheck
from claimcheck import Document
from claimcheck.model import Span
from claimcheck.report.arithmetic import both_ways
from claimcheck.report.cells import cells, width
from claimcheck.report.excerpt import excerpts
from claimcheck.run import Outcome

Write = Callable[..., str]
Told = Callable[..., Outcome]


def test_claims_come_in_reading_order_with_verdict_arithmetic_and_voice(
    outcome: Outcome, write: Write
) -> None:
    lines = [line.strip() for line in write("text", outcome).splitlines()]
    start = next(index for index, line in enumerate(lines) if line.startswith("3:16"))
    assert lines[start : start + 4] == [
        "3:16  conversion   about 50 km (30 miles)",
        "agrees as rounded, off by 3.4%",
        "50 km is 31.07 miles; 30 miles is 48.3 km",
        "approximate · the article’s own voice",
    ]


def test_multiple_shows_product_bound_and_the_source_of_its_reference(outcome: Outcome, write: Write) -> None:
    written = write("text", outcome)
    assert "10 × 340.29 m/s is about 12,250 km/h" in written
    assert "ISO 2533:1975" in written
    assert "upper bound · Ada Brandt, the surveyor “said”" in written


def test_reasons_are_shown_when_asked_for(outcome: Outcome, write: Write) -> None:
    reason = "30 miles can stand for 25 to 35"
    assert reason in write("text", outcome, explain=True)
    assert reason not in write("text", outcome)
    assert "found by “say” followed by a clause with “that”" in write("text", outcome, explain=True)


def test_summary_is_the_last_line(outcome: Outcome, unreadable: Outcome, write: Write) -> None:
    last = write("text", outcome, unreadable).splitlines()[-1]
    assert last == (
        "2 files; 1 attribution, 2 conversions, 1 multiple, 1 quantity; 1 error, 1 note; 1 could not be read"
    )


def carets(written: str) -> str:
    """The words that stand above the carets, counted in columns of the terminal."""
    lines = written.splitlines()
    index = next(index for index, line in enumerate(lines) if "^" in line)
    first, last = lines[index].index("^"), lines[index].rindex("^") + 1
    found, column = "", 0
    for character, columns in cells(lines[index - 1]):
        found += character if first <= column and column + columns <= last and column < last else ""
        column += columns
    return found


@pytest.mark.parametrize(
    "before",
    [
        "",
        "plain ",
        "\ttab ",
        "🚚 ",
        "👩‍👩‍👧‍👦 ",
        "👍🏽 ",
        "❤️ ",
        "se\u0301ance ",
        "漢字 ",
        "ﾊﾝ ",
        "a\u200bb ",
        "x" * 300 + " ",
    ],
)
def test_carets_stand_under_the_words(before: str, told: Told, write: Write) -> None:
    written = write("text", told(f"{before}[50 km] off"))
    assert carets(written) == "50 km"


def test_carets_span_wide_characters(told: Told, write: Write) -> None:
    lines = write("text", told("a [漢字] b")).splitlines()
    assert next(line for line in lines if "^" in line).count("^") == 4


def test_long_line_is_shown_in_part_and_within_the_width(told: Told, write: Write) -> None:
    words = "lorem ipsum " * 200
    written = write("text", told(f"{words}[50 km (3 miles)] {words}"), width=80)
    shown = next(line for line in written.splitlines() if "50 km" in line and "|" in line)
    assert width(shown) <= 80
    assert shown.count("…") == 2
    assert carets(written) == "50 km (3 miles)"


def test_finding_of_several_lines_shows_its_first_and_last(told: Told, write: Write) -> None:
    written = write("text", told("one [two\nthree\nfour\nfive] six"))
    assert "1 | one two" in written
    assert "4 | five six" in written
    assert "three" not in written.partition("-->")[2]


def test_hostile_text_cannot_steer_the_terminal(told: Told, write: Write) -> None:
    written = write("text", told("a\x1b[31m[50\x07 km\u202e] b", name="\x1b]0;x\x07.txt"))
    assert not [each for each in written if unicodedata.category(each) in {"Cc", "Cf"} and each != "\n"]


@given(st.text(), st.data())
def test_every_excerpt_fits(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    for excerpt in excerpts(Document(text), span, 40):
        if excerpt is not None:
            assert width(excerpt.shown) <= 40
            assert excerpt.carets >= 1
            assert excerpt.indent + excerpt.carets <= 41


def test_concise_is_one_line_a_finding(outcome: Outcome, write: Write) -> None:
    first, second, _ = write("concise", outcome).splitlines()
    assert first == "depot.txt:3:79: error[U101] 80 km is 49.7 miles, not 5: a digit has slipped"
    assert second.startswith("depot.txt:5:12: note[A101]")


def test_statistics_count_rules(outcome: Outcome, write: Write) -> None:
    written = write("statistics", outcome, outcome)
    assert [line.split()[:2] for line in written.splitlines()[:2]] == [["2", "A101"], ["2", "U101"]]


def test_a_reported_figure_is_nobody_s_word(write: Write) -> None:
    text = "It has a reported range of 1,500 to 2,000 km (930-1,240 miles)."
    written = write("text", Outcome("depot.txt", claimcheck.check(text)))
    assert "reported · nobody named\n" in written
    assert "own voice" not in written


def test_units_below_a_stroke_are_one_of_their_kind(write: Write) -> None:
    written = write(
        "text", Outcome("depot.txt", claimcheck.check("It pumps 2.5 million barrels a day for 40 days."))
    )
    assert "2.5 million bbl/day\n" in written


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        ("The tram runs at 45 mph (72 km).", "45 mph is not 72 km; 72 km/h would agree"),
        ("The calf weighed 98 kg (216 kg).", "98 kg is not 216 kg; 216 lb would agree"),
        ("It is kept at 20 ± 2 °C (68 ± 36 °F).", "± 2 °C is 3.6 °F; ± 36 °F is 20 °C"),
    ],
)
def test_what_no_arithmetic_can_say_is_said_in_words(draft: str, words: str) -> None:
    report = claimcheck.check(draft)
    [found] = report.assessments_of(report.conversions[0])
    assert both_ways(draft, found) == words
