"""What stands between quotation marks, whatever the marks and however badly they match."""

import re
from collections.abc import Iterator

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["mark_quotations"]

_OPENING = frozenset(["“„«``", "‟"]) | {"“", "„", "«", "``", "‟"}
_CLOSING = {"”": '“‟”"', "»": "«", "“": "„", "«": "»", '"': '"“', "''": "'' ``"}
_STRAIGHT = frozenset(['"', "''"])
_SINGLE = frozenset("‘’'‚‹›")
_INCHES = frozenset(["”", '"'])
_MARKS = frozenset(["“", "”", "„", "‟", '"', "''", "``", "«", "»", "|"]) | _SINGLE
_DOUBLE = {"“": "”", '"': '"'}
_PARTNERS = {"‘": "’", "'": "'", "‚": "‘’", "‹": "›", "›": "‹"}
# A tag by the look of its words: ", said Ana", ", she said.", ", the mayor said,".
_TAG = re.compile(r",(?:(?P<verb>[dZ])(?=[cD])|(?:p|c{1,4}|D[njc]{1,4})(?P<last>[dZ])(?=[.,|]|$))")
# How far a single opening mark may look for its partner: further off, it is an apostrophe.
_REACH = 40
# Ends of paragraphs, and what has no class: marks of quotation are among them.
_PLACES = re.compile(r"[x|]")


def mark_quotations(tape: Tokens, lexicon: CueLexicon) -> None:
    """Fill `quotations` and `quoted` and tag the marks "<" and ">".

    A mark that opens a paragraph inside an open quotation continues it. A quotation that nothing closes ends
    before its tag, or else with its paragraph; one that nothing opens begins with its sentence. Apostrophes
    and inch marks are left alone. Linear in the text.
    """
    tags = list(tape.tags)
    words = tape.words
    places = [found.start() for found in _PLACES.finditer(tape.tags)]
    marks = [i for i in places if tags[i] == "|" or words[i] in _MARKS]
    for start, end in _pairs(tape, tags, marks, lexicon):
        if end + 1 < tape.n and words[end + 1] == "'" and tape.starts[end + 1] == tape.ends[end]:
            tags[end], end = "x", end + 1  # noqa: PLW2901 # ''' closes two quotations
        if words[start] in _MARKS:
            tags[start] = "<"
        if end < tape.n and words[end] in _MARKS:
            tags[end] = ">"
        tape.quotations.append((start, min(end, tape.n - 1)))
    quoted = [-1] * tape.n
    for number, (start, end) in enumerate(tape.quotations):
        quoted[start : end + 1] = [number] * (end + 1 - start)
    tape.quoted = quoted
    tape.tags = "".join(tags)


def _pairs(tape: Tokens, tags: list[str], marks: list[int], lexicon: CueLexicon) -> Iterator[tuple[int, int]]:
    """First and last token of each outermost quotation: its marks, if it has both."""
    words = tape.words
    opened = ended = -1
    pending = False  # whether a straight mark still waits for its partner
    single_until = -1
    for place, i in enumerate(marks):
        word = words[i]
        if tags[i] == "|":
            if opened >= 0 and not _reopens(tape, i + 1, words[opened]):
                last = _before_tag(tape, opened, i, lexicon)
                if last < i - 1 or not _closes_later(tape, marks, place):
                    yield opened, last
                    pending = pending or words[opened] == '"'
                    opened, ended = -1, last
            continue
        if i <= single_until:
            continue
        if opened >= 0:
            if word in _SINGLE or tags[i - 1] == "|":
                continue
            if word == "“" and not _before(tape, i).isspace() and not _after(tape, i).isalnum():
                yield opened, i
                opened, ended = -1, i
                continue
            if word in _INCHES and _before(tape, i).isdigit() and _inch(tape, marks, place):
                continue
            if words[opened] in _CLOSING.get(word, "") and not (word in _STRAIGHT and _only_opens(tape, i)):
                yield opened, i
                opened, ended = -1, i
            elif word == words[opened]:
                # "“It will hold, said Ana Ruiz. “It is new.”": the mark before the tag is missing.
                start = max(opened, marks[place - 1])
                last = _before_tag(tape, start, i, lexicon)
                if last < i - 1:
                    yield opened, last
                    opened = i
        elif word in _SINGLE:
            may = word != "’" and _may_open(tape, i) and not _elided(tape, i)
            end = _single_end(tape, marks, place) if may else -1
            if end >= 0:
                yield i, end
                single_until = ended = end
        elif word == '"' and words[i + 1 : i + 2] == ["“"]:
            pending = True  # a straight mark around a quotation in curly ones: its partner comes alone
        elif word in _OPENING or _may_open(tape, i) or _turned(tape, tags, marks, place):
            opened = i
        elif word in _INCHES and _before(tape, i) in ",.?!…" and not _after(tape, i).isalnum():
            start = _sentence_start(tags, i, ended + 1)
            opens = start == 0 or tags[start - 1] in ".|" or tags[i - 1] == ","
            if pending and word == '"':
                pending = False
            elif opens and start < i - 1:
                yield start, i
                ended = i
    if opened >= 0:
        yield opened, _before_tag(tape, opened, tape.n, lexicon)


