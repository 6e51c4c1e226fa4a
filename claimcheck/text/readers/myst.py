"""What MyST adds to a line of Markdown and its readers never see: bracketed spans and attributes.

`[50 km]{.quantity value=50}` reads "50 km"; a line `{.nothing}` above a paragraph and the fences `:::{note}`
read as nothing. Brackets without attributes are brackets.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import regex

__all__ = ["Run", "without_markup"]


class Run(NamedTuple):
    """Text and the stretch of the source that it stands for."""

    text: str
    start: int
    end: int

    @property
    def verbatim(self) -> bool:
        """Whether each character stands for one of the source."""
        return len(self.text) == self.end - self.start


@cache
def _markup() -> regex.Pattern[str]:
    return regex.compile(
        r"""
          (?P<open>  \[ )
        | (?P<close> \] ) (?P<attributes> \{ (?: "(?:[^"\\]|\\.)*+" | [^"{}] )*+ \} )?+
        | (?P<line>  (?<![^\n])  (?: \{ [.\#\w] (?: "(?:[^"\\]|\\.)*+" | [^"{}\n] )*+ \}
                                  |  :{3,}+ (?: \{ [^{}\n]*+ \} )?+ [^\n]*+ ) [ ]*+ (?: \n | \Z ) )
        """,
        regex.VERBOSE,
    )


def without_markup(runs: Sequence[Run], source: str) -> Iterator[Run]:
    """The runs of one block without spans, attributes and fences; an escaped bracket is a bracket."""
    text = "".join(run.text for run in runs)
    dropped = sorted(_dropped(text, _escaped(runs, source))) if "{" in text or ":::" in text else []
    at = 0
    for run in runs:
        yield from _cut(run, at, dropped)
        at += len(run.text)


def _escaped(runs: Sequence[Run], source: str) -> set[int]:
    """Where in the joined text a character was written behind a backslash."""
    at, found = 0, set()
    for run in runs:
        if run.text[:1] in ("[", "]") and run.start and source[run.start - 1] == "\\":
            found.add(at)
        at += len(run.text)
    return found


def _dropped(text: str, escaped: set[int]) -> Iterator[tuple[int, int]]:
    """The ranges of the text that are markup."""
    opened: list[int] = []
    for match in _markup().finditer(text):
        if match.start() in escaped:
            continue
        if match["open"]:
            opened.append(match.start())
        elif match["line"]:
            yield match.span()
        elif opened:
            start = opened.pop()
            if match["attributes"]:
                yield start, start + 1
                yield match.span()


def _cut(run: Run, at: int, dropped: list[tuple[int, int]]) -> Iterator[Run]:
    """What is left of a run that begins at offset `at` of the joined text; forgets ranges gone by."""
    end = at + len(run.text)
    while dropped and dropped[0][1] <= at:
        dropped.pop(0)
    position = at
    for start, stop in dropped:
        if start >= end:
            break
        if position < start:
            yield _part(run, position - at, start - at)
        position = max(position, min(stop, end))
    if position < end:
        yield _part(run, position - at, end - at)


def _part(run: Run, start: int, end: int) -> Run:
    if start == 0 and end == len(run.text):
        return run
    if run.verbatim:
        return Run(run.text[start:end], run.start + start, run.start + end)
    return Run(run.text[start:end], run.start, run.end)
