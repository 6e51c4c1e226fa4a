"""A word class for every token: first by the word alone, then by its neighbours."""

import itertools
import re
from collections.abc import Iterator

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.parse.attribution.entities import GENDERS
from claimcheck.parse.attribution.neighbours import by_neighbours
from claimcheck.parse.attribution.quotations import mark_quotations
from claimcheck.parse.attribution.tokens import ABBREVIATION, Tokens

__all__ = ["PADDING", "tag"]

_MARKS = {
    ",": ",", ";": ";", ":": ":", "(": "(", "[": "(", ")": ")", "]": ")", ".": ".", "?": ".", "!": ".",
    "…": ".", "-": "-", "–": "-", "—": "-", "―": "-", "&": "C",
    "$": "#", "£": "#", "€": "#", "%": "#", "/": "C",
}  # fmt: skip
_ABLE = ("able", "ible", "ous", "ful", "ish", "ive", "less")
# What an upper-case letter inside a sentence turns into a name.
_OPEN_CLASSES = frozenset("VZdGjrMnSO")
_NUMBERS = tuple(
    f"{word}-"
    for word in """one two three four five six seven eight nine twenty thirty forty fifty sixty seventy eighty
    ninety half""".split()  # noqa: SIM905 # a list of words is read as words
)
# Prefixes of verbs with a hyphen.
_VERBAL = (
    "re-",
    "co-",
    "pre-",
    "over-",
    "under-",
    "out-",
    "de-",
    "un-",
    "mis-",
    "cross-",
    "counter-",
    "double-",
    "fact-",
)
_ROLES = ("ers", "ors", "ists", "ians", "ants", "men", "women")
PADDING = 4
_HEADLINE = 30
# What a name that begins with a verb commands, and the verb of its sentence: "Save [Our Seas said]".
_COMMANDED = re.compile(r"D?c{1,4}(?:[dZMBH]|,D)")
_PADDED = 6
_LIMIT = 50_000
# Tokens, a quotation counted as one: next to no sentence of news is longer.
_LONGEST = 200
_NEVER_LAST = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "sen",
        "rep",
        "gov",
        "gen",
        "prof",
        "st",
        "lt",
        "col",
        "sgt",
        "capt",
        "rev",
        "hon",
        "vs",
    ]
)
_PARAGRAPH_END = re.compile(r"\|")
_END = re.compile(r"\.[.>)x]*+|\|")


class _Classes(dict[str, str]):
    """Word to tag and trait, by the lexicon or else by the look of the word; remembers both."""

    def __init__(self, lexicon: CueLexicon) -> None:
        super().__init__()
        self.lexicon = lexicon

    def __missing__(self, word: str) -> str:
        if len(self) > _LIMIT:
            self.clear()
        lower = word.lower()
        found = self[word] = self._tag(word, lower) + self._trait(word, lower)
        return found

    def _trait(self, word: str, lower: str) -> str:
        if lower in self.lexicon.words:
            return "c"
        if lower in GENDERS:
            return "g"
        return "." if word[-1] == "." and len(word) > 1 else " "

    def _tag(self, word: str, lower: str) -> str:
        first = word[0]
        lower = lower.replace("’", "'")
        known = self.lexicon.tags.get(lower)
        if known:
            return "c" if first.isupper() and known in _OPEN_CLASSES and word != "I" else known
        if first.isupper():
            return "c"
        if first.isalpha():
            again = self.lexicon.tags.get(lower[2:]) if lower.startswith("re") else None
            return again if again and again in "VZdG" else _by_suffix(lower)
        if first.isdigit():
            return "#"
        if first == "\n":
            return "|"
        if first in "@#" and len(word) > 1:
            return "c"
        if lower in ("'s", "'"):
            return "'" if lower == "'s" else "x"
        return _MARKS.get(word) or (
            "." if word.startswith("..") else "-" if word.startswith(("-", "–", "—")) else "x"
        )


def _by_suffix(word: str) -> str:
    if len(word) > 4:
        if "-" in word and word.startswith(_NUMBERS):
            return "#"
        if word.endswith("ly"):
            return "r"
        if "-" in word and word.endswith(("ing", "ed")) and not word.startswith(_VERBAL):
            return "j"  # "long-standing", "London-based", but "re-elected"
        if word.endswith("ing"):
            return "G"
        if word.endswith("ed"):
            return "d"
        if word.endswith(_ABLE):
            return "j"
    return "n"


def tag(tape: Tokens, lexicon: CueLexicon) -> None:
    """Fill `tags`, `traits`, `quotations`, `quoted` and `bounds`."""
    classes = _by_lexicon(lexicon)
    found = "".join(map(classes.__getitem__, tape.words))
    tape.tags, tape.traits = found[::2], found[1::2]
    mark_quotations(tape, lexicon)
    tape.bounds = _bounds(tape)
    tags = list(tape.tags)
    _lower_first_words(tape, tags, lexicon)
    by_neighbours(tape, tags, lexicon)
    # Four ends of paragraph behind the last token save the grammar from asking whether there is a next one.
    tape.tags = "".join(tags) + "|" * PADDING
    tape.quoted += [-1] * PADDING
    tape.words += [""] * PADDING
    tape.lower += [""] * PADDING


