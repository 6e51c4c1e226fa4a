"""What follows a cue verb: which complement it is and where the content begins."""

import re

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.parse.attribution.adjuncts import (
    after_aside,
    after_time,
    fronted,
    is_adjunct,
    manner_end,
    past_adjuncts,
)
from claimcheck.parse.attribution.apposition import appositive_end
from claimcheck.parse.attribution.auxiliaries import FINITE
from claimcheck.parse.attribution.clauses import Complement, clausal, has_clause
from claimcheck.parse.attribution.draft import Site
from claimcheck.parse.attribution.phrases import core_after, phrase_after
from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["complement"]

# A "that" with a subject behind phrases of any kind: "argued at the debate, her last, that they".
_DISTANT = re.compile(r"h*[PS](?:,(?!r?G)|[^,VZMBHOWT<>|.;:pt]){1,20}(?<!d)t(?=[pDncj#'hP])")
_NONE = "none"
_QUANTIFYING = frozenset(["at", "least", "most", "about", "around", "nearly", "almost"])
# Pronouns that a relative clause says more about: "those who", "all which".
_ANTECEDENTS = frozenset(["all", "those", "anyone", "anybody", "everyone", "everybody", "others", "many"])
# Frames in which whoever is told or asked stands before what is said.
_OF_RECIPIENTS = frozenset(["np-to"]) | {
    f"object-{what}" for what in ("that", "to", "clause", "wh", "quote", "colon", "about")
}


def complement(tape: Tokens, found: Site, lexicon: CueLexicon) -> Complement:
    """The complement behind a verb; frame "none" if the verb ends its clause."""
    what = _complement(tape, found, lexicon)
    start = what.start
    while start > found.behind and tape.lower[start - 1] in _QUANTIFYING and tape.tags[start - 1] == "r":
        start -= 1  # "reported at least 20 dead", "said about half"
    return what if start == what.start else what._replace(start=start)


def _complement(tape: Tokens, found: Site, lexicon: CueLexicon) -> Complement:
    tags, lower = tape.tags, tape.lower
    at, ceiling = found.behind, found.ceiling
    cue_end = at
    while at < ceiling and tags[at] == "r":
        cue_end = at + 1 if lower[at] == "only" else cue_end  # "said only that"
        at += 1
    if at < ceiling and tags[at] == "P":
        name = "p:" + lower[at]
        if name in found.cue.frames and lower[at] == "out":
            # "pointed out on Monday that": only times and places part a particle from its clause.
            past = past_adjuncts(tape, at + 1, ceiling, lexicon)
            if past < ceiling and tags[past] == "t":
                return Complement(name, past, at + 1)
        if name in found.cue.frames and not is_adjunct(tape, found, at, ceiling, lexicon):
            return Complement(name, at + 1, at + 1)
        if name == "p:to" and "to" in found.cue.frames and not found.passive and tags[at + 1] in "n<":
            return Complement("to", at, cue_end)  # before a verb that the tagger does not know
    if found.passive:
        return _passive(tape, found, at, cue_end, lexicon)
    if (
        "bare" in found.cue.frames
        and at < ceiling
        and tags[at] in "Dnc#jpG'"
        and has_clause(tape, at, ceiling)
    ):
        return Complement("clause", at, cue_end)
    if "raise" in found.cue.frames and at < ceiling and (tags[at] in "Tjd" or lower[at] == "like"):
        return Complement("raise", at, cue_end)
    if "negated" in found.flags and "wh" in found.cue.frames and lower[at : at + 1] == ["when"]:
        return Complement("wh", at, cue_end)  # "could not say when", but "said when" is a time
    direct = clausal(tape, at, ceiling, cue_end)
    if direct:
        return direct
    t = tags[at] if at < ceiling else "."
    if t == "h" and tags[at:ceiling].lstrip("h").startswith("'"):
        t = "n"  # "condemned Friday's march", "last week's march"
    manner = manner_end(tape, found.behind, ceiling, lexicon)
    cue_end = max(cue_end, manner)
    later = after_time(tape, found, at, ceiling, cue_end) or after_aside(tape, at, ceiling, cue_end)
    if later:
        return later
    past = past_adjuncts(tape, at, ceiling, lexicon)
    if past > at:
        later = clausal(tape, past, ceiling, cue_end)
        relative = tags[past : past + 2] in ("tB", "tH", "tM", "tZ")  # "in an interview that was broadcast"
        if later and later.frame in ("that", "quote", "wh", "colon") and not relative:
            return later
        if later and past < ceiling and tags[past] == "p":
            return later
        later = after_aside(tape, past, ceiling, cue_end)  # "said Tuesday, after a search, that"
        if later and later.frame in ("that", "quote"):
            return later
    opened = fronted(tape, found, at, ceiling, cue_end)
    if opened:
        return opened
    distant = _DISTANT.match(tags, at, ceiling) if "that" in found.cue.frames else None
    if distant and not _behind_content(tape, found):
        return Complement("that", distant.end() - 1, cue_end)
    if t == "P":
        # "spoke on Monday about", "spoke in public about"
        for end in (past, core_after(tape, at + 1, ceiling)):
            occasion = tags[end - 1] == "h" or lower[end - 1] in lexicon.groups["venue"]
            if occasion and end < ceiling and tags[end] == "P" and "p:" + lower[end] in found.cue.frames:
                return Complement("p:" + lower[end], end + 1, end + 1)
        if lower[at] != "on" or tags[at + 1] != "h":
            return Complement("p:" + lower[at], at + 1, cue_end)
    if t in "Dnc#jpo'<":
        return _behind_recipient(tape, found, at, cue_end, lexicon) or Complement("np", at, cue_end)
    return Complement(_NONE, at, cue_end)


