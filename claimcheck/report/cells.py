"""How wide text is on a terminal, and how to show hostile text there harmlessly."""

from functools import lru_cache
from unicodedata import category, east_asian_width

__all__ = ["Cell", "cells", "width"]

_TAB = 4
_JOINER = "\u200d"
_EMOJI_PRESENTATION = "\ufe0f"
_SKIN_TONES = range(0x1F3FB, 0x1F400)

Cell = tuple[str, int]
"""What is printed for one character of the source, and how many columns it takes."""


def cells(text: str) -> list[Cell]:
    """One cell for each character of a line.

    Tabs become spaces; control characters and those that turn the direction of the line become visible
    stand-ins; combining marks, joiners and joined emoji take no columns of their own. Widths are those of
    Unicode Standard Annex 11, ambiguous as narrow.
    """
    if text.isascii() and text.isprintable():
        return [(character, 1) for character in text]
    found: list[Cell] = []
    joined = False
    for character in text:
        if character == "\t":
            found.append((" " * _TAB, _TAB))
            continue
        if character == _EMOJI_PRESENTATION and found and found[-1][1] == 1:
            found[-1] = (found[-1][0], 2)
        found.append(_cell(character, joined=joined))
        joined = character == _JOINER
    return found


def width(text: str) -> int:
    """Columns that a line takes on a terminal."""
    return sum(columns for _, columns in cells(text))


@lru_cache(maxsize=4096)
def _cell(character: str, *, joined: bool) -> Cell:
    kind = category(character)
    if kind == "Cc":
        picture = chr(0x2400 + ord(character)) if ord(character) < 0x20 else "\N{REPLACEMENT CHARACTER}"  # noqa: PLR2004 # C0
        return picture, 1
    if kind in ("Cs", "Zl", "Zp") or "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069":
        return "\N{REPLACEMENT CHARACTER}", 1
    if kind in ("Mn", "Me", "Cf") or joined or ord(character) in _SKIN_TONES:
        return character, 0 if kind in ("Mn", "Me", "Cf") or joined else 2
    return character, 2 if east_asian_width(character) in "WF" else 1
