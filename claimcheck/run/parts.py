"""What was found in a document as bytes: between processes, and in the cache.

The bytes are a pickle of plain values. It is read by an unpickler that knows these values and nothing else,
so that a cache that somebody else has written to can at worst be wrong, and cannot run anything.
"""

import io
import pickle
from enum import Enum
from fractions import Fraction
from functools import cache
from importlib import import_module

from attrs import has

from claimcheck.check import Report
from claimcheck.model import Config
from claimcheck.text import Document

__all__ = ["from_parts", "to_parts"]

_KNOWN_TO_CALLER = ("document", "config")
_BUILTINS: dict[str, type] = {"frozenset": frozenset, "set": set}


def to_parts(report: Report) -> bytes:
    """Every part of a report but the document and the configuration, worked out."""
    state = {name: value for name, value in report.__getstate__().items() if name not in _KNOWN_TO_CALLER}
    return pickle.dumps(state, protocol=pickle.HIGHEST_PROTOCOL)


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


class _Reader(pickle.Unpickler):  # `find_class` lets nothing through that acts
    """Reads fractions, and attrs values and enumerations of claimcheck itself."""

    def find_class(self, module: str, name: str) -> type:
        """The class that a pickle names, if it is one of ours."""
        return _class(module, name)


@cache
def _class(module: str, name: str) -> type:
    if (module, name) == ("fractions", "Fraction"):
        return Fraction
    if module == "builtins" and name in _BUILTINS:
        return _BUILTINS[name]
    if module.startswith("claimcheck."):
        found = getattr(import_module(module), name, None)
        if isinstance(found, type) and found.__module__ == module and (has(found) or issubclass(found, Enum)):
            return found
    raise pickle.UnpicklingError(f"{module}.{name} has no place in a report")
