"""The JSON Schema of the JSON report, made from the model so that it cannot lag behind it.

`python -m claimcheck.report.schema` writes it to `report.schema.json`, the published copy; a test compares.
"""

import json
import types
import typing
from collections.abc import Iterable, Mapping
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs

from claimcheck.model import Assessment, Attribution, Conversion, Multiple, Quantity, Severity, Span, Speaker
from claimcheck.report.values import SCHEMA, WITHOUT

__all__ = ["PUBLISHED", "schema"]

PUBLISHED = Path(__file__).with_name("report.schema.json")

_Schema = dict[str, Any]
_STRING: _Schema = {"type": "string"}
_STRINGS: _Schema = {"type": "array", "items": _STRING}
_NATURAL: _Schema = {"type": "integer", "minimum": 0}
_COUNTS: _Schema = {"type": "object", "additionalProperties": {"type": "integer", "minimum": 1}}
_PLAIN: Mapping[object, _Schema] = {
    str: _STRING,
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    Fraction: {"$ref": "#/$defs/Fraction"},
    Span: {"$ref": "#/$defs/Span"},
}
_KINDS = ("conversion", "multiple", "quantity", "attribution")


def schema() -> _Schema:
    """The schema, with one definition for each type of the model and each object around them."""
    definitions: dict[str, _Schema] = dict(_written())
    for kind in (Quantity, Conversion, Multiple, Attribution, Speaker, Assessment, Severity):
        _of(kind, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": "claimcheck report",
        **_object(
            "What --output-format json writes. With jsonl, each line is one Document.",
            {
                "$schema": {"const": SCHEMA},
                "version": _STRING,
                "documents": _list("Document"),
                "summary": _ref("Summary"),
            },
        ),
        "$defs": dict(sorted(definitions.items())),
    }


