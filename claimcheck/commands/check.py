"""`claimcheck check PATH…`: read drafts and report what contradicts itself."""

from argparse import ArgumentParser, Namespace

from claimcheck import run as inputs
from claimcheck.report import outputs

__all__ = ["add_arguments", "run"]


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options for what is read and for what is written."""
    inputs.add_arguments(parser)
    outputs.add_arguments(parser)


def run(arguments: Namespace) -> int:
    """Check every input; 2 if one could not be read, else 1 if anything was found, else 0.

    Raises:
        ClaimcheckError: the configuration or an output is at fault, so that nothing can be reported.
    """
    outcomes = inputs.outcomes(arguments.paths, inputs.settings(arguments))
    tally = outputs.write(outcomes, arguments)
    if tally.failures:
        return 2
    return 1 if tally.diagnostics.total() else 0
