"""The JSON report keeps its published schema, and the schema keeps up with the model."""

import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import attrs
import pytest
from jsonschema import Draft202012Validator

from claimcheck import model
from claimcheck.report import schema, values
from claimcheck.run import Outcome

SCHEMA: dict[str, Any] = json.loads(
    files("claimcheck.report").joinpath("report.schema.json").read_text("utf-8")
)


def test_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == values.SCHEMA


def test_published_schema_is_current() -> None:
    assert schema.schema() == SCHEMA, "python -m claimcheck.report.schema writes it anew"


def test_json_is_as_the_schema_says(outcome: Outcome, unreadable: Outcome, write: Callable[..., str]) -> None:
    Draft202012Validator(SCHEMA).validate(json.loads(write("json", outcome, unreadable)))


def test_every_line_of_jsonl_is_a_document_of_the_schema(
    outcome: Outcome, unreadable: Outcome, write: Callable[..., str]
) -> None:
    lines = write("jsonl", outcome, unreadable).splitlines()
    document = {"$ref": "#/$defs/Document", "$defs": SCHEMA["$defs"]}
    assert len(lines) == 2
    for line in lines:
        Draft202012Validator(document).validate(json.loads(line))


def test_jsonl_holds_the_documents_of_json(outcome: Outcome, write: Callable[..., str]) -> None:
    assert json.loads(write("json", outcome))["documents"] == [json.loads(write("jsonl", outcome))]


VALUES = (
    model.Assessment,
    model.Attribution,
    model.Conversion,
    model.Figure,
    model.Modifier,
    model.Multiple,
    model.Quantity,
    model.Reference,
    model.Speaker,
    model.Unit,
)


@pytest.mark.parametrize("value", VALUES)
def test_schema_names_every_field_of_the_model(value: type[attrs.AttrsInstance]) -> None:
    fields = set(attrs.fields_dict(value))
    if value is model.Assessment:
        fields -= {"stated", "restated"}  # they are in the conversion already
    definition = SCHEMA["$defs"][value.__name__]
    assert set(definition["properties"]) == set(definition["required"]) == fields


@pytest.mark.parametrize("value", [model.Verdict, model.How, model.Cause, model.Bound, model.Relation])
def test_schema_names_every_word_of_the_vocabularies(value: type[model.Verdict]) -> None:
    assert SCHEMA["$defs"][value.__name__]["enum"] == [each.value for each in value]


def test_figures_are_exact(outcome: Outcome, write: Callable[..., str]) -> None:
    conversion = json.loads(write("jsonl", outcome))["claims"][0]
    assert conversion["assessments"][0]["expected"][0]["exact"] == "390625/12573"


def test_spans_slice_back_to_their_words(outcome: Outcome, write: Callable[..., str]) -> None:
    assert outcome.report is not None
    text = outcome.report.document.text
    found: list[dict[str, Any]] = []

    def collect(value: object) -> None:
        if isinstance(value, dict):
            if value.keys() == {"start", "end", "text"}:
                found.append(value)
            for each in value.values():
                collect(each)
        if isinstance(value, list):
            for each in value:
                collect(each)

    collect(json.loads(write("jsonl", outcome)))
    assert len(found) > 20
    assert all(text[span["start"] : span["end"]] == span["text"] for span in found)


def test_jsonl_breaks_lines_only_between_documents(
    told: Callable[..., Outcome], write: Callable[..., str]
) -> None:
    written = write("jsonl", told("a\u2028b\x85c\u2029[d]"))
    assert len(written.splitlines()) == 1
    assert json.loads(written)["diagnostics"][0]["span"]["text"] == "d"
