"""Everybody who speaks in a document, with all their mentions."""

from collections.abc import Iterator

from claimcheck.model import Span, Speaker
from claimcheck.parse.attribution.names import Names
from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["registry"]


def _outermost(spans: set[tuple[int, int]]) -> Iterator[Span]:
    """Spans, as pairs of start and negative end, without those that lie in another."""
    last = -1
    for start, negative in sorted(spans):
        if -negative > last:
            last = -negative
            yield Span(start, last)


def registry(tape: Tokens, names: Names) -> Iterator[Speaker]:
    """The speakers, in order of their first mention."""
    speaking = [entity for entity in names.entities if entity.speaks]
    for entity in sorted(speaking, key=lambda each: min(each.mentions)):
        spans = {(tape.starts[a], -tape.ends[b - 1 - (tape.tags[b - 1] in ",-")]) for a, b in entity.mentions}
        yield Speaker(
            entity.name,
            tuple(_outermost(spans)),
            tuple(entity.titles),
            tuple(entity.affiliations),
            entity.plural,
        )
