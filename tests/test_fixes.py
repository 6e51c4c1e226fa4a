"""Certain fixes, in the file as it is written; nothing else, and never silently."""

from pathlib import Path

import pytest

from claimcheck.check import Report, check
from claimcheck.errors import DocumentError
from claimcheck.fixes import difference, patch, write
from claimcheck.model import Diagnostic, Edit, Fix, Severity, Span
from claimcheck.run import Outcome, differences, mended, outcomes
from claimcheck.text import Document, read


def report(document: Document, *changes: tuple[str, str], certain: bool = True) -> Report:
    """A report that wants certain words replaced."""

    def finding(old: str, new: str) -> Diagnostic:
        start = document.text.index(old)
        span = Span(start, start + len(old))
        fix = Fix(f"{old} → {new}", (Edit(span, new),), certain=certain)
        return Diagnostic("U101", "conversion-mismatch", Severity.ERROR, "wrong", span, fixes=(fix,))

    return check(document).with_diagnostics(tuple(finding(*change) for change in changes))


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path("story.txt")


@pytest.mark.parametrize(
    ("name", "before", "old", "after"),
    [
        (
            "a.txt",
            "\ufeffIt is\r\n3 miles off, é 😀.\r\n",
            "3 miles",
            "\ufeffIt is\r\n31 miles off, é 😀.\r\n",
        ),
        ("a.txt", "no newline at 3 miles", "3 miles", "no newline at 31 miles"),
        ("a.html", "<p>caf&eacute; <b>3 miles</b>", "3 miles", "<p>caf&eacute; <b>31 miles</b>"),
        ("a.md", "---\nx: 3 miles\n---\n# *3 miles*", "3 miles", "---\nx: 3 miles\n---\n# *31 miles*"),
        ("a.md", "[3 miles]{.U101}", "3 miles", "[31 miles]{.U101}"),
    ],
)
def test_a_fix_changes_its_words_and_no_other_byte(
    tmp_path: Path, name: str, before: str, old: str, after: str
) -> None:
    path = tmp_path / name
    path.write_bytes(before.encode())
    path.chmod(0o640)
    made = patch(report(read(path), (old, "31 miles")))
    assert len(made.made) == 1
    write(made)
    assert path.read_bytes() == after.encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a.html", "3&nbsp;miles"),
        ("a.html", "3 <b>miles</b>"),
        ("a.md", "3 *miles*"),
        ("a.html", "3\n   miles"),
    ],
)
def test_words_with_markup_inside_are_left(tmp_path: Path, name: str, source: str) -> None:
    path = tmp_path / name
    path.write_text(source, encoding="utf-8")
    document = read(path)
    made = patch(report(document, (document.text.strip(), "31 miles")))
    assert not made.made
    assert made.after == source
    assert "markup inside" in made.refused[0][1]


def test_a_docx_is_never_written() -> None:
    made = patch(report(Document("3 miles", "a.docx", kind="docx"), ("3 miles", "31 miles")))
    assert not made.made
    assert "not written" in made.refused[0][1]


def test_only_what_is_certain_is_fixed() -> None:
    made = patch(report(Document("3 miles"), ("3 miles", "31 miles"), certain=False))
    assert (made.made, made.refused, made.after) == ((), (), "3 miles")


def test_of_two_fixes_that_touch_the_first_is_made() -> None:
    made = patch(report(Document("3 miles (5 km)"), ("3 miles", "31 miles"), ("miles (5", "miles (50")))
    assert made.after == "31 miles (5 km)"
    assert "another fix" in made.refused[0][1]


def test_two_fixes_apart_are_both_made() -> None:
    made = patch(report(Document("3 miles (5 km)"), ("5 km", "50 km"), ("3 miles", "31 miles")))
    assert made.after == "31 miles (50 km)"


def test_the_difference_is_a_unified_diff() -> None:
    made = patch(report(Document("a\n3 miles", "story.txt"), ("3 miles", "31 miles")))
    assert "".join(difference(made)) == (
        "--- story.txt\n+++ story.txt\n@@ -1,2 +1,2 @@\n a\n-3 miles\n\\ No newline at end of file\n"
        "+31 miles\n\\ No newline at end of file\n"
    )


def test_a_file_that_changed_meanwhile_is_left(file: Path) -> None:
    file.write_text("3 miles", encoding="utf-8")
    made = patch(report(read(file), ("3 miles", "31 miles")))
    file.write_text("somebody was quicker", encoding="utf-8")
    with pytest.raises(DocumentError, match="changed while it was checked"):
        write(made)
    assert file.read_text(encoding="utf-8") == "somebody was quicker"


def test_a_link_stays_a_link(file: Path) -> None:
    file.write_text("3 miles", encoding="utf-8")
    link = Path("link.txt")
    link.symlink_to(file)
    write(patch(report(read(link), ("3 miles", "31 miles"))))
    assert link.is_symlink()
    assert file.read_text(encoding="utf-8") == "31 miles"


def test_standard_input_and_lost_files_cannot_be_fixed(file: Path) -> None:
    with pytest.raises(DocumentError, match="standard input"):
        write(patch(report(Document("3 miles", "<stdin>"), ("3 miles", "31 miles"))))
    file.write_text("3 miles", encoding="utf-8")
    made = patch(report(read(file), ("3 miles", "31 miles")))
    file.unlink()
    with pytest.raises(DocumentError, match="cannot be fixed: No such file"):
        write(made)


def test_a_mended_file_is_checked_again_and_each_fix_is_named(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text("The depot lies 50 km (3 miles) off.\n", encoding="utf-8")
    wanted = report(read(file), ("3 miles", "31 miles"))
    (left,) = mended([Outcome("story.txt", wanted)])
    assert left.report is not None
    assert left.report.document.text == "The depot lies 50 km (31 miles) off.\n"
    assert left.report.diagnostics == ()
    assert capsys.readouterr().err == "story.txt:1:23: U101 fixed: 3 miles → 31 miles\n"


def test_what_is_not_fixed_is_named_too(capsys: pytest.CaptureFixture[str]) -> None:
    document = Document("3 miles", "a.docx", kind="docx", places=((0, "paragraph 1"),))
    outcome = Outcome("a.docx", report(document, ("3 miles", "31 miles")))
    assert list(mended([outcome])) == [outcome]
    assert capsys.readouterr().err.startswith("a.docx:paragraph 1: U101 not fixed: a .docx")


def test_filters_hold_for_what_is_left(file: Path) -> None:
    file.write_text("3 miles. The depot lies 50 km (4 miles) off.\n", encoding="utf-8")
    wanted = report(read(file), ("3 miles", "31 miles"))
    (left,) = mended([Outcome("story.txt", wanted)], [lambda found: found.with_diagnostics(())])
    assert left.report is not None
    assert left.report.diagnostics == ()


def test_differences_write_nothing(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text("3 miles\n", encoding="utf-8")
    ((_, text),) = differences([Outcome("story.txt", report(read(file), ("3 miles", "31 miles")))])
    assert "+31 miles" in text
    assert capsys.readouterr().err == ""
    list(differences([Outcome("a.docx", report(Document("3 miles", kind="docx"), ("3 miles", "31 miles")))]))
    assert "not fixed" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == "3 miles\n"


def test_a_slipped_digit_is_mended_for_real(file: Path) -> None:
    file.write_text("The depot lies 50 km (3.1 miles) from the coast.\n", encoding="utf-8")
    (found,) = outcomes([file])
    assert found.report is not None
    made = patch(found.report)
    if made.made:  # only where the rule is certain
        assert "31" in made.after
