"""U102: the figures of a conversion agree only roughly."""

from collections.abc import Iterator

from claimcheck.model import Conversion, Severity, Verdict
from claimcheck.rules._wording import finding, off_by, shown, suggested
from claimcheck.rules.registry import Finding, Story, rule


@rule(
    "U102",
    "loose-rounding",
    Severity.WARNING,
    bad=[
        "The beach is [1 mile (2 km)] long.",
        "Stay [6 feet (2 m)] apart.",
        "The well is [30 ft (10 m)] deep.",
    ],
    good=[
        "The beach is 1 mile (1.6 km) long.",
        "Stay 6 feet (1.8 m) apart.",
        "The well is 30 ft (9 m) deep.",
    ],
)
def loose_rounding(conversion: Conversion, story: Story) -> Iterator[Finding]:
    """The two figures of a conversion agree only as rough estimates.

    "1 mile (2 km)" is no error, for both figures are estimates, but it is a quarter off and a digit more
    costs nothing. Conventional pairs of kitchens ("1 lb (500 g)") are loose as well, and pass where the
    document is evidently a recipe.

    The fix gives the second figure as many digits as it needs to agree.
    """
    text = story.document.text
    for found in story.assessments_of(conversion):
        if found.verdict is Verdict.LOOSE:
            stated, restated = shown(found.stated, text), shown(found.restated, text)
            better = f"; {suggested(found, text)} is closer" if found.suggestion else ""
            yield finding(
                conversion,
                found,
                text,
                f"{restated} is a loose rounding of {stated} ({off_by(found)}){better}",
            )
