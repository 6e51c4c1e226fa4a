"""A quantity with other figures, and everything else as its writer has it."""

from collections.abc import Sequence
from fractions import Fraction

from claimcheck.model import Figure, Quantity
from claimcheck.render.numbers import rounded, written
from claimcheck.render.style import Style, scaled_like, style_of
from claimcheck.render.units import agreeing

__all__ = ["rewritten"]

_MINUS = "-−–"
_DASHES = "-–—"
_MILLION = 10**6


def rewritten(  # noqa: PLR0913 # the quantity, its new figures, and two things that may change besides
    quantity: Quantity,
    text: str,
    values: Sequence[Fraction],
    steps: Sequence[Fraction],
    *,
    unit: str = "",
    beside: Quantity | None = None,
) -> str:
    """The words of a quantity with other figures, one value and step for each; order and range sign stay.

    `unit` replaces the unit's words; otherwise they stay, in the number that the last figure needs. A figure
    that grows to millions takes the scale of the quantity `beside` where it has none itself.
    """
    shown = quantity.span.of(text)
    start = quantity.span.start
    for figure, value, step in reversed(list(zip(quantity.figures, values, steps, strict=False))):
        at, end = figure.span.start - start, figure.span.end - start
        style = style_of(figure, text)
        if beside is not None and not style.power and abs(value) >= _MILLION:
            style = scaled_like(style, style_of(beside.figures[-1], text))
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
        word = unit or quantity.raw_unit
        if not unit and not _attributive(shown, quantity.raw_unit) and len(quantity.figures) == 1:
            figure = quantity.figures[0]
            word = _agreeing(word, figure, style_of(figure, text), rounded(values[0], steps[0]))
        shown = _replace_last(shown, quantity.raw_unit, word)
    return shown


def _agreeing(unit: str, figure: Figure, style: Style, value: Fraction) -> str:
    """The unit in the number that a new value of a figure needs.

    "1 mile", "half a mile", "2 miles"; below one, decimals have it either way, and keep what is there.
    """
    size = abs(value)
    if 0 < size < 1 and not style.fraction:
        return unit if 0 < abs(figure.value) < 1 else agreeing(unit, singular=False)
    return agreeing(unit, singular=0 < size <= 1)


def _attributive(shown: str, unit: str) -> bool:
    """Whether the unit stands before a noun, hyphenated and in the singular: a 40-mile road."""
    at = shown.rfind(unit)
    return at > 0 and shown[at - 1] == "-"


def _replace_last(shown: str, old: str, new: str) -> str:
    head, found, tail = shown.rpartition(old)
    return head + new + tail if found else shown
