"""From cue words to drafts, by sentence: tags first, because they bound what the others can reach."""

from bisect import bisect_left, bisect_right

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.parse.attribution.adjectival import adjectival
from claimcheck.parse.attribution.adjuncts import manner_end
from claimcheck.parse.attribution.animacy import can_speak, is_court
from claimcheck.parse.attribution.apposition import source_after
from claimcheck.parse.attribution.complements import complement
from claimcheck.parse.attribution.documents import in_view, per, surveyed
from claimcheck.parse.attribution.draft import Draft, Range, Site
from claimcheck.parse.attribution.nominal import nominal
from claimcheck.parse.attribution.parentheticals import (
    according,
    hedge,
    tagged,
)
from claimcheck.parse.attribution.phrases import cue_phrase, phrase_after
from claimcheck.parse.attribution.predicates import predicated
from claimcheck.parse.attribution.tokens import CUE, Tokens
from claimcheck.parse.attribution.verbgroups import site

__all__ = ["drafts"]

# The frames of a verb that may stand behind what was said.
_TAGS = frozenset(["tag", "end", "end-court"])
# How far before an adjective its "be" may stand: "was never quite so".
_COPULA = 5


def drafts(tape: Tokens, lexicon: CueLexicon) -> list[Draft]:
    """All attributions outside quotations, in the order of their cues."""
    tags, quoted, named = tape.tags, tape.quoted, lexicon.groups["named_source"]
    cues = (found.start() for found in CUE.finditer(tape.traits))
    hits = [i for i in cues if quoted[i] < 0 and (tags[i] in "VZdGHnCrj" or tape.lower[i] in named)]
    bounds = tape.bounds
    drafted: list[Draft] = []
    first = 0
    while first < len(hits):
        number = bisect_right(bounds, hits[first])
        floor, ceiling = bounds[number - 1], bounds[number]
        last = bisect_left(hits, ceiling, first)
        drafted += _sentence(tape, hits[first:last], floor, ceiling, lexicon)
        first = last
    return drafted


def _sentence(tape: Tokens, hits: list[int], floor: int, ceiling: int, lexicon: CueLexicon) -> list[Draft]:
    """The attributions of one sentence."""
    tags, lower, groups = tape.tags, tape.lower, lexicon.groups
    named, viewpoint, hedging = groups["named_source"], groups["viewpoint"], groups["hedge"]
    found: list[Draft] = []
    rest: list[Site] = []
    nouns: list[int] = []
    hedges: list[int] = []
    adjectives: list[int] = []
    for at in hits:
        word, t = lower[at], tags[at]
        if word in named and t in "Pnc":
            made = (per if word == "per" else surveyed)(tape, at, floor, ceiling)
            if made:
                found.append(made)
            continue
        if word in viewpoint and t == "n":
            made = in_view(tape, at, floor, ceiling)
            if made:
                found.append(made)
                continue
        if word in lexicon.adjectives and t in "jdG" and not _active(tape, at, floor, lexicon):
            adjectives.append(at)
            continue
        if t == "j":
            continue
        if t == "r":
            if word in hedging:
                hedges.append(at)
            continue
        if t == "n" and word != "according":
            if word in lexicon.nouns:
                nouns.append(at)
            continue
        if word == "according":
            draft = according(tape, at, floor, ceiling, lexicon) if lower[at + 1 : at + 2] == ["to"] else None
        else:
            place = _place(tape, at, floor, ceiling, lexicon)
            if place is None:
                continue
            if rest or found:
                previous = max(rest[-1].at if rest else -1, found[-1].cue[0] if found else -1)
                place.floor = _behind_colon(tape, previous, place)
            draft = _tag(tape, place, lexicon)
            if draft is None:
                rest.append(place)
        if draft:
            found.append(draft)
    tagged_here = list(found)
    for at in _outside(nouns, rest):
        made = nominal(tape, at, lexicon.nouns[lower[at]], floor, ceiling, lexicon)
        if made:
            found.append(made)
    for at in _outside(adjectives, rest):
        made = adjectival(tape, at, lexicon.adjectives[lower[at]], floor, ceiling, lexicon)
        if made:
            found.append(made)
    for place in rest:
        for draft in tagged_here:
            _bound(place, draft)
        if place.at >= place.ceiling:
            continue
        if place.kind == "infinitive" and place.shared and _inside(found, place.at):
            continue
        if place.kind == "participle" and tags[place.start - 1] in "D'j#":
            continue  # "a supporting role"
        if place.shared:
            outer = _outer_source(found, place)
            place.subject, place.vouched = outer or place.subject, outer is not None
        made = predicated(tape, place, lexicon)
        if made and not any(other.content == made.content and other.rule == "quote" for other in found):
            found = [other for other in found if not _supersedes(made, other)]
            found.append(made)
    for at in hedges:
        made = hedge(tape, at, floor, ceiling, lexicon)
        if made and not any(other.cue[0] <= at < other.cue[1] for other in found):
            found.append(made)
    if tape.words[ceiling - 1] == "?" and tape.quoted[ceiling - 1] < 0:
        for draft in found:
            draft.flags |= {"question"}
    for draft in found:
        passive = (
            not draft.source and draft.act == "reporting" and draft.rule in ("passive-that", "passive-to")
        )
        if (
            passive
            or draft.rule in ("raise", "hedge")
            or not hedging.isdisjoint(lower[draft.cue[0] : draft.cue[1]])
        ):
            draft.flags |= {"hedged"}
    return found


