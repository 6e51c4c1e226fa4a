"""Who answers behind a preposition: "In a poll released Monday, …", "…, per the report", "In her view, …"."""

from bisect import bisect_right

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.parse.attribution.animacy import head, is_document
from claimcheck.parse.attribution.boundaries import sentence_end
from claimcheck.parse.attribution.draft import Draft, Range
from claimcheck.parse.attribution.nominal import possessor
from claimcheck.parse.attribution.parentheticals import content_before, is_clause
from claimcheck.parse.attribution.phrases import core_after, phrase_after
from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["document_before", "in_view", "per", "surveyed"]

# How far the comma may be that closes "In a poll of 900 voters conducted by the university in May,".
_REACH = 24


def surveyed(tape: Tokens, at: int, floor: int, ceiling: int) -> Draft | None:
    """The figures of a survey (its noun is token `at`) that opens a sentence: "In a poll, half"."""
    first = floor
    while first < at and tape.tags[first] in "Cr,":
        first += 1
    if tape.lower[first] != "in" or tape.tags[first] != "P":
        return None
    end = phrase_after(tape, first + 1, ceiling)
    if end <= at or head(tape, (first + 1, end)) != at:
        return None
    return _ahead(tape, first, end, ceiling)


def per(tape: Tokens, at: int, floor: int, ceiling: int) -> Draft | None:
    """The source behind "per", in front or at the end; not "per cent", "per hour", "per person"."""
    tags = tape.tags
    end = phrase_after(tape, at + 1, ceiling)
    named = tags[at + 1] == "c" and tape.words[at] == "per"  # "Per Lund" is a name
    if end == at + 1 or not (named or tags[at + 1] == "D"):
        return None
    if at == floor:
        return _ahead(tape, at, end, ceiling)
    before = content_before(tape, at, floor) if tags[at - 1] == "," else None
    if before is None or not is_clause(tape, *before) or end < sentence_end(tape, ceiling):
        return None
    return Draft((at + 1, end), (at, at + 1), [before], "per", "per", reach=ceiling)


def in_view(tape: Tokens, at: int, floor: int, ceiling: int) -> Draft | None:
    """Whose view (its noun is token `at`) a clause is: "In the union’s view, …", "…, in his opinion"."""
    first, source = possessor(tape, at, floor)
    if source is None or source[0] <= floor - 1 or tape.lower[source[0] - 1] != "in":
        return None
    opening = source[0] - 1
    if opening < floor:
        return None
    last = sentence_end(tape, ceiling)
    before = content_before(tape, opening, floor) if opening > floor else None
    content = [before] if before and tape.tags[opening - 1] == "," else []
    if at + 2 < last and tape.tags[at + 1] == "," and tape.tags[at + 2] not in "VZd":
        content.append((at + 2, last))
    if not content or not any(is_clause(tape, *part) for part in content):
        return None
    return Draft(source, (first, at + 1), content, "in view", tape.lower[at], "attitude", reach=ceiling)


def _ahead(tape: Tokens, at: int, end: int, ceiling: int) -> Draft | None:
    """The source `at + 1:end` and what stands behind its comma."""
    comma = tape.tags.find(",", end, min(end + _REACH, ceiling))
    last = sentence_end(tape, ceiling)
    if comma < 0 or comma + 1 >= last or not is_clause(tape, comma + 1, last):
        return None
    word = tape.lower[at]
    return Draft((at + 1, comma), (at, at + 1), [(comma + 1, last)], "per", word, reach=ceiling)


def document_before(tape: Tokens, at: int, lexicon: CueLexicon) -> Range | None:
    """The document that opens the sentence before the one that token `at` opens: "The study … It found"."""
    place = bisect_right(tape.bounds, at) - 1
    if place < 1 or tape.bounds[place] != at:
        return None
    first = tape.bounds[place - 1]
    end = core_after(tape, first, at)
    return (first, end) if end > first and is_document(tape, (first, end), lexicon) else None
