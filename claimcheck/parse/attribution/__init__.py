"""Source, cue and content: who says what. The way through it is described in docs/attribution.md."""

from claimcheck.parse.attribution.attributions import Attributed, attributed

__all__ = ["Attributed", "attributed"]
