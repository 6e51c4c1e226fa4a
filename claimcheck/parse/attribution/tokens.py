"""Words, numbers and marks with their offsets, each with a one-letter tag.

The tags of a text form a string of the same length as its list of tokens, so that the grammar can be written
as regular expressions over tags and runs at the speed of the regular-expression engine:

    D determiner      p subject pronoun    o object pronoun    W who, which, what…   t that
    P preposition     T to                 C and, or, but      S because, while…     M modal
    B be              H have               O do                N not                 r adverb
    V base or finite  Z third person       d past/participle   G -ing form           h time word
    n noun            j adjective          c capitalised       # number              ' possessive ending
    , ; : -           ( )                  < > quotation marks . end of sentence     | end of paragraph
"""

import re
from functools import cache

import regex

__all__ = [
    "ABBREVIATION",
    "COMMON_TOKEN",
    "CUE",
    "PRONOUN",
    "UNCOMMON",
    "Tokens",
    "any_token",
    "tokens",
]

_QUOTES = frozenset("“\"'‘«„")
_CLITICS = ("s", "re", "ve", "ll", "d", "m")
# Words that a full stop shortens and that do not end a sentence by it.
_ABBREVIATIONS = frozenset(
    [
        "sen",
        "sens",
        "rep",
        "reps",
        "gov",
        "govs",
        "gen",
        "lt",
        "col",
        "sgt",
        "capt",
        "maj",
        "adm",
        "cmdr",
        "rev",
        "hon",
        "prof",
        "dr",
        "mr",
        "mrs",
        "ms",
        "st",
        "jr",
        "sr",
        "vs",
        "inc",
        "co",
        "corp",
        "ltd",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
        "ariz",
        "ark",
        "calif",
        "colo",
        "conn",
        "del",
        "fla",
        "ga",
        "ill",
        "ind",
        "kan",
        "ky",
        "la",
        "md",
        "mass",
        "mich",
        "minn",
        "miss",
        "mo",
        "mont",
        "neb",
        "nev",
        "okla",
        "ore",
        "pa",
        "tenn",
        "tex",
        "va",
        "vt",
        "wash",
        "wis",
        "wyo",
        "approx",
        "atty",
        "asst",
        "dept",
        "ft",
        "mt",
        "pres",
    ]
)


# The capital letters below U+0250: Latin, as names of most of Europe are written.
_CAPITALS = "".join(letter for letter in map(chr, range(0x250)) if letter.isupper())
UNCOMMON = re.compile(
    r"[^\t\n\r -\xb1\xb4-\xb8\xba\xbb\xbf-\u024f\u2000-\u200b\u2010-\u203e\u20a0-\u20bf\u2190-\u22ff]"
)
"""Any character but Latin letters, signs and marks, which `re` and `regex` put into the same classes."""


def _grammar(letter: str, capital: str) -> str:
    return rf"""[ ]?(?:
          \d++(?:[.,]\d++)*(?:%|[-\w]++)?                  # 2,000; 5%; 10th; 5-km
        | \w{{2,}}+(?:[-‐‑’'&]\w++|\.(?=\w{{2}})\w++)*      # words, "don't", "mid-term", "example.org"
        | [,.“”"](?![.'])                                  # the commonest marks, to save time
        | [^\S\n]++                                        # more blanks than the one before
        | (?:{capital}[-‐‑])?(?:{letter}\.){{2,}}           # U.S., a.m., R-S.C.
        | {capital}[-‐‑](?:{letter}++\.)+(?=\))            # D-Pa. in brackets
        | [#@]?\w++(?:[-‐‑’'&]\w++)*                       # short words; O'Malley, @name
        | \n\s*+                                           # line and paragraph breaks
        | \.{{2,}}+(?:[^\S\n]\.)*
        | [-–—―]{{2,}}+
        | ''|``
        | . )"""


COMMON_TOKEN = re.compile(_grammar(r"[^\W\d_]", f"[{_CAPITALS}]"), re.VERBOSE)
"""`re` takes a third of the time that `regex` takes, but its \\w has no combining marks, and has "½"."""


