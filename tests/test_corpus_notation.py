"""The notation of docs/corpus.md: what a file asks for, what is held against a report, what is refused."""

from pathlib import Path

import pytest

import claimcheck
from claimcheck.corpus import KINDS, Case, cases, cases_in, expected, misses, misses_of, shown
from claimcheck.corpus.__main__ import main
from claimcheck.corpus.draw import drawn
from claimcheck.errors import CorpusError


def case(block: str) -> Case:
    (only,) = cases_in(f"# File\n\n## A case\n\n{block}\n", "a.md")
    return only


def wrong(block: str, kind: str) -> list[str]:
    """What a report of the text has against the marks: kind of miss and words."""
    one = case(block)
    return [
        f"{miss.what}: {miss.span.of(one.text)}" for miss in misses(one, claimcheck.check(one.text), kind)
    ]


def test_a_heading_is_the_id_and_a_blockquote_the_text() -> None:
    source = (
        "# File\n\n## A Case: one\n\nProse.\n\n> [5 km]{.quantity}\n> off.\n>\n> More.\n\n> [6 m]{.quantity}"
    )
    one, two = cases_in(source, "a.md")
    assert (one.id, one.text) == ("a.md::a-case-one", "5 km off.\n\nMore.")
    assert (two.id, two.text) == ("a.md::a-case-one-2", "6 m")


def test_every_character_knows_its_place_in_the_file() -> None:
    source = "## A\n\n> It is [5 km]{.quantity}\n> [off]{.modifier}.\n"
    (one,) = cases_in(source, "a.md")
    for mark in one.marks:
        span = one.document.source_span(mark.span)
        assert span.of(source) == mark.span.of(one.text)
    assert one.where(one.marks[1].span) == "a.md:4:4"


def test_a_line_break_is_a_blank_unless_a_backslash_keeps_it() -> None:
    assert case("{.nothing}\n> one\n> two\\\n> three").text == "one two\nthree"


def test_code_and_lists_without_attributes_are_prose() -> None:
    assert list(cases_in("## A\n\n```\n> [x]{.nonsense}\n```\n\n- a list\n", "a.md")) == []


def test_items_of_a_list_share_a_meaning() -> None:
    source = "## Far\n\n{.quantity value=50 unit=kilometer}\n- 50 km\n- some [50\n  km]{.same} off\n- 51 km\n"
    good, marked, bad = cases_in(source, "a.md")
    assert [each.text for each in (good, marked, bad)] == ["50 km", "some 50 km off", "51 km"]
    assert good.id == "a.md::far[50-km]"
    for each in (good, marked):
        assert misses(each, claimcheck.check(each.text), "quantity") == ()
    (miss,) = misses(bad, claimcheck.check(bad.text), "quantity")
    assert "value is 51, not 50" in miss.message


def test_attributes_above_a_heading_hold_for_all_below_it() -> None:
    source = "{.complete}\n## A\n> [5 m]{.quantity}\n\n### B\n> [6 m]{.quantity}\n\n## C\n> [7 m]{.quantity}"
    one, two, three = cases_in(source, "a.md")
    assert len(one.complete) == len(two.complete) == 5
    assert three.complete == {"quantity"}


def test_all_that_is_marked_is_found_and_nothing_else() -> None:
    assert wrong("> [5 km]{.quantity value=5} or [6 km]{.quantity value=6}", "quantity") == []
    assert wrong("> [5 km]{.quantity value=5} or 6 km", "quantity") == ["surplus: 6 km"]
    assert wrong("> [5 km]{.quantity value=5} or [far]{.quantity}", "quantity") == ["missing: far"]
    assert wrong("> [5 km]{.quantity value=5 unit=mile}", "quantity") == ["wrong: 5 km"]
    assert wrong("{.partial}\n> [5 km]{.quantity value=5} or 6 km", "quantity") == []
    assert wrong("{.nothing}\n> It is 6 km.", "quantity") == ["surplus: 6 km"]
    assert wrong("{.nothing of=conversion}\n> It is 6 km.", "conversion") == []


