"""What is counted: the noun phrase after a figure, "Kia and Hyundai vehicles" in "460 Kia and Hyundai vehicles"."""

from typing import Final

import regex

from claimcheck.lexicon.labels import Labels

__all__ = ["counted"]

_WORD = regex.compile(r"(?:[\x20\u00a0\n]|-(?=\p{L}))(?<word>\p{L}[\p{L}'’.&-]*)", regex.VERBOSE)
_MOST: Final = 5


def counted(text: str, end: int, words: Labels, *, one: bool, hyphen: bool) -> tuple[int, int]:
    """The span of the counted noun after a figure that ends at `end`; an empty one where nothing is counted.

    The phrase runs to the first plural; after "one" to the word before a word that no noun goes past. A noun
    that a hyphen ties to the figure ("a 30-item list") is one word.
    """
    if hyphen:
        match = _WORD.match(text, end)
        if match is None:
            return end, end
        word = match["word"].partition("-")[0].rstrip(".'’")
        if word.lower() in words.stops or word.lower() in words.adjectives:
            return end, end
        return match.start("word"), match.start("word") + len(word)
    begin = last = 0
    at = end
    for index in range(_MOST):
        match = _WORD.match(text, at)
        if match is None:
            break
        word = match["word"].rstrip(".'’-")
        low = word.lower()
        if low.endswith(("'s", "’s")):
            break
        if low == "and":
            if not last or one:
                break
            at = match.end()
            continue
        if low in words.stops:
            break
        if index == 0 and low in words.skips:
            at = match.end()
            continue
        if one and not last and word[0].isupper():
            break
        if one and last and low.endswith(("ing", "ed")):
            break
        if one and low in words.plurals:  # "one aircraft"
            return begin or match.start("word"), match.start("word") + len(word)
        begin = begin or match.start("word")
        last = match.start("word") + len(word)
        if not one and _plural(low, words):
            more = _WORD.match(text, match.end()) if low in words.plurals else None
            if more is not None and more["word"].lower() not in words.stops and _plural(more["word"].lower(), words):
                return begin, more.end("word")
            return begin, last
        if len(word) < len(match["word"]) and match["word"][len(word)] == ".":
            break
        at = match.end()
    return (begin, last) if one and begin else (end, end)


def _plural(word: str, words: Labels) -> bool:
    if word in words.plurals:
        return True
    tail = word.rpartition("-")[2]
    if tail in words.plurals:
        return True
    return (
        len(tail) > 2  # noqa: PLR2004 # "as", "is"
        and tail.endswith("s")
        and not tail.endswith(("ss", "ous", "'s", "’s"))
        and tail not in words.singulars
    )
