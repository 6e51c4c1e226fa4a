"""Data files are parsed once and then kept as JSON, where that is safe."""

import json
from pathlib import Path

import pytest

from claimcheck import tables
from claimcheck.tables import FOLDER, cache_folder, table

KINDS = FOLDER / "kinds.toml"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv("CLAIMCHECK_NO_CACHE", raising=False)
    return tmp_path / "claimcheck" / "tables"


def read(path: Path = KINDS) -> dict[str, object]:
    return table.__wrapped__(path)  # past the cache of this process


def refuse(*_: object) -> dict[str, object]:
    raise AssertionError("parsed again")


def test_what_was_parsed_once_is_not_parsed_again(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read()
    [file] = home.iterdir()
    assert file.stat().st_mode & 0o022 == 0
    monkeypatch.setattr(tables, "_toml", refuse)
    assert read() == first


@pytest.mark.parametrize("garbage", [b"", b"[1]", b"{", b"\xff", b"null"])
def test_garbage_in_the_cache_is_written_anew(home: Path, garbage: bytes) -> None:
    first = read()
    [file] = home.iterdir()
    file.write_bytes(garbage)
    assert read() == first
    assert json.loads(file.read_bytes()) == first


def test_a_changed_file_is_another(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    file = tmp_path / "some.toml"
    for text, expected in (("a = 1", {"a": 1}), ("a = 2", {"a": 2}), ("a = 1", {"a": 1})):
        file.write_text(text, encoding="utf-8")
        assert read(file) == expected
        assert len(list(home.iterdir())) == 1


def test_only_the_files_of_the_package_are_kept(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text("a = 1", encoding="utf-8")
    assert read(file) == {"a": 1}
    assert not home.exists()


@pytest.mark.parametrize("place", ["/dev/null", "/proc", "relative"])
def test_without_a_cache_the_file_is_read_all_the_same(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", place)
    assert cache_folder("tables") is None
    assert read()["kinds"]


def test_the_cache_can_be_turned_off(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_NO_CACHE", "1")
    assert read()["kinds"]
    assert not home.exists()


def test_a_folder_that_others_can_write_is_not_used(home: Path) -> None:
    home.mkdir(parents=True)
    home.chmod(0o777)
    assert read()["kinds"]
    assert not list(home.iterdir())


def test_a_disk_that_is_full_costs_nothing_but_time(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    assert read()["kinds"]
    assert home.is_dir()
