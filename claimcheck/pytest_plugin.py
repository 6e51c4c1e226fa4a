"""The fixture and the corpus of the pytest plugin; the hooks are in `claimcheck.pytest_hooks`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck.check import Report, check
from claimcheck.corpus import Case, cases, misses, shown
from claimcheck.errors import ClaimcheckError
from claimcheck.model import Config

__all__ = ["Claims", "CorpusFile", "CorpusItem"]


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
