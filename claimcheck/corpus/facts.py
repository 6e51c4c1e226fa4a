"""What a report holds, in the words of the notation: for comparing and for drawing."""

from collections.abc import Callable, Iterator, Mapping

from attrs import frozen

from claimcheck.check import Report
from claimcheck.corpus.equal import number
from claimcheck.model import (
    Assessment,
    Attribution,
    Bound,
    Conversion,
    Diagnostic,
    Modifier,
    Multiple,
    Quantity,
    Span,
)

__all__ = ["Found", "Parts", "found", "trimmed"]

Thing = Quantity | Conversion | Multiple | Attribution | Diagnostic
Parts = tuple[tuple[Span, ...], tuple[Span, ...], tuple[Span, ...]]


@frozen
class Found:
    """A thing in a report. `places` are all the spans that would mark it rightly; `name` is a rule's code."""

    kind: str
    span: Span
    places: frozenset[Span | Parts]
    facts: Mapping[str, str]
    name: str = ""

    @property
    def anchors(self) -> tuple[Span, ...]:
        """Where it makes itself heard: the cue of an attribution, or all of its parts; else its span."""
        parts = next((place for place in self.places if isinstance(place, tuple)), None)
        if parts is None:
            return (self.span,)
        source, cue, content = parts
        return cue or source + content

    def label(self, text: str) -> str:
        """The thing in a few words, for people."""
        if self.kind == "attribution":
            parts = next(iter(self.places))
            assert isinstance(parts, tuple)  # noqa: S101 # only attributions have parts for places
            words = (" … ".join(each.of(text) for each in part) for part in parts)
            return " | ".join(f"{word}" or "–" for word in words)
        facts = " ".join(f"{key}={_quoted(value)}" for key, value in self.facts.items())
        return f"“{self.span.of(text)}” .{self.name or self.kind} {facts}"


def found(report: Report, kind: str) -> Iterator[Found]:
    """Everything of a kind that a report holds, in reading order."""
    yield from _KINDS[kind](report)


def _quantities(report: Report) -> Iterator[Found]:
    for each in report.quantities:
        yield Found(
            "quantity",
            each.span,
            frozenset(_places(each.span, each.modifiers, report.document.text)),
            {**_amount(each), **_says(report, each)},
        )


def _amount(each: Quantity) -> dict[str, str]:
    figures = [number(figure.value) for figure in each.figures]
    first = each.figures[0]
    facts = {
        "single": {"value": figures[0], "place": str(first.place), "zeros": str(first.zeros)},
        "range": {"least": number(each.least), "most": number(each.most)},
        "dimensions": {"values": " ".join(figures)},
    }[each.shape]
    facts |= {
        "unit": (each.unit.name or each.kind) if each.unit else "none",
        "kind": each.kind,
        "shape": each.shape,
    }
    facts |= {"noun": each.raw_unit} if each.kind == "count" and each.raw_unit else {}
    facts |= {"tolerance": number(each.tolerance.value)} if each.tolerance else {}
    facts["readings"] = ", ".join(unit.name for unit in each.readings) or "none"
    return facts | {"bound": _bounds(each.modifiers), "spelled": "yes" if first.spelled else "no"}


def _conversions(report: Report) -> Iterator[Found]:
    for each in report.conversions:
        worst = report.assessment_of(each)
        facts = {
            "verdict": worst.verdict.value if worst else "none",
            "how": worst.how.value if worst and worst.how else "none",
            "cause": worst.cause.value if worst and worst.cause else "none",
            "suggestion": (worst.suggestion if worst else None) or "none",
            "mends": _mended(worst),
            "relation": each.relation.value,
            "stated": _side(each.stated),
            "restated": "; ".join(_side(side) for side in each.restated),
        }
        yield Found("conversion", each.span, frozenset({each.span}), facts | _says(report, each))


def _mended(found: Assessment | None) -> str:
    """Which side the suggestion rewrites."""
    if found is None or found.suggestion is None:
        return "none"
    return "stated" if found.mends is not None else "restated"


