"""Markdown as its readers would read it, and every character at its place in the file."""

import sys
from string import punctuation

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import DocumentError
from claimcheck.model import Span
from claimcheck.text import Document
from claimcheck.text.readers import read_bytes
from claimcheck.text.readers.assembly import INVISIBLE


def md(source: str) -> Document:
    return read_bytes(source.encode(), name="story.md")


def original(document: Document, words: str) -> str:
    """What the file has where the text has these words."""
    start = document.text.index(words)
    return document.source_span(Span(start, start + len(words))).of(document.source or "")


def place(document: Document, words: str) -> str:
    return str(document.position(document.text.index(words)))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (
            "# Head\n\nBody *with* **stress** and [a link](http://x.y/50km).",
            "Head\n\nBody with stress and a link.",
        ),
        ("---\ntitle: 50 km (3 miles)\n---\nBody", "Body"),
        ("+++\ntitle = '50 km'\n+++\nBody", "Body"),
        ("Before\n\n```sh\nsleep 5 s\n```\n\nafter\n\n    indented 5 km\n", "Before\n\nafter"),
        ("wait `sleep 5` there", "wait \ufffc there"),
        ("50 <b>km</b> off", "50 km off"),
        ("AT&amp;T &eacute; &#x1F600;", "AT&T é 😀"),
        (r"5 \* 3 \[x\]", "5 * 3 [x]"),
        ("one\ntwo  \nthree\\\nfour", "one two\nthree\nfour"),
        ("> quoted\n> on\n>\n> more", "quoted on\n\nmore"),
        ("- one\n- two\n\n  more\n1. three", "one\n\ntwo\n\nmore\n\nthree"),
        ("- [x] done", "done"),
        ("| a (km) | b |\n|---|---|\n| 50 | 30 |\n\nafter", "a (km) | b\n50 | 30\n\nafter"),
        ("text[^1]\n\n[^1]: the note", "text\n\nthe note"),
        ("see ![a 5 km road](road.png) there", "see  there"),
        ("~~50~~ 60 km", " 60 km"),
        ("10<sup>6</sup> m, the 4<sup>th</sup>", "10⁶ m, the 4th"),
        ("<div>\n50 <b>km</b>&nbsp;on\n<!-- not read -->\n</div>\n\nnext", "50 km\xa0on \n\nnext"),
        ("<!--\n50 km (3 miles)\n-->\n\nnext", "next"),
        ("<p\nclass='x'>a\n<b>b</b>\n\nnext", "a b \n\nnext"),
        ("> <div>\n> a <!-- b\n> c --> d\n> </div>", "a d "),
        ("<script>\nlet x = 5 // km\n</script>\n\nnext", "next"),
        ("a<br>b", "a\nb"),
        ("run <code>sleep 5</code> for <del>50 *km*</del> 60 km", "run \ufffc for  60 km"),
        ("a <del>never\n\nended 10<sup>6\n\n6 km", "a \n\nended 10⁶\n\n6 km"),
        ("<https://example.org/50km> is", "https://example.org/50km is"),
        ("costs $5 million and $6 million", "costs $5 million and $6 million"),
        ("[a]: http://x.y\n\nSee [a].", "See a."),
        ("\ufeff# Mark", "Mark"),
        ("", ""),
    ],
)
def test_what_is_read(source: str, text: str) -> None:
    assert md(source).text == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('[50 km (3 miles)]{.U101 fix="50 km (31 miles)"} off', "50 km (3 miles) off"),
        ("[the base [50 km]{.quantity value=50} off]{.content}", "the base 50 km off"),
        ("> [he] said [50 km\n> off]{.content}", "[he] said 50 km off"),
        ("{.nothing}\n> quiet", "quiet"),
        ("[*50* km]{.quantity\nvalue=50} off", "50 km off"),
        (":::{note} Title\nThe 5 km road\n:::", "The 5 km road"),
        (r"\[50 km\]{.quantity} [x]{not attributes} [y]", "[50 km]{.quantity} [x]{not attributes} [y]"),
        ("&lt;[50 km]{.quantity}&gt;", "<50 km>"),
    ],
)
def test_the_notation_of_the_corpus_is_not_read(source: str, text: str) -> None:
    assert md(source).text.strip() == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1))
def test_escaped_text_comes_back_and_every_character_knows_its_place(text: str) -> None:
    escaped = "".join(f"\\{character}" if character in punctuation else character for character in text)
    document = md(f"x {escaped} x")
    assert document.text == f"x {INVISIBLE.sub('', text)} x"
    for index, character in enumerate(document.text):
        written = document.source_span(Span(index, index + 1)).of(document.source or "")
        assert written == character


def test_no_quantity_runs_from_cell_to_cell() -> None:
    document = md("| km | 50 |\n|---|---|\n| miles | 30 |")
    assert document.text == "km | 50\nmiles | 30"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_places_are_those_of_the_file(newline: str) -> None:
    source = newline.join(
        ("---", "a: b", "---", "", "# 😀 &eacute; *Head*", "", "x <i>50</i> km", "", "- é [y](z) w")
    )
    document = md(source)
    assert place(document, "Head") == "5:15"
    assert place(document, "50 km") == "7:6"
    assert original(document, "50 km") == "50</i> km"
    assert original(document, "é") == "&eacute;"
    assert place(document, "w") == "9:12"
    assert original(document, "y w") == "y](z) w"


def test_a_line_break_of_two_characters_is_one() -> None:
    document = md("50\r\nkm")
    assert document.text == "50 km"
    assert original(document, " ") == "\r\n"


def test_a_missing_pyromark_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyromark", None)
    with pytest.raises(DocumentError, match=r"story\.md.*claimcheck\[markdown\]"):
        md("text")


@pytest.mark.parametrize(
    "hostile", ["[", "[a]{", "[a]{.b}", "> ", "*_", "<!-- ", "|a", "{.a}\n\n", "&amp;", "\\["]
)
def test_a_megabyte_of_one_thing_is_read(hostile: str) -> None:
    document = md(
        hostile * (100_000 // len(hostile))
    )  # a tenth here; the time is linear, see tests/benchmarks
    assert len(document.text) <= 100_000
