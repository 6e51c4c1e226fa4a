"""What goes wrong in print, one function for each cause: a right figure to the wrong one that was printed."""

from collections.abc import Callable
from fractions import Fraction

from attrs import frozen

from claimcheck.model import Cause, Unit
from claimcheck.rounding.units import confused_factors
from claimcheck.strategies.words import RISES, everyday_pairs
from claimcheck.units import Scale, scale

__all__ = ["SLIPS", "Pair", "namesakes", "slipped"]

_APART, _ALIKE = Fraction(5, 100), Fraction(20, 100)


@frozen
class Pair:
    """A stated value, its unit, the unit of the restatement, and the right figure as it would be written."""

    value: Fraction
    source: Unit
    target: Unit
    right: Fraction
    grain: Fraction

    @property
    def exact(self) -> Fraction:
        """The exact figure in the target unit."""
        return self.scale(self.value)

    @property
    def scale(self) -> Scale:
        """From the one unit to the other; of rises, without the offset."""
        return scale(self.source.name, self.target.name, difference=self.source.kind == RISES)

    def rounded(self, value: Fraction) -> Fraction:
        """A value with the digits that the right figure has."""
        grain = self.grain
        while value and abs(value) < grain * 10:
            grain /= 10
        return round(value / grain) * grain


Slip = Callable[[Pair], Fraction | None]
"""Gives the wrong figure, or None where the slip changes nothing that anybody would see."""


def _digits(pair: Pair) -> list[int]:
    return [int(digit) for digit in str(abs(int(pair.right / pair.grain)))]


def _from_digits(pair: Pair, digits: list[int]) -> Fraction:
    number = int("".join(map(str, digits))) * pair.grain
    return number if pair.right >= 0 else -number


def transposed(pair: Pair) -> Fraction | None:
    """The first two digits that differ enough change places."""
    digits = _digits(pair)
    for index in range(len(digits) - 1):
        if abs(digits[index] - digits[index + 1]) > 2 and digits[index + 1]:  # noqa: PLR2004 # to be seen
            digits[index], digits[index + 1] = digits[index + 1], digits[index]
            return _from_digits(pair, digits)
    return None


def mistyped(pair: Pair) -> Fraction | None:
    """The first digit is another one."""
    digits = _digits(pair)
    digits[0] = digits[0] + 3 if digits[0] < 7 else digits[0] - 3  # noqa: PLR2004 # still one digit
    return _from_digits(pair, digits) if len(digits) > 1 else None


def _times(factor: Fraction | int) -> Slip:
    return lambda pair: pair.right * factor


def inverted(pair: Pair) -> Fraction | None:
    """Divided where it should be multiplied."""
    line = pair.scale
    if line.intercept or line.reciprocal or Fraction(3, 4) < line.slope < Fraction(4, 3):
        return None
    return pair.rounded(pair.value / line.slope)


def linear(pair: Pair) -> Fraction | None:
    """The factor of a length for an area or a volume."""
    power = {"area": 2, "volume": 3}.get(pair.source.kind)
    slope = scale(pair.source.name, pair.target.name).slope
    if power is None or "**" not in pair.source.name or "**" not in pair.target.name:
        return None
    return pair.rounded(pair.value * Fraction(float(slope) ** (1 / power)))


def namesakes(unit: Unit) -> tuple[Unit, ...]:
    """Units that share a word with this one: the other gallon, ton or mile."""
    last = unit.name.split("_")[-1]
    every = {each for pairs in everyday_pairs().values() for pair in pairs for each in pair}
    return tuple(
        sorted(
            each
            for each in every
            if each.kind == unit.kind and each != unit and each.name.split("_")[-1] == last
        )
    )


def _namesake(word: str) -> Slip:
    def slip(pair: Pair) -> Fraction | None:
        sides = ((pair.source, True), (pair.target, False))
        ends = [
            (other, pair.target) if is_source else (pair.source, other)
            for mine, is_source in sides
            for other in (namesakes(mine) if word in mine.name else ())
        ]
        figures = [scale(one.name, two.name)(pair.value) for one, two in ends if one != two]
        return pair.rounded(max(figures, key=lambda each: abs(each - pair.exact))) if figures else None

    return slip


