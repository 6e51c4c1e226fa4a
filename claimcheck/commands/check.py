"""`claimcheck check PATH…`: read drafts and report what contradicts itself."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path

from claimcheck import run as inputs
from claimcheck.model import Severity
from claimcheck.report import Tally, outputs

__all__ = ["add_arguments", "run"]


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options for what is read, what is done about it, and what is written."""
    inputs.add_arguments(parser)
    group = parser.add_argument_group("changes").add_mutually_exclusive_group()
    group.add_argument(
        "--fix", action="store_true", help="write the certain fixes into the files, report the rest"
    )
    group.add_argument("--diff", action="store_true", help="show what --fix would change, and nothing else")
    group.add_argument(
        "--write-baseline",
        type=Path,
        metavar="FILE",
        help="accept today's findings: write them down, and no report unless one is asked for",
    )
    group.add_argument("--watch", action="store_true", help="check again whenever an input changes")
    outputs.add_arguments(parser)


def run(arguments: Namespace) -> int:
    """Check every input; 2 if one could not be read, else 1 if anything was found, else 0.

    Raises:
        ClaimcheckError: the configuration or an output is at fault, so that nothing can be reported.
    """
    if arguments.watch:
        inputs.watch(arguments.paths, lambda: inputs.settings(arguments), lambda: _check(arguments))
    return _check(arguments)


def _check(arguments: Namespace) -> int:
    settings = inputs.settings(arguments)
    if arguments.diff:
        return _exit_code(*_shown(inputs.differences(inputs.outcomes(arguments.paths, settings))))
    silent = arguments.write_baseline and not (arguments.outputs or arguments.statistics)
    wanted = () if silent else outputs.outputs(arguments, settings.output_format)
    render = outputs.renderer(wanted, arguments)
    if arguments.fix:
        found = inputs.mended(inputs.outcomes(arguments.paths, settings), inputs.filters(settings))
        written = inputs.as_written(found, render)
    elif arguments.write_baseline:
        found = inputs.recorded(inputs.outcomes(arguments.paths, settings), arguments.write_baseline)
        written = inputs.as_written(found, render)
    else:
        written = inputs.written(arguments.paths, settings, render)
    tally = outputs.write(written, wanted, render)
    return _exit_code(tally, found=_weighs(tally, settings.fail_on))


def _shown(differences: Iterable[tuple[inputs.Outcome, str]]) -> tuple[Tally, bool]:
    """Print every difference; whether there was one."""
    tally, any_found = Tally(), False
    for outcome, difference in differences:
        tally.add(outcome)
        sys.stdout.write(difference)
        any_found = any_found or bool(difference)
        if outcome.error is not None:
            outputs.complain(outcome.error)
    return tally, any_found


def _weighs(tally: Tally, fail_on: Severity | None) -> bool:
    """Whether a finding is at least as severe as asked; severities are declared heaviest first."""
    if fail_on is None:
        return False
    heavy = list(Severity)[: list(Severity).index(fail_on) + 1]
    return any(tally.diagnostics[severity] for severity in heavy)


def _exit_code(tally: Tally, found: bool) -> int:  # noqa: FBT001 # the answer to a question
    if tally.failures:
        return 2
    return 1 if found else 0
