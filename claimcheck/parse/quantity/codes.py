"""Figures inside codes: "Tu-160", "p.2/14", "?page=3", telephone numbers, bearings, "9/11"."""

from typing import Final

import regex

from claimcheck.lexicon.labels import Labels
from claimcheck.parse.numerals import Numeral
from claimcheck.parse.quantity.around import REACH

__all__ = ["past_code"]

_GLUED: Final = frozenset("/=&?#_@%\\")
_HYPHENS: Final = frozenset("-‐‑")
_JOINS: Final = frozenset("-‐‑–/_.%&=?#~,:")
_PHONE = regex.compile(r"(?:\+?\d{1,3}[\s.-])?\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}(?!\d)")
_FREEPHONE = regex.compile(r"(?<!\d\s)0\d{2,4}(?:[\s-]\d{2,4}){2,3}(?!\d)")
_COMPASS = regex.compile(
    r"[°º]\s? (?: \d+[′’'] (?:\s?\d+(?:\.\d+)?[″”\"])? \s? )? \s?[NSEWnsew]\b", regex.VERBOSE
)


def past_code(text: str, numeral: Numeral, floor: int, words: Labels) -> int:
    """Where to go on when a figure is part of a code, a name or a position; 0 where it is none.

    `floor` is where the last quantity ended: what a slash parts from one is another ("1 cup/240 ml").
    """
    start, end = numeral.start, numeral.end
    before = text[start - 1] if start else " "
    glued = before in _GLUED and start - 1 != floor and _in_address(text, start)
    if glued or (before in _HYPHENS and _named(text, start, words)):
        return _token_end(text, end)
    if numeral.words:
        return 0
    if text[start:end] in words.names:
        return end
    whole = _PHONE.match(text, start) or _FREEPHONE.match(text, start) or _COMPASS.match(text, end)
    return whole.end() if whole else 0


def _named(text: str, start: int, words: Labels) -> bool:
    """Whether a hyphen before the figure makes a name of both; "sub-500" leaves it a figure."""
    at = start - 1
    while at > 0 and text[at - 1].isalpha():
        at -= 1
    if at == start - 1:
        return at > 0 and text[at - 1].isdecimal()
    return text[at : start - 1].lower() not in words.prefixes


def _in_address(text: str, start: int) -> bool:
    """Whether the figure is part of an address, a path or a parameter."""
    at = start - 1
    while at > 0 and start - at < REACH and not text[at - 1].isspace():
        at -= 1
    ahead = text[at:start]
    if ahead[-1] == "/":
        return "www." in ahead or any(each in "/.0123456789" for each in ahead[:-1])
    return ahead != "=" and (ahead[-1] != "=" or "?" in ahead or "&" in ahead or "://" in ahead)


def _token_end(text: str, end: int) -> int:
    """Past what is written together with a figure."""
    while end < len(text):
        if not (text[end].isalnum() or (text[end] in _JOINS and text[end + 1 : end + 2].isalnum())):
            break
        end += 1
    return end