_KNOWN: dict[int, _Classes] = {}


def _by_lexicon(lexicon: CueLexicon) -> _Classes:
    """The remembered classes of a lexicon, which is not hashable by value for speed."""
    known = _KNOWN.get(id(lexicon))
    if known is None or known.lexicon is not lexicon:
        known = _KNOWN[id(lexicon)] = _Classes(lexicon)
    return known


def _bounds(tape: Tokens) -> list[int]:
    """Indexes of the first tokens of sentences. A quotation is never cut, only what is around it."""
    tags, words, quoted = tape.tags, tape.words, tape.quoted
    bounds = [0]
    for match in _END.finditer(tags):
        start, end = match.span()
        if tags[start] == "|":
            if quoted[start] < 0:
                bounds.append(end)
            continue
        inside = quoted[start]
        if inside >= 0:
            last = tape.quotations[inside][1]
            if not start < last < end or (words[start] != "." and end < tape.n and words[end][0] != "\n"):
                continue
        if end == tape.n or not (words[end][0].islower() or words[end][0] in ",;:"):
            bounds.append(end)
    for dotted in ABBREVIATION.finditer(tape.traits):
        i = dotted.start()
        if i + 1 == tape.n or quoted[i] >= 0:
            continue
        # "…at 7 p.m. He left": an abbreviation that ends a sentence before a word that can only begin one.
        opens = tags[i + 1] in "DpSC" and words[i + 1][0].isupper()
        # "in Fort Rose, S.D. “We left": a state behind its town ends a sentence before one that is quoted.
        quote = 0 < i < tape.n - 2 and tags[i - 1] == "," and tags[i + 1] == "<" and words[i + 2][0].isupper()
        if (opens or quote) and words[i][:-1].lower() not in _NEVER_LAST:
            bounds.append(i + 1)
    bounds.append(tape.n)
    found = sorted(set(bounds))
    longest = max(end - start for start, end in itertools.pairwise(found))
    return list(_cut(tape, found)) if longest > _LONGEST else found


def _cut(tape: Tokens, bounds: list[int]) -> Iterator[int]:
    """The bounds, and more in sentences too long for anybody to have written, so that work stays linear.

    A quotation counts as one token.
    """
    yield bounds[0]
    for start, end in itertools.pairwise(bounds):
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
    known, lower, titles = lexicon.tags, tape.lower, lexicon.groups["title"]
    starts = [*tape.bounds, *(start + 1 for start, _ in tape.quotations)]
    for i in starts:
        if i < tape.n and tags[i] == "c":
            found = known.get(lower[i])
            after = tags[i + 1] if i + 1 < tape.n else "|"
            verb = after == "Z" and lower[i + 1] not in lexicon.ambiguous
            named = found == "j" and (verb or after in ",d")  # "Small, who left, said"
            if found and found in "VZ" and lower[i] in lexicon.ambiguous:
                # No sentence of news opens with a verb in -s: "Fears that", "Claims of"; but "Banks said".
                if after == "t" or (found == "Z" and after in "P,"):
                    tags[i] = "n"
            elif found and not named and not _named_so(tape, tags, i, found):
                tags[i] = found
            elif not found and lower[i].endswith("ly") and after in "D#j":
                tags[i] = "r"  # "Nearly a third"
            elif (
                not found
                and after not in "c'"
                and (lower[i].endswith(_ROLES) or (lower[i][-1] == "s" and lower[i][:-1] in titles))
            ):
                tags[i] = "n"
    _lower_headlines(tape, tags, lexicon)


def _named_so(tape: Tokens, tags: list[str], i: int, found: str) -> bool:
    """Whether a word that opens a sentence begins a name: "Save Our Seas said", "Friends of the Earth"."""
    if found == "n":
        return tape.lower[i : i + 3] == ["friends", "of", "the"] and tags[i + 3 : i + 4] == ["c"]
    if found != "V" or tags[i + 1 : i + 2] not in (["c"], ["D"]):
        return False
    # An imperative has no finite verb behind its object.
    name = _COMMANDED.match("".join(tags[i + 1 : i + 1 + _PADDED]))
    if name is None or (tags[i + 1] == "D" and tape.lower[i + 1] != "the" and tape.words[i + 1][0].islower()):
        return False
    tags[i + 1] = "c"
    return True


def _lower_headlines(tape: Tokens, tags: list[str], lexicon: CueLexicon) -> None:
    """Undo the capitals of headlines: short paragraphs with a capital on nearly every word."""
    known, lower = lexicon.tags, tape.lower
    given = lexicon.groups["given"]
    ends = [end.start() for end in _PARAGRAPH_END.finditer(tape.tags)]
    for start, end in itertools.pairwise([-1, *ends, tape.n]):
        if not 4 < end - start <= _HEADLINE:
            continue
        part = tags[start + 1 : end]
        names = part.count("c")
        if names <= 3 or names <= 3 * sum(tag in "njVZdGr" for tag in part):
            continue
        for i in range(start + 1, end):
            if tags[i] == "c" and not (lower[i] in given and tags[i + 1 : i + 2] == ["c"]):
                tags[i] = known.get(lower[i], "c")
