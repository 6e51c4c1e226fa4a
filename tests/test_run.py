"""From paths to outcomes: order, errors, what is read and what is left out."""

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from claimcheck.errors import ClaimcheckError, ConfigurationError, InternalError
from claimcheck.run import Outcome, Settings, one, outcomes
from claimcheck.text.readers import LARGEST

FINE = "The base lies 50 km (30 miles) from the border."
WRONG = "The depot lies 50 km (3 miles) from the coast."


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(**files: str) -> None:
    for name, text in files.items():
        path = Path(name.replace("__", "/").replace("_", "."))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def run(*paths: str | Path, settings: Settings | None = None) -> list[Outcome]:
    return list(outcomes(paths, settings))


def names(*paths: str | Path, settings: Settings | None = None) -> list[str]:
    return [each.name for each in run(*paths, settings=settings)]


def test_a_folder_is_read_in_the_order_of_names() -> None:
    write(b_txt=FINE, a__z_md=FINE, a__b_html=FINE, c__d__e_txt=FINE, a_pdf="x", Makefile="x")
    assert names(".") == ["a/b.html", "a/z.md", "b.txt", "c/d/e.txt"]


def test_nothing_named_is_the_folder_at_hand() -> None:
    write(a_txt=FINE)
    assert names() == ["a.txt"]


def test_a_named_file_is_read_whatever_it_is_called() -> None:
    write(a_story=WRONG)
    (found,) = run("a.story")
    assert found.report is not None
    assert [each.code for each in found.report.diagnostics] == ["U101"]


def test_a_file_is_read_once_and_in_the_order_given() -> None:
    write(a_txt=FINE, b_txt=FINE)
    Path("c.txt").symlink_to("a.txt")
    assert names("b.txt", ".", "a.txt") == ["b.txt", "a.txt"]


def test_patterns_that_no_shell_expanded() -> None:
    write(a__b_txt=FINE, a__c__d_txt=FINE, a__c__e_md=FINE)
    assert names("a/**/*.txt") == ["a/b.txt", "a/c/d.txt"]
    (nothing,) = run("*.nothing")
    assert "matches no file" in str(nothing.error)


def test_hidden_files_and_links_to_folders_are_left_out() -> None:
    write(a_txt=FINE)
    Path(".hidden").mkdir()
    for name in (".c.txt", ".hidden/b.txt"):
        Path(name).write_text(FINE, encoding="utf-8")
    Path("loop").symlink_to(".")
    assert names(".") == ["a.txt"]
    assert names(".", settings=Settings(hidden=True)) == [".c.txt", ".hidden/b.txt", "a.txt"]


def test_gitignore_counts_inside_a_repository_only() -> None:
    write(a_txt=FINE, build__b_txt=FINE, build__keep_txt=FINE, drafts__c_txt=FINE, drafts__d_txt=FINE)
    Path(".gitignore").write_text("/build/*\n!keep.txt\nd.txt\n", encoding="utf-8")
    Path("drafts/.gitignore").write_text("!d.txt\nc.txt\n", encoding="utf-8")
    assert len(names(".")) == 5
    Path(".git").mkdir()
    assert names(".") == ["a.txt", "build/keep.txt", "drafts/d.txt"]
    assert names("drafts") == ["drafts/d.txt"]
    assert len(names(".", settings=Settings(gitignore=False))) == 5
    assert names("build/b.txt") == ["build/b.txt"]


def test_exclude_and_include_of_the_configuration() -> None:
    write(a_txt=FINE, old__b_txt=FINE, notes__c_story=FINE)
    Path("claimcheck.toml").write_text('exclude = ["old/"]\ninclude = ["*.story"]\n', encoding="utf-8")
    assert names(".") == ["a.txt", "notes/c.story"]
    assert names("old/b.txt") == ["old/b.txt"]
    assert names("old/b.txt", "a.txt", settings=Settings(force_exclude=True)) == ["a.txt"]
    assert names(".", settings=Settings(exclude=("a.*",))) == ["notes/c.story"]


