"""Lines and columns: the only place that counts them, in code points, UTF-8 bytes and UTF-16 units.

Line breaks are those of LSP and of SARIF: LF, CR LF and CR. (Python's `splitlines` also breaks at form feeds
and U+2028, which editors do not, so it is not used.)
"""

from array import array
from bisect import bisect_right
from itertools import chain

import regex
from attrs import field, frozen

__all__ = ["LineIndex", "Position"]

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
        return array("Q", chain((0,), (found.end() for found in _BREAK.finditer(self.text))))

    def __len__(self) -> int:
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """Line and column of a code point; `offset` may be the length of the text."""
        line = bisect_right(self._starts, offset) - 1
        return Position(line + 1, offset - self._starts[line] + 1)

    def offset(self, position: Position) -> int:
        """The offset of a position; the inverse of `position`."""
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
        start = self._starts[bisect_right(self._starts, offset) - 1]
        return len(self.text[start:offset].encode("utf-8", "surrogatepass")) + 1

    def utf16_column(self, offset: int) -> int:
        """Column from 1 in UTF-16 code units, as SARIF and (from 0) the language server protocol count."""
        start = self._starts[bisect_right(self._starts, offset) - 1]
        return len(self.text[start:offset].encode("utf-16-le", "surrogatepass")) // 2 + 1
