"""What is done for each input, and where: some of it in this process, some in a worker.

A run is one kind of work over all its tasks. `Reports` is for those who look into the reports. `Writings` is
for those who only want them written: then a worker writes as well as checks, and what was written is kept, so
that a text which has not changed is neither read nor written about again.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from attrs import frozen

from claimcheck.check import Report
from claimcheck.errors import ClaimcheckError
from claimcheck.run.cache import Cache, Key
from claimcheck.run.one import contents, in_parts, named, of_parts, report
from claimcheck.run.outcome import Outcome, Written
from claimcheck.run.task import Task
from claimcheck.text import Document

__all__ = ["Filter", "Render", "Reports", "Work", "Writings", "done"]

Result_co = TypeVar("Result_co", covariant=True)
Answer = TypeVar("Answer")


class Filter(Protocol):
    """Takes findings away from a report; it crosses processes."""

    def __call__(self, report: Report, /) -> Report:
        """The report with the findings that stay."""

    def stamp(self, path: Path | None, name: str, /) -> str:
        """All that decides what stays of the findings of one file, besides its text.

        Raises:
            ConfigurationError: what the filter asks cannot be told.
        """


class Render(Protocol):
    """Writes an outcome in the formats that are wanted; it crosses processes."""

    @property
    def stamp(self) -> str:
        """All that the bytes depend on besides the outcome."""

    def __call__(self, outcome: Outcome, /) -> bytes:
        """What there is to write of the outcome, in a form that only its maker has to understand."""


class Work(Protocol[Result_co, Answer]):
    """One kind of work. `begin` may run in another process than the rest; its answer has to pickle."""

    @property
    def cache(self) -> Cache | None:
        """Where what was done before lies."""

    def known(self, task: Task) -> Result_co | None:
        """The result, if it is at hand.

        Raises:
            ConfigurationError: nothing can be done for any task.
        """

    def begin(self, task: Task) -> Answer:
        """The part that takes long.

        Raises:
            ClaimcheckError: the input cannot be read, or claimcheck itself failed on it.
        """

    def end(self, task: Task, answer: Answer) -> Result_co:
        """The result of what `begin` answered."""

    def fail(self, task: Task, error: ClaimcheckError) -> Result_co:
        """The result where there is an error."""


def done(work: Work[Result_co, Answer], task: Task) -> Result_co:
    """The result of one task, all in this process."""
    found = work.known(task)
    if found is not None:
        return found
    try:
        answer = work.begin(task)
    except ClaimcheckError as error:
        return work.fail(task, error)
    return work.end(task, answer)


@frozen
class Reports:
    """Outcomes with their reports, but for the findings that the filters take away."""

    cache: Cache | None
    filters: Sequence[Filter] = ()

    def known(self, _: Task) -> Outcome | None:
        """Nothing: a report from the cache takes as long to read here as in a worker."""
        return None

    def begin(self, task: Task) -> tuple[Document, bytes]:
        """The document and what was found in it."""
        return in_parts(task, contents(task), self.cache)

    def end(self, task: Task, answer: tuple[Document, bytes]) -> Outcome:
        """The report that a worker took apart, filtered."""
        return Outcome(task.name, _filtered(of_parts(task, *answer), self.filters))

    def fail(self, task: Task, error: ClaimcheckError) -> Outcome:
        """The error."""
        return Outcome(task.name, error=error)


@frozen
class Writings:
    """Outcomes written."""

    cache: Cache | None
    filters: Sequence[Filter]
    render: Render

    def known(self, task: Task) -> Written | None:
        """What was written about the same bytes before."""
        stamp = self._stamp(task)  # always: it raises here, where that ends the run
        if self.cache is None or task.path is None or task.error is not None:
            return None
        try:
            pieces = self.cache.get(self._key(self.cache, task, contents(task), stamp))
        except ClaimcheckError:
            return None  # whoever begins with it will say so
        return None if pieces is None else self.end(task, pieces)

    def begin(self, task: Task) -> bytes:
        """What there is to write, from the cache or anew."""
        data = contents(task)
        key = self._key(self.cache, task, data, self._stamp(task)) if self.cache else None
        pieces = self.cache.get(key) if self.cache and key else None
        if pieces is None:
            found = report(task, data, self.cache)
            with named(task.name):
                pieces = self.render(Outcome(task.name, _filtered(found, self.filters)))
            if self.cache and key:
                self.cache.put(key, pieces)
        return pieces

    def end(self, task: Task, answer: bytes) -> Written:
        """What is written."""
        return Written(task.name, task.path, answer)

    def fail(self, task: Task, error: ClaimcheckError) -> Written:
        """What formats that know failures write of one."""
        return Written(task.name, task.path, self.render(Outcome(task.name, error=error)), error)

    def _stamp(self, task: Task) -> str:
        marks = (each.stamp(task.path, task.name) for each in self.filters)
        return "\0".join((task.name, self.render.stamp, *marks))

    def _key(self, cache: Cache, task: Task, data: bytes, stamp: str) -> Key:
        return cache.key(data, task.suffix, task.config).of(stamp)


def _filtered(found: Report, filters: Sequence[Filter]) -> Report:
    for keep in filters:
        found = keep(found)
    return found
