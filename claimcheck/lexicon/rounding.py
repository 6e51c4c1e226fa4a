"""`lexicon/en/rounding.toml`: how closely figures must agree, and what units are taken for one another."""

from functools import cache
from typing import Any

from claimcheck.tables import FOLDER, table

__all__ = ["beside", "rounding_table", "twins"]


def rounding_table() -> dict[str, Any]:
    """The data file as TOML has it; its readers give it types."""
    return table(FOLDER / "rounding.toml")


@cache
def beside(unit: str) -> str | None:
    """The unit that the word for `unit` stands for beside a figure of that kind that agrees with it."""
    found: str | None = rounding_table()["beside"].get(unit)
    return found


@cache
def twins(unit: str) -> tuple[str, ...]:
    """The other units that the bare word for `unit` may stand for, if the other figure is of that kind."""
    return tuple(rounding_table()["twins"].get(unit, ()))
