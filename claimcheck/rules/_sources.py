"""What the rules about sources share: who is nobody in particular, and what stands where in a text."""

import regex

from claimcheck.model import Attribution, Span
from claimcheck.rules.registry import Story

__all__ = ["is_nested", "paragraph_of", "sentence_of", "source_words"]

_WORD = regex.compile(r"\w[\w’'-]*")
_STOP = regex.compile(r"(?<=[.!?]['”’\"»)]{0,2})\s+(?=[\p{Lu}“\"‘«(])|\n+")


def source_words(attribution: Attribution, text: str) -> list[str]:
    """The words of the source as written, in lower case; none if nobody is named."""
    return [word.lower() for part in attribution.source for word in _WORD.findall(part.of(text))]


def is_nested(attribution: Attribution, story: Story) -> bool:
    """Whether the cue stands in what somebody else is made responsible for."""
    outer = (story.source_of(cue) for cue in attribution.cue)
    return any(each is not None and each is not attribution for each in outer)


def sentence_of(span: Span, text: str) -> Span:
    """The sentence around a span, found by its marks alone."""
    start = 0
    for match in _STOP.finditer(text, max(0, span.start - 2000), span.start + 1):
        start = match.end()
    end = _STOP.search(text, span.end)
    return Span(min(start, span.start), end.start() if end else len(text))


def paragraph_of(span: Span, text: str) -> Span:
    """The paragraph around a span."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return Span(start, end if end >= 0 else len(text))