@cache
def any_token() -> regex.Pattern[str]:
    """The same pattern for any text."""
    return regex.compile(_grammar(r"\p{L}", r"\p{Lu}"), regex.VERBOSE)


CUE = re.compile("c")
"""Finds words that can be cues in `Tokens.traits`."""
PRONOUN = re.compile("g")
"""Finds "he", "her", … in `Tokens.traits`."""
ABBREVIATION = re.compile(r"\.")
"""Finds words with a full stop of their own in `Tokens.traits`."""


class Tokens:
    """The tokens of a text in parallel lists; `tags` is filled by tagging, `bounds` by sentence splitting.

    Token i is `words[i]`, lower case and with straight apostrophes in `lower[i]`, at
    `starts[i]:ends[i]` of the text. `quotations` are pairs of token indexes (opening mark, closing mark or
    the last token); `quoted[i]` is the index of the quotation that token i lies in or delimits, or -1.
    `traits[i]` is "c" for a word that can be a cue, "g" for a pronoun with a gender, "." for a word that ends
    in a full stop ("p.m."), else " ".
    `bounds` are the indexes of the first tokens of sentences outside quotations, and n.
    """

    __slots__ = (
        "bounds",
        "ends",
        "lower",
        "n",
        "quotations",
        "quoted",
        "starts",
        "tags",
        "text",
        "traits",
        "words",
    )

    def __init__(self, text: str, words: list[str], starts: list[int], ends: list[int]) -> None:
        self.text = text
        self.words = words
        self.lower = list(map(str.lower, words))
        self.starts = starts
        self.ends = ends
        self.n = len(words)
        self.tags = ""
        self.traits = ""
        self.quotations: list[tuple[int, int]] = []
        self.quoted: list[int] = []
        self.bounds: list[int] = []


def tokens(text: str) -> Tokens:
    """Split a text; blanks vanish, a line break that ends a paragraph stays as a token."""
    pieces = (any_token() if UNCOMMON.search(text) else COMMON_TOKEN).findall(text)
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    end = 0
    for piece in pieces:
        start = end
        end += len(piece)
        if piece[0] == " " and piece != " ":
            piece, start = piece[1:], start + 1  # noqa: PLW2901 # the same without its blank
        if not piece.isalnum():
            if piece.isspace():
                if piece[0] != "\n" or not _ends_paragraph(text, piece, start, words):
                    continue
            elif piece == ".":
                if words and ends[-1] == start and _abbreviates(text, words[-1], start):
                    words[-1] += "."
                    ends[-1] = end
                    continue
            elif "’" in piece or "'" in piece:
                stem = _stem(piece)
                if stem:
                    words.append(piece[:stem])
                    starts.append(start)
                    piece, start = piece[stem:], start + stem  # noqa: PLW2901 # the rest of the same word
                    ends.append(start)
        words.append(piece)
        starts.append(start)
        ends.append(end)
    return Tokens(text, words, starts, ends)


def _stem(word: str) -> int:
    """The length of a word before a clitic ("he’s" is 2); 0 if it has none."""
    cut = max(word.rfind("’"), word.rfind("'"))
    return cut if cut > 0 and word[cut + 1 :].lower() in _CLITICS else 0


def _abbreviates(text: str, word: str, dot: int) -> bool:
    """Whether a full stop shortens the word right before it rather than ending a sentence."""
    after = text[dot + 1 : dot + 3]
    if len(word) == 1:
        return (word.isupper() and word != "I") or (word == "v" and after[1:].isupper())
    last = word.lower().rpartition("-")[2]  # "then-Sen."
    if last == "no":
        return after[1:].isdigit()
    return last in _ABBREVIATIONS and after[:1] != "\n" and after[1:] not in _QUOTES


def _ends_paragraph(text: str, piece: str, start: int, words: list[str]) -> bool:
    """Whether a line break is more than a wrapped line: blank, or the end of a short or finished one."""
    if piece.count("\n") > 1:
        return True
    if text[start + len(piece) : start + len(piece) + 1] in _QUOTES:
        return True
    line = text.rfind("\n", 0, start) + 1
    return start - line < 60 or (bool(words) and words[-1] in ".?!:”\"''")
