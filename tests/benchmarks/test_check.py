"""What checking costs: the measures that issue 2 sets, and speed beside a plain scan in the same run.

Limits are of processor time, the least of several runs: other work on the machine adds to it and never
takes away.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import claimcheck

Record = Callable[[str, object], None]

pytestmark = pytest.mark.benchmark

# Prints the largest resident size in bytes. Linux counts in kilobytes, macOS in bytes.
MEMORY = """
import resource, sys, pathlib
import claimcheck
report = claimcheck.check(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
len(report.claims), len(report.diagnostics)
# On Linux the peak of getrusage begins with that of the process that forked this one; VmHWM does not.
status = pathlib.Path("/proc/self/status")
if status.exists():
    lines = status.read_text().splitlines()
    print(next(1024 * int(line.split()[1]) for line in lines if line.startswith("VmHWM")))
else:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024))
"""

# Prints the processor time of a whole `claimcheck check`, Python's own start included.
COMMAND = """
import io, sys, time
from contextlib import redirect_stdout
from claimcheck.cli import main
with redirect_stdout(io.StringIO()):
    code = main(["check", "--no-cache", *sys.argv[1:]])
assert code in (0, 1), code
print(time.process_time())
"""


def scan(text: str) -> int:
    """The baseline: the least that any reader of figures does, one pass of a simple expression."""
    return sum(1 for _ in re.finditer(r"\d[\d,.]*\s?[A-Za-z°%]+", text))


def everything(text: str) -> int:
    report = claimcheck.check(text)
    return len(report.claims) + len(report.diagnostics)


def python(code: str, *arguments: str, cache: Path) -> str:
    """What a fresh interpreter prints, with bytecode and caches kept as an installed program keeps them."""
    environment = {
        **os.environ,
        "XDG_CACHE_HOME": str(cache),
        "PYTHONPYCACHEPREFIX": str(cache / "bytecode"),
        "PYTHONDONTWRITEBYTECODE": "",
    }
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout  # noqa: S603


@pytest.mark.parametrize("work", [scan, everything], ids=["baseline scan", "check"])
def test_an_article(benchmark: BenchmarkFixture, article: str, work: Callable[[str], object]) -> None:
    everything(article)
    benchmark.group = "3 KB of news"
    benchmark(work, article)


def seconds(work: Callable[[str], object], text: str) -> float:
    """Processor time of one run."""
    start = process_time()
    work(text)
    return process_time() - start


def test_a_megabyte_takes_as_long_as_its_articles(news: str, record_property: Record) -> None:
    """News is read at one speed, however long the draft: no part looks back over the whole text."""
    tenth = news[: len(news) // 10]
    everything(tenth)
    short, long = (min(seconds(everything, text) for _ in range(2)) for text in (tenth, news))
    record_property("KB/s", round(len(news.encode()) / long / 1000))
    assert long < 15 * short


def test_a_megabyte_stays_under_200_megabytes(news: str, tmp_path: Path, record_property: Record) -> None:
    draft = tmp_path / "news.txt"
    draft.write_text(news, encoding="utf-8")
    peak = int(python(MEMORY, str(draft), cache=tmp_path))
    record_property("MB resident", round(peak / 1e6))
    assert peak < 200_000_000


def test_an_article_takes_under_400_milliseconds_from_the_command_line(
    article: str, tmp_path: Path, record_property: Record
) -> None:
    draft = tmp_path / "article.txt"
    draft.write_text(article, encoding="utf-8")
    times = [float(python(COMMAND, str(draft), cache=tmp_path)) for _ in range(5)]
    record_property("milliseconds", round(min(times) * 1000))
    assert min(times) < 0.4
