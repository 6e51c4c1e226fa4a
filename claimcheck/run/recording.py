"""Outcomes on their way into a baseline, or out of it mended."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from attrs import evolve

from claimcheck.baseline import Record
from claimcheck.check import Report, check
from claimcheck.errors import ClaimcheckError
from claimcheck.fixes import Patch, difference, patch, write
from claimcheck.run.outcome import Outcome, Written
from claimcheck.run.work import Render
from claimcheck.telling import tell
from claimcheck.text import read

__all__ = ["as_written", "differences", "mended", "recorded"]


def as_written(outcomes: Iterable[Outcome], render: Render) -> Iterator[Written]:
    """Outcomes, whatever became of them, written as `claimcheck.run.written` does."""
    for each in outcomes:
        path = each.report.document.path if each.report else None
        yield Written(each.name, path, render(each), each.error)


def recorded(outcomes: Iterable[Outcome], file: Path) -> Iterator[Outcome]:
    """The outcomes without their findings, which are in a baseline when the last one has come.

    Raises:
        ConfigurationError: the baseline cannot be written.
    """
    record = Record(file)
    for each in outcomes:
        yield evolve(each, report=each.report and record.take(each.report))
    number = record.write()
    what = "1 finding" if number == 1 else f"{number} findings"
    tell(f"{file}: {what} accepted; check with --baseline {file} to hear only of new ones")


def mended(
    outcomes: Iterable[Outcome], filters: Sequence[Callable[[Report], Report]] = ()
) -> Iterator[Outcome]:
    """The outcomes after their certain fixes are written; each fix is named on standard error.

    `filters` are those that the outcomes have gone through; they hold for what is left, too.
    """
    for each in outcomes:
        made = patch(each.report) if each.report else None
        if each.report is None or made is None or not made.made:
            _explain(made)
            yield each
            continue
        try:
            write(made)
            _explain(made)
            left = check(read(made.document.path or ""), each.report.config)
        except ClaimcheckError as error:
            yield evolve(each, error=error)
            continue
        for keep in filters:
            left = keep(left)
        yield evolve(each, report=left)


def differences(outcomes: Iterable[Outcome]) -> Iterator[tuple[Outcome, str]]:
    """Each outcome and what its certain fixes would change, as a unified diff; nothing is written."""
    for each in outcomes:
        made = patch(each.report) if each.report else None
        if made:
            _explain(evolve(made, made=()))
        yield each, "".join(difference(made)) if made and made.made else ""


def _explain(made: Patch | None) -> None:
    """Say what was done, and what was not."""
    if made is None:
        return
    document = made.document
    for finding, fix in made.made:
        place = document.position(finding.span.start)
        tell(f"{document.name}:{place}: {finding.code} fixed: {fix.title}")
    for finding, reason in made.refused:
        where = document.place(finding.span.start) or str(document.position(finding.span.start))
        tell(f"{document.name}:{where}: {finding.code} not fixed: {reason}")
