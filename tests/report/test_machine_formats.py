"""Formats that machines read: their schemas, the units that they count columns in, their escapes."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft4Validator, Draft202012Validator, FormatChecker
from xmlschema import XMLSchema

import claimcheck
from claimcheck.report.csv_ import COLUMNS
from claimcheck.rules import rules
from claimcheck.run import Outcome
from claimcheck.text import Document, read_bytes

Write = Callable[..., str]
Told = Callable[..., Outcome]
SCHEMAS = Path(__file__).with_name("schemas")


@pytest.mark.parametrize("form", ["sarif", "gitlab", "rdjson", "web-annotation"])
def test_report_is_as_its_schema_says(form: str, outcome: Outcome, unreadable: Outcome, write: Write) -> None:
    schema = json.loads((SCHEMAS / f"{form}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    validator.validate(json.loads(write(form, outcome, unreadable)))
    validator.validate(json.loads(write(form)))


SARIF_DRAFT_4 = json.loads((SCHEMAS / "official" / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))


def problems_of_sarif(log: str) -> list[str]:
    """What the schema of OASIS has against a log; its formats are checked as well."""
    assert "uri-reference" in FormatChecker().checkers, "rfc3986-validator is missing"
    validator = Draft4Validator(SARIF_DRAFT_4, format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(json.loads(log))]


def test_sarif_passes_the_schema_of_oasis(
    outcome: Outcome, unreadable: Outcome, told: Told, write: Write
) -> None:
    assert problems_of_sarif(write("sarif")) == []
    hostile = told("🚚 to [50 km\r\n(3 miles)] \x00", name="/a b/é%[0]:c#1.txt")
    assert problems_of_sarif(write("sarif", outcome, unreadable, hostile)) == []


def test_the_schema_of_oasis_tells_what_is_no_sarif(outcome: Outcome, write: Write) -> None:
    log = write("sarif", outcome)
    assert problems_of_sarif(log.replace('"startLine": 3', '"startLine": 0', 1))
    assert problems_of_sarif(log.replace('"ruleId"', '"ruleID"', 1))
    assert problems_of_sarif(log.replace('"uri": "depot.txt"', '"uri": "a depot.txt"', 1))


def problems_of_junit(report: str) -> list[str]:
    """What Jenkins' schema has against a report."""
    schema = XMLSchema(SCHEMAS / "official" / "jenkins-junit-10.xsd")
    return [str(error.reason) for error in schema.iter_errors(ET.fromstring(report))]  # noqa: S314 # our own


def test_junit_passes_the_schema_of_jenkins(
    outcome: Outcome, unreadable: Outcome, told: Told, write: Write
) -> None:
    assert problems_of_junit(write("junit")) == []
    hostile = told('[\x00\x1b]]><failure/>\ud800\ufffe & "]', name="<&\x01>.txt")
    report = write("junit", outcome, unreadable, hostile)
    assert problems_of_junit(report) == []
    assert problems_of_junit(report.replace(" tests=", " test=", 1))


def run(log: str) -> Any:  # noqa: ANN401 # JSON
    return json.loads(log)["runs"][0]


