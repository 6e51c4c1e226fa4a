"""The blocks of a corpus file: blockquotes and list items under headings, with the attributes above them."""

import re
from collections.abc import Iterator

from attrs import define, field, frozen

from claimcheck.corpus.vocabulary import KINDS, check_block
from claimcheck.errors import CorpusError
from claimcheck.text.spans import Attributes, attributes

__all__ = ["Block", "blocks", "slug_of"]

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*#*")
_QUOTE = re.compile(r" {0,3}> ?")
_ITEM = re.compile(r" {0,3}[-*+][ \t]+")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


@frozen
class Block:
    """A blockquote or a list item.

    `attributes` are those above it and above the headings that it is under, nearest first; `lines` its lines
    without `> `, as ranges of the file.
    """

    slug: str
    attributes: tuple[Attributes, ...]
    lines: tuple[tuple[int, int], ...]
    item: bool

    @property
    def meaning(self) -> Attributes | None:
        """What the list means that this is an item of."""
        found = (each for each in self.attributes if any(name in KINDS for name in each.classes))
        return next(found, None) if self.item else None


def blocks(source: str, name: str) -> Iterator[Block]:
    """All blocks of a file that are texts under test.

    Raises:
        CorpusError: attributes are wrong or stand above nothing; the message starts with `file:line:`.
    """
    reader = _Reader(name)
    offset = 0
    for number, line in enumerate(_LINE.findall(source), start=1):
        yield from reader.take(line.rstrip("\r\n"), offset, number)
        offset += len(line)
    yield from reader.close()
    if reader.above:
        raise CorpusError(f"{name}:{reader.number}: attributes above nothing")


def slug_of(words: str) -> str:
    """A heading as an id."""
    return "-".join(re.findall(r"\w+", words.lower())) or "text"


@define
class _Reader:
    name: str
    number: int = 0
    above: Attributes | None = None
    _slug: str = "text"
    _headings: list[tuple[int, Attributes | None]] = field(factory=list)
    _fence: str = ""
    _lines: list[tuple[int, int]] = field(factory=list)
    _open: str = ""  # "quote" or "item" while one is being read
    _held: tuple[Attributes, ...] = ()

    def take(self, line: str, start: int, number: int) -> Iterator[Block]:
        """The block that the line ends, if it ends one."""
        self.number = number
        end = start + len(line)
        if self._fence or _FENCE.match(line):
            yield from self.close()
            self._code(line)
        elif quote := _QUOTE.match(line):
            if self._open != "quote":
                yield from self.close()
                self._begin("quote")
            self._lines.append((start + quote.end(), end))
        elif (item := _ITEM.match(line)) and (self.above or self._open == "item"):
            held = self._held
            yield from self.close()
            self._begin("item", held)
            self._lines.append((start + item.end(), end))
        elif self._open == "item" and line.startswith(" ") and line.strip():
            self._lines.append((end - len(line.lstrip()), end))
        else:
            yield from self.close()
            self._prose(line)

    def close(self) -> Iterator[Block]:
        """The block that has been read so far."""
        while self._lines and self._lines[-1][0] == self._lines[-1][1]:
            self._lines.pop()
        if self._lines:
            yield Block(self._slug, self._held, tuple(self._lines), self._open == "item")
        self._lines, self._open = [], ""

    def _begin(self, what: str, held: tuple[Attributes, ...] = ()) -> None:
        inherited = tuple(said for _, said in reversed(self._headings) if said)
        if self.above or not held:
            held = (self.above, *inherited) if self.above else inherited
        self._open, self._held, self.above = what, held, None

    def _code(self, line: str) -> None:
        if self._fence:
            self._fence = "" if line.strip() == self._fence else self._fence
        elif mark := _FENCE.match(line):
            self._fence = mark[1]

    def _prose(self, line: str) -> None:
        where = f"{self.name}:{self.number}"
        if heading := _HEADING.fullmatch(line):
            level = len(heading[1])
            self._headings = [*(each for each in self._headings if each[0] < level), (level, self.above)]
            self._slug, self.above = slug_of(heading[2]), None
        elif said := attributes(line):
            check_block(said, where)
            self.above = said
        elif line.strip().startswith("{"):
            raise CorpusError(f"{where}: this is no line of attributes")
        elif self.above and line.strip():
            raise CorpusError(
                f"{where}: attributes hold for a blockquote, a list or a heading, not for prose"
            )
