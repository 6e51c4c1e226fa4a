"""Putting a document's text together while every character remembers where it came from.

The layout is the same for every format, so that the parsers meet one kind of text: paragraphs, headings and
list items are divided by an empty line, rows of a table by a line break, cells by " | ". No quantity runs
across any of these. A cell without text leaves its separator (" |  | "), so that the cells behind it keep
their columns; empty cells at the end of a row are left out. So are characters that only say where a line may
break.
"""

from enum import IntEnum

import regex
from attrs import define, field

from claimcheck.text.document import Piece

__all__ = ["BLANKS", "INVISIBLE", "OPAQUE", "Assembly", "Break"]


class Break(IntEnum):
    """What parts two stretches of text, weakest first."""

    NONE = 0
    LINE = 1  # between paragraphs of one cell: it gives way where the cell ends too
    ROW = 2
    PARAGRAPH = 3


_WRITTEN = {Break.NONE: "", Break.LINE: "\n\n", Break.ROW: "\n", Break.PARAGRAPH: "\n\n"}
_CELL = " | "

BLANKS = " \t\r\n\f"
"""What HTML and Markdown collapse: a no-break space is none of them (HTML, “ASCII whitespace”)."""
_MARKS = "\u00ad\u200b\u2060\ufeff"
INVISIBLE = regex.compile(f"[{_MARKS}]")
"""Soft hyphen, zero width space, word joiner and zero width no-break space: they say where a line may break,
and are no part of a word or a figure."""
_VISIBLE = regex.compile(f"[^{_MARKS}]++")
OPAQUE = "\ufffc"
"""OBJECT REPLACEMENT CHARACTER, Unicode's stand-in for what is no text: a word of code, a formula."""


@define
class Assembly:
    """Collects text and the pieces that map it to the source, in which reading began at offset `base`.

    A separator is only written when more text follows, and of several in a row the strongest counts.
    """

    _base: int = 0
    _parts: list[str] = field(factory=list)
    _pieces: list[Piece] = field(factory=list)
    _open_start: tuple[int, int] = (-1, -1)  # in the text and in the source, of a piece that still grows
    _open_end: tuple[int, int] = (-1, -1)
    _length: int = 0
    _pending: Break = Break.NONE
    _cells: int = 0  # begun in this row
    _separators: int = 0  # of them, due before what comes next

    def __len__(self) -> int:
        return self._length

    @property
    def text(self) -> str:
        """All that was put in."""
        return "".join(self._parts)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The map from text to source, in order."""
        self._close()
        return tuple(self._pieces)

    @property
    def at_break(self) -> bool:
        """Whether the next character begins a paragraph, a row or a cell."""
        return bool(self._pending or self._separators) or not self._length

    @property
    def at_blank(self) -> bool:
        """Whether a blank here would be one too many."""
        return self.at_break or self._parts[-1].endswith(tuple(BLANKS))

    def part(self, by: Break) -> None:
        """Ask for a separator before whatever comes next."""
        if by > Break.LINE:
            self._cells = self._separators = 0
        if self._length and by > self._pending:
            self._pending = by

    def cell(self) -> None:
        """Begin a cell of a row."""
        self._separators += self._cells > 0
        self._cells += 1

    def put(self, text: str, source_start: int, source_length: int | None = None) -> None:
        """Add text that stands for a stretch of the source, by default one of the same length."""
        if INVISIBLE.search(text):
            self._put_visible(text, source_start, source_length)
            return
        if not text:
            return
        self.flush()
        length = len(text)
        start = source_start + self._base
        if source_length is None or source_length == length:
            if (self._length, start) != self._open_end:
                self._close()
                self._open_start = (self._length, start)
            self._open_end = (self._length + length, start + length)
        else:
            self._close()
            self._pieces.append(Piece(self._length, start, length, source_length))
        self._add(text)

    def _put_visible(self, text: str, source_start: int, source_length: int | None) -> None:
        if source_length is None or source_length == len(text):
            for run in _VISIBLE.finditer(text):
                self.put(run[0], source_start + run.start())
        else:
            self.put(INVISIBLE.sub("", text), source_start, source_length)

    def _close(self) -> None:
        """End the piece that was growing character by character."""
        (start, source_start), (end, _) = self._open_start, self._open_end
        if end > start:
            self._pieces.append(Piece(start, source_start, end - start, end - start))
        self._open_start = self._open_end = (-1, -1)

    def flush(self) -> None:
        """Write the separator that is due, so that the length is where the next character will stand."""
        if self._separators and self._pending is Break.LINE:
            self._pending = Break.NONE
        if self._pending or self._separators:
            self._add(_WRITTEN[self._pending] + _CELL * self._separators)
            self._pending, self._separators = Break.NONE, 0

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
