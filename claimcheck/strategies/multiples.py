"""Figures times a yardstick."""

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import DrawFn

from claimcheck.lexicon import english
from claimcheck.model import Multiple, Span
from claimcheck.strategies.figures import figures
from claimcheck.strategies.wording import write_multiple

__all__ = ["multiples"]


@st.composite
def multiples(
    draw: DrawFn, *, kind: str | None = None, min_value: float = 2, max_value: float = 50, places: int = 1
) -> Multiple:
    """A figure times a yardstick of the lexicon: "10 times the speed of sound".

    Raises:
        InvalidArgument: at draw time, if there is no yardstick of the kind or no figure between the bounds.
    """
    known = [each for each in english().references if kind in (None, each.kind)]
    if not known:
        raise InvalidArgument(f"multiples: no yardstick is of kind {kind!r}")
    reference = draw(st.sampled_from(known))
    factor = draw(figures(min_value=min_value, max_value=max_value, places=places))
    return write_multiple(Multiple(Span(0, 0), factor, reference)).truth
