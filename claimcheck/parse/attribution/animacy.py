"""Who can say, want or support something: people, groups of people, and what they write."""

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.parse.attribution.draft import Range
from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["can_speak", "head", "is_court", "is_document"]

_SUFFIXES = tuple(
    """er ers or ors ist ists ian ians ant ants ent ents man men woman women person people ee ees crat crats
    body one folk half third percent""".split()  # noqa: SIM905 # a list of words is read as words
)
_NOT_AGENTS = frozenset(
    [
        "number",
        "numbers",
        "power",
        "order",
        "offer",
        "matter",
        "weather",
        "winter",
        "summer",
        "error",
        "errors",
        "water",
        "border",
        "borders",
        "center",
        "factor",
        "factors",
        "event",
        "events",
        "moment",
        "moments",
        "comment",
        "comments",
        "movement",
        "agreement",
        "argument",
        "element",
        "amount",
        "payment",
        "content",
        "talent",
        "extent",
        "accident",
        "incident",
        "present",
        "never",
        "over",
        "under",
        "judgment",
        "investment",
        "treatment",
        "statement",
        "environment",
        "development",
        "government-owned",
    ]
)


def head(tape: Tokens, source: Range) -> int:
    """The head of a noun phrase: its last word before what hangs on it, a phrase, a clause or a time."""
    tags = tape.tags
    start, end = source
    at = start
    while at < end and not (
        at > start and (tags[at] in "P,-(WGtT" or (tags[at] in "dh" and tags[at - 1] in "nc"))
    ):
        at += 1
    at -= 1
    while at > start and (tags[at] in "'>dr" or (tags[at] == "j" and tags[at - 1] in "nc")):
        at -= 1  # "people familiar with the talks": an adjective behind its noun
    return at


def is_document(tape: Tokens, source: Range, lexicon: CueLexicon) -> bool:
    """Whether a noun phrase names what people write, film or count: "a report", "new polls"."""
    at, documents = head(tape, source), lexicon.groups["document"]
    word = tape.lower[at]
    if word in documents or word.removesuffix("s") in documents:
        return True
    if tape.tags[at + 1 : at + 3] == "Pc":
        # "a University of Kent poll": a name with a preposition in front of the head
        at += 2
        while at < source[1] and tape.tags[at] == "c":
            at += 1
        return at < source[1] and tape.tags[at] == "n" and is_document(tape, (at, source[1]), lexicon)
    several = word in lexicon.groups["collective"] and tape.lower[at + 1] == "of" and at + 2 < source[1]
    return several and is_document(tape, (at + 2, source[1]), lexicon)


def is_court(tape: Tokens, source: Range, lexicon: CueLexicon) -> bool:
    """Whether a noun phrase names a body that hears evidence: "the jury", "a public inquiry"."""
    return tape.lower[head(tape, source)] in lexicon.groups["court"]


def can_speak(tape: Tokens, source: Range, lexicon: CueLexicon) -> bool:
    """Whether a noun phrase may name a speaker: a name, a pronoun for people, a role, a group, a document."""
    at = head(tape, source)
    t, word = tape.tags[at], tape.lower[at]
    if t in "c#" or ",c" in tape.tags[source[0] : source[1]]:
        return True
    if t == "p":
        return word not in ("it", "there", "nothing", "something", "everything", "anything", "itself")
    if t == "W":
        return word != "which"
    if t in "Dj":
        return word not in ("this", "that", "same", "opposite")
    if t == "t":
        return False
    groups = lexicon.groups
    if word in groups["person_noun"] or word in groups["title"] or word in groups["document"]:
        return True
    if word in groups["generic_recipient"]:
        return True
    stem = word.removesuffix("s")
    if stem in groups["person_noun"] or stem in groups["title"] or stem in groups["document"]:
        return True
    if word in groups["collective"] and tape.lower[at + 1] == "of" and at + 2 < source[1]:
        return can_speak(tape, (at + 2, source[1]), lexicon)
    return word.endswith(_SUFFIXES) and word not in _NOT_AGENTS
