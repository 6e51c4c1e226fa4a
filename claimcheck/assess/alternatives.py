"""What else would make two figures agree, where the cause leaves open which words are the wrong ones."""

from collections.abc import Iterator

from attrs import evolve

from claimcheck.assess.causes import Diagnosis
from claimcheck.assess.pair import Fit, judged
from claimcheck.assess.readings import Reading, reading_of
from claimcheck.assess.suggestion import relabel, stated_like, suggest
from claimcheck.lexicon import english
from claimcheck.model import Cause, Correction, Quantity, Verdict
from claimcheck.render import exchanged
from claimcheck.rounding.limits import Limits

__all__ = ["alternatives"]

_EITHER_WAY = (Cause.INVERSE_FACTOR, Cause.SWAPPED_UNITS)
_SLIPPED = (Cause.DECIMAL_SLIP, Cause.DECIMAL_X1000)
_CONFUSED = (Cause.NAUTICAL_STATUTE, Cause.GALLON_US_IMP, Cause.TON_KIND)


def alternatives(
    fit: Fit, restated: Quantity, text: str, limits: Limits, diagnosis: Diagnosis
) -> Iterator[Correction]:
    """The corrections that the cause allows besides a restatement with other figures.

    A factor that was used the wrong way round gives the figures that two exchanged units give; a point may
    have slipped in either figure; and of two measures of one name, the figures may be right.
    """
    if diagnosis.cause in _EITHER_WAY:
        found = _exchanged(fit, restated, text, limits)
    elif diagnosis.cause in _SLIPPED:
        found = _stated(fit, restated, text, limits, diagnosis)
    elif diagnosis.cause is Cause.WRONG_UNIT_LABEL:
        found = _restated(fit, restated, text, limits, diagnosis)
    elif diagnosis.cause in _CONFUSED:
        found = _renamed(fit, restated, text, limits, diagnosis)
    else:
        found = None
    if found is not None:
        yield found


def _exchanged(fit: Fit, restated: Quantity, text: str, limits: Limits) -> Correction | None:
    """The same figures with each other's units: 4 miles (6.4 km) for 4 km (6.4 miles)."""
    reading = fit.reading
    other = Reading(reading.restated, reading.stated, reading.inverse, reading.scale, reading.rank)
    words = exchanged(fit.stated, restated, text) if not _is_short_for_a_rate(restated) else None
    if words is None or not _agrees(fit, other, limits):
        return None
    one, two = words
    return Correction(f"{one} ({two})", ((fit.stated.span, one), (restated.span, two)))


def _is_short_for_a_rate(quantity: Quantity) -> bool:
    """Whether the time of a rate is left out: the barrels of "2m barrels a day (318,000 cubic metres)"."""
    if quantity.unit is None or " / " not in quantity.unit.name:
        return False
    readings = english().spellings.get(quantity.raw_unit, ())
    return bool(readings) and " / " not in readings[0].unit.name


def _stated(
    fit: Fit, restated: Quantity, text: str, limits: Limits, diagnosis: Diagnosis
) -> Correction | None:
    """The stated quantity with its own point moved."""
    if len(diagnosis.stated) != len(fit.pairs):
        return None
    words = stated_like(fit, restated, text, diagnosis.stated, limits)
    return _in_place(fit.stated, text, words) if words is not None else None


def _restated(
    fit: Fit, restated: Quantity, text: str, limits: Limits, diagnosis: Diagnosis
) -> Correction | None:
    """The restated quantity with its point moved, where not its label is the wrong one."""
    words = suggest(fit, restated, text, limits, evolve(diagnosis, cause=Cause.DECIMAL_SLIP))
    return _in_place(restated, text, words) if diagnosis.figures and words is not None else None


def _renamed(
    fit: Fit, restated: Quantity, text: str, limits: Limits, diagnosis: Diagnosis
) -> Correction | None:
    """The figures as they are, and the full name of the unit that they are in."""
    one, two = diagnosis.first_unit or fit.reading.stated, diagnosis.unit or fit.reading.restated
    reading = reading_of(one, two)
    if reading is None or not _agrees(fit, reading, limits):
        return None
    quantity, unit = (fit.stated, one) if diagnosis.first_unit else (restated, two)
    words = relabel(quantity, text, unit, full=True)
    return _in_place(quantity, text, words) if words != quantity.span.of(text) else None


def _agrees(fit: Fit, reading: Reading, limits: Limits) -> bool:
    """Whether the figures agree as they are, in other units."""
    other = evolve(fit, reading=reading, judgements=())
    return all(each.verdict is Verdict.AGREES for each in judged(other, fit.pairs, limits))


def _in_place(quantity: Quantity, text: str, words: str) -> Correction:
    headed = quantity.raw_unit and quantity.raw_unit not in quantity.span.of(text)  # in a table
    return Correction(f"{words} {quantity.raw_unit}" if headed else words, ((quantity.span, words),))
