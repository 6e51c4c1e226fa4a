"""What stands right before a figure."""

from typing import Final

import regex

__all__ = ["REACH", "before", "match_before", "word_before"]

REACH: Final = 48
"""Characters before a figure that are looked at: three or four long words."""

_WORD = regex.compile(r"(?<word>[^\s()\[\],;:“”\"]+)[\s\u00a0]{1,2}$")


def before(text: str, start: int) -> str:
    """The characters before `start` that count."""
    return text[max(0, start - REACH) : start]


def match_before(window: str) -> "regex.Match[str] | None":
    """The last word of a window and the blank after it."""
    return _WORD.search(window)


def word_before(text: str, start: int) -> str:
    """The word before `start` in lower case; "" where a bracket or comma parts them."""
    match = _WORD.search(text[max(0, start - REACH) : start])
    return match["word"].lower() if match else ""
