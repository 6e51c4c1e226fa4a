"""Where numerals may begin. Everything else of the parser runs only there, so speed hangs on this.

Two plain scans, one for digits and one for number words, are merged, and what stands before a digit is looked
at afterwards: one pattern that did all of it ran at 1 MB/s on news text, the two run at 15.
"""

from collections.abc import Iterable, Iterator

import regex
from attrs import field, frozen

__all__ = ["Scan", "Starts", "starts"]

_LONGEST_CODE = 5


@frozen(eq=False)
class Starts:
    """The patterns of a language. A figure may follow right after the letters of `codes` ("RM79")."""

    digits: regex.Pattern[str] = field(repr=False)
    words: regex.Pattern[str] = field(repr=False)
    codes: frozenset[str] = field(repr=False)

    def at(self, text: str, place: int) -> bool:
        """Whether a number word begins exactly at `place`."""
        return self.words.match(text, place) is not None


class Scan:
    """The places in one text where a numeral may begin, in order."""

    def __init__(self, text: str, patterns: Starts) -> None:
        self._text = text
        self._digits = _digits(text, patterns)
        self._words = _words(text, patterns)
        self._digit = next(self._digits, len(text))
        self._word = next(self._words, len(text))

    def after(self, place: int) -> int:
        """The first place at or after `place`, which may only grow from call to call; -1 at the end."""
        end = len(self._text)
        place = min(place, end)  # behind the end there is nothing to wait for
        while self._digit < place:
            self._digit = next(self._digits, end)
        while self._word < place:
            self._word = next(self._words, end)
        first = min(self._digit, self._word)
        return first if first < end else -1


def _digits(text: str, patterns: Starts) -> Iterator[int]:
    for match in patterns.digits.finditer(text):
        start = match.start()
        before = text[start - 1] if start else " "
        if before == "." and _coded(text, start, patterns.codes):
            yield start
        elif before == ".":
            if start == 1 or text[start - 2] in " \u00a0\n\t([<>=~≈$€£¥-−–":
                yield start - 1
        elif before.isalpha():
            if _coded(text, start, patterns.codes):
                yield start
        elif before == "+" and text[start - 2 : start - 1].isalpha():
            continue  # "i+1" is a formula
        elif before not in "_)" and not (before in ":,/" and start > 1 and text[start - 2].isdecimal()):
            yield start


def _coded(text: str, start: int, codes: frozenset[str]) -> bool:
    begin = start
    while begin and start - begin < _LONGEST_CODE and (text[begin - 1].isalpha() or text[begin - 1] in "./"):
        begin -= 1
    return text[begin:start] in codes and not (begin and text[begin - 1].isalnum())


def _words(text: str, patterns: Starts) -> Iterator[int]:
    for match in patterns.words.finditer(text):
        start, end = match.span()
        if (start and text[start - 1] in "_.)") or text[end : end + 1] in ("'", "’"):
            continue
        yield start


def starts(words: Iterable[str], signs: Iterable[str], codes: Iterable[str]) -> Starts:
    """The patterns for number words in three cases, single characters for fractions, and codes."""
    written = {form for word in words for form in (word, word.capitalize(), word.upper())}
    return Starts(
        regex.compile(rf"\d++|[{''.join(signs)}]"),
        # A trie and no named list: `regex` tries a list length by length, a trie letter by letter, and is
        # seven times faster.
        regex.compile(rf"\b{_trie(written)}\b"),
        frozenset(codes),
    )


def _trie(words: Iterable[str]) -> str:
    """A pattern for the words that never tries a letter twice."""
    following: dict[str, set[str]] = {}
    for word in words:
        following.setdefault(word[:1], set()).add(word[1:])
    ends = following.pop("", None) is not None
    branches = [regex.escape(first) + _trie(rest) for first, rest in sorted(following.items())]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)}){'?' if ends else ''}"
