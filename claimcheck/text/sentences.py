"""Where sentences begin and end, without the white space between them."""

from collections.abc import Iterator
from functools import cache

import regex
import sentencex

from claimcheck.model import Span

__all__ = ["sentences"]

# Abbreviations after which sentencex ends a sentence although one goes on: measures, references, titles of
# people and of things that a number, a name or a lower-case word follows.
_ABBREVIATIONS = """
approx deg hrs hr min mins sec secs vol vols no nos pp ed eds fig figs cf ca est max temp avg ft in
lb lbs oz gal sq cu yd yds mi mph sen sens rep reps gov govs gen lt col sgt capt maj adm cmdr rev
hon prof dr mr mrs ms st mt vs
""".split()  # noqa: SIM905 # as a list it would be sixty lines


@cache
def _goes_on() -> regex.Pattern[str]:
    """The end of a piece of text after which the sentence goes on, whatever stands there."""
    return regex.compile(
        r"""(?<![\w.])(?:
              \L<abbreviations>\.      # "approx. 5 km", "Sen. Doe"
            | \p{Lu}\.                 # an initial
            )\s*\Z""",
        regex.VERBOSE | regex.IGNORECASE,
        abbreviations=_ABBREVIATIONS,
    )


def sentences(text: str) -> Iterator[Span]:
    """The sentences of a text in order, as spans of its code points.

    A line break that is no paragraph break does not end a sentence; a paragraph break always does.
    Boundaries are sentencex's, re-joined where an abbreviation or a lower-case letter shows that the
    sentence goes on. Runs in linear time and never raises.
    """
    start = end = 0
    for boundary in sentencex.get_sentence_boundaries("en", text):
        begin, stop = boundary["start_index"], boundary["end_index"]
        piece = text[begin:stop]
        if not piece.strip():
            if boundary["is_paragraph_break"]:
                if text[start:end].strip():
                    yield _trimmed(text, start, end)
                start = stop
            end = stop
            continue
        if end > start and not _continues(text, start, end, piece):
            yield _trimmed(text, start, end)
            start = begin
        elif end == start:
            start = begin
        end = stop
    if end > start and text[start:end].strip():
        yield _trimmed(text, start, end)


def _continues(text: str, start: int, end: int, piece: str) -> bool:
    """Whether `piece` belongs to the sentence before it."""
    tail = text[max(start, end - 12) : end]
    if "\n" in tail[len(tail.rstrip()) :]:
        return False
    return piece.lstrip("\"'“‘([")[:1].islower() or _goes_on().search(tail) is not None


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))
