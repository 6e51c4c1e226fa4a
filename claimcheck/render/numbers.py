"""A value as a writer would write it."""

from fractions import Fraction
from functools import cache

import regex

from claimcheck.lexicon.numbers import numbers
from claimcheck.render.style import Style, parted, unit_at

__all__ = ["rounded", "spelled_out", "written"]

_HALF = Fraction(1, 2)
_LAST_WORD = 100
_MILLION = 6


def rounded(value: Fraction, step: Fraction) -> Fraction:
    """The multiple of `step` nearest to `value`, halves away from zero as prose rounds them."""
    count = abs(value) / step + _HALF
    nearest = (count.numerator // count.denominator) * step
    return -nearest if value < 0 else nearest


def written(value: Fraction, step: Fraction = Fraction(1), style: Style | None = None) -> str:
    """`value` rounded to `step`, in a style; a negative value has a hyphen for its sign.

    >>> written(Fraction(12345), Fraction(10))
    '12,350'
    >>> written(Fraction(7, 2), Fraction(1, 2), Style(fraction="glyph"))
    '3½'
    """
    style = style or Style()
    value = rounded(value, step)
    sign, size = ("-" if value < 0 else ""), abs(value)
    if style.compound:
        write = _compound_in_words if style.spelled else _compound
        return sign + write(size, step, style.compound)
    if style.fraction and step.numerator == 1 and step.denominator in _DENOMINATORS:
        mixed = _mixed(size, style)
        if mixed is not None:
            return sign + mixed
    if style.spelled:
        words = _words(size, style)
        if words is not None:
            return f"minus {words}" if sign else words
    power, scale = _scale_for(size, style)
    if not power:
        return sign + _decimal(size, step, style)
    # A whole number's noughts may be none of its figures: 320 million to the step of one is "320 million".
    shown = step if step < 1 else max(step, _last_place(size, power))
    return sign + _decimal(size / Fraction(10) ** power, shown / Fraction(10) ** power, style) + scale


def spelled_out(number: int) -> str:
    """A whole number below a hundred in words.

    >>> spelled_out(42)
    'forty-two'

    Raises:
        ValueError: it is negative or a hundred or more.
    """
    if not 0 <= number < _LAST_WORD:
        raise ValueError(f"{number}: only numbers from 0 to 99 are spelled out")
    small, tens = _number_words()
    if number in small:
        return small[number]
    ten, one = divmod(number, 10)
    return f"{tens[ten * 10]}-{small[one]}" if one else tens[ten * 10]


def _scale_for(size: Fraction, style: Style) -> tuple[int, str]:
    """The scale that a figure of a size has in a style, and how it is written; 0 where it has none.

    "1,200 million" is a billion, and who writes "200 m" writes "1.2 bn"; what is too small has no scale.
    """
    if not style.power or _fits(size, style.power):
        return style.power, style.scale
    word = style.scale.strip()
    known = next((each for each in numbers().manners if each.get(style.power) == word), {})
    power = next((each for each in sorted(known, reverse=True) if size >= Fraction(10) ** each), 0)
    return power, style.scale.replace(word, known[power]) if power else ""


def _fits(size: Fraction, power: int) -> bool:
    return 1 <= size / Fraction(10) ** power < 1000  # noqa: PLR2004 # "1,200 million" is a billion


def _last_place(size: Fraction, most: int) -> Fraction:
    """The power of ten of the last figure that is no nought, at most 10**most."""
    digits = str(int(size))
    return Fraction(10) ** min(most, len(digits) - len(digits.rstrip("0")))


def _decimal(size: Fraction, step: Fraction, style: Style) -> str:
    places = 0
    while places < 12 and (step * 10**places).denominator != 1:  # noqa: PLR2004 # a step finer than that is none of prose
        places += 1
    number = round(size * 10**places)
    digits = str(number).rjust(places + 1, "0")
    whole, part = (digits[:-places], digits[-places:]) if places else (digits, "")
    if style.grouping and len(whole) > (3 if style.four else 4):
        whole = f"{int(whole):,}".replace(",", style.grouping)
    if style.point_first and whole == "0" and part:
        whole = ""
    return f"{whole}{style.decimal}{part}" if part else whole


_DENOMINATORS = (2, 3, 4, 5, 6, 8, 16, 32)


def _mixed(size: Fraction, style: Style) -> str | None:
    """A whole number and a fraction; None where words are wanted and there are none."""
    whole, part = divmod(size, 1)
    if style.fraction == "words":
        return _in_words(int(whole), part)
    if not part:
        return str(whole)
    glyph = _glyphs().get(part) if style.fraction == "glyph" else None
    if glyph:
        return f"{whole or ''}{glyph}"
    joint = "-" if style.fraction == "hyphen" else " "
    return f"{whole}{joint}{part}" if whole else str(part)


def _in_words(whole: int, part: Fraction) -> str | None:
    """A number and a fraction, "two and a half" or "three-quarters"; None for what has no short name."""
    word = _fraction_words().get(part)
    if whole >= _LAST_WORD or (part and word is None):
        return None
    if not part:
        return spelled_out(whole)
    return f"{spelled_out(whole)} and {word if word != 'half' else 'a half'}" if whole else word


def _compound(size: Fraction, step: Fraction, shown: str) -> str:
    """A figure in two units, as 5 ft 11 in: `step` is one of the smaller in the larger."""
    first, second = divmod(round(size / step), step.denominator)
    numbers_ = iter((str(first), str(second)))
    return regex.sub(r"\d[\d,.]*+ (?: \s \d/\d )?+", lambda _: next(numbers_, ""), shown, flags=regex.VERBOSE)


def _compound_in_words(size: Fraction, step: Fraction, shown: str) -> str:
    """The same in words: "six feet two", "five-foot-four"; whole feet without inches."""
    parts, at = parted(shown), unit_at(shown)
    first, second = divmod(round(size / step), step.denominator)
    words = [spelled_out(each) if each < _LAST_WORD else f"{each:,}" for each in (first, second)]
    unit = parts[at - 1] + parts[at]
    return words[0] + unit + (parts[at + 1] + words[1] if second else "")


def _words(size: Fraction, style: Style) -> str | None:
    """The value in words; None where a writer would use digits."""
    if style.power >= _MILLION:
        scaled = size / Fraction(10) ** style.power
        if scaled.denominator == 1 and scaled < _LAST_WORD:
            return f"{spelled_out(int(scaled))}{style.scale}"
        return None
    return spelled_out(int(size)) if size.denominator == 1 and size < _LAST_WORD else None


@cache
def _number_words() -> tuple[dict[int, str], dict[int, str]]:
    """Words by number; of several words for one, the first in the data file."""
    known = numbers()
    return (
        {number: word for word, number in reversed(tuple(known.small.items()))},
        {number: word for word, number in reversed(tuple(known.tens.items()))},
    )


@cache
def _glyphs() -> dict[Fraction, str]:
    return {Fraction(over, under): sign for sign, (over, under) in reversed(tuple(numbers().vulgar.items()))}


@cache
def _fraction_words() -> dict[Fraction, str]:
    return {
        Fraction(1, 2): "half",
        Fraction(1, 4): "a quarter",
        Fraction(1, 3): "a third",
        Fraction(2, 3): "two-thirds",
        Fraction(3, 4): "three-quarters",
    }
