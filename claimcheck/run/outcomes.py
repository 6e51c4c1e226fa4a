"""Inputs to outcomes, one at a time and in a stable order."""

import os
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from claimcheck.baseline import Baseline
from claimcheck.model import Config
from claimcheck.run.cache import Cache
from claimcheck.run.changes import Changes
from claimcheck.run.discovery import given, inputs
from claimcheck.run.outcome import Outcome, Written
from claimcheck.run.progress import Progress
from claimcheck.run.settings import Settings
from claimcheck.run.task import Task
from claimcheck.run.work import Filter, Render, Reports, Work, Writings, done

__all__ = ["filters", "outcomes", "tasks", "written"]

Result = TypeVar("Result")
Answer = TypeVar("Answer")

_FILES_A_JOB = 100  # half a second's work; a process takes that long to start and read the lexicon


def outcomes(paths: Iterable[str | Path], settings: Settings | None = None) -> Iterator[Outcome]:
    """One outcome for each input that the paths stand for.

    Raises:
        ConfigurationError: a configuration, the baseline or the revision cannot be followed.
    """
    settings = settings or Settings()
    yield from _run(paths, settings, Reports(_cache(settings), filters(settings)))


def written(paths: Iterable[str | Path], settings: Settings, render: Render) -> Iterator[Written]:
    """The same, written by `render`: from the cache, if the same was written of the same text before.

    Raises:
        ConfigurationError: as for `outcomes`.
    """
    yield from _run(paths, settings, Writings(_cache(settings), filters(settings), render))


def _cache(settings: Settings) -> Cache | None:
    return Cache(settings.cache) if settings.cache else None


def _run(paths: Iterable[str | Path], settings: Settings, work: Work[Result, Answer]) -> Generator[Result]:
    todo = tasks(paths, settings)
    with (
        closing(_results(todo, work, settings.jobs)) as found,
        Progress(len(todo), settings.progress) as progress,
    ):
        for each in found:
            progress.hide()
            yield each
            progress.advance()
    if work.cache:
        work.cache.prune()


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


def filters(settings: Settings) -> Sequence[Filter]:
    """What takes findings away from a report: those of the baseline, those on lines that did not change.

    Raises:
        ConfigurationError: the baseline cannot be read, or git does not know the revision.
    """
    found: list[Filter] = []
    if settings.changed_since is not None:
        found.append(Changes(settings.changed_since))
    if settings.baseline is not None:
        found.append(Baseline.read(settings.baseline))
    return found


def _results(todo: list[Task], work: Work[Result, Answer], jobs: int) -> Generator[Result]:
    jobs = jobs or max(1, min(os.cpu_count() or 1, len(todo) // _FILES_A_JOB))
    if min(jobs, len(todo)) > 1:
        from claimcheck.run.workers import in_parallel  # noqa: PLC0415 # multiprocessing takes 10 ms

        yield from in_parallel(todo, work, min(jobs, len(todo)))
    else:
        for task in todo:
            yield done(work, task)
