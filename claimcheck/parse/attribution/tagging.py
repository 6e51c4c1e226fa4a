"""A word class for every token: first by the word alone, then by its neighbours."""

from collections.abc import Iterator
from functools import cache

import regex

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.parse.attribution.quotations import mark_quotations
from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["tag"]

_MARKS = {
    ",": ",", ";": ";", ":": ":", "(": "(", "[": "(", ")": ")", "]": ")", ".": ".", "?": ".", "!": ".",
    "…": ".", "-": "-", "–": "-", "—": "-", "―": "-", "&": "C", "$": "#", "£": "#", "€": "#", "%": "#", "/": "C",
}  # fmt: skip
_ABLE = ("able", "ible", "ous", "ful", "ish", "ive", "less")
# What an upper-case letter inside a sentence turns into a name.
_OPEN_CLASSES = frozenset("VZdGjrMnSO")
_NUMBERS = ("one-", "two-", "three-", "four-", "five-", "six-", "seven-", "eight-", "nine-", "twenty-", "thirty-",
            "forty-", "fifty-", "sixty-", "seventy-", "eighty-", "ninety-", "half-")  # fmt: skip
_PARTICLES = frozenset("de la van von der den del da di du al bin ibn ten ter e y".split())
_ROLES = ("ers", "ors", "ists", "ians", "ants", "men", "women")
_PLURALS = frozenset("people police men women children media data folk voters".split())
_PADDING = 4
_LIMIT = 50_000
# In 3.8 million characters of news no sentence is longer, quotations apart.
_LONGEST = 200
_NEVER_LAST = frozenset("mr mrs ms dr sen rep gov gen prof st lt col sgt capt rev hon vs".split())


class _Classes(dict[str, str]):
    """Word to tag, by the lexicon or else by the look of the word; remembers what it has worked out."""

    def __init__(self, lexicon: CueLexicon) -> None:
        super().__init__()
        self.lexicon = lexicon

    def __missing__(self, word: str) -> str:
        if len(self) > _LIMIT:
            self.clear()
        found = self[word] = self._tag(word)
        return found

    def _tag(self, word: str) -> str:
        first = word[0]
        lower = word.lower().replace("’", "'")
        known = self.lexicon.tags.get(lower)
        if known:
            return "c" if first.isupper() and known in _OPEN_CLASSES and word != "I" else known
        if lower.startswith("re") and first.islower():
            again = self.lexicon.tags.get(lower[2:])
            if again and again in "VZdG":
                return again
        if first.isdigit():
            return "#"
        if first == "\n":
            return "|"
        if first.isupper() or first in "@#" and len(word) > 1:
            return "c"
        if not first.isalpha():
            if lower in ("'s", "'"):
                return "'" if lower == "'s" else "x"
            return _MARKS.get(word) or ("." if word.startswith("..") else "-" if word.startswith(("-", "–", "—")) else "x")
        return _by_suffix(lower)


def _by_suffix(word: str) -> str:
    if len(word) > 4:
        if "-" in word and word.startswith(_NUMBERS):
            return "#"
        if word.endswith("ly"):
            return "r"
        if word.endswith("ing"):
            return "G"
        if word.endswith("ed"):
            return "d"
        if word.endswith(_ABLE):
            return "j"
    return "n"


@cache
def _classes(lexicon: CueLexicon) -> _Classes:
    return _Classes(lexicon)


def tag(tape: Tokens, lexicon: CueLexicon) -> None:
    """Fill `tags`, `quotations`, `quoted` and `bounds`."""
    classes = _by_lexicon(lexicon)
    tape.tags = "".join(map(classes.__getitem__, tape.words))
    mark_quotations(tape)
    tape.bounds = _bounds(tape)
    tags = list(tape.tags)
    _lower_first_words(tape, tags, lexicon)
    _by_neighbours(tape, tags, lexicon)
    # Four ends of paragraph behind the last token save the grammar from asking whether there is a next one.
    tape.tags = "".join(tags) + "|" * _PADDING
    tape.quoted += [-1] * _PADDING
    tape.words += [""] * _PADDING
    tape.lower += [""] * _PADDING


_KNOWN: dict[int, _Classes] = {}


def _by_lexicon(lexicon: CueLexicon) -> _Classes:
    """The remembered classes of a lexicon, which is not hashable by value for speed."""
    known = _KNOWN.get(id(lexicon))
    if known is None or known.lexicon is not lexicon:
        known = _KNOWN[id(lexicon)] = _Classes(lexicon)
    return known


@cache
def _end() -> regex.Pattern[str]:
    return regex.compile(r"\.[.>)x]*+|\|")


