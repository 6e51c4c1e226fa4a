"""From cue words to drafts, sentence by sentence: tags first, because they bound what the others can reach."""

from bisect import bisect_right
from functools import cache
from itertools import groupby

import regex

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.parse.attribution.animacy import can_speak
from claimcheck.parse.attribution.boundaries import clause_end, object_end
from claimcheck.parse.attribution.complements import Complement, complement, manner_end, past_adjuncts
from claimcheck.parse.attribution.draft import Draft, Range, Site
from claimcheck.parse.attribution.nominal import nominal
from claimcheck.parse.attribution.nounphrases import phrase_after, phrase_before
from claimcheck.parse.attribution.parentheticals import according, content_before, hedge, inverted_subject, tagged
from claimcheck.parse.attribution.tokens import Tokens
from claimcheck.parse.attribution.verbgroups import site

__all__ = ["drafts"]


_CLAUSAL = frozenset(["that", "clause", "quote", "wh", "colon"])


def drafts(tape: Tokens, lexicon: CueLexicon) -> list[Draft]:
    """All attributions outside quotations, in the order of their cues."""
    words, tags, quoted = lexicon.words, tape.tags, tape.quoted
    hits = [i for i, word in enumerate(tape.lower) if word in words and quoted[i] < 0 and tags[i] in "VZdGnCr"]
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
    nouns: list[int] = []
    hedges: list[int] = []
    for at in hits:
        if tags[at] == "r":
            if lower[at] in lexicon.groups["hedge"]:
                hedges.append(at)
            continue
        if tags[at] == "n" and lower[at] != "according":
            if lower[at] in lexicon.nouns:
                nouns.append(at)
            continue
        if lower[at] == "according":
            draft = according(tape, at, floor, ceiling, lexicon) if lower[at + 1 : at + 2] == ["to"] else None
        else:
            cue = lexicon.verbs.get(lower[at])
            if cue is None:
                continue
            place = site(tape, at, cue, floor, ceiling, lexicon)
            draft = _tag(tape, place, lexicon)
            if draft is None:
                rest.append(place)
        if draft:
            found.append(draft)
    tagged_here = list(found)
    for at in nouns:
        made = nominal(tape, at, lexicon.nouns[lower[at]], floor, ceiling, lexicon)
        if made:
            found.append(made)
    for place in rest:
        for draft in tagged_here:
            _bound(place, draft)
        if place.at >= place.ceiling:
            continue
        if place.kind == "infinitive" and place.shared and _inside(found, place.at):
            continue
        if place.shared:
            place.subject = _outer_source(found, place) or place.subject
        made = _verb(tape, place, lexicon)
        if made:
            found = [other for other in found if other.rule[:4] != "noun" or other.cue[0] != made.cue[0]]
            found.append(made)
    for at in hedges:
        made = hedge(tape, at, floor, ceiling, lexicon)
        if made and not any(other.cue[0] <= at < other.cue[1] for other in found):
            found.append(made)
    if tape.words[ceiling - 1] == "?" and tape.quoted[ceiling - 1] < 0:
        for draft in found:
            draft.flags |= {"question"}
    for draft in found:
        passive = draft.act == "reporting" and draft.rule in ("passive-that", "passive-to")
        if passive or draft.rule in ("raise", "hedge") or any(lower[i] in lexicon.groups["hedge"] for i in range(*draft.cue)):
            draft.flags |= {"hedged"}
    return found


def _inside(found: list[Draft], at: int) -> bool:
    """Whether a token lies in the content of an attribution: an infinitive there has a subject of its own."""
    return any(start <= at < end for draft in found for start, end in draft.content)


