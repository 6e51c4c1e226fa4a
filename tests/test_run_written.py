"""What was written of a text is kept, too: the same bytes, without reading, checking or rendering again."""

import subprocess
import sys
from collections import Counter
from importlib import metadata
from pathlib import Path

import pytest

from claimcheck import cli
from claimcheck.errors import ConfigurationError, DocumentError
from claimcheck.model import Config, Severity
from claimcheck.report import FORMATS, Settings, Tally
from claimcheck.report.pieces import Pieces, Renderer
from claimcheck.run import Outcome, Written, cache, one, work, written
from claimcheck.run import Settings as Run

WRONG = "The depot lies 50 km (3 miles) from the coast, said Ana Ruiz, who runs it.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(WRONG, encoding="utf-8")
    return tmp_path / "cache"


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often texts are read, checked, and written about."""
    counted: Counter[str] = Counter()

    def counting(module: object, name: str) -> None:
        real = getattr(module, name)

        def call(*arguments: object, **options: object) -> object:
            counted[name] += 1
            return real(*arguments, **options)

        monkeypatch.setattr(module, name, call)

    counting(one, "read_bytes")
    counting(one, "check")
    counting(Renderer, "__call__")
    return counted


def run(folder: Path, *forms: str, jobs: int = 1, color: bool = False, **settings: object) -> list[Written]:
    render = Renderer(tuple((form, Settings(color=color)) for form in forms))
    return list(written(["."], Run(cache=folder, jobs=jobs, **settings), render))  # type: ignore[arg-type]


@pytest.mark.parametrize("form", FORMATS)
def test_the_second_run_reads_checks_and_renders_nothing(
    folder: Path, calls: Counter[str], form: str
) -> None:
    first = run(folder, form)
    assert set(calls) == {"read_bytes", "check", "__call__"}
    calls.clear()
    assert run(folder, form) == first
    assert not calls


def test_name_format_and_settings_make_the_key(folder: Path, calls: Counter[str]) -> None:
    one, other = run(folder, "text")
    assert one.pieces != other.pieces  # the same text, but each says its name
    run(folder, "concise")
    run(folder, "text", "concise")
    run(folder, "text", color=True)
    assert calls["__call__"] == 8
    assert calls["check"] == 1


def test_an_error_is_never_kept(folder: Path, calls: Counter[str]) -> None:
    Path("a.txt").write_bytes(b"\xff")
    run(folder, "json")
    calls.clear()
    (broken, _) = run(folder, "json")
    assert isinstance(broken.error, DocumentError)
    assert Pieces.unpacked(broken.pieces).tally.failures == [("a.txt", str(broken.error))]
    assert calls["read_bytes"] == 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_baseline_that_changes_changes_what_is_written(folder: Path, jobs: int) -> None:
    assert cli.main(["check", "--isolated", "--no-cache", "a.txt", "--write-baseline", "known.json"]) == 0
    without = run(folder, "concise", jobs=jobs)
    known = run(folder, "concise", jobs=jobs, baseline=Path("known.json"))
    assert [Pieces.unpacked(each.pieces).tally.codes["U101"] for each in without] == [1, 1]
    assert [Pieces.unpacked(each.pieces).tally.codes["U101"] for each in known] == [0, 1]
    Path("known.json").write_text('{"version": 1, "findings": {}}', "utf-8")
    assert run(folder, "concise", jobs=jobs, baseline=Path("known.json")) == without


def test_changed_lines_make_the_key(folder: Path) -> None:
    def git(*arguments: str) -> None:
        names = ("-c", "user.name=A", "-c", "user.email=a@b.example")
        subprocess.run(["git", *names, *arguments], check=True, capture_output=True)  # noqa: S603, S607 # a test

    git("init")
    git("add", ".")
    git("commit", "-m", "first")
    assert [_codes(each) for each in run(folder, "concise", changed_since="HEAD")] == [{}, {}]
    Path("a.txt").write_text("More.\n" + WRONG.replace("50 km", "51 km"), "utf-8")
    for jobs in (1, 2):
        found = run(folder, "concise", changed_since="HEAD", jobs=jobs)
        assert [bool(_codes(each)) for each in found] == [True, False]


def _codes(each: Written) -> dict[str, int]:
    return dict(Pieces.unpacked(each.pieces).tally.codes)


def test_a_revision_that_git_does_not_know_ends_the_run(folder: Path) -> None:
    for jobs in (1, 2):
        with pytest.raises(ConfigurationError):
            run(folder, "concise", changed_since="nowhere", jobs=jobs)


def test_a_bug_in_a_format_is_an_error_of_that_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Renderer.__call__

    def buggy(self: Renderer, outcome: Outcome) -> bytes:
        if outcome.name == "a.txt" and outcome.error is None:
            raise ZeroDivisionError
        return real(self, outcome)

    monkeypatch.setattr(Renderer, "__call__", buggy)
    broken, whole = run(folder, "json")
    assert "a bug in claimcheck: ZeroDivisionError" in str(broken.error)
    assert whole.error is None


def test_pieces_cross_whole() -> None:
    tally = Tally(files=1, failures=[("a", "no\nfile")])
    tally.claims["quantity"] = 3
    tally.diagnostics[Severity.ERROR] = 1
    tally.codes["U101"] = 1
    pieces = Pieces(tally, ("é\n", None, "", "\udcff and 😀"))
    assert Pieces.unpacked(pieces.packed()) == pieces


def test_many_inputs_with_nothing_to_read_are_no_reason_to_wait(folder: Path) -> None:
    command = [sys.executable, "-m", "claimcheck", "check", "--jobs", "2", "--cache-dir", str(folder)]
    done = subprocess.run(  # noqa: S603 # ourselves
        [*command, *(f"none{number}*" for number in range(100))],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.count("matches no file") == 100


def test_workers_are_hired_only_where_something_is_new(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run(folder, "json", jobs=2)

    def refuse(*_: object) -> None:
        pytest.fail("a worker was hired")

    monkeypatch.setattr(work.Writings, "begin", refuse)
    monkeypatch.setattr("claimcheck.run.workers._Crew._hire", refuse)
    assert run(folder, "json", jobs=2) == first


class Installed:
    """A distribution as pip leaves it behind."""

    def __init__(self, record: str | None) -> None:
        self.record = record

    def read_text(self, name: str) -> str | None:
        assert name == "RECORD"
        return self.record


def test_a_fresh_environment_with_the_same_files_finds_its_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    real = metadata.distribution

    def key(changed: int, digest: str | None) -> cache.Key:
        record = (
            digest and f"claimcheck/cli.py,sha256={digest},10\nclaimcheck/x.pyc,,\nother/y.py,sha256=b,1\n"
        )
        monkeypatch.setattr(metadata, "distribution", lambda _: Installed(record))
        monkeypatch.setattr(cache, "_sources", lambda *_: iter([("claimcheck/cli.py", 10, changed)]))
        monkeypatch.setattr(metadata, "version", lambda name: real(name).version)
        return cache.Cache(Path()).key(b"", ".txt", Config())

    assert key(1, "a") == key(2, "a")
    assert key(1, "a") != key(1, "b")
    assert key(1, None) != key(2, None)  # an editable installation goes by times
