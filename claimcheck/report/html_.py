"""One self-contained page: the article as written, every claim underlined, and what there is to say of it.

The page loads nothing: its style sheet and script are inside it, and its content security policy allows those
two by their hashes and nothing else, so that no draft can smuggle in a script of its own.
"""

from base64 import b64encode
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from itertools import islice

from claimcheck.check import Report
from claimcheck.model import Attribution, Conversion, Diagnostic
from claimcheck.report.accounts import Account, accounts
from claimcheck.report.format import Format, Settings, Tally
from claimcheck.report.intervals import pairs
from claimcheck.report.marked import Card, Layer, Mark, marked, shown
from claimcheck.report.numberline import picture
from claimcheck.report.text import summary
from claimcheck.run import Outcome
from claimcheck.text.legible import legible

__all__ = ["FORMAT"]

_SIGNS = {"agrees": "✓", "loose": "≈", "disagrees": "✗"}
_PICTURES = 4
"""Pictures in one card; a table of dimensions could have dozens."""


@cache
def _part(name: str) -> str:
    return files(__package__).joinpath("page", name).read_text("utf-8")


def _allowed(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _head(_: Settings) -> str:
    style, script = _part("page.css"), _part("page.js")
    policy = (
        f"default-src 'none'; style-src {_allowed(style)}; script-src {_allowed(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    filters = "".join(
        f'<label>{title} <select name="{name}"><option value="">all</option></select></label>'
        for name, title in (
            ("kind", "Kind"),
            ("verdict", "Verdict"),
            ("speaker", "Who says so"),
            ("finding", "Findings"),
            ("document", "Document"),
        )
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>claimcheck</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f"<header><h1>claimcheck</h1><form hidden>{filters}<output></output></form>"
        '<span class="keys"><kbd>j</kbd> next <kbd>k</kbd> back <kbd>Esc</kbd> close</span>'
        "</header>\n<main>\n"
    )


def _tail(tally: Tally) -> str:
    return (
        f"</main>\n<footer>{escape(summary(tally))}</footer>\n<script>{_part('page.js')}</script>\n"
        "</body>\n</html>\n"
    )


def _items(outcome: Outcome, settings: Settings) -> Iterator[str]:
    name = legible(outcome.name)
    key = "d" + sha256(outcome.name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    yield f'<section class="document" id="{key}" aria-label="{escape(name)}">\n'
    if outcome.report is None:
        yield f'<h2>{shown(name)}</h2><p class="failure">{shown(legible(str(outcome.error)))}</p></section>\n'
        return
    yield f"<h2>{shown(name)}<small>{_counted(outcome.report)}</small></h2>\n"
    yield from _document(key, outcome.report, settings)
    yield "</section>\n"


def _counted(report: Report) -> str:
    tally = Tally()
    tally.add(Outcome("", report))
    return escape(summary(tally).partition("; ")[2])


def _document(key: str, report: Report, settings: Settings) -> Iterator[str]:
    """The text and the list of cards. A finding on the words of a claim is shown in that claim's card."""
    told = list(accounts(report, explain=settings.explain))
    places = [Card(f"{key}-{index}", index + 1) for index in range(len(told) + len(report.diagnostics))]
    findings, stray = _shared_out(report.diagnostics, told)
    lines = [
        [*_told(report, each, found), *map(_finding, found)]
        for each, found in zip(told, findings, strict=True)
    ]
    cards = [
        (each.claim.span, _card(place, report, each, body, found))
        for place, each, body, found in zip(places, told, lines, findings, strict=False)
    ]
    layers = list(_layers(places, told, findings))
    for place, diagnostic in zip(places[len(told) :], stray, strict=False):
        layers.append(Layer(diagnostic.span, place, diagnostic.severity, link=True))
        cards.append((diagnostic.span, _stray(place, report, diagnostic)))
    yield '<div class="text" dir="auto">'
    yield from marked(report.document.text, list(_marks(places, told)), layers)
    yield '</div>\n<ol class="claims" aria-label="Claims" tabindex="-1">\n'
    yield from (card for _, card in sorted(cards, key=lambda card: card[0]))
    yield "</ol>\n"


def _shared_out(
    diagnostics: Iterable[Diagnostic], told: list[Account]
) -> tuple[list[list[Diagnostic]], list[Diagnostic]]:
    """The findings of each claim, and those of none: on its very words, or on words within a figure."""
    findings: list[list[Diagnostic]] = [[] for _ in told]
    stray: list[Diagnostic] = []
    by_span = {each.claim.span: index for index, each in reversed(list(enumerate(told)))}
    figures = [index for index, each in enumerate(told) if each.claim.kind != "attribution"]
    starts = [told[index].claim.span.start for index in figures]
    for diagnostic in diagnostics:
        index = by_span.get(diagnostic.span)
        before = bisect_right(starts, diagnostic.span.start) - 1
        if index is None and before >= 0 and diagnostic.span in told[figures[before]].claim.span:
            index = figures[before]
        (stray if index is None else findings[index]).append(diagnostic)
    return findings, stray


def _marks(places: list[Card], told: list[Account]) -> Iterator[Mark]:
    """The figures; one that overlaps the one before it has a card but no mark."""
    end = 0
    for place, each in zip(places, told, strict=False):
        span = each.claim.span
        if each.claim.kind != "attribution" and span.start >= end and len(span):
            end = span.end
            yield Mark(span, place, each.verdict or "figure")


def _layers(places: list[Card], told: list[Account], findings: list[list[Diagnostic]]) -> Iterator[Layer]:
    """Sources, cues and contents; the cue is the attribution's link, or else its source or content."""
    for place, each, found in zip(places, told, findings, strict=False):
        subject = each.claim.subject
        if not isinstance(subject, Attribution):
            continue
        severity = f" {found[0].severity}" if found else ""
        handle = "cue" if subject.cue else "source" if subject.source else "said"
        for name, spans in (("source", subject.source), ("cue", subject.cue), ("said", subject.content)):
            for span in spans:
                link = name == handle and span == spans[0]
                yield Layer(span, place, f"{name}{severity if link else ''}", link)


def _told(report: Report, told: Account, findings: list[Diagnostic]) -> Iterator[str]:
    """What there is to say of a claim."""
    subject = told.claim.subject
    if told.verdict is not None:
        yield _line("judgement", f"{_SIGNS[told.verdict]} {told.judgement}")
    for each in told.amounts:
        yield _line("content" if isinstance(subject, Attribution) else "amount", each)
    if isinstance(subject, Conversion):
        assessments = report.assessments_of(subject)
        drawn = (pair for each in assessments for pair in pairs(report.document.text, each))
        yield from map(picture, islice(drawn, _PICTURES))
        for assessment in assessments:
            if assessment.suggestion is not None and not any(each.fixes for each in findings):
                yield f'<p class="fix">Suggested: <ins>{shown(assessment.suggestion)}</ins></p>'
    if told.hedges:
        yield _labelled(
            "hedges", "given as" if not isinstance(subject, Attribution) else "", "; ".join(told.hedges)
        )
    if told.voice:
        yield _labelled("voice", "" if isinstance(subject, Attribution) else "source", told.voice)
    yield from (_line("reason", each) for each in told.reasons)


def _card(place: Card, report: Report, told: Account, lines: list[str], findings: list[Diagnostic]) -> str:
    verdict = told.verdict or ""
    data = {
        "kind": told.what,
        "verdict": verdict,
        "speaker": told.speaker,
        "finding": ", ".join(dict.fromkeys(f"{each.code} {each.name}" for each in findings)),
    }
    start = told.claim.span.start
    part = report.document.place(start)
    where = f"{report.document.position(start)} ({part})" if part else str(report.document.position(start))
    words = "who" if isinstance(told.claim.subject, Attribution) else "words"
    head = f'<span class="kind">{shown(told.what)}</span> <span class="{words}">{shown(told.words)}</span>'
    classes = " ".join(filter(None, ("card", told.claim.kind, verdict)))
    return _item(place, classes, data, [f'<p class="head">{_where(place, where)}{head}</p>', *lines])


def _stray(place: Card, report: Report, diagnostic: Diagnostic) -> str:
    """The card of a finding that is about no single claim."""
    data = {"kind": "finding", "finding": f"{diagnostic.code} {diagnostic.name}"}
    where = _where(place, str(report.document.position(diagnostic.span.start)))
    head = f'<p class="head">{where}<span class="kind">finding</span></p>'
    return _item(place, f"card {diagnostic.severity}", data, [head, _finding(diagnostic)])


def _item(place: Card, classes: str, data: dict[str, str], lines: list[str]) -> str:
    attributes = "".join(f' data-{key}="{shown(value)}"' for key, value in data.items() if value)
    return f'<li class="{classes}" id="{place.name}"{attributes}>{"".join(lines)}</li>\n'


def _where(place: Card, where: str) -> str:
    return f'<a class="where" href="#at-{place.name}" data-n="{place.number}">{shown(where)}</a> '


def _finding(diagnostic: Diagnostic) -> str:
    fixes = "".join(
        f'<p class="fix">Suggested: <ins>{shown(each.title)}</ins></p>' for each in diagnostic.fixes
    )
    return (
        f'<div class="finding {diagnostic.severity}"><b>{diagnostic.code} {diagnostic.name}</b>'
        f"{shown(diagnostic.message)}{fixes}</div>"
    )


def _labelled(name: str, label: str, text: str) -> str:
    """A line with a word before it that says what it is about."""
    before = f'<span class="label">{label}</span>' if label else ""
    return f'<p class="{name}">{before}{shown(text)}</p>'


def _line(name: str, text: str) -> str:
    return f'<p class="{name}">{shown(text)}</p>'


FORMAT = Format(items=_items, head=_head, tail=_tail)
