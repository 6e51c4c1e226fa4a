"""The command line: what it prints, where errors go, and above all its exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import claimcheck
from claimcheck import cli
from claimcheck.report import FORMATS, Writer, outputs
from claimcheck.rules import rules

CLEAN = "Nothing is measured here.\n"
WRONG = "The pier is 50 km (3 miles) long.\n"


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of its own, no configuration, no shared cache, no colour wishes from outside."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "clean.txt").write_text(CLEAN, "utf-8")
    (tmp_path / "wrong.txt").write_text(WRONG, "utf-8")
    (tmp_path / "latin.txt").write_bytes("Caf\u00e9\n".encode("latin-1"))


def check(*arguments: str) -> int:
    return cli.main(["check", "--isolated", "--no-cache", *arguments])


class TestExitCodes:
    def test_0_is_clean(self) -> None:
        assert check("clean.txt") == 0

    def test_1_is_findings(self) -> None:
        assert check("clean.txt", "wrong.txt") == 1

    def test_1_only_from_the_severity_asked_for(self) -> None:
        assert check("wrong.txt", "--fail-on", "never") == 0
        assert check("wrong.txt", "--fail-on", "error") == 1

    @pytest.mark.parametrize("other", ["clean.txt", "wrong.txt"])
    @pytest.mark.parametrize("broken", ["gone.txt", "latin.txt"])
    def test_2_is_an_input_that_cannot_be_read_whatever_the_others_are(self, broken: str, other: str) -> None:
        assert check(other, broken) == 2
        assert check(broken, other, "--fail-on", "never") == 2
        assert check(broken, other, "--diff") == 2

    def test_attitudes_may_be_left_out(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "wishes.txt").write_text("Ana Ruiz supports the plan.", "utf-8")
        assert check("wishes.txt", "--output-format", "csv") == 0
        assert ",attitude," in capsys.readouterr().out
        assert check("wishes.txt", "--output-format", "csv", "--no-attitudes") == 0
        assert "supports" not in capsys.readouterr().out

    def test_2_is_an_output_that_cannot_be_written(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert check("clean.txt", "--output-format", "json", "--output-file", "no/such/folder.json") == 2
        assert "no/such/folder.json: cannot be written" in capsys.readouterr().err

    def test_2_is_a_rule_that_does_not_exist(self) -> None:
        assert cli.main(["explain", "U999"]) == 2

    def test_2_is_a_crash(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        def crash(*_: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr(outputs, "write", crash)
        assert check("clean.txt") == 2
        assert "this is a bug in claimcheck" in capsys.readouterr().err

    def test_130_is_an_interruption(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupt(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(outputs, "write", interrupt)
        assert check("clean.txt") == 130

    @pytest.mark.parametrize(
        "arguments", [[], ["chek"], ["check", "--no-such"], ["check", "--color", "blue"]]
    )
    def test_2_is_a_command_line_that_makes_no_sense(self, arguments: list[str]) -> None:
        with pytest.raises(SystemExit) as exit_:
            cli.main(arguments)
        assert exit_.value.code == 2

    def test_2_is_a_reader_that_has_gone(self) -> None:
        read, write = os.pipe()
        os.close(read)
        done = subprocess.run(
            [sys.executable, "-m", "claimcheck", "check", "--isolated", "wrong.txt"],
            stdout=write,
            stderr=subprocess.PIPE,
            check=False,
        )
        os.close(write)
        assert (done.returncode, done.stderr) == (2, b"")

    @pytest.mark.parametrize(
        "where", [">&-", "2>&-", "<&-", "> /dev/full", "2> /dev/full", "> /dev/full 2>&1"]
    )
    @pytest.mark.parametrize("file", ["latin.txt", "-", "clean.txt"])
    def test_hold_whatever_is_closed_or_full(self, where: str, file: str) -> None:
        command = f'"{sys.executable}" -m claimcheck check --isolated --no-cache {file} {where}'
        done = subprocess.run(  # noqa: S602 # redirections are what is tried
            command, shell=True, input=b"", capture_output=True, check=False
        )
        fails = file == "latin.txt" or where.startswith(">") or (file, where) == ("-", "<&-")
        assert done.returncode == (2 if fails else 0)
        assert b"Traceback" not in done.stderr


class TestErrors:
    def test_name_file_and_place_on_standard_error_and_the_rest_is_checked(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        check("latin.txt", "wrong.txt")
        told = capsys.readouterr()
        assert "claimcheck: latin.txt:1:4: not UTF-8" in told.err
        assert "error[U101]" in told.out
        assert "1 could not be read" in told.out

    def test_are_not_mixed_into_reports(self, capsys: pytest.CaptureFixture[str]) -> None:
        check("gone.txt", "--output-format", "json")
        json.loads(capsys.readouterr().out)


class TestOutputs:
    def test_go_to_several_places_at_once(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        to_files = ["--output-format", "sarif", "--output-file", "out.json", "--output-file", "page.html"]
        check("wrong.txt", "--output-format", "concise", *to_files)
        assert capsys.readouterr().out.startswith("wrong.txt:1:13: error[U101]")
        assert json.loads((tmp_path / "out.json").read_text("utf-8"))["version"] == "2.1.0"
        assert (tmp_path / "page.html").read_text("utf-8").startswith("<!DOCTYPE html>")

    def test_named_by_files_first_leave_standard_output_to_the_last_format(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        check("wrong.txt", "--output-file", "a.html", "--output-file", "a.sarif", "--output-format", "github")
        assert capsys.readouterr().out.startswith("::error file=wrong.txt")
        assert (tmp_path / "a.html").read_text("utf-8").startswith("<!DOCTYPE html>")
        assert json.loads((tmp_path / "a.sarif").read_text("utf-8"))["version"] == "2.1.0"

    @pytest.mark.parametrize(
        ("name", "start"),
        [("a.sarif", "{"), ("a.json", "{"), ("a.csv", "\ufefffile,"), ("a.xml", "<?xml"), ("a.jsonl", "{")],
    )
    def test_are_known_by_their_suffix(self, name: str, start: str, tmp_path: Path) -> None:
        check("wrong.txt", "--output-file", name)
        assert (tmp_path / name).read_text("utf-8").startswith(start)

    def test_with_an_unknown_suffix_need_a_format(self) -> None:
        with pytest.raises(SystemExit) as exit_:
            check("wrong.txt", "--output-file", "report.doc")
        assert exit_.value.code == 2

    @pytest.mark.parametrize("name", ["", "-"])
    def test_need_the_name_of_a_file(self, name: str, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as exit_:
            check("wrong.txt", "--output-format", "json", "--output-file", name)
        assert exit_.value.code == 2
        assert "goes to standard output" in capsys.readouterr().err

    def test_do_not_share_a_place(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert check("wrong.txt", "--output-format", "json", "--output-format", "csv") == 2
        assert "two reports for standard output" in capsys.readouterr().err

    def test_unknown_in_the_configuration_is_an_error_with_a_suggestion(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "claimcheck.toml").write_text('output-format = "srif"\n', "utf-8")
        assert cli.main(["check", "--no-cache", "clean.txt"]) == 2
        assert "sarif" in capsys.readouterr().err

    def test_replace_a_file_only_when_they_are_whole(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def interrupt(*_: object) -> None:
            raise KeyboardInterrupt

        (tmp_path / "a.json").write_text("what was there", "utf-8")
        before = sorted(tmp_path.iterdir())
        with monkeypatch.context() as patched:
            patched.setattr(Writer, "include", interrupt)
            assert check("wrong.txt", "--output-file", "a.json") == 130
        assert (tmp_path / "a.json").read_text("utf-8") == "what was there"
        assert sorted(tmp_path.iterdir()) == before
        assert check("wrong.txt", "--output-file", "a.json") == 1
        assert (tmp_path / "a.json").read_text("utf-8").startswith("{")
        assert sorted(tmp_path.iterdir()) == before

    def test_go_to_devices_as_they_are(self) -> None:
        assert check("wrong.txt", "--output-format", "json", "--output-file", os.devnull) == 1

    def test_into_a_folder_are_an_error(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "a.json").mkdir()
        assert check("wrong.txt", "--output-file", "a.json") == 2
        assert "a.json: cannot be written" in capsys.readouterr().err

    @pytest.mark.parametrize("form", FORMATS)
    def test_hold_for_nothing_at_all(self, form: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert check("clean.txt", "--output-format", form) == 0
        capsys.readouterr()


class TestColour:
    def test_is_for_terminals_only(self, capsys: pytest.CaptureFixture[str]) -> None:
        check("wrong.txt")
        assert "\x1b[" not in capsys.readouterr().out

    def test_can_be_had_anyway(self, capsys: pytest.CaptureFixture[str]) -> None:
        check("wrong.txt", "--color", "always")
        assert "\x1b[1;31merror[U101]" in capsys.readouterr().out

    @pytest.mark.parametrize(
        ("environment", "colour"),
        [
            ({"FORCE_COLOR": "1"}, True),
            ({"FORCE_COLOR": "1", "TERM": "dumb"}, True),
            ({"FORCE_COLOR": "0"}, False),
            ({"FORCE_COLOR": ""}, False),
            ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ],
    )
    def test_can_be_forced_on_standard_output_alone(
        self,
        environment: dict[str, str],
        colour: bool,  # noqa: FBT001 # a table
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        tmp_path: Path,
    ) -> None:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        check("wrong.txt", "--output-file", "report.txt", "--output-format", "concise")
        assert ("\x1b[" in capsys.readouterr().out) is colour
        assert "\x1b[" not in (tmp_path / "report.txt").read_text("utf-8")

    @pytest.mark.parametrize(
        ("environment", "colour"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
    )
    def test_on_a_terminal_follows_no_color(self, environment: dict[str, str], colour: bool) -> None:  # noqa: FBT001 # a table
        pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system")
        ours, theirs = pty.openpty()
        subprocess.run(
            [sys.executable, "-m", "claimcheck", "check", "--isolated", "wrong.txt"],
            stdout=theirs,
            env={**os.environ, "TERM": "xterm", **environment},
            check=False,
        )
        os.close(theirs)
        written = os.read(ours, 1 << 16)
        os.close(ours)
        assert (b"\x1b[" in written) is colour


class TestRules:
    def test_lists_every_rule(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["rules"]) == 0
        told = capsys.readouterr().out.splitlines()
        assert [line.split()[:2] for line in told] == [[rule.code, rule.name] for rule in rules()]

    def test_lists_them_as_json(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["rules", "--output-format", "json"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert [each["code"] for each in told] == [rule.code for rule in rules()]


class TestExplain:
    @pytest.mark.parametrize("name", ["U101", "u101", "conversion-mismatch"])
    def test_takes_code_or_name(self, name: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["explain", name]) == 0
        told = capsys.readouterr().out
        assert told.startswith("U101 conversion-mismatch (error)\n")
        assert "Flagged, at the words in brackets:" in told

    def test_suggests_the_nearest(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["explain", "conversion-mismach"]) == 2
        assert "did you mean conversion-mismatch?" in capsys.readouterr().err


def test_standard_input_is_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    with (tmp_path / "wrong.txt").open(encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdin", stream)
        assert check("-", "--stdin-filename", "draft.md") == 1
    assert "draft.md:1:13" in capsys.readouterr().out


def test_folders_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "latin.txt").unlink()
    assert check(".") == 1
    assert capsys.readouterr().out.splitlines()[-1].startswith("2 files;")


def test_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        cli.main(["--version"])
    assert exit_.value.code == 0
    assert capsys.readouterr().out == f"claimcheck {claimcheck.__version__}\n"


def test_every_command_has_its_module_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    for command in cli.COMMANDS:
        with pytest.raises(SystemExit) as exit_:
            cli.main([command, "--help"])
        assert exit_.value.code == 0
        assert cli.COMMANDS[command] in capsys.readouterr().out


def test_page_of_the_rules_is_current(capsys: pytest.CaptureFixture[str]) -> None:
    page = Path(cli.__file__).parents[1] / "docs" / "rules.md"
    assert cli.main(["rules", "--output-format", "markdown"]) == 0
    assert capsys.readouterr().out == page.read_text("utf-8"), (
        "claimcheck rules --output-format markdown > docs/rules.md"
    )


class TestChanges:
    WARMER = "The lake warmed by 2 °C (36 °F) since 1980.\n"
    MENDED = "The lake warmed by 2 °C (3.6 °F) since 1980.\n"

    @pytest.fixture(autouse=True)
    def _lake(self, tmp_path: Path) -> None:
        (tmp_path / "lake.txt").write_text(self.WARMER, "utf-8")

    def test_are_shown_and_not_made_by_diff(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert check("lake.txt", "--diff") == 1
        assert f"\n-{self.WARMER}+{self.MENDED}" in capsys.readouterr().out
        assert (tmp_path / "lake.txt").read_text("utf-8") == self.WARMER

    def test_that_would_change_nothing_leave_diff_clean(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert check("clean.txt", "--diff") == 0
        assert capsys.readouterr().out == ""

    def test_are_made_by_fix_and_told_on_standard_error(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert check("lake.txt", "wrong.txt", "--fix", "--output-format", "concise") == 1
        told = capsys.readouterr()
        assert "lake.txt:1:20: U104 fixed" in told.err
        assert "lake.txt" not in told.out
        assert (tmp_path / "lake.txt").read_text("utf-8") == self.MENDED
        assert (tmp_path / "wrong.txt").read_text("utf-8") == WRONG

    def test_to_a_baseline_accept_what_is_there_and_nothing_new(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert check("lake.txt", "--write-baseline", "base.json") == 0
        told = capsys.readouterr()
        assert told.out == "", "no list of all claims, and no “no findings” where there is one"
        assert told.err == (
            "base.json: 1 finding accepted; check with --baseline base.json to hear only of new ones\n"
        )
        assert check("lake.txt", "--baseline", "base.json") == 0
        lines = (tmp_path / "lake.txt").read_text("utf-8")
        (tmp_path / "lake.txt").write_text(f"A new line.\n{lines}{WRONG}", "utf-8")
        capsys.readouterr()
        assert check("lake.txt", "--baseline", "base.json", "--output-format", "concise") == 1
        first, summary = capsys.readouterr().out.splitlines()
        assert first.startswith("lake.txt:3:13: error[U101]")
        assert summary.endswith("1 error")


def test_a_baseline_is_written_of_what_can_be_read_and_the_rest_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert check("wrong.txt", "clean.txt", "latin.txt", "--write-baseline", "base.json") == 2
    told = capsys.readouterr()
    assert told.out == ""
    unread, accepted = told.err.splitlines()
    assert "latin.txt" in unread
    assert accepted.startswith("base.json: 1 finding accepted")


def test_with_a_baseline_a_report_is_written_if_it_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert check("wrong.txt", "--write-baseline", "base.json", "--output-format", "json") == 0
    told = capsys.readouterr()
    assert "wrong.txt" in json.dumps(json.loads(told.out))
    assert "1 finding accepted" in told.err


def test_statistics_are_counts_of_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert check("wrong.txt", "clean.txt", "--statistics") == 1
    assert capsys.readouterr().out.split()[:3] == ["1", "U101", "conversion-mismatch"]
