"""Hedges beside a figure: words before it and after it that say how it is meant."""

from typing import Final

import regex

from claimcheck.lexicon.hedges import Hedges
from claimcheck.model import Bound, Modifier, Span

__all__ = ["after", "before"]

_TOKEN = regex.compile(r"[^\s()\[\],;:“”\"]+")
_BREAK = regex.compile(r"[()\[\],;:“”\"]")
_REACH: Final = 64
_MOST: Final = 4
_AFTER = regex.compile(r"(?<gap> [\x20\u00a0]? ) (?<word> [-+]?\p{L}* | \+ )", regex.VERBOSE)


def before(text: str, start: int, floor: int, table: Hedges) -> tuple[list[Modifier], bool]:
    """The modifiers that end right before `start`, in order, and whether "between" is among the words.

    Nothing before `floor` is read. Words that change nothing are passed over: "a reported range of".
    """
    low = max(floor, start - _REACH)
    window = text[low:start]
    if not window or not (window[-1].isspace() or window[-1] in "~∼≈≃≅<>≤≥⩽⩾≲≳=-"):
        return [], False
    trimmed = window.rstrip("-")
    tokens = []
    floor_of_window = 0
    for stop in _BREAK.finditer(trimmed):
        floor_of_window = stop.end()
    tokens = [(each.group().lower(), each.start()) for each in _TOKEN.finditer(trimmed, floor_of_window)]
    if not tokens or (tokens[-1][0] not in table.last and tokens[-1][0][-1:] not in "~∼≈≃≅<>≤≥⩽⩾≲≳="):
        return [], False
    if tokens[0][1] == 0 and low > floor and not text[low - 1].isspace():
        tokens.pop(0)
    found: list[Modifier] = []
    between = passed = False
    end = len(tokens)
    while end and len(found) < _MOST:
        for size in range(min(table.longest, end), 0, -1):
            words = tuple(token for token, _ in tokens[end - size : end])
            if words in table.before:
                break
        else:
            break
        bound = table.before[words]
        if bound is not None:
            first, last = tokens[end - size][1], tokens[end - 1]
            found.append(Modifier(Span(low + first, low + last[1] + len(last[0])), bound))
        between = between or ("between" in words and not passed)
        passed = passed or words[-1] in ("the", "its", "their", "a")
        end -= size
    return found[::-1], between


def after(text: str, end: int, table: Hedges) -> list[Modifier]:
    """The modifier that follows right after a quantity: "or more", "-plus", "+"."""
    first = _AFTER.match(text, end)
    if first is None or first["word"].lower() not in table.first:
        return []
    window = text[first.start("word") : first.start("word") + _REACH]
    tokens = [(each.group().lower().rstrip("."), each.end()) for each in _TOKEN.finditer(window)][
        : table.longest
    ]
    for size in range(len(tokens), 0, -1):
        bound = table.after.get(tuple(token for token, _ in tokens[:size]))
        if bound is not None:
            start = first.start("word")
            return [Modifier(Span(start, start + tokens[size - 1][1]), bound)]
    if first["word"] == "+" and not text[end + 1 : end + 2].isalnum():
        return [Modifier(Span(first.start("word"), first.end("word")), Bound.MORE_THAN)]
    return []
