"""U103: the restatement has digits that its source does not have."""

from collections.abc import Iterator

from claimcheck.model import Conversion, Severity
from claimcheck.rules._wording import finding, shown, suggested
from claimcheck.rules.registry import Finding, Story, rule


@rule(
    "U103",
    "false-precision",
    Severity.NOTE,
    bad=[
        "The mast is [13 m (42.6509 ft)] tall.",
        "It holds about [30 litres (7.92516 US gallons)].",
    ],
    good=[
        "The mast is 13 m (43 ft) tall.",
        "The summit is 3,000 m (9,843 ft) high.",
        "By definition, 1 inch is 25.4 mm (1 in = 25.4 mm).",
    ],
)
def false_precision(conversion: Conversion, story: Story) -> Iterator[Finding]:
    """The second figure claims digits that the first one cannot vouch for.

    "13 m" means anything from 12.5 to 13.5 m; "42.6509 ft" says that somebody measured to a thousandth of
    an inch. Converted figures should have about as many significant digits as their source
    (NIST Special Publication 811, section B.7). A second figure whose last digit is less than a fiftieth
    of the first one's is reported. The fix rounds it.
    """
    text = story.document.text
    for found in story.assessments_of(conversion):
        if found.false_precision:
            stated, restated = shown(found.stated, text), shown(found.restated, text)
            better = f": {suggested(found, text)} says as much" if found.suggestion else ""
            report = finding(conversion, found, text, f"{restated} is more precise than {stated}{better}")
            report.data["cause"] = "false_precision"
            yield report