def test_a_kind_that_is_not_marked_is_not_looked_at() -> None:
    one = case("> Ana Ruiz said it was [5 km]{.quantity}.")
    assert one.kinds == ("quantity",)


def test_what_may_be_seen_either_way_is_right_either_way() -> None:
    assert wrong("> [5 km]{.quantity .maybe} or [far]{.quantity .maybe}", "quantity") == []
    assert wrong("> [5 km off]{.quantity .maybe}", "quantity") == [], "or with other edges"


def test_a_span_may_hold_nothing() -> None:
    text = "> Call [7 kg or 5 km]{.nothing of=quantity} or walk 6 km."
    assert wrong(text, "quantity") == ["surplus: 7 kg", "surplus: 5 km"]
    assert wrong("> Call [me]{.nothing} or walk 6 km.", "quantity") == []
    saying = "> [Ana [said]{.nothing of=attribution} it holds]{.nothing of=quantity}."
    assert wrong(saying, "attribution") == ["surplus: Ana said it holds"]


def test_facts_are_compared_by_what_they_mean() -> None:
    text = "> [More than]{.modifier} [2.5 km/h]{.quantity value=5/2 unit=kilometer/hour bound="
    assert wrong(text + '"more than"}', "quantity") == []
    assert wrong(text + "none}", "quantity") == ["wrong: 2.5 km/h"]


def test_a_finding_is_marked_by_its_code() -> None:
    text = "> It is [50 km (3 miles)]{.U101 fix="
    assert wrong(text + '"50 km (30 miles)" severity=error message="50 km"}', "diagnostic") == []
    assert wrong(text + '"50 km (31 miles)"}', "diagnostic") == ["wrong: 50 km (3 miles)"]
    assert wrong("{.nothing of=U101}\n> It is 50 km (3 miles).", "diagnostic") == ["surplus: 50 km (3 miles)"]
    assert wrong("{.nothing of=U999}\n> It is 50 km (3 miles).", "diagnostic") == []


def test_figures_of_a_conversion_belong_to_it_unless_they_are_marked() -> None:
    assert wrong("> It is [50 km (30 miles)]{.conversion} and [2 kg]{.quantity}", "quantity") == []
    assert wrong("> It is [[50 km]{.quantity value=51} (30 miles)]{.conversion}", "quantity") == [
        "wrong: 50 km"
    ]


def test_parts_of_a_paragraph_are_one_attribution() -> None:
    (one,) = expected(
        case("> [Ana Ruiz]{.source} [said]{.cue speaker=Ana} [it holds]{.content}."), "attribution"
    )
    assert [[span.of("Ana Ruiz said it holds.") for span in part] for part in one.place or ()] == [  # type: ignore[union-attr]
        ["Ana Ruiz"],
        ["said"],
        ["it holds"],
    ]
    assert one.values == {"speaker": "Ana"}


def test_labels_say_which_parts_belong_together() -> None:
    one = case(
        '> [A]{.source of="a b"} [said]{.cue of=a} [c]{.content of=a}, [adding]{.cue of=b} [d]{.content of=b}'
    )
    first, second = expected(one, "attribution")
    assert first.label(one.text) == ".attribution A | said | c"
    assert second.label(one.text) == ".attribution A | adding | d"


def test_an_expected_failure_needs_a_reason_and_fails() -> None:
    one = case('> [5 km]{.quantity value=6 .xfail reason="six"} and [7 km]{.quantity value=7}')
    report = claimcheck.check(one.text)
    assert misses(one, report, "quantity") == ()
    (mark,) = [each for each in expected(one, "quantity") if each.xfail]
    assert misses_of(mark, one, report)
    whole = case('{.xfail of=quantity reason="all"}\n> [5 km]{.quantity value=6}')
    assert (whole.xfail("quantity"), whole.xfail("conversion")) == ("all", None)


