"""Only findings on lines that git says changed."""

import shutil
import subprocess
from pathlib import Path

import pytest

from claimcheck.errors import ConfigurationError
from claimcheck.run import Settings, outcomes
from claimcheck.run.changes import hunks

GIT = shutil.which("git") or ""
WRONG = "The depot lies 50 km (3 miles) off."
pytestmark = pytest.mark.skipif(not GIT, reason="there is no git")


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    subprocess.run([GIT, *identity, *arguments], check=True, capture_output=True)  # noqa: S603 # ourselves


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    git("init", "-q")
    Path("a.txt").write_text(f"{WRONG}\n\nQuiet.\n\n{WRONG}\n", encoding="utf-8")
    Path("b.txt").write_text(f"{WRONG}\n", encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "x")


def lines(*paths: str, since: str = "HEAD") -> dict[str, list[int]]:
    found = outcomes(paths or ["."], Settings(changed_since=since))
    return {
        each.name: [
            each.report.document.position(finding.span.start).line for finding in each.report.diagnostics
        ]
        for each in found
        if each.report
    }


def test_nothing_changed_nothing_is_found() -> None:
    assert lines() == {"a.txt": [], "b.txt": []}


def test_only_changed_lines_count() -> None:
    Path("a.txt").write_text(f"{WRONG}\n\nQuiet!\n\nNow: {WRONG}\nAnd: {WRONG}\n", encoding="utf-8")
    assert lines() == {"a.txt": [5, 6], "b.txt": []}


def test_what_is_staged_or_committed_since_counts() -> None:
    Path("b.txt").write_text(f"New.\n{WRONG}\n", encoding="utf-8")
    git("add", ".")
    assert lines() == {"a.txt": [], "b.txt": []}
    Path("b.txt").write_text(f"New.\n{WRONG} More.\n", encoding="utf-8")
    git("commit", "-qam", "y")
    assert lines(since="HEAD~1") == {"a.txt": [], "b.txt": [2]}


def test_new_files_count_whole_and_moved_ones_not() -> None:
    Path("new ä.txt").write_text(WRONG, encoding="utf-8")
    git("mv", "a.txt", "moved.txt")
    assert lines() == {"b.txt": [], "moved.txt": [], "new ä.txt": [1]}


@pytest.mark.parametrize("name", ["ä ö.txt", 'quo"te.txt', "tab\tin.txt", "-dash.txt"])
def test_odd_names(name: str) -> None:
    Path(name).write_text("Quiet.\n", encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "y")
    Path(name).write_text(f"Quiet.\n{WRONG}\n", encoding="utf-8")
    assert lines()[name] == [2]


def test_settings_of_git_do_not_matter() -> None:
    git("config", "diff.noprefix", "true")
    git("config", "diff.mnemonicPrefix", "true")
    git("config", "color.ui", "always")
    Path("b.txt").write_text(f"{WRONG} Now.\n", encoding="utf-8")
    assert lines("b.txt") == {"b.txt": [1]}


def test_from_a_folder_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("sub").mkdir()
    Path("sub/c.txt").write_text(WRONG, encoding="utf-8")
    monkeypatch.chdir("sub")
    assert lines() == {"c.txt": [1]}


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD:a.txt", ""])
def test_an_unknown_revision_is_an_error(revision: str) -> None:
    with pytest.raises(ConfigurationError, match="--changed-since"):
        lines(since=revision)
    assert not Path("x").exists()


def test_outside_a_repository_is_an_error(tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("elsewhere") / "a.txt"
    file.write_text(WRONG, encoding="utf-8")
    with pytest.raises(ConfigurationError, match="not a git repository"):
        lines(str(file))


def test_no_git_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ConfigurationError, match="needs git"):
        lines()


def test_lines_of_a_file_cannot_pass_for_headings() -> None:
    diff = (
        b"diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1,2 @@\n--- a/evil\n+++ b/evil\n+@@ -1 +9 @@\n"
        b"@@ -8,2 +9,0 @@\n-a\n-b\n\\ No newline at end of file\n"
        b'diff --git "a/\\303\\244" "b/\\303\\244"\nBinary files "a/\\303\\244" and "b/\\303\\244" differ\n'
        b"diff --git a/tea and milk b/tea and milk\nBinary files a/tea and milk and b/tea and milk differ\n"
        b"diff --git a/gone b/gone\nBinary files a/gone and /dev/null differ\n"
    )
    found = dict(hunks(diff))
    assert found[b"x"] == (range(1, 3), range(9, 11))
    assert len(found["ä".encode()]) == 1
    assert set(found) == {b"x", "ä".encode(), b"tea and milk"}


def test_behind_a_link_is_the_file_that_changed() -> None:
    Path("0.txt").symlink_to("b.txt")
    git("add", ".")
    git("commit", "-qm", "link")
    Path("b.txt").write_text(f"New. {WRONG}\n", encoding="utf-8")
    assert lines() == {"0.txt": [1], "a.txt": []}


def test_a_line_ends_where_git_says() -> None:
    Path("a.txt").write_bytes(f"One.\rTwo.\r{WRONG}\n{WRONG}\n".encode())
    git("commit", "-qam", "old line ends")
    Path("a.txt").write_bytes(f"One.\rTwo.\r{WRONG}\nNow: {WRONG}\n".encode())
    assert lines() == {"a.txt": [4], "b.txt": []}


def test_a_submodule_is_compared_with_what_its_superproject_had(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path_factory.mktemp("other")
    with monkeypatch.context() as there:
        there.chdir(other)
        git("init", "-q")
        Path("m.txt").write_text(f"{WRONG}\n", encoding="utf-8")
        git("add", ".")
        git("commit", "-qm", "x")
    git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(other), "sub")
    assert lines("sub") == {"sub/m.txt": [1]}  # HEAD has no submodule yet
    git("commit", "-qm", "submodule")
    assert lines("sub") == {"sub/m.txt": []}
    Path("sub/m.txt").write_text(f"{WRONG}\n{WRONG}\n", encoding="utf-8")
    git("-C", "sub", "commit", "-qam", "more")
    assert lines("sub") == {"sub/m.txt": [2]}


def test_in_a_hook_the_repository_is_that_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("sub").mkdir()
    Path("sub/c.txt").write_text(WRONG, encoding="utf-8")
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert lines("sub") == {"sub/c.txt": [1]}


def test_a_history_that_was_cut_off_is_named(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("commit", "-qm", "y", "--allow-empty")
    shallow = tmp_path_factory.mktemp("shallow")
    git("clone", "-q", "--depth", "1", f"file://{tmp_path}", str(shallow))
    monkeypatch.chdir(shallow)
    with pytest.raises(ConfigurationError, match=r"no revision 'HEAD~1' in .*cut off: fetch more"):
        lines(since="HEAD~1")


def test_a_repository_without_a_commit_has_no_revision(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("fresh"))
    git("init", "-q")
    Path("a.txt").write_text(WRONG, encoding="utf-8")
    with pytest.raises(ConfigurationError, match="no revision 'HEAD'"):
        lines()
