"""How large units are: exact arithmetic on sizes, without pint.

A size is what one of a unit is in root units (metre, gram, second, kelvin, ampere, mole, candela, radian,
bit, count, pixel). These tell apart what dimensions do not: a byte is no angle, an rpm no hertz.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from fractions import Fraction

from attrs import frozen

from claimcheck.errors import UnitError

__all__ = ["Size", "evaluate"]


@frozen
class Size:
    """`slope * figure + intercept` is the figure in root units; `roots` holds these with their powers."""

    slope: Fraction
    roots: tuple[tuple[str, int], ...] = ()
    intercept: Fraction = Fraction(0)

    def __pow__(self, exponent: int) -> "Size":
        return Size(self.slope**exponent, tuple((root, power * exponent) for root, power in self.roots))

    def __mul__(self, other: "Size") -> "Size":
        powers = Counter(dict(self.roots))
        for root, power in other.roots:
            powers[root] += power
        return Size(self.slope * other.slope, tuple(sorted(each for each in powers.items() if each[1])))

    def __str__(self) -> str:
        above = [root if power == 1 else f"{root} ** {power}" for root, power in self.roots if power > 0]
        below = [root if power == -1 else f"{root} ** {-power}" for root, power in self.roots if power < 0]
        return " / ".join([" * ".join(above) or "1", *below])


# A product or quotient of numbers and names with small powers. Bounded, so that no text can be slow.
_NAME = r"[A-Za-zµΩÅ_]\w{0,60}(?:\ \*\*\ ?-?\d)?"
_NUMBER = r"\d{1,40}(?:\.\d{1,40})?(?:e-?\d{1,2})?"
_EXPRESSION = re.compile(rf"(?:{_NUMBER}|{_NAME})(?:\ ?[*/]\ ?(?:{_NUMBER}|{_NAME})){{0,10}}")
_FACTOR = re.compile(rf"(?P<sign>[*/]?)\ ?(?:(?P<number>{_NUMBER})|(?P<name>{_NAME}))\ ?")
_ROOT = re.compile(r"\[(\w{1,40})\]")


def evaluate(expression: str, size_of: Callable[[str], Size]) -> Size:
    """The size of an expression such as "kilometer / hour" or "4840 * yard ** 2".

    A name alone keeps its intercept (a reading in °F); in a product it is a difference. "[name]" is a root of
    its own.

    Raises:
        UnitError: the expression is malformed, or `size_of` knows no such name.
    """
    root = _ROOT.fullmatch(expression)
    if root:
        return Size(Fraction(1), ((root[1], 1),))
    tight = expression.replace("**", " ** ").replace("  ", " ") if "**" in expression else expression
    if not _EXPRESSION.fullmatch(tight):
        raise UnitError(
            f"{expression[:80]!r} is no unit expression: write names with * and /, "
            "and powers as ** with one digit"
        )
    parts = list(_parts(tight, size_of))
    if len(parts) == 1 and parts[0][1] == 1:
        return parts[0][0]
    size = Size(Fraction(1))
    for part, exponent in parts:
        size *= part**exponent
    return size


def _parts(expression: str, size_of: Callable[[str], Size]) -> Iterator[tuple[Size, int]]:
    for factor in _FACTOR.finditer(expression):
        sign = -1 if factor["sign"] == "/" else 1
        if factor["number"]:
            number = Fraction(factor["number"])
            if not number:
                raise UnitError(f"{expression[:80]!r} has a zero in it")
            yield Size(number), sign
        else:
            name, _, power = factor["name"].partition(" **")
            yield size_of(name), sign * int(power or 1)