def _bounds(tape: Tokens) -> list[int]:
    """Indexes of the first tokens of sentences. A quotation is never cut, only what is around it."""
    tags, words, quoted = tape.tags, tape.words, tape.quoted
    bounds = [0]
    for match in _end().finditer(tags):
        start, end = match.span()
        if tags[start] == "|":
            if quoted[start] < 0:
                bounds.append(end)
            continue
        inside = quoted[start]
        if inside >= 0:
            last = tape.quotations[inside][1]
            if not start < last < end or words[start] != "." and end < tape.n and not words[end][0] == "\n":
                continue
        if end == tape.n or not (words[end][0].islower() or words[end][0] in ",;:"):
            bounds.append(end)
    for i, word in enumerate(words):
        # "…at 7 p.m. He left": an abbreviation that ends a sentence before a word that can only begin one.
        if word[-1] == "." and len(word) > 1 and i + 1 < tape.n and quoted[i] < 0 and tags[i + 1] in "DpSC":
            if words[i + 1][0].isupper() and word[:-1].lower() not in _NEVER_LAST:
                bounds.append(i + 1)
    bounds.append(tape.n)
    return list(_cut(tape, sorted(set(bounds))))


def _cut(tape: Tokens, bounds: list[int]) -> Iterator[int]:
    """The bounds, and more in sentences too long for anybody to have written, so that work stays linear.

    A quotation counts as one token.
    """
    yield bounds[0]
    for start, end in zip(bounds, bounds[1:], strict=False):
        if end - start > _LONGEST:
            at, count = start, 0
            while at < end:
                inside = tape.quoted[at]
                at = tape.quotations[inside][1] + 1 if inside >= 0 else at + 1
                count += 1
                if count == _LONGEST and at < end:
                    yield at
                    count = 0
        yield end


def _lower_first_words(tape: Tokens, tags: list[str], lexicon: CueLexicon) -> None:
    """Undo the capital of a sentence's first word and of a headline's words."""
    known, lower = lexicon.tags, tape.lower
    starts = [*tape.bounds, *(start + 1 for start, _ in tape.quotations)]
    for i in starts:
        if i < tape.n and tags[i] == "c":
            found = known.get(lower[i])
            if found and not (found in "VZ" and lower[i] in lexicon.ambiguous):
                tags[i] = found
            elif not found and lower[i].endswith(_ROLES) and tags[i + 1 : i + 2] not in (["c"], ["'"]):
                tags[i] = "n"
    for start, end in zip(tape.bounds, tape.bounds[1:], strict=False):
        if end - start < 30 and (start == 0 or tags[start - 1] == "|") and "<" not in tags[start:end] and (end == tape.n or tags[end - 1] == "|" or tags[end : end + 1] == ["|"]):
            names = tags.count("c", start, end) if False else sum(tag == "c" for tag in tags[start:end])
            plain = sum(tag in "njVZdGr" for tag in tags[start:end])
            if names > 3 and names > 3 * plain:
                for i in range(start, end):
                    if tags[i] == "c":
                        tags[i] = known.get(lower[i], "c")


def _by_neighbours(tape: Tokens, tags: list[str], lexicon: CueLexicon) -> None:
    """Settle what the word alone leaves open: "claims" the verb and the noun, possessive "’s" and "is"."""
    ambiguous, lower, words = lexicon.ambiguous, tape.lower, tape.words
    given, bases = lexicon.groups["male"] | lexicon.groups["female"], lexicon.groups["bases"]
    known, titles = lexicon.tags, lexicon.groups["title"]
    invariant = lexicon.groups["invariant"]
    times, months = lexicon.groups["time_noun"], lexicon.groups["month"]
    tags += "||"
    for i in range(tape.n):
        t = tags[i]
        if t in "VZ":
            if lower[i] in ambiguous:
                tags[i] = _verb_or_noun(tags, words, i)
            elif i and tags[i - 1] in "D'#P" and lower[i - 1] != "her":
                tags[i] = "n"
            elif t == "V" and i > 2 and tags[i - 1] in "nc" and tags[i + 1] in ".,|" and "D" in tags[i - 4 : i] and _singular(words[i - 1]):
                tags[i] = "n"
        elif t == "d":
            if tags[i - 1] in "D'j#" and tags[i + 1] in "njcGVZ":
                tags[i] = "j"
        elif t == "'":
            if tags[i - 1] in "pWt" or tags[i + 1] in "ND" or lower[i + 1 : i + 2] == ["been"]:
                tags[i] = "B"
        elif t == "x":
            if words[i] in "’'" and tape.text[tape.starts[i] - 1] == "s":
                tags[i] = "'"
        elif t == "D":
            if lower[i] == "her" and tags[i + 1] in "tT.,PWS|:<C":
                tags[i] = "o"
        elif t == "P":
            if words[i][0].isupper() and tags[i + 1] == "c" and lower[i] in given:
                tags[i] = "c"
        elif t == "T":
            if lower[i - 1] == "according":
                tags[i] = "P"
            elif tags[i + 1] == "j" and lower[i + 1] in bases and tags[i + 2] not in "nc":
                tags[i + 1] = "V"
            elif tags[i + 1] == "n" and tags[i - 1] in "VZdG" and tags[i + 2] in "Dcpo#" and lower[i + 1] not in known:
                tags[i + 1] = "V"
            elif tags[i + 1] in "DcnpoZ#'<W(Gjh" or (tags[i + 1] == "d" and lower[i + 1] not in invariant):
                tags[i] = "P"
        elif t in "nP" and lower[i] in _PARTICLES and i and tags[i - 1] == "c" and tags[i + 1] == "c":
            tags[i] = "c"
        elif t == "n":
            if lower[i] in times and i:
                _time(tags, lower, i)
        elif t == "#":
            if len(words[i]) == 4 and words[i][:2] in ("18", "19", "20") and words[i].isdigit() and tags[i + 1] not in "n#":
                tags[i] = "h"
        elif t == "c":
            if lower[i].rstrip(".") in months and tags[i - 1] not in "c":
                tags[i] = "h"
                if tags[i + 1] == "#":
                    tags[i + 1] = "h"
        elif t == "G":
            noun = tags[i - 1] in "D'" and tags[i + 1] not in "ncjGD'" or tags[i - 1] in "jn" and tags[i + 1] in "ZMBH"
            if noun and i + 1 < tape.n and (lower[i + 1] not in ambiguous or tags[i - 1] in "jn"):
                tags[i] = "n"
        elif t == "j":
            # "the chief executive said": an adjective where a noun has to stand.
            if tags[i - 1] in "Dj'" and tags[i + 1] in ",.PMBHZdW|" and (tags[i + 1] != "," or lower[i] in titles):
                tags[i] = "n"
        elif t == "t" and tags[i + 1] in "nj":
            if tags[i - 1] in "P.|,C" or (
                tags[i + 1] == "n" and words[i + 1][-1] != "s" and tags[i + 2] not in "VZdMBHOrN<"
            ):
                tags[i] = "D"
    del tags[-2:]


