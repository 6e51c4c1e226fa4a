"""The words around a cue verb that make one verb group with it: its form, flags and reach."""

from claimcheck.lexicon.cues import Cue, CueLexicon
from claimcheck.model import Flag
from claimcheck.parse.attribution.auxiliaries import FINITE, group_start
from claimcheck.parse.attribution.draft import Site
from claimcheck.parse.attribution.subjects import find_subject, subject_ahead
from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["site"]

_MODAL = frozenset(["will", "would", "could", "may", "might", "can", "should", "must"])
_SHORT = (["short", "of"], ["refrained", "from"], ["refrain", "from"], ["far", "from"])
_REFUSALS = ("decline", "refuse")


def site(tape: Tokens, at: int, cue: Cue, floor: int, ceiling: int, lexicon: CueLexicon, behind: int) -> Site:
    """Where the verb group of the cue at token `at` begins, its form and its subject.

    `behind` is the token behind the verb or the phrase that it begins.
    """
    tags = tape.tags
    start = group_start(tags, at, floor)
    found = Site(at, cue, floor, ceiling, start, sentence=ceiling, behind=behind)
    auxiliaries = tags[start:at]
    if start > floor and tags[start - 1] == "T" and tags[at] == "V":
        found.start, found.kind = start - 1, "infinitive"
        start = _controller(tape, start - 1, floor, lexicon, cue)
        if start < found.start:
            found.start, found.kind = start, "finite"
    elif tags[at] == "G" and "B" not in auxiliaries:
        found.kind = "participle"
        start = _controller(tape, start, floor, lexicon)
        if start < found.start:
            found.start, found.kind = start, "finite"
    elif tags[at] == "d":
        if "having" in tape.lower[start:at]:
            found.kind = "participle"
        last = max(auxiliaries.rfind("B"), auxiliaries.rfind("H"))
        if last >= 0:
            found.passive = (
                auxiliaries[last] == "B"
                and "G" not in auxiliaries
                and not _perfect(tape, start + last, behind, cue)
            )
        elif cue.act == "reporting" and tape.lower[at] in lexicon.groups["participle"]:
            found.passive = True  # "a letter written in May"
    found.flags = _flags(tape, found.start, at)
    if cue.lemma in _REFUSALS:
        found.flags |= {"negated"}
    find_subject(tape, found, lexicon)
    _limit(tape, found)
    return found


def _perfect(tape: Tokens, auxiliary: int, behind: int, cue: Cue) -> bool:
    """Whether "’s" before a participle is "has": an object or a clause follows ("she’s said she will")."""
    return (
        tape.lower[auxiliary].replace("’", "'") == "'s"
        and tape.tags[behind] in "pDcnto<"
        and not cue.frames & {"passive", "passive-quote", "passive-np"}
    )


def _limit(tape: Tokens, found: Site) -> None:
    """Keep a verb of a subordinate clause from reaching into the main clause behind it."""
    tags = tape.tags
    if found.antecedent:
        at = found.at
        while (at := tags.find(",", at + 1, found.ceiling)) >= 0:
            after = at + 1
            while after < found.ceiling and tags[after] == "r":
                after += 1
            if tape.quoted[at] < 0 and after < found.ceiling and tags[after] in FINITE:
                found.ceiling = at
    elif found.subject and found.subject[0] > found.floor and tags[found.subject[0] - 1] == "S":
        subject_ahead(tape, found)


def _controller(tape: Tokens, start: int, floor: int, lexicon: CueLexicon, cue: Cue | None = None) -> int:
    """Where the group begins if a verb such as "went on" or "continued" stands before the cue.

    Who seems or appears to say something is taken to say it.
    """
    tags, lower = tape.tags, tape.lower
    before = start - 1
    if before > floor and tags[before] in "rP" and lower[before] in ("on", "out"):
        before -= 1
    if before >= floor and lower[before] in lexicon.groups["control"] and tags[before] in "VZdG":
        return group_start(tags, before, floor)
    if cue and cue.act == "reporting" and before >= floor and lower[before] in lexicon.groups["semblance"]:
        return group_start(tags, before, floor)
    return start


def _flags(tape: Tokens, start: int, at: int) -> frozenset[Flag]:
    flags: frozenset[Flag] = frozenset()
    if tape.tags[at] == "G" and start and tape.lower[start - 1] == "without":
        flags |= {"negated"}
    if tape.tags[at] == "G" and tape.lower[max(0, start - 2) : start] in _SHORT:
        flags |= {"negated"}  # "stopped short of saying"
    for i in range(start, at):
        word = tape.lower[i]
        if tape.tags[i] == "N" or word.endswith(("n't", "n’t")) or word == "cannot":
            flags |= {"negated"}
        if word in _MODAL:
            flags |= {"modal"}
    return flags
