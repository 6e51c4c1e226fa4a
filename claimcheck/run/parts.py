"""What was found in a document as bytes: between processes, and in the cache.

The bytes are a pickle of plain values. It is read by an unpickler that knows these values and nothing else,
so that a cache that somebody else has written to can at worst be wrong, and cannot run anything.
"""

import io
import pickle
from collections.abc import Callable
from enum import Enum
from fractions import Fraction
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from attrs import fields, has

from claimcheck.check import Report
from claimcheck.model import Config, Unit
from claimcheck.text import Document

__all__ = ["from_parts", "to_parts"]

_Put = Callable[[object, object], None]
_KNOWN_TO_CALLER = ("document", "config")
_BUILTINS: dict[str, type] = {"frozenset": frozenset, "set": set}


def to_parts(report: Report) -> bytes:
    """Every part of a report but the document and the configuration, worked out."""
    state = {name: value for name, value in report.__getstate__().items() if name not in _KNOWN_TO_CALLER}
    written = io.BytesIO()
    _Writer(written, protocol=pickle.HIGHEST_PROTOCOL).dump(state)
    return written.getvalue()


def from_parts(document: Document, config: Config, parts: bytes) -> Report:
    """The report again.

    Raises:
        pickle.UnpicklingError: the bytes hold something that no report holds.
    """
    try:
        state = _Reader(io.BytesIO(parts)).load()
        return Report.of_state({"document": document, "config": config, **state})
    except Exception as error:  # what a pickle that somebody made up may raise is anything
        raise pickle.UnpicklingError(f"no parts of a report: {error}") from error


class _Writer(pickle.Pickler):
    """Writes an attrs value as its class and its fields in order: half as long to read as a dictionary."""

    def reducer_override(self, value: object) -> Any:  # noqa: ANN401 # pickle's own
        """The class and what it is called with, for attrs values only."""
        kind = type(value)
        if has(kind):
            return kind, tuple(getattr(value, name) for name in _names(kind))
        return NotImplemented


class _Reader(pickle.Unpickler):
    """Reads fractions, and attrs values and enumerations of claimcheck itself."""

    def find_class(self, module: str, name: str) -> Callable[..., object]:
        """What makes values of a class that a pickle names, if it is one of ours."""
        return _maker(module, name)


@lru_cache(maxsize=4096)
def _fraction(numerator: int, denominator: int) -> Fraction:
    """Most figures of a report have the same few steps and values; a fraction is slow to make."""
    return Fraction(numerator, denominator)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _maker(module: str, name: str) -> Callable[..., object]:
    if (module, name) == ("fractions", "Fraction"):
        return _fraction
    if module == "builtins" and name in _BUILTINS:
        return _BUILTINS[name]
    found = getattr(import_module(module), name, None) if module.startswith("claimcheck.") else None
    if isinstance(found, type) and found.__module__ == module:
        if issubclass(found, Enum):
            return found
        if has(found):
            return _of_fields(found)
    raise pickle.UnpicklingError(f"{module}.{name} has no place in a report")


def _of_fields(kind: type) -> Callable[..., object]:
    """Makes a value from its fields in order, which were checked when it was made for the first time."""
    names = _names(kind)
    setters = [getattr(kind, name).__set__ for name in names]  # of slots, as attrs makes them

    def made(*values: object) -> object:
        made_now: object = object.__new__(kind)
        for put, each in zip(setters, values, strict=True):
            put(made_now, each)
        return made_now

    if kind is Unit:
        return lru_cache(maxsize=4096)(made)  # a text has few units, and every figure has one
    return _pair(kind, *setters) if len(setters) == 2 else made  # noqa: PLR2004 # a pair


def _pair(kind: type, first: _Put, second: _Put) -> Callable[..., object]:
    """Half of all values are spans, which have two fields: no loop for those."""
    new = object.__new__

    def made(one: object, two: object) -> object:
        pair: object = new(kind)
        first(pair, one)
        second(pair, two)
        return pair

    return made
