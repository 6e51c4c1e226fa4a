"""Many files to many reports: what the command line runs and every output format reads.

`outcomes` yields one `Outcome` for each input, in a stable order and one at a time, so that ten thousand
files need no more memory than one. An input that cannot be read is an outcome too: the rest is checked.
`written` yields the same as bytes that a caller's `Render` made of each, from the cache where nothing has
changed.
"""

from claimcheck.run.options import add_arguments, settings
from claimcheck.run.outcome import Outcome, Written
from claimcheck.run.outcomes import filters, outcomes, written
from claimcheck.run.recording import as_written, differences, mended, recorded
from claimcheck.run.settings import Settings
from claimcheck.run.watching import watch

__all__ = [
    "Outcome",
    "Settings",
    "Written",
    "add_arguments",
    "as_written",
    "differences",
    "filters",
    "mended",
    "outcomes",
    "recorded",
    "settings",
    "watch",
    "written",
]
