"""What follows a mark or conjunction: a clause, another source, a verb of saying, an occasion of speech."""

import re

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.parse.attribution.auxiliaries import FINITE
from claimcheck.parse.attribution.phrases import core_after, phrase_after
from claimcheck.parse.attribution.tokens import Tokens

__all__ = [
    "clause_follows",
    "closed",
    "cue_follows",
    "list_follows",
    "other_source",
    "relative_end",
    "venue_follows",
    "verb_follows",
]

# Tokens within which a comma or dash has its partner, a relative clause between them.
_PARENTHESIS = 30
_LIST = re.compile(r"(?:,[DjncPr#'G]{1,8}){1,4},?C")


def clause_follows(tape: Tokens, i: int, last: int) -> bool:
    """Whether a subject and its finite verb stand here."""
    tags = tape.tags
    while i < last and tags[i] == "r":
        i += 1
    end = phrase_after(tape, i, last)
    if end == i:
        return False
    while end < last and tags[end] in "rN":
        end += 1
    return end < last and tags[end] in FINITE


def closed(tape: Tokens, i: int, last: int) -> int:
    """The partner of a comma or dash that opens a parenthesis between a subject and its verb, or -1."""
    tags = tape.tags
    second = tags.find(tags[i], i + 2, min(last, i + _PARENTHESIS))
    if second < 0 or tape.quoted[second] >= 0:
        return -1
    verb = second + 1
    while verb < last and tags[verb] in "rN":
        verb += 1
    return second if verb < last and (tags[verb] in FINITE or tape.lower[verb] in ("as", "of")) else -1


def relative_end(tape: Tokens, mark: int, start: int, ceiling: int) -> int:
    """Where a relative clause behind a mark ends: at the next mark of its kind before a finite verb."""
    tags = tape.tags
    i = tags.find(tags[mark], start, ceiling)
    while i >= 0:
        verb = i + 1
        while verb < ceiling and tags[verb] in "rN":
            verb += 1
        if tape.quoted[i] < 0 and verb < ceiling and tags[verb] in FINITE:
            return i
        i = tags.find(tags[mark], i + 1, ceiling)
    return ceiling


def venue_follows(tape: Tokens, i: int, last: int, lexicon: CueLexicon) -> bool:
    """Whether the phrase that begins here names an occasion of speech: "in an interview", "at a rally"."""
    venues = lexicon.groups["venue"]
    end = core_after(tape, i, last)
    return end > i and (tape.lower[end - 1] in venues or tape.lower[end - 1].removesuffix("s") in venues)


def other_source(tape: Tokens, i: int, last: int, lexicon: CueLexicon) -> bool:
    """Whether another source with a verb of saying begins here: ", while others say"."""
    tags = tape.tags
    if tags[i] == "S":
        i += 1
    end = phrase_after(tape, i, last)
    if end == i:
        return False
    if tags[end] == "d" and tags[end + 1] == "P" and end + 1 < last:
        further = phrase_after(tape, end + 2, last)  # "messages left on a phone suggested"
        end = further if tags[further] in "VZd" and further < last else end
    while end < last and tags[end] in "rH":
        end += 1
    if end >= last or tags[end] not in "VZd":
        return False
    cue = lexicon.verbs.get(tape.lower[end])
    return cue is not None and cue.act == "reporting" and "that" in cue.frames


def list_follows(tape: Tokens, i: int, last: int) -> bool:
    """Whether a comma is the first of a list that "and" or "or" ends."""
    return _LIST.match(tape.tags, i, last) is not None


def verb_follows(tape: Tokens, coordinator: int, last: int) -> bool:
    """Whether a coordinator joins a second verb to the one whose object came before."""
    tags = tape.tags
    i = coordinator + 1
    if tags[coordinator - 1] == "d" and i < last and tags[i] == "d":
        return False
    while i < last and tags[i] in "rN":
        i += 1
    return (
        i < last
        and tags[i] in FINITE
        and not (tags[i] == "d" and i + 1 < last and tags[i + 1] == "n" and i > coordinator + 1)
    )


def cue_follows(tape: Tokens, coordinator: int, last: int, lexicon: CueLexicon) -> bool:
    """Whether a coordinator is followed by another verb of saying, of the same subject."""
    i = coordinator + 1
    while i < last and tape.tags[i] in "rHBMN":
        i += 1
    if i >= last or tape.tags[i] not in "dZ" or tape.quoted[i] >= 0:
        return False
    if tape.tags[i] == "Z" and tape.tags[coordinator - 1] == "n" and tape.tags[i + 1] in "P.C|":
        return False  # "names and addresses of", "walkouts and jeers"
    cue = lexicon.verbs.get(tape.lower[i])
    return cue is not None and cue.act == "reporting"
