"""Where content that begins at a token ends: often before its sentence does.

Each class of mark or word ends a clause, an object, both or neither; docs/attribution.md has them in a table,
with reasons.
"""

import re
from bisect import bisect_right

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.parse.attribution.animacy import can_speak
from claimcheck.parse.attribution.auxiliaries import FINITE
from claimcheck.parse.attribution.phrases import phrase_after
from claimcheck.parse.attribution.tokens import Tokens
from claimcheck.parse.attribution.transitions import (
    clause_follows,
    closed,
    cue_follows,
    list_follows,
    other_source,
    venue_follows,
    verb_follows,
)

__all__ = ["clause_end", "object_end", "sentence_end"]

# Conjunctions that part what is said from when or why it is said; inside a clause they belong to it.
_CIRCUMSTANCE = frozenset(
    [
        "after",
        "when",
        "while",
        "before",
        "because",
        "until",
        "since",
        "although",
        "though",
        "unless",
        "whereas",
    ]
)

# Conjunctions in front of what somebody else says.
_CONTRASTING = frozenset(["while", "after", "although", "though", "whereas"])

# Conjunctions behind a quotation that are not part of what was said, unless the quotation is a scare quote,
# no longer than this many tokens.
_ASIDES = frozenset(["as", "after", "when", "while"])
_SCARE = 6
_CANDIDATES = re.compile(r"[,;:\-C<ShP)]")


def sentence_end(tape: Tokens, ceiling: int) -> int:
    """The end of the last word of a sentence: without its final punctuation unless that is quoted."""
    tags = tape.tags
    end = ceiling
    while end > 0 and tags[end - 1] in ".|:;,-":
        if tape.quoted[end - 1] >= 0:
            break
        end -= 1
    return end


def clause_end(tape: Tokens, start: int, ceiling: int, lexicon: CueLexicon) -> int:
    """Where a content clause that begins at `start` ends."""
    return _end(tape, start, ceiling, lexicon, whole=True)


def object_end(tape: Tokens, start: int, ceiling: int, lexicon: CueLexicon) -> int:
    """Where a noun phrase, gerund or prepositional object that begins at `start` ends."""
    return _end(tape, start, ceiling, lexicon, whole=False)


def _end(tape: Tokens, start: int, ceiling: int, lexicon: CueLexicon, *, whole: bool) -> int:
    tags, quoted = tape.tags, tape.quoted
    last = sentence_end(tape, ceiling)
    at = _behind_front(tape, start, last) if whole else start
    opened = _opens(tape, start)
    while True:
        found = _CANDIDATES.search(tags, at, last)
        if not found:
            return last
        i = found.start()
        if quoted[i] >= 0:
            closing = tape.quotations[quoted[i]][1]
            at = closing + 1
            if at >= last:
                return last
            aside = tape.lower[at] in _ASIDES and closing - i > _SCARE
            if tags[at] == "S" and (aside or found.start() == start):
                return at
            if (
                tags[closing] == ">"
                and tags[closing - 1] in ",."
                and _after_quotation(tape, at, last, lexicon)
            ):
                return at
            continue
        at = i + 1
        if tags[i] == "P" and _anonymously(tape, i):
            return i
        if tags[i] == ")" and "(" not in tags[start:i]:
            return i  # the bracket that the attribution stands in closes
        if (tags[i] == "-" and tags[i - 1] != ",") or (tags[i] == "," and tags[i + 1] in "WD"):
            second = closed(tape, i, last)
            if second > 0:
                at = second + 1
                continue
        main = opened and tags[i] == "," and i > start and clause_follows(tape, i + 1, last)
        if main and (not whole or _has_verb(tape, start, i)):
            return i
        if i > start and (
            _clause_stops(tape, start, i, last, lexicon)
            if whole
            else _object_stops(tape, start, i, last, lexicon)
        ):
            return i - (tags[i - 1] == "P") if tags[i] == "h" else i


def _anonymously(tape: Tokens, i: int) -> bool:
    """Whether "on condition of anonymity" begins here, which tells how something was said."""
    lower = tape.lower
    at = i + 1 + (lower[i + 1] == "the")
    return lower[i] in ("on", "under") and lower[at : at + 3] == ["condition", "of", "anonymity"]


def _after_quotation(tape: Tokens, i: int, last: int, lexicon: CueLexicon) -> bool:
    """Whether what follows a quotation that ends in a comma or stop is no part of the content."""
    tags = tape.tags
    # Not in a list of quotations: "a “bully,” a “liar” and a “fraud”".
    alone = "," not in tags[i:last] and "C" not in tags[i:last]
    if tags[i] in "GWPS" or (tape.lower[i] in ("a", "an") and alone):
        return True
    if tags[i] == "C" and tags[i + 1] in "pD" and i + 1 < last:
        return True
    return tags[i] == "C" and (tape.lower[i] == "but" or cue_follows(tape, i, last, lexicon))


