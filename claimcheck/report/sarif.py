"""SARIF 2.1.0 (OASIS) with what GitHub code scanning asks for on top.

Columns count UTF-16 code units, as the log declares. The fingerprint `claimcheck/v1` is that of
`claimcheck.fingerprint`; GitHub compares `primaryLocationLineHash` from one upload to the next, so the same
value stands there too.
"""

from collections.abc import Iterator
from typing import Any

from claimcheck._version import __version__
from claimcheck.check import Report
from claimcheck.fingerprint import fingerprints
from claimcheck.model import Diagnostic, Edit, Fix, Severity, Span
from claimcheck.report.format import Format, Settings, Tally
from claimcheck.report.jsontext import dumped
from claimcheck.report.regions import region, uri
from claimcheck.rules import Rule, rules
from claimcheck.run import Outcome
from claimcheck.text import Document
from claimcheck.text.legible import legible
from claimcheck.text.positions import LineIndex

__all__ = ["FORMAT"]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LONGEST = 1024
"""Characters of a description that GitHub takes (“SARIF support for code scanning”, reportingDescriptor)."""

_HEAD = (
    '{{"$schema": "{schema}",\n"version": "2.1.0",\n"runs": [{{\n'
    '"tool": {tool},\n"columnKind": "utf16CodeUnits",\n"results": [\n'
)


def _head(_: Settings) -> str:
    driver = {
        "name": "claimcheck",
        "semanticVersion": __version__,
        "shortDescription": {"text": "Does this text agree with itself, and who says so?"},
        "rules": [_descriptor(rule) for rule in rules()],
    }
    return _HEAD.format(schema=SCHEMA, tool=_dumped({"driver": driver}))


def _items(outcome: Outcome, _: Settings) -> Iterator[str]:
    if outcome.report is None:
        return
    known = {rule.code: index for index, rule in enumerate(rules())}
    keys = fingerprints(outcome.report.document, outcome.report.diagnostics)
    for diagnostic, key in zip(outcome.report.diagnostics, keys, strict=True):
        yield _dumped(_result(outcome.name, outcome.report, diagnostic, key, known))


def _tail(tally: Tally) -> str:
    notifications = [
        {
            "level": "error",
            "message": {"text": legible(message)},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(name)}}}],
        }
        for name, message in tally.failures
    ]
    invocation = {"executionSuccessful": not notifications, "toolExecutionNotifications": notifications}
    return f'\n],\n"invocations": [{_dumped(invocation)}]\n}}]}}\n'


def _descriptor(rule: Rule) -> dict[str, Any]:
    flagged = "".join(f"\n\n> {_quoted(example)}" for example in rule.bad)
    passed = "".join(f"\n\n> {_quoted(example)}" for example in rule.good)
    text = f"{rule.documentation}\n\nFlagged, at the words in brackets:{flagged}\n\nLeft alone:{passed}"
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": f"{rule.summary}."},
        "fullDescription": {"text": _shortened(rule.documentation)},
        "help": {"text": text, "markdown": f"## {rule.name}\n\n{text}"},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"tags": ["editing", _TAGS[rule.code[0]]], "problem.severity": _PROBLEM[rule.severity]},
    }


def _shortened(text: str) -> str:
    """As many whole paragraphs as GitHub takes, at least the first and at least its beginning."""
    while len(text) > _LONGEST and "\n\n" in text:
        text = text.rpartition("\n\n")[0]
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


_TAGS = {"U": "units", "N": "arithmetic", "M": "multiples", "A": "attribution"}
_PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}


def _quoted(example: str) -> str:
    return example.strip().replace("\n", "\n> ")


def _result(
    name: str, report: Report, diagnostic: Diagnostic, key: str, known: dict[str, int]
) -> dict[str, Any]:
    document = report.document
    result: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "level": diagnostic.severity,
        "message": {"text": diagnostic.message},
        "locations": [_location(name, document, diagnostic.span)],
        "partialFingerprints": {"claimcheck/v1": key, "primaryLocationLineHash": f"{key}:1"},
    }
    if diagnostic.code in known:
        result["ruleIndex"] = known[diagnostic.code]
    if diagnostic.related:
        result["relatedLocations"] = [
            {"id": index, **_location(name, document, related.span), "message": {"text": related.message}}
            for index, related in enumerate(diagnostic.related)
        ]
    if diagnostic.fixes:
        result["fixes"] = [_fix(name, document, fix) for fix in diagnostic.fixes]
    return result


def _location(name: str, document: Document, span: Span) -> dict[str, Any]:
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": uri(name)},
            "region": {**_region(document, span), "snippet": {"text": span.of(document.text)}},
        }
    }
    part = document.place(span.start)
    if part is not None:
        location["logicalLocations"] = [{"name": part}]
    return location


def _region(document: Document, span: Span) -> dict[str, int]:
    where = region(document, span, LineIndex.utf16_column)
    return {
        "startLine": where.start_line,
        "startColumn": where.start_column,
        "endLine": where.end_line,
        "endColumn": where.end_column,
    }


def _fix(name: str, document: Document, fix: Fix) -> dict[str, Any]:
    return {
        "description": {"text": fix.title},
        "artifactChanges": [
            {
                "artifactLocation": {"uri": uri(name)},
                "replacements": [_replacement(document, edit) for edit in fix.edits],
            }
        ],
    }


def _replacement(document: Document, edit: Edit) -> dict[str, Any]:
    return {"deletedRegion": _region(document, edit.span), "insertedContent": {"text": edit.text}}


def _dumped(value: object) -> str:
    return dumped(value, indent=1)


FORMAT = Format(items=_items, head=_head, tail=_tail, separator=",\n")
