"""A102: a figure in the article's own voice where all the others have a source."""

from bisect import bisect_right
from collections.abc import Iterator

from claimcheck.model import Quantity, Severity, Span
from claimcheck.rules._sources import index_of, paragraph_of, sentence_of
from claimcheck.rules.registry import Finding, Story, rule
from claimcheck.text import Document

# A story "attributes its figures" if so many are somebody's and no more than one in five is nobody's.
_ATTRIBUTED = 4
_KINDS = frozenset(["share", "money", "count"])
# Counts below a hundred are mostly what a reporter can see for herself.
_COUNT = 100
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
    ],
)
def unattributed_figure(document: Document, story: Story) -> Iterator[Finding]:
    """A share, a sum or a large count has no source, although the story names one for its other figures.

    In a story that says who counted everywhere else, the one bare figure is usually the one whose source was
    lost in editing. Stories that do not attribute their figures at all are let alone: that is a style. So are
    headlines, the first paragraph, and sentences that name a source for anything.

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
    index, opening = index_of(story), len(text) - len(text.lstrip())
    for quantity in bare:
        first = paragraph_of(quantity.span, text).start <= opening
        if not first and not index.speaks(sentence_of(quantity.span, text)):
            yield Finding(
                "the story names a source for its other figures, but none for this one", quantity.span
            )


def _weighs(quantity: Quantity) -> bool:
    return quantity.kind in _KINDS and (quantity.kind != "count" or quantity.least >= _COUNT)
