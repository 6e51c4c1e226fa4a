"""What stands between quotation marks, whatever the marks and however badly they match."""

from collections.abc import Iterator

from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["mark_quotations"]

_OPENING = frozenset(["“„«``", "‟"]) | {"“", "„", "«", "``", "‟"}
_CLOSING = {"”": '“‟”"', "»": "«", "“": "„", "«": "»", '"': '"“', "''": "'' ``"}
_STRAIGHT = frozenset(['"', "''"])
_SINGLE = frozenset("‘’'‚‹›")
_MARKS = frozenset(["“", "”", "„", "‟", '"', "''", "``", "«", "»", "|"]) | _SINGLE
_DOUBLE = {"“": "”", '"': '"'}
_PARTNERS = {"‘": "’", "'": "'", "‚": "‘’", "‹": "›", "›": "‹"}
# How far a single opening mark may look for its partner: further off, it is an apostrophe.
_REACH = 40


def mark_quotations(tape: Tokens) -> None:
    """Fill `quotations` and `quoted` and tag the marks "<" and ">".

    A mark that opens a paragraph inside an open quotation continues it. A quotation that nothing closes ends
    with its paragraph. Apostrophes, inch marks and stray closing marks are left alone. Linear in the text.
    """
    tags = list(tape.tags)
    words = tape.words
    marks = [i for i, tag in enumerate(tags) if (tag == "x" and words[i] in _MARKS) or tag == "|"]
    for start, end in _pairs(tape, tags, marks):
        if end + 1 < tape.n and words[end + 1] == "'" and tape.starts[end + 1] == tape.ends[end]:
            tags[end], end = "x", end + 1  # noqa: PLW2901 # ''' closes two quotations
        tags[start] = "<"
        if end < tape.n and words[end] in _MARKS:
            tags[end] = ">"
        tape.quotations.append((start, min(end, tape.n - 1)))
    quoted = [-1] * tape.n
    for number, (start, end) in enumerate(tape.quotations):
        quoted[start : end + 1] = [number] * (end + 1 - start)
    tape.quoted = quoted
    tape.tags = "".join(tags)


def _pairs(tape: Tokens, tags: list[str], marks: list[int]) -> Iterator[tuple[int, int]]:
    """First and last token of each outermost quotation; the last is the closing mark if there is one."""
    words = tape.words
    opened = -1
    single_until = -1
    for place, i in enumerate(marks):
        word = words[i]
        if tags[i] == "|":
            if opened >= 0 and not _reopens(tape, i + 1, words[opened]):
                yield opened, i - 1
                opened = -1
            continue
        if i <= single_until:
            continue
        if opened >= 0:
            if word in _SINGLE or tags[i - 1] == "|":
                continue
            if word == "“" and not _before(tape, i).isspace() and not _after(tape, i).isalnum():
                yield opened, i
                opened = -1
                continue
            if word == "”" and _before(tape, i).isdigit() and _inch(tape, marks, place):
                continue
            if words[opened] in _CLOSING.get(word, "") and not (word in _STRAIGHT and _only_opens(tape, i)):
                yield opened, i
                opened = -1
        elif word in _SINGLE:
            end = _single_end(tape, marks, place) if word != "’" and _may_open(tape, i) else -1
            if end >= 0:
                yield i, end
                single_until = end
        elif word in _OPENING or _may_open(tape, i):
            opened = i
    if opened >= 0:
        yield opened, tape.n - 1


def _inch(tape: Tokens, marks: list[int], place: int) -> bool:
    """Whether a mark after a digit is a sign for inches: another closing one follows before any opens."""
    following = marks[place + 1] if place + 1 < len(marks) else -1
    return following >= 0 and tape.words[following] == "”" and tape.tags[following] == "x"


def _reopens(tape: Tokens, i: int, mark: str) -> bool:
    return i < tape.n and (tape.words[i] == mark or (mark == "“" and tape.words[i] == '"'))


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
