"""claimcheck: does this text agree with itself, and who says so?

    report = claimcheck.check("The base lies 50 km (3 miles) from the border.")
    report.diagnostics[0].message

`check` reads a text and lets the rules judge it; `parse` is the same without rules; `read` makes a
`Document` of a file. All offsets count code points of `report.document.text`. Importing this loads neither
pint nor Hypothesis, and no data file.
"""

from claimcheck._version import __version__
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

# `check` and `parse` are functions here and also the names of the modules behind them; `from claimcheck.parse
# import …` still finds the modules.
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
