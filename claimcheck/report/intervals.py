"""What one side of a conversion gives, set against what the other can stand for, in one unit."""

from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from claimcheck import units
from claimcheck.errors import UnitError
from claimcheck.model import Assessment, Figure, Quantity
from claimcheck.report.figures import exactly, number
from claimcheck.report.labels import as_written, measure, written_label
from claimcheck.rounding import Interval, vouched

__all__ = ["Pair", "pairs"]


@frozen
class Pair:
    """One stated and one restated figure, both as intervals in the restated unit."""

    gives: Interval
    expected: Fraction
    stands: Interval
    written: Fraction
    stated: str
    restated: str
    unit: str

    @property
    def given(self) -> str:
        """The stated side in words: "50 km gives 31.07 miles (15.53 to 46.6)"."""
        return f"{self.stated} gives {self.given_in_short}"

    @property
    def given_in_short(self) -> str:
        """The same without the words: "31.07 miles (15.53 to 46.6)"."""
        return f"{measure(number(self.expected), self.unit)} ({_range(self.gives)})"

    @property
    def standing(self) -> str:
        """The restated side in words: "30 miles can stand for 25 to 35"."""
        return f"{self.restated} can stand for {_range(self.stands)}"


def pairs(text: str, assessment: Assessment) -> Iterator[Pair]:
    """Every figure of an assessment with its counterpart; none where the two sides differ in shape."""
    stated, restated = assessment.stated, assessment.restated
    if len(stated.figures) != len(restated.figures) or len(assessment.expected) != len(stated.figures):
        return
    unit = written_label(restated)
    for one, two, expected in zip(stated.figures, restated.figures, assessment.expected, strict=True):
        vouches = vouched(one)
        ends = sorted(
            _converted(each, one, expected, stated, restated) for each in (vouches.low, vouches.high)
        )
        yield Pair(
            Interval(*ends),
            expected,
            vouched(two),
            two.value,
            _side(text, stated, one),
            _side(text, restated, two),
            unit,
        )


def _side(text: str, quantity: Quantity, figure: Figure) -> str:
    if len(quantity.figures) == 1:
        return as_written(text, quantity)
    return measure(exactly(figure.value), written_label(quantity))


def _converted(
    value: Fraction, figure: Figure, expected: Fraction, stated: Quantity, restated: Quantity
) -> Fraction:
    """The value in the restated unit, by the scale that took `figure` to `expected`."""
    if stated.unit and restated.unit:
        difference = "difference" in restated.unit.kind
        try:
            if (
                units.convert(figure.value, stated.unit.name, restated.unit.name, difference=difference)
                == expected
            ):
                return units.convert(value, stated.unit.name, restated.unit.name, difference=difference)
        except UnitError:
            pass  # another reading of the unit was used: the ratio of the two figures is its scale
    return value * expected / figure.value if figure.value else expected


def _range(interval: Interval) -> str:
    return f"{number(interval.low)} to {number(interval.high)}"
