"""What it costs to write a report, and that the cost grows with the draft and no faster."""

from collections.abc import Callable
from time import process_time

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import claimcheck
from claimcheck.report import FORMATS, Settings, Tally, Writer, load
from claimcheck.run import Outcome

pytestmark = pytest.mark.benchmark

PARAGRAPH = (
    "The quay at Aldmoor is 50 km (31 miles) from the mine, the harbour master said. A lorry carries "
    "12 tonnes (13 tons) and is 80 km (5 miles) away by noon. About 400 crates, or 5% of them, weigh "
    "6 lb (2.7 kg).{}"
)


def outcome(paragraphs: int, end: str) -> Outcome:
    """A draft of so many paragraphs, read and judged, so that only the writing is left to do."""
    report = claimcheck.check(PARAGRAPH.format(end) * paragraphs)
    assert len(report.claims) >= 5 * paragraphs
    assert len(report.diagnostics) >= paragraphs
    return Outcome("draft.txt", report)


def writer(form: str, draft: Outcome) -> Callable[[], None]:
    def write() -> None:
        tally = Tally()
        pieces: list[str] = []
        each = Writer(load(form), Settings(explain=True), pieces.append)
        tally.add(draft)
        each.add(draft)
        each.close(tally)
        assert sum(map(len, pieces))

    return write


@pytest.mark.parametrize("form", FORMATS)
def test_speed_of(form: str, benchmark: BenchmarkFixture) -> None:
    benchmark(writer(form, outcome(20, "\n\n")))


@pytest.mark.parametrize("form", FORMATS)
def test_four_times_the_draft_costs_less_than_ten_times_the_time(form: str) -> None:
    def seconds(draft: Outcome) -> float:
        write = writer(form, draft)
        write()

        def once() -> float:
            start = process_time()
            write()
            return process_time() - start

        return min(once() for _ in range(3))

    one, four = outcome(30, " "), outcome(120, " ")  # on one line, which is the harder case
    assert seconds(four) < 10 * seconds(one) + 0.01
