"""The way in for pytest: hooks that cost nothing until something here is used.

pytest loads this module in every run wherever claimcheck is installed, so it imports nothing of the package.
What the hooks do is in `claimcheck.pytest_plugin`.
"""

from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from claimcheck.pytest_plugin import Claims, ConverterLaws, CorpusFile

_MARK = "__claimcheck_converts__"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the options."""
    parser.addini(
        "claimcheck_corpus",
        'Markdown files in corpus notation that are tests: "corpus/**/*.md", relative to the root',
        type="args",
        default=[],
    )
    group = parser.getgroup("claimcheck")
    group.addoption("--claimcheck-examples", type=int, default=100, help="budget of a law of @converts (100)")
    group.addoption("--claimcheck-seed", type=int, default=0, help="the same seed, the same cases (0)")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "CorpusFile | None":
    """Collect Markdown files that `claimcheck_corpus` names."""
    patterns = parent.config.getini("claimcheck_corpus")
    if not patterns or file_path.suffix != ".md":
        return None
    name = file_path.relative_to(parent.config.rootpath).as_posix()
    if not any(fnmatchcase(name, pattern.replace("**/", "*")) for pattern in patterns):
        return None
    from claimcheck.pytest_plugin import CorpusFile  # noqa: PLC0415 # see above

    return CorpusFile.from_parent(parent, path=file_path)


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makeitem(
    collector: pytest.Module | pytest.Class, name: str, obj: object
) -> "ConverterLaws | None":
    """Make one test of each law for whatever carries `@converts`."""
    if _MARK not in getattr(obj, "__dict__", ()) or not isinstance(collector, pytest.Module):
        return None
    from claimcheck.pytest_plugin import ConverterLaws  # noqa: PLC0415 # see above

    laws: ConverterLaws = ConverterLaws.from_parent(collector, name=name)
    laws.obj = obj
    return laws


@pytest.fixture
def claims() -> "Claims":
    """`claims(text)` is the report on a text; `claims.consistent(text)` fails if it finds anything."""
    from claimcheck.pytest_plugin import Claims  # noqa: PLC0415 # see above

    return Claims()
