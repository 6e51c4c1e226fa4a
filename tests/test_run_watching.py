"""Watching, the progress bar, and the options that make the settings."""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from claimcheck.config import Project
from claimcheck.errors import ConfigurationError
from claimcheck.model import Severity
from claimcheck.run import Settings, add_arguments, outcomes, settings, watch
from claimcheck.run import progress as bars


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Quiet.", encoding="utf-8")


def test_a_watch_checks_again_when_something_changes(capsys: pytest.CaptureFixture[str]) -> None:
    runs: list[int] = []
    looks = 0

    def look() -> Settings:
        nonlocal looks
        looks += 1
        match looks:
            case 3:
                Path("a.txt").write_text("Louder.", encoding="utf-8")
            case 5:
                Path("b.txt").write_text("New.", encoding="utf-8")
            case 7:
                Path("claimcheck.toml").write_text('ignore = ["U"]', encoding="utf-8")
            case 9:
                Path("b.txt").unlink()
        return Settings()

    watch([".", "-"], look, lambda: runs.append(looks), pause=0, looks=10)
    assert runs == [1, 3, 5, 7, 9]
    assert capsys.readouterr().err.count("changed") == 4


def test_a_watch_lives_through_a_broken_configuration(capsys: pytest.CaptureFixture[str]) -> None:
    runs: list[int] = []
    file = Path("claimcheck.toml")

    def run() -> None:
        runs.append(len(runs))
        if len(runs) == 1:
            file.write_text("x = 1", encoding="utf-8")
            return
        settings = Settings()
        settings.project_of(Path.cwd())

    def look() -> Settings:
        if len(runs) == 2:
            file.unlink(missing_ok=True)
        return Settings()

    watch(["."], look, run, pause=0, looks=5)
    assert runs == [0, 1, 2]
    assert "claimcheck.toml: unknown key 'x'" in capsys.readouterr().err


class Terminal:
    """A terminal for standard error, and what is written on it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(bars, "_PACE", 0)
        monkeypatch.setenv("TERM", "xterm")
        self._ours, theirs = os.openpty()
        self._stream = os.fdopen(theirs, "w", encoding="utf-8")

    def use(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Only now: pytest puts its own in this place between a fixture and its test."""
        monkeypatch.setattr(sys, "stderr", self._stream)

    def written(self) -> bytes:
        self._stream.flush()
        os.set_blocking(self._ours, False)
        found = bytearray()
        with suppress(BlockingIOError):
            while part := os.read(self._ours, 1 << 16):  # a page at a time
                found += part
        return bytes(found)

    def close(self) -> None:
        self._stream.close()
        os.close(self._ours)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    found = Terminal(monkeypatch)
    yield found
    monkeypatch.undo()
    found.close()


def test_a_bar_stands_on_a_terminal_after_a_while(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal.use(monkeypatch)
    monkeypatch.setattr(bars, "_PATIENCE", 0)
    for number in range(5):
        Path(f"{number}.txt").write_text("Quiet.", encoding="utf-8")
    assert len(list(outcomes(["."], Settings(progress=True)))) == 6
    written = terminal.written()
    assert b"checking" in written
    assert b"\x1b[2K" in written.rpartition(b"checking")[2]  # it is taken away again


@pytest.mark.parametrize("progress", [True, False])
def test_no_bar_for_a_moment_nor_in_a_pipe(
    terminal: Terminal,
    monkeypatch: pytest.MonkeyPatch,
    progress: bool,  # noqa: FBT001 # a table of cases
) -> None:
    terminal.use(monkeypatch)
    monkeypatch.setattr(bars, "_PATIENCE", 3600 if progress else 0)
    Path("b.txt").write_text("Quiet.", encoding="utf-8")
    list(outcomes(["."], Settings(progress=progress)))
    assert terminal.written() == b""


def parsed(*arguments: str) -> Settings:
    parser = ArgumentParser()
    add_arguments(parser)
    return settings(parser.parse_args(arguments))


def test_the_defaults() -> None:
    found = parsed("a.txt")
    assert (found.project, found.select, found.jobs) == (None, None, 0)
    assert found.cache is not None
    assert found.fail_on is Severity.NOTE
    assert not found.progress


def test_the_command_line_is_over_the_configuration() -> None:
    Path("claimcheck.toml").write_text(
        'fail-on = "error"\noutput-format = "json"\nselect = ["U"]\nignore = ["U102"]\nprofile = "news"',
        "utf-8",
    )
    found = parsed()
    assert (found.fail_on, found.output_format) == (Severity.ERROR, ("json",))
    config = parsed(
        "--select", "N", "--extend-select=U101", "--ignore", "n901, U102", "--profile=science"
    ).config_of(Path("a.txt"))
    assert config.select == ("N", "U101")
    assert config.ignore == ("U102", "N901", "U102")
    assert config.profile == "science"
    assert parsed("--fail-on", "never").fail_on is None
    assert parsed("--isolated").project == Project()
    assert parsed("--isolated").fail_on is Severity.NOTE


def test_one_configuration_for_all() -> None:
    Path("house.toml").write_text('ignore = ["U"]', encoding="utf-8")
    assert parsed("--config", "house.toml").config_of(Path("a.txt")).ignore == ("U",)
    Path("pyproject.toml").write_text("", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"pyproject\.toml: has no \[tool\.claimcheck\]"):
        parsed("--config", "pyproject.toml")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--select", "Q9"], "--select: no rule 'Q9'"),
        (["--ignore", "conversion-mismach"], "did you mean conversion-mismatch"),
        (["--config", "nowhere.toml"], "nowhere.toml: cannot be read"),
    ],
)
def test_mistakes_name_the_option(arguments: list[str], message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        parsed(*arguments)


def test_a_negative_number_of_jobs_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parsed("--jobs", "-1")
    assert "--jobs" in capsys.readouterr().err


def test_no_cache() -> None:
    assert parsed("--no-cache").cache is None
    assert parsed("--cache-dir", "x").cache == Path("x")
