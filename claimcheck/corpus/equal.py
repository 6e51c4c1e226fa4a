"""When a fact is what a mark asks for; the two are text in the notation."""

import re
from collections.abc import Callable
from fractions import Fraction

from claimcheck.errors import CorpusError, UnitError
from claimcheck.units import Scale, scale

__all__ = ["check_value", "equal", "fraction", "number"]

_AMOUNT = re.compile(r"(?P<figures>-?[\d./]+(?:(?:\.\.| x )-?[\d./]+)*) ?(?P<unit>.*)")
_LONGEST = 100  # digits of a figure; a googol has as many, the rest is a slip or an attack


def equal(key: str, wanted: str, fact: str) -> bool:
    """Whether a fact is as wanted, in the way that its key asks for."""
    if wanted == fact:
        return True
    if "none" in (wanted, fact):
        return False
    return _EQUAL.get(key, str.__eq__)(wanted, fact)


def check_value(key: str, wanted: str, where: str) -> None:
    """Raise `CorpusError` where a value is none that its key could have."""
    try:
        if key in _NUMBERS:
            fraction(wanted)
        elif key == "values":
            _numbers(wanted)
        elif key in ("stated", "restated"):
            _amounts(wanted)
    except ValueError as error:
        raise CorpusError(f"{where}: {key}={wanted!r}: {error}") from error


def fraction(text: str) -> Fraction:
    """A figure of the notation; ValueError if it is none."""
    if len(text) > _LONGEST or not re.fullmatch(r"-?\d+(\.\d+|/0*[1-9]\d*)?", text):
        raise ValueError(f"{text[:20]!r} is no number; write 50, -2.5 or 1/3")
    return Fraction(text)


def number(value: Fraction) -> str:
    """An exact figure as a corpus file writes it: a decimal if it has an end, else a fraction.

    >>> number(Fraction(5, 2)), number(Fraction(1, 3))
    ('2.5', '1/3')
    """
    twos = fives = 0
    rest = value.denominator
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    places = max(twos, fives)
    if rest != 1 or not places:
        return str(value)
    digits = str(abs(value * 10**places)).rjust(places + 1, "0")
    return f"{'-' if value < 0 else ''}{digits[:-places]}.{digits[-places:]}"


def _same_number(one: str, two: str) -> bool:
    return fraction(one) == fraction(two)


def _numbers(text: str) -> list[Fraction]:
    return [fraction(each) for each in text.split()]


def _same_unit(one: str, two: str) -> bool:
    """Whether two unit names say the same: "kilometer/hour" and "kilometer / hour", "ton" and "short_ton"."""
    if one.replace(" ", "") == two.replace(" ", ""):
        return True
    try:
        return scale(one, two) == Scale(Fraction(1))
    except UnitError:
        return False


def _amounts(text: str) -> list[tuple[list[Fraction], str]]:
    found = []
    for each in text.split(";"):
        amount = _AMOUNT.fullmatch(each.strip())
        if not amount:
            raise ValueError(f'write "50 kilometer", "10..12 meter" or "3 x 4 meter", not {each.strip()!r}')
        figures = re.split(r"\.\.| x ", amount["figures"])
        found.append(([fraction(figure) for figure in figures], amount["unit"]))
    return found


def _same_amounts(one: str, two: str) -> bool:
    ones, twos = _amounts(one), _amounts(two)
    return len(ones) == len(twos) and all(
        a[0] == b[0] and _same_unit(a[1], b[1]) for a, b in zip(ones, twos, strict=True)
    )


def _same_list(one: str, two: str) -> bool:
    return sorted(re.split(r"\s*,\s*", one)) == sorted(re.split(r"\s*,\s*", two))


def _same_words(one: str, two: str) -> bool:
    return sorted(one.split()) == sorted(two.split())


def _same_name(one: str, two: str) -> bool:
    return _name(one) == _name(two)


def _name(name: str) -> str:
    return name.replace("’", "'").casefold().removeprefix("the ").strip()


_NUMBERS = {"value", "least", "most", "factor", "tolerance"}
_EQUAL: dict[str, Callable[[str, str], bool]] = {
    **dict.fromkeys(_NUMBERS, _same_number),
    "values": lambda one, two: _numbers(one) == _numbers(two),
    "unit": _same_unit,
    "stated": _same_amounts,
    "restated": _same_amounts,
    "bound": _same_list,
    "readings": _same_list,
    "flags": _same_words,
    "speaker": _same_name,
    "says": _same_name,
    "message": lambda wanted, fact: wanted in fact,
}