def _clause_stops(tape: Tokens, start: int, i: int, last: int, lexicon: CueLexicon) -> bool:
    tags, lower = tape.tags, tape.lower
    t, after = tags[i], tags[i + 1]
    if t == ";":
        return True
    if t == "-":
        return after in "DpS" or tags[i + 1 : i + 3] == "rS"
    if t == "S":
        return lower[i] in _CONTRASTING and other_source(tape, i, last, lexicon)
    if t == "C":
        if tags[i - 1] == ",":
            return False
        if lower[i] == "or" and "either" in lower[start:i]:
            return False
        if cue_follows(tape, i, last, lexicon) or _says(tape, i + 1, last, lexicon):
            return True
        return _has_verb(tape, max(start, i - 8), i) and other_source(tape, i + 1, last, lexicon)
    if t == ",":
        if after == "C":
            if lower[i + 1] == "but":
                return tags[i + 2] in "pdcnBHMZ" or (
                    tags[i + 2] == "D" and can_speak(tape, (i + 2, phrase_after(tape, i + 2, last)), lexicon)
                )
            if lower[i + 2] in ("it", "there"):
                return False
            return (
                tags[i + 2] in "Dp"
                or cue_follows(tape, i + 1, last, lexicon)
                or other_source(tape, i + 2, last, lexicon)
            )
        if after == "G":
            return lower[i + 1] in lexicon.verbs or lower[i + 1] == "according"
        if after in "SDcnp#" and other_source(tape, i + 1, last, lexicon):
            return True
        if after == "S" and (tags[i + 2] == "G" or (lower[i + 1] == "as" and tags[i + 2] in "BHO")):
            return True
        if after == "d" and tags[i + 2] in "Dotp'":
            return cue_follows(tape, i, last, lexicon)
        if lower[i + 1] in ("a", "an", "the"):
            return "," not in tags[start:i] and "," not in tags[i + 1 : last]
        return lower[i + 1] in ("which", "who", "compared")
    return False


def _object_stops(tape: Tokens, start: int, i: int, last: int, lexicon: CueLexicon) -> bool:
    tags, lower = tape.tags, tape.lower
    t, after = tags[i], tags[i + 1]
    if t == ";":
        return True
    if t == "-":
        return tags[i - 1] != "," and after not in "njP<"
    if t == "P":
        if lower[i] in ("in", "at") and i - start < 5 and not tags[start:i].strip("co"):
            return True
        if lower[i] in ("in", "at") and venue_follows(tape, i + 1, last, lexicon) and _plain(tape, start, i):
            return True
        return lower[i] in ("during", "through") and _plain(tape, start, i)
    if t == "S":
        if lower[i] in _CONTRASTING and other_source(tape, i, last, lexicon):
            return True
        return (lower[i] in _CIRCUMSTANCE or (lower[i] == "as" and after == "p")) and _plain(tape, start, i)
    if t == "h":
        if not _plain(tape, start, i):
            return False
        first, stop = i, i + 1
        while tags[first - 1] == "h":
            first -= 1
        while tags[stop] == "h" and stop < last:
            stop += 1
        after = tags[stop]
        if lower[i].endswith("s"):
            return False  # "on Sundays" is what is promised, not when
        if lower[first - 1] in ("from", "until", "since", "by", "of", "for"):
            return False
        return (
            tags[first - 1] not in "D'"
            and after not in "'<"
            and (stop >= last or after in "P.S,C|" or tags[i - 1] == "P")
        )
    if t == "C":
        return (
            other_source(tape, i + 1, last, lexicon)
            or (verb_follows(tape, i, last) and not (after == "V" and "T" in tags[start:i]))
            or (after == "G" and lower[i + 1] in lexicon.verbs and tags[i - 1] != "G")
        )
    if t == ",":
        if after == "C":
            return lower[i + 1] == "but" or tags[i + 2] in "pdHMBZ" or clause_follows(tape, i + 2, last)
        if tags[i - 1] == "j" or after in "cn#j<" or (after == "P" and lower[i + 1] != "with"):
            return False
        if after == "S" and lower[i + 1] == "as":
            return clause_follows(tape, i + 2, last)  # not "praised Ruiz, who …, as a friend"
        return after not in "Tt" and not (after == "D" and list_follows(tape, i, last))
    return False


def _says(tape: Tokens, i: int, last: int, lexicon: CueLexicon) -> bool:
    """Whether a participle with a clause or quotation of its own stands here: "and adding that"."""
    while i < last and tape.tags[i] == "r":
        i += 1
    cue = lexicon.verbs.get(tape.lower[i]) if tape.tags[i] == "G" else None
    return cue is not None and cue.act == "reporting" and tape.tags[i + 1] in "t<,:"


def _opens(tape: Tokens, start: int) -> bool:
    """Whether a token lies in a clause that opens its sentence before the main one: "While he said that"."""
    floor = tape.bounds[bisect_right(tape.bounds, start) - 1]
    first = floor + (tape.tags[floor] == "C")
    return tape.tags[first] in "SPGd" and "," not in tape.tags[first:start]


def _behind_front(tape: Tokens, start: int, last: int) -> int:
    """The token behind an adverbial in front of the clause: "that, in the end, they won"."""
    tags = tape.tags
    first = start + (tags[start] == "t")
    if first == start or first >= last or tags[first] not in "SP,-":
        return start
    mark = tags[first] if tags[first] in ",-" else ","
    i = tags.find(mark, first + 1, last)
    return i + 1 if i >= 0 and tape.quoted[i] < 0 and clause_follows(tape, i + 1, last) else start


def _has_verb(tape: Tokens, start: int, i: int) -> bool:
    """Whether what was said so far has a verb that can be its predicate."""
    return any(tag in FINITE for tag in tape.tags[start:i])


def _plain(tape: Tokens, start: int, i: int) -> bool:
    """Whether an object so far is one noun phrase without a clause in it."""
    return not any(tag in "VZdGMBHOT" for tag in tape.tags[start:i])
