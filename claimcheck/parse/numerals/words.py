"""Spelled-out numbers of any size.

number   := whole ["point" digit…] | whole "and" fraction | fraction
whole    := parts below a thousand, each with a smaller scale than the one before ("two million three
            hundred thousand and five"); scales may also pile up ("a hundred thousand million")
fraction := [whole | "a"] denominator, the plural unless the whole is one
"""

from collections.abc import Sequence
from typing import Final

from attrs import define

from claimcheck.lexicon.numbers import Numbers
from claimcheck.parse.numerals.numeral import LONGEST

__all__ = ["Worth", "worth"]

_HUNDRED: Final = 100
_TWENTY: Final = 20
_TEN: Final = 10
_ARTICLES: Final = frozenset({"a", "an"})


@define
class Worth:
    """What the words up to index `end` are worth: `over / under`, and the power of ten of the last word."""

    over: int
    end: int
    under: int = 1
    place: int = 0
    vague: bool = False
    joint: int = 0  # index of the last "and", and what stood before it
    before: int = 0


def worth(words: Sequence[str], table: Numbers) -> Worth | None:
    """The value of the longest number that the lower-case words begin with; None where they begin with none."""
    whole = _whole(words, 0, table)
    if whole is None:
        under, end = _denominator(words, 1 if words[0] in _ARTICLES else 0, table)
        fits = under and words[end - 1] not in table.plural_denominators
        return Worth(1, end, under) if fits else None
    return (
        _as_numerator(whole, words, table)
        or _with_fraction(whole, words, table)
        or _with_decimals(whole, words, table)
        or whole
    )


def _whole(words: Sequence[str], start: int, table: Numbers) -> Worth | None:
    """The longest whole number; `vague` if it is a plural scale alone ("hundreds", "dozens")."""
    found = Worth(0, 0)
    total = current = 0
    first = index = start + (words[start] in _ARTICLES)
    last, joint, before = LONGEST, 0, 0
    while index < len(words):
        word = words[index]
        if word == "and" and index > first:
            joint, before, index = index, total + current, index + 1
            continue
        if (value := table.small.get(word, table.tens.get(word))) is not None:
            if not _may_follow(value, total + current, current, index == first):
                break
            current, place = current + value, 0
        elif (power := table.scales.get(word)) is not None:
            current = 1 if index == first else current
            place = power
            if power == 2:  # noqa: PLR2004 # hundred
                if not 0 < current < _HUNDRED:
                    break
                current, place = current * _HUNDRED, 0
            elif power < last and current:
                total, current, last = total + current * 10**power, 0, power
            elif (total or current) and found.place + power < LONGEST:
                total, current, last, place = (
                    (total + current) * 10**power,
                    0,
                    last + power,
                    found.place + power,
                )
            else:
                break
        elif (group := table.groups.get(word)) is not None and (current or index == first):
            part = current % _HUNDRED or current
            found = Worth(total + current - part + (part or 1) * group, index + 1, joint=joint, before=before)
            break
        else:
            break
        index += 1
        found = Worth(total + current, index, place=place, joint=joint, before=before)
    if not found.end:
        return None
    vague = table.scales.keys() | table.groups.keys()
    found.vague = found.end == start + 1 and words[start] in vague and words[start].endswith("s")
    return found


def _may_follow(value: int, so_far: int, current: int, first: bool) -> bool:  # noqa: FBT001 # private
    if first:
        return True
    units = current % _HUNDRED
    if not value or not so_far:
        return False
    return not units or (value < _TEN and units >= _TWENTY and not units % _TEN)


def _denominator(words: Sequence[str], start: int, table: Numbers) -> tuple[int, int]:
    """What a fraction divides by ("fifths", "twenty-fifth"), and the index after it; 0 where there is none."""
    if start >= len(words):
        return 0, start
    under = table.denominators.get(words[start], 0)
    if under:
        return under, start + 1
    ten = table.tens.get(words[start], 0)
    if ten and start + 1 < len(words):
        under = table.denominators.get(words[start + 1], 0)
        if 2 < under < _TEN and words[start + 1] not in {"quarter", "quarters"}:  # noqa: PLR2004 # no "half"
            return ten + under, start + 2
    return 0, start


def _as_numerator(whole: Worth, words: Sequence[str], table: Numbers) -> Worth | None:
    """ "thirty-two fifths", and "a hundred and three quarters", which is 100¾ for being below one."""
    under, end = _denominator(words, whole.end, table)
    if not under:
        return None
    plural = words[end - 1] in table.plural_denominators
    part = whole.over - whole.before if whole.joint else whole.over
    if whole.joint and part < under and plural == (part > 1):
        return Worth(whole.before * under + part, end, under)
    return Worth(whole.over, end, under) if plural == (whole.over > 1) else None


def _with_fraction(whole: Worth, words: Sequence[str], table: Numbers) -> Worth | None:
    """ "two and a half", "two hundred and a thirtieth", "six and two fifths"."""
    start = whole.end + 1
    if start >= len(words) or words[whole.end] != "and":
        return None
    part = worth(words[start:], table)
    if part is None or part.over >= part.under or whole.place:
        return None
    if words[start] not in _ARTICLES and words[start] not in table.small:
        return None
    return Worth(whole.over * part.under + part.over, start + part.end, part.under)


def _with_decimals(whole: Worth, words: Sequence[str], table: Numbers) -> Worth | None:
    """ "two hundred point seventy-one" is 200.71, "zero point zero three" 0.03."""
    if whole.end + 1 >= len(words) or words[whole.end] != "point":
        return None
    digits, index = "", whole.end + 1
    while index < len(words) and len(digits) < LONGEST:
        value = table.small.get(words[index], table.tens.get(words[index]))
        if value is None:
            break
        after_ten = digits and value < _TEN and words[index - 1] in table.tens
        digits = digits[:-1] + str(value) if after_ten else digits + str(value)
        index += 1
    if not digits:
        return None
    under: int = 10 ** len(digits)
    return Worth(whole.over * under + int(digits), index, under, place=-len(digits))
