"""What is said on standard error: a line at a time, harmless, and never a reason to fail."""

import os
import sys

from claimcheck.text.legible import legible, legible_name

__all__ = ["complain", "tell"]


def complain(message: object) -> None:
    """Say that something went wrong."""
    tell(f"claimcheck: {legible(str(message))}")


def tell(line: str) -> None:
    """Write a line on standard error, if anybody listens: it may be closed, or its disk full."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"{legible_name(line)}\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 # for the rest of the process
