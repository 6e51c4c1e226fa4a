"""The cache: the same findings, sooner; never wrong ones, whatever lies in it."""

import os
import pickle
import time
import zlib
from pathlib import Path

import pytest

from claimcheck.check import check
from claimcheck.model import Config, Severity
from claimcheck.run import Settings, one, outcomes
from claimcheck.run.cache import Cache, Key, default_folder
from claimcheck.run.parts import from_parts, to_parts
from claimcheck.text import Document

WRONG = "The depot lies 50 km (3 miles) from the coast, said Ana Ruiz, who runs it. [claimcheck ignore A101]"


class Counter:
    """Counts how often texts are really checked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls = 0
        real = one.check  # type: ignore[attr-defined] # what is to be replaced is where it is used

        def counted(document: Document, config: Config) -> object:
            self.calls += 1
            return real(document, config)

        monkeypatch.setattr(one, "check", counted)


@pytest.fixture
def counter(monkeypatch: pytest.MonkeyPatch) -> Counter:
    return Counter(monkeypatch)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    Path("a.txt").write_text(WRONG, encoding="utf-8")
    return tmp_path / "cache"


def run(folder: Path, **settings: object) -> list[tuple[str, ...]]:
    found = outcomes(["a.txt"], Settings(cache=folder, **settings))  # type: ignore[arg-type]
    return [
        tuple(
            f"{each.code} {each.message} {each.severity} {each.span}" for each in outcome.report.diagnostics
        )
        for outcome in found
        if outcome.report
    ]


def files(folder: Path) -> list[Path]:
    return [file for file in folder.glob("??/*") if file.is_file()]


def test_the_second_run_checks_nothing_and_finds_the_same(folder: Path, counter: Counter) -> None:
    first = run(folder)
    assert first != [()]
    assert run(folder) == first
    assert counter.calls == 1
    assert len(files(folder)) == 1


def test_text_configuration_and_type_of_file_make_the_key(folder: Path, counter: Counter) -> None:
    run(folder)
    run(folder, ignore=("U101",))
    Path("a.txt").write_text(WRONG + " ", encoding="utf-8")
    run(folder)
    cache = Cache(folder)
    keys = {
        cache.key(b"x", ".md", Config()),
        cache.key(b"x", ".txt", Config()),
        cache.key(b"y", ".txt", Config()),
        cache.key(b"x", ".txt", Config(severity={"U101": Severity.NOTE})),
    }
    assert len(keys) == 4
    assert counter.calls == 3


def test_the_order_of_settings_does_not_make_the_key() -> None:
    one, other = {"gallon": "us", "ton": "long"}, {"ton": "long", "gallon": "us"}
    cache = Cache(Path())
    assert cache.key(b"", "", Config(house_units=one)) == cache.key(b"", "", Config(house_units=other))


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:0],
        lambda data: data[:20],
        lambda data: data[:-1],
        lambda data: data[:40] + b"\0" + data[41:],
        lambda data: data + b"x",
        lambda data: b"something else" + data[14:],
    ],
)
def test_a_damaged_entry_is_as_good_as_none(folder: Path, counter: Counter, damage: object) -> None:
    first = run(folder)
    (entry,) = files(folder)
    entry.write_bytes(damage(entry.read_bytes()))  # type: ignore[operator]
    assert run(folder) == first
    assert counter.calls == 2
    assert run(folder) == first
    assert counter.calls == 2


class Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch pwned",)


@pytest.mark.parametrize(
    "parts", [pickle.dumps(Evil()), pickle.dumps({"claims": [Evil()]}), pickle.dumps(5), b""]
)
def test_a_forged_entry_runs_nothing(folder: Path, counter: Counter, parts: bytes) -> None:
    first = run(folder)
    (entry,) = files(folder)
    cache = Cache(folder)
    cache.put(cache.key(Path("a.txt").read_bytes(), ".txt", Config()), parts)
    assert files(folder) == [entry]
    assert run(folder) == first
    assert counter.calls == 2
    assert not Path("pwned").exists()


def test_an_entry_in_the_wrong_place_does_not_pass(folder: Path) -> None:
    cache = Cache(folder)
    cache.put(Key(b"one"), b"parts")
    assert cache.get(Key(b"one")) == b"parts"
    (entry,) = files(folder)
    other = folder / Key(b"two").name[:2] / Key(b"two").name[2:]
    other.parent.mkdir(exist_ok=True)
    entry.rename(other)
    assert cache.get(Key(b"two")) is None


def test_nobody_else_may_look_into_the_cache(folder: Path) -> None:
    run(folder)
    (entry,) = files(folder)
    assert entry.stat().st_mode & 0o077 == 0
    assert entry.parent.stat().st_mode & 0o077 == 0


def test_entries_can_be_read_by_whoever_has_the_text_and_by_nobody_else(folder: Path) -> None:
    cache = Cache(folder)
    data = b"who runs it " * 50
    key = cache.key(b"the text", ".txt", Config())
    cache.put(key, data)
    (entry,) = files(folder)
    sealed = entry.read_bytes()
    assert len(sealed) > 60
    for start in range(len(sealed)):  # no packed stream begins anywhere in it
        with pytest.raises(zlib.error):
            zlib.decompress(sealed[start:])
    assert key.secret not in sealed
    assert key.secret.hex() not in str(entry)
    assert cache.get(cache.key(b"the text", ".txt", Config())) == data
    assert cache.get(cache.key(b"another text", ".txt", Config())) is None


def test_two_entries_under_one_key_share_no_stream(folder: Path) -> None:
    cache, key = Cache(folder), Key(b"one")
    cache.put(key, b"the same")
    (entry,) = files(folder)
    first = entry.read_bytes()
    cache.put(key, b"the same")
    second = entry.read_bytes()
    assert first[-16:] != second[-16:]


def test_where_nothing_can_be_written_nothing_is_kept(folder: Path, counter: Counter) -> None:
    folder.write_text("a file in the way", encoding="utf-8")
    assert run(folder) == run(folder)
    assert counter.calls == 2


def test_where_the_disk_is_full_nothing_is_left_behind(
    folder: Path, counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        assert run(folder) != [()]
    assert files(folder) == []
    run(folder)
    assert counter.calls == 2
    assert len(files(folder)) == 1


def test_what_nobody_asked_for_is_removed(folder: Path) -> None:
    cache = Cache(folder)
    old, new = Key(b"old"), Key(b"new")
    file = folder / old.name[:2] / old.name[2:]
    month = time.time() - 31 * 24 * 3600
    for key in (old, new):
        cache.put(key, b"x")
    os.utime(file, (month, month))
    cache.prune()
    assert cache.get(old) is None
    assert cache.get(new) == b"x"
    cache.put(old, b"x")
    os.utime(file, (month, month))
    cache.prune()  # once a day is enough
    assert len(files(folder)) == 2


def test_a_cache_that_may_only_be_read_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    cache, key = Cache(folder), Key(b"old")
    cache.put(key, b"x")
    month = time.time() - 31 * 24 * 3600
    os.utime(folder / key.name[:2] / key.name[2:], (month, month))
    for module, name in ((os, "utime"), (Path, "touch"), (Path, "unlink")):
        monkeypatch.setattr(module, name, forbidden)
    cache.prune()
    assert cache.get(key) == b"x"


def test_the_folder_is_the_users(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert default_folder() == Path("/somewhere/claimcheck")


def test_a_report_crosses_whole() -> None:
    report = check(WRONG)
    again = from_parts(report.document, report.config, to_parts(report))
    for part in (
        "quantities",
        "conversions",
        "multiples",
        "attributions",
        "quotations",
        "speakers",
        "claims",
    ):
        assert getattr(again, part) == getattr(report, part)
    assert again.diagnostics == report.diagnostics
    assert again.suppressions == report.suppressions
    assert [again.assessments_of(each) for each in again.conversions] == [
        report.assessments_of(each) for each in report.conversions
    ]
