"""What the pytest plugin does once something asks for it; the hooks are in `claimcheck.pytest_hooks`."""

from collections.abc import Callable, Iterator
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import Any

import pytest

from claimcheck.check import Report, check
from claimcheck.converters import applicable, declaration_of, try_law
from claimcheck.corpus import Case, cases, misses, shown
from claimcheck.errors import ClaimcheckError
from claimcheck.model import Config

__all__ = ["Claims", "ConverterLaws", "CorpusFile", "CorpusItem"]


class Claims:
    """The fixture `claims`."""

    def __call__(self, text: str, config: Config | None = None) -> Report:
        """The report on a text."""
        return check(text, config)

    def consistent(self, text: str, config: Config | None = None) -> Report:
        """The same, and the test fails if there is any finding."""
        __tracebackhide__ = True
        report = check(text, config)
        if report.diagnostics:
            told = [
                f"{report.document.position(each.span.start)}: {each.code} {each.message}"
                for each in report.diagnostics
            ]
            pytest.fail("\n".join(told), pytrace=False)
        return report


class ConverterLaws(pytest.Collector):
    """A converter, or a test that returns one; its laws are its children: the report is a specification.

    A function whose name begins with "test" is a test: called with its fixtures, it gives the converter.
    """

    obj: Any

    def collect(self) -> Iterator[pytest.Function]:
        """One test for each law that applies.

        Raises:
            CollectError: the declaration cannot be followed.
        """
        is_test = self.name.startswith("test")
        declaration = declaration_of(self.obj)
        stand_in: Callable[..., object] = (lambda value: value) if is_test else self.obj
        try:
            laws = list(applicable(declaration.of(stand_in))) if declaration else []
        except ClaimcheckError as error:
            raise self.CollectError(f"{self.name}: {error}") from error
        for law in laws:
            run = _runner(self.obj, law.name, is_test=is_test, config=self.config)
            yield pytest.Function.from_parent(self, name=law.title, callobj=run)


def _runner(obj: Any, law_name: str, *, is_test: bool, config: pytest.Config) -> Callable[..., None]:  # noqa: ANN401
    def run(**fixtures: object) -> None:
        declaration = declaration_of(obj)
        assert declaration is not None  # noqa: S101 # ConverterLaws saw to it
        contract = declaration.of(obj(**fixtures) if is_test else obj)
        law = next((each for each in applicable(contract) if each.name == law_name), None)
        if law is None:
            pytest.skip("the law does not apply to this converter")
        examples, seed = config.getoption("claimcheck_examples"), config.getoption("claimcheck_seed")
        tried = try_law(law, contract, examples=examples, seed=seed)
        if tried.broken is not None:
            pytest.fail(f"{contract.name} from {' to '.join(contract.names)}\n{tried}", pytrace=False)

    wanted = signature(obj).parameters if is_test else {}
    keywords = [each.replace(kind=Parameter.KEYWORD_ONLY) for each in wanted.values()]
    run.__signature__ = Signature(keywords)  # type: ignore[attr-defined] # how fixtures are asked for
    run.__doc__ = obj.__doc__
    return run


class CorpusFile(pytest.File):
    """A Markdown file in corpus notation."""

    def collect(self) -> Iterator["CorpusItem"]:
        """One test for each text and each kind of claim that it marks.

        Raises:
            CollectError: the notation is broken; the message names the line.
        """
        try:
            found = list(cases(self.path, Path(self.config.rootpath)))
        except ClaimcheckError as error:
            raise self.CollectError(str(error)) from error
        for case in found:
            for kind in case.kinds:
                item = CorpusItem.from_parent(self, name=f"{case.id.rpartition('::')[2]}::{kind}")
                item.case, item.kind = case, kind
                reason = case.xfail(kind)
                if reason:
                    item.add_marker(pytest.mark.xfail(reason=reason, strict=True))
                yield item


class CorpusItem(pytest.Item):
    """One text, and one kind of claim in it."""

    case: Case
    kind: str

    def runtest(self) -> None:
        """Hold the report against the marks."""
        found = misses(self.case, check(self.case.text), self.kind)
        if found:
            pytest.fail(shown(self.case, found), pytrace=False)

    def reportinfo(self) -> tuple[Path, int, str]:
        """File, line from 0, and name."""
        return self.path, self.case.document.position(0).line - 1, self.name
