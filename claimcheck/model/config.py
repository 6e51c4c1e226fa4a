"""What a house or a project decides for itself; `claimcheck.config` reads it from files."""

from collections.abc import Mapping
from typing import Literal

from attrs import field, frozen

from claimcheck.model.diagnostic import Severity

__all__ = ["Config", "Profile"]

Profile = Literal["auto", "news", "science", "recipes"]


@frozen
class Config:
    """Settings of a check. The defaults are what `claimcheck check` does without any configuration.

    `select` and `ignore` hold codes, names or code prefixes ("U", "U1"); the longest match wins. `severity`
    re-weighs single rules. `profile` is how strictly figures must agree; "auto" lets the document decide.
    `house_units` settles what a bare unit word means ("gallon" → "imperial_gallon"). `preferred_pairs` are
    names of units that the house gives side by side, for rule U108. `units` are rows in the
    form of `lexicon/en/units.toml` that are added to the lexicon. With `attitudes` off, beliefs, wishes and
    stances are no attributions.
    """

    select: tuple[str, ...] = ("ALL",)
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(factory=dict, hash=False)
    profile: Profile = "auto"
    house_units: Mapping[str, str] = field(factory=dict, hash=False)
    preferred_pairs: tuple[tuple[str, str], ...] = ()
    units: tuple[Mapping[str, object], ...] = field(default=(), hash=False)
    attitudes: bool = True
