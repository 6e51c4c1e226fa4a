"""What a law is: a sentence about converters, the cases to try it on, and a check of one case."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from inspect import getdoc
from typing import Any

from attrs import field, frozen

from claimcheck.converters.contract import Answer, Input
from claimcheck.converters.numbers import shown
from claimcheck.model import Cause

__all__ = ["Broken", "Law", "law"]

Check = Callable[[Any, Any], "Broken | None"]
"""Judges one case: takes a contract of figures or of text, and the case."""


@frozen
class Broken:
    """How one case breaks a law: what was put in, what should have come out, and what did.

    `points` are pairs of an exact input and an exact output that the search for a cause may start from.
    """

    given: str
    expected: str
    got: str
    points: tuple[tuple[Fraction, Fraction], ...] = ()
    cause: Cause | None = None
    explanation: str = ""

    @classmethod
    def at(cls, case: Input, expected: str, answer: Answer) -> "Broken":
        """A single value in, a single figure out."""
        points = ((case.value, answer.value),) if answer.value is not None else ()
        return cls(shown(case.raw), expected, str(answer), points)


@frozen
class Law:
    """A law. `cases` are tried in order when they are a list, and searched by Hypothesis when a strategy.

    `weight` is the law's share of the budget of examples. `applies` gives None, or why the law says nothing
    about a contract. `simplest` are cases that people would write first, looked through once any breaks it.
    """

    name: str
    title: str
    weight: int
    cases: Callable[[Any], Any] = field(repr=False)
    check: Check = field(repr=False)
    applies: Callable[[Any], str | None] = field(repr=False)
    simplest: Callable[[Any], Sequence[Any]] = field(repr=False)

    def __str__(self) -> str:
        return self.name

    @property
    def reason(self) -> str:
        """Why anybody would want the law, from the docstring of its check."""
        return getdoc(self.check) or ""


def _always(_: object) -> None:
    return None


def law(
    title: str,
    *,
    cases: Callable[[Any], Any],
    weight: int = 1,
    applies: Callable[[Any], str | None] = _always,
    simplest: Callable[[Any], Sequence[Any]] = lambda _: (),
) -> Callable[[Check], Law]:
    """Make a law of the check below; its name is the function's, with hyphens."""

    def declare(check: Check) -> Law:
        return Law(check.__name__.replace("_", "-"), title, weight, cases, check, applies, simplest)

    return declare