def _side(each: Quantity) -> str:
    between = {"single": "", "range": "..", "dimensions": " x "}[each.shape]
    figures = between.join(number(figure.value) for figure in each.figures)
    return f"{figures} {each.unit.name if each.unit else ''}".strip()


def _multiples(report: Report) -> Iterator[Found]:
    for each in report.multiples:
        facts = {
            "factor": number(each.factor.value),
            "reference": each.reference.name,
            "value": number(each.value),
            "unit": each.reference.unit,
            "bound": _bounds(each.modifiers),
        }
        places = frozenset(_places(each.span, each.modifiers, report.document.text))
        yield Found("multiple", each.span, places, facts | _says(report, each))


def _attributions(report: Report) -> Iterator[Found]:
    for each in report.attributions:
        facts = {
            "speaker": each.speaker or "none",
            "act": each.act,
            "form": each.form,
            "flags": " ".join(sorted(each.flags)) or "none",
        }
        parts = (each.source, each.cue, each.content)
        yield Found("attribution", each.span, frozenset({trimmed(parts, report.document.text)}), facts)


def trimmed(parts: Parts, text: str) -> Parts:
    """The parts of an attribution without the commas, colons and blanks at the edges of their spans."""
    source, cue, content = (
        tuple(Span(*_edges(span.start, span.end, text, " \t\n,;:")) for span in part) for part in parts
    )
    return source, cue, content


def _diagnostics(report: Report) -> Iterator[Found]:
    for each in report.diagnostics:
        facts = {
            "cause": str(each.data.get("cause") or "none"),
            "severity": each.severity.value,
            "message": each.message,
            "fix": _fixed(each, report.document.text),
        }
        yield Found("diagnostic", each.span, frozenset({each.span}), facts, each.code)


_KINDS: dict[str, Callable[[Report], Iterator[Found]]] = {
    "quantity": _quantities,
    "conversion": _conversions,
    "multiple": _multiples,
    "attribution": _attributions,
    "diagnostic": _diagnostics,
}


def _fixed(each: Diagnostic, text: str) -> str:
    """What stands in the place of the diagnostic's span when its first fix is applied."""
    if not each.fixes:
        return "none"
    edits = sorted(each.fixes[0].edits, key=lambda edit: edit.span)
    start = min(each.span.start, *(edit.span.start for edit in edits))
    end = max(each.span.end, *(edit.span.end for edit in edits))
    parts, at = [], start
    for edit in edits:
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join(parts) + text[at:end]


def _says(report: Report, each: Quantity | Conversion | Multiple) -> dict[str, str]:
    source = report.source_of(each)
    if source is None or not source.source:
        return {"says": "none"}
    return {"says": source.speaker or " ".join(span.of(report.document.text) for span in source.source)}


def _bounds(modifiers: tuple[Modifier, ...]) -> str:
    return ", ".join(sorted({Bound(each.bound).value for each in modifiers})) or "none"


def _places(span: Span, modifiers: tuple[Modifier, ...], text: str) -> Iterator[Span]:
    """The span; the span with modifiers beside it; the span without those at its edges."""
    wide = span
    for each in modifiers:
        wide = wide.to(each.span)
    start, end = wide.start, wide.end
    for each in sorted(modifiers):
        if not text[start : each.span.start].strip():
            start = max(start, each.span.end)
    for each in sorted(modifiers, reverse=True):
        if not text[each.span.end : end].strip():
            end = min(end, each.span.start)
    start, end = _edges(start, end, text, " \t\n")
    yield span
    yield wide
    if start < end:
        yield Span(start, end)


def _edges(start: int, end: int, text: str, outside: str) -> tuple[int, int]:
    """A range without those of its first and last characters that are not wanted."""
    while start < end and text[start] in outside:
        start += 1
    while start < end and text[end - 1] in outside:
        end -= 1
    return start, end


def _quoted(value: str) -> str:
    return f'"{value}"' if any(character in " ;" for character in value) or not value else value
