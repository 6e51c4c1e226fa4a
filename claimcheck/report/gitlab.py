"""GitLab's Code Quality report: an array of issues in Code Climate's form."""

from collections.abc import Iterator
from hashlib import sha256

from claimcheck.fingerprint import fingerprints
from claimcheck.model import Severity
from claimcheck.report.format import Format, Settings
from claimcheck.report.jsontext import dumped
from claimcheck.report.regions import in_repository, message, region
from claimcheck.run import Outcome
from claimcheck.text.legible import legible

__all__ = ["FORMAT"]

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def _items(outcome: Outcome, _: Settings) -> Iterator[str]:
    path = legible(in_repository(outcome.name))
    if outcome.error is not None:
        place: dict[str, object] = {"path": path, "lines": {"begin": 1}}
        yield _issue(
            {"check_name": "input", "description": legible(str(outcome.error)), "severity": "blocker"}, place
        )
    if outcome.report is None:
        return
    document, diagnostics = outcome.report.document, outcome.report.diagnostics
    for each, key in zip(diagnostics, fingerprints(document, diagnostics), strict=True):
        where = region(document, each.span)
        positions = {
            "begin": {"line": where.start_line, "column": where.start_column},
            "end": {"line": where.end_line, "column": where.end_column},
        }
        said = {
            "check_name": f"{each.code} {each.name}",
            "description": message(document, each),
            "severity": _SEVERITIES[each.severity],
        }
        yield _issue(said, {"path": path, "positions": positions}, key)


def _issue(said: dict[str, str], place: dict[str, object], key: str = "") -> str:
    """One issue. GitLab wants fingerprints that are unique in the whole report, so the path takes part."""
    parts = f"{place['path']}\0{said['check_name']}\0{key}"
    fingerprint = sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    issue = {
        "type": "issue",
        **said,
        "categories": ["Clarity"],
        "fingerprint": fingerprint,
        "location": place,
    }
    return dumped(issue)


FORMAT = Format(items=_items, head=lambda _: "[\n", tail=lambda _: "\n]\n", separator=",\n")
