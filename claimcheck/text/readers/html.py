"""HTML, read with the standard parser; every character keeps its place, an entity stands for itself.

What a browser shows is read; scripts, styles, attributes, comments, the head, hidden elements and struck-out
words are not, and a sample of code is one opaque character. Block elements part paragraphs, inline ones
vanish, so that "50 <b>km</b>" is one quantity. A run of white space is one blank, as in a browser, and
"10<sup>6</sup>" reads 10⁶, not 106.
"""

from collections.abc import Mapping
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import regex
from attrs import define, field

from claimcheck.text.document import Document
from claimcheck.text.readers.assembly import BLANKS, OPAQUE, Assembly, Break
from claimcheck.text.readers.elements import BLOCKS, BREAKS, CODE, OPTIONAL_END, UNREAD, VOID
from claimcheck.text.readers.plain import decode

__all__ = ["Markup", "is_directive", "read_source", "superscript"]

_CELLS = ("td", "th")
_WIDEST = 32
_TABLES = ("table", "tbody", "tfoot", "thead", "tr")
_SUPERSCRIPTS = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")


def read_source(data: bytes, name: str, path: Path | None) -> Document:
    """The document in the bytes of an HTML file.

    Raises:
        DocumentError: the bytes are no UTF-8.
    """
    source = decode(data, name)
    body = source.removeprefix("\ufeff")
    assembly = Assembly(len(source) - len(body))
    Markup(assembly).read(body, 0)
    return Document(assembly.text, name, path, "html", source, assembly.pieces)


def is_directive(comment: str) -> bool:
    """Whether an HTML comment, with or without its marks, speaks to claimcheck."""
    return comment.removeprefix("<!--").lstrip().startswith("claimcheck ")


def superscript(text: str) -> str:
    """Digits and signs raised; any other text ("th", "er") as it is.

    >>> superscript("-2")
    '⁻²'
    """
    raised = text.translate(_SUPERSCRIPTS)
    return raised if not any(char.isascii() for char in raised) else text


@define
class _Row:
    """Which columns of a row are taken; cells of rows above reach into it by their `rowspan`."""

    _reaching: dict[int, int] = field(factory=dict)  # by column, how many rows go on
    _column: int = 0
    _wide: int = 0  # further columns of the cell that has begun

    def following(self) -> "_Row":
        """The row below."""
        return _Row({column: rows - 1 for column, rows in self._reaching.items() if rows > 1})

    def begin(self, attributes: Mapping[str, str | None]) -> int:
        """How many cells begin with one: further columns of the last, those taken from above, and it."""
        begun = 1 + self._wide
        while self._column in self._reaching:
            self._column, begun = self._column + 1, begun + 1
        wide, rows = (_number(attributes.get(each)) for each in ("colspan", "rowspan"))
        self._reaching.update(dict.fromkeys(range(self._column, self._column + wide), rows))
        self._column, self._wide = self._column + wide, wide - 1
        return begun


def _number(value: str | None) -> int:
    """A span as HTML has it: at least 1, and no more than any table needs."""
    digits = (value or "").strip()
    if not digits.isascii() or not digits.isdecimal() or len(digits) > len(str(_WIDEST)):
        return 1
    return min(max(1, int(digits)), _WIDEST)


