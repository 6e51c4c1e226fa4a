"""Nouns that attribute: "her claim that", "the minister's call for", "fears that"."""

import re

from claimcheck.lexicon.cues import Cue, CueLexicon
from claimcheck.model import Flag
from claimcheck.parse.attribution.boundaries import clause_end, object_end
from claimcheck.parse.attribution.draft import Draft, Range, Site
from claimcheck.parse.attribution.nounphrases import phrase_before
from claimcheck.parse.attribution.tokens import Tokens
from claimcheck.parse.attribution.verbgroups import site

__all__ = ["nominal", "possessor"]


_POSSESSIVES = frozenset(["his", "her", "their", "its", "my", "our", "your"])
# A verb behind a noun; before another noun a participle may only modify it.
_FINITE_AGAIN = re.compile(r"(?<=[nc#])r?[MBHZd]")
# A clause with "that" and the verb behind it, which no mark or conjunction parts from it.
_TWO_VERBS = re.compile(
    r"t(?:p|[^VZdMBHO,;:CSWtp<|]++)(?:[MBHO]r?+N?+r?+)*+[VZdBHG]?+[^VZdMBHO,;:CSWtp<|]*+(?P<second>[BHMZd])"
)


def nominal(tape: Tokens, at: int, cue: Cue, floor: int, ceiling: int, lexicon: CueLexicon) -> Draft | None:
    """The attribution of a cue noun at token `at`, by its possessor and its complement."""
    tags, lower = tape.tags, tape.lower
    behind = at + 1
    if behind >= ceiling:
        return None
    first, source = possessor(tape, at, floor)
    t = tags[behind]
    start, cue_end = behind, at + 1
    if t == "t":
        frame = "that"
    elif t == "T":
        frame = "to"
    elif t == "P":
        frame = "p:" + lower[behind]
        start = cue_end = behind + 1
    else:
        return None
    flags: frozenset[Flag] = frozenset()
    if source is None:
        made = _light_verb(tape, at, cue, floor, ceiling, lexicon)
        if made and made.subject and "light-" + frame in cue.frames:
            frame, source, first, flags = "light-" + frame, made.subject, made.start, made.flags
        else:
            frame = "free-" + frame
            first = at
    if frame not in cue.frames:
        return None
    opens = first == floor or tags[first - 1] in "|,;CS" or (source is not None and source[0] == floor)
    if frame.endswith("to") or (opens and not frame.endswith("that")):
        # "the decision to close the quay came late": the noun is the subject of a verb behind the infinitive.
        ceiling = _second_verb(tape, start + 1, ceiling, lexicon)
    elif opens and frame.endswith("that"):
        # "her claim that the minutes were forged was thrown out": so it is of a second verb of its clause.
        second = _TWO_VERBS.match(tags, start, ceiling)
        if second:
            ceiling = second.start("second")
    end = (clause_end if frame.endswith("that") else object_end)(tape, start, ceiling, lexicon)
    if end <= start:
        return None
    return Draft(
        source, (first, cue_end), [(start, end)], "noun-" + frame, cue.lemma, cue.act, flags, reach=ceiling
    )


def _second_verb(tape: Tokens, start: int, ceiling: int, lexicon: CueLexicon) -> int:
    """Where the verb group begins that the noun is the subject of; the ceiling if there is none."""
    preterites = lexicon.groups["preterite"]
    for found in _FINITE_AGAIN.finditer(tape.tags, start, ceiling):
        last = found.end() - 1
        if tape.tags[found.end()] not in "ncj#" or tape.lower[last] in preterites:
            return found.start()
    return ceiling


def _light_verb(
    tape: Tokens, at: int, cue: Cue, floor: int, ceiling: int, lexicon: CueLexicon
) -> Site | None:
    """The verb that carries the noun: "made several remarks", "gave no reason"."""
    tags = tape.tags
    first = at
    while first > floor and tags[first - 1] in "njGd#rD" and at - first < 6:
        if tape.lower[first - 1] in lexicon.groups["light"]:
            break
        first -= 1
    if first > floor and tape.lower[first - 1] in lexicon.groups["light"] and tags[first - 1] in "VZdGH":
        return site(tape, first - 1, cue, floor, ceiling, lexicon, first)
    return None


def possessor(tape: Tokens, at: int, floor: int) -> tuple[int, Range | None]:
    """Where the noun's own words begin, and who it belongs to."""
    tags, lower = tape.tags, tape.lower
    first = at
    while first > floor and tags[first - 1] in "njGdr#" and at - first < 5:
        first -= 1
    if first > floor and tags[first - 1] == "'":
        owner = phrase_before(tape, first - 1, floor)
        return first, (owner[0], first) if owner else None
    if first > floor and lower[first - 1] in _POSSESSIVES:
        return first, (first - 1, first)
    return at, None
