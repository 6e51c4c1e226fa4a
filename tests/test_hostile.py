"""Files and texts that are broken, odd or hostile: a clear message, and the others are still checked."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

import claimcheck
from claimcheck.cli import main

LONG = 20 * 1024 * 1024

# What stands in the file; what the message must say besides its name.
BROKEN = {
    "latin-1": (b"The caf\xe9 is 50 km (3 miles) off.", ":1:8: not UTF-8"),
    "utf-16": ("It is 50 km (3 miles) off.".encode("utf-16"), "UTF-16"),
    "nul": (b"It is 50 km\nor so\0 off.", ":2:6: a NUL character"),
    "surrogate": (b"line\n\xed\xa0\x80", ":2:1: not UTF-8"),
    "long-line": (b"x" * LONG, ":1:1: a line of more than 16,777,216 characters"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0", ":1:1: not UTF-8"),
}


@pytest.fixture(autouse=True)
def somewhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / ".cache"))
    Path("good.txt").write_text("The base is 50 km (3 miles) off.\n", encoding="utf-8")
    Path("clean.txt").write_text("The base is 50 km (30 miles) off.\n", encoding="utf-8")


def run(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = main(["check", *arguments])
    told = capsys.readouterr()
    return code, told.out, told.err


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_named_with_its_place_and_the_others_are_checked(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    data, message = BROKEN[name]
    Path(f"{name}.txt").write_bytes(data)
    code, out, err = run(f"{name}.txt", "good.txt", capsys=capsys)
    assert code == 2
    assert f"{name}.txt" in err
    assert message in err
    assert "U101" in out
    assert "Traceback" not in err


@pytest.mark.parametrize("name", BROKEN)
def test_the_library_says_the_same(name: str) -> None:
    data, message = BROKEN[name]
    Path(f"{name}.txt").write_bytes(data)
    with pytest.raises(claimcheck.ClaimcheckError) as raised:
        claimcheck.read(f"{name}.txt")
    assert f"{name}.txt" in str(raised.value)
    assert message in str(raised.value)


def test_a_missing_file_is_named_and_the_others_are_checked(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run("nowhere.txt", "good.txt", capsys=capsys)
    assert (code, "nowhere.txt" in err, "U101" in out) == (2, True, True)


def test_a_broken_file_beside_a_clean_one_is_no_success(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bad.txt").write_bytes(b"\xff")
    assert run("clean.txt", capsys=capsys)[0] == 0
    assert run("good.txt", capsys=capsys)[0] == 1
    assert run("bad.txt", "clean.txt", capsys=capsys)[0] == 2


def test_an_empty_file_is_a_draft_without_claims(capsys: pytest.CaptureFixture[str]) -> None:
    Path("empty.txt").write_bytes(b"")
    assert run("empty.txt", capsys=capsys)[0] == 0
    assert claimcheck.check(claimcheck.read("empty.txt")).claims == ()


def test_a_folder_is_read_file_by_file_and_is_no_file(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(".", capsys=capsys)
    assert (code, "good.txt" in out, err) == (1, True, "")
    with pytest.raises(claimcheck.ClaimcheckError, match="folder"):
        claimcheck.read(".")


def test_an_empty_folder_is_said_to_be_empty(capsys: pytest.CaptureFixture[str]) -> None:
    Path("nothing").mkdir()
    _, out, err = run("nothing", capsys=capsys)
    assert "0 files" in out + err


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    Path("secret.txt").write_text("50 km")
    Path("secret.txt").chmod(0)
    code, _, err = run("secret.txt", "good.txt", capsys=capsys)
    assert (code, "secret.txt" in err) == (2, True)


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes there")
def test_a_file_name_that_is_no_text_can_be_reported() -> None:
    Path(os.fsdecode(b"caf\xe9.txt")).write_text("The base is 50 km (3 miles) off.")
    told = subprocess.run(
        [sys.executable, "-m", "claimcheck", "check", "."], capture_output=True, check=False
    )
    assert told.returncode == 1, told.stderr.decode(errors="replace")
    assert b"caf" in told.stdout


def test_a_fifo_is_not_waited_for(capsys: pytest.CaptureFixture[str]) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("there are none here")
    os.mkfifo("pipe.txt")
    code, _, err = run("pipe.txt", "good.txt", capsys=capsys)
    assert (code, "pipe.txt" in err) == (2, True)


@pytest.mark.parametrize("data", [BROKEN["latin-1"][0], BROKEN["nul"][0], BROKEN["surrogate"][0]])
def test_standard_input_is_held_to_the_same(
    data: bytes, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
    code, _, err = run("-", capsys=capsys)
    assert code == 2
    assert "stdin" in err


def test_a_name_that_no_file_can_have_is_an_error_not_a_crash() -> None:
    for name in ("a\0b.txt", "x" * 5000):
        with pytest.raises(claimcheck.ClaimcheckError):
            claimcheck.read(name)


@pytest.mark.parametrize(
    "text",
    [
        "\ud800 It is 50 km (3 miles) off. \udfff",
        "It is 50 km\0 (3 miles) off.",
        "50 km (3 miles)" * 2000,
        "(" * 20_000,
        "“" * 20_000,
        "1" * 20_000,
        "1," * 20_000,
        "9**9**9 km",
        "a " * 20_000,
        "said " * 5_000,
        "RUIZ: We do.\n\n" * 2_000,
        "Miles which one spoken of",
        "-g told,)are",
        "Report: ; the quay is closed. A report said so.",
        "last week D-Ohio she said is believed " * 90,
        "“a,” she said, “b,” " * 2_000,
        "She said that a, b) c), who, which, " * 1_000,
        "5 ft " * 5_000,
        "a | b\n | m | ft\nx | 1 | 3 | 4\n" * 50,
        "a (m) | b\n | m | ft | km | mi\nx | 1 | 3\n",
        "\n" * 20_000,
        "\u202e50 km (3 miles)\u202c",
        "5\u0301\u0302 km",
        "٥٠ km",
        "twenty-" * 5_000 + "one",
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_hostile_text_is_read_like_any_other(text: str) -> None:
    report = claimcheck.check(text)
    assert all(0 <= claim.span.start <= claim.span.end <= len(text) for claim in report.claims)
    assert isinstance(report.diagnostics, tuple)


def test_a_report_never_takes_the_place_of_its_draft(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("The base lies 50 km (3 miles) away.\n", encoding="utf-8")
    code, _, told = run("--output-format", "json", "--output-file", str(draft), str(draft), capsys=capsys)
    assert code == 2
    assert "is a draft that is checked" in told
    assert draft.read_text(encoding="utf-8") == "The base lies 50 km (3 miles) away.\n"


def test_another_tool_table_that_is_none_is_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pyproject.toml").write_text("tool = 3\n", encoding="utf-8")
    draft = tmp_path / "draft.txt"
    draft.write_text("All is well.\n", encoding="utf-8")
    assert run(str(draft), capsys=capsys)[0] == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_no_bug() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(  # our own command
            [sys.executable, "-m", "claimcheck", "rules"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert "bug" not in done.stderr
    assert "No space left" in done.stderr