class TestSarif:
    def test_counts_columns_in_utf16(self, told: Told, write: Write) -> None:
        found = run(write("sarif", told("🚚 to [50 km (3 miles)]")))
        region = found["results"][0]["locations"][0]["physicalLocation"]["region"]
        assert found["columnKind"] == "utf16CodeUnits"
        assert (region["startColumn"], region["endColumn"]) == (7, 22)

    def test_describes_every_rule_with_help_within_the_limits_of_github(self, write: Write) -> None:
        described = run(write("sarif"))["tool"]["driver"]["rules"]
        assert [each["id"] for each in described] == [rule.code for rule in rules()]
        for each in described:
            assert each["help"]["text"]
            assert len(each["name"]) <= 255
            assert len(each["shortDescription"]["text"]) <= 1024
            assert len(each["fullDescription"]["text"]) <= 1024

    def test_gives_github_a_fingerprint_that_survives_edits_above(self, told: Told, write: Write) -> None:
        one = run(write("sarif", told("It lies [50 km (3 miles)] off.")))["results"][0]
        two = run(write("sarif", told("New.\n\nMore is new.\nIt lies [50 km (3 miles)] off.")))["results"][0]
        assert one["partialFingerprints"] == two["partialFingerprints"]
        assert set(one["partialFingerprints"]) == {"claimcheck/v1", "primaryLocationLineHash"}

    def test_points_at_a_file_with_spaces_by_a_reference(self, told: Told, write: Write) -> None:
        found = run(write("sarif", told("[x]", name="a draft & more.txt")))
        location = found["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
        assert location["uri"] == "a%20draft%20%26%20more.txt"

    def test_says_that_the_run_failed_where_an_input_did(self, unreadable: Outcome, write: Write) -> None:
        invocation = run(write("sarif", unreadable))["invocations"][0]
        assert invocation["executionSuccessful"] is False
        assert "cannot be read" in invocation["toolExecutionNotifications"][0]["message"]["text"]

    def test_carries_the_fix(self, outcome: Outcome, write: Write) -> None:
        change = run(write("sarif", outcome))["results"][0]["fixes"][0]["artifactChanges"][0]
        assert change["replacements"][0]["insertedContent"]["text"] == "50 miles"


class TestRdjson:
    def test_counts_columns_in_bytes_of_utf8(self, told: Told, write: Write) -> None:
        found = json.loads(write("rdjson", told("🚚 to [50 km (3 miles)]")))
        place = found["diagnostics"][0]["location"]["range"]
        assert (place["start"]["column"], place["end"]["column"]) == (9, 24)


class TestGitlab:
    def test_gives_the_same_finding_in_two_files_two_fingerprints(self, told: Told, write: Write) -> None:
        found = json.loads(write("gitlab", told("[x]", name="./one.txt"), told("[x]", name="two.txt")))
        assert len({each["fingerprint"] for each in found}) == 2
        assert [each["location"]["path"] for each in found] == ["one.txt", "two.txt"]


class TestGithub:
    def test_escapes_what_would_end_a_property_or_the_command(self, told: Told, write: Write) -> None:
        line = write("github", told("[x]", name="a,b:c%\n.txt"))
        assert line.startswith("::error file=a%2Cb%3Ac%25%0A.txt,line=1,endLine=1,col=1,endColumn=2,")
        assert line.count("\n") == 1

    def test_gives_no_columns_for_a_finding_of_several_lines(self, told: Told, write: Write) -> None:
        line = write("github", told("a [b\nc] d"))
        assert "line=1,endLine=2,title" in line


class TestJunit:
    def test_is_well_formed_whatever_the_draft_holds(self, told: Told, write: Write) -> None:
        hostile = '[\x00\x1b]]><failure/>\ud800\ufffe & "]'
        root = ET.fromstring(write("junit", told(hostile, name="<&\x01>.txt")))  # noqa: S314 # our own
        assert root.find("testsuite/testcase/failure") is not None

    def test_counts_findings_and_failures(self, outcome: Outcome, unreadable: Outcome, write: Write) -> None:
        root = ET.fromstring(write("junit", outcome, unreadable))  # noqa: S314 # our own
        first, second = root.findall("testsuite")
        assert (first.get("tests"), first.get("failures"), first.get("errors")) == ("2", "2", "0")
        assert (second.get("tests"), second.get("failures"), second.get("errors")) == ("1", "0", "1")


class TestWebAnnotation:
    def test_selects_the_same_words_by_quotation_and_by_position(
        self, outcome: Outcome, write: Write
    ) -> None:
        assert outcome.report is not None
        text = outcome.report.document.text
        items = json.loads(write("web-annotation", outcome))["items"]
        assert len(items) == len(outcome.report.claims) + len(outcome.report.diagnostics)
        for item in items:
            quotation, position = item["target"]["selector"]
            exact = text[position["start"] : position["end"]]
            assert quotation["exact"] == exact
            assert quotation["prefix"] + exact + quotation["suffix"] in text

    def test_names_every_annotation_differently(self, outcome: Outcome, write: Write) -> None:
        items = json.loads(write("web-annotation", outcome))["items"]
        assert len({item["id"] for item in items}) == len(items)


def table(written: str) -> list[dict[str, str]]:
    assert written.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(written.removeprefix("\ufeff"), newline="")))