def test_a_failure_shows_the_line_with_carets() -> None:
    one = case("> It is [5 km]{.quantity value=6} off.")
    told = shown(one, misses(one, claimcheck.check(one.text), "quantity"))
    assert told.splitlines() == [
        "a.md:5:10: wrong: .quantity “5 km”: value is 5, not 6",
        "     It is 5 km off.",
        "           ^^^^",
    ]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("> nothing is marked", "a.md:1:3: nothing is marked; say {.nothing} above"),
        ("> [a]{.quantty}", "a.md:1:4: no class .quantty; did you mean .quantity?"),
        ("> [a]{.quantity vlaue=5}", "a.md:1:4: no key vlaue= here; did you mean value?"),
        ("> [a]{.cue value=5}", "a.md:1:4: no key value= here"),
        ("> [5]{.quantity value=five}", "a.md:1:4: value='five': 'five' is no number"),
        ("> [5]{.quantity value=1/0}", "a.md:1:4: value='1/0'"),
        ("> [a]{.conversion stated=kilometer}", "a.md:1:4: stated='kilometer': write"),
        ("> [a]{quantity}", "a.md:1:5: braces after a bracket that are no attributes"),
        ("> [a]{.quantity .xfail}", 'a.md:1:4: .xfail needs a reason="…"'),
        ("{.xfail}\n> [a]{.quantity}", 'a.md:1: .xfail needs a reason="…"'),
        ("{.nothin}\n> a", "a.md:1: no class .nothin above a block; did you mean .nothing?"),
        ("{.nothing of=quantities}\n> a", "a.md:1: no kind 'quantities'; did you mean quantity?"),
        ("{.nothing}\nprose", "a.md:2: attributes hold for a blockquote, a list or a heading"),
        ("{.nothing}", "a.md:1: attributes above nothing"),
        ("{.nothing of=}\n> a", "a.md:1: this is no line of attributes"),
        ("> [a]{.source}", "a.md:1:4: a source alone is no attribution"),
        ("> [a]{.cue} [b]{.cue}", "a.md:1:4: two cues in one paragraph; say with of=…"),
        ("> [a]{.cue act=x} [b]{.content act=y}", "a.md:1:4: act= is said twice and differently"),
    ],
)
def test_what_is_no_notation_is_refused_with_its_place(source: str, message: str) -> None:
    def read() -> list[object]:
        return [expected(one, kind) for one in cases_in(source, "a.md") for kind in one.kinds]

    with pytest.raises(CorpusError) as raised:
        read()
    assert str(raised.value).startswith(message)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="nowhere"):
        list(cases(tmp_path / "nowhere.md"))
    (tmp_path / "bad.md").write_bytes(b"\xff")
    with pytest.raises(claimcheck.ClaimcheckError, match="not UTF-8"):
        list(cases(tmp_path / "bad.md", tmp_path))


DRAFT = "Ana Ruiz said [sic] that it is 50 km (3 miles) off.\nOver.\n\nIt weighs about 5 kg, she added."


def test_what_is_drawn_is_read_back_and_holds() -> None:
    report = claimcheck.check(DRAFT)
    (one,) = cases_in(f"{{.complete}}\n{drawn(report)}", "a.md")
    assert one.text == DRAFT
    assert not [miss for kind in KINDS for miss in misses(one, report, kind)]
    assert ".conversion verdict=disagrees" in drawn(report)


def test_articles_are_drawn_and_read_back() -> None:
    articles = Path(__file__).resolve().parents[1] / "corpus" / "articles"
    for path in articles.glob("*.md"):
        for article in cases(path):
            report = claimcheck.check(article.text)
            (one,) = cases_in(drawn(report).partition("\nCrosses")[0], "a.md")
            assert one.text == article.text


def test_drawing_from_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "draft.txt").write_text("It is 5 kg.", encoding="utf-8")
    assert main(["draw", str(tmp_path / "draft.txt")]) == 0
    assert capsys.readouterr().out == "> It is [5 kg]{.quantity value=5 unit=kilogram}.\n\n"
    assert main(["draw", str(tmp_path / "nowhere.txt")]) == 2
    assert main([]) == 2
