"""Who says so: which attribution answers for a claim."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from operator import itemgetter

from attrs import frozen

from claimcheck.model import Attribution, Span

__all__ = ["Sources"]

_STRIDE = 1024
"""Characters from one entry of the index to the next: about as long as the contents of attributions are."""


@frozen
class Sources:
    """The attributions of a text by where their contents stand, so that asking for one takes no time."""

    _contents: Mapping[int, list[tuple[int, int, Span, Attribution]]]

    @classmethod
    def of(cls, attributions: Iterable[Attribution]) -> "Sources":
        """The index of some attributions."""
        contents = defaultdict(list)
        for each in attributions:
            place = -each.span.start
            for part in each.content:
                for stride in range(part.start // _STRIDE, part.end // _STRIDE + 1):
                    contents[stride].append((len(part), place, part, each))
        return cls(dict(contents))

    def innermost(self, span: Span, *, but: object = None) -> Attribution | None:
        """The innermost attribution, other than `but`, whose content covers `span`, if there is one.

        "Innermost" is the one with the shortest covering stretch of content; of two equally short, the later.
        """
        near = self._contents.get(span.start // _STRIDE, ())
        covering = (entry for entry in near if span in entry[2] and entry[3] is not but)
        return min(covering, key=itemgetter(0, 1), default=(0, 0, span, None))[3]
