"""Which files to read: files as they are named, and those of a known type below folders."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

from claimcheck.text.readers import FORMATS

__all__ = ["STDIN", "Input", "inputs"]

STDIN = "-"


@frozen
class Input:
    """One thing to read: a path, or None for standard input."""

    name: str
    path: Path | None


def inputs(paths: Iterable[str | Path], *, stdin_name: str = "<stdin>") -> Iterator[Input]:
    """Files in the order in which they are named; those of a folder by name; each file once."""
    seen: set[str] = set()
    for path in paths:
        found = (
            [Input(stdin_name, None)]
            if str(path) == STDIN
            else (Input(str(file), file) for file in _files(Path(path)))
        )
        for each in found:
            key = os.path.realpath(each.path) if each.path else STDIN
            if key not in seen:
                seen.add(key)
                yield each


def _files(path: Path) -> Iterator[Path]:
    """The path itself, or all files of known types below it, in the order of their names."""
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders.sort()
        yield from (
            Path(folder, name) for name in sorted(names) if Path(name).suffix.lower() in FORMATS.keys() - {""}
        )
