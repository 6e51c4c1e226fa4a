"""Corpus files to cases: texts under test with their marks."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from attrs import field, frozen

from claimcheck.corpus.blocks import blocks, slug_of
from claimcheck.corpus.vocabulary import KINDS, check_mark, kinds_of
from claimcheck.errors import CorpusError
from claimcheck.model import Span
from claimcheck.text import Document, Piece, read_bytes
from claimcheck.text.spans import Attributes, Mark, marked

__all__ = ["Case", "cases", "cases_in", "nothing_of"]


@frozen
class Case:
    """One text under test and everything that is said of it.

    `document` maps each character to the corpus file, so that a failure can say where. `blocks` are the lines
    of attributes that hold for it, nearest first. `meaning` is what the list means that it is an item of.
    """

    id: str
    document: Document
    marks: tuple[Mark, ...]
    blocks: tuple[Attributes, ...] = field(default=())
    meaning: Attributes | None = None

    @property
    def text(self) -> str:
        """The text under test, without markup."""
        return self.document.text

    def where(self, span: Span) -> str:
        """File, line and column of a stretch of the text."""
        return f"{self.document.name}:{self.document.position(span.start)}"

    @property
    def complete(self) -> frozenset[str]:
        """The kinds of which nothing unmarked may be found."""
        partial = self._of("partial")
        if any("complete" in each.classes for each in self.blocks):
            return frozenset(KINDS) - partial
        return (self.marked | self._of("nothing")) - partial

    @property
    def marked(self) -> frozenset[str]:
        """The kinds that the text marks."""
        kinds = {kind for mark in self.marks for kind in kinds_of(mark.attributes)}
        return frozenset(kinds | (kinds_of(self.meaning) if self.meaning else set()))

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that there is something to test of."""
        asked = self.complete | self.marked | {kind for mark in self.marks for kind in nothing_of(mark)}
        return tuple(kind for kind in KINDS if kind in asked or self.unwelcome(kind))

    def unwelcome(self, kind: str) -> frozenset[str]:
        """Rule codes of which no finding may be, under `{.nothing of=U101}`."""
        words = {word for each in self.blocks if "nothing" in each.classes for word in _words(each)}
        return frozenset(words - set(KINDS)) if kind == "diagnostic" else frozenset()

    def xfail(self, kind: str) -> str | None:
        """Why the text as a whole, or its marks of a kind, fail today; None if they should not."""
        for each in self.blocks:
            if "xfail" in each.classes and (not _words(each) or kind in _words(each)):
                return each.values["reason"]
        return None

    def _of(self, word: str) -> frozenset[str]:
        found: set[str] = set()
        for each in self.blocks:
            if word in each.classes:
                found |= set(_words(each)) & set(KINDS) if _words(each) else set(KINDS)
        return frozenset(found)


def cases(path: Path, root: Path | None = None) -> Iterator[Case]:
    """The cases of a corpus file; names in ids and errors are relative to `root`.

    Raises:
        CorpusError: the notation is wrong somewhere; the message starts with `file:line:`.
        DocumentError: the file cannot be read.
    """
    name = path.relative_to(root).as_posix() if root else str(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CorpusError(f"{path}: cannot be read: {error.strerror}") from error
    yield from cases_in(read_bytes(data, name=f"{name}.txt").text, name)


def cases_in(source: str, name: str) -> Iterator[Case]:
    """The cases in the text of a corpus file.

    Raises:
        CorpusError: as for `cases`.
    """
    seen: Counter[str] = Counter()
    for block in blocks(source, name):
        meaning = block.meaning
        document, marks = _under_test(source, name, block.lines)
        for mark in marks:
            check_mark(mark.attributes, f"{name}:{document.position(mark.span.start)}")
        where = f"{name}:{document.position(0)}"
        if "]{" in document.text:
            at = document.position(document.text.index("]{"))
            raise CorpusError(f"{name}:{at}: braces after a bracket that are no attributes")
        slug = block.slug + (f"[{slug_of(document.text)[:60]}]" if block.item else "")
        seen[slug] += 1
        case = Case(
            f"{name}::{slug}" + (f"-{seen[slug]}" if seen[slug] > 1 else ""),
            document,
            marks,
            block.attributes,
            meaning,
        )
        if not case.kinds:
            raise CorpusError(f"{where}: nothing is marked; say {{.nothing}} above if nothing may be found")
        yield case


def _under_test(
    source: str, name: str, lines: tuple[tuple[int, int], ...]
) -> tuple[Document, tuple[Mark, ...]]:
    """The text of a block, with every character mapped to the corpus file."""
    origins: list[int] = []
    quoted = ""
    for (start, end), (after, stop) in pairwise([*lines, (0, 0)]):
        words = source[start:end]
        hard = words.endswith("\\")  # a line break that stays, as in CommonMark
        words = words.removesuffix("\\") if hard else words.rstrip()
        quoted += words + ("\n" if hard or not words or after == stop else " ")
        origins += [*range(start, start + len(words)), start + len(words)]
    read = marked(quoted[:-1])
    pieces: list[Piece] = []
    for piece in read.pieces:
        for index in range(piece.length):
            origin = origins[piece.source_start + index]
            last = pieces[-1] if pieces else None
            if (
                last
                and last.source_start + last.length == origin
                and last.start + last.length == piece.start + index
            ):
                pieces[-1] = Piece(last.start, last.source_start, last.length + 1, last.length + 1)
            else:
                pieces.append(Piece(piece.start + index, origin, 1, 1))
    return Document(read.text, name, source=source, pieces=tuple(pieces)), read.marks


def nothing_of(mark: Mark) -> frozenset[str]:
    """The kinds of which nothing may be found where the mark stands."""
    if "nothing" not in mark.attributes.classes:
        return frozenset()
    return frozenset(_words(mark.attributes) or KINDS)


def _words(attributes: Attributes) -> list[str]:
    return attributes.values.get("of", "").split()
