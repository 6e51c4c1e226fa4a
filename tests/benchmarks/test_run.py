"""Thousands of articles: files a second, memory, and what the cache saves.

The articles are paragraphs of corpus/articles, drawn anew for each; `CLAIMCHECK_ARTICLES=10000` is
the long run.
"""

import os
import random
import subprocess
import sys
from collections.abc import Callable
from operator import itemgetter
from pathlib import Path
from time import process_time

import pytest

from claimcheck.report import FORMATS
from claimcheck.report import Settings as Rendering
from claimcheck.report.pieces import Renderer
from claimcheck.run import Settings, Written, written
from claimcheck.text import read
from claimcheck.text.readers import read_bytes

pytestmark = pytest.mark.benchmark

ARTICLES = int(os.environ.get("CLAIMCHECK_ARTICLES", "200"))
CORPUS = Path(__file__).parents[2] / "corpus" / "articles"


@pytest.fixture(scope="module")
def paragraphs() -> list[str]:
    found = [text for file in sorted(CORPUS.glob("*.md")) for text in read(file).text.split("\n\n")]
    return [text for text in found if len(text) > 80]


@pytest.fixture
def articles(paragraphs: list[str], tmp_path: Path) -> Callable[[int], Path]:
    def written(number: int) -> Path:
        chance = random.Random(number)  # noqa: S311 # the same articles every time
        folder = tmp_path / f"articles{number}"
        for index in range(number):
            file = folder / f"{index // 500:02}" / f"{index:05}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("\n\n".join([f"# Story {index}", *chance.choices(paragraphs, k=8)]), "utf-8")
        return folder

    return written


def seconds(folder: Path, cache: Path | None, form: str) -> tuple[float, list[Written]]:
    """Processor time of a run in this process, and what was written about each file."""
    start = process_time()
    render = Renderer(((form, Rendering()),))
    found = list(written([folder], Settings(jobs=1, cache=cache), render))
    return process_time() - start, found


@pytest.mark.parametrize("form", FORMATS)
def test_the_second_run_is_ten_times_quicker(
    form: str,
    articles: Callable[[int], Path],
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    folder = articles(ARTICLES)
    seconds(articles(3), None, form)  # the lexicon is read once, and that is not what is measured
    first, found = seconds(folder, tmp_path / "cache", form)
    second, again = min((seconds(folder, tmp_path / "cache", form) for _ in range(3)), key=itemgetter(0))
    record_property("files a second, anew", round(ARTICLES / first))
    record_property("files a second, from the cache", round(ARTICLES / second))
    print(f"{ARTICLES / first:.0f} files a second anew, {ARTICLES / second:.0f} from the cache")  # noqa: T201 # pytest -s
    assert len(found) == ARTICLES
    assert again == found
    assert first / second > 10


MEASURED = """
import resource, sys
from claimcheck.report import Settings as Rendering
from claimcheck.report.pieces import Renderer
from claimcheck.run import Settings, written
if __name__ == "__main__":
    render = Renderer((("html", Rendering()),))
    number = sum(each.error is None for each in written([sys.argv[1]], Settings(jobs=2), render))
    print(number, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def kilobytes(folder: Path, program: Path) -> tuple[int, int]:
    """How many were checked, and the most memory that the process which reads the results ever had."""
    program.write_text(MEASURED, "utf-8")
    command = [sys.executable, str(program), str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 # ourselves
    number, most = done.stdout.split()
    return int(number), int(most)


@pytest.mark.skipif(sys.platform != "linux", reason="ru_maxrss counts in kilobytes on Linux only")
def test_memory_does_not_grow_with_the_number_of_files(
    articles: Callable[[int], Path], tmp_path: Path
) -> None:
    few, some = kilobytes(articles(ARTICLES // 4), tmp_path / "program.py")
    many, most = kilobytes(articles(ARTICLES), tmp_path / "program.py")
    assert (few, many) == (ARTICLES // 4, ARTICLES)
    assert most < some + 8 * 1024


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_readers_take_a_megabyte_in_seconds(paragraphs: list[str], name: str) -> None:
    text = "\n\n".join(f"<p>{each}</p>" if name == "a.html" else each for each in paragraphs)
    data = (text * (1_000_000 // len(text) + 1)).encode()
    start = process_time()
    read_bytes(data, name=name)
    assert process_time() - start < 3
