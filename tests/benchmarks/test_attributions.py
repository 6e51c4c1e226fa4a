"""What it costs to find who says what, beside a plain scan for words in the same run."""

from collections.abc import Callable
from time import process_time

import pytest
import regex
from pytest_benchmark.fixture import BenchmarkFixture

from claimcheck.lexicon import english
from claimcheck.parse.attribution import attributed

pytestmark = pytest.mark.benchmark

STORY = (
    "Ana Ruiz, the harbour master of Porto Alto, said on Monday that the quay was safe, adding that the "
    "crane was not. “We have looked after it for years,” she told reporters. “It was built for worse.” "
    "Per Lund, who runs the ferry, was not convinced: according to a report by his office, 40 boats "
    "were lost in May.\n\n"
)
WORD = regex.compile(r"\w+")
# Each repeats what a grammar of sources could be tempted to look at again and again.
SEEDS = [
    "“", "said that ", "He said, ", "‘", '" ', "said, ", "“a” said he ", "Ann Doe said ",
    "as he said, ", "and said ",
    "The man (a) said ", "who said ", "X, Y, ", "his claim that ", "“x y z w: “", "to say to ",
    "in a statement ",
]  # fmt: skip


def test_a_story(benchmark: BenchmarkFixture) -> None:
    text = STORY * 20
    found = benchmark(attributed, text, english())
    assert len(found.attributions) >= 80


def test_a_scan_for_words(benchmark: BenchmarkFixture) -> None:
    assert benchmark(WORD.findall, STORY * 20)


def test_a_story_costs_no_more_than_40_scans_for_words() -> None:
    """It took 31 when this was written, and 38 before; the two are measured by turns, the best of each."""
    text, lexicon = STORY * 20, english()

    def cost(work: Callable[[], object]) -> float:
        begun = process_time()
        work()
        return process_time() - begun

    attribution = scans = float("inf")
    for _ in range(15):
        attribution = min(attribution, cost(lambda: attributed(text, lexicon)))
        scans = min(scans, cost(lambda: [WORD.findall(text) for _ in range(40)]))
    assert attribution < scans


@pytest.mark.parametrize("seed", SEEDS)
def test_time_grows_with_the_text_and_no_faster(seed: str) -> None:
    def cost(characters: int) -> float:
        text = seed * (characters // len(seed))
        begun = process_time()
        attributed(text, english())
        return process_time() - begun

    cost(1_000)
    small, large = cost(15_000), cost(60_000)
    assert large < 12 * max(small, 0.01)
