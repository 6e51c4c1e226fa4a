"""A finding points at the words that are wrong, in the file as it is written."""

import pytest

from claimcheck.check import check
from claimcheck.model import Config
from claimcheck.text.readers import read_bytes

CASES = [
    ("a.txt", "\ufeffIt is 😀 é\r\n\r\nabout 50 km (3 miles) off", "3:7", "50 km (3 miles)"),
    ("a.txt", "One\rTwo\u2028three\x0c 50 km (3 miles) off", "2:12", "50 km (3 miles)"),
    (
        "a.txt",
        "\ufeffIt is 50 kilo\u00adme\u00adtres\u200b (3 miles) off",
        "1:7",
        "50 kilo\u00adme\u00adtres\u200b (3 miles)",
    ),
    ("a.md", "It is 50 kilo&shy;metres (3 mi\u00adles) off", "1:7", "50 kilo&shy;metres (3 mi\u00adles)"),
    (
        "a.html",
        "<p>It is 5&#8203;0 kilo&shy;me\u00adtres (3 miles)",
        "1:10",
        "5&#8203;0 kilo&shy;me\u00adtres (3 miles)",
    ),
    (
        "a.md",
        "---\na: 50 km (3 miles)\n---\n\n> 😀 is *50* km\n> (3 miles) off",
        "5:9",
        "50* km\n> (3 miles)",
    ),
    (
        "a.md",
        "Caf&eacute; [50&nbsp;km](http://x) (**3** miles) off",
        "1:14",
        "50&nbsp;km](http://x) (**3** miles)",
    ),
    ("a.md", "| km | miles |\n|---|---|\n| 50 km | 28 miles |", "3:3", "50 km | 28 miles"),
    ("a.md", "[The depot is [50 km (3 miles)]{.U101} off]{.content}.", "1:16", "50 km (3 miles)"),
    (
        "a.html",
        "<p>caf&eacute; 😀\r\n<i title='>'>50 <b>km</b></i> (3&#32;miles)",
        "2:14",
        "50 <b>km</b></i> (3&#32;miles)",
    ),
    (
        "a.html",
        "<!-- 50 km (3 miles) --><td>50&#xA0;km</td>\n<td>28 miles</td>",
        "1:29",
        "50&#xA0;km</td>\n<td>28 miles",
    ),
]


@pytest.mark.parametrize(("name", "source", "place", "words"), CASES)
def test_a_finding_points_at_the_file(name: str, source: str, place: str, words: str) -> None:
    document = read_bytes(source.encode(), name=name)
    (found,) = check(document, Config(select=("U101",))).diagnostics
    assert str(document.position(found.span.start)) == place
    assert document.source_span(found.span).of(document.source or document.text) == words


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a.md", "| km | 50 |\n|---|---|\n| 3 | miles |\n\n50\n\nkm"),
        ("a.html", "<td>50</td><td>km</td><tr><td>3</td><td>miles<p>50</p><p>km</p>"),
        ("a.txt", "50\n\nkm\r\n\r\n3\r\n\r\nmiles"),
    ],
)
def test_no_quantity_runs_from_one_block_into_another(name: str, source: str) -> None:
    document = read_bytes(source.encode(), name=name)
    assert all(each.unit is None or each.unit.name == "count" for each in check(document).quantities)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_wrapped_line_goes_on(newline: str) -> None:
    document = read_bytes(f"It is 50{newline}km (3{newline}miles) off".encode(), name="a.txt")
    assert [each.code for each in check(document, Config(select=("U101",))).diagnostics] == ["U101"]
