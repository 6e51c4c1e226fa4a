"""Checking again whenever an input changes."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from claimcheck.errors import ClaimcheckError
from claimcheck.run.discovery import STDIN, given, inputs
from claimcheck.run.settings import Settings
from claimcheck.telling import complain, tell

__all__ = ["watch"]

_PAUSE = 0.5  # seconds between two looks; more where a look itself takes long

_State = dict[str, tuple[int, int]]


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
    before: _State | None = None
    while looks is None or looks > 0:
        looks = None if looks is None else looks - 1
        start = time.monotonic()
        now = _look(paths, settings)
        if now != before:
            if before is not None:
                changed = len({name for name, _ in now.items() ^ before.items()})
                tell(f"--- {time.strftime('%H:%M:%S')} {changed} changed")
            before = now
            try:
                check()
            except ClaimcheckError as error:  # somebody is at the configuration; the next change may mend it
                complain(error)
        time.sleep(max(pause, time.monotonic() - start))


def _look(paths: Iterable[str | Path], settings: Callable[[], Settings]) -> _State:
    """Size and time of every input and of the configuration files that hold for them."""
    try:
        found = settings()
        files = {each.path for each in inputs(given(paths, found), found) if each.path}
        files |= {file for path in list(files) if (file := found.project_of(path.parent).file)}
    except ClaimcheckError as error:
        return {str(error): (0, 0)}
    return {str(file): _seen(file) for file in files}


def _seen(file: Path) -> tuple[int, int]:
    try:
        known = file.stat()
    except OSError:
        return (-1, -1)
    return (known.st_size, known.st_mtime_ns)
