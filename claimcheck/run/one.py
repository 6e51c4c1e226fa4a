"""One input, one report: read, look into the cache, check."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pickle import UnpicklingError

from claimcheck.check import Report, check
from claimcheck.errors import ClaimcheckError, DocumentError, InternalError
from claimcheck.run.cache import Cache
from claimcheck.run.parts import from_parts, to_parts
from claimcheck.run.task import Task
from claimcheck.text import Document, read_bytes
from claimcheck.text.readers import LARGEST, file_bytes

__all__ = ["contents", "in_parts", "named", "of_parts", "report"]


def contents(task: Task) -> bytes:
    """The bytes of one input.

    Raises:
        ClaimcheckError: it cannot be read.
    """
    if task.error is not None:
        raise task.error
    with named(task.name):
        return _standard_input(task.name) if task.path is None else file_bytes(task.path)


def in_parts(task: Task, data: bytes, cache: Cache | None) -> tuple[Document, bytes]:
    """The document and what was found in it, in the form that crosses processes and lies in the cache.

    Raises:
        ClaimcheckError: the input is not of its type, or claimcheck itself failed on it.
    """
    with named(task.name):
        document = read_bytes(data, name=task.name, path=task.path)
        key = cache.key(data, task.suffix, task.config) if cache else None
        parts = cache.get(key) if cache and key else None
        if parts is None:
            parts = to_parts(check(document, task.config))
            if cache and key:
                cache.put(key, parts)
        return document, parts


def of_parts(task: Task, document: Document, parts: bytes) -> Report:
    """The report again; checked anew if somebody has been at the cache."""
    try:
        return from_parts(document, task.config, parts)
    except UnpicklingError:
        return check(document, task.config)


def report(task: Task, data: bytes, cache: Cache | None) -> Report:
    """The report on one input, all in this process.

    Raises:
        ClaimcheckError: as for `in_parts`.
    """
    return of_parts(task, *in_parts(task, data, cache))


@contextmanager
def named(name: str) -> Iterator[None]:
    """A bug on one file must not lose the others: it becomes an error of that file."""
    try:
        yield
    except ClaimcheckError:
        raise
    except Exception as error:
        raise InternalError(_bug(name, error)) from error


def _standard_input(name: str) -> bytes:
    if sys.stdin is None:
        raise DocumentError(f"{name}: standard input is closed")
    data = sys.stdin.buffer.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise DocumentError(f"{name}: more than {LARGEST:,} bytes; split it")
    return data


def _bug(name: str, error: Exception) -> str:
    from pathlib import Path  # noqa: PLC0415 # only for a bug
    from traceback import extract_tb  # noqa: PLC0415 # the same

    frames = extract_tb(error.__traceback__)
    where = f" in {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return (
        f"{name}: a bug in claimcheck: {type(error).__name__}: {error}{where}; please report it; "
        "the other files are checked"
    )
