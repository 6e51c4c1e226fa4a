"""Where content that begins at a token ends: sometimes before its sentence does."""

from functools import cache

import regex

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.parse.attribution.nounphrases import phrase_after
from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["clause_end", "object_end"]


@cache
def _stops() -> regex.Pattern[str]:
    return regex.compile(r"[,;\-C<S]")


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
    tags, lower = tape.tags, tape.lower
    last = sentence_end(tape, ceiling)
    at = start
    while True:
        found = _stops().search(tags, at, last)
        if not found:
            return last
        i = found.start()
        t = tags[i]
        if t == "<" and tape.quoted[i] >= 0:
            quotation = tape.quotations[tape.quoted[i]]
            at = max(quotation[1], i) + 1
            if at >= last:
                return last
            continue
        at = i + 1
        if t == ";":
            return i
        if t == "," and _ends_clause(tape, i, last, lexicon):
            return i
        if t == "C" and tags[i - 1] != "," and _new_cue(tape, i, last, lexicon):
            return i


def _ends_clause(tape: Tokens, comma: int, last: int, lexicon: CueLexicon) -> bool:
    """Whether a comma ends the clause: before "but", a participle that attributes, a tag."""
    tags, lower = tape.tags, tape.lower
    i = comma + 1
    if i >= last:
        return True
    word = lower[i]
    if word == "but":
        return True
    if tags[i] == "G" and word in lexicon.verbs:
        return True
    if word in ("according", "while", "although", "though"):
        return True
    if tags[i] == "C":
        return _new_cue(tape, i, last, lexicon)
    return False


def _new_cue(tape: Tokens, coordinator: int, last: int, lexicon: CueLexicon) -> bool:
    """Whether a coordinator is followed by another cue of the same subject."""
    i = coordinator + 1
    while i < last and tape.tags[i] in "rHBMN":
        i += 1
    return i < last and tape.tags[i] in "dZ" and tape.lower[i] in lexicon.verbs and tape.quoted[i] < 0


def object_end(tape: Tokens, start: int, ceiling: int, lexicon: CueLexicon) -> int:
    """Where the object of a cue ends: a noun phrase with what hangs on it."""
    return clause_end(tape, start, ceiling, lexicon)
