"""Converters on text: "50 km" becomes "50 km (31 mi)", and nothing else becomes anything."""

from collections.abc import Callable
from fractions import Fraction

from attrs import field, frozen

from claimcheck.check import Report, check
from claimcheck.converters.calling import called
from claimcheck.converters.declared import Rounding
from claimcheck.model import Conversion, Unit

__all__ = ["TextContract", "added", "stripped"]


@frozen(eq=False)
class TextContract:
    """A function from text to text that restates quantities in `source` by adding them in `target`.

    `difference` says whether its texts hold rises of temperature, readings, or (None) both. `aliases` are
    words for the source unit, beside the one in `names`, that it must know.
    """

    function: Callable[[str], object]
    source: Unit
    target: Unit
    names: tuple[str, str] = ("", "")
    rounding: Rounding = field(factory=Rounding)
    difference: bool | None = None
    aliases: frozenset[str] = frozenset()
    min_value: Fraction | None = None
    max_value: Fraction | None = None

    @property
    def name(self) -> str:
        """The converter by its qualified name, for reports."""
        return getattr(self.function, "__qualname__", None) or repr(self.function)

    def ask(self, text: str) -> "TextAnswer":
        """Convert a text; an exception is an answer too."""
        try:
            result = called(self.function, (text,))
        except Exception as error:  # noqa: BLE001 # whatever a converter raises is an answer here
            return TextAnswer("", f"{type(error).__name__}: {error}")
        if not isinstance(result, str):
            return TextAnswer("", f"{result!r}, which is no text")
        return TextAnswer(result)


@frozen
class TextAnswer:
    """The text that came back, or what is wrong instead."""

    text: str
    problem: str | None = None


def added(before: str, report: Report) -> tuple[Conversion, ...]:
    """The conversions of a converted text that the text did not have before."""
    old = [conversion.span.of(before) for conversion in check(before).conversions]
    found = []
    for conversion in report.conversions:
        words = conversion.span.of(report.document.text)
        if words in old:
            old.remove(words)
        else:
            found.append(conversion)
    return tuple(found)


def stripped(report: Report, conversions: tuple[Conversion, ...]) -> str:
    """The text of a report without the restatements of the given conversions."""
    text = report.document.text
    for conversion in sorted(conversions, key=lambda each: each.span, reverse=True):
        text = text[: conversion.stated.span.end] + text[conversion.span.end :]
    return text
