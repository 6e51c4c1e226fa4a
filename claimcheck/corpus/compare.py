"""What a report has against a case: marks not found or found otherwise, findings without a mark."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from claimcheck.check import Report
from claimcheck.corpus.cases import Case
from claimcheck.corpus.expected import Expected, expected
from claimcheck.corpus.facts import Found, found
from claimcheck.model import Conversion, Multiple, Span

__all__ = ["Miss", "misses", "misses_of"]


@frozen
class Miss:
    """One thing wrong: `what` is "missing", "wrong" or "surplus"; the span is in the case's text."""

    what: str
    span: Span
    message: str


def misses(case: Case, report: Report, kind: str) -> tuple[Miss, ...]:
    """Everything in which a report differs from a case, of one kind; marks with .xfail left out.

    Raises:
        CorpusError: the marks of the case contradict themselves.
    """
    free = list(_found(case, report, kind))
    wrong: list[Miss] = []
    excused: list[Span] = []
    for each in expected(case, kind):
        match = None if each.absent else each.best(free, case.text)
        if match:
            free.remove(match)
        if each.xfail is not None or (each.maybe and not match):
            excused += each.parts
        else:
            wrong += _misses(each, match, free, case.text)
    wrong += (
        Miss("surplus", each.span, f"found and not marked: {each.label(case.text)}")
        for each in free
        if (kind in case.complete or each.name in case.unwelcome(kind))
        and not any(each.span.overlaps(span) for span in excused)
    )
    return tuple(sorted(wrong, key=lambda each: (each.span, each.what)))


def misses_of(each: Expected, case: Case, report: Report) -> tuple[Miss, ...]:
    """What is wrong with a single mark; for one that is expected to fail."""
    free = tuple(_found(case, report, each.kind))
    return tuple(_misses(each, None if each.absent else each.best(free, case.text), free, case.text))


def _misses(each: Expected, match: Found | None, free: Sequence[Found], text: str) -> Iterator[Miss]:
    if each.absent:
        for other in free:
            if any(anchor.overlaps(each.span) for anchor in other.anchors):
                yield Miss("surplus", other.span, f"{each.label(text)}, but {other.label(text)}")
        return
    if match:
        for fault in each.faults(match):
            yield Miss("wrong", each.span, f"{each.label(text)}: {fault}")
        return
    near = [other.label(text) for other in free if any(other.span.overlaps(part) for part in each.parts)]
    instead = f"; instead there is {'; '.join(near)}" if near else ""
    yield Miss("missing", each.span, f"{each.label(text)} is not found{instead}")


def _found(case: Case, report: Report, kind: str) -> Iterator[Found]:
    """What there is of a kind; quantities inside a conversion or multiple only if the case marks them."""
    whole: tuple[Conversion | Multiple, ...] = (*report.conversions, *report.multiples)
    inside = [each.span for each in whole] if kind == "quantity" else []
    marks = {mark.span for mark in case.marks if "quantity" in mark.attributes.classes}
    for each in found(report, kind):
        if each.places & marks or not any(each.span in span for span in inside):
            yield each
