"""How a newsroom writes: figures, units, ranges and restatements, each choice by itself."""

from typing import Literal

from attrs import field, frozen
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from claimcheck.model import Bound, Relation

__all__ = ["HEDGES", "PLAIN", "RANGES", "Style", "styles"]

RANGES = ("{} to {}", "{}-{}", "{}–{}", "between {} and {}", "from {} to {}")


HEDGES = {
    "about": Bound.APPROXIMATE,
    "approximately": Bound.APPROXIMATE,
    "roughly": Bound.APPROXIMATE,
    "more than": Bound.MORE_THAN,
    "at least": Bound.AT_LEAST,
    "less than": Bound.LESS_THAN,
    "up to": Bound.AT_MOST,
    "exactly": Bound.EXACT,
}
"""What stands before a quantity, and what it says of it."""


@frozen
class Style:
    """One house's way of writing; the default is the plainest.

    `grouping` parts thousands from 10,000 or 1,000 on; `spelled` writes whole numbers up to ten as words;
    `scaled` writes round millions as "2.5 million"; `unit` is the symbol, the name or a hyphenated adjective
    ("50-mile"); `hedge` stands before a stated quantity ("about"); `spelling` is which of the unit's symbols
    or names; `gap` stands between figure and symbol; `ranges` is how both ends are joined; `relation` and
    `brackets` are how a restatement follows.
    """

    grouping: Literal[",", "", "\N{THIN SPACE}", "\N{NO-BREAK SPACE}"] = ","
    minus: Literal["-", "\N{MINUS SIGN}"] = "-"
    spelled: bool = False
    scaled: bool = False
    unit: Literal["symbol", "name", "adjective"] = "symbol"
    spelling: int = 0
    gap: Literal[" ", "", "\N{NO-BREAK SPACE}"] = " "
    ranges: str = RANGES[0]
    hedge: str = ""
    relation: Relation = Relation.BRACKET
    brackets: Literal["()", "[]"] = field(default="()")


PLAIN = Style()


def styles(*, relations: tuple[Relation, ...] = (Relation.BRACKET,)) -> SearchStrategy[Style]:
    """Every style, plainest first; restatements are tied by one of `relations`."""
    return st.builds(
        Style,
        grouping=st.sampled_from([",", "", "\N{THIN SPACE}", "\N{NO-BREAK SPACE}"]),
        minus=st.sampled_from(["-", "\N{MINUS SIGN}"]),
        spelled=st.booleans(),
        scaled=st.booleans(),
        unit=st.sampled_from(["symbol", "name", "adjective"]),
        spelling=st.integers(0, 2),
        gap=st.sampled_from([" ", "", "\N{NO-BREAK SPACE}"]),
        ranges=st.sampled_from(RANGES),
        hedge=st.sampled_from(["", *HEDGES]),
        relation=st.sampled_from(relations),
        brackets=st.sampled_from(["()", "[]"]),
    )
