"""File names and messages as anything may have them: a terminal, a log, a parser of lines.

A name may hold whatever a file system allows: line breaks, the commands of a terminal, bytes that are no
UTF-8. What would do something instead of standing there is escaped as in a string of Python or a shell.
"""

import regex

__all__ = ["legible", "legible_name"]

_ESCAPES = {"\t": r"\t", "\n": r"\n", "\r": r"\r"}
_BYTES = range(0xDC80, 0xDD00)  # surrogates that stand for bytes of a name (PEP 383)
_ACTIVE = regex.compile(
    r"""
    [\p{Cc}\p{Cs}\p{Zl}\p{Zp}]             # controls of C0 and C1, surrogates, separators of lines
    | [\u061c\u202a-\u202e\u2066-\u2069]  # what turns the direction of a line (UAX 9)
    """,
    regex.VERBOSE,
)
_COMMAND = regex.compile(r"\s*+ (?: :: | \#\#\[ )", regex.VERBOSE)


def legible(text: str) -> str:
    r"""The text on one line, with every character that is active escaped.

    >>> print(legible("a\x1b[31m\n.txt"))
    a\x1b[31m\n.txt
    """
    return text if text.isascii() and text.isprintable() else _ACTIVE.sub(_escaped, text)


def legible_name(name: str) -> str:
    """The name of a file as a line may begin with it: with ./ before what a CI system takes for a command.

    >>> legible_name("::error::a.txt")
    './::error::a.txt'
    """
    return legible(f"./{name}" if _COMMAND.match(name) else name)


def _escaped(match: regex.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    if code in _BYTES:
        code -= 0xDC00
    return _ESCAPES.get(character) or (f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}")  # noqa: PLR2004 # a byte
