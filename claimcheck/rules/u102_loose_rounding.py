"""U102: the figures of a conversion agree only roughly."""

from collections.abc import Iterator

from claimcheck.model import Conversion, Severity, Verdict
from claimcheck.rules.registry import Finding, Story, rule


@rule(
    "U102",
    "loose-rounding",
    Severity.WARNING,
    bad=["The beach is [1 mile (2 km)] long."],
    good=["The beach is 1 mile (1.6 km) long."],
)
def loose_rounding(conversion: Conversion, story: Story) -> Iterator[Finding]:
    """Two figures for one quantity agree only roughly.
    """
    for found in story.assessments_of(conversion):
        if found.verdict is Verdict.LOOSE:
            yield Finding("loose", conversion.span, data={"gap": str(found.gap)})
