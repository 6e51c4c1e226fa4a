"""MyST bracketed spans: `[50 km]{.quantity value=50}`, which nest and render.

The corpus is written in them, and so may be a newsroom's own Markdown; to a reader they are not there. The
notation is that of MyST's `attrs_inline` and `attrs_block` (markdown-it-py's attrs plugin).
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache

import regex
from attrs import field, frozen

from claimcheck.model import Span
from claimcheck.text.document import Piece

__all__ = ["Attributes", "Mark", "Marked", "attributes", "marked"]


@frozen
class Attributes:
    """What stands between the braces: classes, an id, and values by key."""

    classes: tuple[str, ...] = ()
    id: str | None = None
    values: Mapping[str, str] = field(factory=dict, hash=False)


@frozen
class Mark:
    """A bracketed span: where its words stand in the text without markup, and what is said of them.

    `opening` and `closing` are the markup around it, in the source.
    """

    span: Span
    attributes: Attributes
    opening: Span
    closing: Span


@frozen
class Marked:
    """A text without its markup, where each character of it stood, and the marks in the order they open."""

    text: str
    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...]


# Bounded everywhere, so that a megabyte of braces takes no longer than a megabyte of prose.
_ATTRIBUTES = r"""
    \{ [ \t\n]*+
    (?: (?P<token>
            \.[\w-]{1,64} | \#[\w-]{1,64} | [\w-]{1,64} = (?: "[^"\n]{0,1000}+" | [^\s"'{}<>=`]{1,200}+ )
        )
        (?: [ \t\n]++ | (?=\}) )
    ){1,32}
    \}
"""


@cache
def _braces() -> regex.Pattern[str]:
    return regex.compile(_ATTRIBUTES, regex.VERBOSE)


@cache
def _tokens() -> regex.Pattern[str]:
    return regex.compile(
        rf"""(?P<escape> \\[!-/:-@\[-`{{-~] ) | (?P<open> \[ )
            | (?P<close> \] (?P<braces> {_ATTRIBUTES} )?+ )""",
        regex.VERBOSE,
    )


def attributes(line: str) -> Attributes | None:
    """What a line of attributes says (`{.nothing of=quantity}`); None if it is no such line."""
    found = _braces().fullmatch(line.strip())
    return _read(found.captures("token")) if found else None


def marked(source: str) -> Marked:
    r"""A text in the notation, taken apart. Backslashes before ASCII punctuation are markup too.

    >>> marked("[50 km]{.quantity value=50} off").text
    '50 km off'
    """
    cuts: list[Span] = []
    found = []
    for opening, closing, values in _spans(source, cuts):
        cuts += (opening, closing)
        found.append((opening, closing, values))
    pieces = tuple(_kept(source, sorted(cuts)))
    text = "".join(source[each.source_start : each.source_start + each.length] for each in pieces)
    starts = [each.source_start for each in pieces]

    def place(offset: int) -> int:
        """Where the gap behind a character of the source is when the cuts before it are gone."""
        index = bisect_right(starts, offset - 1) - 1
        if index < 0:
            return 0
        piece = pieces[index]
        return piece.start + min(offset - piece.source_start, piece.length)

    marks = (
        Mark(Span(place(opening.start), place(closing.start)), values, opening, closing)
        for opening, closing, values in sorted(found, key=lambda each: each[0])
    )
    return Marked(text, pieces, tuple(marks))


def _spans(source: str, escapes: list[Span]) -> Iterator[tuple[Span, Span, Attributes]]:
    """Opening and closing markup of each span, in the order they close; escapes are put into the list."""
    opened: list[int] = []
    for token in _tokens().finditer(source):
        if token["escape"]:
            escapes.append(Span(token.start(), token.start() + 1))
        elif token["open"]:
            opened.append(token.start())
        elif opened:
            start = opened.pop()
            if token["braces"]:
                yield Span(start, start + 1), Span(*token.span()), _read(token.captures("token"))


def _read(tokens: list[str]) -> Attributes:
    classes = tuple(token[1:] for token in tokens if token[0] == ".")
    name = next((token[1:] for token in tokens if token[0] == "#"), None)
    pairs = (token.split("=", 1) for token in tokens if token[0] not in ".#")
    return Attributes(classes, name, {key: value.strip('"') for key, value in pairs})


def _kept(source: str, cuts: list[Span]) -> Iterator[Piece]:
    """The runs of the source between the cuts."""
    start = at = 0
    for cut in (*cuts, Span(len(source), len(source))):
        length = cut.start - at
        if length > 0:
            yield Piece(start, at, length, length)
            start += length
        at = cut.end
