"""A bar on a terminal, once there has been a second of work. rich draws it, and is imported only then."""

from __future__ import annotations

import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

__all__ = ["Progress"]

_PATIENCE = 1.0  # seconds without a bar
_PACE = 0.1  # seconds between two drawings


class Progress:
    """Counts inputs. Between two of them the bar may stand below what is printed; `hide` before printing."""

    def __init__(self, total: int, wanted: bool) -> None:  # noqa: FBT001 # the only thing there is to say
        self._total = total
        self._wanted = wanted and total > 1
        self._done = 0
        self._next = time.monotonic() + _PATIENCE
        self._bar: Bar | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.hide()

    def advance(self) -> None:
        """One more input is done; draw, if it is time."""
        self._done += 1
        now = time.monotonic()
        if not self._wanted or now < self._next or self._done == self._total:
            return
        self._next = now + _PACE
        bar = self._bar = self._bar or _bar(self._total)
        bar.start()
        bar.update(bar.task_ids[0], completed=self._done)
        bar.refresh()

    def hide(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()


def _bar(total: int) -> Bar:
    from rich.console import Console  # noqa: PLC0415 # only for who waits
    from rich.progress import Progress as Bar  # noqa: PLC0415 # the same

    bar = Bar(
        console=Console(stderr=True),
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    bar.add_task("checking", total=total)
    return bar
