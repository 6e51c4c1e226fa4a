"""From cue words to drafts."""

from bisect import bisect_right
from collections.abc import Iterator

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.parse.attribution.boundaries import clause_end, object_end, sentence_end
from claimcheck.parse.attribution.complements import complement
from claimcheck.parse.attribution.draft import Draft, Site
from claimcheck.parse.attribution.parentheticals import according, inverted_subject, tagged
from claimcheck.parse.attribution.tokens import Tokens
from claimcheck.parse.attribution.verbgroups import site

__all__ = ["drafts"]


def drafts(tape: Tokens, lexicon: CueLexicon) -> list[Draft]:
    """All attributions outside quotations, in the order of their cues."""
    found: list[Draft] = []
    verbs, tags, quoted, lower = lexicon.verbs, tape.tags, tape.quoted, tape.lower
    hits = [i for i, word in enumerate(lower) if word in verbs or word == "according"]
    for at in hits:
        if quoted[at] >= 0:
            continue
        place = bisect_right(tape.bounds, at)
        floor, ceiling = tape.bounds[place - 1], tape.bounds[place]
        if lower[at] == "according":
            if lower[at + 1 : at + 2] == ["to"]:
                draft = according(tape, at, floor, ceiling, lexicon)
                if draft:
                    found.append(draft)
            continue
        if tags[at] in "VZdG":
            place = site(tape, at, verbs[lower[at]], floor, ceiling, lexicon)
            if place.shared and found and found[-1].reach == ceiling and found[-1].antecedent is None:
                place.subject = found[-1].source or place.subject
            draft = _verb(tape, place, lexicon)
            if draft:
                found.append(draft)
    return found


def _verb(tape: Tokens, found: Site, lexicon: CueLexicon) -> Draft | None:
    tags = tape.tags
    frames = found.cue.frames
    before = tags[found.start - 1] if found.start > found.floor else "|"
    if "tag" in frames and found.kind == "finite" and not found.passive and (found.subject is None or found.shared):
        if before in ">,":
            end = inverted_subject(tape, found.at + 1, found.ceiling)
            if end > found.at + 1 and (before == ">" or _plain_tag(tape, end, found.ceiling)):
                found.subject, found.shared = (found.at + 1, end), False
                draft = tagged(tape, found, end, lexicon, inverted=True)
                if draft:
                    return draft
    what = complement(tape, found, lexicon)
    frame = what.frame
    if "tag" in frames and found.kind == "finite" and found.subject and not found.shared and not found.passive:
        start = found.subject[0]
        if start > found.floor and tags[start - 1] in ">,-" and (frame == "none" or tags[start - 1] == ">" and frame != "np" or (frame.startswith("p:"))):
            draft = tagged(tape, found, what.cue_end, lexicon, inverted=False)
            if draft:
                draft.cue = (found.start, what.cue_end)
                return draft
    if frame == "none":
        return None
    if frame not in frames:
        return None
    cue = (found.start, what.cue_end)
    if frame == "by":
        return None
    if frame in ("np", "ing", "as") or frame.startswith("p:"):
        end = object_end(tape, what.start, found.ceiling, lexicon)
    else:
        end = clause_end(tape, what.start, found.ceiling, lexicon)
    content = [(what.start, end)] if end > what.start else []
    if not content:
        if frame == "colon" and tags[what.start : what.start + 2] == "|<":
            content = []
        else:
            return None
    if frame.startswith("passive"):
        content = [found.subject, *content] if found.subject else content
        source = None
    else:
        source = found.subject
    return Draft(source, cue, content, frame, found.cue.lemma, found.cue.act, found.flags, found.antecedent, found.ceiling)


def _plain_tag(tape: Tokens, end: int, ceiling: int) -> bool:
    return end >= ceiling or tape.tags[end] in ",.|;" or tape.tags[end] == "P"
