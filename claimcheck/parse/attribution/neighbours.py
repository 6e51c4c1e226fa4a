"""Word classes that the word alone leaves open, settled by what stands before and behind it."""

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.parse.attribution.homographs import is_singular, needs_verb, verb_or_noun
from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["by_neighbours"]


_ARTICLES = frozenset(
    ["the", "a", "an", "his", "their", "its", "my", "our", "your", "this", "these", "every", "no", "both"]
)


# Adjectives and ordinals that stand as adverbs in front of a verb.
_ADVERBIAL = frozenset(["long", "first", "last", "early", "only"])


_NONE: frozenset[str] = frozenset()


# Before these a base form is no verb: "one slide", but "most say".
_SINGULAR = frozenset(["another", "each", "one"])


_COMPARING = frozenset(["more", "most", "less", "least"])


_FRACTIONS = frozenset(["third", "thirds", "fourth", "fifth", "tenth"])


# In front of a number: "at least 20", "about 20".
_BOUNDS = (["least"], ["most"])
_APPROXIMATE = frozenset(["about", "around"])


# Verbs behind which another stands without "to".
_BARE = frozenset(["help", "helping", "let", "letting", "make", "making", "go", "come", "dare", "need"])


_FLOATING = frozenset(["all", "both", "each"])


# Adverbs that are adjectives between a determiner and its noun.
_ATTRIBUTIVE = frozenset(["online", "overnight", "overall", "once", "then", "abroad"])


_PARTICLES = frozenset(
    [
        "de",
        "la",
        "van",
        "von",
        "der",
        "den",
        "del",
        "da",
        "di",
        "du",
        "al",
        "bin",
        "ibn",
        "ten",
        "ter",
        "e",
        "y",
    ]
)


_TIME_MODIFIERS = frozenset(
    ["last", "this", "next", "past", "earlier", "early", "late", "previous", "following"]
)


# Classes that neighbours do not change.
_SETTLED = frozenset(",.;:-()<>|MBHOCNWoh")


