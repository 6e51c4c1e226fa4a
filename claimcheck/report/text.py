"""The report for people at a terminal: every claim, the findings with their source, one line to sum up."""

from collections.abc import Iterator
from textwrap import wrap

from claimcheck.check import Report
from claimcheck.model import Diagnostic, Severity, Verdict
from claimcheck.report.accounts import Account, accounts
from claimcheck.report.cells import cells
from claimcheck.report.excerpt import excerpts
from claimcheck.report.format import Format, Settings, Tally
from claimcheck.run import Outcome
from claimcheck.text.legible import legible_name

__all__ = ["FORMAT", "STYLES", "finding", "safe", "summary"]

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
_VERDICT_STYLES = {Verdict.AGREES: "green", Verdict.LOOSE: "yellow", Verdict.DISAGREES: "bold red"}
_LONGEST = 3
"""Lines of a quotation's content that are shown."""


def safe(text: str) -> str:
    """Text of a draft as a terminal may have it: one line, no control characters."""
    line = " ".join(text.split())
    if line.isprintable():
        return line
    return "".join(shown for shown, _ in cells(line))


def _items(outcome: Outcome, settings: Settings) -> Iterator[str]:
    if outcome.report is None:
        return
    lines = [*_listing(outcome.name, outcome.report, settings)]
    for diagnostic in outcome.report.diagnostics:
        lines += ["", *finding(outcome.name, outcome.report, diagnostic, settings)]
    yield "\n".join(lines) + "\n"


def _listing(name: str, report: Report, settings: Settings) -> Iterator[str]:
    yield settings.paint(legible_name(name), "bold")
    rows = [
        (str(report.document.position(each.claim.span.start)), each)
        for each in accounts(report, explain=settings.explain)
    ]
    if not rows:
        yield "  no claims"
        return
    column = max(len(place) for place, _ in rows)
    kinds = max(len(each.what) for _, each in rows)
    for place, each in rows:
        yield from _block(place.rjust(column + 2), each.what.ljust(kinds), each, settings)


def _block(place: str, what: str, account: Account, settings: Settings) -> Iterator[str]:
    """One claim: place, kind and words on the first line, what there is to say of it below."""
    margin = " " * (len(place) + len(what) + 4)
    room = max(settings.width - len(margin), 20)
    head, *rest = _wrapped(account.words, room) or [""]
    yield f"{settings.paint(place, 'dim')}  {what}  {settings.paint(head, 'bold')}"
    for line in rest:
        yield margin + settings.paint(line, "bold")
    if account.verdict is not None:
        yield margin + settings.paint(account.judgement, _VERDICT_STYLES[account.verdict])
    for amount in account.amounts:
        for line in _shortened(_wrapped(amount, room)):
            yield margin + line
    last = " · ".join(each for each in (*account.hedges, account.voice) if each)
    for line in _wrapped(last, room):
        yield margin + settings.paint(line, "dim")
    for reason in account.reasons:
        for line in _wrapped(f"– {reason}", room):
            yield margin + settings.paint(line, "dim italic")


def _shortened(lines: list[str]) -> list[str]:
    """A long quotation by its beginning: the editor has the text."""
    return lines if len(lines) <= _LONGEST else [*lines[: _LONGEST - 1], f"{lines[_LONGEST - 1]} …"]


def _wrapped(text: str, width: int, indent: str = "") -> list[str]:
    line = safe(text)
    if len(line) <= width:
        return [line] if line else []
    return wrap(line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def finding(name: str, report: Report, diagnostic: Diagnostic, settings: Settings) -> Iterator[str]:
    """One diagnostic: what, where, the source with carets, other places that bear on it, and the fix."""
    document, paint = report.document, settings.paint
    style = STYLES[diagnostic.severity]
    label = f"{diagnostic.severity}[{diagnostic.code}]"
    first, *rest = _wrapped(f"{label} {diagnostic.message} ({diagnostic.name})", settings.width, indent="  ")
    yield paint(label, style) + paint(first.removeprefix(label), "bold")
    yield from (paint(line, "bold") for line in rest)
    gutter = len(str(document.position(diagnostic.span.end).line)) + 1
    place = document.place(diagnostic.span.start)
    where = f"{legible_name(name)}:{document.position(diagnostic.span.start)}" + (
        f" ({safe(place)})" if place else ""
    )
    yield f"{' ' * gutter}{paint('-->', 'blue')} {where}"
    bar = paint("|", "blue")
    yield f"{' ' * (gutter + 1)}{bar}"
    for excerpt in excerpts(document, diagnostic.span, max(settings.width - gutter - 3, 20)):
        if excerpt is None:
            yield f"{'…':>{gutter}} {bar}"
            continue
        yield f"{paint(f'{excerpt.line:>{gutter}}', 'blue')} {bar} {excerpt.shown}"
        yield f"{' ' * (gutter + 1)}{bar} {' ' * excerpt.indent}{paint('^' * excerpt.carets, style)}"
    for related in diagnostic.related:
        position = document.position(related.span.start)
        yield f"{' ' * gutter} {paint('=', 'blue')} {position}: {safe(related.message)}"
    for fix in diagnostic.fixes:
        kind = "fix" if fix.certain else "suggestion"
        yield f"{' ' * gutter} {paint('=', 'blue')} {kind}: {paint(safe(fix.title), 'green')}"


def summary(tally: Tally) -> str:
    """One line: files, claims by kind, findings by severity."""
    claims = ", ".join(_counted(count, kind) for kind, count in sorted(tally.claims.items()))
    found = ", ".join(
        _counted(tally.diagnostics[severity], severity)
        for severity in Severity
        if tally.diagnostics[severity]
    )
    parts = [
        _counted(tally.files, "file"),
        claims or "no claims",
        found or "no findings",
        *([f"{len(tally.failures)} could not be read"] if tally.failures else []),
    ]
    return "; ".join(parts)


def _counted(count: int, noun: str) -> str:
    plural = {"quantity": "quantities"}.get(noun, f"{noun}s")
    return f"{count:,} {noun if count == 1 else plural}"


FORMAT = Format(items=_items, tail=lambda tally: f"\n{summary(tally)}\n", separator="\n")
