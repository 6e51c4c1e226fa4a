"""`claimcheck check corpus/articles` reads an article as its readers would: without marks, at its places."""

from pathlib import Path

import pytest

import claimcheck
from claimcheck.corpus import Case, cases

ARTICLES = sorted((Path(__file__).resolve().parents[1] / "corpus" / "articles").glob("*.md"))
CLEAN = {"defence", "sport", "money", "food", "diplomacy", "education"} | {
    "court", "results", "seabed", "cup", "council", "landslide", "dam", "fraud",
}  # fmt: skip


def findings(report: claimcheck.Report) -> list[tuple[str, str, str]]:
    """Each finding with its place in the file and its words."""
    document = report.document
    return [
        (each.code, str(document.position(each.span.start)), " ".join(each.span.of(document.text).split()))
        for each in report.diagnostics
    ]


def text_of(path: Path) -> Case:
    (only,) = cases(path)
    return only


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_the_file_has_the_findings_of_its_text_at_the_same_places(path: Path) -> None:
    pytest.importorskip("pyromark")
    article = claimcheck.check(text_of(path).document)
    assert findings(claimcheck.check(claimcheck.read(path))) == findings(article)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_has_the_length_of_one(path: Path) -> None:
    assert 150 <= len(text_of(path).text.split()) <= 750


def test_there_are_enough_of_them_and_several_are_clean() -> None:
    assert len(ARTICLES) >= 12
    clean = {path.stem for path in ARTICLES if not claimcheck.check(text_of(path).text).diagnostics}
    assert clean == CLEAN
