"""One reader for each format. A new format is one module with a `read_source`, and one row here."""

from collections.abc import Callable
from importlib import import_module
from os import stat_result
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from claimcheck.errors import DocumentError
from claimcheck.text.document import Document

__all__ = ["FORMATS", "LARGEST", "file_bytes", "read", "read_bytes"]

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest file that is read. A file of prose this long is a mistake or an attack: the whole of
*In Search of Lost Time* has 8 MB."""

# suffix → module below this package. Each module has `read_source(data: bytes, name: str, path) -> Document`.
FORMATS = {
    "": "plain",
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
}


def read(path: str | Path) -> Document:
    """The document in a file, by file type.

    Raises:
        DocumentError: the file is missing, a folder, too large, or not text of its type; the message names
            the file, the place and what to do.
    """
    path = Path(path)
    return read_bytes(file_bytes(path), name=str(path), path=path)


def file_bytes(path: Path) -> bytes:
    """The bytes of a file of prose.

    Raises:
        DocumentError: the file is missing, too large, or no file: reading from a pipe or a device might
            never end.
    """
    try:
        refusal = _refusal(path.stat())
        data = b"" if refusal else _beginning(path)
    except OSError as error:
        raise DocumentError(f"{path}: cannot be read: {error.strerror or error}") from error
    except ValueError as error:
        raise DocumentError(f"{str(path)!r}: is no file name: {error}") from error
    if refusal or len(data) > LARGEST:
        raise DocumentError(f"{path}: {refusal or _TOO_LARGE}")
    return data


_TOO_LARGE = f"is over {LARGEST:,} bytes; such files are not read; split it"


def _refusal(known: stat_result) -> str:
    """Why something is not opened at all; empty for a file of a size that prose has."""
    if S_ISDIR(known.st_mode):
        return "is a folder, not a file; name the files in it"
    if not S_ISREG(known.st_mode):
        return "is a pipe or a device, not a file; send it to standard input (-)"
    return _TOO_LARGE if known.st_size > LARGEST else ""


def _beginning(path: Path) -> bytes:
    """A little more than the largest file: it may have grown since it was measured."""
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def read_bytes(data: bytes, *, name: str = "<stdin>", path: Path | None = None) -> Document:
    """The document in the bytes of a file called `name`, whose suffix says the format.

    Raises:
        DocumentError: as for `read`.
    """
    suffix = Path(name).suffix.lower()
    module = import_module(f"{__name__}.{FORMATS.get(suffix, 'plain')}")
    reader: Callable[[bytes, str, Path | None], Document] = module.read_source
    return reader(data, name, path)
