"""The page for editors, as far as it can be tested without a browser; the rest is in test_html_browser.py."""

import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claimcheck
from claimcheck.model import Span
from claimcheck.report.intervals import pairs
from claimcheck.report.marked import Card, Layer, Mark, marked
from claimcheck.report.numberline import picture
from claimcheck.run import Outcome

Write = Callable[..., str]
VOID = {"meta", "rect", "line", "circle"}
HOSTILE = (
    "</div></section><script>alert(1)</script><img src=x onerror=alert(1)> \"' &lt;b&gt; <!-- "
    "javascript:alert(1) {{7*7}} \x00\x1b\u202e"
)


class Checker(HTMLParser):
    """Checks that every element is closed where it should be, and collects what the page holds."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.text: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not (tag == "a" and "a" in self.open), "a link in a link"
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in set(self.open):
            self.text[tag] = self.text.get(tag, "") + data

    def of(self, name: str) -> list[str]:
        return [value for _, found, value in self.attributes if found == name]


def checked(page: str) -> Checker:
    checker = Checker()
    checker.feed(page)
    checker.close()
    assert not checker.open
    return checker


def test_page_is_well_formed_and_its_links_lead_somewhere(
    outcome: Outcome, unreadable: Outcome, write: Write
) -> None:
    page = checked(write("html", outcome, unreadable))
    identifiers = page.of("id")
    assert len(set(identifiers)) == len(identifiers)
    assert {link.removeprefix("#") for link in page.of("href")} <= set(identifiers)
    assert set(page.of("aria-describedby")) <= set(identifiers)


def test_page_loads_nothing_and_allows_only_its_own_script_and_style(outcome: Outcome, write: Write) -> None:
    written = write("html", outcome)
    page = checked(written)
    assert not page.of("src")
    assert not re.search(r"https?://|@import|url\(", written)
    policy = next(value for value in page.of("content") if value.startswith("default-src"))
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", written, re.DOTALL)
        assert f"{tag}-src 'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'" in policy
    assert not page.of("style")
    assert not [name for _, name, _ in page.attributes if name.startswith("on")]


def test_hostile_draft_stays_text(told: Callable[..., Outcome], write: Write) -> None:
    page = checked(write("html", told(f"{HOSTILE}[{HOSTILE}]{HOSTILE}", name=HOSTILE)))
    assert "img" not in {tag for tag, _, _ in page.attributes}
    assert page.text["section"].count("<script>alert(1)</script>") >= 3


def test_card_tells_verdict_arithmetic_suggestion_and_voice(outcome: Outcome, write: Write) -> None:
    page = checked(write("html", outcome))
    for words in (
        "✓ agrees as rounded, off by 3.4%",
        "50 km is 31.07 miles; 30 miles is 48.3 km",
        "✗ disagrees, off by 90%",
        "Suggested: 80 km (50 miles)",
        "U101 conversion-mismatch",
        "Ada Brandt, the surveyor “said”",
        "ISO 2533:1975",
    ):
        assert words in page.text["li"]


def test_cards_carry_what_the_filters_need(outcome: Outcome, write: Write) -> None:
    page = checked(write("html", outcome))
    assert set(page.of("data-kind")) == {"conversion", "attribution", "multiple", "count"}
    assert set(page.of("data-verdict")) == {"agrees", "disagrees"}
    assert set(page.of("data-speaker")) == {"Ada Brandt", "the article’s own voice"}


@given(st.data())
def test_text_comes_out_as_it_went_in_however_claims_cross(data: st.DataObject) -> None:
    text = data.draw(st.text('ab <&\n"é🚚', max_size=30))
    place = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(place, place).map(sorted), max_size=8))
    layers = [
        Layer(Span(*span), Card(f"c{number}", number), "said", link=data.draw(st.booleans()))
        for number, span in enumerate(spans)
    ]
    cuts = sorted(data.draw(st.sets(place, max_size=6)))
    marks = [
        Mark(Span(start, end), Card(f"m{start}", start), "agrees")
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    page = checked(f"<main>{''.join(marked(text, marks, layers))}</main>")
    assert page.text.get("main", "") == text
    assert [each for each in page.of("id") if each.startswith("at-m")] == [
        f"at-{mark.card.name}" for mark in marks
    ]


@pytest.mark.parametrize("index", [0, 1])
def test_number_line_shows_both_intervals_inside_the_picture(index: int, outcome: Outcome) -> None:
    report = outcome.report
    assert report is not None
    (assessment,) = report.assessments_of(report.conversions[index])
    (pair,) = pairs(report.document.text, assessment)
    page = checked(picture(pair))
    bars = [(float(x), float(width)) for x, width in zip(page.of("x"), page.of("width"), strict=False)]
    assert len(bars) == 3
    assert all(0 <= x <= 340 for x in map(float, page.of("x")))
    assert all(0 <= x <= 340 for x in map(float, page.of("cx")))
    assert ("meet" in page.of("class")) is (index == 0)
    assert ("apart" in page.of("class")) is (index == 1)
    assert "30 miles can stand for 25 to 35" in page.of("aria-label")[0] or index == 1


def test_finding_on_one_side_of_a_conversion_is_told_in_its_card(write: Write) -> None:
    report = claimcheck.check("Winds of 23 knots (43 km/h; 62 mph) blew.")
    (finding,) = report.diagnostics
    assert finding.span.of(report.document.text) == "62 mph"
    page = checked(write("html", Outcome("wind.txt", report)))
    assert len([name for tag, name, _ in page.attributes if (tag, name) == ("li", "id")]) == 1
    assert "U101 conversion-mismatch" in page.text["li"]
