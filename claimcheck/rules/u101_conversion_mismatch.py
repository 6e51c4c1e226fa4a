"""U101: the figures of a conversion contradict each other."""

from collections.abc import Iterator

from claimcheck.model import Cause, Conversion, Severity, Verdict
from claimcheck.rules._wording import aside, because, converted, finding, off_by, shown
from claimcheck.rules.registry import Finding, Story, rule

_OTHER_RULES = (Cause.TEMP_DIFFERENCE_AS_READING, Cause.TEMP_READING_AS_DIFFERENCE, Cause.WRONG_UNIT_LABEL)


@rule(
    "U101",
    "conversion-mismatch",
    Severity.ERROR,
    bad=[
        "The depot lies [50 km (3 miles)] from the coast.",
        "The trail is [30 kilometres (48 miles)] long.",
        "The reserve covers [16 square miles (26 sq km)].",
        "He is [5 ft 11 in (1.08 m)] tall.",
        "Its range is [1,500 to 2,000 km (930-1,420 miles)].",
    ],
    good=[
        "The depot lies 50 km (30 miles) from the coast.",
        "The trail is 30 kilometres (19 miles) long.",
        "The base is 100 km (62.1 miles) away.",
        "Winds reached 155 km/h (100 mph).",
        "The gate is of 1.4 m gauge (62 km electrified).",
    ],
)
def conversion_mismatch(conversion: Conversion, story: Story) -> Iterator[Finding]:
    """The two figures of a conversion contradict each other.

    One of the figures is wrong, and readers who think in the other unit get a wrong fact. Rounding is no
    contradiction: either figure may be a rounding of the other, or both of a third, as far as writers of
    that kind of text round (`profile` in the configuration: news, science, recipes). The message says what
    the first figure is in the second unit, how far off the second is, and what most likely went wrong.

    The fix rewrites the second figure in its writer's style. It is applied without being asked for only
    where no other correction explains the text as well; a slipped digit may be in either figure, so check
    the source before taking it. The evidence is in docs/rounding.md.
    """
    text = story.document.text
    for found in story.assessments_of(conversion):
        if found.verdict is not Verdict.DISAGREES or found.cause in _OTHER_RULES:
            continue
        stated, restated = shown(found.stated, text), shown(found.restated, text)
        off, right = off_by(found), converted(found, text)
        what = f"{stated} is {right}, not {restated}" if right else f"{stated} is not {restated}"
        why = f"{f' ({off})' if off else ''}{because(found)}{aside(found, text)}"
        yield finding(conversion, found, text, what + why)
