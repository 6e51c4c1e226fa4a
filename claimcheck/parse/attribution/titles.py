"""What a text says beside a name: office, trade, party and institution, as written."""

import re
from bisect import bisect_right
from functools import cache

import regex

from claimcheck.parse.attribution.animacy import head
from claimcheck.parse.attribution.draft import Range
from claimcheck.parse.attribution.entities import Entity, is_role
from claimcheck.parse.attribution.names import Names, Run
from claimcheck.parse.attribution.phrases import phrase_after
from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["note_titles", "title_between"]

# "Federal prosecutor", "Retired teacher" at the head of a sentence name no institution.
_ADJECTIVES = ("ive", "al", "ous", "ful", "ble", "ic", "ed", "ing", "ent", "ior")
# Classes of words that begin no title, whatever capital they have: "If Mr. Doe".
_CLOSED = frozenset("SPWtpCM")
# How far a phrase beside a name reaches, in tokens.
_REACH = 30

# What leads from a name to an office: "is the", ", who was a", ", who serves as".
_SERVICE = re.compile(r"(?:,?W)?(?:r?B|r?ZP)(?=[Djnc])")


@cache
def _party() -> regex.Pattern[str]:
    """A party or place in brackets or commas behind a name: "(D-Md.)", "(Labour)", ", R-Texas,"."""
    return regex.compile(
        r"[ ]\((?P<a>\p{Lu}[\p{L}.,‑ -]{0,24})\)|,[ ](?P<b>[A-Z]{1,3}-\p{Lu}[\p{L}.]{1,13})(?=[,\s.;])"
    )


def note_titles(tape: Tokens, names: Names) -> None:
    """Give every person of a text the titles and affiliations that stand beside the name anywhere."""
    for run in names.runs:
        if run.entity.person:
            _in_front(tape, names, run)
            if tape.quoted[run.start] < 0:
                _behind(tape, names, run)


def _in_front(tape: Tokens, names: Names, run: Run) -> None:
    """As in "former Pennsylvania governor Ed Doe", "Secretary of State John Doe", "Dr. Ana Ruiz"."""
    start, tags, titled = run.start, tape.tags, run.first > run.start
    courtesy = names.groups["courtesy"]
    if titled and all(tape.lower[i].rstrip(".") in courtesy for i in range(run.start, run.first)):
        return
    if titled and start > 1 and tape.lower[start - 1] == "of" and _role(tape, names, start - 2):
        start -= 1
    before = start - 1
    if titled or (start > 0 and tags[before] == "n" and _role(tape, names, before)):
        if not titled and tape.lower[before] in names.groups["kinship"]:
            return
        while start > 0 and run.start - start < _REACH and _modifies(tape, start - 1, run.start):
            start -= 1
    if start == run.first:
        return
    run.entity.sure = True
    title_between(tape, names, run.entity, start, run.first)


def _modifies(tape: Tokens, at: int, name: int) -> bool:
    """Whether a token belongs to a title in front of a name."""
    tags = tape.tags
    return tags[at] in "nj" or (
        at < name - 1 and (tags[at] == "c" or (tags[at] == "'" and tags[at - 1] == "c"))
    )


def _behind(tape: Tokens, names: Names, run: Run) -> None:
    """As in "Ana Ruiz, the harbour master,", "Ana Ruiz (D-Md.)", "Ana Ruiz, who serves as mayor"."""
    tags, entity = tape.tags, run.entity
    if run.end >= tape.n:
        return
    party = _party().match(tape.text, tape.ends[run.end - 1]) if tags[run.end] in "(," else None
    at = run.end
    if party:
        entity.add_affiliation(party["a"] or party["b"])
        entity.sure = True
        while at < tape.n and tape.starts[at] < party.end():
            at += 1
    if tags[at] == "," and (tags[at + 1] == "W" and tape.lower[at + 1] in ("who", "whose")):
        entity.sure = True
    service = _SERVICE.match(tags, at) if tags[at] in ",WBrZ" else None
    if service:
        _office(tape, names, entity, service.end(), copular=True)
    elif tags[at] == "," and tags[at + 1] == "#" and tags[at + 2] in ",." and tape.words[at + 1].isdigit():
        entity.sure = True
        at += 2
    if tags[at] == "," and tags[at + 1] in "Djnc" and entity.named:
        _office(tape, names, entity, at + 1, copular=False)


def _office(tape: Tokens, names: Names, entity: Entity, start: int, *, copular: bool) -> None:
    end = phrase_after(tape, start, min(start + _REACH, tape.n))
    if end == start:
        return
    last = head(tape, (start, end))
    if tape.tags[last] not in "nc" or not _role(tape, names, last):
        return
    if tape.tags[start] == "c" and last == start and not copular and tape.tags[end] not in ",.;)|":
        return
    if copular and tape.lower[last] not in names.groups["title"]:
        return
    if not copular and tape.tags[end] not in ",.;:)|-WVZdMBHO":
        return
    run = names.over(last)
    if run and run.entity.person and run.entity is not entity and run.first <= last:
        return
    entity.sure = True
    title_between(tape, names, entity, start, end)


def _opens(tape: Tokens, at: int) -> bool:
    """Whether a token is the first of its sentence."""
    return tape.bounds[bisect_right(tape.bounds, at) - 1] == at


def _role(tape: Tokens, names: Names, at: int) -> bool:
    return is_role(tape.lower[at], names.lexicon)


def title_between(tape: Tokens, names: Names, entity: Entity, start: int, end: int) -> None:
    """Note the title in a range of tokens, and the institution or place that it names."""
    while end > start and tape.tags[end - 1] in ",-":
        end -= 1
    known = names.lexicon.tags
    while start < end and (tape.tags[start] in "Dr" or known.get(tape.lower[start], "n") in _CLOSED):
        start += 1
    courtesy = names.groups["courtesy"]
    if start >= end or all(tape.lower[i].rstrip(".") in courtesy for i in range(start, end)):
        return
    entity.add_title(names.text(start, end))
    place = _affiliation(tape, names, (start, end))
    if place:
        entity.add_affiliation(names.text(*place))


def _affiliation(tape: Tokens, names: Names, title: Range) -> Range | None:
    """The proper name in a title: "Porto Alto" in "mayor of Porto Alto", "Kremlin" in "Kremlin spokesman"."""
    start, end = title
    at = tape.tags.find("P", start, end)
    if at > 0:
        run = next((run for run in names.within(at + 1, end) if tape.tags[run.start] == "c"), None)
        if run:
            return run.start, min(run.end, end)
        found = tape.tags.find("c", at + 1, end)
        if found < 0:
            return None
    else:
        found = tape.tags.find("c", start, end)
        if found < 0 or is_role(tape.lower[found], names.lexicon):
            return None
        if tape.lower[found].endswith(_ADJECTIVES) and _opens(tape, found):
            return None
        run = names.over(found)
        if run and run.start == found and not run.entity.person and run.end <= end:
            return found, run.end
    stop = found
    while stop < end and tape.tags[stop] == "c" and not is_role(tape.lower[stop], names.lexicon):
        stop += 1
    if at <= 0 and tape.tags[stop : stop + 1] == "c" and not _is_body(tape, names, (found, stop)):
        return None  # "Harbour Master": an office, not the master of something called Harbour
    return (found, stop) if stop > found else None


def _is_body(tape: Tokens, names: Names, words: Range) -> bool:
    """Whether capitalised words in front of an office name a place or an institution."""
    groups = names.groups
    return any(
        tape.lower[i] in groups["place"] or tape.lower[i] in groups["institution"] or tape.words[i].isupper()
        for i in range(*words)
    )
