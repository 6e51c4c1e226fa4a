"""Where a span stands in the file: lines and columns in the unit that a format counts in."""

from collections.abc import Callable

from attrs import frozen

from claimcheck.model import Diagnostic, Span
from claimcheck.text import Document
from claimcheck.text.positions import LineIndex

__all__ = ["Region", "code_points", "in_repository", "message", "region", "uri"]

Column = Callable[[LineIndex, int], int]


@frozen
class Region:
    """Lines and columns from 1; the end is the place behind the last character."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int


def code_points(lines: LineIndex, offset: int) -> int:
    """Column from 1 in code points."""
    return lines.position(offset).column


def region(document: Document, span: Span, column: Column = code_points) -> Region:
    """The corners of a span in the original file; `column` is `code_points` or a method of `LineIndex`."""
    lines = document.lines
    source = document.source_span(span)
    return Region(
        lines.position(source.start).line,
        column(lines, source.start),
        lines.position(source.end).line,
        column(lines, source.end),
    )


def message(document: Document, diagnostic: Diagnostic) -> str:
    """What a finding says; with the name of its place in a file that has no lines of its own."""
    part = document.place(diagnostic.span.start)
    return f"{diagnostic.message} ({part})" if part else diagnostic.message


def in_repository(name: str) -> str:
    """The name as those have it who compare it with paths of a repository: "a.md" for "./a.md"."""
    while name.startswith("./"):
        name = name[2:].lstrip("/")
    return name


def uri(name: str) -> str:
    """The name of an input as a relative reference, or as a file URI where it is absolute."""
    from pathlib import PurePath  # noqa: PLC0415 # with urllib, 10 ms that the text report need not pay
    from urllib.parse import quote  # noqa: PLC0415

    path = PurePath(name)
    if path.is_absolute():
        return path.as_uri()
    return quote(path.as_posix(), errors="surrogateescape")
