"""Which files to read: what is named, what a pattern matches, what folders hold of known types."""

import os
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from glob import glob, has_magic
from pathlib import Path

from attrs import field, frozen

from claimcheck.errors import ClaimcheckError, ConfigurationError, DocumentError
from claimcheck.run.ignoring import Ignored
from claimcheck.run.settings import Settings
from claimcheck.text.readers import FORMATS

__all__ = ["STDIN", "Input", "given", "inputs"]

STDIN = "-"


@frozen
class Input:
    """One thing to read: a path, or None for standard input; or why it cannot be."""

    name: str
    path: Path | None
    error: ClaimcheckError | None = field(default=None)


def given(paths: Iterable[str | Path], settings: Settings) -> list[str | Path]:
    """The paths, and those in the file of `--files-from`; where there are neither, the folder at hand.

    Raises:
        ConfigurationError: the file cannot be read.
    """
    found = [*paths, *_listed(settings)]
    return found if found or settings.files_from is not None else ["."]


def inputs(paths: Iterable[str | Path], settings: Settings) -> Iterator[Input]:
    """Files in the order in which they are named, those of a folder by name; each file once.

    A folder is searched for files of known types, without what .gitignore or the configuration excludes,
    hidden files, and folders behind symbolic links. A file that is named is read, whatever it is called.
    """
    seen: set[str] = set()
    for path in paths:
        for each in _inputs(path, settings):
            key = _identity(each)
            if key not in seen:
                seen.add(key)
                yield each


def _identity(each: Input) -> str:
    """The same for two names of one file."""
    if each.path is None:
        return each.name if each.error else STDIN
    if each.path.is_symlink():
        return _real(each.path)
    return f"{_real_folder(each.path.parent.absolute())}{os.sep}{each.path.name}"


@lru_cache(maxsize=64)
def _real_folder(folder: Path) -> str:
    return _real(folder)


def _real(path: Path) -> str:
    """Behind all links, as far as they lead: Path.resolve raises an error at a link that leads to itself."""
    return os.path.realpath(path)


def _inputs(given: str | Path, settings: Settings) -> Iterator[Input]:
    if str(given) == STDIN:
        yield Input(settings.stdin_name, None)
        return
    if not str(given):  # the shell's "$FILE" of nothing; as a path it would be the folder at hand
        yield Input("", None, DocumentError("'' is no file name"))
        return
    path = Path(given)
    try:
        if path.is_dir():
            yield from _below(path, settings)
        elif has_magic(str(given)) and not path.exists():
            yield from _matching(str(given), settings)
        elif not (settings.force_exclude and _is_left_out(path, settings)):
            yield Input(str(given), path)
    except (OSError, ValueError) as error:
        yield _unreadable(str(given), error)


def _is_left_out(path: Path, settings: Settings) -> bool:
    return Ignored.above(path.parent, settings).inside(path.parent)(path, is_folder=False)


def _matching(pattern: str, settings: Settings) -> Iterator[Input]:
    """What a pattern matches that no shell has expanded."""
    found = sorted(glob(pattern, recursive=True, include_hidden=settings.hidden))  # noqa: PTH207 # Path.glob takes no absolute pattern
    if not found:
        yield Input(pattern, None, DocumentError(f"{pattern}: matches no file"))
    for each in found:
        yield from _inputs(each, settings)


def _below(top: Path, settings: Settings) -> Iterator[Input]:
    """The files below a folder in the order of their names, without recursion: they may be nested deeply."""
    stack = [iter(_listing(top, Ignored.above(top, settings), settings))]
    while stack:
        each = next(stack[-1], None)
        if each is None:
            stack.pop()
        elif isinstance(each, Input):
            yield each
        else:
            stack.append(iter(_listing(*each, settings)))


def _listing(folder: Path, ignored: Ignored, settings: Settings) -> Iterator[Input | tuple[Path, Ignored]]:
    """The files of one folder, and its folders with what is ignored in them."""
    try:
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError as error:
        yield _unreadable(str(folder), error)
        return
    ignored = ignored.inside(folder)
    for entry in entries:
        if entry.name.startswith(".") and not settings.hidden:
            continue
        path = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            if entry.name != ".git" and not ignored(path, is_folder=True):
                yield path, ignored
        elif _is_wanted(entry, path, ignored):
            yield Input(str(path), path)


def _is_wanted(entry: os.DirEntry[str], path: Path, ignored: Ignored) -> bool:
    known = path.suffix.lower() in FORMATS and path.suffix != ""
    if not (known or ignored.includes(path)) or ignored(path, is_folder=False):
        return False
    try:
        return entry.is_file() or (
            entry.is_symlink() and not path.exists()
        )  # a dangling link is an error later
    except OSError:  # a link that leads to itself; whoever reads it will say so
        return True


def _unreadable(name: str, error: Exception) -> Input:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else error
    return Input(name, None, DocumentError(f"{name}: cannot be read: {reason}"))


def _listed(settings: Settings) -> list[str]:
    """The paths in the file of `--files-from`, one a line, or divided by NUL as `git ls-files -z` has it."""
    if settings.files_from is None:
        return []
    try:
        if settings.files_from == STDIN:
            data = sys.stdin.buffer.read()
        else:
            data = Path(settings.files_from).read_bytes()
    except OSError as error:
        raise ConfigurationError(
            f"--files-from: {settings.files_from}: cannot be read: {error.strerror or error}"
        ) from error
    lines = data.split(b"\0") if b"\0" in data else data.splitlines()
    return [os.fsdecode(line) for line in lines if line.strip()]
