"""Configuration files: what they may say, and what is said of mistakes."""

from pathlib import Path

import pytest

from claimcheck.config import KEYS, Project, load, nearest
from claimcheck.errors import ConfigurationError
from claimcheck.model import Config, Severity


def project(folder: Path, text: str, name: str = "claimcheck.toml") -> Project:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    found = load(file)
    assert found is not None
    return found


def test_every_key_is_read(tmp_path: Path) -> None:
    found = project(
        tmp_path,
        """
        select = ["U", "conversion-mismatch"]
        extend-select = ["N9"]
        ignore = ["u102"]
        extend-ignore = ["unused-suppression"]
        fail-on = "error"
        profile = "science"
        attitudes = false
        preferred-pairs = [["km", "mile"], ["kilometer / hour", "mph"], ["trail marker", "km"]]
        include = ["*.story"]
        exclude = ["old/"]
        output-format = ["concise", "json"]
        [per-file-ignores]
        "notes/*" = ["U"]
        [severity]
        conversion-mismatch = "warning"
        [house-units]
        gallon = "imperial_gallon"
        [[units]]
        name = "trail_marker"
        kind = "length"
        names = ["trail marker", "trail markers"]
        definition = "500 * meter"
        """,
    )
    assert set(KEYS) == {
        *("select", "extend-select", "ignore", "extend-ignore", "fail-on", "profile", "attitudes", "include"),
        *("exclude", "output-format", "per-file-ignores", "severity", "house-units", "units"),
        "preferred-pairs",
    }
    config = found.config
    assert config.select == ("U", "conversion-mismatch", "N9")
    assert config.ignore == ("U102", "unused-suppression")
    assert config.severity == {"U101": Severity.WARNING}
    assert (config.profile, config.attitudes) == ("science", False)
    assert config.house_units == {"gallon": "imperial_gallon"}
    assert config.preferred_pairs[0] == ("kilometer", "mile")
    assert config.preferred_pairs[1] == ("kilometer / hour", "mile / hour")
    assert config.preferred_pairs[2] == ("trail_marker", "kilometer")
    assert config.units[0]["name"] == "trail_marker"
    assert found.fail_on is Severity.ERROR
    assert found.per_file_ignores == {"notes/*": ("U",)}
    assert (found.include, found.exclude) == (("*.story",), ("old/",))
    assert found.output_format == ("concise", "json")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('selct = ["U"]', "unknown key 'selct'; did you mean 'select'?"),
        ("per_file_ignores = {}", "unknown key 'per_file_ignores'; did you mean 'per-file-ignores'?"),
        ("xyzzy = 1", "unknown key 'xyzzy'; known are select, "),
        ('select = "U"', "select: expected a list, found a string"),
        ("select = [1]", "select: expected a string, found a number"),
        ('select = ["Q"]', "select: no rule 'Q'"),
        (
            'ignore = ["conversion-mismach"]',
            "ignore: no rule 'conversion-mismach'; did you mean conversion-mismatch?",
        ),
        (
            'severity = {U101 = "fatal"}',
            "severity.U101: 'fatal' is no choice; known are error, warning, note",
        ),
        ('severity = {U999 = "note"}', "severity: no rule 'U999'"),
        ('fail-on = "eror"', "fail-on: 'eror' is no choice; did you mean 'error'?"),
        ('profile = "newz"', "profile: 'newz' is no choice; did you mean 'news'?"),
        ('attitudes = "no"', "attitudes: expected true or false, found a string"),
        ("per-file-ignores = [1]", "per-file-ignores: expected a table, found a list"),
        ('per-file-ignores = {"a" = "U"}', "per-file-ignores.'a': expected a list, found a string"),
        ('house-units = {gallon = "bucket"}', "house-units: "),
        ('house-units = {galon = "imperial_gallon"}', "house-units: "),
        ('preferred-pairs = ["km", "mile"]', "preferred-pairs: expected a list, found a string"),
        ('preferred-pairs = [["km", "milk"]]', "preferred-pairs: no unit 'milk'"),
        ('preferred-pairs = [["km", "kg"]]', "expected two units of one kind, found 'km' and 'kg'"),
        ('preferred-pairs = [["km"]]', "expected two units of one kind, found 'km'"),
        ('units = [{name = "trail_marker"}]', "units: "),
        ("units = 1979-05-27", "units: expected a list, found a date or time"),
        ("a = 1\nb = !", "(at line 2, column 5)"),
    ],
)
def test_a_mistake_is_named_with_its_file_and_key(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        project(tmp_path, text)
    assert str(caught.value).startswith(f"{tmp_path / 'claimcheck.toml'}: ")
    assert message in str(caught.value)


def test_pyproject_is_read_where_it_has_a_table(tmp_path: Path) -> None:
    found = project(tmp_path, '[tool.claimcheck]\nignore = ["U"]\n', "pyproject.toml")
    assert found.config.ignore == ("U",)
    (tmp_path / "pyproject.toml").write_text("[tool.other]\n", encoding="utf-8")
    assert load(tmp_path / "pyproject.toml") is None
    with pytest.raises(ConfigurationError, match=r"pyproject\.toml: tool\.claimcheck: unknown key 'x'"):
        project(tmp_path, "[tool.claimcheck]\nx = 1", "pyproject.toml")
    with pytest.raises(ConfigurationError, match="expected a table, found a number"):
        project(tmp_path, "tool.claimcheck = 1", "pyproject.toml")


def test_somebody_elses_broken_pyproject_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[broken", encoding="utf-8")
    assert load(tmp_path / "pyproject.toml") is None


def test_the_nearest_file_decides_alone(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    project(tmp_path, 'ignore = ["U"]\nprofile = "news"')
    assert nearest(inner).config.ignore == ("U",)
    assert nearest(inner).folder == tmp_path
    project(tmp_path / "a", 'select = ["U101"]')
    assert nearest(inner).config == Config(select=("U101",))
    (tmp_path / "a" / "pyproject.toml").write_text('[tool.claimcheck]\nselect = ["N"]', encoding="utf-8")
    assert nearest(inner).config.select == ("U101",)


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert nearest(tmp_path).config == Config()
    assert nearest(tmp_path).fail_on is Severity.NOTE


def test_an_unreadable_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="cannot be read"):
        load(tmp_path / "nowhere.toml")
    (tmp_path / "claimcheck.toml").write_bytes(b"\xff")
    with pytest.raises(ConfigurationError, match="not UTF-8 at byte 0"):
        load(tmp_path / "claimcheck.toml")
