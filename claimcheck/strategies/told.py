"""A text together with what it says."""

from fractions import Fraction
from typing import Any, Generic, TypeVar

from attrs import evolve, frozen

from claimcheck.model import Attribution, Conversion, Figure, Multiple, Quantity, Span

__all__ = ["Told", "moved"]

T = TypeVar("T")


@frozen
class Told(Generic[T]):
    """`text` says `truth`, whose spans count code points of `text`."""

    text: str
    truth: T

    def __str__(self) -> str:
        return self.text


M = TypeVar("M", bound=Figure | Quantity | Conversion | Multiple | Attribution)


def moved(thing: M, by: int) -> M:
    """The same thing in a text that has `by` more characters before it."""
    shifted: M = _moved(thing, by)
    return shifted


def _moved(thing: Any, by: int) -> Any:  # noqa: ANN401 # `moved` says what it is
    if isinstance(thing, Attribution):
        parts = (thing.source, thing.cue, thing.content)
        source, cue, content = (tuple(span.shifted(by) for span in part) for part in parts)
        return evolve(thing, source=source, cue=cue, content=content)
    span: Span = thing.span.shifted(by)
    if isinstance(thing, Conversion):
        stated, restated = moved(thing.stated, by), tuple(moved(each, by) for each in thing.restated)
        return evolve(thing, span=span, stated=stated, restated=restated)
    if isinstance(thing, Multiple):
        modifiers = tuple(evolve(each, span=each.span.shifted(by)) for each in thing.modifiers)
        return evolve(thing, span=span, factor=moved(thing.factor, by), modifiers=modifiers)
    if isinstance(thing, Quantity):
        figures = tuple(moved(each, by) for each in thing.figures)
        modifiers = tuple(evolve(each, span=each.span.shifted(by)) for each in thing.modifiers)
        return evolve(thing, span=span, figures=figures, modifiers=modifiers)
    return evolve(thing, span=span)


def as_fraction(value: Fraction | float | str | None) -> Fraction | None:
    """A bound as people write it: floats by their shortest decimal."""
    return None if value is None else Fraction(str(value) if isinstance(value, float) else value)
