"""What is counted: the noun phrase after a figure, "old and new ferries" in "12 old and new ferries"."""

from typing import Final

import regex

from claimcheck.lexicon.labels import Labels

__all__ = ["counted", "counted_one", "joined"]

_WORD = regex.compile(r"(?:[\x20\u00a0\n]|-(?=\p{L}))(?<word>\p{L}[\p{L}'’.&-]*)", regex.VERBOSE)
_MOST: Final = 5
_TRAIL: Final = ".'’-"
_POSSESSIVE: Final = ("'s", "’s")
_SHORTEST: Final = 3
_ADJECTIVES: Final = (
    "al",
    "ic",
    "ful",
    "ous",
    "ive",
    "able",
    "ible",
    "less",
    "ary",
    "ish",
    "ese",
    "ed",
    "est",
)
Span = tuple[int, int]


def counted(text: str, end: int, words: Labels) -> Span:
    """The noun phrase after a figure that ends at `end`, up to its first plural; maybe empty."""
    begin = last = 0
    at = end
    for index in range(_MOST):
        match = _WORD.match(text, at)
        if match is None:
            break
        word = match["word"].rstrip(_TRAIL)
        low = word.lower()
        at = match.end()
        if low == "and" and last:
            continue
        if low in words.stops or low == "and" or low.endswith(_POSSESSIVE):
            break
        if not index and low in words.skips:
            continue
        begin, last = begin or match.start("word"), match.start("word") + len(word)
        if _is_plural(low, words):
            return begin, _head(text, last, low, words)
        if match["word"].startswith(".", len(word)):
            break
    return end, end


def counted_one(text: str, end: int, words: Labels) -> Span:
    """The noun phrase after "one", which has no plural to end it: adjectives and the word after them."""
    begin = last = 0
    at = end
    for _ in range(_MOST):
        match = _WORD.match(text, at)
        word = match["word"].rstrip(_TRAIL) if match else ""
        low = word.lower()
        if match is None or low in words.stops or low == "and" or low.endswith(_POSSESSIVE):
            break
        if not last and word[0].isupper():
            break
        begin, last, at = begin or match.start("word"), match.start("word") + len(word), match.end()
        if not _describes(low, words):
            break
    return (begin, last) if begin else (end, end)


def joined(text: str, end: int, words: Labels) -> Span:
    """The one word that a hyphen ties to a figure: "item" in "a 30-item list"."""
    match = _WORD.match(text, end)
    word = match["word"].partition("-")[0].rstrip(_TRAIL) if match else ""
    if match is None or word.lower() in words.stops or word.lower() in words.adjectives:
        return end, end
    return match.start("word"), match.start("word") + len(word)


def _head(text: str, last: int, low: str, words: Labels) -> int:
    """The end of the head noun: a plural without an s may stand before it ("police officers")."""
    more = _WORD.match(text, last) if low in words.plurals else None
    if more is None or more["word"].lower() in words.stops:
        return last
    word = more["word"].rstrip(_TRAIL)
    return more.start("word") + len(word) if _is_plural(word.lower(), words) else last


def _describes(word: str, words: Labels) -> bool:
    """Whether a word looks like an adjective."""
    return word in words.describing or word.endswith(_ADJECTIVES)


def _is_plural(word: str, words: Labels) -> bool:
    if word in words.plurals:
        return True
    tail = word.rpartition("-")[2]
    if tail in words.plurals:
        return True
    regular = len(tail) >= _SHORTEST and tail.endswith("s")
    return regular and not tail.endswith(("ss", "ous")) and tail not in words.singulars
