"""Every format holds for every draft, whatever is in it: real engines, odd texts."""

import csv
import io
import json
from collections.abc import Callable
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import claimcheck
from claimcheck.report import FORMATS, schema
from claimcheck.run import Outcome

PIECES = st.sampled_from(
    [
        "50 km (3 miles)",
        "about 1,500 to 2,000 km (930-1,240 miles)",
        "up to 10 times the speed of sound",
        "5 ft 11 in (1.80 m)",
        "2 °C (36 °F)",
        "0 mpg (0 L/100 km)",
        "−40 °C (−40 °F)",
        "3 m × 4 m (9.8 ft × 13 ft)",
        "$3.2bn",
        "400 people",
        "1e400 kg",
        "999,999,999,999,999,999 miles (1 km)",
        "0.000000001 mm (3 in)",
        "“It is 5 km,” said Ada Brandt, the surveyor.",
        "She added that",
        "according to officials,",
        "<script>",
        "🚚",
        "\n",
        "\r\n",
        "\t",
        " ",
        ". ",
        "\u202e",
        "\x1b[31m",
        "\ud800",
        "&amp;",
        "]]>",
        '"',
    ]
)
DRAFTS = st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=12).map(" ".join)
VALIDATOR = Draft202012Validator(schema.schema())


def is_json(written: str) -> None:
    json.loads(written)


def is_xml(written: str) -> None:
    ET.fromstring(written)  # noqa: S314 # our own


def is_html(written: str) -> None:
    HTMLParser().feed(written)
    assert written.count("<script>") == 1
    assert written.rstrip().endswith("</html>")


def is_table(written: str) -> None:
    rows = list(csv.reader(io.StringIO(written, newline=""), strict=True))
    assert len({len(row) for row in rows}) == 1


def is_lines_of_json(written: str) -> None:
    for line in written.splitlines():
        VALIDATOR.evolve(schema={"$ref": "#/$defs/Document", "$defs": schema.schema()["$defs"]}).validate(
            json.loads(line)
        )


def is_lines_of_commands(written: str) -> None:
    assert all(line.startswith("::") for line in written.split("\n")[:-1])


def is_safe(written: str) -> None:
    assert "\x1b" not in written
    assert "\u202e" not in written


CHECKS: dict[str, Callable[[str], None]] = {
    "text": is_safe,
    "concise": is_safe,
    "statistics": is_safe,
    "json": lambda written: VALIDATOR.validate(json.loads(written)),
    "jsonl": is_lines_of_json,
    "sarif": is_json,
    "gitlab": is_json,
    "rdjson": is_json,
    "web-annotation": is_json,
    "github": is_lines_of_commands,
    "junit": is_xml,
    "html": is_html,
    "csv": is_table,
}


def test_every_format_is_checked() -> None:
    assert CHECKS.keys() == FORMATS.keys()


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=DRAFTS)
def test_format_holds_for_any_draft(form: str, text: str, write: Callable[..., str]) -> None:
    CHECKS[form](write(form, Outcome("draft.txt", claimcheck.check(text)), explain=True))
