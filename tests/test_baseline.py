"""Known findings stay quiet, new ones do not."""

import json
from pathlib import Path

import pytest

from claimcheck.baseline import Baseline
from claimcheck.errors import ConfigurationError
from claimcheck.run import Settings, outcomes, recorded

ONE = "The depot lies 50 km (3 miles) from the coast.\n"
OTHER = "The mast is 100 m (100 ft) high.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("sub").mkdir()
    Path("sub/a.txt").write_text(ONE, encoding="utf-8")


def codes(baseline: str | None = None) -> list[list[str]]:
    found = outcomes(["."], Settings(baseline=Path(baseline) if baseline else None))
    return [[each.code for each in outcome.report.diagnostics] for outcome in found if outcome.report]


def record(capsys: pytest.CaptureFixture[str]) -> str:
    left = list(recorded(outcomes(["."]), Path("known.json")))
    assert all(not each.report.diagnostics for each in left if each.report)
    return capsys.readouterr().err


def test_what_is_recorded_is_not_reported(capsys: pytest.CaptureFixture[str]) -> None:
    assert codes() == [["U101"]]
    assert (
        record(capsys)
        == "known.json: 1 finding accepted; check with --baseline known.json to hear only of new ones\n"
    )
    assert codes("known.json") == [[]]


def test_what_is_new_is_reported_and_edits_above_change_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    record(capsys)
    Path("sub/a.txt").write_text(f"A new beginning.\n\n{ONE}\n{OTHER}", encoding="utf-8")
    (found,) = outcomes(["."], Settings(baseline=Path("known.json")))
    assert found.report is not None
    (each,) = found.report.diagnostics
    assert each.span.of(found.report.document.text).startswith("100 m")


def test_paths_are_those_from_the_baseline(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    record(capsys)
    monkeypatch.chdir("sub")
    assert codes("../known.json") == [[]]
    table = json.loads(Path("../known.json").read_text(encoding="utf-8"))
    assert list(table["findings"]) == ["sub/a.txt"]


def test_the_file_is_the_same_for_the_same_findings(capsys: pytest.CaptureFixture[str]) -> None:
    Path("b.txt").write_text(OTHER, encoding="utf-8")
    record(capsys)
    first = Path("known.json").read_bytes()
    record(capsys)
    assert Path("known.json").read_bytes() == first


def test_two_of_the_same_are_two(capsys: pytest.CaptureFixture[str]) -> None:
    record(capsys)
    Path("sub/a.txt").write_text(f"{ONE}\n{ONE}", encoding="utf-8")
    assert codes("known.json") == [["U101"]]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 1}', '{"version": 1, "findings": [1]}', "{"])
def test_what_is_no_baseline_says_so(text: str) -> None:
    Path("known.json").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"known\.json: is no baseline"):
        Baseline.read(Path("known.json"))


def test_another_version_and_no_file_are_errors() -> None:
    Path("known.json").write_text('{"version": 2, "findings": {}}', encoding="utf-8")
    with pytest.raises(ConfigurationError, match="version 2"):
        Baseline.read(Path("known.json"))
    with pytest.raises(ConfigurationError, match="cannot be read"):
        Baseline.read(Path("nowhere.json"))


def test_a_baseline_that_cannot_be_written_is_an_error() -> None:
    with pytest.raises(ConfigurationError, match="cannot be written"):
        list(recorded([], Path("nowhere/known.json")))
