"""Quotations that go on: after the tag, in the next sentence, in the next paragraph."""

from bisect import bisect_right
from collections.abc import Mapping

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.parse.attribution.boundaries import sentence_end
from claimcheck.parse.attribution.bylines import after_colons, announced, answered, inverted, signed
from claimcheck.parse.attribution.draft import Draft, Range
from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["continue_quotations"]


# The rules after which a quotation without a tag can only be the same speaker's.
_TELLING = frozenset(
    [
        "that",
        "clause",
        "wh",
        "quote",
        "object-that",
        "object-clause",
        "object-wh",
        "object-quote",
        "np",
        "to",
        "ing",
    ]
) | {"according to"}


# The rules whose content stands before them and may hold a tag: "“…,” she said, according to …".
_BEHIND = frozenset(["according to", "end"])
# Tokens of a quotation with its marks that is more than a scare quote.
_FEW = 7


def continue_quotations(tape: Tokens, found: list[Draft], lexicon: CueLexicon) -> list[Draft]:
    """Give quotations that nobody tags to the speaker of the one right before them."""
    tags, bounds = tape.tags, tape.bounds
    turns = list(answered(tape, found))
    said = turns or announced(tape, found, lexicon)
    found = [*found, *said, *inverted(tape, found, lexicon)]
    owner = _owners(tape, found)
    ends, indirect = _last_speakers(tape, found)
    busy = {bisect_right(bounds, draft.cue[0]) for draft in found}
    tagged = {bisect_right(bounds, draft.cue[0]): draft for draft in found if draft.rule == "tag"}
    tellers = {bisect_right(bounds, draft.cue[0]): draft for draft in found if draft.rule in _BEHIND}
    for number, (start, end) in enumerate(tape.quotations):
        if number in owner or (start in indirect and tags[start - 1] == "|"):
            continue
        before = start
        while before > 0 and tags[before - 1] == "|":
            before -= 1
        speaker = ends.get(before) or ends.get(start)
        stop = end + 1
        if speaker is not None and (stop >= tape.n or _complete(tape, end)):
            speaker.content.append((start, stop))
            owner[number] = speaker
            teller = tellers.get(bisect_right(bounds, speaker.cue[0]))
            if teller and any(first <= speaker.cue[0] < last for first, last in teller.content):
                teller.content.append((start, stop))
        elif parted := _parted(tape, start, tagged):
            parted.content.append((start, stop if _complete(tape, end) else sentence_end(tape, parted.reach)))
            owner[number] = parted
            continue
        else:
            first, stop = _sentence(tape, number, busy)
            speaker = ends.get(first)
            if speaker is None or speaker.rule != "tag" or first == stop:
                continue
            last = sentence_end(tape, stop)
            speaker.content.append((first, last))
            owner.update(dict.fromkeys(_quotations_in(tape, first, last), speaker))
        speaker.reach = stop
        ends[stop] = speaker
    return [draft for draft in found if draft.content] + [
        *after_colons(tape, found, owner.keys()),
        *signed(tape, owner.keys()),
    ]


def _owners(tape: Tokens, found: list[Draft]) -> dict[int, Draft]:
    """Whose content each quotation lies in or touches, by the number of the quotation."""
    owner: dict[int, Draft] = {}
    for draft in found:
        for start, end in draft.content:
            for i in (start, end - 1):
                if tape.quoted[i] >= 0:
                    owner.setdefault(tape.quoted[i], draft)
            for number in _quotations_in(tape, start, end):
                owner.setdefault(number, draft)
    return owner


def _last_speakers(tape: Tokens, found: list[Draft]) -> tuple[dict[int, Draft], set[int]]:
    """Who spoke in the sentence that ends at a token; the ends of sentences in which nobody was quoted."""
    ends: dict[int, Draft] = {}
    indirect: set[int] = set()
    for draft in found:
        tells = draft.rule in ("tag", "end") or (draft.rule in _TELLING and _ends_sentence(draft))
        if draft.act != "reporting" or not (tells or draft.rule.endswith("colon")):
            continue
        earlier = ends.get(draft.reach)
        if earlier is None or not (
            draft.antecedent or draft.rule in ("np", "to", "ing") or earlier.rule == "tag"
        ):
            ends[draft.reach] = draft
        if draft.content:
            first, last = draft.content[0][0], draft.content[-1][1] - 1
            if tape.quoted[first] < 0 and tape.quoted[last] < 0:
                indirect.add(draft.reach)
    return ends, indirect


def _parted(tape: Tokens, start: int, by_sentence: Mapping[int, Draft]) -> Draft | None:
    """The tag between two halves of a quotation in one sentence: "“We won,” she told us, “and left”"."""
    draft = by_sentence.get(bisect_right(tape.bounds, start))
    before = start - 1 - (tape.tags[start - 1] == "C")  # "“We won,” she told us, but “lost the league”"
    if draft is None or draft.cue[0] > start or tape.tags[before] != ",":
        return None
    return draft if len(draft.content) == 1 and tape.quoted[draft.content[0][1] - 1] >= 0 else None


def _sentence(tape: Tokens, number: int, busy: set[int]) -> Range:
    """The sentence that a quotation is part of, if it is more than a few words and no cue stands in it."""
    start, end = tape.quotations[number]
    place = bisect_right(tape.bounds, start)
    if place in busy or end - start < _FEW:
        return start, start
    first = tape.bounds[place - 1]
    if tape.tags[first - 1 : first] == "|":
        return start, start
    return first, tape.bounds[place]


def _complete(tape: Tokens, closing: int) -> bool:
    """Whether the words before a closing mark end a sentence or are cut off by a comma."""
    inner = tape.text[max(0, tape.starts[closing] - 4) : tape.starts[closing]].rstrip("\"'’”› ")
    return inner[-1:] in ".,?!…—-"


def _ends_sentence(draft: Draft) -> bool:
    """Whether nothing but a mark stands between the content and the end of its sentence."""
    last = max(end for _, end in draft.content) if draft.content else draft.reach
    return draft.reach - last <= 2


def _quotations_in(tape: Tokens, start: int, end: int) -> list[int]:
    found = []
    i = tape.tags.find("<", start, end)
    while i >= 0:
        number = tape.quoted[i]
        if number >= 0:
            found.append(number)
            i = tape.tags.find("<", max(tape.quotations[number][1], i + 1), end)
        else:
            i = tape.tags.find("<", i + 1, end)
    return found