class TestCsv:
    def test_has_one_row_for_each_claim(self, outcome: Outcome, unreadable: Outcome, write: Write) -> None:
        rows = table(write("csv", outcome, unreadable))
        assert outcome.report is not None
        assert [row["kind"] for row in rows] == [claim.kind for claim in outcome.report.claims]
        assert all(tuple(row) == COLUMNS for row in rows)

    def test_tells_figures_verdicts_and_sources(self, outcome: Outcome, write: Write) -> None:
        rows = table(write("csv", outcome))
        wrong = rows[1]
        assert (wrong["least"], wrong["unit"], wrong["verdict"]) == ("80", "kilometer", "disagrees")
        assert (wrong["suggestion"], wrong["codes"]) == ("80 km (50 miles)", "U101")
        fast = next(row for row in rows if row["kind"] == "multiple")
        assert (fast["least"], fast["speaker"], fast["cue"]) == ("3402.94", "Ada Brandt", "said")

    @pytest.mark.parametrize("name", ['=HYPERLINK("http://example.com")', "+1", "@SUM(A1)", "-x"])
    def test_lets_no_cell_run_as_a_formula(self, name: str, outcome: Outcome, write: Write) -> None:
        rows = table(write("csv", Outcome(name, outcome.report)))
        assert {row["file"] for row in rows} == {f"'{name}"}


PAGE = "<p>Caf&eacute; 🚚 dépôt: the pier, it is <b>50&nbsp;km</b>\n(3 <i>miles</i>) long.</p>"
ENCODINGS = {"sarif": ("utf-16-le", 2), "rdjson": ("utf-8", 1), "gitlab": ("utf-32-le", 4)}


def corners(form: str, found: Any) -> tuple[dict[str, int], dict[str, int]]:  # noqa: ANN401 # JSON
    """Start and end of the first finding, as line and column."""
    if form == "sarif":
        region = found["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
        start = {"line": region["startLine"], "column": region["startColumn"]}
        return start, {"line": region["endLine"], "column": region["endColumn"]}
    if form == "rdjson":
        place = found["diagnostics"][0]["location"]["range"]
        return place["start"], place["end"]
    positions = found[0]["location"]["positions"]
    return positions["begin"], positions["end"]


@pytest.mark.parametrize("form", ENCODINGS)
def test_columns_point_into_the_file_as_it_is(form: str, write: Write) -> None:
    document = read_bytes(PAGE.encode(), name="page.html")
    start, end = corners(form, json.loads(write(form, Outcome("page.html", claimcheck.check(document)))))
    encoding, unit = ENCODINGS[form]
    lines = [line.encode(encoding) for line in PAGE.split("\n")]
    assert (start["line"], end["line"]) == (1, 2)
    assert lines[0][(start["column"] - 1) * unit :].decode(encoding) == "50&nbsp;km</b>"
    assert lines[1][: (end["column"] - 1) * unit].decode(encoding) == "(3 <i>miles</i>)"


@pytest.mark.parametrize(
    "form", ["concise", "text", "github", "gitlab", "rdjson", "junit", "sarif", "json", "csv"]
)
def test_a_file_without_lines_has_named_places(form: str, write: Write) -> None:
    document = Document(
        "The pier is 50 km (3 miles) long.", "a.docx", kind="docx", places=((0, "footnote 4"),)
    )
    assert "footnote 4" in write(form, Outcome("a.docx", claimcheck.check(document)))
