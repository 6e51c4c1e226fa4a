"""What the rules about conversions say, and the fix that goes with it."""

from fractions import Fraction

from attrs import evolve

from claimcheck.model import (
    Assessment,
    Cause,
    Conversion,
    Edit,
    Fix,
    Plain,
    Quantity,
    Related,
    Relation,
    Span,
)
from claimcheck.render import rounded, unit_like
from claimcheck.rules.registry import Finding

__all__ = ["aside", "because", "converted", "finding", "off_by", "place", "shown", "suggested"]

_BECAUSE: dict[Cause, str] = {
    Cause.DIGIT_TRANSPOSITION: "two digits have changed places",
    Cause.DIGIT_ERROR: "one digit is wrong",
    Cause.DECIMAL_X10: "the decimal point has slipped",
    Cause.DECIMAL_DIV10: "the decimal point has slipped",
    Cause.DECIMAL_X1000: "it is a thousand times off",
    Cause.DECIMAL_SLIP: "the decimal point has slipped",
    Cause.INVERSE_FACTOR: "the factor was applied the wrong way round",
    Cause.SWAPPED_UNITS: "as if the two units had changed places",
    Cause.LINEAR_FOR_AREA: "the factor for a length was used for an area or volume",
    Cause.NAUTICAL_STATUTE: "nautical and statute miles were confused",
    Cause.GALLON_US_IMP: "US and imperial measures were confused",
    Cause.TON_KIND: "two kinds of ton were confused",
    Cause.TEMP_DIFFERENCE_AS_READING: "a rise or difference was converted like a reading, with the 32 added",
    Cause.TEMP_READING_AS_DIFFERENCE: "a reading was converted like a difference, without the 32",
    Cause.SIGN_DROPPED: "a minus sign is missing or too many",
    Cause.RANGE_ONE_END: "one figure is wrong and the other right",
    Cause.WRONG_UNIT_LABEL: "the figure fits another unit",
    Cause.FACTOR_CONFUSED: "the factor of another pair of units was used",
}


_AMBIGUOUS = (Cause.GALLON_US_IMP, Cause.TON_KIND, Cause.NAUTICAL_STATUTE)


def place(conversion: Conversion, found: Assessment, text: str) -> Span:
    """Where a finding stands: the whole conversion, or the one restatement that it is about.

    That is where there are several, and in a table whose sides stand in rows of their own.
    """
    several = len(conversion.restated) > 1 or "\n" in _between(conversion, text)
    return found.restated.span if several else conversion.span


def _between(conversion: Conversion, text: str) -> str:
    """What stands between the sides of a conversion in a table; prose runs over its lines."""
    return conversion.span.of(text) if conversion.relation is Relation.TABLE else ""


def finding(conversion: Conversion, found: Assessment, text: str, message: str) -> Finding:
    """A finding about one restatement; the suggestion is its fix, the data are for editors' tools."""
    data: dict[str, Plain] = {
        "cause": str(found.cause) if found.cause else None,
        "gap": round(float(found.gap), 6),
    }
    fixes: tuple[Fix, ...] = tuple(
        Fix(f"write {each.text}", tuple(Edit(span, words) for span, words in each.edits))
        for each in found.alternatives
    )
    if found.suggestion is not None:
        edit = Edit((found.mends or found.restated).span, found.suggestion)
        fix = Fix(f"write {found.suggestion}", (edit,), certain=found.certain)
        # Where the units have changed places, to put them back follows from the cause.
        fixes = (*fixes, fix) if found.cause is Cause.SWAPPED_UNITS else (fix, *fixes)
        fixes = (fixes[0], *(evolve(each, title=f"or {each.title}") for each in fixes[1:]))
        data["suggestion"] = found.suggestion
    if found.alternatives:
        data["alternatives"] = [each.text for each in found.alternatives]
    where = place(conversion, found, text)
    related = (Related(found.stated.span, "restates this"),) if where != conversion.span else ()
    return Finding(message, where, related, fixes, data)


def shown(quantity: Quantity, text: str) -> str:
    """A quantity as it is written; with its unit where that stands in the heading of its column."""
    return _labelled(quantity.span.of(text), quantity, text)


