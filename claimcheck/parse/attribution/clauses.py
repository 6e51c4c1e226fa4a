"""What can begin right behind a verb: a quotation, a clause, a question, an infinitive."""

import re
from typing import NamedTuple

from claimcheck.parse.attribution.draft import Range
from claimcheck.parse.attribution.phrases import phrase_after
from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["Complement", "clausal", "has_clause", "has_verb"]

_MARK = re.compile(r"[,;:<>|-]")
_CLAUSE = re.compile(r"[nc#pD')]r*+[MBHOVZ]|[nc#p']r*+d")
_CLAUSE_OPENERS = frozenset(["because", "although", "though", "unless", "since", "while", "once", "until"])


class Complement(NamedTuple):
    """A frame by name, the token where its content begins and the token where the cue before it ends.

    `agent` is who a passive says so of, if that stands before the content: "was asked by Ruiz whether".
    """

    frame: str
    start: int
    cue_end: int
    agent: Range | None = None


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
        subject = phrase_after(tape, at + 1, ceiling)
        if subject > at + 1 and has_verb(tape, subject, ceiling):
            return None  # "said as the delegates packed"
        return Complement("as", at, cue_end)
    if t == "S" and lower[at] in _CLAUSE_OPENERS and "," in tags[at:ceiling]:
        return Complement("clause", at, cue_end)
    if t in "pDnc#j'h":
        end = phrase_after(tape, at, ceiling) if t not in "ph" else at + 1
        if end > at and has_verb(tape, end, ceiling):
            return Complement("clause", at, cue_end)
    return None


def has_clause(tape: Tokens, at: int, ceiling: int) -> bool:
    """Whether a finite verb with a subject follows before the next mark."""
    stop = _MARK.search(tape.tags, at, ceiling)
    return _CLAUSE.search(tape.tags, at, stop.start() if stop else ceiling) is not None


def has_verb(tape: Tokens, at: int, ceiling: int) -> bool:
    """Whether a finite verb stands here, adverbs and one parenthesis apart."""
    tags = tape.tags
    while at < ceiling and (tags[at] in "rN" or tags[at - 1 : at + 1] == "p<"):
        at += 1  # "she “hand-delivered” it"
    if at < ceiling and tags[at] == ",":
        close = tags.find(",", at + 1, min(ceiling, at + 25))
        if close < 0 or tags[at + 1] == "G":
            return False
        at = close + 1 + (tags[close + 1] == "<")  # "the line, which is old, “would not hold”"
        while at < ceiling and tags[at] in "rN":
            at += 1
    return at < ceiling and tags[at] in "MBHOVZd"
