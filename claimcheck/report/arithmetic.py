"""The arithmetic behind a claim, in words: both directions of a conversion, products, plain amounts."""

from collections.abc import Iterator
from fractions import Fraction

from claimcheck.model import Assessment, Multiple, Quantity
from claimcheck.render import agreeing, in_words
from claimcheck.report import figures
from claimcheck.report.intervals import pairs
from claimcheck.report.labels import as_written, counted, counterpart, label, measure, natural, written_label

__all__ = ["amount_of", "both_ways", "product", "reasons"]


def both_ways(text: str, assessment: Assessment) -> str:
    """The arithmetic of both directions: "50 km is 31.07 miles; 30 miles is 48.3 km".

    Where a label cannot be right there is none, and the one that would be is named.
    """
    stated, restated = assessment.stated, assessment.restated
    if not assessment.expected or (stated.unit and restated.unit and stated.unit.name == restated.unit.name):
        better = f"; {assessment.suggestion} would agree" if assessment.suggestion else ""
        return f"{as_written(text, stated)} is not {as_written(text, restated)}{better}"
    there = _restated(as_written(text, stated), assessment.expected, restated)
    back = _restated(as_written(text, restated), assessment.reverse, stated)
    return f"{there}; {back}"


def _restated(given: str, values: tuple[Fraction, ...], other: Quantity) -> str:
    finest = min(figure.place + figure.zeros for figure in other.figures) - 1
    link = " × " if other.shape == "dimensions" else " to "
    theirs = link.join(figures.number(value, place=finest) for value in values)
    unit = agreeing(written_label(other), singular=theirs == "1")
    return f"{given} is {measure(theirs, unit)}"


def amount_of(quantity: Quantity) -> str:
    """The value in words of our own, with the counterpart in the other system where there is one."""
    link = {"range": " to ", "dimensions": " × ", "single": ""}[quantity.shape]
    values = tuple(figure.value for figure in quantity.figures)
    name = quantity.unit.name if quantity.unit else ""
    one = link == "" and abs(values[0]) == 1
    unit = quantity.raw_unit if name in ("", "count") else counted(label(name), one=one)
    amount = measure(link.join(figures.exactly(value) for value in values), unit)
    if quantity.tolerance is not None:
        amount += f" ± {measure(figures.exactly(quantity.tolerance.value), unit)}"
    other = counterpart(values, quantity.unit) if quantity.unit and quantity.shape != "dimensions" else None
    return f"{amount} ({other})" if other else amount


def product(multiple: Multiple) -> Iterator[str]:
    """The arithmetic of a multiple, then the definition of its reference and who gives it."""
    reference = multiple.reference
    unit = label(reference.unit)
    one = measure(figures.precisely(reference.value), unit)
    whole = natural(multiple.value, reference.unit, reference.kind)
    yield f"{figures.exactly(multiple.factor.value)} × {one} is {whole}"
    yield f"{reference.name}: {reference.note} ({reference.source})"


def reasons(text: str, assessment: Assessment) -> Iterator[str]:
    """Why the figures were judged as they were."""
    for pair in pairs(text, assessment):
        yield f"{pair.given}; {pair.standing}"
    if assessment.cause is not None:
        yield f"cause: {assessment.cause.replace('_', ' ')}"
    if assessment.suggestion is not None:
        yield f"could be: {assessment.suggestion}"
    for reading, verdict in assessment.verdicts_by_reading:
        yield f"read as {' to '.join(in_words(name) for name in reading.split(' → '))}: {verdict}"
