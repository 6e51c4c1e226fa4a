"""Reviewdog's diagnostic format (rdjson): columns count bytes of UTF-8, ends are exclusive."""

from collections.abc import Iterator
from typing import Any

from claimcheck.model import Severity, Span
from claimcheck.report.format import Format, Settings, Tally
from claimcheck.report.jsontext import dumped
from claimcheck.report.regions import in_repository, message, region
from claimcheck.run import Outcome
from claimcheck.text import Document
from claimcheck.text.legible import legible
from claimcheck.text.positions import LineIndex

__all__ = ["FORMAT"]

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}
_HEAD = '{"source": {"name": "claimcheck"},\n"diagnostics": [\n'


def _items(outcome: Outcome, _: Settings) -> Iterator[str]:
    path = legible(in_repository(outcome.name))
    if outcome.error is not None:
        yield dumped(
            {"message": legible(str(outcome.error)), "location": {"path": path}, "severity": "ERROR"}
        )
    if outcome.report is None:
        return
    document = outcome.report.document
    for each in outcome.report.diagnostics:
        value: dict[str, Any] = {
            "message": message(document, each),
            "location": {"path": path, "range": _range(document, each.span)},
            "severity": _SEVERITIES[each.severity],
            "code": {"value": each.code},
        }
        # A suggestion is one edit; a fix of several cannot be split without doing half of it.
        suggestions = [
            {"range": _range(document, fix.edits[0].span), "text": fix.edits[0].text}
            for fix in each.fixes
            if len(fix.edits) == 1
        ]
        if suggestions:
            value["suggestions"] = suggestions
        if each.related:
            value["related_locations"] = [
                {
                    "message": related.message,
                    "location": {"path": path, "range": _range(document, related.span)},
                }
                for related in each.related
            ]
        yield dumped(value)


def _range(document: Document, span: Span) -> dict[str, Any]:
    where = region(document, span, LineIndex.utf8_column)
    return {
        "start": {"line": where.start_line, "column": where.start_column},
        "end": {"line": where.end_line, "column": where.end_column},
    }


def _tail(_: Tally) -> str:
    return "\n]}\n"


FORMAT = Format(items=_items, head=lambda _: _HEAD, tail=_tail, separator=",\n")
