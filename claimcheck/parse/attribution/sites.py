"""From cue words to drafts, sentence by sentence: tags first, because they bound what the others can reach."""

from bisect import bisect_right
from itertools import groupby

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.parse.attribution.boundaries import clause_end, object_end
from claimcheck.parse.attribution.complements import Complement, complement
from claimcheck.parse.attribution.draft import Draft, Site
from claimcheck.parse.attribution.parentheticals import according, inverted_subject, tagged
from claimcheck.parse.attribution.tokens import Tokens
from claimcheck.parse.attribution.verbgroups import site

__all__ = ["drafts"]


def drafts(tape: Tokens, lexicon: CueLexicon) -> list[Draft]:
    """All attributions outside quotations, in the order of their cues."""
    verbs, tags, quoted = lexicon.verbs, tape.tags, tape.quoted
    hits = [
        i
        for i, word in enumerate(tape.lower)
        if (word in verbs and tags[i] in "VZdG" or word == "according") and quoted[i] < 0
    ]
    bounds = tape.bounds
    found: list[Draft] = []
    for number, group in groupby(hits, key=lambda at: bisect_right(bounds, at)):
        found += _sentence(tape, list(group), bounds[number - 1], bounds[number], lexicon)
    return found


def _sentence(tape: Tokens, hits: list[int], floor: int, ceiling: int, lexicon: CueLexicon) -> list[Draft]:
    """The attributions of one sentence."""
    tags, lower = tape.tags, tape.lower
    found: list[Draft] = []
    rest: list[Site] = []
    for at in hits:
        if lower[at] == "according":
            draft = according(tape, at, floor, ceiling, lexicon) if lower[at + 1 : at + 2] == ["to"] else None
        else:
            place = site(tape, at, lexicon.verbs[lower[at]], floor, ceiling, lexicon)
            draft = _tag(tape, place, lexicon)
            if draft is None:
                rest.append(place)
        if draft:
            found.append(draft)
    tagged_here = list(found)
    for place in rest:
        for draft in tagged_here:
            _bound(place, draft)
        if place.at >= place.ceiling:
            continue
        previous = found[-1] if found else None
        if place.shared and previous and previous.antecedent is None and previous.cue[0] < place.at:
            place.subject = previous.source or place.subject
        made = _verb(tape, place, lexicon)
        if made:
            found.append(made)
    return found


def _bound(place: Site, draft: Draft) -> None:
    """Keep a verb inside the content, or outside the content and the tag, of a tagged attribution."""
    for start, end in draft.content:
        if start <= place.at < end:
            place.ceiling = min(place.ceiling, end)
        elif place.at < start:
            place.ceiling = min(place.ceiling, start)
    first = min(draft.cue[0], draft.source[0] if draft.source else draft.cue[0])
    if place.at < first:
        place.ceiling = min(place.ceiling, first)


def _tag(tape: Tokens, found: Site, lexicon: CueLexicon) -> Draft | None:
    """The attribution of a verb whose content stands before it; the verb may stand before its subject."""
    tags = tape.tags
    if "tag" not in found.cue.frames or found.kind != "finite" or found.passive:
        return None
    before = tags[found.start - 1] if found.start > found.floor else "|"
    if before in ">," and (found.subject is None or found.shared):
        end = inverted_subject(tape, found.at + 1, found.ceiling)
        if end > found.at + 1 and (
            before == ">" or "end" in found.cue.frames and _closes(tape, end, found.ceiling)
        ):
            found.subject, found.shared = (found.at + 1, end), False
            return tagged(tape, found, found.at + 1, end, lexicon, inverted=True)
    if found.subject is None or found.shared or found.antecedent:
        return None
    start = found.subject[0]
    before = tags[start - 1] if start > found.floor else "|"
    if before not in ">,-":
        return None
    what = complement(tape, found, lexicon)
    quoted = before == ">" and tape.words[start - 2][-1] in ",?!—-"
    plain = before != ">"
    if plain and "end" not in found.cue.frames:
        return None
    if not quoted and not plain:
        quoted = tape.quotations[tape.quoted[start - 1]][0] <= found.floor
    if what.frame == "none" or what.frame.startswith("p:") or (quoted and what.frame not in ("that", "clause")):
        end = what.cue_end if what.frame == "none" else found.at + 1
        return tagged(tape, found, end, what.cue_end, lexicon, inverted=False)
    return None


def _closes(tape: Tokens, end: int, ceiling: int) -> bool:
    return end >= ceiling or tape.tags[end] in ",.|;P"


def _verb(tape: Tokens, found: Site, lexicon: CueLexicon) -> Draft | None:
    """The attribution of a verb whose content stands behind it."""
    tags = tape.tags
    what = complement(tape, found, lexicon)
    frame = what.frame
    if frame not in found.cue.frames or frame in ("none", "by"):
        return None
    if frame in ("np", "ing", "as") or frame.startswith("p:"):
        end = object_end(tape, what.start, found.ceiling, lexicon)
    else:
        end = clause_end(tape, what.start, found.ceiling, lexicon)
    content = [(what.start, end)] if end > what.start else []
    if not content and not (frame == "colon" and tags[what.start : what.start + 2] == "|<"):
        return None
    source = found.subject
    if frame.startswith("passive"):
        content = [found.subject, *content] if found.subject else content
        source = None
    return Draft(
        source, (found.start, what.cue_end), content, frame, found.cue.lemma, found.cue.act, found.flags,
        found.antecedent, found.ceiling,
    )  # fmt: skip
