"""Inputs to outcomes, one at a time and in a stable order."""

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from attrs import evolve

from claimcheck.baseline import Baseline
from claimcheck.check import Report
from claimcheck.model import Config
from claimcheck.run.cache import Cache
from claimcheck.run.changes import Changes
from claimcheck.run.discovery import given, inputs
from claimcheck.run.one import outcome
from claimcheck.run.outcome import Outcome
from claimcheck.run.progress import Progress
from claimcheck.run.settings import Settings
from claimcheck.run.task import Task

__all__ = ["filters", "outcomes", "tasks"]

_FILES_A_JOB = 100  # half a second's work; a process takes that long to start and read the lexicon


def outcomes(paths: Iterable[str | Path], settings: Settings | None = None) -> Iterator[Outcome]:
    """One outcome for each input that the paths stand for.

    Raises:
        ConfigurationError: a configuration, the baseline or the revision cannot be followed.
    """
    settings = settings or Settings()
    keep = filters(settings)
    todo = tasks(paths, settings)
    cache = Cache(settings.cache) if settings.cache else None
    with (
        closing(_work(todo, cache, settings.jobs)) as found,
        Progress(len(todo), settings.progress) as progress,
    ):
        for each in found:
            progress.hide()
            yield _kept(each, keep) if keep else each
            progress.advance()
    if cache:
        cache.prune()


def tasks(paths: Iterable[str | Path], settings: Settings) -> list[Task]:
    """What there is to do: every input with its configuration; equal configurations are one object."""
    known: list[Config] = []
    found = []
    for each in inputs(given(paths, settings), settings):
        config = settings.config_of(each.path or Path(each.name))
        same = next((one for one in known if one == config), config)
        if same is config:
            known.append(config)
        found.append(Task(each.name, each.path, same, each.error))
    return found


def filters(settings: Settings) -> Sequence[Callable[[Report], Report]]:
    """What takes findings away from a report: those of the baseline, those on lines that did not change.

    Raises:
        ConfigurationError: the baseline cannot be read, or git does not know the revision.
    """
    found: list[Callable[[Report], Report]] = []
    if settings.changed_since is not None:
        found.append(Changes(settings.changed_since).only)
    if settings.baseline is not None:
        found.append(Baseline.read(settings.baseline).without)
    return found


def _work(todo: list[Task], cache: Cache | None, jobs: int) -> Generator[Outcome]:
    jobs = jobs or max(1, min(os.cpu_count() or 1, len(todo) // _FILES_A_JOB))
    if min(jobs, len(todo)) > 1:
        from claimcheck.run.workers import in_parallel  # noqa: PLC0415 # multiprocessing takes 10 ms

        yield from in_parallel(todo, cache, min(jobs, len(todo)))
    else:
        for task in todo:
            yield outcome(task, cache)


def _kept(each: Outcome, keep: Sequence[Callable[[Report], Report]]) -> Outcome:
    report = each.report
    for filtered in keep:
        report = report and filtered(report)
    return evolve(each, report=report)
