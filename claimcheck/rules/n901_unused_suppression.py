"""N901 unused-suppression."""

from collections.abc import Iterator

from claimcheck.errors import RuleError
from claimcheck.model import Severity, Suppression
from claimcheck.rules.registry import Finding, Story, find, rule

__all__ = ["unused_suppression"]


@rule(
    "N901",
    "unused-suppression",
    Severity.WARNING,
    bad=[
        "The base lies 50 km (30 miles) from the border. [<!-- claimcheck ignore U101 -->]",
        "[<!-- claimcheck off -->]\nNothing here needs silence.\n<!-- claimcheck on -->",
        "[<!-- claimcheck ignore everything -->] The base lies on the coast.",
    ],
    good=[
        "The base lies on the coast.",
    ],
)
def unused_suppression(suppression: Suppression, _story: Story) -> Iterator[Finding]:
    """A comment that silences a rule silences nothing.

    The text was mended and the comment stayed, or the comment never did what its writer thought. Either way
    the next real finding in its reach goes unheard. Remove what is unused. `off` is judged by whether any
    enabled rule had anything to say up to the next `on`, `ignore` rule by rule; a rule that is not enabled
    in this run is not judged.
    """
    if suppression.problem:
        yield Finding(suppression.problem, suppression.span)
        return
    for code in suppression.codes:
        try:
            find(code)
        except RuleError as error:
            yield Finding(str(error), suppression.span)
    if suppression.unused == ("off",):
        yield Finding("nothing to silence up to where checking is on again", suppression.span)
    elif suppression.unused:
        yield Finding(f"{' and '.join(suppression.unused)}: nothing to silence here", suppression.span)
