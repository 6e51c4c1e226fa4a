"""Each format against what it wrote when last looked at; `CLAIMCHECK_SNAPSHOTS=write pytest` renews it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.report import FORMATS
from claimcheck.run import Outcome

SNAPSHOTS = Path(__file__).with_name("snapshots")


@pytest.mark.parametrize("form", FORMATS)
def test_format_writes_what_it_wrote(
    form: str, outcome: Outcome, unreadable: Outcome, write: Callable[..., str]
) -> None:
    written = write(form, outcome, unreadable, explain=True)
    suffix = next(iter(FORMATS[form].suffixes), ".txt")
    snapshot = SNAPSHOTS / f"{form}{suffix}"
    if os.environ.get("CLAIMCHECK_SNAPSHOTS") == "write":
        snapshot.write_text(written, "utf-8", newline="")
    with snapshot.open(encoding="utf-8", newline="") as stream:
        assert written == stream.read()
