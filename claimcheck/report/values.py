"""Reports as plain JSON values. The published schema is `report.schema.json` beside this file.

Offsets count code points of the document's text; lines and columns (from 1, in code points) are those of the
original file. Figures are exact: "n" or "n/d", with the nearest float for convenience.
"""

from collections.abc import Callable, Mapping
from enum import Enum
from fractions import Fraction
from typing import Any, cast

import attrs

from claimcheck.check import Report
from claimcheck.fingerprint import fingerprints
from claimcheck.model import Assessment, Claim, Conversion, Diagnostic, Span
from claimcheck.report.accounts import account
from claimcheck.report.format import Tally
from claimcheck.run import Outcome
from claimcheck.text import Document

__all__ = ["SCHEMA", "WITHOUT", "document", "place", "plain", "summary"]

SCHEMA = "urn:claimcheck:schema:report:1"
"""Identifier of the published schema; its number changes only when something is taken away or renamed."""

WITHOUT: Mapping[type, tuple[str, ...]] = {Assessment: ("stated", "restated")}
"""Fields that are left out: an assessment's sides stand in the conversion beside it."""


def document(outcome: Outcome) -> dict[str, Any]:
    """One input: its claims, speakers and findings, or the error that kept it from being read."""
    report = outcome.report
    return {
        "name": outcome.name,
        "kind": report.document.kind if report else None,
        "error": str(outcome.error) if outcome.error else None,
        "claims": [_claim(report, claim) for claim in report.claims] if report else [],
        "speakers": [plain(speaker, report.document) for speaker in report.speakers] if report else [],
        "diagnostics": _diagnostics(report) if report else [],
    }


def summary(tally: Tally) -> dict[str, Any]:
    """Counts over all inputs."""
    return {
        "files": tally.files,
        "failed": len(tally.failures),
        "claims": dict(sorted(tally.claims.items())),
        "diagnostics": {str(severity): count for severity, count in sorted(tally.diagnostics.items())},
        "codes": dict(sorted(tally.codes.items())),
    }


def place(draft: Document, span: Span) -> dict[str, Any]:
    """Where a span is: offsets in the text, lines and columns in the file, the words, the part's name."""
    start, end = _corners(draft, span)
    return {
        "span": {"start": span.start, "end": span.end, "text": span.of(draft.text)},
        "start": {"line": start.line, "column": start.column},
        "end": {"line": end.line, "column": end.column},
        "part": draft.place(span.start),
    }


def _corners(draft: Document, span: Span) -> tuple[Any, Any]:
    source = draft.source_span(span)
    return draft.lines.position(source.start), draft.lines.position(source.end)


def _claim(report: Report, claim: Claim) -> dict[str, Any]:
    told = account(report, claim, explain=True)
    source = report.source_of(claim)
    value: dict[str, Any] = {
        "kind": claim.kind,
        **place(report.document, claim.span),
        "account": {
            "what": told.what,
            "amounts": list(told.amounts),
            "judgement": told.judgement,
            "hedges": list(told.hedges),
            "voice": told.voice,
            "reasons": list(told.reasons),
        },
        "verdict": told.verdict,
        "said_by": plain(source, report.document) if source else None,
        claim.kind: plain(claim.subject, report.document),
    }
    if isinstance(claim.subject, Conversion):
        value["assessments"] = [plain(each, report.document) for each in report.assessments_of(claim.subject)]
    return value


def _diagnostics(report: Report) -> list[dict[str, Any]]:
    keys = fingerprints(report.document, report.diagnostics)
    return [
        _diagnostic(report.document, each, key) for each, key in zip(report.diagnostics, keys, strict=True)
    ]


def _diagnostic(draft: Document, diagnostic: Diagnostic, fingerprint: str) -> dict[str, Any]:
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        **place(draft, diagnostic.span),
        "fingerprint": fingerprint,
        "related": [
            {"message": related.message, **place(draft, related.span)} for related in diagnostic.related
        ],
        "fixes": [
            {
                "title": fix.title,
                "certain": fix.certain,
                "edits": [{"text": edit.text, **place(draft, edit.span)} for edit in fix.edits],
            }
            for fix in diagnostic.fixes
        ],
        "data": plain(diagnostic.data, draft),
    }


def plain(value: object, draft: Document) -> Any:  # noqa: ANN401 # any JSON value
    """A model value as JSON: fields by name, spans with their words, fractions exact."""
    write = _KNOWN.get(type(value))
    if write is None:
        # Found once for each type: a report has a hundred values for each claim.
        write = _KNOWN[type(value)] = _writer(type(value))
    return write(value, draft)


_Write = Callable[[Any, Document], Any]

# In this order: an Enum may also be a str.
_WRITERS: tuple[tuple[type | tuple[type, ...], _Write], ...] = (
    (Enum, lambda value, _: value.value),
    ((str, int, float, type(None)), lambda value, _: value),
    (Span, lambda value, draft: {"start": value.start, "end": value.end, "text": value.of(draft.text)}),
    (Fraction, lambda value, _: {"exact": str(value), "number": _nearest(value)}),
    (Mapping, lambda value, draft: {str(key): plain(each, draft) for key, each in value.items()}),
    (frozenset, lambda value, draft: sorted(plain(each, draft) for each in value)),
    ((list, tuple), lambda value, draft: [plain(each, draft) for each in value]),
)


_KNOWN: dict[type, _Write] = {}


def _writer(kind: type) -> _Write:
    """How values of a type are written."""
    for written, write in _WRITERS:
        if issubclass(kind, written):
            return write
    left_out = WITHOUT.get(kind, ())
    names = [
        name for name in attrs.fields_dict(cast(type[attrs.AttrsInstance], kind)) if name not in left_out
    ]
    return lambda value, draft: {name: plain(getattr(value, name), draft) for name in names}


def _nearest(value: Fraction) -> float | None:
    try:
        return float(value)
    except OverflowError:
        return None
