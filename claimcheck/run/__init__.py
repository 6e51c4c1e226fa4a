"""Many files to many reports: what the command line runs and every output format reads.

`outcomes` yields one `Outcome` for each input, in a stable order and one at a time, so that ten thousand
files need no more memory than one. An input that cannot be read is an outcome too: the rest is checked.
"""

from claimcheck.run.options import add_arguments, settings
from claimcheck.run.outcome import Outcome
from claimcheck.run.outcomes import filters, outcomes
from claimcheck.run.recording import differences, mended, recorded
from claimcheck.run.settings import Settings
from claimcheck.run.watching import watch

__all__ = [
    "Outcome",
    "Settings",
    "add_arguments",
    "differences",
    "filters",
    "mended",
    "outcomes",
    "recorded",
    "settings",
    "watch",
]
