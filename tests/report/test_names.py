"""Names of files that want to be more than names: in every format, and on standard error."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import DocumentError
from claimcheck.report import FORMATS, load
from claimcheck.report.jsontext import dumped
from claimcheck.run import Outcome
from claimcheck.text.legible import legible, legible_name

WRONG = "The pier is 50 km (3 miles) long.\n"
HOSTILE = "::error::a\x1b[31m\r\n::warning::b%0A,c:d\x9b\u202e\u2028 ##[error].txt"
BYTES = os.fsdecode(b"caf\xe9 \xff.txt")
NAMES = [HOSTILE, BYTES, "<script>.txt", "=1+1.txt", "a  b.txt"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", FORMATS)
def test_no_format_lets_a_name_act(
    form: str, name: str, told: Callable[..., Outcome], write: Callable[..., str]
) -> None:
    broken = Outcome(name, error=DocumentError(f"{name}: cannot be read"))
    written = write(form, told("is [50 km (3 miles)] long", name), broken)
    assert not any(active in written.replace("\r\n", "\n") for active in "\x1b\r\x9b\u202e\u2028")
    written.encode()  # no lone surrogate is left
    commands = [line for line in written.splitlines() if line.lstrip().startswith(("::", "##["))]
    assert len(commands) == (2 if form == "github" else 0)
    assert "<script>.txt" not in written or form != "html"


def test_the_bytes_of_a_name_can_be_told(told: Callable[..., Outcome], write: Callable[..., str]) -> None:
    outcome = told("is [50 km (3 miles)] long", BYTES)
    assert write("concise", outcome).startswith("caf\\xe9 \\xff.txt:1:4: ")
    assert os.fsencode(json.loads(write("jsonl", outcome))["name"]) == b"caf\xe9 \xff.txt"
    assert r'"caf\udce9 \udcff.txt"' in write("json", outcome)
    (result,) = json.loads(write("sarif", outcome))["runs"][0]["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote_to_bytes(uri) == b"caf\xe9 \xff.txt"
    rows = list(csv.reader(io.StringIO(write("csv", outcome))))
    assert len(rows[0]) > 1
    suite = ET.fromstring(write("junit", outcome)).find("testsuite")  # noqa: S314 # ours
    assert suite is not None
    assert suite.get("name") == "caf\\xe9 \\xff.txt"


@pytest.mark.parametrize("form", ["github", "gitlab", "rdjson", "sarif"])
@pytest.mark.parametrize("name", ["./sub/a.txt", ".//sub/a.txt", "././sub/a.txt", "sub/a.txt"])
def test_a_path_is_that_of_the_repository(
    form: str, name: str, told: Callable[..., Outcome], write: Callable[..., str]
) -> None:
    written = write(form, told("is [50 km (3 miles)] long", name))
    assert "sub/a.txt" in written
    assert "./sub" not in written
    assert "//sub" not in written


def test_spaces_of_a_name_stay(told: Callable[..., Outcome], write: Callable[..., str]) -> None:
    for form in ("text", "concise"):
        assert "a  b.txt" in write(form, told("is [50 km (3 miles)] long", "a  b.txt"))


@given(st.text())
def test_what_is_legible_stands_on_one_line_and_can_be_encoded(text: str) -> None:
    shown = legible(text)
    assert len(shown.splitlines()) <= 1
    shown.encode()
    assert legible(shown) == shown


@given(st.text())
def test_no_name_begins_with_a_command(text: str) -> None:
    assert not legible_name(text).lstrip().startswith(("::", "##["))


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_json_is_the_same_value_on_one_line(value: object) -> None:
    written = dumped(value)
    assert json.loads(written) == value
    assert len(written.splitlines()) == 1
    written.encode()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not take such names")
@pytest.mark.parametrize("form", FORMATS)
def test_files_with_such_names_are_checked_and_named(form: str, tmp_path: Path) -> None:
    for name in (HOSTILE, BYTES):
        Path(tmp_path, name).write_text(WRONG, "utf-8")
        Path(tmp_path, f"x{name}").write_bytes(b"\xff")
    command = [sys.executable, "-m", "claimcheck", "check", "--isolated", "--no-cache", "."]
    done = subprocess.run(  # noqa: S603 # ourselves
        [*command, "--output-format", form], cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == 2
    said = done.stderr.decode("ascii").splitlines()
    assert [line.partition(" not UTF-8")[0] for line in said] == [
        r"claimcheck: x::error::a\x1b[31m\r\n::warning::b%0A,c:d\x9b\u202e\u2028 ##[error].txt:1:1:",
        r"claimcheck: xcaf\xe9 \xff.txt:1:1:",
    ]
    assert b"\x1b" not in done.stdout
    assert load(form) is not None


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not take such names")
@pytest.mark.parametrize("name", [HOSTILE, BYTES, 'say "so".txt', "back\\slash.txt"])
def test_a_diff_of_such_a_file_can_be_applied(name: str, tmp_path: Path) -> None:
    Path(tmp_path, name).write_text(
        "Winters are 1.5 °C (35 °F) warmer\u2028\x0c\x85 than then.\nAnd so on.\n", "utf-8"
    )
    command = [sys.executable, "-m", "claimcheck", "check", "--isolated", "--no-cache", "."]
    made = subprocess.run([*command, "--diff"], cwd=tmp_path, capture_output=True, check=False)  # noqa: S603
    assert made.returncode == 1
    apply = ["git", "apply", "-p0"]
    subprocess.run(apply, cwd=tmp_path, input=made.stdout, check=True, capture_output=True)  # noqa: S603
    assert "2.7 °F" in Path(tmp_path, name).read_text("utf-8")
