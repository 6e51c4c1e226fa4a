"""JSON as it is written in all formats that have it: as it reads, but for what is active outside of JSON.

Control characters of C1, separators that some readers take for line breaks, what turns the direction of a
line, and lone surrogates are escaped, so that a report may be printed, split into lines and encoded.
"""

import json

import regex

__all__ = ["dumped"]

_ACTIVE = regex.compile(r"[\x7f-\x9f\u2028\u2029\u061c\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def dumped(value: object, indent: int | None = None) -> str:
    """The value as JSON; without `indent` on one line."""
    return _ACTIVE.sub(_escaped, json.dumps(value, ensure_ascii=False, indent=indent))


def _escaped(match: regex.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
