"""What the words around a conversion say of it: hedges, and temperatures that are differences."""

from functools import cache

import regex
from attrs import frozen

from claimcheck.lexicon.rounding import rounding_table
from claimcheck.lexicon.thresholds import reach
from claimcheck.model import Bound, Quantity

__all__ = ["hedged", "is_difference", "is_doubtful", "may_be_difference"]


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
    patterns = _patterns()
    before = _past_pairs(text[max(0, start - reach().far) : start])
    if (
        patterns.before.search(before[-reach().near :]) is not None
        or patterns.sign.search(before) is not None
    ):
        return True
    behind = text[end : end + reach().far]
    while (match := patterns.pair_behind.match(behind)) is not None and match.end():
        behind = behind[match.end() :]
    return patterns.behind.match(behind[: reach().near]) is not None


def _past_pairs(before: str) -> str:
    """What stands before a list of pairs, of which the one in question is the last."""
    while (shorter := _patterns().pair_before.sub("", before)) != before:
        before = shorter
    return before


def is_doubtful(stated: Quantity, restated: Quantity, text: str) -> bool:
    """Whether what makes two temperatures a difference may belong to something else near them.

    In "40 °C (104 °F), 5 °C (9 °F) above average" it belongs to the pair behind; "5 °C (41 °F) above the dam"
    is a place; "heated by 80 °C (176 °F) water" names what heats. What agrees as readings then is readings.
    """
    start, end = min(stated.span, restated.span).start, max(stated.span.end, restated.span.end)
    patterns = _patterns()
    before, behind = text[max(0, start - reach().near) : start], text[end : end + reach().near]
    far = text[max(0, start - reach().far) : start]
    if patterns.sign.search(far) is not None:
        return False
    if (cue := patterns.before.search(before)) is not None:
        return "by" in cue.group().lower().split() and patterns.agent.match(behind) is not None
    if patterns.before.search(_past_pairs(far)[-reach().near :]) is not None:
        return False
    match = patterns.behind.match(behind)
    return match is None or patterns.place.match(behind) is not None


def may_be_difference(stated: Quantity, restated: Quantity, text: str) -> bool:
    """Whether two temperatures are small enough to be a rise or fall, with no word that says otherwise."""
    if stated.kind != "temperature" or max(abs(stated.most), abs(restated.most)) > reach().small:
        return False
    if not stated.most and not restated.most:  # a rise of nothing is no news; 0 °C is 32 °F
        return False
    start, end = min(stated.span, restated.span).start, max(stated.span.end, restated.span.end)
    patterns = _patterns()
    if patterns.reading.search(text[max(0, start - reach().near) : start]) is None:
        return True
    if patterns.compared.match(text, end) is not None:
        return True
    around = text[max(0, start - reach().far) : start].rpartition("\n\n")[2] + text[end : end + reach().near]
    return patterns.amount.search(around) is not None


@frozen(eq=False)
class _Patterns:
    """What makes a difference: words before and behind, signs anywhere near; and other pairs to look past."""

    before: "regex.Pattern[str]"
    behind: "regex.Pattern[str]"
    sign: "regex.Pattern[str]"
    place: "regex.Pattern[str]"
    agent: "regex.Pattern[str]"
    reading: "regex.Pattern[str]"
    amount: "regex.Pattern[str]"
    compared: "regex.Pattern[str]"
    pair_before: "regex.Pattern[str]"
    pair_behind: "regex.Pattern[str]"


@cache
def _patterns() -> _Patterns:
    words = rounding_table()["differences"]
    before = regex.compile(
        r"""(?<!\w)
            (?: \L<before>
              | (?: \L<nouns> )  # warming (in May) (has already) reached
                (?: (?= \s++ (?: \L<goes_on> ) (?!\w) )
                    (?: \s++ (?! (?: \L<warm> | \L<links> ) (?!\w) ) [\p{L}\d'’-]++ ){1,5}? )?
                \s++ (?: \L<links> )
            )
            (?: \s++ (?: \L<filler> ) )*+ \s*+ [(~≈±]*+ \s*+ \Z""",
        regex.VERBOSE | regex.IGNORECASE,
        before=words["before"],
        nouns=words["nouns"],
        links=words["links"],
        goes_on=words["goes_on"],
        warm=words["warm"],
        filler=words["filler"],
    )
    behind = regex.compile(
        r"""[)\]]*+ [\s-]*+ (?: (?: \L<filler> ) \s++ )*+ (?: \L<behind> ) (?!\w)""",
        regex.VERBOSE | regex.IGNORECASE,
        behind=[*words["behind"], *words["behind_place"]],
        filler=words["filler_behind"],
    )
    place = regex.compile(
        r"[)\]]*+ [\s-]*+ (?: \L<place> ) (?!\w) (?! [^.;]{0,40} (?<!\w) (?: \L<norms> ) (?!\w) )",
        regex.VERBOSE | regex.IGNORECASE,
        place=words["behind_place"],
        norms=words["norms"],
    )
    # A word that goes on from an amount ("since", "over", "in") is no agent; any other one is.
    agent = regex.compile(
        r"[)\]]*+ \s++ (?! (?: \L<goes_on> ) (?!\w) ) \p{L}",
        regex.VERBOSE | regex.IGNORECASE,
        goes_on=words["goes_on"],
    )
    sign = regex.compile(r"\L<anywhere>", regex.IGNORECASE, anywhere=words["anywhere"])
    reading = regex.compile(
        r"""(?<!\w)
            (?: \L<readings>
              | (?: \L<acts> ) (?: \s++ [\p{L}'’-]++ ){1,4}? \s++ to  # chill the wine to
              | (?: \L<warm> ) (?: \s++ [\p{L}'’-]++ ){0,4}?  # the low in May
                \s++ (?: \L<copulas> ) (?: \s++ an?+ \s++ \p{L}++ )?+  # was a mild
            )
            (?: \s++ (?: \L<filler> ) )*+ \s*+ [(~≈]*+ \s*+ \Z""",
        regex.VERBOSE | regex.IGNORECASE,
        readings=words["readings"],
        acts=words["acts"],
        warm=[*words["temperature"], *words["warm"]],
        copulas=words["copulas"],
        filler=words["filler"],
    )
    amount = regex.compile(
        r"(?<!\w) (?: \L<amounts> ) (?!\w)",
        regex.VERBOSE | regex.IGNORECASE,
        amounts=[*words["nouns"], *words["climate"]],
    )
    compared = regex.compile(
        r"[)\]]*+ [\s-]*+ (?: \L<words> ) (?!\w)",
        regex.VERBOSE | regex.IGNORECASE,
        words=words["compared"],
    )
    pair = r"[^()\n]{1,24}\([^()\n]{1,30}\)"
    pair_before = regex.compile(rf"[-−\d.]++{pair}\s*[,;]?\s*(?:and|or|to)?\s*\Z")
    pair_behind = regex.compile(rf"\)?\s*[,;]?\s*(?:and|or|to)?\s*[-−\d.]++{pair}")
    return _Patterns(before, behind, sign, place, agent, reading, amount, compared, pair_before, pair_behind)