def _before_tag(tape: Tokens, opened: int, end: int, lexicon: CueLexicon) -> int:
    """The last token of a quotation that nothing closes before `end`."""
    for found in _TAG.finditer(tape.tags, opened, end):
        verb = found.start("verb") if found["verb"] else found.start("last")
        cue = lexicon.verbs.get(tape.lower[verb])
        if cue is not None and "tag" in cue.frames:
            return found.start()
    return end - 1


def _sentence_start(tags: list[str], end: int, floor: int) -> int:
    """Where the sentence begins that a closing mark ends, at `floor` or later."""
    start = end - 1
    while start > floor and not (tags[start - 1] in ".|" and start < end - 1):
        start -= 1
    return start


def _turned(tape: Tokens, tags: list[str], marks: list[int], place: int) -> bool:
    """Whether a closing mark opens its paragraph, and another closes it: "” We won,” she said"."""
    at = marks[place]
    first = not at or tags[at - 1] == "|"
    return first and place + 1 < len(marks) and tape.words[at] == "”" == tape.words[marks[place + 1]]


def _inch(tape: Tokens, marks: list[int], place: int) -> bool:
    """Whether a mark after a digit is a sign for inches: another closing one follows before any opens."""
    for i in marks[place + 1 : place + 1 + _REACH]:
        word = tape.words[i]
        if word in _INCHES:
            return tape.tags[i] == "x" and (word == "”" or not _may_open(tape, i))
        if word not in _SINGLE:
            return False
    return False


def _elided(tape: Tokens, i: int) -> bool:
    """Whether a mark stands for what "and" has lost in front: "rock 'n' roll"."""
    return tape.lower[i + 1 : i + 2] == ["n"] and _after(tape, i) in "nN"


def _reopens(tape: Tokens, i: int, mark: str) -> bool:
    return i < tape.n and (tape.words[i] == mark or (mark == "“" and tape.words[i] == '"'))


def _closes_later(tape: Tokens, marks: list[int], place: int) -> bool:
    """Whether a closing mark is the first of the next paragraph: the mark that opens it anew is missing."""
    for i in marks[place + 1 : place + 1 + _REACH]:
        if tape.words[i] == "”":
            return tape.tags[i] == "x"
        if tape.words[i] not in _SINGLE:
            return False
    return False


def _before(tape: Tokens, i: int) -> str:
    start = tape.starts[i]
    return tape.text[start - 1] if start else " "


def _after(tape: Tokens, i: int) -> str:
    end = tape.ends[i]
    return tape.text[end] if end < len(tape.text) else " "


def _may_open(tape: Tokens, i: int) -> bool:
    """Whether a straight or single mark stands where one opens: after a blank or bracket, before a word."""
    before, after = _before(tape, i), _after(tape, i)
    return (
        (before.isspace() or before in "([{—–-/:,\u202a\u200b")
        and not after.isspace()
        and after not in ",;:)"
    )


def _only_opens(tape: Tokens, i: int) -> bool:
    """Whether a straight mark inside a quotation can be nothing but another opening one."""
    return _before(tape, i).isspace() and _after(tape, i).isalnum()


def _single_end(tape: Tokens, marks: list[int], place: int) -> int:
    """The closing partner of a single opening mark in its paragraph, or -1."""
    words, text = tape.words, tape.text
    if _after(tape, marks[place]).isdigit():
        return -1  # '90s
    likely = -1
    inner = ""  # the mark that closes a quotation within this one
    nested = False
    for i in marks[place + 1 : place + 1 + _REACH]:
        word = words[i]
        if word == "|" or word.startswith("\n"):
            break
        if inner:
            inner = "" if word == inner else inner
            continue
        if word in _DOUBLE:
            inner, nested = _DOUBLE[word], True
            continue
        if word not in _PARTNERS[words[marks[place]]]:
            continue
        before, after = _before(tape, i), _after(tape, i)
        if before.isspace() or after.isalnum():
            continue
        if nested and before not in ',.?!…—”"':
            continue  # an apostrophe, or else too much would lie between the two
        if before == "s" and after == " " and text[tape.ends[i] + 1 : tape.ends[i] + 2].islower():
            likely = (
                i if likely < 0 else likely
            )  # "the boys’ boats": a partner only if there is no better one
            continue
        return i
    return likely
