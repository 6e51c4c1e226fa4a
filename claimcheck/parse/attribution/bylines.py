"""Speakers without a verb of saying, before a colon or under a quotation: "Ruiz: …", "— Ana Ruiz"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator
from itertools import pairwise

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.parse.attribution.animacy import can_speak, head, is_document
from claimcheck.parse.attribution.apposition import source_after
from claimcheck.parse.attribution.auxiliaries import FINITE
from claimcheck.parse.attribution.boundaries import sentence_end
from claimcheck.parse.attribution.draft import Draft, Range
from claimcheck.parse.attribution.phrases import phrase_after
from claimcheck.parse.attribution.subjects import main_subject
from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["after_colons", "announced", "answered", "inverted", "signed", "turns"]

# Tokens of a quotation with its marks that is more than a title.
_FEW = 4
# A name or two and a colon: "Ruiz:", "Sen. Ana Ruiz (R-S.D.):".
_NAME = re.compile(r"([cn][cn#']{0,7}(?:,?Cc{1,4})?(?:\([^()|.]{1,6}\))?(?:[PT]c{1,4})?):(?!\|)")


# "But,", "In other words,".
_LEAD_IN = re.compile(r"(?:[Cr]|P[Dj]?n),")

# A name behind a quotation in a headline, and what it is about: ": Ana Ruiz on the vote".
_HEADED = re.compile(r":(?P<name>c{1,4})(?:P[^.|]*+)?(?=[.|])")


def announced(tape: Tokens, found: list[Draft], lexicon: CueLexicon) -> Iterator[Draft]:
    """What stands behind a name and a colon: a quotation, a headline, a turn in a transcript."""
    cues = {draft.cue[0] for draft in found}
    known: set[str] = set()
    for start, stop in pairwise(tape.bounds):
        if tape.tags.find(":", start, stop) < 0:
            continue
        name = _NAME.match(tape.tags, start, stop)
        if name is None or name.end() >= stop or not cues.isdisjoint(range(start, name.end())):
            continue
        colon = name.end() - 1
        within = tape.quoted[colon + 1]
        end = -1
        if within >= 0 and tape.quotations[within][1] - colon > _FEW:
            end = sentence_end(tape, stop)
        elif not _in_capitals(tape, start, colon) and _own_paragraph(tape, start, stop):
            end = _headline_end(tape, start, colon, stop, found, lexicon)
        elif tape.tags[start - 1] == "|" and _in_capitals(tape, start, colon):
            # A turn in a transcript, if the text has the name in small letters too.
            known = known or {word.casefold() for word in tape.words if not word.isupper()}
            if tape.lower[colon - 1] in known:
                end = sentence_end(tape, tape.tags.find("|", colon))
        if end > colon + 1:
            yield Draft((start, colon), (colon, colon + 1), [(colon + 1, end)], "colon", ":", reach=stop)


def turns(tape: Tokens) -> list[int]:
    """Where the "Q" and "A" of an interview stand, if there are both."""
    if "Q" not in tape.text or "Q" not in tape.words:
        return []
    starts = [
        i
        for i in range(tape.n - 1)
        if tape.words[i] in ("Q", "A") and tape.tags[i + 1] == ":" and (i == 0 or tape.tags[i - 1] == "|")
    ]
    return starts if len({tape.words[i] for i in starts}) > 1 else []


def answered(tape: Tokens, found: list[Draft]) -> Iterator[Draft]:
    """The turns of an interview between "Q:" and "A:", each to where the next begins.

    Sentences in which somebody is quoted or thinks something are those attributions' own.
    """
    starts = turns(tape)
    if not starts:
        return
    bounds = tape.bounds
    busy = {bisect_right(bounds, draft.cue[0]) for draft in found}
    last = tape.tags.find("|", starts[-1])
    for start, stop in pairwise([*starts, last]):
        content: list[Range] = []
        for place in range(bisect_right(bounds, start), bisect_left(bounds, stop) + 1):
            first, end = max(start + 2, bounds[place - 1]), sentence_end(tape, bounds[place])
            if place in busy or end <= first:
                continue
            if content and place - 1 not in busy and "|" not in tape.tags[content[-1][1] : first]:
                content[-1] = (content[-1][0], end)
            else:
                content.append((first, end))
        if content:
            yield Draft((start, start + 1), (start + 1, start + 2), content, "colon", ":", reach=stop)


def inverted(tape: Tokens, found: list[Draft], lexicon: CueLexicon) -> Iterator[Draft]:
    """A verb of saying, its subject and a quotation: "Said Ana Ruiz, who runs the ferry, “We won”".

    A word or phrase may stand before the verb: "But, said Ana Ruiz, “we won”".
    """
    tags = tape.tags
    cues = {draft.cue[0] for draft in found}
    for first, stop in pairwise(tape.bounds):
        lead = _LEAD_IN.match(tags, first, stop)
        start = lead.end() if lead else first
        if tags[start] not in "dZ" or start in cues:
            continue
        cue = lexicon.verbs.get(tape.lower[start])
        if cue is None or "tag" not in cue.frames or "object-that" in cue.frames:
            continue
        end = source_after(tape, start + 1, stop)
        if end > start + 1 and tags[end] in ",:" and tags[end + 1] == "<":
            content = (end + 1, sentence_end(tape, stop))
            yield Draft(
                (start + 1, end), (start, start + 1), [content], "tag", cue.lemma, cue.act, reach=stop
            )


def _own_paragraph(tape: Tokens, start: int, stop: int) -> bool:
    """Whether a sentence is a paragraph of its own, as a headline is."""
    first = start == 0 and tape.text[tape.starts[0] - 1 : tape.starts[0]] in ("", "\n")
    return (first or tape.tags[start - 1] == "|") and (
        stop >= tape.n or "|" in (tape.tags[stop - 1], tape.tags[stop])
    )


def _headline_end(
    tape: Tokens, start: int, colon: int, stop: int, found: list[Draft], lexicon: CueLexicon
) -> int:
    """Where a headline ends that reports what somebody or something says; -1 if it does not."""
    tags, words = tape.tags, tape.words
    end = sentence_end(tape, stop)
    at = head(tape, (start, colon))
    named = tags[at] == "c" and any(
        words[at] in words[draft.source[0] : draft.source[1]]
        for draft in found
        if draft.source and draft.cue[0] > stop
    )
    # A clause, or "there is" understood: "no trace of the boat"; else "Photo: The new quay".
    clause = any(tag in FINITE for tag in tags[colon:end]) or tape.lower[colon + 1] == "no"
    if not named and not (clause and _speaks(tape, (start, colon), lexicon)):
        return -1
    semicolon = tags.find(";", colon, end)
    return semicolon if semicolon >= 0 else end


def _in_capitals(tape: Tokens, start: int, end: int) -> bool:
    return all(word.isupper() and len(word) > 1 for word in tape.words[start:end] if word[0].isalpha())


def _alone(tape: Tokens, colon: int, floor: int) -> Range | None:
    """The names between a dash and a colon: "A NEW QUAY - Ana Ruiz and Per Lund:"."""
    start = colon
    while start > floor and tape.tags[start - 1] in "cC":
        start -= 1
    return (start, colon) if start < colon and tape.tags[start - 1 : start + 1] == "-c" else None


def _speaks(tape: Tokens, source: Range, lexicon: CueLexicon) -> bool:
    """Whether a noun phrase, capitalised or not, names a document or people by their role."""
    at = head(tape, source)
    return is_document(tape, source, lexicon) or (tape.tags[at] == "n" and can_speak(tape, source, lexicon))


def signed(tape: Tokens, owned: Container[int]) -> Iterator[Draft]:
    """Quotations with a dash and a name behind them."""
    tags = tape.tags
    for number, (start, end) in enumerate(tape.quotations):
        dash = end + 1 + (tags[end + 1] == "|")
        name = _HEADED.match(tags, end + 1) if start == 0 or tags[start - 1] == "|" else None
        if name and number not in owned and end - start > _FEW:
            source = name.span("name")  # as in "‘We won’: Ruiz on the year that made her"
            yield Draft(source, (end + 1, end + 2), [(start, end + 1)], "signature", ":", reach=name.end())
            continue
        if number in owned or tags[dash : dash + 2] != "-c" or tags[start - 1 : start] not in ("", "|", "."):
            continue
        stop = phrase_after(tape, dash + 1, min(tape.n, dash + 13))
        if stop > dash + 1 and tags[stop] in "|.<,":
            yield Draft((dash + 1, stop), (dash, dash + 1), [(start, end + 1)], "signature", "—", reach=stop)


def after_colons(tape: Tokens, found: list[Draft], owned: Container[int]) -> Iterator[Draft]:
    """Quotations behind a colon that no cue has claimed: the subject of the sentence before speaks."""
    tags = tape.tags
    speaking: dict[int, list[Draft]] = {}
    for each in found:
        if each.source and not each.antecedent:
            speaking.setdefault(bisect_right(tape.bounds, each.cue[0]), []).append(each)
    for number, (start, end) in enumerate(tape.quotations):
        colon = start - 1
        while colon > 0 and tags[colon] == "|":
            colon -= 1
        if number in owned or colon <= 0 or tags[colon] != ":" or end - start < 4:
            continue
        place = bisect_right(tape.bounds, colon)
        floor = tape.bounds[place - 1]
        outer = [each for each in speaking.get(place, ()) if each.cue[0] < colon]
        source = outer[0].source if outer else main_subject(tape, colon, floor) or _alone(tape, colon, floor)
        if source is None:
            continue
        yield Draft(source, (colon, colon + 1), [(start, end + 1)], "colon", ":", reach=end + 1)
