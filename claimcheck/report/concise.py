"""One line a finding: name:line:column: severity[code] message."""

from collections.abc import Iterator

from claimcheck.report.format import Format, Settings
from claimcheck.report.text import STYLES, safe, summary
from claimcheck.run import Outcome
from claimcheck.text.legible import legible_name

__all__ = ["FORMAT"]


def _items(outcome: Outcome, settings: Settings) -> Iterator[str]:
    if outcome.report is None:
        return
    for each in outcome.report.diagnostics:
        place = outcome.report.document.position(each.span.start)
        label = settings.paint(f"{each.severity}[{each.code}]", STYLES[each.severity])
        yield f"{legible_name(outcome.name)}:{place}: {label} {safe(each.message)}\n"


FORMAT = Format(items=_items, tail=lambda tally: f"{summary(tally)}\n")
