"""The text that is read, and where each character of it stands in the file it came from."""

from bisect import bisect_right
from functools import cached_property
from pathlib import Path

from attrs import field, frozen

from claimcheck.model import Span
from claimcheck.text.positions import LineIndex, Position

__all__ = ["Document", "Piece"]


@frozen(order=True)
class Piece:
    """A run of the document's text and the run of the source that it was read from.

    A piece whose two lengths are equal was copied character by character; any other ("&eacute;" for "é")
    stands for its source as a whole.
    """

    start: int
    source_start: int
    length: int
    source_length: int

    @property
    def verbatim(self) -> bool:
        """Whether every character stands for one character of the source."""
        return self.length == self.source_length


@frozen
class Document:
    """A draft. `text` is what is parsed; every offset in the public API counts its code points.

    For plain text `source` is None and the text is the file. A reader of another format passes the file's
    own characters as `source` and the `pieces` that map text to source, in order and without overlap;
    characters of the text that no piece covers (a line break put between two table cells) stand for the
    place where the next piece begins. `places` names parts of a file that has no lines of its own
    (paragraphs of a .docx), each from an offset in the text on.
    """

    text: str = field(repr=False)
    name: str = "<text>"
    path: Path | None = None
    kind: str = "plain"
    source: str | None = field(default=None, repr=False)
    pieces: tuple[Piece, ...] = field(default=(), repr=False)
    places: tuple[tuple[int, str], ...] = field(default=(), repr=False)

    @cached_property
    def lines(self) -> LineIndex:
        """Lines of the original file."""
        return LineIndex(self.text if self.source is None else self.source)

    @cached_property
    def _piece_starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]

    def source_span(self, span: Span) -> Span:
        """The same stretch in the original file, as code points of `source`."""
        if self.source is None:
            return span
        start = self._source_offset(span.start, at_end=False)
        end = self._source_offset(span.end, at_end=True) if len(span) else start
        return Span(start, max(start, end))

    def position(self, offset: int) -> Position:
        """Line and column, from 1, in the original file, of a character of the text."""
        if self.source is not None:
            offset = self._source_offset(offset, at_end=False)
        return self.lines.position(offset)

    def text_offset(self, source_offset: int) -> int:
        """The first character of the text that stands at or after a place in the original file."""
        if self.source is None:
            return source_offset
        index = bisect_right(self.pieces, source_offset, key=lambda piece: piece.source_start) - 1
        if index >= 0:
            piece = self.pieces[index]
            into = source_offset - piece.source_start
            if into == 0 or (piece.verbatim and into < piece.length):
                return piece.start + into
        return self.pieces[index + 1].start if index + 1 < len(self.pieces) else len(self.text)

    def place(self, offset: int) -> str | None:
        """The name of the part of the file that holds a character, where the format has such names."""
        index = bisect_right(self.places, offset, key=lambda place: place[0]) - 1
        return self.places[index][1] if index >= 0 else None

    def _source_offset(self, offset: int, *, at_end: bool) -> int:
        """Where a character (or, `at_end`, the gap behind the one before) stands in the source."""
        if not self.pieces:
            return 0
        probe = offset - 1 if at_end else offset
        index = bisect_right(self._piece_starts, probe) - 1
        piece = self.pieces[max(index, 0)]
        into = offset - piece.start
        if index < 0:
            return piece.source_start
        if into <= piece.length if at_end else into < piece.length:
            if piece.verbatim:
                return piece.source_start + into
            return piece.source_start + (piece.source_length if at_end else 0)
        if at_end or index + 1 == len(self.pieces):
            return piece.source_start + piece.source_length
        return self.pieces[index + 1].source_start
