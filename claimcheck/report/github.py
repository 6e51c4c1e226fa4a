"""Workflow commands that GitHub Actions shows as annotations on the changed lines."""

from collections.abc import Iterator

import regex

from claimcheck.model import Severity
from claimcheck.report import regions
from claimcheck.report.format import Format, Settings
from claimcheck.run import Outcome
from claimcheck.text.legible import legible

__all__ = ["FORMAT"]

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})

_BREAKS = ("\r", "\n")
_PARTS = regex.compile(r"([\r\n])")


def _items(outcome: Outcome, _: Settings) -> Iterator[str]:
    name = _path(regions.in_repository(outcome.name))
    if outcome.error is not None:
        yield f"::error file={name},title=claimcheck::{legible(str(outcome.error)).translate(_MESSAGE)}\n"
    if outcome.report is None:
        return
    for each in outcome.report.diagnostics:
        where = regions.region(outcome.report.document, each.span)
        # GitHub takes columns only where the annotation is on one line.
        columns = f",col={where.start_column},endColumn={where.end_column}"
        place = f"line={where.start_line},endLine={where.end_line}"
        if where.start_line == where.end_line:
            place += columns
        title = f"{each.code} {each.name}".translate(_PROPERTY)
        lines = (regions.message(outcome.report.document, each), *(f"fix: {fix.title}" for fix in each.fixes))
        message = "\n".join(map(legible, lines)).translate(_MESSAGE)
        yield f"::{_LEVELS[each.severity]} file={name},{place},title={title}::{message}\n"


def _path(name: str) -> str:
    """The name as a property; line breaks survive in their escapes, so that GitHub finds the file."""
    return "".join(part if part in _BREAKS else legible(part) for part in _PARTS.split(name)).translate(
        _PROPERTY
    )


FORMAT = Format(items=_items)
