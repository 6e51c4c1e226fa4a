"""Where names stand: capitalised words, with what links them to the name of one institution."""

import re
from collections.abc import Iterator

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.parse.attribution.draft import Range
from claimcheck.parse.attribution.entities import is_role
from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["name_phrases"]

# Capitalised words with "of (the)", "for", "on", "and" or a possessive between them, as institutions have.
_RUNS = re.compile(r"c++(?:(?:PD?|C|')c++){0,3}")
_PLURALS = frozenset(["women", "men", "children", "people"])
_FULL_NAMES = re.compile(r"cc++")


def name_phrases(tape: Tokens, lexicon: CueLexicon) -> Iterator[Range]:
    """The names of a text, titles included, as ranges of tokens in order."""
    surnames = {tape.lower[match.end() - 1] for match in _FULL_NAMES.finditer(tape.tags)}
    courtesy = lexicon.groups["courtesy"]
    for match in _RUNS.finditer(tape.tags):
        start, end = match.span()
        if end - start > 1:
            yield from _pieces(tape, lexicon, surnames, (start, end))
        elif tape.lower[start] not in courtesy:
            yield start, end


def _pieces(tape: Tokens, lexicon: CueLexicon, surnames: set[str], run: Range) -> list[Range]:
    """The names in a run of capitalised words and links, cut where a link joins no institution."""
    tags, lower = tape.tags, tape.lower
    start, end = run
    pieces, at = [], start
    while at < end:
        stop = at
        while stop < end:
            link = stop
            while link < end and tags[link] == "c" and not (link > at and _is_verb(tape, lexicon, link)):
                link += 1
            if link < end and tags[link] == "c":
                stop = link
                break
            after = link + 1 + (tags[link + 1 : link + 2] == "D")
            if link >= end or after >= end or not _links(tape, lexicon, surnames, at, link, after, end):
                stop = link
                break
            stop = after
        pieces.append((at, stop))
        at = stop + (stop < end and tags[stop] == "c")
        while at < end and tags[at] != "c":
            at += 1
    return [(a, b) for a, b in pieces if b - a > 1 or lower[a] not in lexicon.groups["courtesy"]]


def _is_verb(tape: Tokens, lexicon: CueLexicon, at: int) -> bool:
    """Whether a capitalised word of a headline is a verb: "Doe Tells Convention"."""
    word = tape.lower[at]
    return word in lexicon.verbs and lexicon.tags[word] == "Z"


def _links(
    tape: Tokens, lexicon: CueLexicon, surnames: set[str], start: int, link: int, after: int, end: int
) -> bool:
    """Whether "of", "for", "on" or "and" at `link` joins two parts of one institution's name."""
    tags, lower = tape.tags, tape.lower
    word, institution = lower[link], lexicon.groups["institution"]
    if tags[link] == "'":
        return _is_of_many(tape, lexicon, surnames, link, after)
    if word == "for" and link - start == 1 and not _is_known(tape, lexicon, surnames, start):
        return True
    if word in ("of", "for", "on"):
        return any(lower[i] in institution for i in range(max(start, link - 2), link)) and (
            word == "of" or tags[after - 1] != "D" or after == link + 2
        )
    if word not in ("and", "&"):
        return False
    last = after
    while last < end and tags[last] == "c":
        last += 1
    if word == "&":
        return True
    linked = "P" in tags[start:link]
    opened = start > 0 and tags[start - 1] == "D" and link - start == 1
    named = lower[last - 1] in institution or not _is_known(tape, lexicon, surnames, start)
    return (opened and named and last - after > 1) or (
        linked and last - after == 1 and tags[last] in "()VZdMBH,"
    )


def _is_of_many(tape: Tokens, lexicon: CueLexicon, surnames: set[str], link: int, after: int) -> bool:
    """Whether a possessive plural and an institution make its name: "the Farmers' Union"."""
    owner = tape.lower[link - 1]
    plural = owner in _PLURALS or (
        tape.lower[link] != "'s" and (owner not in surnames or is_role(owner.removesuffix("s"), lexicon))
    )
    return plural and tape.lower[after] in lexicon.groups["institution"]


def _is_known(tape: Tokens, lexicon: CueLexicon, surnames: set[str], at: int) -> bool:
    """Whether a capitalised word is somebody's surname, given name or office, or a place."""
    word = tape.lower[at]
    return (
        word in surnames
        or word in lexicon.groups["people"]
        or word in lexicon.groups["given"]
        or word in lexicon.groups["place"]
        or is_role(word, lexicon)
    )
