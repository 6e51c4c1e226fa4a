"""What MyST adds to a line of Markdown and its readers never see: bracketed spans, attributes, fences.

`[50 km]{.quantity value=50}` reads "50 km"; a line `{.nothing}` above a paragraph and the fences `:::{note}`
read as nothing. Brackets without attributes are brackets. The notation is that of `claimcheck.text.spans`.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

import regex

from claimcheck.model import Span
from claimcheck.text.spans import attributes, marked

__all__ = ["Run", "without_markup"]

_ESCAPED = "\ufffd"


class Run(NamedTuple):
    """Text and the stretch of the source that it stands for."""

    text: str
    start: int
    end: int

    @property
    def verbatim(self) -> bool:
        """Whether each character stands for one of the source."""
        return len(self.text) == self.end - self.start

    def part(self, start: int, end: int) -> "Run":
        """Some of the characters."""
        if not self.verbatim:
            return Run(self.text[start:end], self.start, self.end)
        return Run(self.text[start:end], self.start + start, self.start + end)


@cache
def _fence() -> regex.Pattern[str]:
    """A line that opens or closes a MyST directive, with its line break."""
    return regex.compile(
        r"^ :{3,}+ [ ]*+ (?: \{ [^{}\n]*+ \} [^\n]*+ )? $ \n?+", regex.VERBOSE | regex.MULTILINE
    )


@cache
def _attribute_line() -> regex.Pattern[str]:
    """What may be a line of attributes, with its line break."""
    return regex.compile(r"^ [ \t]*+ \{ [^\n]*+ (?<= \} [ \t]{0,8} ) $ \n?+", regex.VERBOSE | regex.MULTILINE)


def without_markup(runs: Sequence[Run], source: str) -> Iterator[Run]:
    """The runs of one block without spans, attributes and fences; an escaped bracket is a bracket."""
    text = "".join(run.text for run in runs)
    if "{" not in text and ":::" not in text:
        yield from runs
        return
    starts = [0, *accumulate(len(run.text) for run in runs)]
    gone = deque(sorted((*_notation(_masked(text, runs, starts, source)), *_fences(text))))
    for run, start in zip(runs, starts, strict=False):
        yield from _left(run, start, gone)


def _notation(text: str) -> Iterator[Span]:
    """Brackets of spans with their braces, and lines of attributes with their line break."""
    for mark in marked(text).marks:
        yield from (mark.opening, mark.closing)
    for line in _attribute_line().finditer(text):
        if attributes(line[0]):
            yield Span(*line.span())


def _fences(text: str) -> Iterator[Span]:
    return (Span(*match.span()) for match in _fence().finditer(text))


def _masked(text: str, runs: Sequence[Run], starts: Sequence[int], source: str) -> str:
    """The text in which no bracket was written behind a backslash; pyromark has taken those away."""
    found = list(text.replace("\\", _ESCAPED))
    for run, start in zip(runs, starts, strict=False):
        if run.text[:1] in ("[", "]", "{") and run.start and source[run.start - 1] == "\\":
            found[start] = _ESCAPED
    return "".join(found)


def _left(run: Run, at: int, gone: deque[Span]) -> Iterator[Run]:
    """What is left of a run that begins at offset `at` of the joined text; drops ranges that are behind."""
    end = at + len(run.text)
    position = at
    while gone and gone[0].start < end:
        if position < gone[0].start:
            yield run.part(position - at, gone[0].start - at)
        position = max(position, min(gone[0].end, end))
        if gone[0].end > end:
            break
        gone.popleft()
    if position < end:
        yield run.part(position - at, end - at)
