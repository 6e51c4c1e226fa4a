"""How closely figures must agree: `lexicon/en/rounding.toml`, typed."""

from fractions import Fraction
from functools import cache, lru_cache
from typing import Literal, TypeAlias

import regex
from attrs import fields, frozen

from claimcheck.errors import LexiconError
from claimcheck.lexicon.rounding import rounding_table
from claimcheck.model import Profile

__all__ = ["Kind", "Limits", "customs", "kind_of_document", "limits", "oven_pairs"]

Kind: TypeAlias = Literal["news", "science", "recipes"]


@frozen
class Limits:
    """Largest gaps that a kind of document allows: relative, but the `degrees`, which are degrees Celsius.

    The data file says what each is for, and on what evidence.
    """

    rounded: Fraction
    hedged: Fraction
    nearest: Fraction
    mutual: Fraction
    other_side: Fraction
    other_side_finer: Fraction
    other_side_precise: Fraction
    common: Fraction
    cut: Fraction
    copied: Fraction
    loose_small: Fraction
    loose_round: Fraction
    loose_plain: Fraction
    loose_other_side: Fraction
    customs_agree: bool
    degrees_of_five: Fraction
    degrees_of_five_loose: Fraction
    degrees: Fraction


@cache
def limits(kind: Kind) -> Limits:
    """What a kind of document allows.

    Raises:
        LexiconError: the data file lacks a limit.
    """
    table = rounding_table()["profiles"][kind]
    try:
        customs_agree = table["customs"] == "agrees"
        gaps = {
            each.name: Fraction(table[each.name]) for each in fields(Limits) if each.name != "customs_agree"
        }
        return Limits(**gaps, customs_agree=customs_agree)
    except KeyError as missing:
        raise LexiconError(f"lexicon/en/rounding.toml: [profiles.{kind}] lacks {missing}") from missing


@cache
def customs() -> dict[tuple[str, str], tuple[Fraction, ...]]:
    """Customary factors by unit pair, in both directions."""
    found: dict[tuple[str, str], tuple[Fraction, ...]] = {}
    for row in rounding_table()["customs"]:
        one, two = row["units"]
        found[one, two] = tuple(Fraction(each) for each in row["per"])
        found[two, one] = tuple(1 / each for each in found[one, two])
    return found


@cache
def oven_pairs() -> frozenset[tuple[int, int]]:
    """Fahrenheit and Celsius settings of ovens that are printed side by side."""
    return frozenset((int(hot), cold) for hot, colds in rounding_table()["oven"].items() for cold in colds)


def kind_of_document(text: str, profile: Profile = "auto") -> Kind:
    """The kind whose limits hold; with "auto", what the words of the text show, or else news."""
    return _evident_kind(text) if profile == "auto" else profile


@lru_cache(maxsize=16)
def _evident_kind(text: str) -> Kind:
    needed, pattern = _evidence()
    seen = {"recipes": 0, "science": 0}
    for match in pattern.finditer(text):
        seen[match.lastgroup or ""] += 1
    # A long text mentions a kitchen or a figure without being about it: one word in two hundred is the least.
    least = len(text) // 1200
    best: Kind = "recipes" if seen["recipes"] >= seen["science"] else "science"
    return best if seen[best] >= max(needed[best], least) else "news"


@cache
def _evidence() -> tuple[dict[str, int], "regex.Pattern[str]"]:
    kinds = rounding_table()["kinds"]
    return (
        {name: row["evidence"] for name, row in kinds.items()},
        regex.compile(
            r"(?<!\w) (?: (?P<recipes>\L<recipes>) | (?P<science>\L<science>) ) (?!\w)",
            regex.VERBOSE,
            recipes=kinds["recipes"]["words"] + [word.capitalize() for word in kinds["recipes"]["words"]],
            science=kinds["science"]["words"],
        ),
    )
