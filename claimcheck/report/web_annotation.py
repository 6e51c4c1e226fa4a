"""W3C Web Annotations (JSON-LD): claims and findings, each bound to its words by quotation and by position.

Positions count code points of the document's text, as the Web Annotation Data Model asks (section 4.2.5). For
Markdown and HTML that is the text without markup, which is what the quotation holds as well.
"""

from collections.abc import Iterator
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from claimcheck.check import Report
from claimcheck.fingerprint import fingerprints
from claimcheck.model import Diagnostic, Span
from claimcheck.report.accounts import Account, accounts
from claimcheck.report.format import Format, Settings
from claimcheck.report.jsontext import dumped
from claimcheck.report.regions import uri
from claimcheck.run import Outcome

__all__ = ["FORMAT"]

CONTEXT = 32
"""Characters of prefix and suffix, as many as the clients that make such annotations keep."""

_HEAD = (
    '{"@context": "http://www.w3.org/ns/anno.jsonld",\n'
    '"id": "urn:claimcheck:annotations",\n"type": "AnnotationPage",\n"items": [\n'
)


def _items(outcome: Outcome, _: Settings) -> Iterator[str]:
    report = outcome.report
    if report is None:
        return
    source = uri(outcome.name)
    for told in accounts(report):
        span = told.claim.span
        yield _annotation(
            uuid5(NAMESPACE_URL, f"claimcheck:{source}#{told.claim.kind}:{span.start}:{span.end}").urn,
            "assessing" if told.verdict else "describing",
            _statements(told),
            _target(source, report, span),
        )
    keys = fingerprints(report.document, report.diagnostics)
    for diagnostic, key in zip(report.diagnostics, keys, strict=True):
        yield _annotation(
            uuid5(NAMESPACE_URL, f"claimcheck:{source}#{key}").urn,
            "editing" if diagnostic.fixes else "commenting",
            _remarks(diagnostic),
            _target(source, report, diagnostic.span),
        )


def _statements(told: Account) -> list[dict[str, str]]:
    remarks = (*filter(None, (told.judgement,)), *told.amounts, *told.hedges, *filter(None, (told.voice,)))
    return [_body(told.what, "classifying"), *(_body(remark, "describing") for remark in remarks)]


def _remarks(diagnostic: Diagnostic) -> list[dict[str, str]]:
    return [
        _body(f"{diagnostic.code} {diagnostic.name}", "tagging"),
        _body(diagnostic.message, "commenting"),
        *(_body(fix.title, "editing") for fix in diagnostic.fixes),
    ]


def _body(value: str, purpose: str) -> dict[str, str]:
    return {
        "type": "TextualBody",
        "value": value,
        "format": "text/plain",
        "language": "en",
        "purpose": purpose,
    }


def _annotation(
    identifier: str, motivation: str, bodies: list[dict[str, str]], target: dict[str, Any]
) -> str:
    value = {
        "id": identifier,
        "type": "Annotation",
        "motivation": motivation,
        "body": bodies,
        "target": target,
    }
    return dumped(value)


def _target(source: str, report: Report, span: Span) -> dict[str, Any]:
    text = report.document.text
    quotation = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(span.start - CONTEXT, 0) : span.start],
        "suffix": text[span.end : span.end + CONTEXT],
    }
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {"source": source, "selector": [quotation, position]}


FORMAT = Format(items=_items, head=lambda _: _HEAD, tail=lambda _: "\n]}\n", separator=",\n")
