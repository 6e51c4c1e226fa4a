"""How a rule is declared, and the one place that knows them all.

From the one object come the docs page, `claimcheck explain`, the SARIF rule descriptor, the editor metadata
and the two tests that nobody edits: every bad example is flagged exactly there, no good one is.
"""

import inspect
import re
from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from inspect import signature
from pkgutil import iter_modules
from typing import Protocol, get_type_hints

from attrs import field, frozen

from claimcheck.errors import RuleError
from claimcheck.model import (
    Assessment,
    Attribution,
    Claim,
    Config,
    Conversion,
    Fix,
    Multiple,
    Plain,
    Quantity,
    Related,
    Severity,
    Span,
    Speaker,
    Suppression,
)
from claimcheck.text import Document

__all__ = ["Claimed", "Finding", "Rule", "Story", "find", "rule", "rules"]

Claimed = Claim | Quantity | Conversion | Multiple | Attribution | Span
"""Anything that somebody may answer for."""


class Story(Protocol):
    """What a rule may ask of the whole document besides its own subject."""

    @property
    def document(self) -> Document:
        """The draft itself."""

    @property
    def config(self) -> Config:
        """The settings of this check."""

    @property
    def quantities(self) -> Sequence[Quantity]:
        """Every quantity in reading order."""

    @property
    def conversions(self) -> Sequence[Conversion]:
        """Every conversion in reading order."""

    @property
    def multiples(self) -> Sequence[Multiple]:
        """Every multiple in reading order."""

    @property
    def attributions(self) -> Sequence[Attribution]:
        """Every attribution in reading order."""

    @property
    def quotations(self) -> Sequence[Span]:
        """What stands between quotation marks, the marks included."""

    @property
    def speakers(self) -> Sequence[Speaker]:
        """Everybody whom the document quotes."""

    @property
    def claims(self) -> Sequence[Claim]:
        """All claims in reading order."""

    def source_of(self, claim: Claimed) -> Attribution | None:
        """Who answers for a claim; None is the article's own voice."""

    def assessments_of(self, conversion: Conversion) -> Sequence[Assessment]:
        """The arithmetic of a conversion, one for each restatement."""


@frozen
class Finding:
    """What a rule function yields; the engine adds code, name and severity."""

    message: str
    span: Span
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()
    data: dict[str, Plain] = field(factory=dict)


@frozen
class Rule:
    """A rule and everything that anybody wants to know about it.

    `subject` is what `function` takes, one at a time: a Quantity, Conversion, Multiple, Attribution, or
    the Document for rules about the whole. A rule about a Suppression runs after all others. Examples mark
    the offending words in [brackets]; an example with line breaks may be a whole story. `config` is what the
    examples are checked with, for a rule that is silent until a house says what it wants.
    """

    code: str
    name: str
    severity: Severity
    bad: tuple[str, ...]
    good: tuple[str, ...]
    function: Callable[..., Iterator[Finding]] = field(repr=False)
    subject: type = field(repr=False)
    config: Config = field(factory=Config, repr=False)

    @property
    def documentation(self) -> str:
        """The docstring of the function: summary, why an editor cares, what passes, how to mend it."""
        return inspect.getdoc(self.function) or ""

    @property
    def summary(self) -> str:
        """The first line of the documentation, without its full stop."""
        return self.documentation.partition("\n")[0].rstrip(".")


_RULES: dict[str, Rule] = {}
_CODE = re.compile(r"[UNMA]\d{3}")
_NAME = re.compile(r"[a-z]+(-[a-z]+)*")


def rule(  # noqa: PLR0913 # a declaration: what is optional goes by keyword
    code: str,
    name: str,
    severity: Severity,
    *,
    bad: Sequence[str],
    good: Sequence[str],
    config: Config | None = None,
) -> Callable[[Callable[..., Iterator[Finding]]], Callable[..., Iterator[Finding]]]:
    """Declare the function below as a rule; it takes a subject (what it looks at) and the story.

    Raises:
        RuleError: the code or name is taken or malformed, an example or the docstring is missing, the first
            parameter's type is no subject, or the function cannot be called with a subject and a story.
    """

    def declare(function: Callable[..., Iterator[Finding]]) -> Callable[..., Iterator[Finding]]:
        if not _CODE.fullmatch(code):
            raise RuleError(f"{code}: a rule's code is U, N, M or A and three digits")
        if not _NAME.fullmatch(name):
            raise RuleError(f"{code}: {name!r} is no kebab-case name")
        for other in _RULES.values():
            if code == other.code or name == other.name:
                raise RuleError(f"{code} {name}: already declared as {other.code} {other.name}")
        if not bad or not good or not all("[" in example for example in bad):
            raise RuleError(f"{code} {name}: needs a bad example with [brackets] and a good one")
        if not inspect.getdoc(function):
            raise RuleError(f"{code} {name}: needs a docstring that explains it")
        subject = _subject(function)
        if subject not in (Quantity, Conversion, Multiple, Attribution, Suppression, Document):
            raise RuleError(f"{code} {name}: {subject!r} is nothing that a rule looks at")
        if not _takes_two(function):
            raise RuleError(
                f"{code} {name}: its function is called with a subject and a story, and takes "
                f"{signature(function)}; write (subject: {subject.__name__}, story: Story)"
            )
        examples = (tuple(bad), tuple(good))
        _RULES[code] = Rule(code, name, severity, *examples, function, subject, config or Config())
        return function

    return declare


def _subject(function: Callable[..., object]) -> object:
    """The type of the first parameter, which is not the first type that is written."""
    first = next(iter(signature(function).parameters), None)
    return get_type_hints(function).get(first) if first else None


def _takes_two(function: Callable[..., object]) -> bool:
    """Whether the engine can call it: with two arguments by position, and no more."""
    try:
        signature(function).bind(None, None)
    except TypeError:
        return False
    return True


@cache
def rules() -> tuple[Rule, ...]:
    """All rules by code; one file each in this package, found by being there."""
    package = __name__.rpartition(".")[0]
    for module in iter_modules(import_module(package).__path__):
        if module.name != "registry" and not module.name.startswith("_"):
            import_module(f"{package}.{module.name}")
    return tuple(_RULES[code] for code in sorted(_RULES))


def find(code_or_name: str) -> Rule:
    """The rule with a code ("U101", in any case) or a name ("conversion-mismatch").

    Raises:
        RuleError: there is none; the message names the nearest.
    """
    for each in rules():
        if code_or_name.upper() == each.code or code_or_name.lower() == each.name:
            return each
    known = [word for each in rules() for word in (each.code, each.name)]
    near = get_close_matches(code_or_name, known, n=1, cutoff=0.5)
    hint = f"; did you mean {near[0]}?" if near else "; `claimcheck rules` lists them"
    raise RuleError(f"no rule {code_or_name!r}{hint}")
