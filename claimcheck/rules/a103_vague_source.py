"""A103: "sources", "experts", "reportedly": somebody says so, and nobody knows who."""

from collections.abc import Iterator

from claimcheck.model import Attribution, Severity
from claimcheck.rules._sources import is_nested, source_words
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
        "people",
        "studies",
        "research",
        "scientists",
        "researchers",
        "economists",
        "some",
        "many",
        "others",
        "watchers",
        "rumors",
        "rumours",
        "reports",
    ]
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
    if attribution.act != "reporting" or attribution.because[:1] == ("raise",):
        return
    words = source_words(attribution, text)
    if not attribution.source and "hedged" in attribution.flags and attribution.because[:1] == ("hedge",):
        cue = attribution.cue[0]
        yield Finding(f"“{cue.of(text)}” says that somebody says so, but not who", cue)
        return
    core = [word for word in words if word not in _LITTLE]
    if not words or words[0] == "the" or len(core) > 1 or (core or words)[-1] not in _NOBODY:
        return
    if _named_soon(attribution, story) or is_nested(attribution, story):
        return
    source = attribution.source[0]
    yield Finding(f"“{source.of(text)}” could be anybody", source)


def _named_soon(attribution: Attribution, story: Story) -> bool:
    """Whether somebody with a name speaks in the sentences that follow."""
    end = attribution.span.end
    for other in story.attributions:
        start = other.span.start
        if end <= start <= end + _NEAR and other.speaker and other.source and other.speaker[:1].isupper():
            return True
    return False