def _outer_source(found: list[Draft], place: Site) -> Range | None:
    """The source of the last attribution before a verb that is not told inside another one."""
    for draft in reversed(found):
        if draft.cue[0] >= place.at or draft.antecedent or draft.rule.startswith("passive"):
            continue
        first = draft.cue[0]
        if not any(start <= first < end for other in found for start, end in other.content):
            return draft.source
    return None


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
    after = tags[found.at + 1] if found.at + 1 < found.ceiling else "|"
    if before in ">," and (found.subject is None or found.shared or after in "cDn" and "object-that" not in found.cue.frames):
        end = inverted_subject(tape, found.at + 1, found.ceiling)
        if end > found.at + 1 and (
            before == ">" or "end" in found.cue.frames and _closes(tape, end, found.ceiling)
        ):
            subject, shared = found.subject, found.shared
            found.subject, found.shared = (found.at + 1, end), False
            draft = tagged(tape, found, found.at + 1, end, lexicon, inverted=True)
            if draft or subject is None:
                return draft
            found.subject, found.shared = subject, shared
    if found.subject is None or found.shared or found.antecedent:
        return None
    start = found.subject[0]
    before = tags[start - 1] if start > found.floor else "|"
    if before == "|" and start and tags[start - 1] == ">" and found.ceiling - found.at < 4:
        found.floor, before = tape.quotations[tape.quoted[start - 1]][0], ">"
    if before not in ">,-":
        return None
    what = complement(tape, found, lexicon)
    quoted = before == ">" and tape.words[start - 2][-1] in ",?!—-"
    plain = before != ">"
    if plain and "end" not in found.cue.frames:
        return None
    if not quoted and not plain:
        quoted = tape.quotations[tape.quoted[start - 1]][0] <= found.floor
    told = plain and what.frame == "np" and "object-that" in found.cue.frames
    if what.frame == "none" or what.frame.startswith("p:") or told or (
        quoted and (what.frame not in ("that", "clause") or what.frame == "clause" and "object-that" in found.cue.frames)
    ):
        end = found.at + 1 if what.frame in found.cue.frames else what.cue_end
        end = manner_end(tape, end, found.ceiling, lexicon) if end == found.at + 1 else end
        behind = phrase_after(tape, what.start, found.ceiling) if told else what.cue_end
        return tagged(tape, found, end, behind, lexicon, inverted=False)
    return None


def _as_clause(tape: Tokens, found: Site, what: Complement, lexicon: CueLexicon) -> Draft | None:
    """What somebody said by "as she put it": the rest of the sentence around the clause with "as"."""
    tags, lower = tape.tags, tape.lower
    passive = found.passive or found.subject is None
    first = found.start if passive else found.subject[0] if found.subject else found.start
    if first <= found.floor - 1 or lower[first - 1] != "as" or first - 1 < found.floor:
        return None
    stop = tags.find(",", found.at, found.sentence)
    source = found.subject
    if passive:
        if what.frame != "by":
            return None
        end = phrase_after(tape, what.start, found.ceiling)
        source = (what.start, end) if end > what.start else None
    elif what.frame != "none":
        return None
    content: list[Range] = []
    if first - 1 > found.floor:
        before = content_before(tape, first - 1, found.floor)
        content = [before] if before else []
    if stop > 0 and (not content or stop + 1 < found.sentence):
        end = clause_end(tape, stop + 1, found.sentence, lexicon)
        if end > stop + 1:
            content.append((stop + 1, end))
    if not content or source is None or "clause" not in found.cue.frames:
        return None
    return Draft(source, (found.start, found.at + 1), content, "as-said", found.cue.lemma, found.cue.act, found.flags,
                 None, found.ceiling)  # fmt: skip


def _relative_content(tape: Tokens, found: Site, what: Complement, lexicon: CueLexicon) -> Draft | None:
    """The content that stands before its source: "a charge that she denied", "what he calls a tax"."""
    tags, lower = tape.tags, tape.lower
    if found.subject is None or found.shared or found.kind != "finite" or found.passive or found.antecedent:
        return None
    first = found.subject[0]
    before = first - 1
    if before <= found.floor:
        return None
    t = tags[before]
    frame = what.frame
    ends = frame == "none" or frame.startswith("p:") and frame not in found.cue.frames
    content: list[Range] = []
    rule = "relative"
    behind = found.at + 1
    while behind < found.ceiling and tags[behind] == "r":
        behind += 1
    if t in "Wt" and tags[behind] in "BHMZO" and "clause" in found.cue.frames:
        content = [(before, before + 1), (behind, clause_end(tape, behind, found.ceiling, lexicon))]
        return Draft(found.subject, (found.start, found.at + 1), content, "relative-clause", found.cue.lemma,
                     found.cue.act, found.flags, None, found.ceiling)  # fmt: skip
    if t == "W" and lower[before] in ("what", "which", "whom", "who"):
        content = [(before, before + 1)]
        if not ends and tags[what.start] != "T":
            end = object_end(tape, what.start, found.ceiling, lexicon)
            content.append((what.start, end))
        rule = "relative-" + lower[before]
    elif t == "t" and ends and tags[before - 1] in "nc":
        content = [(before, before + 1)]
        rule = "relative-that"
    elif t in "n" and ends and tags[first] in "pD":
        phrase = phrase_before(tape, first, found.floor)
        content = [phrase] if phrase else []
        rule = "relative-bare"
    if not content or rule not in found.cue.frames:
        return None
    return Draft(found.subject, (found.start, what.cue_end), content, rule, found.cue.lemma, found.cue.act,
                 found.flags, None, found.ceiling)  # fmt: skip