def _supersedes(made: Draft, other: Draft) -> bool:
    """Whether an attribution takes the place of another: of its noun, or of the "seems" in its verb group."""
    if other.rule.startswith("noun"):
        return other.cue[0] == made.cue[0]
    return other.rule == "raise" and made.cue[0] <= other.cue[0] < made.cue[1]


def _active(tape: Tokens, at: int, floor: int, lexicon: CueLexicon) -> bool:
    """Whether a word that can be an adjective is the verb here: "opposed the tax", not "was opposed to"."""
    return (
        tape.tags[at] != "j"
        and tape.lower[at] in lexicon.verbs
        and "B" not in tape.tags[max(floor, at - _COPULA) : at]
    )


def _behind_colon(tape: Tokens, previous: int, place: Site) -> int:
    """Where the text of a verb begins: behind the colon or semicolon that parts it from another cue."""
    for at in range(place.start - 1, previous, -1):
        if tape.tags[at] in ":;" and tape.quoted[at] < 0:
            return at + 1
    return place.floor


def _outside(hits: list[int], places: list[Site]) -> list[int]:
    """The nouns or adjectives that are no part of a verb's phrase ("raised doubts about")."""
    phrases = [(place.at, place.behind) for place in places if place.behind > place.at + 1]
    return [at for at in hits if not any(verb < at < behind for verb, behind in phrases)] if phrases else hits


def _place(tape: Tokens, at: int, floor: int, ceiling: int, lexicon: CueLexicon) -> Site | None:
    """The verb at a token as a cue: the phrase that it begins ("laid out", "made it clear"), or the verb."""
    word = tape.lower[at]
    phrases = lexicon.phrases.get(word)
    found = cue_phrase(tape, at, ceiling, phrases) if phrases else None
    if found:
        cue, behind = found
        return site(tape, at, cue, floor, ceiling, lexicon, behind)
    verb = lexicon.verbs.get(word)
    if verb is None:
        return None
    place = site(tape, at, verb, floor, ceiling, lexicon, at + 1)
    if place.passive and "told-court" in verb.frames and place.subject:
        # "the jury was told that": what a court is told, it hears.
        place.passive = not is_court(tape, place.subject, lexicon)
    return place


def _inside(found: list[Draft], at: int) -> bool:
    """Whether a token lies in the content of an attribution: an infinitive there has a subject of its own."""
    return any(start <= at < end for draft in found for start, end in draft.content)


def _outer_source(found: list[Draft], place: Site) -> Range | None:
    """The source of the last attribution before a verb that is not told inside another one."""
    for draft in reversed(found):
        if draft.source and draft.source[0] <= place.at < draft.source[1]:
            continue  # "according to nobody quoted saying it": the verb is part of the source
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


