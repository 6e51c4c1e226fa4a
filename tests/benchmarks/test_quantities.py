"""How fast quantities are read, beside one scan for digits over the same text, and how time grows.

Limits are of processor time, the least of several runs. Issue 3 asks for 2 MB/s on news.
"""

import re
import tracemalloc
from collections.abc import Callable
from time import process_time

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from claimcheck.lexicon import english
from claimcheck.parse import quantities

pytestmark = pytest.mark.benchmark

ENGLISH = english()
HOSTILE = [
    "1,1,1,",
    "one and one and ",
    "(",
    "5 km to ",
    "1, ",
    "5 ft 3 in ",
    "half ",
    "$1 ",
    "million ",
    "twenty-",
]
SPEED = (
    5_000  # quantities a second, a third of what an idle machine reads; each takes as long wherever it stands
)


def read(text: str) -> int:
    return sum(1 for _ in quantities(text, ENGLISH))


def scan(text: str) -> int:
    return sum(1 for _ in re.finditer(r"\d+", text))


def seconds(work: Callable[[str], int], text: str, turns: int = 3) -> float:
    times = []
    for _ in range(turns):
        start = process_time()
        work(text)
        times.append(process_time() - start)
    return min(times)


@pytest.mark.parametrize("work", [scan, read], ids=["baseline scan", "quantities"])
def test_news(benchmark: BenchmarkFixture, news: str, work: Callable[[str], int]) -> None:
    read("5 km")
    benchmark.group = "100 KB of news"
    benchmark(work, news[:100_000])


def test_quantities_are_read_by_the_thousand(
    news: str, record_property: Callable[[str, object], None]
) -> None:
    """The corpus holds a dozen quantities in a kilobyte, six times as many as other news."""
    read("5 km")
    spent = seconds(read, news)
    record_property("MB/s", round(len(news.encode()) / spent / 1e6, 2))
    record_property("times a scan for digits", round(spent / seconds(scan, news)))
    record_property("quantities a second", round(read(news) / spent))
    assert read(news) / spent > SPEED


@pytest.mark.parametrize("seed", HOSTILE)
def test_hostile_text_takes_time_in_proportion(seed: str) -> None:
    small, large = seed * (25_000 // len(seed)), seed * (100_000 // len(seed))
    read(small)
    # Four times and noise; a square would be sixteen times. What takes no time at all is not measured.
    assert seconds(read, large, 1) < 10 * max(seconds(read, small), 0.02)


@pytest.mark.parametrize("seed", HOSTILE[:4])
def test_a_hostile_megabyte_takes_four_times_a_quarter(
    seed: str, record_property: Callable[[str, object], None]
) -> None:
    small, large = seed * (250_000 // len(seed)), seed * (1_000_000 // len(seed))
    spent = seconds(read, large, 1)
    record_property("KB/s", round(1000 / spent))
    record_property("times a scan for digits", round(spent / max(seconds(scan, large), 1e-4)))
    assert spent < 10 * max(seconds(read, small, 1), 0.05)


def test_memory_does_not_grow_with_the_text(news: str) -> None:
    read(news[:10_000])

    def peak(text: str) -> int:
        tracemalloc.start()
        read(text)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    short, long = peak(news[:50_000]), peak(news[:200_000])
    assert long < 2 * short + 200_000
