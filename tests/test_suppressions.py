"""Comments that ask for silence, what they silence, and those that silence nothing."""

import pytest

from claimcheck.check import Report, check
from claimcheck.model import Config
from claimcheck.text.readers import read_bytes

WRONG = "The depot lies 50 km (3 miles) off."
LOOSE = "It lies 10 miles (15 km) off."
UNITS = Config(select=("U", "N901"))


def found(source: str, name: str = "story.txt", config: Config = UNITS) -> list[str]:
    report = check(read_bytes(source.encode(), name=name), config)
    return [f"{each.code}@{report.document.position(each.span.start).line}" for each in report.diagnostics]


@pytest.mark.parametrize("comment", ["<!-- claimcheck {} -->", "[claimcheck {}]"])
@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"{WRONG}\n", ["U101@1"]),
        (f"{WRONG} {{ignore}}\n{WRONG}", ["U101@2"]),
        (f"{{ignore}}\n{WRONG}\n{WRONG}", ["U101@3"]),
        (f"{{ignore}}\n\n\n{WRONG}\n", []),
        (f"{{off}}\n{WRONG}\n\n{WRONG}\n{{on}}\n{WRONG}", ["U101@6"]),
        (f"{WRONG} {{off}} {WRONG} {{on}} {WRONG}", ["U101@1", "U101@1"]),
        (f"{{off}}\n{WRONG}", []),
        (f"{LOOSE} {{ignore}}", ["U102@1", "N901@1"]),
        (f"{WRONG}\n{{ignore}}", ["U101@1", "N901@2"]),
        ("{off}\nQuiet.\n{on}", ["N901@1"]),
        ("{on}", []),
    ],
)
def test_plain_text(comment: str, text: str, left: list[str]) -> None:
    words = {
        "ignore": comment.format("ignore U101"),
        "off": comment.format("off"),
        "on": comment.format("on"),
    }
    assert found(text.format(**words)) == left


def test_names_and_several_rules() -> None:
    assert found(f"{WRONG} {LOOSE} [claimcheck ignore conversion-mismatch, u102]") == []
    assert found(f"{WRONG} [claimcheck ignore U101 U102]") == ["N901@1"]


def test_a_rule_that_does_not_run_is_not_judged() -> None:
    config = Config(select=("U101", "N901"))
    assert found(f"{WRONG} [claimcheck ignore U101, U102]", config=config) == []


@pytest.mark.parametrize(
    ("directive", "message"),
    [
        ("ignore U1O1", "no rule 'U1O1'"),
        ("ignore", "is neither off, on nor ignore"),
        ("of", "is neither off, on nor ignore"),
        ("off U101", "is neither off, on nor ignore"),
    ],
)
def test_what_cannot_be_followed_is_said(directive: str, message: str) -> None:
    report = check(f"{WRONG} <!-- claimcheck {directive} -->", UNITS)
    assert [each.code for each in report.diagnostics] == ["U101", "N901"]
    assert message in report.diagnostics[1].message


def test_the_finding_points_at_the_comment() -> None:
    document = read_bytes(b"Caf&eacute;\n\nQuiet. <!-- claimcheck ignore U101 -->\n", name="a.md")
    (each,) = check(document, UNITS).diagnostics
    assert document.source_span(each.span).of(document.source or "") == "<!-- claimcheck ignore U101 -->"
    assert str(document.position(each.span.start)) == "3:8"


@pytest.mark.parametrize(
    ("source", "left"),
    [
        (f"{WRONG} <!-- claimcheck ignore U101 -->\n\n{WRONG}", ["U101@3"]),
        (f"<!-- claimcheck ignore U101 -->\n\nThe depot lies\n50 km (3 miles) off.\n\n{WRONG}", ["U101@6"]),
        (f"<!-- claimcheck off -->\n\n{WRONG}\n\n<!-- claimcheck on -->\n\n- {WRONG}", ["U101@7"]),
        (f"```\n<!-- claimcheck off -->\n```\n\n{WRONG}", ["U101@5"]),
        (f"`<!-- claimcheck off -->` {WRONG}", ["U101@1"]),
        (f"[claimcheck off]\n\n{WRONG}", []),
    ],
)
def test_markdown(source: str, left: list[str]) -> None:
    assert found(source, "story.md") == left


@pytest.mark.parametrize(
    ("source", "left"),
    [
        (f"<p>{WRONG}<!-- claimcheck ignore U101 --></p>\n<p>{WRONG}</p>", ["U101@2"]),
        (f"<!-- claimcheck ignore U101 -->\n<p>\n{WRONG}</p>\n<p>{WRONG}</p>", ["U101@4"]),
        (f"<!-- claimcheck off --><p>{WRONG}</p><!-- claimcheck on -->\n<p>{WRONG}</p>", ["U101@2"]),
        (f"<script>'<!-- claimcheck off -->'</script>{WRONG}", ["U101@1"]),
    ],
)
def test_html(source: str, left: list[str]) -> None:
    assert found(source, "story.html") == left


def test_a_comment_inside_a_quantity_does_no_harm() -> None:
    assert (
        found("The depot lies 50 <!-- claimcheck ignore U102 -->km (3 miles) off.", "a.html")[0] == "U101@1"
    )


def test_the_report_knows_its_suppressions() -> None:
    report: Report = check(f"{WRONG} [claimcheck ignore U101]")
    (each,) = report.suppressions
    assert (each.action, each.codes, each.unused) == ("ignore", ("U101",), ())


def test_hostile_comments_take_no_time() -> None:
    assert check("<!-- claimcheck " * 20_000, UNITS).diagnostics == ()
    assert check("[claimcheck ignore " * 20_000, UNITS).diagnostics == ()
