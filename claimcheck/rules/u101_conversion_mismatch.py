"""U101: the figures of a conversion contradict each other."""

from collections.abc import Iterator

from claimcheck.model import Conversion, Severity, Verdict
from claimcheck.rules.registry import Finding, Story, rule


@rule(
    "U101",
    "conversion-mismatch",
    Severity.ERROR,
    bad=["The depot lies [50 km (3 miles)] from the coast."],
    good=["The depot lies 50 km (30 miles) from the coast."],
)
def conversion_mismatch(conversion: Conversion, story: Story) -> Iterator[Finding]:
    """Two figures for one quantity contradict each other.
    """
    for found in story.assessments_of(conversion):
        if found.verdict is Verdict.DISAGREES:
            yield Finding("mismatch", conversion.span, data={"cause": str(found.cause), "gap": str(found.gap)})
