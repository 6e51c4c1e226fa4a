"""Looking for the smallest case that breaks a law, within a budget and repeatably."""

from collections.abc import Callable, Sequence
from typing import Any

from attrs import evolve, frozen
from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings
from hypothesis.errors import Flaky, Unsatisfiable

from claimcheck.converters.laws.base import Broken, Law
from claimcheck.model import Cause

__all__ = ["Found", "search"]


_SHRINKS = 150


@frozen
class Found:
    """What a search came to: the smallest case that breaks the law, if any, and how many were tried."""

    broken: Broken | None
    examples: int


class _Falsified(Exception):  # noqa: N818 # control flow between Hypothesis and here
    pass


class _Trial:
    """One law on one subject: counts examples and keeps the last case that broke it.

    Shrinking stops after `_SHRINKS` new cases: whatever is new then passes, and Hypothesis settles on the
    smallest case known.
    """

    def __init__(self, law: Law, subject: Any) -> None:  # noqa: ANN401 # a contract of any sort
        self.law = law
        self.subject = subject
        self.examples = 0
        self.broken: Broken | None = None
        self.shrinks = 0
        self.known: dict[str, Broken] = {}

    def __call__(self, case: object) -> None:
        if self.broken is None:
            self.examples += 1
        else:
            self.shrinks += 1
        tired = self.shrinks > _SHRINKS
        broken = self.known.get(repr(case)) if tired else self.law.check(self.subject, case)
        if broken is not None:
            self.broken = self.known[repr(case)] = broken
            raise _Falsified


def search(law: Law, subject: Any, *, examples: int, seed_value: int) -> Found:  # noqa: ANN401 # as above
    """Try a law on up to `examples` cases; a broken one is shrunk to its smallest form.

    A converter with a memory may answer differently when Hypothesis asks again; such a case is reported as it
    was first seen.
    """
    trial = _Trial(law, subject)
    cases = law.cases(subject)
    try:
        if isinstance(cases, Sequence):
            for case in cases[:examples]:
                trial(case)
        else:
            _hypothesis(trial, cases, examples, seed_value)
    except _Falsified:
        return Found(_simplest(law, subject) or trial.broken, trial.examples)
    except Flaky:
        return Found(_remembered(trial.broken), trial.examples)
    return Found(None, trial.examples)


def _simplest(law: Law, subject: Any) -> Broken | None:  # noqa: ANN401 # as above
    """The first of the cases that people would write, if any of them breaks the law too."""
    checked = (law.check(subject, case) for case in law.simplest(subject))
    return next((broken for broken in checked if broken is not None), None)


def _hypothesis(trial: _Trial, cases: Any, examples: int, seed_value: int) -> None:  # noqa: ANN401 # a strategy
    @given(cases)
    def test(case: object) -> None:
        trial(case)

    configure = settings(
        max_examples=examples,
        database=None,
        deadline=None,
        derandomize=False,
        print_blob=False,
        report_multiple_bugs=False,
        verbosity=Verbosity.quiet,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    run: Callable[[], None] = seed(seed_value)(configure(test))
    try:
        run()
    except Unsatisfiable:
        return


def _remembered(broken: Broken | None) -> Broken | None:
    if broken is None:
        return None
    return evolve(
        broken,
        cause=Cause.KEPT_STATE,
        explanation="asked the same again, it answered otherwise: it remembers something between calls",
    )
