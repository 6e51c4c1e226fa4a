"""What may stand between a verb and its clause: times, places, manners, asides, conditions."""

import re

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.parse.attribution.clauses import Complement, clausal, has_verb
from claimcheck.parse.attribution.draft import Site
from claimcheck.parse.attribution.phrases import phrase_after
from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["after_aside", "after_time", "fronted", "is_adjunct", "manner_end", "past_adjuncts"]

# What opens a phrase in front of a clause that somebody says, and what tells when it was said.
_FRONTING = frozenset(["despite", "given", "without", "if", "unlike"])
_OCCASIONS = frozenset(["after", "before", "when"])
# The longest aside between a verb and its clause, in tokens: "said — on Twitter, as it happens — that".
_ASIDE = 14
# A phrase behind a comma, and a quotation behind its colon: "It read, in part: “We won.”".
_PARTLY = re.compile(r",P[Dnjr]{1,4}:(?=<)")


def past_adjuncts(tape: Tokens, at: int, ceiling: int, lexicon: CueLexicon) -> int:
    """The token behind times, places and manners: "on Monday", "in a statement", "at a rally in Ohio"."""
    tags, lower = tape.tags, tape.lower
    start = at
    nouns = lexicon.groups["time_noun"]
    while at < ceiling:
        t = tags[at]
        if t in "hr" or (t == "n" and lower[at] in nouns and at > start):
            at += 1
        elif (
            t in "jDn"
            and lower[at] in ("last", "this", "next", "earlier", "late", "early", "that")
            and at + 1 < ceiling
            and (lower[at + 1] in nouns or tags[at + 1] == "h" or lower[at + 1] in lexicon.groups["month"])
        ) or (t == "P" and tags[at + 1 : at + 2] == "h"):
            at += 2
        elif t == "P" and at + 1 < ceiling:
            end = phrase_after(tape, at + 1, ceiling)
            if end <= at + 1:
                break
            at = end
        elif t == "S" and lower[at] in ("after", "before") and at + 1 < ceiling:
            end = phrase_after(tape, at + 1, ceiling)
            if end <= at + 1 or end >= ceiling or tags[end] in "VZdMBHO":
                break
            at = end
        else:
            break
    return at


def manner_end(tape: Tokens, at: int, ceiling: int, lexicon: CueLexicon) -> int:
    """The end of a manner or venue that belongs to the cue ("in a statement"); `at` if there is none."""
    tags, lower = tape.tags, tape.lower
    manners = lexicon.groups["medium" if at < ceiling and lower[at] in ("on", "via") else "manner"]
    i = at
    if i < ceiling and tags[i] == "P" and lower[i] in ("in", "on", "via", "through"):
        for j in range(i + 1, min(i + 5, ceiling)):
            if lower[j] in manners:
                return j + 1
            if tags[j] not in "Djncr#G":
                break
    return at


def after_time(tape: Tokens, found: Site, at: int, ceiling: int, cue_end: int) -> Complement | None:
    """The complement behind a bare time: "said Tuesday the bridge would open", "vowed last month to stay"."""
    tags = tape.tags
    past = at
    past += tags[past : past + 2] == "Ph"  # "said on Thursday the bridge would open"
    while past < ceiling and tags[past] == "h":
        past += 1
    if past == at or past >= ceiling or tags[past] == "'":
        return None
    later = clausal(tape, past, ceiling, cue_end)
    if later and later.frame in found.cue.frames:
        return later
    if tags[past] == "P" and "p:" + tape.lower[past] in found.cue.frames:
        return Complement("p:" + tape.lower[past], past + 1, past + 1)
    return None


def after_aside(tape: Tokens, at: int, ceiling: int, cue_end: int) -> Complement | None:
    """A clause with "that" or a quotation behind an aside: "said, without evidence, that"."""
    tags = tape.tags
    if tags[at : at + 1] not in (",", "-") or at >= ceiling:
        return None
    close = tags.find(tags[at], at + 1, min(ceiling, at + _ASIDE))
    partly = _PARTLY.match(tags, at, ceiling) if close < 0 else None
    if partly:
        return clausal(tape, partly.end() - 1, ceiling, cue_end)
    if close < 0 or tags[close + 1] not in "t<p" or close + 1 >= ceiling:
        return None
    if tags[at + 1] == "C" and tags[close + 1] == "p":
        return None
    if tape.quoted[at] >= 0 or any(tag in "t<W" for tag in tags[at:close]):
        return None
    conditional = tags[close + 1] == "p" and tape.lower[at + 1] in _FRONTING
    found = clausal(tape, close + 1, ceiling, cue_end)
    return found._replace(start=at + 1) if found and conditional else found


def fronted(tape: Tokens, found: Site, at: int, ceiling: int, cue_end: int) -> Complement | None:
    """A clause behind a phrase of its own or a time: "says despite the rain, she will sail"."""
    tags, word = tape.tags, tape.lower[at]
    if at >= ceiling or word not in _FRONTING | _OCCASIONS or "clause" not in found.cue.frames:
        return None
    comma = tags.find(",", at + 1, min(ceiling, at + _ASIDE))
    if (
        comma < 0
        or tape.quoted[comma] >= 0
        or tags[comma + 1] != "p"
        or not has_verb(tape, comma + 2, ceiling)
    ):
        return None
    return Complement("clause", at if word in _FRONTING else comma + 1, cue_end)


def is_adjunct(tape: Tokens, found: Site, at: int, ceiling: int, lexicon: CueLexicon) -> bool:
    """Whether a prepositional phrase is a time or place before the real complement."""
    if tape.tags[at + 1 : at + 2] == "h":
        return True
    if not found.cue.frames & {"that", "clause", "quote"} or found.passive:
        return False
    past = past_adjuncts(tape, at, ceiling, lexicon)
    behind = clausal(tape, past, ceiling, past) if past > at else None
    return behind is not None and behind.frame in ("that", "quote") and tape.tags[past] in ",t:"
