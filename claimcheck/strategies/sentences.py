"""Written things in sentences, and the sentences that stand between them."""

from pathlib import Path
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from claimcheck.model import Attribution, Conversion, Figure, Multiple, Quantity, Relation
from claimcheck.strategies.style import Style, styles
from claimcheck.strategies.told import Told, moved
from claimcheck.strategies.wording import as_text
from claimcheck.tables import section

__all__ = ["fillers", "in_sentence", "phrases", "texts"]

_FILE = Path(__file__).with_name("frames.toml")
T = TypeVar("T", bound=Figure | Quantity | Conversion | Multiple)


def phrases(group: str, name: str) -> list[str]:
    """A list of phrases of `frames.toml`."""
    found: list[str] = section(_FILE, group)[name]
    return found


def fillers() -> SearchStrategy[str]:
    """Sentences in which nothing is measured, though some hold figures: years, routes, types of aircraft."""
    return st.sampled_from(phrases("fillers", "sentences"))


@st.composite
def texts(
    draw: DrawFn, of: SearchStrategy[T], *, style: SearchStrategy[Style] | Style | None = None
) -> Told[T]:
    """Whatever `of` draws, written in some style into a sentence of its kind, with its spans in that text."""
    thing: Any = draw(of)
    relations = (thing.relation if isinstance(thing, Conversion) else Relation.BRACKET,)
    chosen = style if isinstance(style, Style) else draw(style or styles(relations=relations))
    told: Told[Any] = as_text(thing, chosen)
    frames = section(_FILE, "sentences")
    kind = "adjective" if _is_adjective(told) else _kind(thing)
    return in_sentence(told, draw(st.sampled_from(frames.get(kind) or frames["other"])))


def in_sentence(told: Told[Any], frame: str) -> Told[Any]:
    """A written thing in the place of the {} of a sentence."""
    before, _, after = frame.partition("{}")
    return Told(f"{before}{told.text}{after}", moved(told.truth, len(before)))


def _is_adjective(told: Told[Any]) -> bool:
    """Whether it begins with "50-mile", which needs a noun."""
    first = told.truth.stated if isinstance(told.truth, Conversion) else told.truth
    if not isinstance(first, Quantity) or len(first.figures) > 1:
        return False
    return told.text[first.figures[0].span.end : first.span.end].startswith("-")


def _kind(thing: Figure | Quantity | Conversion | Multiple | Attribution) -> str:
    if isinstance(thing, Conversion):
        return thing.stated.kind
    if isinstance(thing, Multiple):
        return "other"
    return thing.kind if isinstance(thing, Quantity) else "other"
