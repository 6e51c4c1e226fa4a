"""The law of converters that several threads call at once."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from claimcheck.converters.contract import Answer, Contract, Input
from claimcheck.converters.inputs import everyday
from claimcheck.converters.laws.base import Broken, law
from claimcheck.converters.numbers import shown
from claimcheck.model import Cause

__all__ = ["LAWS"]

_THREADS = 4
_CALLS = 100


def _declared(contract: Contract) -> str | None:
    return None if contract.threads else "no threads are declared"


def _figures(contract: Contract) -> list[list[Input]]:
    kind = float if float in contract.types else contract.types[0]
    return [everyday(contract, kind)[:_THREADS]]


@law("threads get their own results", cases=_figures, applies=_declared)
def threads(contract: Contract, cases: list[Input]) -> Broken | None:
    """Called from several threads at once, it gives each the result of its own figure.

    A web server calls a filter from many threads. What is kept in a module's variable between two lines is
    somebody else's by the second of them. A law that looks for a race may miss a narrow one; what it finds is
    real.
    """
    alone = [contract.ask(case.raw) for case in cases]
    with _eager_switches(), ThreadPoolExecutor(len(cases)) as pool:
        crowded = list(pool.map(lambda case: [contract.ask(case.raw) for _ in range(_CALLS)], cases))
    for case, expected, answers in zip(cases, alone, crowded, strict=True):
        other = next((each for each in answers if not _alike(each, expected)), None)
        if other is not None:
            rest = ", ".join(shown(each.raw) for each in cases if each is not case)
            given = f"{shown(case.raw)}, while other threads ask for {rest}"
            why = "threads share a variable in which each keeps its own figure"
            return Broken(given, str(expected), str(other), cause=Cause.KEPT_STATE, explanation=why)
    return None


def _alike(one: Answer, two: Answer) -> bool:
    return one.value == two.value and type(one.error) is type(two.error)


@contextmanager
def _eager_switches() -> Iterator[None]:
    """Threads take turns as often as the interpreter can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


LAWS = (threads,)
