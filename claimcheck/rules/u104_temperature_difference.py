"""U104: a difference of temperature converted like a reading, or a reading like a difference."""

from collections.abc import Iterator

from claimcheck.model import Cause, Conversion, Severity, Verdict
from claimcheck.rules._wording import because, finding, shown, suggested
from claimcheck.rules.registry import Finding, Story, rule


@rule(
    "U104",
    "temperature-difference",
    Severity.ERROR,
    bad=[
        "The lake has warmed by [2 °C (36 °F)] since 1980.",
        "Nights are [5 °C (41 °F)] cooler than days.",
        "Heat the oven to [200 °C (360 °F)].",
    ],
    good=[
        "The lake has warmed by 2 °C (3.6 °F) since 1980.",
        "Nights are 5 °C (9 °F) cooler than days.",
        "Heat the oven to 200 °C (392 °F).",
        "The water is at 2 °C (36 °F).",
    ],
)
def temperature_difference(conversion: Conversion, story: Story) -> Iterator[Finding]:
    """A rise or fall of temperature is converted like a reading of a thermometer, or the reverse.

    A reading of 2 °C is 35.6 °F; a rise of 2 °C is 3.6 °F. The 32 belongs to readings only. It is the classic
    error of climate reporting: converters on the web know readings alone. What makes a difference are the
    words around it (by, rise of, warmer, above average, ±, per decade), listed in `lexicon/en/rounding.toml`.
    """
    text = story.document.text
    for found in story.assessments_of(conversion):
        if found.verdict is not Verdict.DISAGREES:
            continue
        if found.cause not in (Cause.TEMP_DIFFERENCE_AS_READING, Cause.TEMP_READING_AS_DIFFERENCE):
            continue
        stated, restated = shown(found.stated, text), shown(found.restated, text)
        what = "a difference of" if found.cause is Cause.TEMP_DIFFERENCE_AS_READING else "a temperature of"
        message = f"{what} {stated} is {suggested(found, text)}, not {restated}{because(found)}"
        yield finding(conversion, found, text, message)
