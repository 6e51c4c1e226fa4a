"""Where content that begins at a token ends: often before its sentence does.

Which marks and words end a clause and which an object was counted in news text (docs/attribution.md has the
table); a boundary is drawn where more contents end than go on.
"""

from bisect import bisect_right
from functools import cache

import regex

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.parse.attribution.phrases import core_after, phrase_after
from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["clause_end", "object_end", "sentence_end"]

_FINITE = frozenset("VZdMBHO")
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

# Conjunctions behind a quotation that are not part of what was said, unless the quotation is a scare quote,
# no longer than this many tokens: a choice that does better on PolNeAR's train part than none.
_ASIDES = frozenset(["as", "after", "when", "while"])
_SCARE = 6


@cache
def _candidates() -> regex.Pattern[str]:
    return regex.compile(r"[,;:\-C<ShP(]")


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
    at = start
    opened = _opens(tape, start)
    while True:
        found = _candidates().search(tags, at, last)
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
        if (tags[i] == "-" and tags[i - 1] != ",") or (tags[i] == "," and tags[i + 1] in "WD"):
            second = _closed(tape, i, last)
            if second > 0:
                at = second + 1
                continue
        if opened and i > start and tags[i] == "," and _clause_follows(tape, i + 1, last):
            return i
        if i > start and (
            _clause_stops(tape, start, i, last, lexicon) if whole else _object_stops(tape, start, i, last, lexicon)
        ):
            return i - (tags[i - 1] == "P") if tags[i] == "h" else i


def _after_quotation(tape: Tokens, i: int, last: int, lexicon: CueLexicon) -> bool:
    """Whether what follows a quotation that ends in a comma or stop is no part of the content."""
    tags = tape.tags
    if tags[i] in "GWPS":
        return True
    if tags[i] == "C" and tags[i + 1] in "pD" and i + 1 < last:
        return True
    return tags[i] == "C" and (tape.lower[i] == "but" or _cue_follows(tape, i, last, lexicon))


def _clause_stops(tape: Tokens, start: int, i: int, last: int, lexicon: CueLexicon) -> bool:
    tags, lower = tape.tags, tape.lower
    t, after = tags[i], tags[i + 1]
    if t == ";":
        return True
    if t == "-":
        return after in "DpS"
    if t == "C":
        if tags[i - 1] == ",":
            return False
        if _cue_follows(tape, i, last, lexicon):
            return True
        said = any(tag in _FINITE for tag in tags[max(0, i - 8) : i])
        return said and _other_source(tape, i + 1, last, lexicon)
    if t == ",":
        if after == "C":
            if lower[i + 1] == "but":
                return tags[i + 2] in "pdcDnBHMZ"
            if lower[i + 2] in ("it", "there"):
                return False
            return (
                tags[i + 2] in "Dp"
                or _cue_follows(tape, i + 1, last, lexicon)
                or _other_source(tape, i + 2, last, lexicon)
            )
        if after == "G":
            return lower[i + 1] in lexicon.verbs or lower[i + 1] == "according"
        if after in "SDcnp#" and _other_source(tape, i + 1, last, lexicon):
            return True
        if after == "d" and tags[i + 2] in "Dotp'":
            return _cue_follows(tape, i, last, lexicon)
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
        if lower[i] in ("in", "at") and _venue(tape, i + 1, last, lexicon) and _plain(tape, start, i):
            return True
        return lower[i] == "during" and _plain(tape, start, i)
    if t == "S":
        return (lower[i] in _CIRCUMSTANCE or (lower[i] == "as" and after == "p")) and _plain(tape, start, i)
    if t == "h":
        if not _plain(tape, start, i):
            return False
        first = i
        while tags[first - 1] == "h":
            first -= 1
        if lower[i].endswith("s"):
            return False  # "on Sundays" is what is promised, not when
        if lower[first - 1] in ("from", "until", "since", "by", "of", "for"):
            return False
        return (
            tags[first - 1] not in "D'"
            and after != "'"
            and (i + 1 >= last or after in "P.S,C|" or tags[i - 1] == "P")
        )
    if t == "C":
        return _verb_follows(tape, i, last) or (
            after == "G" and lower[i + 1] in lexicon.verbs and tags[i - 1] != "G"
        )
    if t == ",":
        if after == "C":
            return lower[i + 1] == "but" or tags[i + 2] in "pdHMBZ"
        if tags[i - 1] == "j" or after in "cn#j<" or (after == "P" and lower[i + 1] != "with"):
            return False
        return after not in "Tt" and not (after == "D" and _list_follows(tape, i, last))
    return False


