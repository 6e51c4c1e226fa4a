"""A103: "sources", "experts", "reportedly": somebody says so, and nobody knows who."""

from collections.abc import Iterator

import regex

from claimcheck.model import Attribution, Severity, Span
from claimcheck.rules._sources import index_of, is_nested, sentence_of, source_words
from claimcheck.rules.registry import Finding, Story, rule

_NOBODY = frozenset(
    [
        "sources",
        "source",
        "insiders",
        "insider",
        "observers",
        "observer",
        "experts",
        "expert",
        "critics",
        "critic",
        "pundits",
        "commentators",
        "analysts",
        "studies",
        "research",
        "scientists",
        "researchers",
        "economists",
        "watchers",
        "rumors",
        "rumours",
        "reports",
    ]
)
# People of no kind at all are vague only where something is claimed: "others shouted" is fine.
_ANYBODY = frozenset(["some", "many", "others", "people"])
_CLAIMING = frozenset(
    """say claim argue believe think speculate suggest fear warn complain contend insist allege call criticize
    criticise predict expect doubt question wonder""".split()  # noqa: SIM905 # a list of words is read as words
)
# "Ostensibly" and "supposedly" are the writer's own doubts.
_HEDGES = frozenset(["reportedly", "allegedly", "purportedly"])
_ACCUSED = regex.compile(
    r"\b(?:charg|accus|indict|arrest|prosecut|sued?\b|suing|lawsuit|complaint|suspect|police|trial|court|warrant)",
    regex.IGNORECASE,
)
_LITTLE = frozenset(
    [
        "the",
        "a",
        "an",
        "some",
        "many",
        "several",
        "most",
        "few",
        "other",
        "various",
        "multiple",
        "certain",
        "numerous",
        "informed",
        "well-placed",
    ]
)
# Who is named within so many characters after a vague source is who was meant.
_NEAR = 700


@rule(
    "A103",
    "vague-source",
    Severity.NOTE,
    bad=[
        "[Sources] said that the merger was off.",
        "[Experts] say that the lake will be dry by May.",
        "The minister will [reportedly] resign on Friday.",
        "The bridge, [some experts] say, will not last.",
    ],
    good=[
        "Sources at two of the banks said that the merger was off.",
        "Experts say that the lake will be dry by May. “A matter of weeks,” said Ana Ruiz, a hydrologist.",
        "Ana Ruiz, a hydrologist, says that the lake will be dry by May.",
        "The minister will resign on Friday, the harbour office said.",
        "Per Lund was charged on Friday with a theft that he allegedly committed in May.",
        "The minister told the Post that he was tired. He will reportedly resign.",
    ],
)
def vague_source(attribution: Attribution, story: Story) -> Iterator[Finding]:
    """What is said is laid at the door of people whom nobody could ask.

    "Sources said", "experts say" and "reportedly" tell readers that there is a source and keep from them what
    would let them weigh it: how many, of what kind, with what stake in the matter. A vague word is let alone
    if it says more ("sources at two of the banks") or if somebody is named right after it.

    Say who, or as much about them as can be said; leave out what nobody stands for.
    """
    text = story.document.text
    how, verb = attribution.because or ("", "")
    if (attribution.act != "reporting" and verb not in _CLAIMING) or _asserts_nothing(attribution, how):
        return
    words = source_words(attribution, text)
    if not attribution.source and how == "hedge":
        cue = attribution.cue[0]
        if cue.of(text).lower() in _HEDGES and not _told_by(attribution, story):
            yield Finding(f"“{cue.of(text)}” says that somebody says so, but not who", cue)
        return
    core = [word for word in words if word not in _LITTLE]
    if not words or words[0] == "the" or len(core) > 1:
        return
    last = (core or words)[-1]
    if last not in _NOBODY and not (last in _ANYBODY and verb in _CLAIMING):
        return
    if _named_soon(attribution, story) or is_nested(attribution, story):
        return
    source = attribution.source[0]
    yield Finding(f"“{source.of(text)}” could be anybody", source)


def _asserts_nothing(attribution: Attribution, how: str) -> bool:
    """As in "what people think of it", "some may say": no claim that somebody has to answer for."""
    return (
        how == "raise"
        or how.startswith(("relative-what", "p:"))
        or bool(attribution.flags & {"modal", "question"})
    )


def _told_by(attribution: Attribution, story: Story) -> bool:
    """Whether the sentence of a hedge, or the one before, has a source, or says who accuses whom."""
    text = story.document.text
    sentence = sentence_of(attribution.cue[0], text)
    if attribution.cue[0].of(text).lower() == "allegedly" and _ACCUSED.search(sentence.of(text)):
        return True
    start = sentence_of(Span(max(0, sentence.start - 2), max(1, sentence.start - 1)), text).start
    return any(
        other.source and other.speaker
        for other in index_of(story).near(Span(start, sentence.end))
        if other is not attribution
    )


def _named_soon(attribution: Attribution, story: Story) -> bool:
    """Whether somebody with a name speaks in the sentences that follow."""
    return any(
        other.source and other.speaker and other.speaker[:1].isupper()
        for other in index_of(story).following(attribution.span.end, _NEAR)
    )
