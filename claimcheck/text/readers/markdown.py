"""Markdown: CommonMark with tables, footnotes, front matter and the bracketed spans of MyST.

What a reader of the rendered page would read is read; front matter, code, formulas, link addresses, image
descriptions, struck-out words and HTML tags are not. A word of code in the middle of a sentence is one
opaque character, so that the sentence keeps its shape and the code makes no claim.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import define, field

from claimcheck.errors import DocumentError
from claimcheck.text.document import Document
from claimcheck.text.readers.assembly import OPAQUE, Assembly, Break
from claimcheck.text.readers.elements import CODE, UNREAD
from claimcheck.text.readers.html import Markup, is_directive, superscript
from claimcheck.text.readers.myst import Run, without_markup
from claimcheck.text.readers.plain import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["read_source"]

_CONTINUATION = bytes(range(0x80, 0xC0))

_BREAKS = {"TableCell": Break.NONE, "TableHead": Break.ROW, "TableRow": Break.ROW}
_SKIPPED = {"CodeBlock", "MetadataBlock", "Image", "Strikethrough"}
_INLINE = {"Emphasis", "Strong", "Link", "Strikethrough", "Image", "Superscript", "Subscript"}


def read_source(data: bytes, name: str, path: Path | None) -> Document:
    """The document in the bytes of a Markdown file.

    Raises:
        DocumentError: the bytes are no UTF-8, or pyromark is not installed.
    """
    source = decode(data, name)
    body = source.removeprefix("\ufeff")
    assembly = Assembly(len(source) - len(body))
    reader = _Reader(body, assembly)
    for event, start, end in _events(body, name):
        reader.take(event, start, end)
    reader.finish()
    return Document(assembly.text, name, path, "markdown", source, assembly.pieces)


def _events(source: str, name: str) -> Iterator[tuple[Any, int, int]]:
    """What pyromark finds, with byte offsets turned into code points."""
    try:
        import pyromark  # noqa: PLC0415 # an extra, and only for those who read Markdown
    except ImportError as error:
        raise DocumentError(
            f"{name}: reading Markdown needs the extra: pip install 'claimcheck[markdown]'"
        ) from error
    known = pyromark.Options
    options = (
        known.ENABLE_TABLES
        | known.ENABLE_FOOTNOTES
        | known.ENABLE_STRIKETHROUGH
        | known.ENABLE_TASKLISTS
        | known.ENABLE_GFM
        | known.ENABLE_YAML_STYLE_METADATA_BLOCKS
        | known.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
    )
    points = _CodePoints(source.encode())
    read_up_to = 0
    for event, span in pyromark.events_with_range(source, options=options, merge_text=False):
        start, end = span["start"], span["end"]
        if isinstance(event, dict) and ("Start" in event or "End" in event):
            yield event, 0, 0  # only what has content needs its place
        elif read_up_to <= start < end:  # else it is a blank that a tab stands for, and has no place
            read_up_to = end
            yield event, points.at(start), points.at(end)


@define
class _CodePoints:
    """Offsets in UTF-8 to offsets in code points, asked for in order."""

    data: bytes
    _byte: int = 0
    _point: int = 0
    _ascii: bool = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._ascii = self.data.isascii()

    def at(self, offset: int) -> int:
        """Where the character stands that begins at a byte."""
        if self._ascii:
            return offset
        between = self.data[self._byte : offset]
        self._byte = offset
        self._point += len(between if between.isascii() else between.translate(None, _CONTINUATION))
        return self._point


@define
class _Reader:
    """Events to text: inline runs are gathered until their block ends, then cleaned of MyST's markup."""

    source: str
    assembly: Assembly
    _runs: list[Run] = field(factory=list)
    _html: list[tuple[int, int]] = field(factory=list)
    _raised: bool = False
    _unread: str = ""  # the element of HTML that is open in this line and is not read
    _skipping: int = 0

    def take(self, event: Any, start: int, end: int) -> None:  # noqa: ANN401 # as untyped as pyromark's own
        """Take in one event that covers `start` to `end` of the source."""
        kind, value = next(iter(event.items())) if isinstance(event, dict) else (event, "")
        if kind in ("Start", "End"):
            self._tag(kind, value if isinstance(value, str) else next(iter(value)))
        elif not self._skipping:
            self._content(kind, value, start, end)

    def finish(self) -> None:
        """Write what is left over."""
        self._flush()

    def _tag(self, kind: str, name: str) -> None:
        if name not in _INLINE:
            self._flush()
            if not self._skipping:
                self.assembly.part(_BREAKS.get(name, Break.PARAGRAPH))
                if name == "TableCell" and kind == "Start":
                    self.assembly.cell()
        if name == "HtmlBlock" and kind == "End":
            self._read_html()
        if name in _SKIPPED:
            self._skipping += 1 if kind == "Start" else -1

    def _read_html(self) -> None:
        """Read a block of HTML as a whole; marks of a quotation or a list around it are blanks to HTML."""
        parts: list[str] = []
        at = self._html[0][0] if self._html else 0
        for start, end in self._html:
            parts += (" " * (start - at), self.source[start:end])
            at = end
        if parts:
            Markup(self.assembly).read("".join(parts), self._html[0][0])
        self._html.clear()

    def _content(self, kind: str, value: str, start: int, end: int) -> None:
        if self._unread and kind != "InlineHtml":
            return
        match kind:
            case "Text":
                self._runs.append(Run(superscript(value) if self._raised else value, start, end))
            case "SoftBreak" | "HardBreak":
                self._runs.append(Run("\n", start, end))
            case "Code" | "InlineMath" | "DisplayMath":
                self._runs.append(Run(OPAQUE, start, end))
            case "Html":
                self._html.append((start, end))
            case "InlineHtml":
                self._inline_html(value, start, end)
            case _:  # footnote references, task list markers and rules are no words
                pass

    def _inline_html(self, value: str, start: int, end: int) -> None:
        """A tag or comment in the middle of a line. What it opens ends with the block at the latest."""
        tag = value.strip("</> \t\r\n").split(maxsplit=1)[:1]
        name, opens = "".join(tag).lower(), value[1:2] != "/"
        if self._unread:
            self._unread = "" if name == self._unread and not opens else self._unread
        elif is_directive(value):
            self._runs.append(Run(" ", start, end))
        elif name == "br":
            self._runs.append(Run("\n", start, end))
        elif name == "sup":
            self._raised = opens
        elif opens and (name in CODE or name in UNREAD):
            self._unread = name
            self._runs += [Run(OPAQUE, start, end)] if name in CODE else []

    def _flush(self) -> None:
        for run in without_markup(self._runs, self.source):
            # A line that is merely wrapped goes on: its break is a blank to whoever reads the page.
            wrapped = run.text == "\n" and self.source[run.start] in "\r\n"
            self.assembly.put(" " if wrapped else run.text, run.start, run.end - run.start)
        self._runs.clear()
        self._raised, self._unread = False, ""
