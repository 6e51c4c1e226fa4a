"""Whole stories, with everything that is claimed in them."""

from typing import Any

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import DrawFn

from claimcheck.model import Attribution, Conversion, Multiple, Quantity, Relation, Verdict
from claimcheck.strategies.attributions import attributions
from claimcheck.strategies.conversions import conversions
from claimcheck.strategies.multiples import multiples
from claimcheck.strategies.quantities import quantities, ranges
from claimcheck.strategies.sentences import fillers, texts
from claimcheck.strategies.style import Style, styles
from claimcheck.strategies.told import Told, moved

__all__ = ["Article", "articles"]


@frozen
class Article:
    """What a story claims, in reading order; quantities include those inside conversions."""

    quantities: tuple[Quantity, ...] = ()
    conversions: tuple[Conversion, ...] = ()
    multiples: tuple[Multiple, ...] = ()
    attributions: tuple[Attribution, ...] = ()


@st.composite
def articles(
    draw: DrawFn,
    *,
    min_sentences: int = 1,
    max_sentences: int = 8,
    verdict: Verdict = Verdict.AGREES,
    style: Style | None = None,
) -> Told[Article]:
    """A story of several sentences in paragraphs, written in one style, as text with its truth.

    Each sentence holds a quantity, a range, a conversion of the given verdict, a multiple, an attribution, or
    none.

    Raises:
        InvalidArgument: at draw time, if there are to be fewer sentences than none, or more at least than at
        most.
    """
    if not 0 <= min_sentences <= max_sentences:
        raise InvalidArgument(f"articles: from {min_sentences} to {max_sentences} sentences is none")
    house = style or draw(styles(relations=(Relation.BRACKET,)))
    sentence = st.one_of(
        fillers().map(lambda text: Told(text, None)),
        texts(quantities(), style=house),
        texts(conversions(verdict=verdict), style=house),
        texts(ranges(), style=house),
        texts(multiples(kind="speed"), style=house),
        attributions(),
    )
    told: list[Told[Any]] = draw(st.lists(sentence, min_size=min_sentences, max_size=max_sentences))
    breaks = draw(st.lists(st.booleans(), min_size=len(told), max_size=len(told)))
    text = ""
    claims: list[Any] = []
    for each, new_paragraph in zip(told, breaks, strict=True):
        text += ("\n\n" if new_paragraph else " ") if text else ""
        if each.truth is not None:
            claims.append(moved(each.truth, len(text)))
        text += each.text
    return Told(text, _article(claims))


def _article(claims: list[Any]) -> Article:
    converted = tuple(each for each in claims if isinstance(each, Conversion))
    within = [quantity for each in converted for quantity in (each.stated, *each.restated)]
    alone = [each for each in claims if isinstance(each, Quantity)]
    return Article(
        tuple(sorted((*within, *alone), key=lambda each: each.span)),
        converted,
        tuple(each for each in claims if isinstance(each, Multiple)),
        tuple(each for each in claims if isinstance(each, Attribution)),
    )
