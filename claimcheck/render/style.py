"""How a writer writes figures: separators, fractions, scale words, spelled-out numbers."""

from fractions import Fraction

import regex
from attrs import evolve, frozen

from claimcheck.lexicon import english
from claimcheck.lexicon.numbers import numbers
from claimcheck.model import Figure

__all__ = ["Style", "parted", "scaled_like", "style_of", "unit_at"]


@frozen
class Style:
    """The manner of one figure.

    `grouping` separates thousands ("" where none does), `decimal` is the decimal sign. `power` and `scale`
    are the scale that the figure is given in and how it is written: 6 and " million"; the text may carry the
    word elsewhere ("two to three million"), then `scale` is empty. `spelled` figures are words; `fraction` is
    "glyph" ("2½"), "slash" ("2 1/2"), "hyphen" ("2-1/2") or "" for decimals; `compound` is the text of a
    figure in two units ("5 ft 11 in"). `point_first` leaves out the nought before the point (".5"). `four`
    says that four digits are grouped as well; where blanks group, many leave it at "9999".
    """

    grouping: str = ","
    decimal: str = "."
    power: int = 0
    scale: str = ""
    spelled: bool = False
    fraction: str = ""
    compound: str = ""
    point_first: bool = False
    four: bool = True


_DIGITS = regex.compile(r"\d[\d.,'’\u00a0\u2009\u202f]*+ (?: \x20 \d{3} (?!\d) )*+ | \.\d++", regex.VERBOSE)
_COMPOUND = regex.compile(r"\d [^\d]* [\p{L}'′’] [^\d]* \d", regex.VERBOSE)
_MILLION = 6
_SEPARATORS = ",'’\u00a0\u2009\u202f "


def style_of(figure: Figure, text: str) -> Style:
    """The manner in which `figure` is written in `text`.

    >>> from claimcheck.model import Span
    >>> style_of(Figure(Span(0, 11), Fraction(2_500_000), 5), "2.5 million")
    Style(grouping=',', decimal='.', power=6, scale=' million', ...)
    """
    shown = figure.span.of(text)
    if figure.spelled and figure.step.denominator > 1 and unit_at(shown):
        return Style(compound=shown, spelled=True)
    if figure.spelled:
        word = shown.rpartition(" ")[2].lower()
        scale = f" {word}" if word in numbers().scales else ""
        return Style(
            spelled=True,
            fraction="words" if figure.value.denominator > 1 else "",
            power=_power(figure),
            scale=scale,
        )
    if figure.step.denominator > 1 and not _is_power_of_ten(figure.step):
        if _COMPOUND.search(shown) is not None:
            return Style(compound=shown)
        return Style(fraction=_fraction(shown))
    match = _DIGITS.match(shown)
    if match is None:
        return Style()
    digits, tail = match.group(), shown[match.end() :]
    decimal = "," if figure.place < 0 and "." not in digits and digits.count(",") == 1 else "."
    whole = digits.partition(decimal)[0]
    grouping = next((sign for sign in _SEPARATORS if sign in whole and sign != decimal), "")
    if not grouping and len(whole) <= 3:  # noqa: PLR2004 # nothing to group: the usual sign, should the figure grow
        grouping = "." if decimal == "," else ","
    power = _power_shown(digits, decimal, figure)
    four = grouping != " " or sum(map(str.isdecimal, whole)) == len("9999")
    return Style(grouping, decimal, power, tail, point_first=digits.startswith("."), four=four)


def unit_at(words: str) -> int:
    """Where the unit stands among the parts of a figure that is in two units and in words; else 0."""
    known = english().spellings
    parts = parted(words)
    return next((at for at in range(2, len(parts) - 2, 2) if parts[at].lower() in known), 0)


def parted(words: str) -> list[str]:
    """Words and the blanks and hyphens between them, in turn."""
    return regex.split(r"([ -])", words)


def scaled_like(style: Style, other: Style) -> Style:
    """A style with the scale of another that has one, from millions up."""
    if other.power < _MILLION or not other.scale.strip():
        return style
    return evolve(style, power=other.power, scale=other.scale, spelled=style.spelled and other.spelled)


def _power_shown(digits: str, decimal: str, figure: Figure) -> int:
    """The power of ten that lies between the digits as written and the value."""
    places = len(digits.partition(decimal)[2]) if decimal in digits else 0
    return figure.place + places


def _power(figure: Figure) -> int:
    """The scale of a spelled-out figure: 6 for "two million"."""
    scales = sorted({power for power in numbers().scales.values() if power >= _MILLION}, reverse=True)
    return next((power for power in scales if figure.place == power), 0)


def _fraction(shown: str) -> str:
    if "/" not in shown and "⁄" not in shown:
        return "glyph"
    return "hyphen" if regex.search(r"\d-\d", shown) else "slash"


def _is_power_of_ten(step: Fraction) -> bool:
    return step.numerator == 1 and str(step.denominator).strip("0") == "1"
