"""Patterns of gitignore(5), matched by the pathspec library, which is imported when there are any."""

from __future__ import annotations

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
    return _spec(patterns).check_file(f"{relative}/" if is_folder else relative).include


@cache
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 # only where there are patterns

    return GitIgnoreSpec.from_lines(patterns)