def _ends(tape: Tokens, found: Site, lexicon: CueLexicon) -> bool:
    """Whether a verb may follow what was said without quotation marks; "hear" only of courts."""
    frames = found.cue.frames
    return "end" in frames or (
        "end-court" in frames and found.subject is not None and is_court(tape, found.subject, lexicon)
    )


def _tag(tape: Tokens, found: Site, lexicon: CueLexicon) -> Draft | None:
    """The attribution of a verb whose content stands before it; the verb may stand before its subject."""
    tags = tape.tags
    if not found.cue.frames & _TAGS or found.kind != "finite" or found.passive:
        return None
    before = _mark_before(tape, found.start, found.floor)
    after = tags[found.behind] if found.behind < found.ceiling else "|"
    if before in ">," and (
        found.subject is None or found.shared or (after in "cDn" and "object-that" not in found.cue.frames)
    ):
        end = source_after(tape, found.behind, found.ceiling)
        if end > found.behind and (
            before == ">"
            or (
                "end" in found.cue.frames
                and _closes(tape, end, found.ceiling)
                and can_speak(tape, (found.behind, end), lexicon)
            )
        ):
            subject, shared = found.subject, found.shared
            found.subject, found.shared = (found.behind, end), False
            draft = tagged(tape, found, found.behind, end, lexicon, inverted=True)
            found.subject, found.shared = subject, shared
            if draft or subject is None:
                return draft
    if found.subject is None or found.shared or found.antecedent:
        return None
    start = found.subject[0]
    before = _mark_before(tape, start, found.floor)
    if before == "|" and start and tags[start - 1] == ">" and found.ceiling - found.at < 4:
        found.floor, before = tape.quotations[tape.quoted[start - 1]][0], ">"
    if before not in ">,-":
        return None
    what = complement(tape, found, lexicon)
    quoted = before == ">" and tape.words[start - 2][-1] in ",?!—-"
    plain = before != ">"
    if not (_ends(tape, found, lexicon) if plain else "tag" in found.cue.frames):
        return None
    if not quoted and not plain:
        quoted = tape.quotations[tape.quoted[start - 1]][0] <= found.floor
    told = plain and what.frame == "np" and "object-that" in found.cue.frames
    if told and tags[what.start] != "o":  # whom somebody tells something, not what: "he told a joke"
        hearer = (what.start, phrase_after(tape, what.start, found.ceiling))
        told = hearer[0] < hearer[1] and can_speak(tape, hearer, lexicon)
    # "It was £9, she said after the vote, “which is not much”": the quotation goes on with it.
    resumed = plain and what.frame == "quote" and _goes_on(tape, found.floor, start, what.start)
    if (
        what.frame == "none"
        or what.frame.startswith("p:")
        or told
        or resumed
        or (
            quoted
            and (
                what.frame not in ("that", "clause")
                or (what.frame == "clause" and "object-that" in found.cue.frames)
            )
        )
    ):
        end = found.behind if what.frame in found.cue.frames else what.cue_end
        end = manner_end(tape, end, found.ceiling, lexicon) if end == found.behind else end
        behind = phrase_after(tape, what.start, found.ceiling) if told else what.cue_end
        return tagged(tape, found, end, behind, lexicon, inverted=False)
    return None


def _mark_before(tape: Tokens, at: int, floor: int) -> str:
    """The tag of the mark before a token; a comma belongs to the quotation that opens its sentence."""
    if at <= floor:
        return "|"
    before = tape.tags[at - 1]
    within = tape.quoted[at - 2]
    if before == "," and tape.tags[at - 2] == ">" and within >= 0 and tape.quotations[within][0] <= floor:
        return ">"
    return before


def _goes_on(tape: Tokens, floor: int, subject: int, quotation: int) -> bool:
    """Whether a quotation behind its tag goes on with the one clause in front of it, a small letter first."""
    tags = tape.tags
    opens = floor + (tags[floor] == "C")
    return (
        tape.words[quotation + 1][:1].islower()
        and (tags[opens] in "SPG" or "," not in tags[opens : subject - 1])
        and tape.lower[opens] != "there"
    )


def _closes(tape: Tokens, end: int, ceiling: int) -> bool:
    return end >= ceiling or tape.tags[end] in ",.|;P:"
