"""What hangs on the source that begins at a token: phrases, appositives, brackets and relative clauses."""

from claimcheck.parse.attribution.phrases import core_after, phrase_after
from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["apposed", "appositive_end", "source_after"]

_FINITE = frozenset("VZMBHO")
# Prepositions whose phrase says which person it is: "a senator from Ohio", "a friend with knowledge of it".
_POSTMODIFYING = frozenset(["of", "for", "from", "at", "with"])
_INCLUSIVE = frozenset(["including", "like", "such", "along"])
# Adverbs in front of a role that somebody has or had: "now a senator", "then the mayor of Oslo".
_TEMPORAL = frozenset(
    ["now", "then", "also", "formerly", "once", "currently", "previously", "himself", "herself"]
)


def source_after(tape: Tokens, at: int, ceiling: int) -> int:
    """The end of the source that begins at a token: "Ann Doe, a lawyer who lives there".

    The token itself if no noun phrase begins there.
    """
    tags = tape.tags
    end = core_after(tape, at, ceiling)
    if end == at:
        return at
    named = tags[end - 1] == "c" and tags[at] == "c"
    while end < ceiling:
        wider = end
        if (tags[end] == "P" and tape.lower[end] in _POSTMODIFYING) or tags[end] == "C":
            wider = phrase_after(tape, end + 1, ceiling)
        elif tags[end] in "PT" and tape.lower[end] == "to" and not named:
            wider = phrase_after(tape, end + 1, ceiling)  # "an adviser to the mayor"
        elif tags[end] == "j" and not named and tags[end + 1] in "PT":
            wider = phrase_after(tape, end + 2, ceiling)  # "a person close to the campaign"
            wider -= wider == end + 2
        if wider <= end + 1:
            break
        end = wider
    end = appositive_end(tape, end, ceiling)
    if end < ceiling and tags[end] == "W":
        found = tags.find(",", end, ceiling)
        return found if found >= 0 else _before_marks(tape, ceiling)
    return end


def appositive_end(tape: Tokens, end: int, ceiling: int) -> int:
    """The end of the appositives that begin at a comma, at most the end of the sentence."""
    if end >= ceiling or tape.tags[end] != ",":
        return end
    colon = tape.tags.find(":", end, ceiling)
    if colon > end and tape.quoted[colon] < 0 and not tape.words[colon + 1][:1].isupper():
        ceiling = colon  # "said Ana Ruiz, the mayor: it would hold"
    while end < ceiling and tape.tags[end] == "," and apposed(tape, end + 1, ceiling):
        found = tape.tags.find(",", end + 1, ceiling)
        if found < 0:
            return _before_marks(tape, ceiling)
        end = found
    return end


def _before_marks(tape: Tokens, ceiling: int) -> int:
    end = ceiling
    while end > 0 and tape.tags[end - 1] in ".|:;,-" and tape.quoted[end - 1] < 0:
        end -= 1
    return end


def apposed(tape: Tokens, at: int, ceiling: int) -> bool:
    """Whether what begins behind a comma still belongs to the noun phrase before it."""
    tags = tape.tags
    t = tags[at]
    if t == "W":
        return tape.lower[at] not in ("where", "how", "why")
    if tape.lower[at] in _INCLUSIVE or (tape.lower[at] in ("of", "from") and tags[at + 1] == "c"):
        return True
    if tape.lower[at] == "about" and tags[at - 2] == "n" and tags[at + 1] != "#":
        return True  # "a paper, about the bacteria,", but not "Doe, about the same time,"
    if (t == "r" and tape.lower[at] in _TEMPORAL) or tape.lower[at] in ("and", "or"):
        at += 1
    if tags[at] not in "Dncj#":
        return False
    end = phrase_after(tape, at, ceiling)
    if end == at or end >= ceiling:
        return True
    if tape.lower[at] in ("a", "an") and tags[end] in "VZd":
        return True  # "a Roe volunteer": what looks like a verb is a noun
    return tags[end] not in _FINITE and (tags[end] != "d" or tags[end + 1] not in "Dnpj#t<")
