"""A report in the notation of the corpus: where the work of marking a text begins, never where it ends."""

from collections.abc import Iterator, Mapping
from itertools import count

from claimcheck.check import Report
from claimcheck.corpus.facts import Found, found
from claimcheck.corpus.vocabulary import KINDS, PARTS
from claimcheck.model import Span

__all__ = ["drawn"]

# What is worth saying of a kind; the rest of the facts follows from these or is seldom asked.
_SAID = {
    "quantity": ("value", "least", "most", "values", "unit", "noun", "tolerance", "bound"),
    "conversion": ("verdict", "how", "cause"),
    "multiple": ("factor", "reference", "bound"),
    "attribution": ("speaker", "act", "form", "flags"),
    "diagnostic": ("fix", "severity"),
}


def drawn(report: Report) -> str:
    """The document as a blockquote with everything marked that claimcheck finds.

    Spans that cross others cannot be drawn; they are listed below, as prose.
    """
    marks: dict[Span, list[str]] = {}
    for span, said in _marks(report):
        marks.setdefault(span, []).append(said)
    nested, crossing = _nested(sorted(marks, key=lambda span: (span.start, -span.end)))
    text = report.document.text
    edges: list[tuple[int, int, int, str]] = []
    for order, span in enumerate(nested):
        edges.append((span.start, 1, order, "["))
        edges.append((span.end, 0, -order, f"]{{{' '.join(marks[span])}}}"))
    written, at = [], 0
    for offset, _, _, markup in sorted(edges):
        written += [_escaped(text[at:offset]), markup]
        at = offset
    written.append(_escaped(text[at:]))
    paragraphs = "".join(written).strip().split("\n\n")
    quote = "\n>\n".join("> " + paragraph.replace("\n", "\\\n> ") for paragraph in paragraphs)
    left = "".join(f"\nCrosses another: {span.of(text)!r} {' '.join(marks[span])}\n" for span in crossing)
    return f"{quote}\n{left}"


def _marks(report: Report) -> Iterator[tuple[Span, str]]:
    whole = [*(each.span for each in report.conversions), *(each.span for each in report.multiples)]
    labels = (f"a{number}" for number in count(1))
    for kind in KINDS:
        for each in found(report, kind):
            if kind == "attribution":
                yield from _parts(each, next(labels))
            elif kind != "quantity" or not any(each.span in span for span in whole):
                yield each.span, f".{each.name or kind}{_values(each.facts, kind)}"


def _parts(each: Found, label: str) -> Iterator[tuple[Span, str]]:
    (places,) = each.places
    assert isinstance(places, tuple)  # noqa: S101 # an attribution's place is its parts
    said = _values(each.facts, "attribution")
    for name, spans in zip(PARTS, places, strict=True):
        for span in spans:
            yield span, f".{name} of={label}{said}"
            said = ""


def _values(facts: Mapping[str, str], kind: str) -> str:
    wanted = ((key, facts.get(key, "none")) for key in _SAID[kind])
    return "".join(f" {key}={_quoted(value)}" for key, value in wanted if value != "none")


def _quoted(value: str) -> str:
    return value if value.isalnum() else f'"{value}"'


def _nested(spans: list[Span]) -> tuple[list[Span], list[Span]]:
    """Those that nest in one another or stand apart, and those that do not fit in."""
    open_: list[Span] = []
    nested, crossing = [], []
    for span in spans:
        while open_ and open_[-1].end <= span.start:
            open_.pop()
        if open_ and span not in open_[-1]:
            crossing.append(span)
        else:
            open_.append(span)
            nested.append(span)
    return nested, crossing


def _escaped(text: str) -> str:
    return text.replace("[", "\\[").replace("]", "\\]")
