"""U107: one figure is restated in two ways within a document."""

from collections.abc import Iterator
from fractions import Fraction

from claimcheck.model import Conversion, Quantity, Related, Severity, Verdict
from claimcheck.rules._wording import shown
from claimcheck.rules.registry import Finding, Story, rule
from claimcheck.text import Document

_Key = tuple[tuple[Fraction, ...], str, str]


@rule(
    "U107",
    "inconsistent-precision",
    Severity.NOTE,
    bad=["The ridge is 50 km (31 miles) long.\n\nFurther on, the [50 km (30 miles)] ridge falls to the sea."],
    good=["The ridge is 50 km (31 miles) long.\n\nFurther on, the 50 km (31 miles) ridge falls to the sea."],
)
def inconsistent_precision(document: Document, story: Story) -> Iterator[Finding]:
    """The same figure is restated with different figures in one document.

    Each restatement may be a fair rounding; side by side they make readers wonder which is right.
    """
    del document
    seen: dict[_Key, tuple[Conversion, Quantity]] = {}
    text = story.document.text
    for conversion in story.conversions:
        for found in story.assessments_of(conversion):
            if found.verdict is not Verdict.AGREES or not found.stated.unit or not found.restated.unit:
                continue
            key = (
                tuple(each.value for each in found.stated.figures),
                found.stated.unit.name,
                found.restated.unit.name,
            )
            first = seen.setdefault(key, (conversion, found.restated))
            if _values(first[1]) != _values(found.restated):
                yield Finding(
                    f"{shown(found.stated, text)} is {shown(found.restated, text)} here and "
                    f"{shown(first[1], text)} before",
                    conversion.span,
                    (Related(first[0].span, "restated so here"),),
                    data={"cause": None},
                )


def _values(quantity: Quantity) -> tuple[Fraction, ...]:
    return tuple(each.value for each in quantity.figures)
