"""Unit words in the manner of other unit words."""

from functools import cache

import regex

from claimcheck.lexicon import english
from claimcheck.lexicon.forms import plural

__all__ = ["agreeing", "is_spelled", "unit_like"]

_SPELLED = 4  # letters of the shortest unit names: mile, foot, inch, acre
# The same spelling on the other scale of temperature: "degrees C" and "degrees F".
_SCALES = {
    "degree_Fahrenheit": (("Celsius", "Fahrenheit"), ("celsius", "fahrenheit"), ("C", "F"), ("c", "f")),
    "degree_Celsius": (("Fahrenheit", "Celsius"), ("fahrenheit", "celsius"), ("F", "C"), ("f", "c")),
}
_SPELLINGS = (("metre", "meter"), ("litre", "liter"))
_AMERICAN = regex.compile(r"meters?\b|liters?\b", regex.IGNORECASE)
_A_RATE = regex.compile(r" an? | \d+\p{L}")  # "per" and a blank are the better style
_RAISED = regex.compile(r"[²³]")
_POWER = regex.compile(r"(?<=\p{L})[23](?!\w)")  # of "m2", not of "mmH2O"
_POWERS = ("square", "cubic", "sq", "sq.", "cu", "cu.")


def is_spelled(unit: str) -> bool:
    """Whether a unit is written as a word and not as a symbol: "miles", "square kilometres", not "mph"."""
    words = unit.replace("-", " ").split()
    return any(len(word) >= _SPELLED and word.isalpha() for word in words) and "/" not in unit


def agreeing(unit: str, *, singular: bool) -> str:
    """A unit's name in the number that a figure needs: "miles" after 2, "mile" after 1.

    Only what the lexicon has as a name has a plural: symbols and what it does not know stay as they are.
    """
    plain = unit.lower().replace("-", " ")
    power, _, rest = plain.partition(" ")
    if rest and power in _POWERS:
        return unit[: len(power) + 1] + agreeing(unit[len(power) + 1 :], singular=singular)
    one, many = _names().get(plain, (plain, plain))
    there, wanted = (many, one) if singular else (one, many)
    if plain != there or there == wanted:
        return unit
    # Only what is different is exchanged, so that capitals and hyphens stay.
    start = _alike(there, wanted)
    end = _alike(there[start:][::-1], wanted[start:][::-1])
    new = wanted[start : len(wanted) - end]
    return unit[:start] + (new.upper() if unit.isupper() else new) + unit[len(unit) - end :]


def _alike(one: str, two: str) -> int:
    """How many letters two words begin with alike."""
    pairs = enumerate(zip(one, two, strict=False))
    return next((at for at, (mine, other) in pairs if mine != other), min(len(one), len(two)))


@cache
def _names() -> dict[str, tuple[str, str]]:
    """The singular and the plural of each name of a unit in the lexicon, by either."""
    forms = english().spellings
    found: dict[str, tuple[str, str]] = {}
    for one, readings in forms.items():
        for many in (plural(one), one.replace("foot", "feet")):
            there = forms.get(many, ())
            if many != one and there and not there[0].symbol and there[0].unit == readings[0].unit:
                found[one] = found[many] = (one, many)
                break
    return found


def unit_like(name: str, like: str) -> str:
    """The word or symbol of a unit, spelled out where `like` is; its name where the lexicon has neither.

    A rate that is in no row is put together of its two sides: "cubic metres per day", "m³/d".
    """
    for mark, others in _SCALES.items():
        if name == mark:
            for other, own in others:
                if other in like:
                    return like.replace(other, own)
    row = english().units.get(name)
    if row is None:
        above, rate, below = name.rpartition(" / ")
        if not rate:
            return name
        per = " per " if is_spelled(like) else "/"
        return f"{unit_like(above, like)}{per}{agreeing(unit_like(below, like), singular=True)}"
    everyday = _everyday_symbols().get(name)
    symbol = row.symbols[0] if row.symbols else everyday
    if is_spelled(like) or symbol is None:
        word = _shortest_names().get(name) or (row.names[0] if row.names else name)
        word = agreeing(word, singular=agreeing(like, singular=True) == like)
        for british, american in _SPELLINGS if _AMERICAN.search(like) else ():
            word = word.replace(british, american)
        return word
    found = min(symbol, everyday or symbol, key=len)
    if _RAISED.search(like):
        found = _POWER.sub(lambda power: "²³"[int(power[0]) - 2], found)
    return found.replace("L", "l") if like.endswith("l") and found.endswith("L") else found


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
        if readings[0].symbol or not is_spelled(form) or _A_RATE.search(form):
            continue
        if name not in found or len(form) < len(found[name]):
            found[name] = form
    return found
