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
_HUNDRED_POWER: Final = 2
_TWENTY: Final = 20
_TEN: Final = 10
_HALF: Final = 2
_LONGEST_PART: Final = 6  # words of a fraction: "and one one hundred and fiftieth"
_ARTICLES: Final = frozenset({"a", "an"})


@define
class Worth:
    """What the words up to index `end` are worth: `over / under`, and the power of ten of the last word."""

    over: int
    end: int
    under: int = 1
    place: int = 0
    vague: bool = False
    joint: int = 0  # index of the last "and", what stood before it, and the power of its last word
    before: int = 0
    before_place: int = 0


def worth(words: Sequence[str], table: Numbers) -> Worth | None:
    """The value of the longest number that the lower-case words begin with; None if there is none."""
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
    first = index = start + (words[start] in _ARTICLES)
    sum_ = _Sum()
    found: Worth | None = None
    joint = before = before_place = 0
    while index < len(words):
        word = words[index]
        if word == "and" and index > first:
            joint, before, before_place, index = index, sum_.value, sum_.place, index + 1
            continue
        index += 1
        if (group := table.groups.get(word)) is not None:
            if sum_.group(group, first=index - 1 == first):
                found = Worth(sum_.value, index, joint=joint, before=before, before_place=before_place)
            break
        if not sum_.add(word, table, first=index - 1 == first):
            break
        found = Worth(
            sum_.value, index, place=sum_.place, joint=joint, before=before, before_place=before_place
        )
    if found is not None:
        alone = words[start] in table.scales or words[start] in table.groups
        found.vague = alone and found.end == start + 1 and words[start].endswith("s")
    return found


@define
class _Sum:
    """A number as it grows: `total` of finished scales, `current` below the next one."""

    total: int = 0
    current: int = 0
    place: int = 0
    last: int = LONGEST

    @property
    def value(self) -> int:
        return self.total + self.current

    def add(self, word: str, table: Numbers, *, first: bool) -> bool:
        """Take in one more word; False if it does not go on with the number."""
        value = table.small.get(word, table.tens.get(word))
        if value is not None:
            if not first and not _may_follow(value, self.value, self.current):
                return False
            self.current, self.place = self.current + value, 0
            return True
        power = table.scales.get(word)
        if power is None:
            return False
        self.current = 1 if first else self.current
        return self._hundred() if power == _HUNDRED_POWER else self._scale(power)

    def _hundred(self) -> bool:
        if not 0 < self.current < _HUNDRED:
            return False
        self.current, self.place = self.current * _HUNDRED, 0
        return True

    def _scale(self, power: int) -> bool:
        if power < self.last and self.current:
            self.total, self.current = self.total + self.current * 10**power, 0
            self.last = self.place = power
            return True
        if not self.value or self.place + power >= LONGEST:
            return False
        self.total, self.current = self.value * 10**power, 0
        self.last, self.place = self.last + power, self.place + power
        return True

    def group(self, size: int, *, first: bool) -> bool:
        """Multiply what stands right before a group: "three hundred and two dozen" is 324."""
        if not (self.current or first):
            return False
        part = self.current % _HUNDRED or self.current
        self.current, self.place = self.current - part + (part or 1) * size, 0
        return True


def _may_follow(value: int, so_far: int, current: int) -> bool:
    """Whether a number below a hundred goes on: "twenty" and "five", "hundred" and "twenty"."""
    units = current % _HUNDRED
    if not value or not so_far:
        return False
    return not units or (value < _TEN and units >= _TWENTY and not units % _TEN)


def _denominator(words: Sequence[str], start: int, table: Numbers) -> tuple[int, int]:
    """What a fraction divides by ("fifths", "twenty-fifth"), and the index after it; 0 if there is none."""
    if start >= len(words):
        return 0, start
    under = table.denominators.get(words[start], 0)
    if under:
        return under, start + 1
    ten = table.tens.get(words[start], 0)
    if ten and start + 1 < len(words):
        if words[start + 1] in table.after_tens:
            return ten + table.after_tens[words[start + 1]], start + 2
        under = table.denominators.get(words[start + 1], 0)
        if 2 < under < _TEN and words[start + 1] not in {"quarter", "quarters"}:  # noqa: PLR2004 # no "half"
            return ten + under, start + 2
    return 0, start


def _as_numerator(whole: Worth, words: Sequence[str], table: Numbers) -> Worth | None:
    """Read on: "thirty-two fifths", and "a hundred and three quarters", 100¾ as the part is below one."""
    under, end = _denominator(words, whole.end, table)
    if not under:
        return None
    plural = words[end - 1] in table.plural_denominators or words[end - 1] in table.after_tens
    ten = table.tens.get(words[whole.end - 1], 0)
    if ten and plural and _HALF < under < _TEN and whole.over > ten and words[whole.end - 2] != "and":
        return Worth(whole.over - ten, end, ten + under)  # "one hundred thirty-fifths"
    part = whole.over - whole.before if whole.joint else whole.over
    if whole.joint and part < under and plural == (part > 1):
        return _plus(whole.before, Worth(part, end, under), whole.before_place, words, table)
    return Worth(whole.over, end, under) if plural == (whole.over > 1) else None


def _with_fraction(whole: Worth, words: Sequence[str], table: Numbers) -> Worth | None:
    """Read on: "two and a half", "two hundred and a thirtieth", "six and two fifths"."""
    start = whole.end + 1
    if start >= len(words) or words[whole.end] != "and":
        return None
    part = worth(words[start : start + _LONGEST_PART], table)
    if part is None or part.over >= part.under:
        return None
    if words[start] not in _ARTICLES and words[start] not in table.small:
        return None
    return _plus(whole.over, Worth(part.over, start + part.end, part.under), whole.place, words, table)


def _plus(whole: int, part: Worth, place: int, words: Sequence[str], table: Numbers) -> Worth:
    """A whole and a fraction of its last scale: "a million and a half" is a million and a half million.

    A smaller scale after the fraction is the fraction's own: "a billion and three quarters million".
    """
    own = table.scales.get(words[part.end]) if part.end < len(words) else None
    if own is not None and own <= place:
        place, part.end = own, part.end + 1
    return Worth(whole * part.under + part.over * 10**place, part.end, part.under)


def _with_decimals(whole: Worth, words: Sequence[str], table: Numbers) -> Worth | None:
    """Read on: "two hundred point seventy-one" is 200.71, "zero point zero three" 0.03."""
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
