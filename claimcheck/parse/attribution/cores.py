"""Where the noun phrase begins that ends at a token, read leftwards off the tags.

It takes determiners, modifiers, prepositional phrases, coordinated phrases and relative clauses with it.
"""

import re

from claimcheck.parse.attribution.auxiliaries import FINITE
from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["HEADS", "core_start", "is_scare_quote", "joins_phrases"]

HEADS = frozenset("nc#po")
"""Tags of words that a noun phrase can end with."""

_NEARLY = frozenset(["about", "around", "over", "under", "some", "nearly", "roughly"])
_ARTICLES = frozenset(["the", "a", "an", "his", "her", "its", "their", "my", "our", "your", "many", "some"])
_FRACTIONS = frozenset(["half", "a"])
# The rest of a list of short noun phrases after its first comma.
_LIST = re.compile(r"[Dncj#']{1,6}(?:,[Dncj#']{1,6}){0,4},?C[Dncj#']")


def is_scare_quote(tape: Tokens, j: int, floor: int) -> bool:
    """Whether the quotation that token `j` closes is a few words of a noun phrase."""
    if tape.quoted[j] < 0:
        return True
    opening = tape.quotations[tape.quoted[j]][0]
    return j - opening <= 8 and opening > floor


def core_start(tape: Tokens, last: int, floor: int) -> int | None:
    """The first token of the noun phrase whose last token is `last`."""
    tags, lower = tape.tags, tape.lower
    j = last
    if tags[j] == ")":
        bracket = _opening(tags, j, floor)
        if bracket is None or bracket <= floor:
            return None
        j = bracket - 1
    if tags[j] not in HEADS and tags[j] not in "Dj'>WdG":
        return None
    start: int | None = None
    if tags[j] in "po":
        before = tags[j - 1] if j > floor else "|"
        if before in "nc)" and lower[j].endswith(("self", "selves")):  # "the mayor himself"
            start, j = j, j - 1
        elif before == "P" and lower[j - 1] == "of" and j - 2 >= floor and tags[j - 2] in "D#n":
            start, j = j, j - 2  # "many of them"
        elif before == "P" and tags[j] == "o" and j - 2 >= floor and tags[j - 2] in "nj":
            start, j = j, j - 2  # "a man close to him"
        elif lower[j] == "others" and before in "#C":
            start, j = j, j - 1  # "two others", "the mayor and others"
        else:
            return j
    while j >= floor:
        t = tags[j]
        if t in "ncj#'":
            start = j
        elif t == "D":
            start = j
            if j > floor and tags[j - 1] in "nc" and lower[j] in _ARTICLES:
                break  # "a deal the mayor called": a relative clause without a pronoun
        elif t in "<>" and (t == ">" or start is not None):
            if t == "<":
                start = j
            elif not is_scare_quote(tape, j, floor):
                break
        elif t == "h" and start is not None and j - 1 >= floor and tags[j - 1] in "D'nc":
            start = j
        elif t in "dG":
            modifies = j > floor and (
                tags[j - 1] in "Dj#'"
                or (tags[j - 1] == "r" and (j - 2 < floor or tags[j - 2] not in "HBMncp"))
            )
            if start is not None and modifies and tags[j + 1] in "njcG":
                start = j
            elif (
                j > floor
                and (tags[j - 1] in "nc)" or tape.lower[j - 1] == "those")
                and (j == last or tags[j + 1] in ("PhrT" if t == "d" else "PhrTDnc#"))
            ):
                pass  # reduced relative: "a poll released Monday"
            elif (
                start is not None
                and tags[j + 1] in "njc"
                and (j == floor or tags[j - 1] in "P|,")
                and lower[j] != "said"
            ):
                start = j
            elif t == "G" and j - 2 > floor and tags[j - 2 : j] == "dP" and tags[j - 3] in "nc":
                start = start if start is not None else j  # "a man accused of stealing £4"
            else:
                relative = _relative(tape, j, floor)
                if relative is None:
                    break
                start, j = start if start is not None else j, relative
        elif (
            t == "P"
            and start == j + 1
            and (
                (lower[j] in _NEARLY and (tags[j + 1] == "#" or lower[j + 1] in _FRACTIONS))
                or (lower[j] == "at" and lower[j + 1] in ("least", "most"))
            )
        ):
            start = j
        elif lower[j] == "than" and tags[j + 1] not in "#D":
            break  # "more than ministers say"
        elif t == "P" or (t == "T" and start is not None):
            if start is None or j - 1 < floor or tags[j - 1] not in "nc#)>'jh":
                if start is not None and j - 2 >= floor and tags[j - 1] in "Gd" and tags[j - 2] in "nc#)":
                    pass
                elif start is not None and j - 2 >= floor and tags[j - 1] == "P" and tags[j - 2] == "d":
                    pass  # "a survey paid for by the traders"
                elif not (lower[j] in ("than", "of") and j - 1 >= floor and tags[j - 1] in "jDr#"):
                    relative = _relative(tape, j, floor)
                    if relative is None or start is None:
                        break
                    j = relative
        elif t == "r":
            if (
                start is None
                or (tags[j + 1] not in "#jDr" and not _modified(tags, j, start, floor))
                or (tags[j + 1] == "D" and lower[j] not in ("nearly", "almost"))
            ):
                break
            start = j
        elif t == "C":
            if (
                start is not None
                and j - 1 >= floor
                and tags[j - 1] == "p"
                and (j - 1 == floor or tags[j - 2] in "D|.,;:<tSC")
            ):
                return j - 2 if j - 1 > floor and lower[j - 2] == "both" else j - 1
            if (
                start is None
                or j - 1 < floor
                or tags[j - 1] not in "nc#)>',"
                or not joins_phrases(tape, j, floor)
            ):
                break
        elif t == ",":
            if start is None or not _inside_list(tape, j, floor):
                break
        elif t == ")":
            opened = _opening(tags, j, floor)
            if opened is None:
                break
            j = opened
        elif t in FINITE:
            relative = _relative(tape, j, floor)
            if (
                relative is None
                and t == "V"
                and tags[j - 1] == "T"
                and tags[j - 2] in "Gd"
                and j - 3 >= floor
            ):
                relative = j - 2 if tags[j - 3] in "nc)" else None  # "people trying to sell boats"
            if relative is None or start is None:
                break
            j = relative
        elif t in "po":
            relative = _relative(tape, j, floor)
            if relative is None or start is None:
                if j + 1 < last and tags[j + 1] in "Wt" and start is not None and start > j + 1:
                    start = j  # "those who", "others that": the antecedent of the clause just read
                break
            j = relative
        else:
            break
        j -= 1
    if start is None or tags[start] == "C" or (start == last and tags[last] == "j"):
        return None
    while start <= last and tags[start] == "'":
        start += 1
    return start if start <= last else None


