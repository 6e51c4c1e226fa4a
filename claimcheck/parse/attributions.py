"""Source, cue and content: who says what."""

from attrs import frozen

from claimcheck.lexicon import Lexicon
from claimcheck.model import Attribution, Span, Speaker

__all__ = ["Attributed", "attributed"]


@frozen
class Attributed:
    """What the text says of who says what."""

    attributions: tuple[Attribution, ...] = ()
    quotations: tuple[Span, ...] = ()
    speakers: tuple[Speaker, ...] = ()


def attributed(text: str, lexicon: Lexicon) -> Attributed:
    """Every attribution, quotation and speaker of a text."""
    return Attributed()
