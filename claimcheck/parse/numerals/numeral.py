"""One number as written, before it becomes a Figure."""

from fractions import Fraction

from attrs import define

from claimcheck.model import Figure, Span

__all__ = ["LONGEST", "Numeral"]

LONGEST = 60
"""Digits in a numeral, and powers of ten in its scale; longer runs are codes, and `int` would take long."""


_ONE = Fraction(1)


@define(eq=False)
class Numeral:
    """The value is `over / under * 10**power`; `under` is 1 unless a fraction was written.

    `place` and `zeros` are as in `Figure`. `words`: spelled out at least in part. `plain`: a bare run of
    digits, which may be a year. `grouped`: with thousands set apart. `comma`: with a decimal comma, and so a
    figure only with a unit. `scaled`: with a scale word or abbreviation, whose power of ten is `multiplier`.
    `vague`: a scale or group without a figure ("hundreds"). `alone`: the scale, group or fraction word that
    stands without a number word before it ("half"); it stays the `opener` when a scale follows ("half a
    million"). `smallest`: the step of a compound, one inch for feet and
    inches, in the unit of the whole.
    """

    start: int
    end: int
    over: int
    under: int = 1
    power: int = 0
    place: int = 0
    zeros: int = 0
    words: bool = False
    plain: bool = False
    scaled: bool = False
    grouped: bool = False
    vague: bool = False
    alone: str = ""
    opener: str = ""
    comma: bool = False
    smallest: Fraction | None = None
    multiplier: int = 0

    @property
    def value(self) -> Fraction:
        """The exact value."""
        if self.power >= 0:
            return Fraction(self.over * 10**self.power, self.under)
        return Fraction(self.over, self.under * 10**-self.power)

    @property
    def step(self) -> Fraction:
        """One unit in the last written place."""
        if self.smallest is not None:
            return self.smallest
        return Fraction(10) ** self.place if self.under == 1 else Fraction(1, self.under) * 10**self.power

    @property
    def proper(self) -> bool:
        """Whether it is a fraction below one."""
        return self.under > 1 and self.over < self.under and not self.power

    def scale(self, power: int, end: int) -> None:
        """Multiply by a power of ten that is written up to `end`."""
        self.power += power
        self.place += power
        self.multiplier += power
        self.scaled = True
        self.end = end

    def figure(self) -> Figure:
        """The figure that it is."""
        span = Span(self.start, self.end)
        if self.under == 1 and self.power >= 0 and self.place == 0:
            return Figure(span, Fraction(self.over * 10**self.power), 0, self.zeros, self.words, _ONE)
        return Figure(span, self.value, self.place, self.zeros, self.words, self.step)