def _modified(tags: str, adverb: int, start: int, floor: int) -> bool:
    """Whether an adverb belongs to the participle that a phrase begins with: "a newly filed claim"."""
    return start == adverb + 1 and tags[start] in "dG" and adverb > floor and tags[adverb - 1] in "DP'j#"


def _opening(tags: str, j: int, floor: int) -> int | None:
    found = tags.rfind("(", max(floor, j - 15), j)
    return found if found >= 0 else None


def joins_phrases(tape: Tokens, j: int, floor: int) -> bool:
    """Whether a coordinator joins two noun phrases to one subject, not an object and a new subject."""
    tags = tape.tags
    left = j - 1 if tags[j - 1] != "," else j - 2
    if left < floor:
        return False
    start = left
    while start >= floor and (tags[start] in "ncj#D'P<>)" or _by(tape, start, left)):
        if tags[start] == ")":
            opened = _opening(tags, start, floor)
            if opened is None:
                break
            start = opened
        start -= 1
    return start < floor or tags[start] in "|.,;:<>-CStWr("


def _by(tape: Tokens, start: int, end: int) -> bool:
    """Whether a participle or time stands before "by": "a poll released Sunday by A and B"."""
    tags = tape.tags
    at = start
    while at < end and tags[at] in "dh":
        at += 1
    return at > start and tape.lower[at] == "by"


def _inside_list(tape: Tokens, j: int, floor: int) -> bool:
    """Whether a comma parts the items of "A, B and C"."""
    tags = tape.tags
    if j - 1 < floor or tags[j - 1] not in "nc#)":
        return False
    after = _LIST.match(tags, j + 1)
    first = j
    while first > floor and tags[first - 1] in "ncj#D'<>)(":
        first -= 1
    plain = first == floor or tags[first - 1] != "P"  # "At the same time, Doe and Roe said" is no list
    return after is not None and plain and joins_phrases(tape, j, floor)


def _relative(tape: Tokens, j: int, floor: int) -> int | None:
    """The relative pronoun of the clause whose verb is token `j`, if an antecedent stands before it."""
    tags = tape.tags
    for k in range(j - 1, max(floor, j - 12), -1):
        if tags[k] in "Wt":
            if k - 1 >= floor and tags[k - 1] in "nc#)Dp":
                return k
            if tags[k] == "W" or tags[k - 1] not in "dVZG":
                return None
        if tags[k] in ",.;:|":
            return None
    return None
