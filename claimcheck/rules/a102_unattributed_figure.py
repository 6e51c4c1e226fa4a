"""A102: a figure in the article's own voice where all the others have a source."""

from bisect import bisect_right
from collections.abc import Iterator

import regex

from claimcheck.model import Quantity, Severity, Span
from claimcheck.rules._sources import index_of, paragraph_of, sentence_of
from claimcheck.rules.registry import Finding, Story, rule
from claimcheck.text import Document

# A story "attributes its figures" if so many are somebody's and no more than one in five is nobody's.
_ATTRIBUTED = 4
_KINDS = frozenset(["share", "money", "count"])
# What is the same as "the 300 ships" is known already; "a £9m loan" only says which loan.
_KNOWN = regex.compile(r"(?:\b(?:the|this|that|these|those|all|both|its|his|her|their|our|my)|[’']s?)\s$")
_DESCRIBES = regex.compile(r"\ban?\s(?:\w+\s)?$")
_NOUN = regex.compile(
    r"\s(?!(?:a|an|the|in|on|at|of|to|for|from|by|and|or|but|as|with|after|before|than|more|less)\b)\p{Ll}"
)
# A credit in brackets, as digests have it: "won 84% of the votes. [Coast Herald]".
_CREDIT = regex.compile(r"[^\n]*\[\p{Lu}[^\]\n]*\]")
# Counts below a hundred are mostly what a reporter can see for herself.
_COUNT = 100
# Characters in front of a figure in which its article stands.
_BACK = 30
_STORY = (
    "The plan is in trouble.\n\nAna Ruiz, the harbour master, said that traffic fell by 12% in May. The city "
    "said that repairs would cost £4m and employ 300 people. According to the union, 150 jobs are lost.\n\n"
)


@rule(
    "A102",
    "unattributed-figure",
    Severity.NOTE,
    bad=[
        _STORY + "The delay has cost the port [£9m].",
    ],
    good=[
        _STORY + "The delay has cost the port £9m, the auditors found.",
        "The port cost £9m. It handles 300 ships.",
        _STORY + "Nobody has counted the 300 boats.",
        _STORY + "The port was built with a £9m loan.",
        _STORY + "The port won 84% of the traffic. [Coast Herald]",
    ],
)
def unattributed_figure(document: Document, story: Story) -> Iterator[Finding]:
    """A share, a sum or a large count has no source, although the story names one for its other figures.

    In a story that says who counted everywhere else, the one bare figure is usually the one whose source was
    lost in editing. Stories that do not attribute their figures at all are let alone: that is a style. So are
    headlines, the first paragraph, sentences that name a source for anything or have a credit behind them,
    and figures that say which thing is meant ("the 300 boats", "a £9m loan").

    Say where the figure comes from, or take it out.
    """
    text = document.text
    quoted = sorted(story.quotations)
    starts = [quotation.start for quotation in quoted]

    def is_quoted(span: Span) -> bool:
        place = bisect_right(starts, span.start) - 1
        return place >= 0 and span.end <= quoted[place].end

    figures = [each for each in story.quantities if _weighs(each)]
    bare = [each for each in figures if story.source_of(each) is None and not is_quoted(each.span)]
    if len(figures) - len(bare) < _ATTRIBUTED or 5 * len(bare) > len(figures):
        return
    index, opening = index_of(story), _behind_lead(text)
    for quantity in bare:
        span = quantity.span
        if span.start < opening or _CREDIT.match(text, span.end) or _is_known(quantity, text):
            continue
        if not index.speaks(sentence_of(span, text)):
            yield Finding("the story names a source for its other figures, but none for this one", span)


def _behind_lead(text: str) -> int:
    """Where the first paragraph ends, or the second if the first is a headline of one sentence."""
    start = len(text) - len(text.lstrip())
    first = paragraph_of(Span(start, start), text)
    if sentence_of(Span(start, start), text).end < first.end:
        return first.end
    after = first.end + len(text[first.end :]) - len(text[first.end :].lstrip())
    return paragraph_of(Span(after, after), text).end


def _is_known(quantity: Quantity, text: str) -> bool:
    """Whether a figure is told as known, or only says which thing is meant: "the 300 ships", "a £9m loan"."""
    before = text[max(0, quantity.span.start - _BACK) : quantity.span.start]
    if _KNOWN.search(before):
        return True
    return quantity.kind == "money" and bool(
        _DESCRIBES.search(before) and _NOUN.match(text, quantity.span.end)
    )


def _weighs(quantity: Quantity) -> bool:
    return quantity.kind in _KINDS and (quantity.kind != "count" or quantity.least >= _COUNT)
