"""Lines and columns: the only place that counts them, in code points, UTF-8 bytes and UTF-16 units.

Line breaks are those of LSP and of SARIF: LF, CR LF and CR. (Python's `splitlines` also breaks at form feeds
and U+2028, which editors do not, so it is not used.) A byte order mark is no character of the first line, as
editors and SARIF (3.30.2) have it; only for those who count bytes it is there.
"""

from array import array
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate, chain

import regex
from attrs import field, frozen

__all__ = ["LineIndex", "Position"]

_BLOCK = 1024
"""Code points that are encoded to find a column: 2 microseconds' work."""
_BREAK = regex.compile(r"\r\n?|\n")


@frozen(order=True)
class Position:
    """A place for people and for most formats: line and column, both from 1, the column in code points."""

    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


@frozen
class LineIndex:
    r"""Translates offsets in code points into lines and columns and back; built once for a text.

    >>> LineIndex("a\nb€c").position(4)
    Position(line=2, column=3)
    """

    text: str = field(repr=False)
    # An array, because 64 MB may be nothing but line breaks, and a tuple of integers takes 40 bytes each.
    _starts: "array[int]" = field(init=False, repr=False, eq=False)

    @_starts.default
    def _find_starts(self) -> "array[int]":
        return array("Q", chain((self._mark,), (found.end() for found in _BREAK.finditer(self.text))))

    @property
    def _mark(self) -> int:
        """How long the byte order mark is."""
        return 1 if self.text.startswith("\ufeff") else 0

    def __len__(self) -> int:
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """Line and column of a code point; `offset` may be the length of the text."""
        offset = max(offset, self._mark)
        line = bisect_right(self._starts, offset) - 1
        return Position(line + 1, offset - self._starts[line] + 1)

    def offset(self, position: Position) -> int:
        """The offset of a position; the inverse of `position`, but for a byte order mark."""
        return self._starts[position.line - 1] + position.column - 1

    def line_start(self, line: int) -> int:
        """Offset of the first character of a line, counted from 1."""
        return self._starts[line - 1]

    def line(self, line: int) -> str:
        """The characters of a line, counted from 1, without its line break."""
        end = self._starts[line] if line < len(self._starts) else len(self.text)
        return self.text[self._starts[line - 1] : end].rstrip("\r\n")

    def utf8_column(self, offset: int) -> int:
        """Column from 1 in bytes of UTF-8, as reviewdog's rdjson counts."""
        column = self._column(offset, self._utf8)
        in_first = len(self._starts) == 1 or offset < self._starts[1]
        return column + self._mark * len("\ufeff".encode()) if in_first else column

    def utf16_column(self, offset: int) -> int:
        """Column from 1 in UTF-16 code units, as SARIF and (from 0) the language server protocol count."""
        return self._column(offset, self._utf16)

    def _column(self, offset: int, encoded: "_Encoded") -> int:
        offset = max(offset, self._mark)
        start = self._starts[bisect_right(self._starts, offset) - 1]
        if self.text.isascii():  # CPython knows without looking
            return offset - start + 1
        return encoded.before(offset) - encoded.before(start) + 1

    @cached_property
    def _utf8(self) -> "_Encoded":
        return _Encoded(self.text, "utf-8", 1)

    @cached_property
    def _utf16(self) -> "_Encoded":
        return _Encoded(self.text, "utf-16-le", 2)


@frozen(eq=False)
class _Encoded:
    """How long a text is in an encoding up to any offset; by blocks, for a line may be a whole book."""

    text: str
    encoding: str
    unit: int

    def before(self, offset: int) -> int:
        """Units of the encoding before a code point. One block is encoded, however long the text."""
        block = offset // _BLOCK
        return self._sums[block] + self._length(block * _BLOCK, offset)

    @cached_property
    def _sums(self) -> "array[int]":
        starts = range(0, len(self.text), _BLOCK)
        lengths = (self._length(start, start + _BLOCK) for start in starts)
        return array("Q", accumulate(lengths, initial=0))

    def _length(self, start: int, end: int) -> int:
        return len(self.text[start:end].encode(self.encoding, "surrogatepass")) // self.unit