class Markup(HTMLParser):
    """Writes what a browser shows of a stretch of HTML into an assembly."""

    def __init__(self, assembly: Assembly) -> None:
        super().__init__(convert_charrefs=False)
        self._assembly = assembly
        self._source = ""
        self._base = 0  # where `_source` begins in the file
        self._at = 0  # where the token at hand begins in `_source`
        self._unread: list[str] = []  # an element that is not read, and those of its name inside it
        self._raised = 0
        self._preformatted = 0
        self._in_cell = self._in_heading = False
        self._row = _Row()

    def read(self, source: str, base: int) -> None:
        """Take in one stretch of HTML that begins at `base` of the file; elements may stay open."""
        self._source, self._base, self._at = source, base, 0
        self.rawdata = ""
        self.feed(_tamed(source))
        self.close()

    def updatepos(self, i: int, j: int) -> int:
        """Keep the offset; the parser itself only counts lines."""
        self._at += j - i
        return j

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Part, skip or mark what begins here."""
        if self._unread and not self._ends_unread(tag):
            return
        self._in_cell = tag in _CELLS or (self._in_cell and tag not in _TABLES)
        self._part(tag)
        if tag in _TABLES:
            self._row = self._row.following() if tag == "tr" else _Row()
        elif tag in _CELLS:
            for _ in range(self._row.begin(dict(attrs))):
                self._assembly.cell()
        self._in_heading = tag == "th" or (self._in_heading and self._in_cell and tag not in _CELLS)
        if tag == "br":  # a heading of two lines is one heading: "Height<br>(m)"
            self._assembly.put(" " if self._in_heading else "\n", self._base + self._at, self._tag_length())
        if tag in CODE:
            self._assembly.put(OPAQUE, self._base + self._at, self._tag_length())
        if _is_unread(tag, attrs):
            self._unread.append(tag)
        elif tag == "q":
            self._assembly.put("“", self._base + self._at, self._tag_length())
        else:
            self._raised += tag == "sup"
            self._preformatted += tag == "pre"

    def _ends_unread(self, tag: str) -> bool:
        """Whether an opening tag ends the element that is not read ("<p hidden>… <p>")."""
        if tag == self._unread[-1] and tag not in OPTIONAL_END:
            self._unread.append(tag)
        if self._unread[-1] not in OPTIONAL_END or tag not in OPTIONAL_END:
            return False
        self._unread.clear()
        return True

    def handle_endtag(self, tag: str) -> None:
        """End what began."""
        if self._unread:
            if tag == self._unread[-1]:
                self._unread.pop()
            elif self._unread[-1] in OPTIONAL_END and tag in BLOCKS:
                self._unread.clear()
            if self._unread or tag not in BLOCKS:
                return
        if tag == "q":
            self._assembly.put("”", self._base + self._at, self._tag_length())
        elif tag == "sup":
            self._raised = max(0, self._raised - 1)
        elif tag == "pre":
            self._preformatted = max(0, self._preformatted - 1)
        self._in_cell = self._in_cell and tag not in _CELLS and tag not in _TABLES
        self._part(tag)

    def handle_data(self, data: str) -> None:
        """Text, as it stands in the source: the parser was given a tamed copy."""
        if self._unread:
            return
        start = self._at
        for match in _TOKENS.finditer(self._source, start, start + len(data)):
            self._write(match[0], self._base + match.start())

    def handle_comment(self, data: str) -> None:
        """Nothing, but for a comment that speaks to claimcheck: it keeps a place as a blank."""
        whole = f"<!--{data}-->"
        if is_directive(data) and not self._unread and self._source.startswith(whole, self._at):
            self._assembly.put(" ", self._base + self._at, len(whole))

    def _write(self, token: str, start: int) -> None:
        if token[0] == "&":
            text = unescape(token)
        elif token[0] in BLANKS and not self._preformatted:
            text = "" if self._assembly.at_blank else " "
        else:
            text = token
        self._assembly.put(superscript(text) if self._raised else text, start, len(token))

    def _part(self, tag: str) -> None:
        if tag in BREAKS:
            by = BREAKS[tag]
            self._assembly.part(Break.LINE if self._in_cell and by is Break.PARAGRAPH else by)

    def _tag_length(self) -> int:
        end = self._source.find(">", self._at)
        return (end + 1 if end >= 0 else len(self._source)) - self._at


_TOKENS = regex.compile(
    r"""
      & (?: \# (?: [0-9]{1,9} | [xX][0-9a-fA-F]{1,8} ) | [A-Za-z][A-Za-z0-9]{1,31} ) ;?+
    | [\ \t\r\n\f]++
    | [^&\ \t\r\n\f]++
    | &
    """,
    regex.VERBOSE,
)


def _tamed(source: str) -> str:
    """The source with what leads html.parser astray replaced, character for character.

    Character references are read by `_write`. A marked section other than CDATA raises, an unclosed comment
    or tag makes it scan the rest of the file again and again (CVE-2025-6069), so that a megabyte takes
    minutes; HTML ends both at the end of the file.
    """
    tamed = source.replace("&", "\1").replace("<![", "<!x")
    end = tamed.rfind(">") + 1
    unclosed = tamed.find("<!--", tamed.rfind("-->") + 1)
    tamed = tamed[:end] + tamed[end:].replace("<", "\1")
    return tamed if unclosed < 0 else tamed[:unclosed]


def _is_unread(tag: str, attributes: list[tuple[str, str | None]]) -> bool:
    """Whether an element's content is no text of the page: by its kind, hidden, or the mark of a note."""
    if tag in UNREAD or tag in CODE:
        return True
    given = {name: value or "" for name, value in attributes}
    if tag == "sup" and ("ref" in given.get("class", "") or given.get("role") == "doc-noteref"):
        return True
    return tag not in VOID and ("hidden" in given or bool(_HIDDEN_STYLE.search(given.get("style", ""))))


_HIDDEN_STYLE = regex.compile(
    r"display \s*+ : \s*+ none | visibility \s*+ : \s*+ hidden", regex.VERBOSE | regex.IGNORECASE
)
