"""The way in for pytest: hooks that cost nothing until something here is used.

pytest loads this module in every run wherever claimcheck is installed, so it imports nothing of the package.
What the hooks do is in `claimcheck.pytest_plugin`.
"""

from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from claimcheck.pytest_plugin import Claims, CorpusFile

_MARK = "__claimcheck_converts__"
_LAW = "claimcheck_law"


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


def pytest_configure(config: pytest.Config) -> None:
    """Declare the mark."""
    config.addinivalue_line(
        "markers",
        "converts(source, target, **options): the test returns a converter; each law is a test of it",
    )


def _is_marked(obj: object) -> bool:
    """Whether something, a method or a static one too, carries @converts."""
    return _MARK in getattr(getattr(obj, "__func__", obj), "__dict__", ())


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makeitem(
    collector: pytest.Module | pytest.Class, name: str, obj: object
) -> "pytest.Collector | None":
    """Make one test of each law for whatever carries `@converts` and is no test itself."""
    if isinstance(obj, type):
        is_test = collector.classnamefilter(name) or any(each.__name__ == "TestCase" for each in obj.__mro__)
        if is_test or not any(map(_is_marked, vars(obj).values())):
            return None
        from claimcheck.pytest_laws import ConverterClass  # noqa: PLC0415 # see above

        return ConverterClass.of(collector, name, obj)
    if not _is_marked(obj) or collector.funcnamefilter(name):
        return None
    from claimcheck.pytest_laws import ConverterLaws  # noqa: PLC0415 # see above

    owner = collector.obj if isinstance(collector, pytest.Class) else None
    return ConverterLaws.of(collector, name, obj, owner)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Make one test of each law of a test that returns a converter."""
    if _is_marked(metafunc.function) or metafunc.definition.get_closest_marker("converts"):
        from claimcheck.pytest_laws import one_test_a_law  # noqa: PLC0415 # see above

        one_test_a_law(metafunc)


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Try the law on what the test returns."""
    law = pyfuncitem.callspec.params.get(_LAW) if hasattr(pyfuncitem, "callspec") else None
    if not isinstance(law, str):
        return None
    from claimcheck.pytest_laws import try_on_returned  # noqa: PLC0415 # see above

    try_on_returned(pyfuncitem, law)
    return True


def pytest_itemcollected(item: pytest.Item) -> None:
    """Let no test pass that was to be held to laws and is not: unittest calls its tests in its own way."""
    obj = getattr(item, "obj", None)
    if _is_marked(obj) and isinstance(item, pytest.Function) and not hasattr(item, "callspec"):
        from claimcheck.pytest_laws import ConverterLaws, refused  # noqa: PLC0415 # see above

        if not isinstance(item.parent, ConverterLaws):
            item.runtest = refused  # type: ignore[method-assign] # it cannot be run as it should


@pytest.fixture
def claimcheck_law(request: pytest.FixtureRequest) -> object:
    """Which law a test of `@converts` tries."""
    return request.param


@pytest.fixture
def claims() -> "Claims":
    """`claims(text)` is the report on a text; `claims.consistent(text)` fails if it finds anything."""
    from claimcheck.pytest_plugin import Claims  # noqa: PLC0415 # see above

    return Claims()
