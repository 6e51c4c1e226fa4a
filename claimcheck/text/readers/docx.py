"""Word's .docx: paragraphs, tables and notes of the current text, each place by name.

A .docx has no lines: a place is "paragraph 12", "table 1, row 2, cell 3" or "footnote 4". Paragraphs are
counted where they hold text; tables, rows and cells as they stand; notes as they come. Deleted, struck-out
and hidden text, comments, headers and footers are not read.
"""

from collections import Counter
from pathlib import Path

from attrs import define, field

from claimcheck.errors import DocumentError
from claimcheck.text.document import Document
from claimcheck.text.readers.assembly import OPAQUE, Assembly, Break
from claimcheck.text.readers.html import superscript
from claimcheck.text.readers.package import Package, parse_xml

__all__ = ["read_source"]

# ISO/IEC 29500-1:2016, 17: WordprocessingML in its transitional and its strict namespace.
_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
# Deleted and moved-away text, former formatting, field codes, the second copy of a drawing for old programs.
_UNREAD = frozenset(("del", "delText", "moveFrom", "rPrChange", "pPrChange", "instrText", "Fallback", "ruby"))
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_HIDING = frozenset(("vanish", "webHidden", "strike", "dstrike"))


def read_source(data: bytes, name: str, path: Path | None) -> Document:
    """The document in the bytes of a .docx file.

    Raises:
        DocumentError: the bytes are no .docx, damaged, or unpack to more than anybody writes.
    """
    package = Package.of(data, name)
    main = package.related("").get("officeDocument", "word/document.xml")
    related = package.related(main)
    walker = _Walker()
    if not parse_xml(package, main, walker.start, walker.end, walker.data):
        raise DocumentError(f"{name}: is no .docx (it has no {main}); save it anew")
    for notes in ("footnotes", "endnotes"):
        if notes in related:
            walker.begin_notes(notes.removesuffix("s"))
            parse_xml(package, related[notes], walker.start, walker.end, walker.data)
    return Document(walker.assembly.text, name, path, "docx", places=tuple(walker.places))


@define
class _Walker:
    """Elements of WordprocessingML to text and places."""

    assembly: Assembly = field(factory=Assembly)
    places: list[tuple[int, str]] = field(factory=list)
    _open: list[str] = field(factory=list)
    _inside: Counter[str] = field(factory=Counter)  # of each name, how many are open
    _unread: int = 0  # the depth at which an element that is not read began
    _notes: str = ""
    _numbers: dict[str, int] = field(factory=dict)
    _place: str = ""
    _hidden: bool = False
    _raised: bool = False

    def begin_notes(self, kind: str) -> None:
        """The elements that come now are of the footnotes or endnotes."""
        self._notes = kind

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Enter an element."""
        namespace, _, name = tag.rpartition(" ")
        self._open.append(name)
        self._inside[name] += 1
        if self._unread:
            return
        if name in _UNREAD or (name == self._notes and _attribute(attributes, "type") not in ("", "normal")):
            self._unread = len(self._open)
        elif name == "oMath":
            self._put(OPAQUE)
        elif namespace in _NAMESPACES:
            self._word(name, attributes)

    def end(self, _: str) -> None:
        """Leave an element."""
        if self._unread == len(self._open):
            self._unread = 0
        name = self._open.pop()
        self._inside[name] -= 1
        if not self._unread and name in ("p", "tbl"):
            self._part()

    def data(self, text: str) -> None:
        """Text counts inside `t` only; elsewhere it is layout of the file."""
        if self._open[-1:] == ["t"] and not self._unread:
            self._put(superscript(text) if self._raised else text)

    def _word(self, name: str, attributes: dict[str, str]) -> None:
        outermost = self._inside["tbl"] == 1
        if name in _CHARACTERS and self._inside["r"]:
            self._put(_CHARACTERS[name])
        elif name == "p":
            self._part()
            if not self._notes and not self._inside["tbl"]:
                self._place = ""
        elif name == "r":
            self._hidden = self._raised = False
        elif name in _HIDING and self._inside["r"]:
            self._hidden = self._hidden or _attribute(attributes, "val") not in ("0", "false", "off")
        elif name == "vertAlign" and self._inside["r"]:
            self._raised = _attribute(attributes, "val") == "superscript"
        elif name in ("footnote", "endnote"):
            self._place = self._count(name)
        elif name in _TABLE and outermost:
            self._table(name)

    def _table(self, name: str) -> None:
        """Begin a table, a row or a cell; what is inside it is counted anew."""
        self._count(name)
        for inner in _TABLE[_TABLE.index(name) + 1 :]:
            self._numbers[inner] = 0
        if name == "tc":
            self.assembly.cell()
        else:
            self.assembly.part(Break.PARAGRAPH if name == "tbl" else Break.ROW)
        if not self._notes:
            table, row, cell = (self._numbers.get(each, 0) for each in _TABLE)
            self._place = f"table {table}, row {row}, cell {cell}"

    def _count(self, name: str) -> str:
        self._numbers[name] = self._numbers.get(name, 0) + 1
        return f"{name} {self._numbers[name]}"

    def _part(self) -> None:
        self.assembly.part(Break.LINE if self._inside["tbl"] else Break.PARAGRAPH)

    def _put(self, text: str) -> None:
        if self._hidden or not text:
            return
        self._place = self._place or self._count("paragraph")
        self.assembly.flush()
        if not self.places or self.places[-1][1] != self._place:
            self.places.append((len(self.assembly), self._place))
        self.assembly.put(text, 0)


_TABLE = ("tbl", "tr", "tc")


def _attribute(attributes: dict[str, str], name: str) -> str:
    """An attribute of WordprocessingML, in either of its namespaces."""
    return next(
        (attributes[f"{space} {name}"] for space in _NAMESPACES if f"{space} {name}" in attributes), ""
    )
