"""Many files to many reports: what the command line runs and every output format reads."""

from attrs import frozen

from claimcheck.check import Report
from claimcheck.errors import ClaimcheckError

__all__ = ["Outcome"]


@frozen
class Outcome:
    """What became of one input: a report, or the error that kept it from being read."""

    name: str
    report: Report | None = None
    error: ClaimcheckError | None = None
