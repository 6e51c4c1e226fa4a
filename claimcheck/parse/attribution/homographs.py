"""Forms that are a verb or a noun ("shows", "report"), told apart by what is around them."""

from collections.abc import Set as AbstractSet

__all__ = ["is_singular", "needs_verb", "verb_or_noun"]

_PLURALS = frozenset(["people", "police", "men", "women", "children", "media", "data", "folk", "voters"])

# Endings of nouns that are no plurals: "loss", "analysis", "census".
_SINGULAR = ("ss", "is", "us", "news")

# Quantifiers that stand for people without a noun: "most oppose it", "some want to".
_QUANTIFIERS = frozenset(
    ["most", "more", "fewer", "many", "some", "few", "all", "both", "others", "several", "half"]
)

# How far a clause is looked through for its verb.
_REACH = 24


def verb_or_noun(tags: list[str], words: list[str], i: int, documents: AbstractSet[str]) -> str:
    """V, Z or n for a form that can be either, by what stands before and behind it.

    `documents` are what people write and count, if the form is a verb that they can be the subject of.
    """
    last = _behind_time(tags, i) if tags[i - 1] == "h" else max(i - 1, 0)
    if documents and _tells(tags, words, i, documents):
        return tags[i]
    before, after = tags[last] if i else "|", tags[i + 1]
    if before in "Dj#" and tags[i] == "V" and words[i - 1].lower() in _QUANTIFIERS and after in "DotpTWc<":
        return "V"
    if before == "D" and tags[i] == "Z" and words[i - 1].lower() in ("another", "one") and after in "DtpTWc<":
        return "Z"
    if after == "o" and before in "nc":
        return tags[i]  # "Ruiz and Lund call them"
    if before in "nc" and _governed(tags, i):
        return "n"
    if before in "D'j#PG" or (after == "r" and before in "nc" and tags[i + 2] in "VZdMBHO"):
        return "n"
    if before in "TMONopWr":
        return tags[i]
    if before == "t":
        return tags[i] if i > 1 and tags[i - 2] in "nc" else "n"
    agrees = before in "nc" and (tags[i] == "Z") == is_singular(words[i - 1])
    if agrees and (
        (after in "nc" and needs_verb(tags, i))
        or (after in ".," and tags[i] == "Z" and _opens_clause(tags, i) and "D" in tags[max(0, i - 5) : i])
    ):
        return tags[i]
    if tags[i] == "V":
        if before in "nc":
            if after in "Dtop" and _plural_ahead(tags, words, i):
                return "V"
            if after in ".,|" and words[i - 1].endswith("s") and _opens_clause(tags, i):
                return "V"
            if before == "c" and i > 1 and tags[i - 2] == "c":
                return "n"
            return (
                "V"
                if words[last].endswith("s") and not words[last].endswith("ss") and after in "DpotTWc#<jrPSGh"
                else "n"
            )
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
        return "n" if tags[first] in "PT'" or (tags[first] == "D" and after == "P") else "Z"
    if before == ">" or (before in ",)-" and after in "tDpTo<c") or (before == "C" and after in "tDpTo<P"):
        return "Z"
    return "n"


def _governed(tags: list[str], i: int) -> bool:
    """Whether a preposition behind a verb governs the nouns up to token `i`: "saying in court files that"."""
    j = i - 1
    while j > 0 and tags[j] in "ncj#r'D":
        j -= 1
    return tags[j] == "P" and tags[j - 1] in "VZdG"


def _behind_time(tags: list[str], i: int) -> int:
    """The token before `i`, before the time there, and before a participle in front of that time."""
    j = i - 1
    while j > 0 and tags[j] == "h":
        j -= 1
    if j < i - 1:
        j -= tags[j] == "P"
        if j > 0 and tags[j] == "d" and tags[j - 1] in "nc":
            j -= 1
    return max(j, 0)


def needs_verb(tags: list[str], i: int, first: int | None = None) -> bool:
    """Whether token `i` is the only word that can be its clause's verb.

    A noun phrase that opens the clause, at `first` if that is known, stands before it, and no finite verb
    behind it.
    """
    if first is None:
        j = i - 1
        while j >= 0 and tags[j] in "ncj#D'P" and i - j < _REACH:
            j -= 1
        if i - j < 2 or tags[j + 1] == "P" or (j >= 0 and tags[j] not in "|.,;:-CS>("):
            return False
    if tags[i] == "V" and tags[i + 1] == "n":
        return True  # plurals seldom stand in front of a noun: "polls show voters"
    for k in range(i + 1, min(i + _REACH, len(tags))):
        if tags[k] in ".,;:|StW":
            return True
        if tags[k] in "VZdMBHO" and tags[k - 1] != "T":
            return False
    return False


def _tells(tags: list[str], words: list[str], i: int, documents: AbstractSet[str]) -> bool:
    """Whether a document whose clause lacks a verb stands before: "Data from the 2011 census show that"."""
    if tags[i - 1] not in "nchr":
        return False
    j = i - 1
    while j >= 0 and tags[j] in "ncj#D'PdhrCG" and i - j < _REACH:
        j -= 1
    if j >= 0 and tags[j] not in "|.,;:-S>(tW":
        return False
    first = j + 1
    while first < i and (tags[first] in "rhC" or (tags[first] == "d" and tags[first + 1] in "ncj")):
        first += 1
    if tags[first] in "PdG":
        return False
    for k in range(first, i):
        head = words[k].lower()
        ends = k + 1 == i or tags[k + 1] in "Pdh"
        if ends and (head in documents or head.removesuffix("s") in documents):
            break
    else:
        return False
    if (tags[i] == "Z") != is_singular(head):
        return False
    after = tags[i + 1]
    if after in ".,|":
        return j >= 0 and tags[j] in ",>"
    return after in "DptTWc#<rG" or (after in "njP" and needs_verb(tags, i, first))


def _plural_ahead(tags: list[str], words: list[str], i: int) -> bool:
    """Whether a plural with a phrase behind it opens the clause: "Polls in the north show that"."""
    j = i - 1
    while j >= 0 and tags[j] in "ncj#D'P" and i - j < _REACH:
        j -= 1
    if j >= 0 and tags[j] not in "|.,;:-CS>(":
        return False
    phrase = next((k for k in range(j + 1, i) if tags[k] == "P"), j + 1)
    return phrase > j + 1 and not is_singular(words[phrase - 1])


def _opens_clause(tags: list[str], i: int) -> bool:
    """Whether only a noun phrase stands between a comma or closing mark and token `i`: ", records show."."""
    j = i - 1
    while j > 0 and tags[j] in "ncjD#CP'" and i - j < _REACH:
        j -= 1
    return tags[j] in ",>" and tags[j + 1] not in "CP"


def _follows_quotation(tags: list[str], i: int) -> bool:
    """Whether only a noun phrase stands between a closing mark and token `i`."""
    j = i - 1
    while j > 0 and tags[j] in "ncjD" and i - j < 8:
        j -= 1
    return tags[j] == ">"


def is_singular(word: str) -> bool:
    """Whether a noun does not look like a plural."""
    return not (word.endswith("s") and not word.endswith(_SINGULAR)) and word not in _PLURALS
