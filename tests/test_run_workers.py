"""Several processes: the same outcomes in the same order, whatever happens to a worker."""

import os
import signal
import subprocess
import sys
import time
from multiprocessing import active_children
from pathlib import Path

import pytest

from claimcheck.errors import DocumentError, InternalError
from claimcheck.run import Settings, outcomes

STORY = "The depot lies {number} km (3 miles) from the coast, said Ana Ruiz, the harbour master."


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    for number in range(40):
        (tmp_path / f"{number:03}.txt").write_text(STORY.format(number=number + 50), encoding="utf-8")
    return tmp_path


def test_the_outcomes_are_those_of_one_process(stories: Path) -> None:
    (stories / "007.txt").write_bytes(b"\xff")
    alone = list(outcomes([stories], Settings(jobs=1)))
    together = list(outcomes([stories], Settings(jobs=2)))
    assert [each.name for each in together] == [each.name for each in alone]
    for one, other in zip(alone, together, strict=True):
        assert str(one.error) == str(other.error)
        if one.report is None or other.report is None:
            continue
        assert one.report.document == other.report.document
        assert one.report.claims == other.report.claims
        assert one.report.diagnostics == other.report.diagnostics
        assert [one.report.source_of(each) for each in one.report.claims] == [
            other.report.source_of(each) for each in other.report.claims
        ]
        assert [one.report.assessment_of(each) for each in one.report.claims] == [
            other.report.assessment_of(each) for each in other.report.claims
        ]
    assert isinstance(together[7].error, DocumentError)


@pytest.mark.parametrize(
    ("death", "how"),
    [
        ("os._exit(7)", "ended with exit code 7"),
        ("os.kill(os.getpid(), 9)", "was killed by SIGKILL"),
        ("__import__('ctypes').string_at(0)", "was killed by SIGSEGV"),
    ],
)
def test_a_worker_that_dies_names_its_file_and_loses_nothing_else(
    stories: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    death: str,
    how: str,
) -> None:
    (stories / "011.txt").write_text("DIE", encoding="utf-8")
    (stories / "012.txt").write_text("DIE", encoding="utf-8")
    plot = tmp_path_factory.mktemp("plot")
    (plot / "sitecustomize.py").write_text(
        "import os\n"
        "import claimcheck.text.readers.plain as plain\n"
        "read = plain.read_source\n"
        "def deadly(data, name, path):\n"
        f"    if data == b'DIE': {death}\n"
        "    return read(data, name, path)\n"
        "plain.read_source = deadly\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("PYTHONPATH", str(plot))
    found = list(outcomes([stories], Settings(jobs=2)))
    assert [Path(each.name).name for each in found if each.error] == ["011.txt", "012.txt"]
    assert all(isinstance(each.error, InternalError) for each in found if each.error)
    assert str(found[11].error) == (
        f"{stories / '011.txt'}: the process that checked it {how}; the other files are checked"
    )
    assert len(found) == 40


def test_workers_that_are_killed_are_replaced(stories: Path) -> None:
    found = outcomes([stories], Settings(jobs=2))
    got = [next(found)]
    for child in active_children():
        os.kill(child.pid or 0, signal.SIGKILL)
    got += found
    assert len(got) == 40
    assert sum(each.error is not None for each in got) <= 2
    assert not active_children()


def test_workers_that_cannot_start_are_no_fault_of_the_files(
    stories: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    plot = tmp_path_factory.mktemp("plot")
    (plot / "sitecustomize.py").write_text(
        "import os, sys\nif 'spawn_main' in str(sys.orig_argv): os._exit(3)\n", encoding="utf-8"
    )
    monkeypatch.setenv("PYTHONPATH", str(plot))
    with pytest.raises(InternalError, match="ended with exit code 3 as it started; use one job"):
        list(outcomes([stories], Settings(jobs=2)))
    assert not active_children()


def test_giving_up_early_leaves_no_process_behind(stories: Path) -> None:
    found = outcomes([stories], Settings(jobs=2))
    next(found)
    assert len(active_children()) == 2
    found.close()  # type: ignore[attr-defined]
    assert not active_children()


def test_ctrl_c_ends_all_processes(stories: Path) -> None:
    for number in range(2000):
        (stories / f"x{number:04}.txt").write_text(STORY.format(number=number) * 5, encoding="utf-8")
    command = [sys.executable, "-c", "import sys; from claimcheck.cli import main; sys.exit(main())"]
    arguments = ["check", str(stories), "--jobs", "2", "--no-cache", "--output-format", "concise"]
    process = subprocess.Popen(  # noqa: S603 # ourselves
        [*command, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    assert process.stdout is not None
    process.stdout.readline()
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of them
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in said
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("a worker outlived its parent")  # pragma: no cover


def test_few_files_need_no_second_process(stories: Path) -> None:
    found = outcomes([stories / "001.txt", stories / "002.txt"], Settings(jobs=0))
    next(found)
    assert not active_children()
