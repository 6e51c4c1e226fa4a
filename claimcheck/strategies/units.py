"""Units, and pairs of units that restate each other."""

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import DrawFn

from claimcheck.lexicon import english
from claimcheck.model import Unit
from claimcheck.strategies.words import everyday_pairs, pairs_by_kind, words_for

__all__ = ["unit_pairs", "units"]


@st.composite
def units(draw: DrawFn, *, kind: str | None = None, system: str | None = None, everyday: bool = True) -> Unit:
    """A unit of a kind ("length", "temperature") and a system ("SI", "US", "imperial", "nautical").

    `everyday` keeps to what newsrooms write; without it, any unit of the lexicon that can be written. The
    kind "temperature difference" (rises and falls) is drawn only if it is asked for.

    Raises:
        InvalidArgument: at draw time, if there is none.
    """
    if everyday:
        known = pairs_by_kind() if kind else everyday_pairs()
        pool = [unit for pairs in known.values() for pair in pairs for unit in pair]
    else:
        pool = [row.unit for row in english().units.values()]
    found = [
        each
        for each in dict.fromkeys(pool)
        if kind in (None, each.kind)
        and (system is None or system in each.system.split("/"))
        and any(words_for(each))
    ]
    if not found:
        raise InvalidArgument(f"units: there is no unit of kind {kind!r} and system {system!r}")
    return draw(st.sampled_from(found))


@st.composite
def unit_pairs(draw: DrawFn, *, kind: str | None = None) -> tuple[Unit, Unit]:
    """Two units of one kind in which news restates a quantity: (kilometer, mile).

    Raises:
        InvalidArgument: at draw time, if there is no pair of the kind.
    """
    pairs = pairs_by_kind() if kind else everyday_pairs()
    if kind is not None and kind not in pairs:
        raise InvalidArgument(f"unit_pairs: kind {kind!r} is none of {', '.join(pairs)}")
    return draw(st.sampled_from(pairs[kind] if kind else [pair for each in pairs.values() for pair in each]))
