"""The article as written, with its claims marked up, however they overlap.

Figures (conversions, multiples, quantities) do not overlap and become links. Sources, cues, contents and
findings may cross each other and them, so the text is cut wherever anything begins or ends.
"""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from attrs import frozen

from claimcheck.model import Span

__all__ = ["Card", "Layer", "Mark", "marked", "shown"]


@frozen
class Card:
    """What there is to say of a claim or finding: the id of its element, and its number, shown on paper."""

    name: str
    number: int


@frozen
class Mark:
    """A stretch that is the link to its card."""

    span: Span
    card: Card
    classes: str


@frozen
class Layer:
    """A stretch that belongs to a card and may cross others; with `link`, its first piece leads there."""

    span: Span
    card: Card
    classes: str
    link: bool = False


def marked(text: str, marks: Sequence[Mark], layers: Sequence[Layer]) -> Iterator[str]:
    """HTML of the whole text. `marks` are in order and do not overlap."""
    spans = [*(mark.span for mark in marks), *(layer.span for layer in layers)]
    cuts = sorted({0, len(text)} | {edge for span in spans for edge in (span.start, span.end)})
    waiting = sorted(layers, key=lambda layer: layer.span, reverse=True)
    rest = list(reversed(marks))
    active: list[Layer] = []
    inside: Mark | None = None
    linked: set[str] = set()
    for start, end in pairwise(cuts):
        if inside is not None and inside.span.end <= start:
            yield "</a>"
            inside = None
        active = [layer for layer in active if layer.span.end > start]
        while waiting and waiting[-1].span.start <= start:
            layer = waiting.pop()
            if layer.span.end > start:
                active.append(layer)
        if inside is None and rest and rest[-1].span.start <= start:
            inside = rest.pop()
            yield _link(inside.card, inside.classes, active)
        content = shown(text[start:end])
        if inside is None:
            content = _handled(content, active, linked)
        yield _piece(content, active)
    if inside is not None:
        yield "</a>"


def _handled(content: str, active: list[Layer], linked: set[str]) -> str:
    """The run as a link, if it is the first of a layer that wants one and no other link has it."""
    handle = next((each for each in active if each.link and each.card.name not in linked), None)
    if handle is None:
        return content
    linked.add(handle.card.name)
    return f"{_link(handle.card, handle.classes, active)}{content}</a>"


def _piece(content: str, active: list[Layer]) -> str:
    """One run of text in which nothing begins or ends."""
    if not active:
        return content
    classes = " ".join(dict.fromkeys(name for layer in active for name in layer.classes.split()))
    cards = " ".join(dict.fromkeys(layer.card.name for layer in active))
    return f'<span class="{classes}" data-in="{cards}">{content}</span>'


def _link(card: Card, classes: str, around: Sequence[Layer]) -> str:
    cards = " ".join(dict.fromkeys(each.card.name for each in around if each.card != card))
    within = f' data-in="{cards}"' if cards else ""
    return (
        f'<a class="mark {classes}" id="at-{card.name}" href="#{card.name}" aria-describedby="{card.name}" '
        f'data-n="{card.number}"{within}>'
    )


def shown(text: str) -> str:
    """Text of a draft as HTML may have it: escaped, control characters visible, line breaks kept."""
    visible = "".join(_visible(character) for character in text)
    return escape(visible)


def _visible(character: str) -> str:
    code = ord(character)
    if code in (0x9, 0xA):
        return character
    if code < 0x20:  # noqa: PLR2004 # C0
        return "" if code == 0xD else chr(0x2400 + code)  # noqa: PLR2004 # the CR of a CR LF
    return "\N{REPLACEMENT CHARACTER}" if 0x7F <= code <= 0x9F or 0xD800 <= code <= 0xDFFF else character  # noqa: PLR2004 # C1, surrogates
