"""One line of JSON for each document, the same value as an entry of "documents" in the json format."""

import json
from collections.abc import Iterator

from claimcheck.report import values
from claimcheck.report.format import Format, Settings
from claimcheck.run import Outcome

__all__ = ["FORMAT"]


def _items(outcome: Outcome, _: Settings) -> Iterator[str]:
    yield json.dumps(values.document(outcome), ensure_ascii=False) + "\n"


FORMAT = Format(items=_items)
