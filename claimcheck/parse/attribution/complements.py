"""What follows a cue verb: which complement it is and where the content begins."""

import re
from typing import NamedTuple

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.parse.attribution.apposition import appositive_end
from claimcheck.parse.attribution.draft import Range, Site
from claimcheck.parse.attribution.phrases import core_after, phrase_after
from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["Complement", "clausal", "complement", "manner_end", "past_adjuncts"]

# A "that" with a subject behind phrases of any kind: "argued at the debate, her last, that they".
_DISTANT = re.compile(r"h*[PS](?:,(?!r?G)|[^,VZMBHOWT<>|.;:pt]){1,20}t(?=[pDncj#'hP])")
_MARK = re.compile(r"[,;:<>|-]")
_CLAUSE = re.compile(r"[nc#pD')]r*+[MBHOVZ]|[nc#p']r*+d")


class Complement(NamedTuple):
    """A frame by name, the token where its content begins and the token where the cue before it ends.

    `agent` is who a passive says so of, if that stands before the content: "was asked by Ruiz whether".
    """

    frame: str
    start: int
    cue_end: int
    agent: Range | None = None


_NONE = "none"
_QUANTIFYING = frozenset(["at", "least", "most", "about", "around", "nearly", "almost"])
# The longest aside between a verb and its clause, in tokens: "said — on Twitter, as it happens — that".
_ASIDE = 14
# Pronouns that a relative clause says more about: "those who", "all which".
_ANTECEDENTS = frozenset(["all", "those", "anyone", "anybody", "everyone", "everybody", "others", "many"])
# Frames in which whoever is told or asked stands before what is said.
_OF_RECIPIENTS = frozenset(["np-to"]) | {
    f"object-{what}" for what in ("that", "to", "clause", "wh", "quote", "colon", "about")
}
_CLAUSE_OPENERS = frozenset(["because", "although", "though", "unless", "since", "while", "once", "until"])


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
        if name in found.cue.frames and not _adjunct(tape, found, at, ceiling, lexicon):
            return Complement(name, at + 1, at + 1)
        if name == "p:to" and "to" in found.cue.frames and not found.passive and tags[at + 1] in "n<":
            return Complement("to", at, cue_end)  # before a verb that the tagger does not know
    if found.passive:
        return _passive(tape, found, at, cue_end, lexicon)
    if (
        "bare" in found.cue.frames
        and at < ceiling
        and tags[at] in "Dnc#jpG'"
        and _has_clause(tape, at, ceiling)
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
    later = _after_time(tape, found, at, ceiling, cue_end) or _after_aside(tape, at, ceiling, cue_end)
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
    distant = _DISTANT.match(tags, at, ceiling) if "that" in found.cue.frames else None
    if distant and not _behind_content(tape, found):
        return Complement("that", distant.end() - 1, cue_end)
    if t == "P":
        occasion = tags[past - 1] == "h" or lower[past - 1] in lexicon.groups["venue"]
        if occasion and past < ceiling and tags[past] == "P" and "p:" + lower[past] in found.cue.frames:
            return Complement("p:" + lower[past], past + 1, past + 1)
        if lower[at] == "on" and tags[at + 1] == "h":
            # "reported on Monday the bridge would open", "promised on Monday to stay"
            day = _after_time(tape, found, at + 1, ceiling, cue_end)
            if day and day.frame != "as":
                return day
        else:
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
    """Whether the subject follows a quotation or a comma, so that the verb may be a tag."""
    return found.subject is None or (
        found.subject[0] > found.floor and tape.tags[found.subject[0] - 1] in ">,-"
    )


def _after_time(tape: Tokens, found: Site, at: int, ceiling: int, cue_end: int) -> Complement | None:
    """The complement behind a bare time: "said Tuesday the bridge would open", "vowed last month to stay"."""
    tags = tape.tags
    past = at
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


def _after_aside(tape: Tokens, at: int, ceiling: int, cue_end: int) -> Complement | None:
    """A clause with "that" or a quotation behind an aside: "said, without evidence, that"."""
    tags = tape.tags
    if tags[at : at + 1] not in (",", "-") or at >= ceiling:
        return None
    close = tags.find(tags[at], at + 1, min(ceiling, at + _ASIDE))
    if close < 0 or tags[close + 1] not in "t<p" or close + 1 >= ceiling or tags[at + 1] == "C":
        return None
    if tape.quoted[at] >= 0 or any(tag in "t<W" for tag in tags[at:close]):
        return None
    return clausal(tape, close + 1, ceiling, cue_end)


def clausal(tape: Tokens, at: int, ceiling: int, cue_end: int) -> Complement | None:
    """A quotation, that-, wh-, to-, gerund or bare clause that begins right here."""
    tags, lower = tape.tags, tape.lower
    if at >= ceiling:
        return None
    t = tags[at]
    if t == "," and at + 1 < ceiling and tags[at + 1] == "t":
        return Complement("that", at + 1, cue_end)
    if t in ",:-" and at + 1 < ceiling and tags[at + 1] == "<":
        return Complement("quote", at + 1, at + 1 if t == ":" else cue_end)
    if t == ":":
        return Complement("colon", at + 1, at + 1)
    if t == "<":
        return Complement("quote", at, cue_end)
    if t == "t":
        return Complement("that", at, cue_end)
    if t == "W" or (t == "S" and lower[at] in ("if", "whether")):
        return Complement("wh", at, cue_end)
    if t == "T" or (t == "N" and tags[at + 1 : at + 2] == "T"):
        return Complement("to", at, cue_end)
    if t == "G" or lower[at] in ("having", "being"):
        return Complement("ing", at, cue_end)
    if t == "S" and lower[at] == "as":
        return Complement("as", at, cue_end)
    if t == "S" and lower[at] in _CLAUSE_OPENERS and "," in tags[at:ceiling]:
        return Complement("clause", at, cue_end)
    if t in "pDnc#j'h":
        end = phrase_after(tape, at, ceiling) if t not in "ph" else at + 1
        if end > at and _finite(tape, end, ceiling):
            return Complement("clause", at, cue_end)
    return None


def _adjunct(tape: Tokens, found: Site, at: int, ceiling: int, lexicon: CueLexicon) -> bool:
    """Whether a prepositional phrase is a time or place before the real complement."""
    if tape.tags[at + 1 : at + 2] == "h":
        return True
    if not found.cue.frames & {"that", "clause", "quote"} or found.passive:
        return False
    past = past_adjuncts(tape, at, ceiling, lexicon)
    behind = clausal(tape, past, ceiling, past) if past > at else None
    return behind is not None and behind.frame in ("that", "quote") and tape.tags[past] in ",t:"


def _has_clause(tape: Tokens, at: int, ceiling: int) -> bool:
    """Whether a finite verb with a subject follows before the next mark."""
    stop = _MARK.search(tape.tags, at, ceiling)
    return _CLAUSE.search(tape.tags, at, stop.start() if stop else ceiling) is not None


def _finite(tape: Tokens, at: int, ceiling: int) -> bool:
    """Whether a finite verb stands here, adverbs and one parenthesis apart."""
    tags = tape.tags
    while at < ceiling and tags[at] in "rN":
        at += 1
    if at < ceiling and tags[at] == ",":
        close = tags.find(",", at + 1, min(ceiling, at + 25))
        if close < 0 or tags[at + 1] == "G":
            return False
        at = close + 1 + (tags[close + 1] == "<")  # "the line, which is old, “would not hold”"
        while at < ceiling and tags[at] in "rN":
            at += 1
    return at < ceiling and tags[at] in "MBHOVZd"


def _passive(tape: Tokens, site: Site, at: int, cue_end: int, lexicon: CueLexicon) -> Complement:
    """As in "is expected to", "was described as", "is accused of", "was declared the winner"."""
    tags, lower, ceiling, frames = tape.tags, tape.lower, site.ceiling, site.cue.frames
    past = at
    if past < ceiling and tags[past] == "P" and lower[past] == "by":
        agent = phrase_after(tape, past + 1, ceiling)
        behind = past_adjuncts(tape, appositive_end(tape, agent, ceiling), ceiling, lexicon)
        told = clausal(tape, behind, ceiling, cue_end)
        if told and told.frame in ("that", "wh", "to", "quote") and "passive-" + told.frame in frames:
            return Complement("passive-" + told.frame, told.start, cue_end, (past + 1, agent))
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
