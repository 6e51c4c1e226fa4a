"""Who says so: which attribution answers for a claim."""

from collections.abc import Sequence

from claimcheck.model import Attribution, Span

__all__ = ["source_of"]


def source_of(span: Span, attributions: Sequence[Attribution]) -> Attribution | None:
    """The innermost attribution whose content covers `span`; None is the article's own voice.

    "Innermost" is the one with the shortest covering stretch of content; of two equally short, the later.
    """
    covering = [each for each in attributions if each.covers(span)]
    return min(
        covering,
        key=lambda each: (
            min(len(part) for part in each.content if span in part),
            -each.span.start,
        ),
        default=None,
    )
