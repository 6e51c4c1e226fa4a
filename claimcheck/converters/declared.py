"""The rounding that a converter's owner declares, applied exactly.

`Rounding.parse("1dp half-up")` reads what the command line and `check_converter(rounding=…)` take: `none`;
`integer`; `2dp`, `-1dp` (tens); `3sf`; each alone or followed by a mode.
"""

import re
from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor
from typing import Literal, Self, get_args

from attrs import frozen

from claimcheck.errors import ConfigurationError

__all__ = ["Mode", "Rounding", "decade"]

Mode = Literal["nearest", "half-even", "half-up", "half-down", "half-ceiling", "floor", "ceiling", "truncate"]
"""`half-up` takes ties away from zero and `half-down` towards it (the names of Python's `decimal`),
`half-ceiling` upwards as JavaScript's Math.round; `nearest` leaves ties to the converter."""

_DECLARATION = re.compile(
    r"""(?: (?P<places>-?\d{1,2}) \s* dp | (?P<figures>\d{1,2}) \s* sf | (?P<word>none|integer) )?
        \s* (?P<mode>[a-z-]*)""",
    re.VERBOSE,
)
_HALF = Fraction(1, 2)


def _away_from_zero(value: Fraction) -> int:
    return floor(value + _HALF) if value >= 0 else -floor(-value + _HALF)


def _towards_zero(value: Fraction) -> int:
    return ceil(value - _HALF) if value >= 0 else floor(value + _HALF)


_WHOLE: dict[Mode, Callable[[Fraction], int]] = {
    "nearest": round,
    "half-even": round,
    "half-up": _away_from_zero,
    "half-down": _towards_zero,
    "half-ceiling": lambda value: floor(value + _HALF),
    "floor": floor,
    "ceiling": ceil,
    "truncate": int,
}


@frozen
class Rounding:
    """How a converter rounds: to decimal `places`, to significant `figures`, or not at all (neither)."""

    places: int | None = None
    figures: int | None = None
    mode: Mode = "nearest"

    @classmethod
    def parse(cls, declaration: "str | int | Rounding | None") -> "Rounding":
        """Read a declaration; an int is a number of decimal places.

        >>> Rounding.parse("3sf half-even")
        Rounding(places=None, figures=3, mode='half-even')

        Raises:
            ConfigurationError: it is none of the forms above.
        """
        if isinstance(declaration, Rounding):
            return declaration
        if declaration is None or isinstance(declaration, int):
            return cls(declaration)
        match = _DECLARATION.fullmatch(declaration.strip().lower())
        mode = next((each for each in get_args(Mode) if match and match["mode"] in ("", each)), None)
        if not match or not mode or match["figures"] in ("0", "00"):
            raise ConfigurationError(
                f"{declaration!r} is no rounding: write none, integer, 2dp or 3sf, and if you like one of"
                f" {', '.join(get_args(Mode))} after it"
            )
        if match["word"] == "none":
            return cls()
        figures = int(match["figures"]) if match["figures"] else None
        return cls(None if figures else int(match["places"] or 0), figures, mode)

    def __str__(self) -> str:
        if not self:
            return "none"
        size = f"{self.figures}sf" if self.figures else "integer" if self.places == 0 else f"{self.places}dp"
        return size if self.mode == "nearest" else f"{size} {self.mode}"

    def __bool__(self) -> bool:
        """Whether anything is rounded at all."""
        return self.places is not None or self.figures is not None

    def step(self, value: Fraction) -> Fraction:
        """The distance between two neighbouring figures of the grid at `value`; 0 without rounding."""
        if self.figures is not None:
            return Fraction(10) ** (decade(value) - self.figures + 1)
        return Fraction(10) ** -self.places if self.places is not None else Fraction(0)

    def __call__(self, value: Fraction) -> Fraction:
        """The rounded value, exactly."""
        step = self.step(value)
        return _WHOLE[self.mode](value / step) * step if step else value

    def bounds(self, least: Fraction, most: Fraction) -> tuple[Fraction, Fraction]:
        """The smallest and largest figure that a value between `least` and `most` may be rounded to."""
        if self.mode != "nearest" or not self:
            return self(least), self(most)
        return self._with("half-down" if least > 0 else "half-up")(least), self._with(
            "half-up" if most > 0 else "half-down"
        )(most)

    def _with(self, mode: Mode) -> Self:
        return type(self)(self.places, self.figures, mode)


def decade(value: Fraction) -> int:
    """The power of ten of the leading digit: 2 for 314, -3 for 0.002; 0 for 0."""
    if not value:
        return 0
    value = abs(value)
    guess = len(str(value.numerator)) - len(str(value.denominator))
    return guess if value >= Fraction(10) ** guess else guess - 1
