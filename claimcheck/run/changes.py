"""Which lines git says changed since a revision, what is not committed included."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from attrs import define, field

from claimcheck.check import Report
from claimcheck.errors import ConfigurationError
from claimcheck.model import Diagnostic
from claimcheck.text.positions import LineIndex

Lines = tuple[range, ...]

__all__ = ["Changes", "hunks"]

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_BINARY = re.compile(rb'Binary files .+ and ("?b/.+) differ')  # names may hold " and " themselves
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)")
_ESCAPED = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v"}
_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR")
_EVERYTHING = (range(1, 1 << 62),)


@define
class Changes:
    """Lines that changed since a revision, for every repository that the inputs lie in."""

    revision: str
    _repositories: dict[Path, dict[Path, Lines]] = field(factory=dict)
    _tops: dict[Path, Path] = field(factory=dict)

    def __call__(self, report: Report) -> Report:
        """The report with only the findings that touch a changed line; all of them for standard input.

        Raises:
            ConfigurationError: the file is in no repository, or git does not know the revision.
        """
        document = report.document
        if document.path is None:
            return report
        lines = self._lines(document.path)
        if lines == _EVERYTHING:
            return report
        return report.with_diagnostics(
            tuple(each for each in report.diagnostics if _touches(report, each, lines))
        )

    def stamp(self, path: Path | None, _: str) -> str:
        """The lines of a file that changed.

        Raises:
            ConfigurationError: as above.
        """
        return repr(self._lines(path)) if path else ""

    def _lines(self, path: Path) -> Lines:
        path = Path(os.path.realpath(path))  # behind a link is the file that git has lines of
        folder = path.parent
        if folder not in self._tops:
            self._tops[folder] = Path(_git(folder, "rev-parse", "--show-toplevel").decode().rstrip("\n"))
        top = self._tops[folder]
        if top not in self._repositories:
            self._repositories[top] = dict(_changed(top, self.revision))
        return self._repositories[top].get(path, ())


def _touches(report: Report, each: Diagnostic, lines: Lines) -> bool:
    if report.document.kind == "docx":  # git has no lines for it, and it is in the list: it changed
        return bool(lines)
    span = report.document.source_span(each.span)
    text = report.document.lines.text
    # For git, only LF ends a line.
    index = LineIndex(text.replace("\r", " ")) if "\r" in text else report.document.lines
    first, last = index.position(span.start).line, index.position(span.end).line
    return any(first < changed.stop and changed.start <= last for changed in lines)


def _changed(top: Path, revision: str) -> Iterator[tuple[Path, Lines]]:
    commit = _commit(top, revision)
    options = ("--unified=0", "--find-renames", "--no-color", "--no-ext-diff", "--no-textconv")
    prefixes = ("--src-prefix=a/", "--dst-prefix=b/")
    diff = _git(top, "diff", *options, *prefixes, commit, "--")
    yield from ((top / _name(name), lines) for name, lines in hunks(diff))
    new = _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    yield from ((top / _name(name), _EVERYTHING) for name in new.split(b"\0") if name)


def _commit(top: Path, revision: str) -> str:
    """The commit that a revision names; in a submodule, the one that its superproject had there then."""
    above = (
        _git(top, "rev-parse", "--show-superproject-working-tree").decode(errors="surrogateescape").strip()
    )
    if above:
        base = _commit(Path(above), revision)
        found = _asked(Path(above), "rev-parse", "--verify", "--quiet", f"{base}:{_relative(top, above)}")
        return (found or _git(top, "hash-object", "-t", "tree", os.devnull)).decode().strip()
    found = _asked(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found is None:
        shallow = _git(top, "rev-parse", "--is-shallow-repository").strip() == b"true"
        hint = (
            "; its history was cut off: fetch more (git fetch --unshallow; fetch-depth: 0)" if shallow else ""
        )
        raise ConfigurationError(f"--changed-since: no revision {revision!r} in {top}{hint}")
    return found.decode().strip()


def _relative(top: Path, above: str) -> str:
    return Path(os.path.relpath(top, above)).as_posix()


def hunks(diff: bytes) -> Iterator[tuple[bytes, Lines]]:
    """The files of a `git diff --unified=0`, and the lines of each that are new.

    Lines of the files themselves are counted off, so that none can pass for a heading. A deletion changes
    the lines on both sides of it.
    """
    name, skip = b"", 0
    found: list[range] = []
    for line in diff.split(b"\n"):
        if skip and line[:1] in (b"+", b"-"):
            skip -= 1
        elif line.startswith(b"diff --git "):
            if name:
                yield name, tuple(found)
            name, found = b"", []
        elif line.startswith(b"+++ ") and line != b"+++ /dev/null":
            name = _unquoted(line[4:]).removeprefix(b"b/")
        elif binary := _BINARY.fullmatch(line):
            name = _unquoted(binary[1]).removeprefix(b"b/")
            found = list(_EVERYTHING)
        elif match := _HUNK.match(line):
            gone, start, new = (int(group) if group else 1 for group in match.groups())
            skip = gone + new
            found.append(range(start, start + new) if new else range(start, start + 2))
    if name:
        yield name, tuple(found)


def _unquoted(name: bytes) -> bytes:
    """A file name as git writes it: in quotes, with C's escapes, where it holds anything odd."""
    name = name.rstrip(b"\t")
    if not name.startswith(b'"'):
        return name
    return _ESCAPE.sub(_unescaped, name[1:-1])


def _unescaped(match: re.Match[bytes]) -> bytes:
    what = match[1]
    return bytes([int(what, 8)]) if len(what) == 3 else _ESCAPED.get(what, what)  # noqa: PLR2004 # \ooo


def _name(name: bytes) -> str:
    return os.fsdecode(name)


def _git(folder: Path, *arguments: str) -> bytes:
    """What git writes.

    Raises:
        ConfigurationError: there is no git, or it objects.
    """
    said = _asked(folder, *arguments)
    if said is None:
        raise ConfigurationError(f"--changed-since: git {arguments[0]} failed in {folder}")
    return said


def _asked(folder: Path, *arguments: str) -> bytes | None:
    """What git writes; None where it fails without a word, which is how it says no.

    Raises:
        ConfigurationError: there is no git, or it objects.
    """
    import shutil  # noqa: PLC0415 # with subprocess, 5 ms, and only --changed-since runs git
    import subprocess  # noqa: PLC0415

    program = shutil.which("git")
    if program is None:
        raise ConfigurationError("--changed-since: needs git, which is not installed")
    # A hook has the repository that runs it in its environment, and the file may lie in another.
    around = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    command = [program, "-c", "core.quotePath=false", "-C", str(folder), *arguments]
    done = subprocess.run(  # noqa: S603 # no shell
        command, capture_output=True, check=False, stdin=subprocess.DEVNULL, env=around
    )
    if done.returncode and done.stderr.strip():
        raise ConfigurationError(f"--changed-since: {done.stderr.decode(errors='replace').strip()}")
    return None if done.returncode else done.stdout
