"""Each format against what it wrote when last looked at; `CLAIMCHECK_SNAPSHOTS=write pytest` renews it."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claimcheck import Severity, __version__
from claimcheck.model import Conversion
from claimcheck.report import FORMATS, sarif, statistics
from claimcheck.rules import Finding, Rule
from claimcheck.run import Outcome

SNAPSHOTS = Path(__file__).with_name("snapshots")


def conversion_mismatch(_: Conversion) -> Iterator[Finding]:
    """Two figures for one quantity contradict each other.

    Readers who know one of the units are told something else than the others.
    """
    yield from ()


RULE = Rule(
    "U101",
    "conversion-mismatch",
    Severity.ERROR,
    ("It lies [50 km (3 miles)] off.",),
    ("It lies 50 km (30 miles) off.",),
    conversion_mismatch,
    Conversion,
)


@pytest.mark.parametrize("form", FORMATS)
def test_format_writes_what_it_wrote(
    form: str,
    outcome: Outcome,
    unreadable: Outcome,
    write: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for module in (sarif, statistics):  # the rules have tests of their own, and change more often
        monkeypatch.setattr(module, "rules", lambda: (RULE,))
    written = write(form, outcome, unreadable, explain=True).replace(f'"{__version__}"', '"VERSION"')
    suffix = next(iter(FORMATS[form].suffixes), ".txt")
    snapshot = SNAPSHOTS / f"{form}{suffix}"
    if os.environ.get("CLAIMCHECK_SNAPSHOTS") == "write":
        snapshot.write_text(written, "utf-8", newline="")
    with snapshot.open(encoding="utf-8", newline="") as stream:
        assert written == stream.read()
