"""The noun phrase before a verb, read off the tags without a parse of the sentence.

It takes its prepositional phrases, coordinated noun phrases, appositives ("the ambassador, Ann Doe") and
relative clauses with it.
"""

import re

from claimcheck.parse.attribution.apposition import apposed
from claimcheck.parse.attribution.cores import HEADS, core_start, is_scare_quote, joins_phrases
from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["phrase_before"]

_REACH = 60
# A relative clause without its pronoun: "a report written".
_REDUCED = re.compile(r"[nc]d(?=[PhrT])")
# A name and what stands between commas behind it: "Ana Ruiz, a lawyer who lives in Oslo,".
_NAMED_APART = re.compile(r"[^,VZdMBHO]*c(?:\([^()]*+\))?,[Dncj#W][^,VZdMBHOW]*+(?:W[^,]*+)?,")
# Who says something, and that they do: ", she noted,".
_TAGGED = re.compile(r"(?:p|D?[njc]{1,4})r?[dZ]")
_DISTRIBUTIVE = frozenset(["all", "both", "each", "many", "most", "some"])
_COURTESY = frozenset(["mr", "mrs", "ms", "miss", "dr", "sen", "rep", "gov"])


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
        start = core_start(tape, last, floor)
        return (start, end) if start is not None else None
    if tags[last] == ">" and tags[last - 1] == "," and last - 1 > floor:
        if not is_scare_quote(tape, last, floor):
            return None
        last -= 1
    if tags[last] in ",-":
        found = _across_parenthesis(tape, last, floor)
        if found is None and tags[last - 1] == ")" and last - 1 > floor:
            start = core_start(tape, last - 1, floor)
            return (start, last) if start is not None else None
        return found
    start = core_start(tape, last, floor)
    if start is None:
        return None
    if tags[behind] == "h" and behind == end - 1 and _REDUCED.search(tags, start, last + 1):
        last = behind  # "a report written for the province in 2017": when it was written
    return _with_earlier_name(tape, _left_conjunct(tape, start, floor), last + 1, floor)


def _left_conjunct(tape: Tokens, start: int, floor: int) -> int:
    """Where a source begins whose second half does at a token: "Ana Ruiz, a lawyer, and Per Lund"."""
    tags = tape.tags
    if start - 2 <= floor or tags[start - 2 : start] != ",C" or tags[start] == "p":
        return start
    first = _across_parenthesis(tape, start - 2, floor)
    if first is None or first[1] != start - 1 or (first[0] > floor and tags[first[0] - 1] not in "|.,;:>("):
        return start
    return first[0] if _NAMED_APART.fullmatch(tags, first[0], start - 1) else start


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
        if inner in "Pr" and apposed(tape, at + 1, comma):
            inner = "D"  # "including the mayor", "now a senator"
        if before in HEADS or before in ")>'h":
            nominal = at - 1
            while nominal > floor and tags[nominal] == "h":
                nominal -= 1
            start = core_start(tape, nominal, floor)
            if (
                start is not None
                and tags[start:at] == "#"
                and start - 2 >= floor
                and tags[start - 2 : start] == "c,"
            ):
                named = core_start(tape, start - 2, floor)  # "Doe, 58, of Oslo, said"
                start = start if named is None else named
            if start is not None and inner in ("DncWj#rPGdp<St'C" if mark == "-" else "DncWj#rPGdp<St'"):
                if start > floor and tags[start - 1] not in "|.,;:>(CSrth-<":
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
                if _TAGGED.fullmatch(tags, at + 1, comma):
                    return start, at  # "Democrats, she noted, blocked it"
                if (inner == "p" and tape.lower[at + 1].endswith(("self", "selves"))) or (
                    inner == "D" and tape.lower[at + 1] in _DISTRIBUTIVE
                ):
                    return start, at
                if inner == "W" and not _introduces(tape, start, at):
                    return start, at
                return _with_earlier_name(tape, _left_conjunct(tape, start, floor), comma + 1, floor)
        at -= 1
    return fallback


def _introduces(tape: Tokens, start: int, end: int) -> bool:
    """Whether a relative clause tells who that is: behind a full name, not behind a surname."""
    names = [word for word in tape.lower[start:end] if word.rstrip(".") not in _COURTESY]
    return tape.tags[end - 1] != "c" or len(names) > 1


def _bare_place(tape: Tokens, start: int, end: int) -> bool:
    """Whether a parenthesis is only a name, as the state after a town is."""
    return end - start <= 2 and all(tag == "c" for tag in tape.tags[start:end])


def _with_earlier_name(tape: Tokens, start: int, end: int, floor: int) -> tuple[int, int]:
    """Take in "Alexander Doe, 58," before "who lives there,", and a name before a participle clause."""
    tags = tape.tags
    while start - 2 > floor:
        comma = start - 1
        if tags[comma] in "Gd" and tape.lower[comma] != "said":
            comma -= 1
            if tags[comma] != "," or comma - 1 < floor or tags[comma - 1] not in "nc)'":
                break
            earlier = core_start(tape, comma - 1, floor)
            if earlier is None or not (earlier == floor or tags[earlier - 1] in "|.,;:>("):
                break
            start, end = earlier, comma
            continue
        if tags[comma] != "," or tags[end - 1 : end + 1].find(",") < 0 or tags[comma - 1] not in "nc)'":
            break
        if tape.lower[comma - 1] in ("week", "month", "year", "day", "night", "morning"):
            break
        earlier = core_start(tape, comma - 1, floor)
        if earlier is None or not (earlier == floor or tags[earlier - 1] in "|.;:>(C"):
            break
        if (
            tags[earlier - 1] == "C"
            and tags[comma - 1] != "c"
            and not joins_phrases(tape, earlier - 1, floor)
        ):
            break  # "after cutting staff and a loan, Ana Ruiz, the mayor, said"
        if tags[comma - 1] != "c" and tags[start] != "c":
            break
        start = earlier
    return start, end
