"""What the words around a conversion say of it: hedges, and temperatures that are differences."""

from functools import cache

import regex

from claimcheck.lexicon.rounding import rounding_table
from claimcheck.model import Bound, Quantity

__all__ = ["hedged", "is_difference"]

_NEAR = 60


def hedged(*quantities: Quantity) -> bool:
    """Whether any of the quantities is said not to be exact."""
    return any(modifier.bound is not Bound.EXACT for each in quantities for modifier in each.modifiers)


def is_difference(stated: Quantity, restated: Quantity, text: str) -> bool:
    """Whether two temperatures are a rise, fall or distance and not readings of a thermometer.

    "rose by 2 °C", "2 °C warmer", "± 2 °C", "2 °C of warming" are; "rose to 2 °C", "2 °C" are not.
    """
    kinds = {stated.kind, restated.kind}
    if "temperature difference" in kinds:
        return True
    if "temperature" not in kinds:
        return False
    start, end = min(stated.span, restated.span).start, max(stated.span.end, restated.span.end)
    before, behind = _patterns()
    if before.search(text[max(0, start - _NEAR) : start]) is not None:
        return True
    return behind.match(text[end : end + _NEAR]) is not None


@cache
def _patterns() -> tuple["regex.Pattern[str]", "regex.Pattern[str]"]:
    words = rounding_table()["differences"]
    before = regex.compile(
        r"""(?<!\w) (?: \L<before> )
            (?: \s++ (?: \L<filler> ) )*+ \s*+ [(~≈±]*+ \s*+ \Z""",
        regex.VERBOSE | regex.IGNORECASE,
        before=words["before"],
        filler=words["filler"],
    )
    behind = regex.compile(
        r"""[)\]]*+ [\s-]*+ (?: (?: \L<filler_behind> ) \s++ )*+ (?: \L<behind> ) (?!\w)""",
        regex.VERBOSE | regex.IGNORECASE,
        behind=words["behind"],
        filler_behind=words["filler_behind"],
    )
    return before, behind