@pytest.mark.parametrize("divider", ["\n", "\r\n", "\0"])
def test_paths_from_a_file(divider: str) -> None:
    write(a_txt=FINE, b_txt=FINE)
    Path("list").write_bytes(f"b.txt{divider}{divider}a.txt{divider}".encode())
    assert names(settings=Settings(files_from="list")) == ["b.txt", "a.txt"]


def test_an_unreadable_list_is_an_error() -> None:
    with pytest.raises(ConfigurationError, match="--files-from: nowhere: cannot be read"):
        names(settings=Settings(files_from="nowhere"))


def test_standard_input_has_the_name_and_type_that_it_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    data = b"It is 50 <b>km</b> (3 miles) away."
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    (found,) = run("-", settings=Settings(stdin_name="story.html"))
    assert found.name == "story.html"
    assert found.report is not None
    assert found.report.document.text == "It is 50 km (3 miles) away."
    assert found.report.diagnostics


def test_a_closed_standard_input_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    (found,) = run("-")
    assert str(found.error) == "<stdin>: standard input is closed"


def test_what_cannot_be_read_is_named_and_the_rest_is_checked() -> None:
    write(good_txt=WRONG)
    Path("latin.txt").write_bytes("50 £".encode("latin-1"))
    Path("nul.txt").write_bytes(b"a\0b")
    Path("empty.txt").write_bytes(b"")
    Path("no.docx").write_bytes(b"PK")
    os.mkfifo("pipe.txt")
    with Path("large.txt").open("wb") as file:
        file.truncate(LARGEST + 1)
    Path("long.txt").write_bytes(b"a " * (10 * 1024 * 1024))
    Path("dangling.txt").symlink_to("nowhere")
    Path("missing.txt").unlink(missing_ok=True)
    found = run(
        *("latin.txt", "nul.txt", "no.docx", "pipe.txt", "large.txt", "long.txt", "dangling.txt"),
        *("missing.txt", "x\0y", "empty.txt", "good.txt"),
    )
    said = {each.name: str(each.error) for each in found if each.error}
    assert list(said) == [
        *("latin.txt", "nul.txt", "no.docx", "pipe.txt", "large.txt", "long.txt", "dangling.txt"),
        *("missing.txt", "x\0y"),
    ]
    assert said["latin.txt"].startswith("latin.txt:1:4: not UTF-8")
    assert said["nul.txt"].startswith("nul.txt:1:2: a NUL character")
    assert "is a pipe or a device" in said["pipe.txt"]
    assert "is over" in said["large.txt"]
    assert said["long.txt"].startswith("long.txt:1:1: a line of")
    assert "No such file" in said["dangling.txt"]
    assert all(each.report is not None for each in found[-2:])


def test_broken_files_in_folders_are_not_passed_over() -> None:
    write(good_txt=FINE)
    Path("dangling.txt").symlink_to("nowhere")
    assert [each.error is None for each in run(".")] == [False, True]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_what_is_forbidden_is_an_error() -> None:  # pragma: no cover # as root
    write(a_txt=FINE, b__c_txt=FINE)
    Path("a.txt").chmod(0)
    Path("b").chmod(0)
    assert [str(each.error) for each in run(".")] == [
        "a.txt: cannot be read: Permission denied",
        "b: cannot be read: Permission denied",
    ]


def test_a_folder_that_cannot_be_listed_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    write(a__b_txt=FINE, c_txt=FINE)
    real = os.scandir

    def scandir(path: Path) -> object:
        if Path(path).name == "a":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    first, second = run(".")
    assert str(first.error) == "a: cannot be read: Permission denied"
    assert second.report is not None


def test_a_bug_on_one_file_does_not_lose_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    write(a_txt="good", b_txt="evil", c_txt="good")
    real = one.check  # type: ignore[attr-defined] # what is to be replaced is where it is used

    def check(document: object, config: object) -> object:
        if "evil" in document.text:  # type: ignore[attr-defined]
            raise ZeroDivisionError("oops")
        return real(document, config)  # type: ignore[arg-type]

    monkeypatch.setattr(one, "check", check)
    a, b, c = run("a.txt", "b.txt", "c.txt")
    assert isinstance(b.error, InternalError)
    assert str(b.error).startswith("b.txt: a bug in claimcheck: ZeroDivisionError: oops in test_run.py:")
    assert a.report is not None
    assert c.report is not None