def without_offset(pair: Pair) -> Fraction | None:
    """A reading converted as a difference."""
    line = pair.scale
    return pair.rounded(line.slope * pair.value) if line.intercept else None


def with_offset(pair: Pair) -> Fraction | None:
    """A difference converted like a reading."""
    if pair.source.kind != RISES:
        return None
    return Fraction(round(scale(pair.source.name, pair.target.name)(pair.value)))


def other_factor(pair: Pair) -> Fraction | None:
    """A factor that people know, of another pair, and not far from the right one: 2.2 for 2.54."""
    slope = pair.scale.slope
    for known in confused_factors():
        for used in (known, 1 / known):
            if not pair.scale.intercept and _APART <= abs(used / slope - 1) <= _ALIKE:
                return round(pair.value * used / pair.grain * 10) * pair.grain / 10
    return None


def sign_dropped(pair: Pair) -> Fraction | None:
    """The minus is lost."""
    return -pair.right if pair.right < 0 else None


SLIPS: dict[Cause, Slip] = {
    Cause.DIGIT_TRANSPOSITION: transposed,
    Cause.DIGIT_ERROR: mistyped,
    Cause.DECIMAL_X10: _times(10),
    Cause.DECIMAL_DIV10: _times(Fraction(1, 10)),
    Cause.DECIMAL_X1000: _times(1000),
    Cause.DECIMAL_SLIP: _times(100),
    Cause.INVERSE_FACTOR: inverted,
    Cause.LINEAR_FOR_AREA: linear,
    Cause.NAUTICAL_STATUTE: _namesake("mile"),
    Cause.GALLON_US_IMP: _namesake("gallon"),
    Cause.TON_KIND: _namesake("ton"),
    Cause.TEMP_DIFFERENCE_AS_READING: with_offset,
    Cause.TEMP_READING_AS_DIFFERENCE: without_offset,
    Cause.FACTOR_CONFUSED: other_factor,
    Cause.SIGN_DROPPED: sign_dropped,
    Cause.ARITHMETIC: lambda pair: pair.rounded(pair.right * Fraction(137, 100)),
    Cause.OFF_BY_25: lambda pair: pair.rounded(pair.right * Fraction(5, 4)),
    Cause.OFF_BY_15: lambda pair: pair.rounded(pair.right * Fraction(115, 100)),
    Cause.OFF_BY_10: lambda pair: pair.rounded(pair.right * Fraction(11, 10)),
}

_SEEN = Fraction(3, 10)
_LEAST = Fraction(8, 100)
_SMALL = (
    *(Cause.OFF_BY_10, Cause.OFF_BY_15, Cause.OFF_BY_25),
    *(Cause.NAUTICAL_STATUTE, Cause.GALLON_US_IMP, Cause.TON_KIND, Cause.FACTOR_CONFUSED),
)


def slipped(cause: Cause, pair: Pair) -> Fraction | None:
    """The wrong figure that a slip leads to; None where nobody could see that it is wrong."""
    wrong = SLIPS[cause](pair)
    if wrong is None:
        return None
    return wrong if (_precise(pair, wrong) if cause in _SMALL else _differs(pair, wrong)) else None


def _differs(pair: Pair, wrong: Fraction) -> bool:
    """Whether nobody could take the wrong figure for a rounding of the right one."""
    if pair.target.kind == "temperature":
        return abs(wrong - pair.right) >= 20  # noqa: PLR2004 # degrees of either scale
    return abs(wrong - pair.exact) > _SEEN * max(abs(pair.exact), abs(wrong))


def _precise(pair: Pair, wrong: Fraction) -> bool:
    """Whether a figure that is off by little has digits enough to show it."""
    number = wrong / pair.grain * 10
    while number and number.denominator == 1 and number % 10 == 0:
        number /= 10
    apart = abs(wrong - pair.exact) > abs(pair.exact) * _LEAST
    return apart and number.denominator == 1 and number > 20 and number % 5 != 0 and pair.value > 1  # noqa: PLR2004
