"""U106: the figure of a conversion is right and its unit is not."""

from collections.abc import Iterator

from claimcheck.model import Cause, Conversion, Severity, Verdict
from claimcheck.rules._wording import finding, shown, suggested
from claimcheck.rules.registry import Finding, Story, rule


@rule(
    "U106",
    "wrong-unit-label",
    Severity.ERROR,
    bad=[
        "The road is [188 km (117 m)] long.",
        "Bake at [375 °C (190 °C)] for an hour.",
        "The cliff is [1,350 m (4,429 in)] high.",
    ],
    good=[
        "The road is 188 km (117 mi) long.",
        "Bake at 375 °F (190 °C) for an hour.",
        "The cliff is 1,350 m (4,429 ft) high.",
    ],
)
def wrong_unit_label(conversion: Conversion, story: Story) -> Iterator[Finding]:
    """A figure of the conversion fits another unit than the one that is written beside it.

    The converter got the figure right and the hand that typed it got the unit wrong: m for mi, in for ft, °C
    twice. The fix puts the right unit, in the same manner (symbol or word), and leaves the figure.
    """
    text = story.document.text
    for found in story.assessments_of(conversion):
        if found.verdict is Verdict.DISAGREES and found.cause is Cause.WRONG_UNIT_LABEL:
            wrong = shown(found.mends or found.restated, text)
            better = (
                f"{suggested(found, text)} is probably meant" if found.suggestion else "it fits another unit"
            )
            yield finding(
                conversion,
                found,
                text,
                f"{wrong} does not match; {better}: the unit is wrong, not the figure",
            )
