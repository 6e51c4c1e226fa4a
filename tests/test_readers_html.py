"""HTML as a browser shows it, and every character at its place in the file."""

import re
import time
from html import escape, unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import DocumentError
from claimcheck.model import Span
from claimcheck.text import Document
from claimcheck.text.readers import read_bytes
from claimcheck.text.readers.assembly import INVISIBLE


def html(source: str) -> Document:
    return read_bytes(source.encode(), name="story.html")


def original(document: Document, words: str) -> str:
    start = document.text.index(words)
    return document.source_span(Span(start, start + len(words))).of(document.source or "")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>50 <b>km</b></p><p>on</p>", "50 km\n\non"),
        ("<html><head><title>5 km</title><style>p{top:5px}</style></head><body>x", "x"),
        ("a<script>if (a<b) '5 km'</script>b<!-- 5 km -->c", "abc"),
        ("<p title='5 km' data-x=\"3 miles\">x</p>", "x"),
        ("AT&T &amp; &eacute;&#233;&#xe9; &unknown; 5 &lt; 6", "AT&T & ééé &unknown; 5 < 6"),
        ("<p>a\n   b\t c</p>", "a b c"),
        ("<pre>a\n   b</pre>", "a\n   b"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<q>So,</q> he said", "“So,” he said"),
        ("10<sup>6</sup> km<sup>2</sup> 10<sup>-3</sup> 4<sup>th</sup>", "10⁶ km² 10⁻³ 4th"),
        ("50 km<sup class='reference'><a href='#1'>[1]</a></sup> off", "50 km off"),
        ("run <code>sleep 5</code> now", "run \ufffc now"),
        (
            "<p>a<p hidden>b<P STYLE='DISPLAY:NONE'>x<p>c<div style='display: none'><div>d</div></div>e",
            "a\n\nc\n\ne",
        ),
        ("<del>50</del><ins>60</ins> km", "60 km"),
        ("<table><tr><th>a (km)<th>b<tr><td>50<td>30</table>x", "a (km) | b\n50 | 30\n\nx"),
        (
            "<table><thead><tr><th>a<br>(km)</th></tr></thead><tbody><tr><td>50<td>5<br>7</tbody></table>x",
            "a (km)\n50 | 5\n7\n\nx",
        ),
        ("<table><tr><td><p>50</p><p>km</p></td><td>30</td></tr></table>", "50\n\nkm | 30"),
        ("<ul><li>a<li>b</ul>", "a\n\nb"),
        ("<![CDATA[ x ]]>y<?php echo 5 ?>z", "yz"),
        ("a<!-- never ended <p>b", "a"),
        ("a <b", "a <b"),
        ("5 < 6 and <3", "5 < 6 and <3"),
        ("\ufeff<p>Mark", "Mark"),
        ("", ""),
    ],
)
def test_what_is_read(source: str, text: str) -> None:
    assert html(source).text == text


def test_places_are_those_of_the_file() -> None:
    document = html("<p>😀 caf&eacute;\r\n<p title='>'>It is 50&nbsp;<b\nclass=x>km</b> away")
    assert str(document.position(document.text.index("50"))) == "2:20"
    assert original(document, "50\xa0km") == "50&nbsp;<b\nclass=x>km"
    assert original(document, "é") == "&eacute;"
    assert str(document.position(document.text.index("away"))) == "3:16"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_escaped_text_comes_back_and_every_character_knows_its_place(text: str) -> None:
    document = html(f"<p>{escape(text)}</p>")
    assert document.text == re.sub(r" +", " ", INVISIBLE.sub("", text)).lstrip(" ")
    for index, character in enumerate(document.text):
        written = document.source_span(Span(index, index + 1)).of(document.source or "")
        assert (unescape(written) == character) or (character == " " and written.strip(" ") == "")


def test_code_points_beyond_unicode_are_replaced_as_in_a_browser() -> None:
    assert html("&#xD800;&#x110000;&#0;").text == "\ufffd\ufffd\ufffd"


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>",
        "<!--",
        "<a",
        "&#",
        "&",
        "</a",
        '<a b="',
        "<a b='>",
        "<![CDATA[",
        "<?",
        "<!",
        "<",
        "<script>",
        "<sup>",
    ],
)
def test_hostile_markup_takes_no_longer_than_prose(hostile: str) -> None:
    start = time.process_time()
    html(hostile * (500_000 // len(hostile)) + ">")
    assert time.process_time() - start < 5  # quadratic behaviour takes minutes


def test_deep_nesting_is_read() -> None:
    deep = 100_000
    assert html("<div>" * deep + "50 km" + "</div>" * deep).text == "50 km"


def test_another_encoding_is_an_error_with_its_place() -> None:
    with pytest.raises(DocumentError, match=r"story\.html:2:3: not UTF-8"):
        read_bytes("<p>\n50£".encode("latin-1"), name="story.html")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<tr><td>a</td><td></td><td>c</td></tr>", "a |  | c"),
        ("<tr><td></td><td>b</td></tr>", " | b"),
        ("<tr><td>a</td><td></td></tr><tr><td>b</td></tr>", "a\nb"),
        ("<tr><td colspan=2>a</td><td>c</td></tr>", "a |  | c"),
        ("<tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr>", "a | b\n | c"),
        ("<tr><td>a</td><td rowspan=2>b</td></tr><tr><td>c</td><td>d</td></tr>", "a | b\nc |  | d"),
        ("<tr><td rowspan=2 colspan=2>a</td></tr><tr><td>c</td></tr><tr><td>d</td></tr>", "a\n |  | c\nd"),
        ("<tr><td colspan=99999999999>a</td><td colspan=x>b</td></tr>", "a | b"),
        ("<tr><td><p>a</p></td><td><p></p></td><td><p>c</p><p>d</p></td></tr>", "a |  | c\n\nd"),
    ],
)
def test_every_cell_keeps_its_column(source: str, expected: str) -> None:
    assert html(f"x<table>{source}</table>y").text == f"x\n\n{expected}\n\ny"
