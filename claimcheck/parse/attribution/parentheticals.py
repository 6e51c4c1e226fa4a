"""Tags: the source behind, inside or before what it is responsible for ("…, she said", "according to …")."""

import re

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.parse.attribution.adjuncts import past_adjuncts
from claimcheck.parse.attribution.apposition import appositive_end
from claimcheck.parse.attribution.boundaries import clause_end, sentence_end
from claimcheck.parse.attribution.draft import Draft, Range, Site
from claimcheck.parse.attribution.phrases import phrase_after
from claimcheck.parse.attribution.tokens import Tokens
from claimcheck.parse.attribution.transitions import clause_follows

__all__ = ["according", "content_before", "hedge", "is_clause", "tagged"]


# Words and marks in the longest dateline: "CAMBRIDGE, Mass., Dec. 11 (Agency) —".
_DATELINE = 14
# A gerund and the verb that it is the subject of: "Finding them was".
_GERUND_CLAUSE = re.compile(r"G[^,;:VZdMBHOWtSC<>|]*+<?[ZMBH]")


def content_before(tape: Tokens, end: int, floor: int) -> Range | None:
    """The content that ends right before token `end` (a comma or closing mark stands there)."""
    tags = tape.tags
    last = end
    while last > floor and tags[last - 1] in ",-" and tape.quoted[last - 1] < 0:
        last -= 1
    if last <= floor:
        return None
    start = _opening(tape, last, floor)
    if tape.quoted[last - 1] >= 0:
        opening = tape.quotations[tape.quoted[last - 1]][0]
        if opening <= start or tags[opening - 1] in "|:-":
            return opening, last
    while start < last and (tags[start] in "C,-|;:" or (tags[start] == "r" and tags[start + 1] == ",")):
        start += 1
    return (start, last) if last > start else None


def _opening(tape: Tokens, end: int, floor: int) -> int:
    """Where the sentence or bracket that reaches to `end` begins; a dateline is no part of what was said."""
    tags = tape.tags
    bracket = tags.rfind("(", floor, end)
    if bracket >= 0 and ")" not in tags[bracket:end]:
        return bracket + 1
    if tape.words[floor].isupper() and len(tape.words[floor]) > 2 and (not floor or tags[floor - 1] == "|"):
        dash = tags.find("-", floor, min(end, floor + _DATELINE))
        if dash >= 0 and not any(tag in "VZdMBHO" for tag in tags[floor:dash]):
            return dash + 1
    return floor


def is_clause(tape: Tokens, start: int, end: int) -> bool:
    """Whether a stretch is a clause of its own rather than an adverbial in front of one."""
    tags = tape.tags
    at = start
    while at < end and tags[at] in "SPGhrdT" and tags[at] != "<":
        comma = tags.find(",", at, end)
        if comma < 0 or (tags[at] == "G" and tape.quoted[comma] >= 0):
            if tags[at] == "G":
                return _GERUND_CLAUSE.match(tags, at, end) is not None
            return tags[at] not in "ST" and any(tag in "VZMBHO" for tag in tags[at:end])
        at = comma + 1
    return any(tag in "VZdMBHO" for tag in tags[at:end]) or "<" in tags[at:end]


def _subject(tape: Tokens, at: int, ceiling: int) -> bool:
    """Whether the phrase behind "said" has a verb of its own: "The clerk, a sailor, said rain was near"."""
    tags = tape.tags
    end = phrase_after(tape, at, ceiling)
    while end < ceiling and tags[end] in "rN":
        end += 1
    return end > at and end < ceiling and (tags[end] in "VZMBHO" or "<" in tags[at:end])


