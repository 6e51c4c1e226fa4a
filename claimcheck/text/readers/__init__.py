"""One reader for each format. A new format is one module with a `read_source`, and one row here."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from claimcheck.errors import DocumentError
from claimcheck.text.document import Document

__all__ = ["FORMATS", "LARGEST", "read", "read_bytes"]

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
    try:
        if path.is_dir():
            raise DocumentError(f"{path}: is a folder, not a file; name the files in it")
        size = path.stat().st_size
        if size > LARGEST:
            raise DocumentError(f"{path}: {size:,} bytes; files over {LARGEST:,} are not read; split it")
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(f"{path}: cannot be read: {error.strerror or error}") from error
    except ValueError as error:
        if isinstance(error, DocumentError):
            raise
        raise DocumentError(f"{path!s}: is no file name: {error}") from error
    return read_bytes(data, name=str(path), path=path)


def read_bytes(data: bytes, *, name: str = "<stdin>", path: Path | None = None) -> Document:
    """The document in the bytes of a file called `name`, whose suffix says the format.

    Raises:
        DocumentError: as for `read`.
    """
    suffix = Path(name).suffix.lower()
    module = import_module(f"{__name__}.{FORMATS.get(suffix, 'plain')}")
    reader: Callable[[bytes, str, Path | None], Document] = module.read_source
    return reader(data, name, path)
