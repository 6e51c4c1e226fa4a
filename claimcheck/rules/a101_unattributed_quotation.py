"""A101: words in quotation marks that nobody has said."""

from collections.abc import Iterator

import regex

from claimcheck.model import Severity, Span
from claimcheck.rules._sources import paragraph_of
from claimcheck.rules.registry import Finding, Story, rule
from claimcheck.text import Document

# A quotation of fewer words may be a title, a term or a sign: of 840 news articles (PolNeAR, train part) the
# annotators gave a source to 74% of the quotations of one word, 89% of those of four and 96% of those of six.
_LEAST = 6
_SENTENCE = regex.compile(r"[\p{Lu}\d…\[(].*[.!?…][\"”’»']*", regex.DOTALL)
_TRANSCRIPT = regex.compile(r"\p{Lu}[\p{Lu} .’'-]+:")
_WORD = regex.compile(r"\w[\w’'-]*")


@rule(
    "A101",
    "unattributed-quotation",
    Severity.WARNING,
    bad=[
        "The quay reopened on Monday.\n\n[“We never thought it would take this long.”]\n\nFerries run again.",
        'The vote was close. ["Nobody in this town will forget tonight for years."] Counting ended at 3.',
    ],
    good=[
        "The quay reopened on Monday.\n\n“We never thought that it would take this long,” said Ana Ruiz.",
        "“It took us years.” Ana Ruiz shook her head.",
        "Her first novel, “The Long Way Around the Frozen Lake”, came out in May.",
        (
            "Ana Ruiz runs the harbour.\n\n“We never thought that it would take this long,” she said.\n\n"
            "“But now the ferries can come back at last.”"
        ),
    ],
)
def unattributed_quotation(document: Document, story: Story) -> Iterator[Finding]:
    """A whole sentence stands in quotation marks, and the story does not say whose it is.

    Readers take quotation marks as a promise that somebody said exactly this. A quotation needs a speaker
    in its sentence, in the one before it, or in the paragraph that it continues. Titles, terms and single
    phrases in quotation marks are let alone.

    Name the speaker beside the quotation.
    """
    text = document.text
    spoken = [part for each in story.attributions for part in each.content]
    names = [mention for speaker in story.speakers for mention in speaker.mentions]
    for quotation in story.quotations:
        if not _is_sentence(quotation.of(text)) or any(part.overlaps(quotation) for part in spoken):
            continue
        around = paragraph_of(quotation, text)
        if any(mention in around and mention not in quotation for mention in names):
            continue
        if text[around.start : quotation.start].rstrip().endswith((":", ",")) or _goes_on(text, quotation):
            continue
        yield Finding("nobody is named as the speaker of this quotation", quotation)


def _is_sentence(quotation: str) -> bool:
    inner = quotation.strip("“”\"'‘’«»„` \n")
    if _TRANSCRIPT.match(inner):
        return False
    return _SENTENCE.fullmatch(inner) is not None and len(_WORD.findall(inner)) >= _LEAST


def _goes_on(text: str, quotation: Span) -> bool:
    """Whether the sentence around the quotation goes on behind it."""
    return text[quotation.end : quotation.end + 2].lstrip()[:1].islower()