def by_neighbours(tape: Tokens, tags: list[str], lexicon: CueLexicon) -> None:
    """Settle what the word alone leaves open: "claims" the verb and the noun, possessive "’s" and "is"."""
    ambiguous, lower, words = lexicon.ambiguous, tape.lower, tape.words
    given, bases = lexicon.groups["given"], lexicon.groups["bases"]
    known, titles = lexicon.tags, lexicon.groups["title"]
    invariant = lexicon.groups["invariant"]
    times, months = lexicon.groups["time_noun"], lexicon.groups["month"]
    verbs, documents, venues = lexicon.verbs, lexicon.groups["document"], lexicon.groups["venue"]
    tags += "||"
    for i, t in enumerate(tags):  # as they are by then
        if t in _SETTLED:
            continue
        if t == "n":  # the commonest first, to save time
            if lower[i] in _PARTICLES and i and tags[i - 1] == "c":
                last = i + 1
                while last < tape.n and lower[last] in _PARTICLES and words[last][0].islower():
                    last += 1
                if tags[last] == "c":
                    tags[i:last] = "c" * (last - i)  # "Ana van der Berg"
            elif lower[i] in times and i:
                _time(tags, lower, i)
        elif t == "c":
            if (
                lower[i].rstrip(".") in months
                and tags[i - 1] != "c"
                and not (
                    tags[i - 2] == "D"
                    and tags[i - 1] in "jn"
                    and tags[i + 1] != "#"
                    and lower[i - 1] not in _TIME_MODIFIERS
                )
            ):  # "a wet August" is no time
                tags[i] = "h"
                if tags[i + 1] == "#":
                    tags[i + 1] = "h"
        elif t == "P":
            if lower[i] == "like" and (
                (tags[i - 1] in "MN" and tags[i + 1] in "TDpocjn#")
                or tags[i + 1] == "T"
                or (tags[i - 1] == "p" and tags[i + 1] in "DpoG")
            ):
                tags[i] = "V"
            elif lower[i] == "at" and lower[i + 1 : i + 2] in _BOUNDS and tags[i + 2] in "#Dj":
                tags[i] = tags[i + 1] = "r"  # "at least 20"
            elif lower[i] in _APPROXIMATE and (
                (tags[i + 1] == "#" and lower[i + 1] != "one") or lower[i + 1 : i + 2] == ["half"]
            ):
                tags[i] = "r"  # "about half of the voters"
            elif words[i][0].isupper() and tags[i + 1] == "c" and lower[i] in given:
                tags[i] = "c"
            elif lower[i] in ("inside", "outside") and tags[i - 1] == "D" and tags[i + 1] == "n":
                tags[i] = "j"  # "an inside source"
            elif lower[i] == "past" and tags[i - 1] == "D":
                if lower[i - 2 : i] == ["in", "the"] and tags[i - 3] in "HM":
                    tags[i - 2 : i + 1] = "rrr"  # "have in the past said"
                else:
                    tags[i] = "j"  # "the past two weeks"
        elif t == "D":
            if (
                tags[i - 1] == "c"
                and tags[i + 1] == "c"
                and (words[i][0].isupper() or (lower[i] == "the" and known.get(lower[i - 1]) == "V"))
            ):
                tags[i] = "c"  # "of Save Our Seas"
            elif lower[i] == "her" and tags[i + 1] in "tT.,PWS|:<C":
                tags[i] = "o"
            elif tags[i + 1] == "r" and lower[i] in _COMPARING:
                tags[i] = "r"  # "more frequently"
            elif lower[i] in _FLOATING and (
                (tags[i - 1] in "HBM" and tags[i + 1] in "dVG")
                or (tags[i - 1] in "ncp" and tags[i + 1] in "VZdMBHO")
            ):
                tags[i] = "r"  # "they have all said", "they all say"
            elif lower[i] == "no" and words[i + 1 : i + 2] == ["longer"]:
                tags[i] = tags[i + 1] = "r"
        elif t in "VZ":
            if lower[i] == "close" and tags[i + 1] == "T" and tags[i - 1] in "ncpBo":
                tags[i] = "j"  # "a person close to the mayor"
            elif lower[i] in ambiguous:
                tells = lower[i] in verbs and "that" in verbs[lower[i]].frames
                tags[i] = verb_or_noun(tags, words, i, documents if tells else _NONE)
            elif t == "V" and tags[i - 1] in "VG" and tags[i + 1] in "nZ" and lower[i - 1] not in _BARE:
                tags[i] = "j"  # "promising lower rates", but "help build houses"
            elif (
                (i and (tags[i - 1] in "'P" or lower[i - 1] in _ARTICLES))
                or (t == "V" and lower[i - 1] in _SINGULAR)
                or (tags[i - 1] == "j" and tags[i - 2] == "D")
                or (lower[i - 1] == "her" and tags[i + 1] in ",.P|;:C")
                or (
                    t == "V"
                    and i > 2
                    and tags[i - 1] in "nc"
                    and tags[i + 1] in ".,|"
                    and "D" in tags[i - 4 : i]
                    and is_singular(words[i - 1])
                )
            ):
                tags[i] = "n"
        elif t == "p":
            if lower[i] == "there" and i and tags[i - 1] in "ncoG" and tags[i + 1] in ",.VZdMH|":
                tags[i] = "h"  # "one manager there said": a place, as a day is a time
        elif t == "d":
            if lower[i] == "left" and tags[i - 1] == "D" and tags[i + 1] in ",.P|C;":
                tags[i] = "n"
            elif (lower[i] == "retired" and tags[i + 1] in "cnj") or (
                tags[i - 1] in "D'j#"
                and tags[i + 1] in "njcGVZ"
                and lower[i - 1] != "those"
                and not (tags[i - 1] == "'" and _of_place(tags, lower, i - 1) and needs_verb(tags, i))
            ):
                tags[i] = "j"
        elif t == "'":
            if tags[i - 1] in "pWt" or tags[i + 1] in "ND" or lower[i + 1 : i + 2] == ["been"]:
                tags[i] = "B"
        elif t == "x":
            if words[i] in "’'" and tape.text[tape.starts[i] - 1] == "s":
                tags[i] = "'"
        elif t == "r" and (
            (lower[i] in ("earlier", "later") and tags[i - 1] == "D" and tags[i + 1] in "VZnc")
            or (lower[i] in _ATTRIBUTIVE and tags[i - 1] in "Dj" and tags[i + 1] in "nZ")
            or (lower[i] == "further" and tags[i - 1] in "VZd" and tags[i + 1] in "nVZ")
        ):
            tags[i] = "j"
        elif t == "S" and lower[i] == "since" and tags[i - 1] == "H":
            tags[i] = "r"
        elif t == "T":
            if lower[i - 1] == "according":
                tags[i] = "P"
            elif (tags[i + 1] == "j" and lower[i + 1] in bases and tags[i + 2] not in "nc") or (
                tags[i + 1] == "n"
                and tags[i - 1] in "VZdG"
                and tags[i + 2] in "Dcpo#"
                and lower[i + 1] not in known
            ):
                tags[i + 1] = "V"
            elif tags[i + 1] in "DcnpoZ#'<W(Gjh" or (tags[i + 1] == "d" and lower[i + 1] not in invariant):
                tags[i] = "P"
        elif t == "#":
            if (
                len(words[i]) == 4
                and words[i][:2] in ("18", "19", "20")
                and words[i].isdigit()
                and tags[i + 1] not in "n#"
                and not (tags[i - 1] == "D" and tags[i + 1] in "jcVZG")
            ):
                tags[i] = "h"
        elif t == "G":
            noun = (tags[i - 1] in "D'" and tags[i + 1] not in "ncjGD'") or (
                tags[i - 1] in "jn" and tags[i + 1] in "ZMBH"
            )
            if lower[i] in documents and (
                (tags[i - 1] in "Djnc" and tags[i + 1] in "ZMBHP")
                or lower[i + 1 : i + 2] == ["of"]
                or ((not i or tags[i - 1] in "|.>") and tags[i + 1] == "Z")
            ):
                tags[i] = "n"  # "exit polling shows", "the ruling was"
            elif lower[i] in venues and tags[i - 1] in "Djnc" and tags[i + 1] in ",.;:|)":
                tags[i] = "n"  # "in the committee hearing"
            elif noun and i + 1 < tape.n and (lower[i + 1] not in ambiguous or tags[i - 1] in "jn"):
                tags[i] = "n"
        elif (
            t == "j"
            and lower[i] in _ADVERBIAL
            and (
                (tags[i - 1] in "HMB" and tags[i + 1] in "dVB")
                or (tags[i - 1] in "ncp>)," and tags[i + 1] in "VZdMBH")
                or (tags[i - 1] in "VZd" and tags[i + 1] in "t:<")
            )
        ):
            tags[i] = (
                "r"  # "she has long said", "was first reported by", "the mayor first said", "said only that"
            )
        elif t == "j":
            # "the chief executive said": an adjective where a noun has to stand.
            if (
                (
                    tags[i - 1] in "Dj'"
                    and tags[i + 1] in ",.PMBHZdW|"
                    and (tags[i + 1] != "," or lower[i] in titles)
                )
                or (lower[i] in venues and tags[i - 1] == "P")
                or (lower[i] in _FRACTIONS and tags[i - 1] in "D#" and tags[i + 1] in ",VO")
            ):
                tags[i] = "n"
        elif t == "t" and lower[i + 1 : i + 2] == ["as"] and "that" not in _frames(lexicon, lower[i - 1]):
            tags[i] = "o"  # "dismissed that as gossip"
        elif t == "t" and tags[i + 1] in "nVj" and "that" not in _frames(lexicon, lower[i - 1]):
            tags[i] = "D"  # "called that claim absurd"
        elif (
            t == "t"
            and tags[i + 1] in "nj"
            and (
                tags[i - 1] in "P.|,"
                or (tags[i - 1] == "C" and words[i + 1][-1] != "s")
                or (tags[i + 1] == "n" and words[i + 1][-1] != "s" and not _subject_ahead(tags, words, i + 1))
            )
        ):
            tags[i] = "D"
    del tags[-2:]


def _frames(lexicon: CueLexicon, word: str) -> frozenset[str]:
    """The complements of a verb; "that" for any other word."""
    cue = lexicon.verbs.get(word)
    return cue.frames if cue else frozenset(["that"])


def _subject_ahead(tags: list[str], words: list[str], i: int) -> bool:
    """Whether a noun begins the subject of a clause: "(a gap that) union experts say", "(that) milk is"."""
    end = i
    while tags[end] in "nj":
        end += 1
    return tags[end] in "VZdMBHOrN<" and (end == i + 1 or words[end - 1][-1:] == "s")


def _of_place(tags: list[str], lower: list[str], mark: int) -> bool:
    """Whether a possessive ends the name of a place where somebody is: "nurses at St. Brigid’s told us"."""
    at = mark - 1
    while at > 0 and tags[at] == "c":
        at -= 1
    return at < mark - 1 and at > 0 and lower[at] in ("at", "from") and tags[at - 1] == "n"


def _time(tags: list[str], lower: list[str], i: int) -> None:
    """Tag "last week", "the past year" and "two days ago" as time."""
    first = i
    if tags[i - 1] == "h":
        pass
    elif lower[i + 1 : i + 2] in (["ago"], ["later"], ["earlier"]):
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
