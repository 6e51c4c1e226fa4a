"""Arguments to calls; no logic.

A subcommand is one module in `claimcheck.commands` and one row here; only the one that is asked for is
imported, so that `claimcheck --version` stays quick.
"""

import gc
import os
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from importlib import import_module

from claimcheck._version import __version__
from claimcheck.errors import ClaimcheckError

__all__ = ["COMMANDS", "FAILED", "INTERRUPTED", "main"]

FAILED = 2
ALLOCATIONS = 50_000
"""New objects between two looks for garbage; at Python's 700, looking takes a tenth of a short run."""
INTERRUPTED = 130
"""What shells report for a program that Ctrl-C ended: 128 and the number of SIGINT."""

COMMANDS = {
    "check": "read drafts and report what contradicts itself",
    "explain": "say what a rule is about, with examples",
    "rules": "list all rules",
    "units": "look up a unit",
    "converter": "hold a unit converter to its laws",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the result is the exit code: 0 clean, 1 findings, 2 failure, 130 interrupted."""
    usual = gc.get_threshold()
    gc.set_threshold(ALLOCATIONS, *usual[1:])
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except ClaimcheckError as error:
        _complain(str(error))
        return FAILED
    except BrokenPipeError:
        _give_up_output()  # the reader has gone: "| head"
        return FAILED
    except OSError as error:
        _give_up_output()
        _complain(f"cannot go on: {error.strerror or error}")
        return FAILED
    except KeyboardInterrupt:
        _complain("interrupted")
        return INTERRUPTED
    except Exception:  # noqa: BLE001 # Python's own exit code for a crash is 1, which would say "findings"
        import traceback  # noqa: PLC0415 # only for a bug

        traceback.print_exc()
        _complain("this is a bug in claimcheck; please report it with the lines above")
        return FAILED
    finally:
        gc.set_threshold(*usual)


def _complain(message: str) -> None:
    from claimcheck.telling import complain  # noqa: PLC0415 # `claimcheck --version` needs no characters

    complain(message)


def _give_up_output() -> None:
    """Let go of what Python still holds for standard output: it must not raise again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(arguments: list[str]) -> int:
    if sys.stdout is None:  # closed by the caller: ">&-"
        raise ClaimcheckError("standard output is closed; send it to a file, or to /dev/null")
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
    return int(modules[parsed.command].run(parsed))