def _behind_recipient(
    tape: Tokens, found: Site, at: int, cue_end: int, lexicon: CueLexicon
) -> Complement | None:
    """What follows who is told: "told reporters that", "urged the council to", "asked her about"."""
    tags, lower, ceiling, frames = tape.tags, tape.lower, found.ceiling, found.cue.frames
    if frames.isdisjoint(_OF_RECIPIENTS):
        return None
    if tags[at] in "po":
        ends = {at + 1}
    else:
        ends = {core_after(tape, at, ceiling), phrase_after(tape, at, ceiling)} - {at}
    for end in sorted(ends):
        behind = past_adjuncts(tape, end, ceiling, lexicon)
        after = clausal(tape, behind, ceiling, cue_end)
        if after and after.frame == "to" and "np-to" in frames:
            return Complement("np-to", at, cue_end)
        if after is None or "object-" + after.frame not in frames:
            continue
        if after.frame == "wh" and lower[behind - 1] in _ANTECEDENTS:
            continue  # "promised houses for all who had lost theirs"
        if after.frame in ("that", "quote", "wh", "colon") or behind == end:
            last = after.cue_end if after.frame == "colon" else cue_end
            return Complement("object-" + after.frame, after.start, last)
        if "object-about" in frames and tags[end : end + 1] == "P" and lower[end] in ("about", "on"):
            return Complement("object-about", end + 1, cue_end)
    return None


def _behind_content(tape: Tokens, found: Site) -> bool:
    """Whether the subject follows a quotation or a clause and a comma, so that the verb may be a tag."""
    if found.subject is None:
        return True
    start, tags = found.subject[0], tape.tags
    if start <= found.floor or tags[start - 1] not in ">,-":
        return False
    return tags[start - 1] == ">" or any(tag in FINITE for tag in tags[found.floor : start])


def _passive(tape: Tokens, site: Site, at: int, cue_end: int, lexicon: CueLexicon) -> Complement:
    """As in "is expected to", "was described as", "is accused of", "was declared the winner"."""
    tags, lower, ceiling, frames = tape.tags, tape.lower, site.ceiling, site.cue.frames
    past = at
    if past < ceiling and tags[past] == "P" and lower[past] == "by":
        agent = phrase_after(tape, past + 1, ceiling)
        behind = past_adjuncts(tape, appositive_end(tape, agent, ceiling), ceiling, lexicon)
        told = clausal(tape, behind, ceiling, cue_end)
        if told and frames & {"passive-" + told.frame, "object-" + told.frame}:
            return Complement("by-" + told.frame, told.start, cue_end, (past + 1, agent))
        return Complement("by", past + 1, cue_end)
    found = clausal(tape, past, ceiling, cue_end)
    if found and found.frame in ("that", "to", "wh", "as", "quote", "ing"):
        return Complement("passive-" + found.frame, found.start, found.cue_end)
    if found and found.frame == "clause" and site.subject and lower[site.subject[0]] == "it":
        return Complement("passive-that", found.start, found.cue_end)  # "it is thought the stand will cost"
    if past < ceiling and tags[past] == "P":
        name = "passive-p:" + lower[past]
        return Complement(name if name in frames else "passive-p", past + 1, past + 1)
    named = tags[past + (tags[past] == "D")] == "c"  # "is called the Harbour Fund"
    if past < ceiling and tags[past] in "Dcn#j'" and "passive-np" in frames and not named:
        return Complement("passive-np", past, cue_end)
    return Complement("passive", at, cue_end)
