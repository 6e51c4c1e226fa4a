"""What checking conversions costs, and how well it does on public data where that is at hand."""

import json
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

import claimcheck
from claimcheck.assess import assess
from claimcheck.model import Config, Verdict
from claimcheck.parse import conversions

pytestmark = pytest.mark.benchmark

PROSE = (
    "It lies 50 km (30 miles) off, weighs 12 kg (26 lb) and spans 1,500 to 2,000 m (4,900-6,600 ft); "
    "she made 23 knots (43 km/h; 26 mph)."
)
# Public data beside the checkout; never a part of it.
SEEDED = Path(__file__).resolve().parents[3] / "shared" / "data" / "conversions" / "seeded_dev.jsonl"
SLOW = 4  # the machine may be that much slower than the one that the limits were set on


def best(times: int, work: Any) -> float:  # noqa: ANN401 # any callable without arguments
    """The shortest of several runs, in seconds: what the code needs when nothing else runs."""
    found = []
    for _ in range(times):
        start = perf_counter()
        work()
        found.append(perf_counter() - start)
    return min(found)


def test_an_assessment_takes_under_40_microseconds() -> None:
    pairs = claimcheck.parse(PROSE).conversions
    config = Config()

    def judged() -> int:
        return sum(1 for pair in pairs for _ in assess(pair, PROSE, config))

    count = judged()
    assert best(20, lambda: [judged() for _ in range(50)]) / 50 / count < 40e-6 * SLOW


def test_finding_a_conversion_takes_under_80_microseconds() -> None:
    report = claimcheck.parse(PROSE)
    count = len(report.conversions)
    lexicon = report._lexicon  # noqa: SLF001 # the lexicon of the very report, loaded already

    def read() -> int:
        return len(list(conversions(PROSE, report.quantities, lexicon)))

    assert best(20, lambda: [read() for _ in range(50)]) / 50 / count < 80e-6 * SLOW


def seeded() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for line in SEEDED.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        for gold in record["conversions"]:
            if gold["verdict"] == "inconsistent":
                yield record, gold


@pytest.mark.skipif(not SEEDED.exists(), reason="the public data set is not beside the checkout")
def test_what_is_suggested_for_a_seeded_error_restores_the_text_or_agrees() -> None:
    """Of the flagged errors, at least 97 % get the figure that was there before, or one that agrees."""
    flagged = right = 0
    for record, gold in seeded():
        text = record["text"]
        report = claimcheck.check(text)
        for pair in report.conversions:
            if not (pair.span.start < gold["end"] and gold["start"] < pair.span.end):
                continue
            for found in report.assessments_of(pair):
                if found.verdict is not Verdict.DISAGREES:
                    continue
                flagged += 1
                right += found.suggestion is not None and is_right(record, pair.span.start, found)
    assert flagged > 400
    assert right >= 0.97 * flagged


def is_right(record: dict[str, Any], start: int, found: Any) -> bool:  # noqa: ANN401 # an Assessment
    span = (found.mends or found.restated).span
    mended = record["text"][: span.start] + found.suggestion + record["text"][span.end :]
    if mended == record["original"]:
        return True
    report = claimcheck.check(mended)
    pairs = [pair for pair in report.conversions if pair.span.start == start]
    return bool(pairs) and all(
        each.verdict is Verdict.AGREES
        for pair in pairs
        for each in report.assessments_of(pair)
        if each.restated.span.start == span.start or found.mends is not None
    )
