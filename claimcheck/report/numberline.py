"""A small picture of a conversion: what one figure gives, and what the other can stand for."""

from collections.abc import Iterator
from fractions import Fraction
from html import escape

from attrs import frozen

from claimcheck.report.figures import exponent, number
from claimcheck.report.intervals import Pair
from claimcheck.rounding import Interval

__all__ = ["picture"]

_WIDTH, _HEIGHT, _MARGIN = 340, 94, 12
_MARKS = 6
_CHARACTER = 6
"""Columns that a character takes: DejaVu and Verdana, the widest of common faces, have 5.7 at 11 px."""
_LOG_SCALE = 10 * _CHARACTER
_LOGARITHMIC = 20
"""Ratio of the largest number to the smallest from which a linear axis would show two dots and no more."""


def picture(pair: Pair) -> str:
    """The picture as inline SVG, without any style of its own; the page's style sheet colours it."""
    scale = _Scale.over(
        [pair.gives.low, pair.gives.high, pair.stands.low, pair.stands.high, pair.expected, pair.written]
    )
    low, high = max(pair.gives.low, pair.stands.low), min(pair.gives.high, pair.stands.high)
    band = (low, high, "meet") if low <= high else (high, low, "apart")
    first, width = _bar(scale, band[0], band[1])
    description = escape(f"{pair.given}; {pair.standing}")
    return "".join(
        (
            f'<svg class="line" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{description}">',
            f'<rect class="{band[2]}" x="{first}" y="16" width="{width}" height="56"/>',
            _fitted(18, pair.given, pair.given_in_short),
            *_bars(scale, pair.gives, pair.expected, 26, "gives"),
            _fitted(52, pair.standing, pair.standing, _LOG_SCALE if scale.logarithmic else 0),
            *_bars(scale, pair.stands, pair.written, 60, "stands"),
            f'<line class="axis" x1="{_MARGIN}" y1="74" x2="{_WIDTH - _MARGIN}" y2="74"/>',
            *_ticks(scale),
            "</svg>",
        )
    )


def _fitted(y: int, text: str, short: str, taken: float = 0) -> str:
    """The text, or what is short of it, or that squeezed: nothing runs out of the picture."""
    room = _WIDTH - 2 * _MARGIN - taken
    if len(text) * _CHARACTER <= room:
        return _label(_MARGIN, y, text)
    squeezed = len(short) * _CHARACTER > room
    return _label(
        _MARGIN, y, short, f'textLength="{room}" lengthAdjust="spacingAndGlyphs"' if squeezed else ""
    )


def _label(x: float, y: int, text: str, attributes: str = "") -> str:
    return f'<text x="{x}" y="{y}" {attributes}>{escape(text)}</text>'


def _bars(scale: "_Scale", interval: Interval, value: Fraction, y: int, name: str) -> Iterator[str]:
    first, width = _bar(scale, interval.low, interval.high)
    yield f'<rect class="{name}" x="{first}" y="{y - 4}" width="{width}" height="9" rx="2"/>'
    yield f'<circle class="point" cx="{scale.at(value)}" cy="{y + 0.5}" r="3"/>'


def _bar(scale: "_Scale", low: Fraction, high: Fraction) -> tuple[float, float]:
    """Left edge and width, at least wide enough to be seen."""
    left, right = scale.at(low), scale.at(high)
    return left, round(max(right - left, 2.0), 1)


def _ticks(scale: "_Scale") -> Iterator[str]:
    """Marks at round numbers; the unit stands in the words above the bars."""
    for value in scale.marks():
        x = scale.at(value)
        yield f'<line class="axis" x1="{x}" y1="74" x2="{x}" y2="78"/>'
        anchor = "end" if x > _WIDTH * 0.9 else "start" if x < _WIDTH * 0.1 else "middle"
        yield _label(x, 89, number(value), f'class="soft" text-anchor="{anchor}"')
    if scale.logarithmic:
        yield _label(_WIDTH - _MARGIN, 52, "log scale", 'class="soft" text-anchor="end"')


@frozen
class _Scale:
    """Numbers to columns of the picture."""

    low: Fraction
    high: Fraction
    logarithmic: bool

    @classmethod
    def over(cls, values: list[Fraction]) -> "_Scale":
        low, high = min(values), max(values)
        if low > 0 and high / low > _LOGARITHMIC:
            return cls(low * Fraction(9, 10), high * Fraction(10, 9), logarithmic=True)
        margin = (high - low) / 20 or Fraction(1, 2)
        return cls(low - margin, high + margin, logarithmic=False)

    def marks(self) -> Iterator[Fraction]:
        """Round numbers on the axis, three to six of them."""
        if self.logarithmic:
            decades = range(exponent(self.low), exponent(self.high) + 1)
            step = max(len(decades) // _MARKS, 1)
            powers = [Fraction(10) ** power for power in decades[::step]]
            leading = (1, 3) if len(powers) <= _MARKS // 2 else (1,)
            found = [power * digit for power in powers for digit in leading]
        else:
            size = next(
                step
                for power in range(exponent(self.high - self.low) - 1, 400)
                for step in (Fraction(10) ** power * digit for digit in (1, 2, 5))
                if (self.high - self.low) / step <= _MARKS - 1
            )
            first = -(-self.low // size)
            found = [size * (first + index) for index in range(_MARKS)]
        yield from (value for value in found if self.low <= value <= self.high)

    def at(self, value: Fraction) -> float:
        """Column of a number, to a tenth."""
        if self.logarithmic:
            share = (_log(value) - _log(self.low)) / (_log(self.high) - _log(self.low))
        else:
            share = float((value - self.low) / (self.high - self.low))
        return round(_MARGIN + share * (_WIDTH - 2 * _MARGIN), 1)


def _log(value: Fraction) -> float:
    """Logarithm of a fraction whose parts may be too large for a float."""
    from math import log  # noqa: PLC0415 # pictures only

    return log(value.numerator) - log(value.denominator)
