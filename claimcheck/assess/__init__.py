"""Conversion to verdict, gap, cause and suggestion."""

from collections.abc import Iterator

from claimcheck.model import Assessment, Config, Conversion

__all__ = ["assess"]


def assess(conversion: Conversion, text: str, config: Config) -> Iterator[Assessment]:
    """One assessment for each restatement."""
    yield from ()
