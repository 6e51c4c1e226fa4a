"""Inputs to outcomes, one at a time."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from claimcheck.check import check
from claimcheck.errors import ClaimcheckError
from claimcheck.model import Config
from claimcheck.run.discovery import Input, inputs
from claimcheck.run.options import Settings
from claimcheck.run.outcome import Outcome
from claimcheck.text import Document, read, read_bytes

__all__ = ["outcomes"]


def outcomes(paths: Iterable[str | Path], settings: Settings | None = None) -> Iterator[Outcome]:
    """One outcome for each input that the paths stand for, in a stable order."""
    settings = settings or Settings()
    for each in inputs(paths, stdin_name=settings.stdin_name):
        yield _outcome(each, settings.config)


def _outcome(each: Input, config: Config) -> Outcome:
    try:
        return Outcome(each.name, check(_document(each), config))
    except ClaimcheckError as error:
        return Outcome(each.name, error=error)


def _document(each: Input) -> Document:
    if each.path is None:
        return read_bytes(sys.stdin.buffer.read(), name=each.name)
    return read(each.path)
