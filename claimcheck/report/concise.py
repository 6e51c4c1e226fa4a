"""One line a finding: name:line:column: severity[code] message."""

from collections.abc import Iterator

from claimcheck.report.format import Format, Settings
from claimcheck.report.regions import message
from claimcheck.report.text import STYLES, safe, summary
from claimcheck.run import Outcome
from claimcheck.text.legible import legible_name

__all__ = ["FORMAT"]


def _items(outcome: Outcome, settings: Settings) -> Iterator[str]:
    if outcome.report is None:
        return
    document = outcome.report.document
    for each in outcome.report.diagnostics:
        place = document.position(each.span.start)
        label = settings.paint(f"{each.severity}[{each.code}]", STYLES[each.severity])
        yield f"{legible_name(outcome.name)}:{place}: {label} {safe(message(document, each))}\n"


FORMAT = Format(items=_items, tail=lambda tally: f"{summary(tally)}\n")
