"""What the rules about sources share: who is nobody in particular, and what stands where in a text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

import regex
from attrs import frozen

from claimcheck.model import Attribution, Span
from claimcheck.rules.registry import Story

__all__ = ["LONGEST", "Index", "index_of", "is_nested", "paragraph_of", "sentence_of", "source_words"]

_WORD = regex.compile(r"\w[\w’'-]*")
_STOP = regex.compile(r"(?<=[.!?]['”’\"»)]{0,2})\s+(?=[\p{Lu}“\"‘«(])|\n+")


def source_words(attribution: Attribution, text: str) -> list[str]:
    """The words of the source as written, in lower case; none if nobody is named."""
    return [word.lower() for part in attribution.source for word in _WORD.findall(part.of(text))]


@frozen(eq=False)
class Index:
    """Where a document's attributions and their contents stand, for asking many times.

    `firsts` has for each source the first attribution that is its. `begins` are where the attributions begin,
    which are in reading order, and `reaches` how far those reach that have begun so far.
    """

    attributions: Sequence[Attribution]
    parts: list[tuple[int, int, Attribution]]
    starts: list[int]
    firsts: Mapping[tuple[Span, ...], Attribution]
    begins: list[int]
    reaches: list[int]

    def over(self, span: Span, apart_from: Attribution | None = None) -> bool:
        """Whether a span lies in somebody's content."""
        last = bisect_right(self.starts, span.start)
        for place in range(last - 1, max(-1, last - 1 - _DEPTH), -1):
            _, end, owner = self.parts[place]
            if end >= span.end and owner is not apart_from:
                return True
        return False

    def touching(self, span: Span) -> bool:
        """Whether somebody's content shares a character with a span."""
        last = bisect_left(self.starts, span.end)
        return any(
            self.parts[place][1] > span.start for place in range(last - 1, max(-1, last - 1 - _DEPTH), -1)
        )

    def near(self, span: Span) -> Iterator[Attribution]:
        """The attributions whose content shares a character with a span, as far as prose nests."""
        last = bisect_left(self.starts, span.end)
        for place in range(last - 1, max(-1, last - 1 - _DEPTH), -1):
            if self.parts[place][1] > span.start:
                yield self.parts[place][2]

    def following(self, end: int, within: int) -> Sequence[Attribution]:
        """The attributions that begin in so many characters behind a place."""
        return self.attributions[bisect_left(self.begins, end) : bisect_right(self.begins, end + within)]

    def speaks(self, span: Span) -> bool:
        """Whether an attribution, from its first part to its last, shares a character with a span."""
        begun = bisect_left(self.begins, span.end)
        return begun > 0 and self.reaches[begun - 1] > span.start


# How many contents that begin before a place may reach over it: nesting is never deeper in prose.
_DEPTH = 30
_kept: list[Index] = []


def index_of(story: Story) -> Index:
    """The index of a story, kept while its rules run one after the other."""
    attributions = story.attributions
    if not _kept or _kept[0].attributions is not attributions:
        parts = sorted(
            ((part.start, part.end, each) for each in attributions for part in each.content),
            key=lambda part: part[:2],
        )
        firsts = {each.source: each for each in reversed(attributions)}
        spans = [each.span for each in attributions]
        begins, reaches = [span.start for span in spans], [*accumulate((span.end for span in spans), max)]
        _kept[:] = [Index(attributions, parts, [start for start, _, _ in parts], firsts, begins, reaches)]
    return _kept[0]


def is_nested(attribution: Attribution, story: Story) -> bool:
    """Whether the cue stands in what somebody else is made responsible for."""
    index = index_of(story)
    return any(index.over(cue, apart_from=attribution) for cue in attribution.cue)


LONGEST = 2000
"""Characters before and behind a place within which its sentence is looked for: nobody writes longer ones."""


def sentence_of(span: Span, text: str) -> Span:
    """The sentence around a span, found by its marks alone; what is longer than any is cut."""
    start, limit = max(0, span.start - LONGEST), min(len(text), span.end + LONGEST)
    for match in _STOP.finditer(text, start, span.start + 1):
        start = match.end()
    end = _STOP.search(text, span.end, limit)
    return Span(min(start, span.start), end.start() if end else limit)


def paragraph_of(span: Span, text: str) -> Span:
    """The paragraph around a span."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return Span(start, end if end >= 0 else len(text))
