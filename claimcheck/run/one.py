"""One input, one report: read, look into the cache, check."""

import sys
from pathlib import Path
from pickle import UnpicklingError

from claimcheck.check import check
from claimcheck.errors import ClaimcheckError, DocumentError, InternalError
from claimcheck.run.cache import Cache
from claimcheck.run.outcome import Outcome
from claimcheck.run.parts import from_parts, to_parts
from claimcheck.run.task import Task
from claimcheck.text import Document, read_bytes
from claimcheck.text.readers import LARGEST, file_bytes

__all__ = ["in_parts", "outcome"]


def outcome(task: Task, cache: Cache | None) -> Outcome:
    """What becomes of one input. Nothing is raised, not even for a bug."""
    try:
        document, parts = in_parts(task, cache)
        return Outcome(task.name, from_parts(document, task.config, parts))
    except UnpicklingError:  # somebody has been at the cache
        return outcome(task, None)
    except ClaimcheckError as error:
        return Outcome(task.name, error=error)


def in_parts(task: Task, cache: Cache | None) -> tuple[Document, bytes]:
    """The document and what was found in it, in the form that crosses processes and lies in the cache.

    Raises:
        ClaimcheckError: the input cannot be read, or claimcheck itself failed on it.
    """
    if task.error is not None:
        raise task.error
    try:
        data = _standard_input(task.name) if task.path is None else file_bytes(task.path)
        document = read_bytes(data, name=task.name, path=task.path)
        key = cache.key(data, Path(task.name).suffix, task.config) if cache else ""
        parts = cache.get(key) if cache else None
        if parts is None:
            parts = to_parts(check(document, task.config))
            if cache:
                cache.put(key, parts)
    except ClaimcheckError:
        raise
    except Exception as error:  # a bug on one file must not lose the others
        raise InternalError(_bug(task.name, error)) from error
    return document, parts


def _standard_input(name: str) -> bytes:
    if sys.stdin is None:
        raise DocumentError(f"{name}: standard input is closed")
    data = sys.stdin.buffer.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise DocumentError(f"{name}: more than {LARGEST:,} bytes; split it")
    return data


def _bug(name: str, error: Exception) -> str:
    from traceback import extract_tb  # noqa: PLC0415 # only for a bug

    frames = extract_tb(error.__traceback__)
    where = f" in {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return (
        f"{name}: a bug in claimcheck: {type(error).__name__}: {error}{where}; please report it; "
        "the other files are checked"
    )
