"""Noun phrases around a verb: the one that ends before it, the one that begins behind it.

Both are read off the tags without a parse of the sentence. A noun phrase takes its prepositional phrases,
coordinated noun phrases, appositives ("the ambassador, Alexander Doe") and relative clauses with it.
"""

from functools import cache

import regex

from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["phrase_before"]

_NOMINAL = frozenset("ncj#hp'o")
_HEADS = frozenset("nc#po")
_VERBAL = frozenset("VZdMBHO")
_REACH = 60
_NEARLY = frozenset(["about", "around", "over", "under", "some", "nearly", "roughly"])


def phrase_before(tape: Tokens, end: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase that ends right before token `end` and begins at `floor` or later, as a token range.

    Appositives, brackets and relative clauses between commas belong to it; time words and adverbs before the
    verb do not. None where something else stands before the verb.
    """
    tags = tape.tags
    floor = max(floor, end - _REACH)
    last = end - 1
    behind = last
    while last >= floor and tags[last] in "rh":
        last -= 1 + (tags[last] == "h" and last > floor and tags[last - 1] == "P")
    if last < floor:
        return None
    if tags[last] in "dG" and tags[behind] == "h" and behind == end - 1 and tags[last - 1] in "nc":
        start = _leftward(tape, last, floor)
        return (start, end) if start is not None else None
    if tags[last] == ">" and tags[last - 1] == "," and last - 1 > floor:
        if not _scare_quote(tape, last, floor):
            return None
        last -= 1
    if tags[last] in ",-":
        found = _across_parenthesis(tape, last, floor)
        if found is None and tags[last - 1] == ")" and last - 1 > floor:
            start = _leftward(tape, last - 1, floor)
            return (start, last) if start is not None else None
        return found
    start = _leftward(tape, last, floor)
    if start is None:
        return None
    return _with_earlier_name(tape, start, last + 1, floor)


def _across_parenthesis(tape: Tokens, comma: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase before a parenthesis that ends at `comma`: with it if it is an appositive."""
    tags = tape.tags
    mark = tags[comma]
    at = comma - 1
    tries = 0
    fallback: tuple[int, int] | None = None
    while at > floor and tries < 4:
        while at > floor and tags[at] != mark:
            at -= 1
        if at <= floor or tags[at] != mark:
            return fallback
        tries += 1
        inner, before = tags[at + 1], tags[at - 1]
        if before in _HEADS or before in ")>'h":
            nominal = at - 1
            while nominal > floor and tags[nominal] == "h":
                nominal -= 1
            start = _leftward(tape, nominal, floor)
            if start is not None and inner in ("DncWj#rPGdp<St'C" if mark == "-" else "DncWj#rPGdp<St'"):
                if start > floor and tags[start - 1] not in "|.,;:>(CSrt-<":
                    fallback = fallback or (start, at)
                    at -= 1
                    continue
                if inner in "PGdrS#" and start - 1 > floor and tags[start - 1] == ",":
                    wider = _across_parenthesis(tape, start - 1, floor)
                    if wider and (wider[0] == floor or tags[wider[0] - 1] in "|.;:>("):
                        return wider[0], min(wider[1], start - 1) if tags[wider[1] - 1] != "," else wider[1]
                if inner in "PGdrS":
                    return _with_earlier_name(tape, start, at, floor)
                if _bare_place(tape, at + 1, comma) and start - 1 > floor and tags[start - 1] == ",":
                    wider = _across_parenthesis(tape, start - 1, floor)
                    if wider:
                        return wider[0], comma + 1
                return _with_earlier_name(tape, start, comma + 1, floor)
        at -= 1
    return fallback


def _scare_quote(tape: Tokens, j: int, floor: int) -> bool:
    """Whether the quotation that token `j` closes is a few words of a noun phrase."""
    if tape.quoted[j] < 0:
        return True
    opening = tape.quotations[tape.quoted[j]][0]
    return j - opening <= 8 and opening > floor


def _bare_place(tape: Tokens, start: int, end: int) -> bool:
    """Whether a parenthesis is only a name, as the state after a town is."""
    return end - start <= 2 and all(tag == "c" for tag in tape.tags[start:end])


def _with_earlier_name(tape: Tokens, start: int, end: int, floor: int) -> tuple[int, int]:
    """Take in "Alexander Doe, 58," before "who lives there,", and a name before a participle clause."""
    tags = tape.tags
    while start - 2 > floor:
        comma = start - 1
        if tags[comma] in "Gd":
            comma -= 1
            if tags[comma] != "," or comma - 1 < floor or tags[comma - 1] not in "nc)'":
                break
            earlier = _leftward(tape, comma - 1, floor)
            if earlier is None or not (earlier == floor or tags[earlier - 1] in "|.,;:>("):
                break
            start, end = earlier, comma
            continue
        if tags[comma] != "," or tags[end - 1 : end + 1].find(",") < 0 or tags[comma - 1] not in "nc)'":
            break
        if tape.lower[comma - 1] in ("week", "month", "year", "day", "night", "morning"):
            break
        earlier = _leftward(tape, comma - 1, floor)
        if earlier is None or not (earlier == floor or tags[earlier - 1] in "|.;:>(C"):
            break
        if tags[comma - 1] != "c" and tags[start] != "c":
            break
        start = earlier
    return start, end


def _leftward(tape: Tokens, last: int, floor: int) -> int | None:
    """The first token of the noun phrase whose last token is `last`."""
    tags, lower = tape.tags, tape.lower
    j = last
    if tags[j] == ")":
        bracket = _opening(tags, j, floor)
        if bracket is None or bracket <= floor:
            return None
        j = bracket - 1
    if tags[j] not in _HEADS and tags[j] not in "Dj'>WdG":
        return None
    if tags[j] in "po":
        return j
    start: int | None = None
    while j >= floor:
        t = tags[j]
        if t in "ncj#'" or t == "D":
            start = j
        elif t in "<>" and (t == ">" or start is not None):
            if t == "<":
                start = j
            elif not _scare_quote(tape, j, floor):
                break
        elif t == "h" and start is not None and j - 1 >= floor and tags[j - 1] in "D'nc":
            start = j
        elif t in "dG":
            if start is not None and j > floor and tags[j - 1] in "Dj#'r" and tags[j + 1] in "njcG":
                start = j
            elif (
                j > floor
                and (tags[j - 1] in "nc)" or tape.lower[j - 1] == "those")
                and (j == last or tags[j + 1] in ("PhrT" if t == "d" else "PhrTDnc#"))
            ):
                pass  # reduced relative: "a poll released Monday"
            elif start is not None and tags[j + 1] in "nj" and j == floor:
                start = j
            else:
                relative = _relative(tape, j, floor)
                if relative is None:
                    break
                start, j = start if start is not None else j, relative
        elif t == "P" and start is not None and tags[j + 1] == "#" and lower[j] in _NEARLY:
            start = j
        elif t == "P" or (t == "T" and start is not None):
            if start is None or j - 1 < floor or tags[j - 1] not in "nc#)>'jh":
                if start is not None and j - 2 >= floor and tags[j - 1] in "Gd" and tags[j - 2] in "nc#)":
                    pass
                elif not (lower[j] in ("than", "of") and j - 1 >= floor and tags[j - 1] in "jDr#"):
                    relative = _relative(tape, j, floor)
                    if relative is None or start is None:
                        break
                    j = relative
        elif t == "r":
            if (
                start is None
                or tags[j + 1] not in "#jD"
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
                or not _joins_phrases(tape, j, floor)
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
        elif t in _VERBAL:
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
                break
            j = relative
        else:
            break
        j -= 1
    if start is None or tags[start] == "C":
        return None
    while start <= last and tags[start] == "'":
        start += 1
    return start if start <= last else None


def _opening(tags: str, j: int, floor: int) -> int | None:
    found = tags.rfind("(", max(floor, j - 15), j)
    return found if found >= 0 else None


def _joins_phrases(tape: Tokens, j: int, floor: int) -> bool:
    """Whether a coordinator joins two noun phrases to one subject, not an object and a new subject."""
    tags = tape.tags
    left = j - 1 if tags[j - 1] != "," else j - 2
    if left < floor:
        return False
    start = left
    while start >= floor and tags[start] in "ncj#D'P<>":
        start -= 1
    return start < floor or tags[start] in "|.,;:<>-CStWr("


def _inside_list(tape: Tokens, j: int, floor: int) -> bool:
    """Whether a comma parts the items of "A, B and C"."""
    tags = tape.tags
    if j - 1 < floor or tags[j - 1] not in "nc#)":
        return False
    after = regex_list().match(tags, j + 1)
    return after is not None and _joins_phrases(tape, j, floor)


@cache
def regex_list() -> regex.Pattern[str]:
    """The rest of a list of short noun phrases after its first comma."""
    return regex.compile(r"[Dncj#']{1,6}(?:,[Dncj#']{1,6}){0,4},?C[Dncj#']")


def _relative(tape: Tokens, j: int, floor: int) -> int | None:
    """The relative pronoun of the clause whose verb is token `j`, if an antecedent stands before it."""
    tags = tape.tags
    for k in range(j - 1, max(floor, j - 12), -1):
        if tags[k] in "Wt":
            return k if k - 1 >= floor and tags[k - 1] in "nc#)D" else None
        if tags[k] in ",.;:|":
            return None
    return None
