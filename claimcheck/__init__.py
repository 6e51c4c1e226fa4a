"""claimcheck: does this text agree with itself, and who says so?

    report = claimcheck.check("The base lies 50 km (3 miles) from the border.")
    report.diagnostics[0].message

`check` reads a text and lets the rules judge it; `parse` is the same without rules; `read` makes a
`Document` of a file. All offsets count code points of `report.document.text`. Each name is loaded when it is
first used, so that importing the package, as its pytest plugin does in every test run, costs next to nothing.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from claimcheck._version import __version__

if TYPE_CHECKING:
    from claimcheck.check import Report, check
    from claimcheck.check import read_claims as parse
    from claimcheck.errors import ClaimcheckError
    from claimcheck.model import (
        Assessment,
        Attribution,
        Claim,
        Config,
        Conversion,
        Diagnostic,
        Figure,
        Fix,
        Multiple,
        Quantity,
        Reference,
        Severity,
        Span,
        Speaker,
        Unit,
        Verdict,
    )
    from claimcheck.text import Document, read

__all__ = [
    "Assessment",
    "Attribution",
    "Claim",
    "ClaimcheckError",
    "Config",
    "Conversion",
    "Diagnostic",
    "Document",
    "Figure",
    "Fix",
    "Multiple",
    "Quantity",
    "Reference",
    "Report",
    "Severity",
    "Span",
    "Speaker",
    "Unit",
    "Verdict",
    "__version__",
    "check",
    "parse",
    "read",
]

# Public name → module and name there; whatever is not here is in the model.
_HOMES = {
    "ClaimcheckError": ("claimcheck.errors", "ClaimcheckError"),
    "Document": ("claimcheck.text", "Document"),
    "Report": ("claimcheck.check", "Report"),
    "check": ("claimcheck.check", "check"),
    "parse": ("claimcheck.check", "read_claims"),
    "read": ("claimcheck.text", "read"),
}


class _Package(ModuleType):
    """The package as a module that loads its public names on demand.

    `check` and `parse` are functions here and also the names of the modules behind them. The import system
    binds a module to its name in the package once it is loaded; for these two it is not let.
    """

    def __getattr__(self, name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        home, there = _HOMES.get(name, ("claimcheck.model", name))
        found = getattr(import_module(home), there)
        self.__dict__[name] = found
        return found

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted({*self.__dict__, *__all__})


sys.modules[__name__].__class__ = _Package
