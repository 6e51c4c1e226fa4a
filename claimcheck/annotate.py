"""Who says so: which attribution answers for a claim."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from attrs import frozen

from claimcheck.model import Attribution, Span

__all__ = ["Sources"]

_STRIDE = 1024
"""Characters from one entry of the index to the next: about as long as the contents of attributions are."""


@frozen
class Sources:
    """The attributions of a text by where their contents stand, so that asking for one takes no time."""

    _contents: Mapping[int, list[tuple[Span, Attribution]]]

    @classmethod
    def of(cls, attributions: Iterable[Attribution]) -> "Sources":
        """The index of some attributions."""
        contents = defaultdict(list)
        for each in attributions:
            for part in each.content:
                for stride in range(part.start // _STRIDE, part.end // _STRIDE + 1):
                    contents[stride].append((part, each))
        return cls(dict(contents))

    def innermost(self, span: Span, *, but: object = None) -> Attribution | None:
        """The innermost attribution, other than `but`, whose content covers `span`, if there is one.

        "Innermost" is the one with the shortest covering stretch of content; of two equally short, the later.
        """
        covering = (
            (len(part), -each.span.start, index, each)
            for index, (part, each) in enumerate(self._contents.get(span.start // _STRIDE, ()))
            if span in part and each is not but
        )
        return min(covering, default=(0, 0, 0, None))[3]
