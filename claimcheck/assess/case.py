"""A pair of quantities that disagrees, as the search for the cause sees it."""

from fractions import Fraction

from attrs import frozen

from claimcheck.assess.figures import Pairs
from claimcheck.assess.readings import Reading
from claimcheck.errors import UnitError
from claimcheck.lexicon.thresholds import explaining
from claimcheck.model import Figure, Quantity
from claimcheck.rounding import coarsest, digits
from claimcheck.units import Scale, scale

__all__ = ["Case", "agrees", "agrees_closely", "agrees_to_the_digit"]

_TEN = Fraction(10)


@frozen
class Case:
    """What disagrees: both quantities, their figures in pairs, and the units in which they were judged."""

    stated: Quantity
    restated: Quantity
    pairs: Pairs
    reading: Reading
    difference: bool
    text: str

    def explained_by(self, scale: Scale, *, closely: bool = False, to_the_digit: bool = False) -> bool:
        """Whether every restated figure is what `scale` makes of the stated one."""
        fit = _rounds if to_the_digit else agrees_closely if closely else agrees
        return all(fit(scale, one, two) for one, two in self.pairs)

    def explained_by_units(
        self, stated: str, restated: str, *, difference: bool | None = None, closely: bool = False
    ) -> bool:
        """The same for a scale between two named units; False where there is none."""
        difference = self.difference if difference is None else difference
        try:
            return self.explained_by(scale(stated, restated, difference=difference), closely=closely)
        except UnitError:
            return False


def agrees(scale: Scale, stated: Figure, restated: Figure) -> bool:
    """Whether a restated figure is a rounding of what a scale makes of the stated one, or the reverse.

    Tighter than the verdict: an explanation has to fit, not only to be allowed.
    """
    try:
        expected = scale(stated.value)
    except UnitError:
        return False
    off = abs(restated.value - expected)
    size = abs(expected)
    known = explaining()
    if off > known.fits_one_digit * size and not scale.intercept:  # most explanations are nowhere near
        return False
    most = known.fits_one_digit if digits(restated) == 1 else known.fits_rounded
    if 2 * off <= coarsest(restated) and off <= most * size:
        return True
    slack = coarsest(stated) * abs(scale.slope) if not scale.reciprocal else Fraction(0)
    if off <= known.fits * size and 2 * off <= coarsest(restated) + slack:
        return True
    # Readings of temperature: half a degree either way.
    return bool(scale.intercept) and 2 * off <= restated.step + stated.step * abs(scale.slope)


def agrees_to_the_digit(scale: Scale, stated: Figure, restated: Figure) -> bool:
    """The same for an explanation that chance offers often: right to the last digit that is shown."""
    expected = scale(stated.value)
    off, size = abs(restated.value - expected), abs(expected)
    if scale.intercept:  # a share of a reading means nothing
        return bool(2 * off <= restated.step)
    if off <= explaining().cut * size:
        return True
    return bool(2 * off <= restated.step * 10**restated.zeros and off <= explaining().to_the_digit * size)


def agrees_closely(scale: Scale, stated: Figure, restated: Figure) -> bool:
    """The same for an explanation that competes with plain errors of its size: to the last digit, about."""
    try:
        expected = scale(stated.value)
    except UnitError:
        return False
    off, size = abs(restated.value - expected), abs(expected)
    step, known = restated.step * 10**restated.zeros, explaining()
    if 2 * off <= step:
        return off <= (known.closely_one_digit if digits(restated) == 1 else known.closely_rounded) * size
    return off <= known.closely * size or (
        off <= known.closely_rounded * size and 2 * off <= coarsest(restated)
    )


def _rounds(scale: Scale, stated: Figure, restated: Figure) -> bool:
    """Whether the restated figure is, to its last significant digit, what the scale gives."""
    return 2 * abs(restated.value - scale(stated.value)) <= restated.step * _TEN**restated.zeros
