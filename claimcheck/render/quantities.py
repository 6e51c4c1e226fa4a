"""A quantity with other figures, and everything else as its writer has it."""

from collections.abc import Sequence
from fractions import Fraction

import regex

from claimcheck.model import Figure, Quantity
from claimcheck.render.numbers import rounded, written
from claimcheck.render.style import Style, scaled_like, style_of
from claimcheck.render.units import agreeing, is_spelled

__all__ = ["exchanged", "rewritten"]

_MINUS = "-−–"
_SAID = regex.compile(r"(?:minus|negative) $", regex.IGNORECASE)
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
    if len(quantity.figures) == 1 and quantity.raw_unit and _is_part(quantity.figures[0], text):
        figure = quantity.figures[0]
        if (values[0], steps[0]) != (figure.value, figure.step) or unit:
            return _of_parts(quantity, text, values[0], steps[0], unit or quantity.raw_unit)
        return shown
    for figure, value, step in reversed(list(zip(quantity.figures, values, steps, strict=False))):
        at, end = figure.span.start - start, figure.span.end - start
        style = style_of(figure, text)
        if beside is not None and not style.power and abs(value) >= _MILLION:
            style = scaled_like(style, style_of(beside.figures[-1], text))
        new = written(abs(value), step, style)
        before = _signed(shown[:at], figure, text, negative=rounded(value, step) < 0)
        behind = shown[end:]
        if behind[:1].isalpha() and new[-1].isalpha():  # "3590m²", grown to millions
            new += " "
        shown = before + new + behind
    if quantity.raw_unit and not any(style_of(each, text).compound for each in quantity.figures):
        word = unit or quantity.raw_unit
        if not unit and not _attributive(shown, quantity.raw_unit) and len(quantity.figures) == 1:
            figure = quantity.figures[0]
            word = _agreeing(word, figure, style_of(figure, text), rounded(values[0], steps[0]))
        shown = _replace_last(shown, quantity.raw_unit, word)
    return shown


def _signed(before: str, figure: Figure, text: str, *, negative: bool) -> str:
    """What stands before a figure, with the sign that its new value has, in a word where it was one."""
    if figure.value < 0:
        said = _SAID.search(before)
        if said is not None:
            return before if negative else before[: said.start()]
        if before and before[-1] in _MINUS:
            return before[:-1] + (before[-1] if negative else "")
    if not negative:
        return before
    if before and before[-1] in _DASHES:
        before = f"{before[:-1].rstrip()} to "
    return before + ("−" if "−" in text else "-")


def _is_part(figure: Figure, text: str) -> bool:
    """Whether a figure is a fraction in words or signs, and no figure in two units."""
    style = style_of(figure, text)
    return bool(style.fraction) and not style.compound


def _of_parts(quantity: Quantity, text: str, value: Fraction, step: Fraction, unit: str) -> str:
    """Other words for "half a mile", "two-thirds of an acre", "a mile and a half", "1½-inch".

    A value that is no fraction with a name is a decimal: "0.6 miles".
    """
    shown, style = quantity.span.of(text), style_of(quantity.figures[0], text)
    value = rounded(value, step)
    minus = shown[: quantity.figures[0].span.start - quantity.span.start]
    new = written(abs(value), step, style)
    if new[0].isdigit() and style.fraction == "words":
        new = written(abs(value), step)
    if _attributive(shown, quantity.raw_unit):
        return f"{minus}{new}-{agreeing(unit, singular=True)}"
    fraction = abs(value) < 1 and not new[0].isdigit()
    gap = shown[: shown.rfind(quantity.raw_unit)]
    close = "" if style.fraction != "words" and gap and gap == gap.rstrip() else " "
    if fraction and style.fraction == "words":
        one = agreeing(unit, singular=True)
        article = "an" if one[0] in "aeio" or one.startswith("hour") else "a"
        return f"{minus}{new} {'' if new == 'half' else 'of '}{article} {one}"
    singular = abs(value) == 1 or (abs(value) < 1 and step.denominator in (2, 3, 4, 8, 16, 32))
    return f"{minus}{new}{close}{agreeing(unit, singular=singular)}"


def exchanged(stated: Quantity, restated: Quantity, text: str) -> tuple[str, str] | None:
    """Both quantities with each other's unit words, in the number that their figures need.

    A hyphen stays with its figure ("a 30-mile (48 km) march"), a blank goes with its word. None where a unit
    stands in the heading of a column, or more than once, or between two figures.
    """
    first, second = _parted(stated, text), _parted(restated, text)
    if first is None or second is None:
        return None
    (one, gap, unit), (two, other_gap, other_unit) = first, second
    if "-" in gap + other_gap:
        gap, other_gap = other_gap, gap
    return _with_unit(one, other_gap, other_unit, stated), _with_unit(two, gap, unit, restated)


def _parted(quantity: Quantity, text: str) -> tuple[str, str, str] | None:
    """The figures of a quantity, what stands before its unit (nothing, a blank, a hyphen), and the unit."""
    shown, unit = quantity.span.of(text), quantity.raw_unit
    if not unit or shown.count(unit) != 1 or not shown.endswith(unit):
        return None
    figures = shown[: -len(unit)]
    bare = figures.rstrip(" \u00a0\u2009\u202f-")
    several = len(quantity.figures) > 1 and any(each.spelled for each in quantity.figures)
    if not bare or several or quantity.figures[-1].span.end - quantity.span.start != len(bare):
        return None
    return bare, figures[len(bare) :], unit


def _with_unit(figures: str, gap: str, unit: str, quantity: Quantity) -> str:
    """Figures and a unit in the number that they need, behind a hyphen in the singular: "two miles", "2 km".

    Nobody puts a symbol behind a word.
    """
    last = quantity.figures[-1]
    if last.spelled and not is_spelled(unit):
        figures, gap = written(last.value, last.step), gap or " "
    return figures + gap + agreeing(unit, singular="-" in gap or abs(last.value) == 1)


def _agreeing(unit: str, figure: Figure, style: Style, value: Fraction) -> str:
    """The unit in the number that a new value of a figure needs.

    "1 mile", "half a mile", "2 miles"; below one, decimals have it either way, and keep what is there.
    """
    size = abs(value)
    if abs(figure.value) > 1 and unit == agreeing(unit, singular=True) != agreeing(unit, singular=False):
        return unit  # "2 stone", "six foot": a writer who does not inflect
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
