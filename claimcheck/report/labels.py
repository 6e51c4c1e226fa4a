"""Unit names as a reader of a report wants them: symbols, and the counterpart in the other system."""

import tomllib
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

import regex

from claimcheck import units
from claimcheck.errors import UnitError
from claimcheck.lexicon import english
from claimcheck.model import Quantity, Unit
from claimcheck.render import agreeing
from claimcheck.report.figures import exactly, number

__all__ = ["as_written", "counted", "counterpart", "is_word", "label", "measure", "natural", "written_label"]

_POWERS = {"2": "²", "3": "³", "-1": "⁻¹", "-2": "⁻²"}
_METRIC = ("SI", "metric")
_TOLERANCE = ("±", "+/-", "+/−", "plus or minus")
_CLOSE_UP = ("%", "°", "′", "″", "'", '"')


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("labels.toml").read_text("utf-8"))


@cache
def _word() -> regex.Pattern[str]:
    """What may stand behind any figure: "miles", "sq km", "km/h", "°C", "%"; not "ft 11 in"."""
    return regex.compile(
        r"""
        \p{L}++ \.?+ [²³]?+ (?: [ /] \p{L}++ \.?+ [²³]?+ )*+  # miles, sq. km, km/h
        | ° \ ? [CF]
        | [%′″°]
        """,
        regex.VERBOSE,
    )


@cache
def _operators() -> regex.Pattern[str]:
    return regex.compile(r"(?<! \*) \s*+ (?<operator> [*/]) (?! \*) \s*+", regex.VERBOSE)


@cache
def label(unit: str) -> str:
    """A pint unit expression in symbols: "kilometer / hour" is "km/h", "meter ** 2" is "m²"."""
    symbols: Mapping[str, str] = _data()["symbols"]
    if unit in symbols:
        return symbols[unit]
    above, _, below = unit.partition(" / ")
    if above == "1" and below.isidentifier():
        return f"{_power(below, symbols, below=False)}⁻¹"
    parts = _operators().split(unit)
    return "".join(
        {"*": "⋅", "/": "/"}.get(part, "")
        if index % 2
        else _power(part, symbols, below=index > 0 and parts[index - 1] == "/")
        for index, part in enumerate(parts)
    )


def _power(part: str, symbols: Mapping[str, str], *, below: bool) -> str:
    """One factor; `below` a stroke it is one of its kind: "40 days", but "m³/day"."""
    name, _, power = (each.strip() for each in part.partition("**"))
    symbol = (below and _data()["below"].get(name)) or symbols.get(name) or _of_the_lexicon(name)
    return symbol + (_POWERS.get(power, f"^{power}") if power else "")


def _of_the_lexicon(name: str) -> str:
    """The first symbol of a unit, or its first name; for a currency, its code."""
    if len(name) == 3 and name.isupper():  # noqa: PLR2004 # ISO 4217
        return name
    row = english().units.get(name)
    return next(iter((*row.symbols, *row.names)), name) if row else name.replace("_", " ")


def is_word(raw_unit: str) -> bool:
    """Whether a unit as written may stand behind another figure."""
    return _word().fullmatch(raw_unit) is not None


def written_label(quantity: Quantity) -> str:
    """The unit in the writer's own words where those can stand behind another figure, else its symbol."""
    if quantity.raw_unit and is_word(quantity.raw_unit):
        return quantity.raw_unit
    return counted(label(quantity.unit.name)) if quantity.unit else quantity.raw_unit


def as_written(text: str, quantity: Quantity) -> str:
    """The quantity in the writer's own words where they hold its unit ("5 ft 11 in"), else put together."""
    words = " ".join(text[_start(text, quantity) : quantity.span.end].split())
    if quantity.raw_unit and quantity.raw_unit in words:
        return words
    link = " × " if quantity.shape == "dimensions" else " to "
    return measure(link.join(exactly(each.value) for each in quantity.figures), written_label(quantity))


def _start(text: str, quantity: Quantity) -> int:
    """Where the words of a quantity begin: of a tolerance that is judged for itself, at its sign."""
    first = quantity.figures[0].span.start
    ahead = text[quantity.span.start : first]
    at = max(ahead.rfind(sign) for sign in _TOLERANCE)
    return quantity.span.start + at if at >= 0 else quantity.span.start


def counted(unit: str, *, one: bool = False) -> str:
    """A label that is a word in the plural, or in the singular for `one`: "decades"; symbols have neither."""
    return agreeing(unit, singular=one)


def measure(figure: str, unit: str) -> str:
    """A figure and its unit with the space that belongs between them: "5%", "20 °C", "6 ft"."""
    if not unit:
        return figure
    return f"{figure}{'' if unit in _CLOSE_UP else ' '}{unit}"


def counterpart(values: tuple[Fraction, ...], unit: Unit) -> str | None:
    """The same in the other system ("31.07 mi"), None where no other system is in use for the kind."""
    ladders = _data()["counterparts"].get(unit.kind)
    if ladders is None:
        return None
    difference = unit.kind == "temperature difference"
    metric = unit.name in ladders["metric"] or (
        unit.system in _METRIC and unit.name not in ladders["customary"]
    )
    best = _best(values, unit, ladders["customary" if metric else "metric"], difference=difference)
    if best is None:
        return None
    shown = " to ".join(dict.fromkeys(number(value) for value in best[1]))
    return measure(shown, counted(label(best[0]), one=shown == "1"))


def natural(value: Fraction, unit: str, kind: str) -> str:
    """A figure in the unit of its own system that people use for it: 3,402.94 m/s is "about 12,250 km/h"."""
    for ladder in _data()["counterparts"].get(kind, {}).values():
        if unit in ladder:
            unit, (value,) = _best((value,), Unit(unit, kind), ladder, difference=False) or (unit, (value,))
    shown = number(value)
    name = counted(label(unit), one=shown == "1")
    return measure(shown if shown == exactly(value) else f"about {shown}", name)


def _best(
    values: tuple[Fraction, ...], unit: Unit, ladder: Sequence[str], *, difference: bool
) -> tuple[str, tuple[Fraction, ...]] | None:
    """The largest unit of a ladder in which the largest figure is at least 1, and the figures in it."""
    best: tuple[str, tuple[Fraction, ...]] | None = None
    for target in ladder:
        try:
            found = tuple(units.convert(value, unit.name, target, difference=difference) for value in values)
        except UnitError:
            continue
        if best is None or max(abs(value) for value in found) >= 1:
            best = target, found
    return best