def tagged(
    tape: Tokens, site: Site, cue_end: int, end: int, lexicon: CueLexicon, *, inverted: bool
) -> Draft | None:
    """An attribution whose content stands before it; `end` is the token behind the verb or its subject."""
    tags = tape.tags
    source = site.subject
    if source is None:
        return None
    first = site.start if inverted else source[0]
    before = content_before(tape, first, site.floor)
    if inverted and before and tape.quoted[before[1] - 1] < 0 and _subject(tape, source[0], site.ceiling):
        return None
    content = [before] if before else []
    at = past_adjuncts(tape, end, site.ceiling, lexicon)
    # Where nothing follows, what stands before is what was said, whether or not its verb was recognised.
    alone = (
        before is not None
        and (at >= sentence_end(tape, site.ceiling) or tags[at] == ")")
        and (not inverted or tags[source[0]] == "c" or tags[before[0]] == "N")
        and tags[before[0]] in "DncpW#j'N"
    )
    clause = before is not None and (alone or is_clause(tape, *before))
    goes_on = (
        at < site.ceiling
        and (tags[at] == "," or (tags[at] == ":" and inverted))
        and (tags[at + 1] in "dZVMBH" or is_clause(tape, at + 1, site.ceiling))
    )
    if not clause and not goes_on:
        return None
    plain = before is None or tape.quoted[before[1] - 1] < 0
    aside = tags[at + 1] == "G" and not (plain and clause_follows(tape, at + 2, site.ceiling))
    if at < site.ceiling and tags[at] in (",<:" if inverted else ",<") and not aside:
        at -= tags[at] == "<"
        stop = clause_end(tape, at + 1, site.ceiling, lexicon)
        if stop > at + 1 and (plain or tags[at + 1] == "<"):
            content.append((at + 1, stop))
    if not content:
        return None
    return Draft(
        source,
        (site.start, cue_end),
        content,
        "tag" if tape.quoted[content[0][1] - 1] >= 0 else "end",
        site.cue.lemma,
        site.cue.act,
        site.flags,
        site.antecedent,
        site.ceiling,
    )


def hedge(tape: Tokens, at: int, floor: int, ceiling: int, lexicon: CueLexicon) -> Draft | None:
    """As in "reportedly", "allegedly": the clause around the adverb, and nobody who says so."""
    tags = tape.tags
    start = floor
    for i in range(at - 1, floor - 1, -1):
        if tags[i] in ";:|<>-S" or (tags[i] == "," and tags[i + 1] in "CSW"):
            start = i + 1
            break
    while start < at and tags[start] in "CSrW,":
        start += 1
    end = clause_end(tape, at + 1, ceiling, lexicon)
    if end <= at + 1:
        return None
    content = [part for part in ((start, at), (at + 1, end)) if part[0] < part[1]]
    if tags[at - 1] == "," and start < at:
        # "the cost, reportedly some £400 million, could not": what stands between the commas.
        close = tags.find(",", at + 1, ceiling)
        if close > at + 1 and not is_clause(tape, at + 1, close):
            content = [(at + 1, close)]
    return Draft(None, (at, at + 1), content, "hedge", tape.lower[at], reach=ceiling)


def _short_of_clause(tape: Tokens, start: int, end: int, ceiling: int) -> int:
    """The end of a source before ", and two people died": that is a clause of its own."""
    joined = tape.tags.rfind(",C", start, end)
    if joined > start and end < ceiling and tape.tags[end] in "VZdMBHO":
        return joined
    return end


def according(tape: Tokens, at: int, floor: int, ceiling: int, lexicon: CueLexicon) -> Draft | None:
    """As in "According to the report, …" in front, in the middle or at the end."""
    tags = tape.tags
    start = at + 2
    end = _short_of_clause(tape, start, phrase_after(tape, start, ceiling), ceiling)
    if end == start:
        return None
    while end < ceiling and tags[end] in "dGWPjt":
        stop = end + 1
        while stop < ceiling and tags[stop] not in ",.|;:-":
            stop += 1
        end = stop
    front = at - floor <= 1 or tags[at - 1] in "C|"
    before = None if front else content_before(tape, at, floor)
    if front and tags[end] == "," and tags[end + 1] in "GWd":
        end = max(end, tags.find(",", end + 1, ceiling))  # "According to Ana Ruiz, writing for the Herald, …"
    elif (
        before
        and is_clause(tape, *before)
        and not clause_follows(tape, end + 1 + (tags[end + 1] == "C"), ceiling)
    ):
        end = appositive_end(tape, end, ceiling)
    source = (start, end)
    cue = (at, start)
    if front:
        if end < ceiling and tags[end] == ",":
            end += 1
        stop = sentence_end(tape, ceiling)
        if stop <= end:
            return None
        content = [(end, stop)]
    else:
        if before is None:
            return None
        content = [before] if is_clause(tape, *before) or before[1] - before[0] < 7 else []
        if end < ceiling and tags[end] == ",":
            stop = clause_end(tape, end + 1, ceiling, lexicon)
            if stop > end + 1:
                content.append((end + 1, stop))
        if not content:
            return None
    return Draft(source, cue, content, "according to", "according to", reach=ceiling)
