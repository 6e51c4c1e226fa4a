"""`<!-- claimcheck off -->`, `on` and `ignore U101`, and `[claimcheck off]` where there are no comments.

| written | silences |
|---|---|
| `off` | everything up to the next `on`, or the end |
| `ignore U101, vague-source` on a line with other text | these rules on this line |
| the same alone on its line | these rules in the next line; in Markdown, HTML, .docx, paragraph |

A finding belongs to the place where it begins. What silences nothing is itself a finding.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import regex
from attrs import evolve

from claimcheck.model import Diagnostic, Span
from claimcheck.model.suppression import Suppression
from claimcheck.text import Document

__all__ = ["heard", "suppressions"]


@cache
def _directive() -> regex.Pattern[str]:
    return regex.compile(
        r"""
        (?: <!-- \s*+ (?P<what> claimcheck [ ] (?: [^\n>-] | -(?!->) ){0,500}+ ) -->
          | \[ (?P<what> claimcheck [ ] (?: off | on | ignore \b [^\[\]\n]{0,500}+ ) ) \] )
        """,
        regex.VERBOSE,
    )


def suppressions(document: Document) -> Iterator[Suppression]:
    """Every comment that speaks to claimcheck, in reading order, before it is known what it silences."""
    source = document.text if document.source is None else document.source
    if "claimcheck" not in source:
        return
    found = [
        (span, match["what"].strip().removeprefix("claimcheck "), Span(*match.span()))
        for match in _directive().finditer(source)
        if (span := _in_text(document, match)) is not None
    ]
    for index, (span, what, place) in enumerate(found):
        action, _, rest = what.strip().partition(" ")
        codes = tuple(rest.replace(",", " ").split())
        if action == "off" and not codes:
            until = next((other.start for other, word, _ in found[index + 1 :] if word.strip() == "on"), None)
            yield Suppression(
                span, "off", (), Span(span.start, len(document.text) if until is None else until)
            )
        elif action == "on" and not codes:
            yield Suppression(span, "on", (), span)
        elif action == "ignore" and codes:
            named = tuple(code.upper() if code[-1:].isdigit() else code.lower() for code in codes)
            yield Suppression(span, "ignore", named, _reach(document, span, place))
        else:
            problem = f"{what!r} is neither off, on nor ignore with the rules to ignore"
            yield Suppression(span, "on", (), span, problem=problem)


def heard(
    found: Sequence[Diagnostic], silencing: Iterable[Suppression], enabled: frozenset[str]
) -> tuple[tuple[Diagnostic, ...], tuple[Suppression, ...]]:
    """The findings that nothing silences, and the suppressions with what of them was not needed.

    A rule that is not in `enabled`, codes and names, cannot show whether its suppression is needed.
    """
    silencing = tuple(silencing)
    needed: list[set[str]] = [set() for _ in silencing]
    left = []
    for each in found:
        silent = False
        for index, suppression in enumerate(silencing):
            if suppression.silences(each.span, each.code, each.name):
                needed[index] |= {each.code, each.name, suppression.action}
                silent = True
        if not silent:
            left.append(each)
    return tuple(left), tuple(
        evolve(each, unused=tuple(_unused(each, needed[index], enabled)))
        for index, each in enumerate(silencing)
    )


def _unused(each: Suppression, needed: set[str], enabled: frozenset[str]) -> Iterator[str]:
    if each.action == "off" and "off" not in needed:
        yield "off"
    yield from (code for code in each.codes if code in enabled and code not in needed)


def _in_text(document: Document, match: "regex.Match[str]") -> Span | None:
    """Where the text has what the match found in the source; None in a block of code, which is no text."""
    span = Span(document.text_offset(match.start()), document.text_offset(match.end()))
    return span if len(span) and document.source_span(span) == Span(*match.span()) else None


def _reach(document: Document, span: Span, place: Span) -> Span:
    """The text that an `ignore` holds for."""
    lines = document.lines
    line = lines.position(place.start).line
    start = lines.line_start(line)
    end = start + len(lines.line(line))
    text = lines.text
    if text[start : place.start].strip() or text[place.end : end].strip():
        return Span(document.text_offset(start), document.text_offset(end))
    return _following(document, span.end)


def _following(document: Document, offset: int) -> Span:
    """The next line that holds anything, or the next paragraph of a format in which lines mean nothing."""
    text = document.text
    start = offset + len(text[offset:]) - len(text[offset:].lstrip())
    end = text.find("\n" if document.kind == "plain" else "\n\n", start)
    return Span(start, len(text) if end < 0 else end)
