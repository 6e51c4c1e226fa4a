"""Unit words in the manner of other unit words."""

from functools import cache

from claimcheck.lexicon import english

__all__ = ["agreeing", "is_spelled", "unit_like"]

_SPELLED = 4  # letters of the shortest unit names: mile, foot, inch, acre
_IRREGULAR = {"foot": "feet", "inch": "inches"}
# The same spelling on the other scale of temperature: "degrees C" and "degrees F".
_SCALES = {
    "degree_Fahrenheit": (("Celsius", "Fahrenheit"), ("celsius", "fahrenheit"), ("C", "F"), ("c", "f")),
    "degree_Celsius": (("Fahrenheit", "Celsius"), ("fahrenheit", "celsius"), ("F", "C"), ("f", "c")),
}
_INVARIABLE = ("hertz", "horsepower", "celsius", "fahrenheit", "kelvin", "lux", "siemens")


def is_spelled(unit: str) -> bool:
    """Whether a unit is written as a word and not as a symbol: "miles", "square kilometres", not "mph"."""
    words = unit.replace("-", " ").split()
    return any(len(word) >= _SPELLED and word.isalpha() for word in words) and "/" not in unit


def agreeing(unit: str, *, singular: bool) -> str:
    """A spelled-out unit in the number that a figure needs: "miles" after 2, "mile" after 1."""
    if not is_spelled(unit) or "deg" in unit.lower() or unit.lower().endswith(_INVARIABLE):
        return unit
    head, per, tail = unit.partition(" per ")
    for one, many in _IRREGULAR.items():
        if head.lower().endswith(many if singular else one):
            return head[: -len(many if singular else one)] + (one if singular else many) + per + tail
    if singular:
        return head.removesuffix("s") + per + tail
    return (head if head.endswith(("s", "feet")) else f"{head}s") + per + tail


def unit_like(name: str, like: str) -> str:
    """The word or symbol of a unit, spelled out where `like` is; its name where the lexicon has neither."""
    for mark, others in _SCALES.items():
        if name == mark:
            for other, own in others:
                if other in like:
                    return like.replace(other, own)
    row = english().units.get(name)
    if row is None:
        return name
    if is_spelled(like) or not row.symbols:
        word = _shortest_names().get(name) or (row.names[0] if row.names else name)
        return agreeing(word, singular=agreeing(like, singular=True) == like)
    return min(row.symbols[0], _everyday_symbols().get(name, row.symbols[0]), key=len)


@cache
def _everyday_symbols() -> dict[str, str]:
    """The symbol of a unit that a text takes for it first of all: "lb", where the row's own is "lbm"."""
    found: dict[str, str] = {}
    for form, readings in english().spellings.items():
        if readings[0].symbol and len(readings) > 1 and not readings[0].needs:
            found.setdefault(readings[0].unit.name, form)
    return found


@cache
def _shortest_names() -> dict[str, str]:
    """The shortest name in words of each unit, which is the everyday one: mile, not statute mile."""
    found: dict[str, str] = {}
    for form, readings in english().spellings.items():
        name = readings[0].unit.name
        if readings[0].symbol or not is_spelled(form):
            continue
        if name not in found or len(form) < len(found[name]):
            found[name] = form
    return found
