"""A104: "he said", and nobody before him."""

from collections.abc import Iterator

from claimcheck.model import Attribution, Severity
from claimcheck.rules._sources import LONGEST, index_of, is_nested, paragraph_of, source_words
from claimcheck.rules.registry import Finding, Story, rule

_PRONOUNS = frozenset(["he", "she", "they"])
# Words of so few letters are written small in headlines too: The Associated Press Stylebook, "headlines".
_SMALL = 4


@rule(
    "A104",
    "unresolved-speaker",
    Severity.WARNING,
    bad=[
        "The ferry was late again on Monday. “It is a disgrace,” [she] said.",
        "[He] told reporters that the quay was safe.",
    ],
    good=[
        "Ana Ruiz waited for the ferry. “It is a disgrace,” she said.",
        "This Farmer Will Never Sell. She Says the Land Is All She Has\n\nAna Ruiz sat in her kitchen.",
        "A spokesman came out at noon. He told reporters that the quay was safe.",
        "The United States and Japan protested. They said that the quay was unsafe.",
    ],
)
def unresolved_speaker(attribution: Attribution, story: Story) -> Iterator[Finding]:
    """A pronoun speaks for which the story has no name, office or group.

    It happens when a paragraph is moved or cut: the sentence that introduced the speaker is gone, or stands
    further down. Readers cannot know who "she" is.

    Name the speaker at the first quotation.
    """
    text = story.document.text
    words = source_words(attribution, text)
    if attribution.speaker is not None or len(words) != 1 or words[0] not in _PRONOUNS:
        return
    if attribution.act != "reporting" or (words[0] == "they" and attribution.form != "direct"):
        return
    if is_nested(attribution, story) or index_of(story).firsts[attribution.source] is not attribution:
        return
    source = attribution.source[0]
    around = paragraph_of(source, text)
    if len(around) <= LONGEST and _is_headline(around.of(text)):
        return
    yield Finding(f"nobody before this is “{source.of(text)}”", source)


def _is_headline(paragraph: str) -> bool:
    """Whether a paragraph has a capital on every longer word: "This Farmer Won’t Sell. She Says Why"."""
    words = paragraph.split()
    longer = [word for word in words if len(word) > _SMALL]
    return all(word[:1].isupper() or not word[:1].isalpha() for word in longer or words)
