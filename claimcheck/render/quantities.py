"""A quantity with other figures, and everything else as its writer has it."""

from collections.abc import Sequence
from fractions import Fraction

from claimcheck.model import Quantity
from claimcheck.render.numbers import rounded, written
from claimcheck.render.style import style_of
from claimcheck.render.units import agreeing

__all__ = ["rewritten"]

_MINUS = "-−–"
_DASHES = "-–—"


def rewritten(
    quantity: Quantity, text: str, values: Sequence[Fraction], steps: Sequence[Fraction], unit: str = ""
) -> str:
    """The words of a quantity with other figures, one value and step for each; order and range sign stay.

    `unit` replaces the unit's words; otherwise they stay, in the number that the last figure needs.
    """
    shown = quantity.span.of(text)
    start = quantity.span.start
    for figure, value, step in reversed(list(zip(quantity.figures, values, steps, strict=False))):
        at, end = figure.span.start - start, figure.span.end - start
        style = style_of(figure, text)
        new = written(abs(value), step, style)
        negative = rounded(value, step) < 0
        before = shown[:at]
        if before and before[-1] in _MINUS and figure.value < 0:
            before = before[:-1] + (before[-1] if negative else "")
        elif negative:
            if before and before[-1] in _DASHES:
                before = f"{before[:-1].rstrip()} to "
            before += "−" if "−" in text else "-"
        shown = before + new + shown[end:]
    if quantity.raw_unit and not any(style_of(each, text).compound for each in quantity.figures):
        last = rounded(values[-1], steps[-1]) if values else quantity.figures[-1].value
        word = unit or quantity.raw_unit
        if not unit and not _attributive(shown, quantity.raw_unit) and len(quantity.figures) == 1:
            word = agreeing(word, singular=0 < abs(last) <= 1)
        shown = _replace_last(shown, quantity.raw_unit, word)
    return shown


def _attributive(shown: str, unit: str) -> bool:
    """Whether the unit stands before a noun, hyphenated and in the singular: a 40-mile road."""
    at = shown.rfind(unit)
    return at > 0 and shown[at - 1] == "-"


def _replace_last(shown: str, old: str, new: str) -> str:
    head, found, tail = shown.rpartition(old)
    return head + new + tail if found else shown
