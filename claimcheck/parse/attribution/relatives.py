"""Verbs with what was said before or around them: "as she put it", "what he called a tax"."""

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.parse.attribution.animacy import is_document
from claimcheck.parse.attribution.auxiliaries import FINITE
from claimcheck.parse.attribution.boundaries import clause_end, object_end
from claimcheck.parse.attribution.clauses import Complement
from claimcheck.parse.attribution.draft import Draft, Range, Site, drafted
from claimcheck.parse.attribution.nounphrases import phrase_before
from claimcheck.parse.attribution.parentheticals import content_before, is_clause
from claimcheck.parse.attribution.phrases import phrase_after
from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["echoed", "relative_content"]


def echoed(tape: Tokens, found: Site, what: Complement, lexicon: CueLexicon) -> Draft | None:
    """What somebody said by "as she put it": the rest of the sentence around the clause with "as"."""
    tags, lower = tape.tags, tape.lower
    passive = found.passive or found.subject is None
    first = found.start if passive else found.subject[0] if found.subject else found.start
    if first <= found.floor - 1 or lower[first - 1] != "as" or first - 1 < found.floor:
        return None
    stop = tags.find(",", found.at, found.sentence)
    source = found.subject
    if passive:
        document = what.frame == "passive-p" and lower[what.start - 1] == "in"  # "as stated in the report"
        if what.frame != "by" and not (
            document
            and is_document(tape, (what.start, phrase_after(tape, what.start, found.ceiling)), lexicon)
        ):
            return None
        end = phrase_after(tape, what.start, found.ceiling)
        source = (what.start, end) if end > what.start else None
    elif what.frame != "none" and not (what.frame.startswith("p:") and what.frame not in found.cue.frames):
        return None  # "as Ruiz noted in her letter" is a tag, "as they talked about it" is a time
    content: list[Range] = []
    if first - 1 > found.floor:
        before = content_before(tape, first - 1, found.floor)
        content = [before] if before else []
    # "it is safe, as she said in Kent, where …": what follows is ours.
    aside = what.frame.startswith("p:") and content and is_clause(tape, *content[0])
    if stop > 0 and not aside and (not content or stop + 1 < found.sentence):
        end = clause_end(tape, stop + 1, found.sentence, lexicon)
        if end > stop + 1:
            content.append((stop + 1, end))
    # "as the crowd roared": verbs that tell no clause tell when.
    telling = "clause" in found.cue.frames and ("that" in found.cue.frames or found.cue.rest)
    if not content or source is None or not telling or found.cue.act != "reporting":
        return None
    return drafted(found, source, found.behind, content, "as-said")


def relative_content(tape: Tokens, found: Site, what: Complement, lexicon: CueLexicon) -> Draft | None:
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
    ends = frame == "none" or (frame.startswith("p:") and frame not in found.cue.frames)
    content: list[Range] = []
    rule = "relative"
    behind = found.behind
    while behind < found.ceiling and tags[behind] == "r":
        behind += 1
    if tags[behind] in FINITE and lower[behind] != "having" and "that" in found.cue.frames and t in "Wtnc":
        # "a deadline that officials say was missed", "a claim she says is false"
        head = _head_before(tape, found, first)
        content = [head, (behind, clause_end(tape, behind, found.ceiling, lexicon))] if head else []
        return drafted(found, found.subject, found.behind, content, "relative-clause") if content else None
    if "np-as" in found.cue.frames and tags[behind] == "<" and t in "Wtnc" and lower[before] != "what":
        # "a clip that the judge called “distasteful”", "videos he calls “my own TV”"
        head = _head_before(tape, found, first)
        if head:
            end = object_end(tape, behind, found.ceiling, lexicon)
            return drafted(found, found.subject, found.behind, [head, (behind, end)], "relative-quote")
    if frame == "as" and "passive-as" in found.cue.frames and t in "Wtnc":
        # "a penalty that their manager described as a gift"
        head = _head_before(tape, found, first)
        if head:
            end = object_end(tape, what.start, found.ceiling, lexicon)
            return drafted(found, found.subject, what.cue_end, [head, (what.start, end)], "relative-as")
    if t == "W" and lower[before] in ("what", "which", "whom", "who"):
        content = [(before, before + 1)]
        if not ends and tags[what.start] != "T":
            end = object_end(tape, what.start, found.ceiling, lexicon)
            content.append((what.start, end))
        rule = "relative-" + lower[before]
    elif t == "t" and ends and tags[before - 1] in "nc":
        content = [(before, before + 1)]
        rule = "relative-that"
    elif t == "n" and ends and tags[first] in "pD":
        phrase = phrase_before(tape, first, found.floor)
        content = [phrase] if phrase else []
        rule = "relative-bare"
    if not content or rule not in found.cue.frames:
        return None
    return drafted(found, found.subject, what.cue_end, content, rule)


def _head_before(tape: Tokens, found: Site, first: int) -> Range | None:
    """The pronoun before a relative clause, or else what it hangs on: "a claim [she says is false]"."""
    if tape.tags[first - 1] in "Wt":
        return first - 1, first
    if tape.tags[first] not in "pDc" or tape.tags[first - 1] not in "nc" or found.cue.act != "reporting":
        return None
    return phrase_before(tape, first, found.floor)