def _opens(tape: Tokens, start: int) -> bool:
    """Whether a token lies in a clause that opens its sentence and waits for the main one: "While he said that"."""
    floor = tape.bounds[bisect_right(tape.bounds, start) - 1]
    first = floor + (tape.tags[floor] == "C")
    return tape.tags[first] in "SPGd" and "," not in tape.tags[first:start]


def _clause_follows(tape: Tokens, i: int, last: int) -> bool:
    """Whether a subject and its finite verb stand here."""
    tags = tape.tags
    while i < last and tags[i] == "r":
        i += 1
    end = phrase_after(tape, i, last)
    if end == i:
        return False
    while end < last and tags[end] in "rN":
        end += 1
    return end < last and tags[end] in "VZdMBHO"


def _closed(tape: Tokens, i: int, last: int) -> int:
    """The partner of a comma or dash that opens a parenthesis between a subject and its verb, or -1."""
    tags = tape.tags
    second = tags.find(tags[i], i + 2, min(last, i + 30))
    if second < 0 or tape.quoted[second] >= 0:
        return -1
    verb = second + 1
    while verb < last and tags[verb] in "rN":
        verb += 1
    return second if verb < last and tags[verb] in "VZdMBHO" else -1


def _venue(tape: Tokens, i: int, last: int, lexicon: CueLexicon) -> bool:
    """Whether the phrase that begins here names an occasion of speech: "in an interview", "at a rally"."""
    venues = lexicon.groups["venue"]
    end = core_after(tape, i, last)
    return end > i and (tape.lower[end - 1] in venues or tape.lower[end - 1].removesuffix("s") in venues)


def _plain(tape: Tokens, start: int, i: int) -> bool:
    """Whether an object so far is one noun phrase without a clause in it."""
    return not any(tag in "VZdGMBHOT" for tag in tape.tags[start:i])


def _other_source(tape: Tokens, i: int, last: int, lexicon: CueLexicon) -> bool:
    """Whether another source with a verb of saying begins here: ", while others say"."""
    tags = tape.tags
    if tags[i] == "S":
        i += 1
    end = phrase_after(tape, i, last)
    if end == i:
        return False
    while end < last and tags[end] in "rH":
        end += 1
    if end >= last or tags[end] not in "VZd":
        return False
    cue = lexicon.verbs.get(tape.lower[end])
    return cue is not None and cue.act == "reporting" and "that" in cue.frames


def _list_follows(tape: Tokens, i: int, last: int) -> bool:
    """Whether a comma is the first of a list that "and" or "or" ends."""
    return _list().match(tape.tags, i, last) is not None


@cache
def _list() -> regex.Pattern[str]:
    return regex.compile(r"(?:,[DjncPr#'G]{1,8}){1,4},?C")


def _verb_follows(tape: Tokens, coordinator: int, last: int) -> bool:
    """Whether a coordinator joins a second verb to the one whose object came before."""
    tags = tape.tags
    i = coordinator + 1
    if tags[coordinator - 1] == "d" and i < last and tags[i] == "d":
        return False
    while i < last and tags[i] == "r":
        i += 1
    return (
        i < last
        and tags[i] in _FINITE
        and not (tags[i] == "d" and i + 1 < last and tags[i + 1] == "n" and i > coordinator + 1)
    )


def _cue_follows(tape: Tokens, coordinator: int, last: int, lexicon: CueLexicon) -> bool:
    """Whether a coordinator is followed by another verb of saying, of the same subject."""
    i = coordinator + 1
    while i < last and tape.tags[i] in "rHBMN":
        i += 1
    if i >= last or tape.tags[i] not in "dZ" or tape.quoted[i] >= 0:
        return False
    cue = lexicon.verbs.get(tape.lower[i])
    return cue is not None and cue.act == "reporting"
