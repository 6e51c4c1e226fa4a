"""Everything under corpus/ holds. Nobody edits this file for a new case: docs/corpus.md says how."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

import claimcheck
from claimcheck.corpus import Case, Expected, cases, expected, misses, misses_of, shown

ROOT = Path(__file__).resolve().parents[1] / "corpus"
CASES = [case for path in sorted(ROOT.rglob("*.md")) for case in cases(path, ROOT)]


@lru_cache(maxsize=4)
def report_on(text: str) -> claimcheck.Report:
    return claimcheck.check(text)


def texts() -> Iterator[object]:
    for case in CASES:
        for kind in case.kinds:
            reason = case.xfail(kind)
            marks = [pytest.mark.xfail(reason=reason, raises=AssertionError)] if reason else []
            yield pytest.param(case, kind, id=f"{case.id}::{kind}", marks=marks)


def doubtful_marks() -> Iterator[object]:
    for case in CASES:
        for each in (each for kind in case.kinds for each in expected(case, kind)):
            if each.xfail is not None:
                mark = pytest.mark.xfail(reason=each.xfail, raises=AssertionError)
                yield pytest.param(case, each, id=f"{case.id}::{each.label(case.text)}", marks=[mark])


@pytest.mark.parametrize(("case", "kind"), [*texts()])
def test_all_is_found_and_nothing_else(case: Case, kind: str) -> None:
    found = misses(case, report_on(case.text), kind)
    assert not found, "\n" + shown(case, found)


@pytest.mark.parametrize(("case", "mark"), [*doubtful_marks()])
def test_a_mark_that_fails_today(case: Case, mark: Expected) -> None:
    found = misses_of(mark, case, report_on(case.text))
    assert not found, "\n" + shown(case, found)


def test_there_is_something_to_test() -> None:
    assert CASES
