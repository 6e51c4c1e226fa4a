"""A restatement that leaves out the time of the rate before it: 9m barrels a day (1.4m cubic metres)."""

from collections.abc import Iterator
from functools import cache

import regex
from attrs import evolve

from claimcheck.lexicon.restatement import restatement
from claimcheck.model import Quantity, Unit

__all__ = ["with_the_time"]


def with_the_time(rate: Quantity, bare: Quantity) -> Iterator[Quantity]:
    """The second quantity as a rate over the time that the first one names, in each reading of its unit.

    Only where the time is a word of its own that can be thought on ("a day", "per minute"): "60 mph (97 km)"
    has lost something. Rates with a name of their own are never shortened: what goes 60 miles an hour goes
    97 km/h.
    """
    if rate.unit is None or bare.unit is None:
        return
    _, over, time = rate.unit.name.rpartition(" / ")
    if not over or _time_in_words().search(rate.raw_unit) is None:
        return
    for each in (bare.unit, *bare.readings):
        name = f"{each.name} / {time}"
        if name not in restatement().named_rates:
            yield evolve(bare, unit=Unit(name, rate.unit.kind, each.system), readings=())


@cache
def _time_in_words() -> "regex.Pattern[str]":
    return regex.compile(r"\s (?: \L<words> ) \s \p{L}++ $", regex.VERBOSE, words=list(restatement().per))
