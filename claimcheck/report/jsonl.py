"""One line of JSON for each document, the same value as an entry of "documents" in the json format."""

import json
from collections.abc import Iterator

from claimcheck.report import values
from claimcheck.report.format import Format, Settings
from claimcheck.run import Outcome

__all__ = ["FORMAT"]

# JSON lets them stand, but some readers (Python's splitlines, for one) end a line there.
_BREAKS = ("\x85", "\u2028", "\u2029")


def _items(outcome: Outcome, _: Settings) -> Iterator[str]:
    line = json.dumps(values.document(outcome), ensure_ascii=False)
    for character in _BREAKS:
        line = line.replace(character, f"\\u{ord(character):04x}")
    yield line + "\n"


FORMAT = Format(items=_items)
