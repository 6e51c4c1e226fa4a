"""JUnit XML: a test suite for each file, a failed test for each finding, a passed one for a clean file."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from claimcheck.model import Diagnostic
from claimcheck.report.format import Format, Settings
from claimcheck.report.regions import message
from claimcheck.run import Outcome
from claimcheck.text import Document
from claimcheck.text.legible import legible

__all__ = ["FORMAT", "legal"]

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="claimcheck">\n'


def legal(text: str) -> str:
    """The text with every character that XML 1.0 cannot hold (section 2.2, Char) replaced by U+FFFD."""
    return "".join(
        character if _is_legal(ord(character)) else "\N{REPLACEMENT CHARACTER}" for character in text
    )


def _is_legal(code: int) -> bool:
    return (
        code in (0x9, 0xA, 0xD)
        or 0x20 <= code <= 0xD7FF  # noqa: PLR2004 # the ranges of the production
        or 0xE000 <= code <= 0xFFFD  # noqa: PLR2004
        or 0x10000 <= code <= 0x10FFFF  # noqa: PLR2004
    )


def _items(outcome: Outcome, _: Settings) -> Iterator[str]:
    name = quoteattr(legal(legible(outcome.name)))
    diagnostics = outcome.report.diagnostics if outcome.report else ()
    errors = 1 if outcome.error else 0
    tests = max(len(diagnostics) + errors, 1)
    lines = [f'<testsuite name={name} tests="{tests}" failures="{len(diagnostics)}" errors="{errors}">']
    if outcome.error is not None:
        message = quoteattr(legal(legible(str(outcome.error))))
        lines.append(f'<testcase classname={name} name="input"><error message={message}/></testcase>')
    if outcome.report is not None:
        lines += [_case(name, outcome.report.document, each) for each in diagnostics]
        if not diagnostics:
            lines.append(f'<testcase classname={name} name="no findings"/>')
    yield "\n".join((*lines, "</testsuite>\n"))


def _case(classname: str, document: Document, diagnostic: Diagnostic) -> str:
    place = document.position(diagnostic.span.start)
    test = quoteattr(f"{diagnostic.code} {diagnostic.name} at {place}")
    kind = quoteattr(diagnostic.severity)
    said = quoteattr(legal(message(document, diagnostic)))
    words = escape(legal(diagnostic.span.of(document.text)))
    return (
        f"<testcase classname={classname} name={test}>"
        f"<failure type={kind} message={said}>{words}</failure></testcase>"
    )


FORMAT = Format(items=_items, head=lambda _: _HEAD, tail=lambda _: "</testsuites>\n")
