"""Checking again whenever an input changes."""

import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from claimcheck.run.discovery import STDIN, inputs
from claimcheck.run.settings import Settings

__all__ = ["watch"]

_PAUSE = 0.5  # seconds between two looks; more where a look itself takes long


def watch(
    paths: Iterable[str | Path],
    settings: Callable[[], Settings],
    check: Callable[[], object],
    *,
    pause: float = _PAUSE,
    looks: int | None = None,
) -> None:
    """Run `check` now and after every change of an input or its configuration, until Ctrl-C.

    Files are looked at, not subscribed to: that works on every system and over a network. `looks` ends the
    watch after so many looks.
    """
    paths = [path for path in paths if str(path) != STDIN]
    before = None
    while looks is None or looks > 0:
        looks = None if looks is None else looks - 1
        start = time.monotonic()
        now = _state(paths, settings())
        if now != before:
            if before is not None:
                changed = len(set(now.items()) ^ set(before.items()))
                sys.stderr.write(f"--- {time.strftime('%H:%M:%S')} {changed} changed\n")
            check()
            before = now
        time.sleep(max(pause, 10 * (time.monotonic() - start) if now is before else pause))


def _state(paths: Iterable[str | Path], settings: Settings) -> dict[str, tuple[int, int]]:
    """Size and time of every input and of the configuration files that hold for them."""
    files = {each.path for each in inputs(paths, settings) if each.path}
    files |= {file for path in list(files) if (file := settings.project_of(path.parent).file)}
    return {str(file): _seen(file) for file in files}


def _seen(file: Path) -> tuple[int, int]:
    try:
        known = file.stat()
    except OSError:
        return (-1, -1)
    return (known.st_size, known.st_mtime_ns)
