"""Unit words in the manner of other unit words."""

from functools import cache, lru_cache

import regex

from claimcheck.lexicon import Row, english
from claimcheck.lexicon.forms import plural

__all__ = ["agreeing", "in_words", "is_spelled", "unit_like"]

_SPELLED = 4  # letters of the shortest unit names: mile, foot, inch, acre
# The same spelling on the other scale of temperature: "degrees C" and "degrees F".
_SCALES = {
    "degree_Fahrenheit": (("Celsius", "Fahrenheit"), ("celsius", "fahrenheit"), ("C", "F"), ("c", "f")),
    "degree_Celsius": (("Fahrenheit", "Celsius"), ("fahrenheit", "celsius"), ("F", "C"), ("f", "c")),
}
_SPELLINGS = (("metre", "meter"), ("litre", "liter"))
_AMERICAN = regex.compile(r"\b(?:kilo|centi|milli|deci|hecto)?(?:meter|liter)s?\b", regex.IGNORECASE)
_BRITISH = regex.compile(r"(?:metre|litre)s?\b", regex.IGNORECASE)
_FIGURE = frozenset({"digits"})  # what stands right behind a figure, as a symbol is written here
_RAISED = regex.compile(r"[²³]")
_POWER = regex.compile(r"(?<=\p{L})[23](?!\w)")  # of "m2", not of "mmH2O"
_POWERS = ("square", "cubic", "sq", "sq.", "cu", "cu.")


def is_spelled(unit: str) -> bool:
    """Whether a unit is written as a word and not as a symbol: "miles", "square km", not "mph" or "tbsp"."""
    words = unit.replace("-", " ").split()
    known = english().spellings
    return "/" not in unit and any(
        len(word) >= _SPELLED and word.isalpha() and not ((found := known.get(word)) and found[0].symbol)
        for word in words
    )


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
        head, blank, rest = one.partition(" ")  # "degrees Celsius"
        for many in (plural(one), one.replace("foot", "feet"), plural(head) + blank + rest):
            there = forms.get(many, ())
            if many != one and there and not there[0].symbol and there[0].unit == readings[0].unit:
                found[one] = found[many] = (one, many)
                break
    return found


def unit_like(name: str, like: str, text: str = "", *, full: bool = False) -> str:
    """The word or symbol of a unit, spelled out where `like` is; its name where the lexicon has neither.

    A rate that is in no row is put together of its two sides: "cubic metres per day", "m³/d". Whether it is
    "metre" or "meter" is as `like` has it, else as the text around it. `full` gives "short ton" where "ton"
    is short for it.
    """
    for mark, others in _SCALES.items():
        if name == mark:
            for other, own in others:
                if other in like:
                    return like.replace(other, own)
    row = english().units.get(name)
    if row is None:
        return _rate_like(name, like, text, full=full)
    symbol = _symbol(row, full=full)
    if is_spelled(like) or symbol is None:
        one = is_spelled(like) and agreeing(like, singular=True) == like
        word = agreeing(_name(row, full=full), singular=one)
        if not _is_british(like) and (_AMERICAN.search(like) or _is_american(text)):
            for british, american in _SPELLINGS:
                word = word.replace(british, american)
        return word
    return _in_the_manner(symbol, like)


def _in_the_manner(symbol: str, like: str) -> str:
    """A symbol with the powers and the litre as another one has them."""
    if _RAISED.search(like):
        symbol = _POWER.sub(lambda power: "²³"[int(power[0]) - 2], symbol)
    if like.endswith("l") and symbol.endswith("L"):
        return symbol.replace("L", "l")
    return f"{symbol[:-1]}L" if "L" in like and symbol.endswith("/l") else symbol


def in_words(name: str) -> str:
    """The full name of a unit in the plural, as a sentence has it: "long tons", "miles per gallon"."""
    return unit_like(name, "miles", full=True)


def _rate_like(name: str, like: str, text: str, *, full: bool) -> str:
    above, rate, below = name.rpartition(" / ")
    if not rate:
        return name
    per = " per " if is_spelled(like) else "/"
    one, other = (unit_like(each, like, text, full=full) for each in (above, below))
    return f"{one}{per}{agreeing(other, singular=True)}"


def _is_british(words: str) -> bool:
    return _BRITISH.search(words) is not None


@lru_cache(maxsize=4)
def _is_american(text: str) -> bool:
    """Whether a text has "meters" or "liters" and no "metres" or "litres"; asked for each of its findings."""
    return _AMERICAN.search(text) is not None and not _is_british(text)


def _name(row: Row, *, full: bool = False) -> str:
    """The standard name of a unit in the singular: the first of its row, without slang and short forms.

    What only tells it from others of its name is left out where a text that has the bare word means this one
    first of all: "mile" and "gallon" for the statute mile and the US gallon, "imperial gallon" in full.
    """
    if not row.names:
        return row.shared[0] if row.shared else row.name
    return (None if full else _bare(row, row.names[0])) or row.names[0]


def _symbol(row: Row, *, full: bool = False) -> str | None:
    """The standard symbol of a unit, with the same word left out as in its name: "gal" for "US gal"."""
    everyday = _everyday_symbols().get(row.name)
    if not row.symbols:
        return everyday
    first = row.symbols[0]
    if full:
        return first
    name = row.names[0] if row.names else ""
    alike = name.partition(" ")[0] == first.partition(" ")[0]
    return min((_bare(row, first) if alike else None) or first, everyday or first, key=len)


def _bare(row: Row, form: str) -> str | None:
    """What a form ends with if that is a word which several units share, and means this one before all."""
    tail = form.partition(" ")[2]
    readings = english().spellings.get(tail, ()) if tail in row.shared else ()
    return tail if readings and readings[0].unit.name == row.name and readings[0].needs <= _FIGURE else None


@cache
def _everyday_symbols() -> dict[str, str]:
    """The symbol of a unit that a text takes for it first of all: "lb", where the row's own is "lbm"."""
    found: dict[str, str] = {}
    for form, readings in english().spellings.items():
        if readings[0].symbol and len(readings) > 1 and not readings[0].needs:
            found.setdefault(readings[0].unit.name, form)
    return found
