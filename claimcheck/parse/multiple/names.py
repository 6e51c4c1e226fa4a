"""Names at a place of a text, looked up and not matched: to compile lists as long as these takes time."""

from collections.abc import Collection, Container, Iterator

import regex
from attrs import frozen

__all__ = ["Name", "Names", "names"]

_MOST = 7  # words of the longest name: "energy released by the bomb dropped on …" begins with its attribute
_FIRST = regex.compile(r"\w+")
_TOKEN = regex.compile(r"[\w.’'-]+")
_GAP = regex.compile(r"\s{1,3}")
_ENDINGS = ("’s", "'s", ".", "’", "'", "-")


@frozen
class Name:
    """What is named, as the lexicon has it (lower case, single blanks), and where."""

    key: str
    start: int
    end: int


@frozen(eq=False)
class Names:
    """Names to look up, and the words that they begin with: hardly a word of a text does."""

    known: Container[str]
    first: frozenset[str]

    @classmethod
    def of(cls, known: Collection[str]) -> "Names":
        """The table for a collection of names."""
        first = (_FIRST.match(each) for each in known)
        return cls(known, frozenset(each.group() for each in first if each))


def names(text: str, start: int, table: Names) -> Iterator[Name]:
    """The known names that begin at `start`, longest first; a possessive or a full stop stays outside."""
    first = _FIRST.match(text, start)
    if first is None or first.group().lower() not in table.first:
        return
    ends: list[int] = []
    place = start
    while len(ends) < _MOST and (token := _TOKEN.match(text, place)):
        ends.append(token.end())
        gap = _GAP.match(text, token.end())
        if gap is None:
            break
        place = gap.end()
    for end in reversed(ends):
        shorter: int | None = end
        while shorter is not None and shorter > start:
            key = " ".join(text[start:shorter].lower().split())
            if key in table.known:
                yield Name(key, start, shorter)
                break
            ending = next((each for each in _ENDINGS if text.endswith(each, start, shorter)), None)
            shorter = shorter - len(ending) if ending else None
