"""Many files to many reports: what the command line runs and every output format reads.

`outcomes` yields one `Outcome` for each input, in a stable order and one at a time, so that ten thousand
files need no more memory than one. An input that cannot be read is an outcome too: the rest is checked.
"""

from claimcheck.run.discovery import Input, inputs
from claimcheck.run.options import Settings, add_arguments, settings
from claimcheck.run.outcome import Outcome
from claimcheck.run.outcomes import outcomes

__all__ = ["Input", "Outcome", "Settings", "add_arguments", "inputs", "outcomes", "settings"]
