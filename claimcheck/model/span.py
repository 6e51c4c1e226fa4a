"""Where something stands in a text."""

from typing import Self

from attrs import frozen

__all__ = ["Span"]


@frozen(order=True)
class Span:
    """Half-open range of code points in the document's text, as in Python slicing.

    >>> Span(0, 5).of("50 km away")
    '50 km'
    """

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        # One check, not a validator for each: more spans are made than anything else.
        if not 0 <= self.start <= self.end:
            if self.start < 0:
                raise ValueError(f"a span starts at {self.start}, before the text")
            raise ValueError(f"a span ends at {self.end}, before its start {self.start}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """Every span is a place, even an empty one."""
        return True

    def __contains__(self, other: Self) -> bool:
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The characters that the span covers in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: Self) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def to(self, other: Self) -> Self:
        """The smallest span that covers both."""
        return type(self)(min(self.start, other.start), max(self.end, other.end))

    def shifted(self, by: int) -> Self:
        """The same span in a text that has `by` more characters before it."""
        return type(self)(self.start + by, self.end + by)