def _of(kind: Any, definitions: dict[str, _Schema]) -> _Schema:  # noqa: ANN401 # a type, or typing's form of one
    """The schema of a type of the model; classes are defined once and referred to."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    inner = typing.get_args(kind)
    match typing.get_origin(kind):
        case typing.Literal:
            return {"enum": list(inner)}
        case typing.Union | types.UnionType:
            return {"anyOf": [_of(each, definitions) for each in inner]}
        case origin if origin is frozenset or (origin is tuple and inner[-1] is Ellipsis):
            return {"type": "array", "items": _of(inner[0], definitions)}
        case origin if origin is tuple:
            parts = [_of(each, definitions) for each in inner]
            return {"type": "array", "prefixItems": parts, "minItems": len(parts), "maxItems": len(parts)}
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}  # a type may hold itself
        definitions[kind.__name__] = _class(kind, definitions)
    return _ref(kind.__name__)


def _class(kind: Any, definitions: dict[str, _Schema]) -> _Schema:  # noqa: ANN401 # a class of the model
    summary = (kind.__doc__ or "").strip().partition("\n")[0]
    if issubclass(kind, Enum):
        return {"description": summary, "enum": [each.value for each in kind]}
    hints = typing.get_type_hints(kind)
    left_out = WITHOUT.get(kind, ())
    names = [field.name for field in attrs.fields(kind) if field.name not in left_out]
    return _object(summary, {name: _of(hints[name], definitions) for name in names})


def _object(summary: str, properties: Mapping[str, _Schema], optional: Iterable[str] = ()) -> _Schema:
    return {
        "description": summary,
        "type": "object",
        "properties": dict(properties),
        "required": [name for name in properties if name not in set(optional)],
        "additionalProperties": False,
    }


def _ref(name: str) -> _Schema:
    return {"$ref": f"#/$defs/{name}"}


def _list(name: str) -> _Schema:
    return {"type": "array", "items": _ref(name)}


def _or_null(schema: _Schema) -> _Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _pattern(pattern: str) -> _Schema:
    return {"type": "string", "pattern": pattern}


def _written() -> Iterable[tuple[str, _Schema]]:
    """What is not in the model: places, claims with their accounts, findings, inputs, counts."""
    line: _Schema = {"type": "integer", "minimum": 1}
    place = {
        "span": _ref("Span"),
        "start": _ref("Position"),
        "end": _ref("Position"),
        "part": _or_null(_STRING),
    }
    yield (
        "Span",
        _object(
            "Half-open range of code points of the document's text, and the words there.",
            {"start": _NATURAL, "end": _NATURAL, "text": _STRING},
        ),
    )
    yield (
        "Fraction",
        _object(
            "An exact number, n or n/d, and the nearest float; null where that is beyond floats.",
            {"exact": _pattern("^-?[0-9]+(/[0-9]+)?$"), "number": {"type": ["number", "null"]}},
        ),
    )
    yield (
        "Position",
        _object(
            "A place in the original file, from 1; the column counts code points.",
            {"line": line, "column": line},
        ),
    )
    yield (
        "Account",
        _object(
            "The claim in words, as the reports for people have it.",
            {
                "what": _STRING,
                "amounts": _STRINGS,
                "judgement": _STRING,
                "hedges": _STRINGS,
                "voice": _STRING,
                "reasons": _STRINGS,
            },
        ),
    )
    yield "Claim", _claim(place)
    yield "Related", _object("Another place that bears on a finding.", {"message": _STRING, **place})
    yield "Edit", _object("Put text in the place of the span.", {"text": _STRING, **place})
    yield (
        "Fix",
        _object(
            "Edits that belong together; --fix applies only a certain one.",
            {"title": _STRING, "certain": {"type": "boolean"}, "edits": _list("Edit")},
        ),
    )
    yield (
        "Diagnostic",
        _object(
            "One finding. The fingerprint stays while the words and their neighbours do.",
            {
                "code": _pattern("^[A-Z][0-9]{3}$"),
                "name": _STRING,
                "severity": _ref("Severity"),
                "message": _STRING,
                **place,
                "fingerprint": _pattern("^[0-9a-f]{32}$"),
                "related": _list("Related"),
                "fixes": _list("Fix"),
                "data": {"description": "What the rule adds, by rule.", "type": "object"},
            },
        ),
    )
    yield (
        "Document",
        _object(
            "One input: what was found in it, or why it could not be read.",
            {
                "name": _STRING,
                "kind": _or_null(_STRING),
                "error": _or_null(_STRING),
                "claims": _list("Claim"),
                "speakers": _list("Speaker"),
                "diagnostics": _list("Diagnostic"),
            },
        ),
    )
    counts = {"claims": _COUNTS, "diagnostics": _COUNTS, "codes": _COUNTS}
    yield "Summary", _object("Counts over all inputs.", {"files": _NATURAL, "failed": _NATURAL, **counts})


def _claim(place: Mapping[str, _Schema]) -> _Schema:
    """A claim has one property that is named as its kind and holds the parsed thing itself."""
    definition = _object(
        "One claim; the property named as its kind holds what was parsed. said_by null: the article itself.",
        {
            "kind": {"enum": list(_KINDS)},
            **place,
            "account": _ref("Account"),
            "verdict": _or_null(_ref("Verdict")),
            "said_by": _or_null(_ref("Attribution")),
            **{kind: _ref(kind.capitalize()) for kind in _KINDS},
            "assessments": _list("Assessment"),
        },
        optional=(*_KINDS, "assessments"),
    )
    needs: Mapping[str, list[str]] = {kind: [kind] for kind in _KINDS} | {
        "conversion": ["conversion", "assessments"]
    }
    definition["allOf"] = [
        {"if": {"properties": {"kind": {"const": kind}}}, "then": {"required": required}}
        for kind, required in needs.items()
    ]
    return definition


if __name__ == "__main__":
    PUBLISHED.write_text(json.dumps(schema(), indent=2, ensure_ascii=False) + "\n", "utf-8")
