"""Certain fixes put into the original file: shown as a difference, or written.

A fix is made only where its rule is certain and where the file has, character for character, what the text
has: nothing is guessed inside an entity or across a tag. A .docx is never written.
"""

import os
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from pathlib import Path

import regex
from attrs import frozen

from claimcheck.check import Report
from claimcheck.errors import DocumentError
from claimcheck.model import Diagnostic, Edit, Fix
from claimcheck.text import Document

__all__ = ["Patch", "difference", "patch", "replace", "write"]

_LINE = regex.compile(r"[^\n]*+\n|[^\n]++")
"""A line as `patch` has it: no separator but LF ends one."""


@frozen
class Patch:
    """What certain fixes make of a file: its text before and after, what was mended, what was not."""

    document: Document
    before: str
    after: str
    made: tuple[tuple[Diagnostic, Fix], ...]
    refused: tuple[tuple[Diagnostic, str], ...]


def patch(report: Report) -> Patch:
    """The certain fixes of a report, in reading order; of two that touch each other, the first."""
    document = report.document
    before = document.text if document.source is None else document.source
    made, refused = [], []
    edits: list[Edit] = []
    for each in report.diagnostics:
        fix = next((fix for fix in each.fixes if fix.certain), None)
        if fix is None:
            continue
        try:
            new = [_in_source(edit, document, before) for edit in fix.edits]
            _refuse_touching(new, edits)
        except _RefusedError as refusal:
            refused.append((each, str(refusal)))
        else:
            edits += new
            made.append((each, fix))
    return Patch(document, before, _edited(before, edits), tuple(made), tuple(refused))


def difference(made: Patch) -> Iterator[str]:
    """The patch as lines of a unified diff that `patch -p0` and `git apply -p0` take."""
    before, after = (_LINE.findall(text) for text in (made.before, made.after))
    name = _quoted(made.document.name)
    for line in unified_diff(before, after, name, name):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def write(made: Patch) -> None:
    """Put the text after the fixes in the place of the file; all of it or nothing.

    Raises:
        DocumentError: the file is not what was checked any more, or cannot be written.
    """
    path = made.document.path
    if path is None:
        raise DocumentError(f"{made.document.name}: standard input cannot be fixed; use --diff")
    try:
        if path.read_bytes() != made.before.encode():
            raise DocumentError(f"{path}: changed while it was checked; not fixed")
        replace(path, made.after.encode())
    except OSError as error:
        if isinstance(error, DocumentError):
            raise
        raise DocumentError(f"{path}: cannot be fixed: {error.strerror or error}") from error


def replace(path: Path, data: bytes) -> None:
    """Give a file new content in one step, with the rights that it has; a link stays one."""
    path = Path(os.path.realpath(path))
    from tempfile import NamedTemporaryFile  # noqa: PLC0415 # only where something is written

    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as beside:
        temporary = Path(beside.name)
        try:
            beside.write(data)
            beside.flush()
            os.fsync(beside.fileno())
            temporary.chmod(path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_umask())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def _quoted(name: str) -> str:
    """A file name as git writes it into a diff: in quotes, with C's escapes, where it holds anything odd."""
    odd = any(byte < 0x20 or byte in b'"\\\x7f' for byte in os.fsencode(name))  # noqa: PLR2004 # C0
    if not odd and name.isprintable():
        return name
    return '"' + "".join(map(_escaped, os.fsencode(name))) + '"'


def _escaped(byte: int) -> str:
    if byte in b'"\\':
        return f"\\{byte:c}"
    return chr(byte) if 0x20 <= byte < 0x7F else f"\\{byte:03o}"  # noqa: PLR2004 # ASCII


class _RefusedError(Exception):
    """Why a fix is not made."""


def _in_source(edit: Edit, document: Document, source: str) -> Edit:
    """The same edit, at home in the file."""
    if document.kind == "docx":
        raise _RefusedError("a .docx is not written; make the change in Word")
    span = document.source_span(edit.span)
    if span.of(source) != edit.span.of(document.text):
        raise _RefusedError("the file has markup inside these words; change them by hand")
    return Edit(span, edit.text)


def _refuse_touching(new: Sequence[Edit], edits: Sequence[Edit]) -> None:
    for index, each in enumerate(new):
        if any(
            each.span.start <= other.span.end and other.span.start <= each.span.end
            for other in (*edits, *new[:index])
        ):
            raise _RefusedError("another fix is made in these words; run once more")


def _edited(text: str, edits: Sequence[Edit]) -> str:
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        parts += (text[at : edit.span.start], edit.text)
        at = edit.span.end
    return "".join((*parts, text[at:]))


def _umask() -> int:
    """The rights that new files do not get; asking for it means setting it."""
    known = os.umask(0o077)
    os.umask(known)
    return known
