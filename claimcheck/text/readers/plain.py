"""Plain text in UTF-8, with or without a byte order mark."""

from pathlib import Path

from claimcheck.errors import DocumentError
from claimcheck.text.document import Document
from claimcheck.text.positions import LineIndex
from claimcheck.text.readers.assembly import INVISIBLE, Assembly

__all__ = ["decode", "read_source"]

LONGEST_LINE = 16 * 1024 * 1024
"""Characters of the longest line. A longer one is no prose, and no editor opens it."""


def read_source(data: bytes, name: str, path: Path | None) -> Document:
    """The document in the bytes of a plain text file."""
    text = decode(data, name)
    if not INVISIBLE.search(text):  # a byte order mark is one, too
        return Document(text, name, path)
    assembly = Assembly()
    assembly.put(text, 0)
    return Document(assembly.text, name, path, source=text, pieces=assembly.pieces)


def decode(data: bytes, name: str) -> str:
    """Bytes as text, or a `DocumentError` that says where they are no text and what to do."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = len(data[data.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8")) + 1
        hint = _other_encoding(data)
        raise DocumentError(
            f"{name}:{line}:{column}: not UTF-8 (byte 0x{data[error.start]:02x} at offset {error.start})"
            f"{hint}; save it as UTF-8"
        ) from error
    nul = text.find("\0")
    if nul >= 0:
        raise DocumentError(f"{name}:{LineIndex(text).position(nul)}: a NUL character; this is no text file")
    _check_lines(text, name)
    return text


def _check_lines(text: str, name: str) -> None:
    """From each line break to the last one within reach: a few steps, however many lines there are."""
    start = 0
    while len(text) - start > LONGEST_LINE:
        reach = start + LONGEST_LINE + 1
        last = max(text.rfind("\n", start, reach), text.rfind("\r", start, reach))
        if last < 0:
            where = f"{name}:{LineIndex(text).position(start)}"
            raise DocumentError(
                f"{where}: a line of more than {LONGEST_LINE:,} characters is not read; break it up"
            )
        start = last + 1


def _other_encoding(data: bytes) -> str:
    """A guess that helps: byte order marks of UTF-16 and UTF-32, else the encoding Windows writes."""
    for mark, name in ((b"\xff\xfe\0\0", "UTF-32"), (b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16")):
        if data.startswith(mark):
            return f"; it looks like {name}"
    return "; it may be Windows-1252" if not any(byte in data for byte in b"\x81\x8d\x8f\x90\x9d\0") else ""
