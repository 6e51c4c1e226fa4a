"""What it costs to start: processor time of a whole process, the best of several."""

import os
import subprocess
import sys
from collections.abc import Sequence

import pytest

pytestmark = pytest.mark.benchmark

ROUNDS = 7


def processor_time(command: Sequence[str]) -> float:
    """Seconds of processor time, user and system, of the quickest of several runs."""

    def once() -> float:
        before = os.times()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 # our own
        after = os.times()
        return after.children_user + after.children_system - before.children_user - before.children_system

    return min(once() for _ in range(ROUNDS))


def test_version_is_told_within_120_ms() -> None:
    assert processor_time([sys.executable, "-m", "claimcheck", "--version"]) < 0.120


def test_package_is_imported_within_100_ms_of_a_bare_interpreter() -> None:
    bare = processor_time([sys.executable, "-c", "pass"])
    assert processor_time([sys.executable, "-c", "import claimcheck"]) - bare < 0.100


@pytest.mark.parametrize("module", ["pint", "hypothesis", "rich", "tomllib", "json", "html.parser"])
def test_version_needs_no(module: str) -> None:
    program = (
        "import sys\nfrom claimcheck import cli\n"
        f"try: cli.main(['--version'])\nexcept SystemExit: assert {module!r} not in sys.modules\n"
        "else: raise AssertionError"
    )
    subprocess.run([sys.executable, "-c", program], check=True)  # noqa: S603 # our own