_TIME_MODIFIERS = frozenset("last this next past earlier late previous following".split())


def _time(tags: list[str], lower: list[str], i: int) -> None:
    """Tag "last week", "the past year" and "two days ago" as time."""
    first = i
    if tags[i - 1] == "h":
        pass
    elif lower[i + 1 : i + 2] == ["ago"]:
        tags[i + 1] = tags[i] = "h"
        while first > 0 and tags[first - 1] in "#Djr" and i - first < 3:
            first -= 1
    elif lower[i - 1] in _TIME_MODIFIERS:
        first = i - 1
        if first > 0 and (tags[first - 1] == "D" or lower[first - 1] in ("earlier", "late", "later")):
            first -= 1
    else:
        return
    tags[first : i + 1] = "h" * (i + 1 - first)


def _singular(word: str) -> bool:
    return not (word.endswith("s") and not word.endswith("ss")) and word not in _PLURALS


def _opens_clause(tags: list[str], i: int) -> bool:
    """Whether only a noun phrase stands between a comma or closing mark and token `i`: ", records show."."""
    j = i - 1
    while j > 0 and tags[j] in "ncjD#" and i - j < 6:
        j -= 1
    return tags[j] in ",>"


def _follows_quotation(tags: list[str], i: int) -> bool:
    """Whether only a noun phrase stands between a closing mark and token `i`."""
    j = i - 1
    while j > 0 and tags[j] in "ncjD" and i - j < 8:
        j -= 1
    return tags[j] == ">"


def _verb_or_noun(tags: list[str], words: list[str], i: int) -> str:
    """V, Z or n for a form that can be either, by what stands before and behind it."""
    before, after = tags[i - 1] if i else "|", tags[i + 1]
    if before == "h" and i > 1:
        before = tags[i - 2]
    if before in "D'j#PG":
        return "n"
    if before in "TMONopWr":
        return tags[i]
    if before == "t":
        return tags[i] if i > 1 and tags[i - 2] in "nc" else "n"
    if tags[i] == "V":
        if before in "nc":
            if after in ".,|" and words[i - 1].endswith("s") and _opens_clause(tags, i):
                return "V"
            if before == "c" and i > 1 and tags[i - 2] == "c":
                return "n"
            return "V" if words[i - 1].endswith("s") and not words[i - 1].endswith("ss") and after in "DpotTWc#<jrPSG" else "n"
        return "V" if before in "C," and after in "Dotp" else "n"
    if before in "nc":
        if after in ",." and _follows_quotation(tags, i):
            return "Z"
        if after in "DpotTWc#<jrG:":
            return "Z"
        if before != "c" or after not in "P,.:S":
            return "n"
        first = i - 1
        while first > 0 and tags[first] == "c":
            first -= 1
        return "n" if tags[first] == "D" and after == "P" else "Z"
    if before == ">" or (before in ",)" and after in "tDpTo<c") or (before == "C" and after in "tDpTo<P"):
        return "Z"
    return "n"
