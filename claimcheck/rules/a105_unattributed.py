"""A105: it is said, and nobody says it."""

from collections.abc import Iterator

import regex

from claimcheck.model import Attribution, Severity
from claimcheck.rules._sources import is_nested
from claimcheck.rules.registry import Finding, Story, rule

# Verbs whose passive hides a speaker who could be named; "is expected to" is about the future, not about who
# expects it, and "was asked" has its answer behind it.
_VERBS = frozenset(
    [
        "say",
        "claim",
        "allege",
        "report",
        "believe",
        "think",
        "rumor",
        "rumour",
        "suggest",
        "argue",
        "estimate",
        "understand",
        "fear",
        "feel",
    ]
)

# What "was once thought" or "has long been said" is history, not hearsay.
_PAST = regex.compile(r"\b(?:once|long)\b", regex.IGNORECASE)


@rule(
    "A105",
    "unattributed",
    Severity.NOTE,
    bad=[
        "It [is believed] that the tanker was empty.",
        "The tanker [is said] to have been empty.",
        "The owner [is rumoured] to be in Malta.",
    ],
    good=[
        "The harbour office believes that the tanker was empty.",
        "The tanker was said by its owner to have been empty.",
        "The report was published in May.",
        "The island was once thought to be empty.",
    ],
)
def unattributed(attribution: Attribution, story: Story) -> Iterator[Finding]:
    """A claim is put in the passive, so that nobody is answerable for it.

    "It is believed that" and "is said to" report a belief or a statement and leave out whose. Often the
    source is known and was dropped for brevity; sometimes there is none.

    Put the sentence in the active and name who says so.
    """
    if attribution.source or not attribution.because or not attribution.cue:
        return
    rule_name, lemma = attribution.because[0], attribution.because[-1]
    if not rule_name.startswith("passive") or lemma not in _VERBS or is_nested(attribution, story):
        return
    cue = attribution.cue[0]
    if _PAST.search(cue.of(story.document.text)):
        return
    yield Finding(f"“{cue.of(story.document.text)}”: by whom?", cue)
