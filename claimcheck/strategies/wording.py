"""Figures, quantities, conversions and multiples to prose in a style, with their spans set anew."""

from fractions import Fraction
from typing import Any, overload

from attrs import evolve

from claimcheck import render
from claimcheck.errors import UnitError
from claimcheck.model import Conversion, Figure, Modifier, Multiple, Quantity, Relation, Span
from claimcheck.strategies.style import HEDGES, PLAIN, Style
from claimcheck.strategies.told import Told, moved
from claimcheck.strategies.words import other_readings, words_for

__all__ = ["as_text", "write_conversion", "write_figure", "write_multiple", "write_quantity"]

_SPELLED = range(11)
_SCALES = {12: " trillion", 9: " billion", 6: " million"}
_LINKS = {
    Relation.SLASH: "/{}",
    Relation.ALTERNATIVE: " or {}",
    Relation.APPOSITION: ", {},",
    Relation.EQUATION: " = {}",
}


@overload
def as_text(thing: Figure, style: Style = PLAIN) -> Told[Figure]: ...
@overload
def as_text(thing: Quantity, style: Style = PLAIN) -> Told[Quantity]: ...
@overload
def as_text(thing: Conversion, style: Style = PLAIN) -> Told[Conversion]: ...
@overload
def as_text(thing: Multiple, style: Style = PLAIN) -> Told[Multiple]: ...
def as_text(thing: Figure | Quantity | Conversion | Multiple, style: Style = PLAIN) -> Told[Any]:
    """Write a figure, quantity, conversion or multiple; the truth that comes back has its spans anew.

    Raises:
        UnitError: the unit has neither a name nor a symbol that means it alone.
    """
    if isinstance(thing, Figure):
        return write_figure(thing, style)
    if isinstance(thing, Quantity):
        return write_quantity(thing, style)
    if isinstance(thing, Conversion):
        return write_conversion(thing, style)
    return write_multiple(thing, style)


def write_figure(figure: Figure, style: Style = PLAIN) -> Told[Figure]:
    """A figure in digits, in words, as a fraction or scaled, whichever of these the style has for it."""
    value = abs(figure.value)
    sign = style.minus if figure.value < 0 else ""
    power = next((each for each in _SCALES if _scales(value, each)), 0) if style.scaled else 0
    spelled = style.spelled and not sign and value in _SPELLED and figure.step == 1
    if power:
        place, manner = _last_place(value, power), render.Style(power=power, scale=_SCALES[power])
        step = Fraction(10) ** place
    else:
        place, step = min(figure.place, 0), min(figure.step, Fraction(1))
        manner = render.Style(
            grouping=style.grouping, spelled=spelled, fraction="glyph" if step.numerator == 1 else ""
        )
    manner = evolve(manner, fraction="") if step == Fraction(10) ** place else manner
    text = sign + render.written(value, step, manner)
    zeros = 0 if spelled or place else _zeros(text)
    return Told(text, Figure(Span(0, len(text)), figure.value, place, zeros, spelled, step))


def _scales(value: Fraction, power: int) -> bool:
    """Whether a value is round enough, and large enough, for "2.5 million"."""
    return 10**power <= value < 10 ** (power + 3) and _last_place(value, power) >= power - 2


def _last_place(value: Fraction, power: int) -> int:
    return next((place for place in range(power, -1, -1) if value % 10**place == 0), 0)


def _zeros(text: str) -> int:
    """Trailing zeros of a whole number; nought itself has none."""
    digits = "".join(letter for letter in text if letter.isdigit())
    return len(digits) - len(digits.rstrip("0")) if digits.strip("0") else 0


def write_quantity(quantity: Quantity, style: Style = PLAIN) -> Told[Quantity]:
    """A single quantity or a range with its unit."""
    ends = [write_figure(each, style) for each in quantity.figures]
    frame = style.ranges if len(ends) > 1 and not _clashes(style, ends) else "{} to {}"
    frame = frame if len(ends) > 1 else "{}"
    hedged = style.hedge and frame.startswith("{}") and style.unit != "adjective"
    hedge = f"{style.hedge} " if hedged else ""
    text, figures = hedge, []
    for piece, end in zip(frame.split("{}"), ends, strict=False):
        text += piece
        figures.append(moved(end.truth, len(text)))
        text += end.text
    start = len(hedge) + frame.index("{}")
    modifiers = (Modifier(Span(0, len(hedge) - 1), HEDGES[style.hedge]),) if hedge else ()
    word, gap = _unit(quantity, style, figures)
    raw = Span(start, len(text) + len(gap) + len(word))
    others = other_readings(quantity.unit, word) if quantity.unit else ()
    written = evolve(
        quantity,
        span=raw,
        figures=tuple(figures),
        raw_unit=word,
        modifiers=modifiers,
        readings=others,
        tolerance=None,
    )
    return Told(f"{text}{gap}{word}", written)


def _clashes(style: Style, ends: list[Told[Figure]]) -> bool:
    """Whether a hyphen between the ends would meet a minus, or a scale word."""
    return "-" in style.ranges and any(not each.text[0].isdigit() or " " in each.text for each in ends)


def _unit(quantity: Quantity, style: Style, written_figures: list[Figure]) -> tuple[str, str]:
    """The words for the unit, and what stands before them."""
    unit = quantity.unit
    if unit is None:
        return "", ""
    names, symbols = words_for(unit)
    if not names and not symbols:
        raise UnitError(f"{unit.name} has no name or symbol of its own to write it with")
    in_words = any(written.spelled for written in written_figures) or style.unit != "symbol"
    if names and (in_words or not symbols):
        singular, plural = names[style.spelling % len(names)]
        single = len(quantity.figures) == 1 and abs(quantity.figures[0].value) == 1
        adjective = style.unit == "adjective" and " " not in singular and len(quantity.figures) == 1
        if adjective and quantity.figures[0].value > 0:
            return singular, "-"
        return (singular if single else plural), " "
    symbol = symbols[style.spelling % len(symbols)]
    worded = any(each.place > 0 or each.spelled for each in written_figures)
    return symbol, " " if worded else style.gap


def write_conversion(conversion: Conversion, style: Style = PLAIN) -> Told[Conversion]:
    """The stated quantity, and each restatement behind it."""
    first = write_quantity(conversion.stated, style)
    text, restated = first.text, []
    plain = evolve(style, hedge="", unit="symbol" if style.unit == "adjective" else style.unit, spelled=False)
    opening, closing = style.brackets
    for index, each in enumerate(conversion.restated):
        told = write_quantity(each, plain)
        if conversion.relation is Relation.BRACKET:
            text += f" {opening}" if not index else "; "
            restated.append(moved(told.truth, len(text)))
            text += told.text
        else:
            before, _, after = _LINKS[conversion.relation].partition("{}")
            text += before
            restated.append(moved(told.truth, len(text)))
            text += told.text + after
    text += closing if conversion.relation is Relation.BRACKET else ""
    end = len(text) if conversion.relation is Relation.BRACKET else restated[-1].span.end
    span = Span(first.truth.span.start, end)
    return Told(text, Conversion(span, first.truth, tuple(restated), conversion.relation))


def write_multiple(multiple: Multiple, style: Style = PLAIN) -> Told[Multiple]:
    """A factor and what it multiplies: "10 times the speed of sound"."""
    figure = write_figure(multiple.factor, style)
    text = f"{figure.text} times the {multiple.reference.name}"
    return Told(text, evolve(multiple, span=Span(0, len(text)), factor=figure.truth, modifiers=()))