def test_outcomes_come_one_at_a_time() -> None:
    write(a_txt=FINE, b_txt=FINE)
    found = outcomes(["a.txt", "b.txt"])
    assert next(found).name == "a.txt"
    Path("b.txt").unlink()
    assert isinstance(next(found).error, ClaimcheckError)


def test_per_file_ignores_and_severity_come_from_the_nearest_configuration() -> None:
    write(a_txt=WRONG, notes__b_txt=WRONG, sub__c_txt=WRONG)
    Path("claimcheck.toml").write_text('[per-file-ignores]\n"notes/*" = ["U101"]\n', encoding="utf-8")
    Path("sub/claimcheck.toml").write_text('[severity]\nconversion-mismatch = "note"\n', encoding="utf-8")
    found = {each.name: each.report.diagnostics for each in run(".") if each.report}
    assert {name: [each.severity.value for each in diagnostics] for name, diagnostics in found.items()} == {
        "a.txt": ["error"],
        "notes/b.txt": [],
        "sub/c.txt": ["note"],
    }


def test_links_that_lead_to_each_other_are_errors_of_their_own(home: Path) -> None:
    write(a_txt=FINE)
    (home / "one.txt").symlink_to("other.txt")
    (home / "other.txt").symlink_to("one.txt")
    found = {each.name: each.error for each in run("one.txt", "other.txt", "a.txt")}
    assert "symbolic links" in str(found["one.txt"])
    assert "symbolic links" in str(found["other.txt"])
    assert found["a.txt"] is None


def test_links_that_lead_to_each_other_do_not_hide_their_folder(home: Path) -> None:
    write(a_txt=FINE, z_txt=FINE)
    (home / "one.txt").symlink_to("other.txt")
    (home / "other.txt").symlink_to("one.txt")
    assert [(each.name, each.error is None) for each in run(".")] == [
        ("a.txt", True),
        ("one.txt", False),
        ("other.txt", False),
        ("z.txt", True),
    ]


def test_an_empty_name_is_not_the_folder_at_hand() -> None:
    write(a_txt=FINE)
    (found,) = run("")
    assert str(found.error) == "'' is no file name"


def test_every_input_that_is_not_there_is_named() -> None:
    assert [each.name for each in run("none*", "nothing*", "none*")] == ["none*", "nothing*"]


@pytest.mark.parametrize(
    "lines",
    [
        "deep/**\n!deep/keep.txt\n",
        "deep/*\n!deep/keep.txt\n",
        "/deep/a/**\nb.txt\n",
        "\ufeff# a comment\r\n*.txt\r\n!deep/\r\n!keep.txt\r\n",
        "/b.txt\n\\#c.txt\n\\!d.txt\nsp ace.txt  \ndeep/a/\n!deep/a/b/c.txt\n",
        "**/a\n",
        "deep/**/c.txt\n",
        "*\n!*/\n!keep.txt\n",
    ],
)
def test_what_is_ignored_is_what_git_ignores(home: Path, lines: str) -> None:
    git = shutil.which("git")
    if git is None:
        pytest.skip("there is no git")  # pragma: no cover
    subprocess.run([git, "init", "-q"], check=True, cwd=home)  # noqa: S603 # a test
    for name in (
        "b.txt",
        "#c.txt",
        "!d.txt",
        "sp ace.txt",
        "deep/keep.txt",
        "deep/a/b/c.txt",
        "deep/a/e.txt",
    ):
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(FINE, encoding="utf-8")
    (home / ".gitignore").write_bytes(lines.encode())
    left = ("ls-files", "--others", "--exclude-standard", "-z", "*.txt")
    told = subprocess.run([git, *left], check=True, cwd=home, capture_output=True, text=True).stdout  # noqa: S603
    assert sorted(names(".")) == sorted(filter(None, told.split("\0")))
