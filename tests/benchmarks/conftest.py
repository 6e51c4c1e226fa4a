"""Texts to measure with."""

import re
from pathlib import Path

import pytest

from claimcheck.corpus import cases

ARTICLES = Path(__file__).resolve().parents[2] / "corpus" / "articles"
MEGABYTE = 1_000_000


@pytest.fixture(scope="session")
def articles() -> list[str]:
    """The articles of the corpus, without their marks."""
    return [case.text for path in sorted(ARTICLES.glob("*.md")) for case in cases(path)]


@pytest.fixture(scope="session")
def news(articles: list[str]) -> str:
    """A megabyte of news text: the articles over and over, each time with other figures."""
    turns = MEGABYTE // sum(len(text.encode()) for text in articles) + 1
    return "\n\n".join(_other_figures(text, turn) for turn in range(turns) for text in articles)


@pytest.fixture(scope="session")
def article(articles: list[str]) -> str:
    """Three kilobytes of news text."""
    return "\n\n".join(articles)[:3000]


def _other_figures(text: str, more: int) -> str:
    return re.sub(r"\d+", lambda digits: str(int(digits[0]) + more), text)