def suggested(found: Assessment, text: str) -> str | None:
    """The suggestion as a message names it: with its unit even where only the figure is to be rewritten."""
    if found.suggestion is None:
        return None
    return _labelled(found.suggestion, found.mends or found.restated, text)


def converted(found: Assessment, text: str) -> str | None:
    """The stated quantity in the restated unit, in the manner of the restatement."""
    if found.mends is None:
        return suggested(found, text)
    anew = next((each.text for each in found.alternatives if each.edits[0][0] == found.restated.span), None)
    return _labelled(anew, found.restated, text) if anew is not None else None


def aside(found: Assessment, text: str) -> str:
    """What the cause makes of the figures, in brackets: the units put back, the stated digits put back."""
    if found.mends is not None and found.suggestion is not None:
        return f" ({shown(found.restated, text)} is {suggested(found, text)})"
    if found.cause is Cause.SWAPPED_UNITS and found.alternatives:
        (_, one), (_, two) = found.alternatives[0].edits
        return f" ({one} is {two})"
    return ""


def _labelled(words: str, quantity: Quantity, text: str) -> str:
    headed = quantity.raw_unit and quantity.raw_unit not in quantity.span.of(text)
    return f"{words} {quantity.raw_unit}" if headed else words


def because(found: Assessment) -> str:
    """The likely cause as a clause, with a colon before it; empty where there is none to name."""
    clause = _BECAUSE.get(found.cause) if found.cause else None
    if clause is None and found.cause is not None and _is_copied(found):
        clause = "the same figure stands in both units"
    if (
        clause
        and found.cause in _AMBIGUOUS
        and any(_is_open(each) for each in (found.stated, found.restated))
    ):
        clause += ", or the text must say which is meant"
    return f": {clause}" if clause else ""


def _is_copied(found: Assessment) -> bool:
    """Whether the restatement has the stated figures."""
    ones, twos = ([each.value for each in side.figures] for side in (found.stated, found.restated))
    return ones == twos


def _is_open(quantity: Quantity) -> bool:
    """Whether the words leave it open which of several units of one kind is meant."""
    return any(each.kind == quantity.kind for each in quantity.readings)


def off_by(found: Assessment) -> str:
    """How far the worst restated figure is from what it would be: "10 times too small", "18 % too large"."""
    pairs = list(zip(found.restated.figures, found.expected, strict=False))
    if not pairs:
        return ""
    if found.gap_unit:
        figure, expected = max(pairs, key=lambda pair: abs(pair[0].value - pair[1]))
        unit = unit_like(found.restated.unit.name, "°C") if found.restated.unit else ""
        size = rounded(
            abs(figure.value - expected),
            Fraction(1) if abs(figure.value - expected) >= 1 else Fraction(1, 10),
        )
        return f"{_plain(size)} {unit} too {'high' if figure.value > expected else 'low'}"
    figure, expected = max(pairs, key=lambda pair: _ratio(pair[0].value, pair[1]))
    if not expected or not figure.value or (figure.value < 0) != (expected < 0):
        return ""
    ratio = figure.value / expected
    if ratio >= _TWICE or ratio <= 1 / _TWICE:
        times = _short(max(ratio, 1 / ratio))
        return f"{times} times too {'large' if ratio > 1 else 'small'}"
    percent = abs(ratio - 1) * 100
    size = rounded(percent, Fraction(1) if percent >= 10 else Fraction(1, 10))  # noqa: PLR2004 # two digits are enough
    return f"{_plain(size)} % too {'large' if ratio > 1 else 'small'}"


_TWICE = Fraction(2)


def _ratio(value: Fraction, expected: Fraction) -> Fraction:
    if not value or not expected:
        return Fraction(0)
    ratio = abs(value / expected)
    return max(ratio, 1 / ratio)


def _short(value: Fraction) -> str:
    """A factor with two digits: "2.6", "10", "1,000"."""
    if value >= 10:  # noqa: PLR2004 # two digits before the point are enough
        step = Fraction(10) ** (len(str(int(value))) - 2)
        return f"{int(rounded(value, max(step, Fraction(1)))):,}"
    return _plain(rounded(value, Fraction(1, 10)))


def _plain(value: Fraction) -> str:
    return f"{float(value):g}"
