"""All claims as a table for spreadsheets: one row a claim. UTF-8 with a byte order mark, as Excel wants."""

import csv
import io
from collections.abc import Iterable, Iterator

from claimcheck.check import Report
from claimcheck.model import Attribution, Claim, Conversion, Diagnostic, Multiple, Quantity
from claimcheck.report.accounts import account, words
from claimcheck.report.figures import decimal
from claimcheck.report.format import Format, Settings
from claimcheck.report.regions import region
from claimcheck.run import Outcome
from claimcheck.text.legible import legible

__all__ = ["COLUMNS", "FORMAT"]

COLUMNS = (
    "file",
    "line",
    "column",
    "end_line",
    "end_column",
    "part",
    "kind",
    "what",
    "text",
    "least",
    "most",
    "unit",
    "restated",
    "amounts_to",
    "verdict",
    "judgement",
    "suggestion",
    "hedges",
    "speaker",
    "source",
    "cue",
    "content",
    "act",
    "flags",
    "because",
    "codes",
)
_FORMULA = ("=", "+", "@", "\t", "\r")


def _items(outcome: Outcome, _: Settings) -> Iterator[str]:
    if outcome.report is None:
        return
    for claim, codes in _with_codes(outcome.report):
        yield _row(legible(outcome.name), *_cells(outcome.report, claim), " ".join(codes))


def _with_codes(report: Report) -> Iterator[tuple[Claim, Iterable[str]]]:
    """Every claim with the codes of the findings that touch it; both come in the order of their starts."""
    coming, touching = list(reversed(report.diagnostics)), list[Diagnostic]()
    for claim in report.claims:
        while coming and coming[-1].span.start < claim.span.end:
            touching.append(coming.pop())
        touching = [each for each in touching if each.span.end > claim.span.start]
        yield claim, dict.fromkeys(each.code for each in touching if each.span.overlaps(claim.span))


def _cells(report: Report, claim: Claim) -> Iterator[str]:
    document = report.document
    where = region(document, claim.span)
    told = account(report, claim)
    subject = claim.subject
    assessment = report.assessment_of(claim)
    voice = subject if isinstance(subject, Attribution) else report.source_of(claim)
    yield from map(str, (where.start_line, where.start_column, where.end_line, where.end_column))
    yield from (
        document.place(claim.span.start) or "",
        claim.kind,
        told.what,
        words(document.text, claim.span),
    )
    yield from _figures(subject)
    yield "; ".join(words(document.text, each.span) for each in getattr(subject, "restated", ()))
    yield "" if isinstance(subject, Attribution) else "; ".join(told.amounts)
    yield from (told.verdict or "", told.judgement, (assessment and assessment.suggestion) or "")
    yield from ("; ".join(told.hedges), told.speaker)
    for part in ("source", "cue", "content"):
        yield words(document.text, *getattr(voice, part, ()))
    flags, because = (voice.flags, voice.because) if voice else ((), ())
    yield from (voice.act if voice else "", " ".join(sorted(flags)), ": ".join(because))


def _figures(subject: object) -> tuple[str, str, str]:
    """Least, most and unit, as plain decimals."""
    quantity = subject.stated if isinstance(subject, Conversion) else subject
    if isinstance(quantity, Multiple):
        product = decimal(quantity.value)
        return product, product, quantity.reference.unit
    if isinstance(quantity, Quantity):
        unit = quantity.unit.name if quantity.unit else ""
        noun = quantity.raw_unit if quantity.kind == "count" else unit
        return decimal(quantity.least), decimal(quantity.most), noun
    return "", "", ""


def _row(*values: str) -> str:
    """One line of CSV; a cell that a spreadsheet would run as a formula is marked as text."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(_harmless(value) for value in values)
    return line.getvalue()


def _harmless(value: str) -> str:
    runs = value.startswith(_FORMULA) or (value.startswith("-") and not value[1:2].isdigit())
    return f"'{value}" if runs else value


FORMAT = Format(items=_items, head=lambda _: "\ufeff" + _row(*COLUMNS))
