"""Hypothesis strategies for what claimcheck reads and writes, each with the truth attached (extra `testing`).

    @given(texts(conversions(verdict=Verdict.DISAGREES)))
    def test_my_editor_marks_it(told):
        assert my_editor.marks(told.text) == [told.truth.span]

`units`, `unit_pairs`, `figures`, `quantities`, `ranges`, `conversions` and `multiples` draw model values
whose spans are those of their plainest form; `as_text` writes such a value in a `Style`, `texts` draws it
written into a sentence.
`attributions` and `articles` draw text and truth together. Importing this registers the model's types with
Hypothesis, so that `st.from_type(Quantity)` works.
"""

from hypothesis import strategies as _st

from claimcheck.model import Conversion, Figure, Multiple, Quantity, Unit
from claimcheck.strategies.articles import Article, articles
from claimcheck.strategies.attributions import attributions
from claimcheck.strategies.conversions import conversions
from claimcheck.strategies.figures import figures
from claimcheck.strategies.multiples import multiples
from claimcheck.strategies.quantities import quantities, ranges
from claimcheck.strategies.sentences import fillers, texts
from claimcheck.strategies.style import PLAIN, Style, styles
from claimcheck.strategies.told import Told
from claimcheck.strategies.units import unit_pairs, units
from claimcheck.strategies.wording import as_text

__all__ = [
    "PLAIN",
    "Article",
    "Style",
    "Told",
    "articles",
    "as_text",
    "attributions",
    "conversions",
    "figures",
    "fillers",
    "multiples",
    "quantities",
    "ranges",
    "styles",
    "texts",
    "unit_pairs",
    "units",
]

_st.register_type_strategy(Unit, units())
_st.register_type_strategy(Figure, figures())
_st.register_type_strategy(Quantity, _st.one_of(quantities(), ranges()))
_st.register_type_strategy(Conversion, conversions())
_st.register_type_strategy(Multiple, multiples())
