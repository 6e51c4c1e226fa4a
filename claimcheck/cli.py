"""Arguments to calls; no logic.

A subcommand is one module in `claimcheck.commands` and one row here; only the one that is asked for is
imported, so that `claimcheck --version` stays quick.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from importlib import import_module

from claimcheck._version import __version__
from claimcheck.errors import ClaimcheckError

__all__ = ["main"]

COMMANDS = {
    "check": "read drafts and report what contradicts itself",
    "explain": "say what a rule is about, with examples",
    "rules": "list all rules",
    "units": "look up a unit",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the result is the exit code: 0 clean, 1 findings, 2 failure."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    parser = ArgumentParser(prog="claimcheck", description="Does this text agree with itself?")
    parser.add_argument("--version", action="version", version=f"claimcheck {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    chosen = next((each for each in arguments if each in COMMANDS), None)
    modules = {}
    for name, summary in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=summary)
        if name == chosen:
            modules[name] = import_module(f"claimcheck.commands.{name}")
            modules[name].add_arguments(command)
    parsed = parser.parse_args(arguments)
    try:
        return int(modules[parsed.command].run(parsed))
    except ClaimcheckError as error:
        print(f"claimcheck: {error}", file=sys.stderr)  # noqa: T201 # this is the command line
        return 2
