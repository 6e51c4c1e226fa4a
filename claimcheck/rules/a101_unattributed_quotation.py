"""A101: words in quotation marks that nobody has said."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice

import regex

from claimcheck.model import Severity, Span
from claimcheck.rules._sources import index_of, paragraph_of, sentence_of
from claimcheck.rules.registry import Finding, Story, rule
from claimcheck.text import Document

# A quotation of fewer words may be a title or a sign; in news nearly all of six and more have a source.
_LEAST = 6
_SENTENCE = regex.compile(r"[\p{Lu}\d…\[(].*[.!?…][\"”’»']*", regex.DOTALL)
_TRANSCRIPT = regex.compile(r"\p{Lu}[\p{Lu} .’'-]*:")
# What credits a quotation that is set apart: a dash and a name, a line with a name, a source in brackets.
_CREDIT = regex.compile(
    r"""["”]?\s*(?:
          [-–—]\s?\p{L}
        | \[\p{Lu}
        | \n\s*\p{Lu}[\p{L}.’'-]+(?:[ ](?:\p{Lu}|of|the|de|von|van)[\p{L}.’'-]*){0,5}
          (?:,[^\n]{1,80})?["”.]*(?:\n|$)
        | \n\s*\p{Lu}[\p{L}.’'-]+(?:[ ][\p{L}.’'-]+){0,6}[ ]\p{Lu}[\p{L}’'-]+["”.]*(?:\n|$)
    )""",
    regex.VERBOSE,
)
# What tells of a quotation behind it whose it was: "That remark by the minister", "She hung up."
_TOLD_BEHIND = regex.compile(
    r"""["”]?\s*(?:
          (?:That|This|Those|These|The)\ (?:quot(?:e|ation)|words?|lines?|remarks?|message|statement)\b
        | \n\s*(?:He|She|They)\b
        | [^\n]*\[\p{Lu}[^\]\n]*\]\s*(?:\n|$)
    )""",
    regex.VERBOSE,
)
_CLOSING = ("”", '"', "’", "'", "»", "“")
_SENTENCE_END = (".", "!", "?", "…", ")", "]", *_CLOSING)
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
        "“We never thought that it would take this long.”\n\n— Ana Ruiz",
        "“We never thought that it would take this long.” That remark by Ana Ruiz was heard all over town.",
        "“Well, I never thought that it would take this long.”\n\nShe hangs up.",
        "Ana Ruiz was relieved, she said.\n\n“We never thought that it would take this long.”",
        (
            "Ana Ruiz runs the harbour.\n\n“We never thought that it would take this long,” she said.\n\n"
            "“But now the ferries can come back at last.”"
        ),
    ],
)
def unattributed_quotation(document: Document, story: Story) -> Iterator[Finding]:
    """A whole sentence stands in quotation marks, and the story does not say whose it is.

    Readers take quotation marks as a promise that somebody said exactly this. A quotation needs a speaker
    in its paragraph, in the sentence before it, or in a credit behind it. Titles, terms, headlines,
    transcripts and what is quoted inside a sentence of the writer's own are let alone.

    Name the speaker beside the quotation.
    """
    text = document.text
    index = index_of(story)
    names = sorted(mention for speaker in story.speakers for mention in speaker.mentions)
    starts = [mention.start for mention in names]

    def names_one(span: Span) -> bool:
        near = names[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        return any(mention.end <= span.end for mention in near)

    often = Counter(_opening(quotation.of(text)) for quotation in story.quotations)
    for quotation in story.quotations:
        # Where nothing closes the mark, who speaks may stand inside: a slip, but no missing source.
        closed = quotation.of(text).endswith(_CLOSING)
        if not closed or not _is_sentence(quotation.of(text)) or index.touching(quotation):
            continue
        around = paragraph_of(quotation, text)
        before, behind = Span(around.start, quotation.start), Span(quotation.end, around.end)
        if _TRANSCRIPT.match(text, around.start):
            continue
        if names_one(before) or names_one(behind) or index.touching(around):
            continue
        lead = text[before.start : before.end].rstrip()
        if (lead and not lead.endswith(_SENTENCE_END)) or _goes_on(text, quotation):
            continue
        if not lead and _is_introduced(text, around.start, names_one):
            continue
        if often[_opening(quotation.of(text))] > 1:
            continue  # taken out of the story and set large
        if _CREDIT.match(text, quotation.end) or _TOLD_BEHIND.match(text, quotation.end):
            continue
        yield Finding("nobody is named as the speaker of this quotation", quotation)


def _is_introduced(text: str, start: int, names_one: Callable[[Span], bool]) -> bool:
    """Whether a quotation opens the text, follows one, or is led to by the sentence above or its name."""
    end = start
    while end > 0 and text[end - 1].isspace():
        end -= 1
    if not end or text.endswith((":", ",", *_CLOSING), 0, end):
        return True
    return names_one(sentence_of(Span(end - 1, end), text))


def _opening(quotation: str) -> tuple[str, ...]:
    """The words that a quotation begins with, as many as make it more than a title."""
    return tuple(word[0] for word in islice(_WORD.finditer(quotation), _LEAST))


def _is_sentence(quotation: str) -> bool:
    inner = quotation.strip("“”\"'‘’«»„` \n")
    if _TRANSCRIPT.match(inner):
        return False
    return _SENTENCE.fullmatch(inner) is not None and len(_WORD.findall(inner)) >= _LEAST


def _goes_on(text: str, quotation: Span) -> bool:
    """Whether the sentence around the quotation goes on behind it."""
    return text[quotation.end : quotation.end + 2].lstrip()[:1].islower()
