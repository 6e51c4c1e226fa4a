"""Patterns of gitignore(5), matched by the pathspec library, which is imported when there are any."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

__all__ = ["matches"]


def matches(path: Path, folder: Path, patterns: tuple[str, ...], *, is_folder: bool) -> bool | None:
    """What the last matching pattern says of a path below a folder; None if no pattern does."""
    if not patterns:
        return None
    try:
        relative = path.absolute().relative_to(folder).as_posix()
    except ValueError:
        return None
    return (_of_folders if is_folder else _of_files)(patterns).check_file(relative).include


@cache
def _of_files(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    """With the patterns of folders too: what lies in an excluded folder is excluded wherever it is named."""
    return _spec(map(_of_contents, patterns))


@cache
def _of_folders(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    """For a folder the last pattern decides that matches it; the library would let "*" win over "!*/"."""
    return _spec(_of_contents(pattern).rstrip().removesuffix("/") for pattern in patterns)


def _spec(patterns: Iterable[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 # only where there are patterns

    return GitIgnoreSpec.from_lines(patterns)


def _of_contents(pattern: str) -> str:
    """A pattern that names all that is in a folder, as git reads it: "a/**" is not "a" itself.

    The library takes it for the folder too, so that "!a/b" behind it would come too late.
    """
    bare = pattern.rstrip()
    return bare[:-1] if bare.endswith("/**") else pattern
