"""Figures and quantities back to prose, in the style of a writer."""

from claimcheck.render.numbers import rounded, spelled_out, written
from claimcheck.render.quantities import exchanged, rewritten
from claimcheck.render.style import Style, style_of
from claimcheck.render.units import agreeing, in_words, unit_like

__all__ = [
    "Style",
    "agreeing",
    "exchanged",
    "in_words",
    "rewritten",
    "rounded",
    "spelled_out",
    "style_of",
    "unit_like",
    "written",
]
