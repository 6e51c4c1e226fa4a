"""`lexicon/en/rounding.toml`: how closely figures must agree, and what units are taken for one another."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["rounding_table", "twins"]


@cache
def rounding_table() -> dict[str, Any]:
    """The data file as TOML has it; its readers give it types."""
    return tomllib.loads(files("claimcheck.lexicon").joinpath("en/rounding.toml").read_text(encoding="utf-8"))


@cache
def twins(unit: str) -> tuple[str, ...]:
    """The other units that the bare word for `unit` may stand for, if the other figure is of that kind."""
    return tuple(rounding_table()["twins"].get(unit, ()))
