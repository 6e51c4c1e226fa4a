"""U102: the figures of a conversion agree only roughly."""

from collections.abc import Iterator

from claimcheck.model import Conversion, Severity, Verdict
from claimcheck.rules._wording import because, finding, off_by, shown, suggested
from claimcheck.rules.registry import Finding, Story, rule


@rule(
    "U102",
    "loose-rounding",
    Severity.WARNING,
    bad=[
        "The beach is [1 mile (2 km)] long.",
        "Stay [6 feet (2 m)] apart.",
        "The well is [30 ft (10 m)] deep.",
        "It cruises at [35,000 ft (10,686 m)].",
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

    A precise figure that two digits in another order would make right to the last is reported here too:
    10,686 m are about 35,000 ft, but 10,668 m are 35,000 ft.

    The fix gives the second figure as many digits as it needs to agree.
    """
    text = story.document.text
    for found in story.assessments_of(conversion):
        if found.verdict is Verdict.LOOSE:
            stated, restated = shown(found.stated, text), shown(found.restated, text)
            better = suggested(found, text)
            if found.cause is not None:
                message = f"{stated} is {better}, and {restated} only about as much ({off_by(found)})"
                message += f": perhaps{because(found)[1:]}"
            else:
                message = f"{restated} is a loose rounding of {stated} ({off_by(found)})"
                message += f"; {better} is closer" if better else ""
            yield finding(conversion, found, text, message)
