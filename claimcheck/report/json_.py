"""Everything as one JSON value, by the schema in `report.schema.json`."""

from collections.abc import Iterator

from claimcheck._version import __version__
from claimcheck.report import values
from claimcheck.report.format import Format, Settings, Tally
from claimcheck.report.jsontext import dumped
from claimcheck.run import Outcome

__all__ = ["FORMAT"]


def _head(_: Settings) -> str:
    return f'{{"$schema": "{values.SCHEMA}",\n"version": "{__version__}",\n"documents": [\n'


def _items(outcome: Outcome, _: Settings) -> Iterator[str]:
    yield dumped(values.document(outcome), indent=1)


def _tail(tally: Tally) -> str:
    return f'\n],\n"summary": {dumped(values.summary(tally), indent=1)}}}\n'


FORMAT = Format(items=_items, head=_head, tail=_tail, separator=",\n")
