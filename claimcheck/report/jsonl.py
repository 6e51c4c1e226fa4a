"""One line of JSON for each document, the same value as an entry of "documents" in the json format."""

from collections.abc import Iterator

from claimcheck.report import values
from claimcheck.report.format import Format, Settings
from claimcheck.report.jsontext import dumped
from claimcheck.run import Outcome

__all__ = ["FORMAT"]


def _items(outcome: Outcome, _: Settings) -> Iterator[str]:
    yield dumped(values.document(outcome)) + "\n"


FORMAT = Format(items=_items)