@cache
def _main_verb() -> regex.Pattern[str]:
    """The verb of the main clause behind a relative clause without commas: "who asked for peace said"."""
    return regex.compile(r"(?<=[nc#)>o])r?[MBHZ]|(?<=[nc#)>od])r?d(?![ncj#])")


def _closes(tape: Tokens, end: int, ceiling: int) -> bool:
    return end >= ceiling or tape.tags[end] in ",.|;P"


def _verb(tape: Tokens, found: Site, lexicon: CueLexicon) -> Draft | None:
    """The attribution of a verb whose content stands behind it."""
    tags = tape.tags
    what = complement(tape, found, lexicon)
    frame = what.frame
    if found.subject is None and found.start == found.floor and found.kind == "finite" and frame == "np":
        stop = phrase_after(tape, what.start, found.ceiling)
        if stop < found.ceiling and tags[stop] == ":":
            content = [] if tags[stop + 1 : stop + 2] != "<" else [(stop + 1, clause_end(tape, stop + 1, found.ceiling, lexicon))]
            return Draft((what.start, stop), (found.start, what.cue_end), content, "colon", found.cue.lemma,
                         found.cue.act, found.flags, None, found.ceiling)  # fmt: skip
    echoed = _as_clause(tape, found, what, lexicon)
    if echoed:
        return echoed
    relative = _relative_content(tape, found, what, lexicon)
    if relative:
        return relative
    behind = found.at + 1
    if frame == "np" and "object-quote" in found.cue.frames:
        behind = phrase_after(tape, what.start, found.ceiling)
    ends = frame == "none" or past_adjuncts(tape, behind, found.ceiling, lexicon) >= found.ceiling - 1
    if ends and "colon" in found.cue.frames and found.subject:
        after = found.ceiling
        told = "tag" in found.cue.frames and can_speak(tape, found.subject, lexicon)
        if told and after < tape.n and tags[after] == "<" and tags[after - 1] == "." and tape.quoted[after - 1] < 0:
            return Draft(found.subject, (found.start, what.cue_end), [], "colon", found.cue.lemma, found.cue.act,
                         found.flags, found.antecedent, found.ceiling)  # fmt: skip
    if frame not in found.cue.frames or frame == "none":
        return None
    if frame == "by":
        stop = phrase_after(tape, what.start, found.ceiling)
        if not found.subject or stop == what.start:
            return None
        return Draft((what.start, stop), (found.start, what.cue_end), [found.subject], "by", found.cue.lemma,
                     found.cue.act, found.flags, None, found.ceiling)  # fmt: skip
    if found.antecedent and frame not in _CLAUSAL:
        main = _main_verb().search(tags, what.start + 1, found.ceiling)
        if main:
            found.ceiling = main.start()
    if frame in ("np", "ing", "as") or frame.startswith("p:"):
        end = object_end(tape, what.start, found.ceiling, lexicon)
    else:
        end = clause_end(tape, what.start, found.ceiling, lexicon)
    content = [(what.start, end)] if end > what.start else []
    if not content and not (frame == "colon" and tags[what.start : what.start + 2] == "|<"):
        return None
    source = found.subject
    if frame not in _CLAUSAL and not frame.startswith("passive") and frame != "raise":
        it = source is not None and tape.lower[source[0]] == "it" and found.cue.frames & {"that", "to"}
        if source is None or not it and not can_speak(tape, found.antecedent or source, lexicon):
            return None
    elif source is None and frame in _CLAUSAL and found.cue.act == "attitude":
        return None
    if frame.startswith("passive") or frame == "raise":
        expletive = found.subject and tape.lower[found.subject[0]] in ("it", "there") and frame != "raise"
        content = [found.subject, *content] if found.subject and not expletive else content
        source = None
    return Draft(
        source, (found.start, what.cue_end), content, frame, found.cue.lemma, found.cue.act, found.flags,
        found.antecedent, found.ceiling,
    )  # fmt: skip
