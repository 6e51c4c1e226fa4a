"""Laws that need a second converter, or a second way round."""

from fractions import Fraction

from attrs import evolve
from hypothesis import strategies as st

from claimcheck.converters.contract import Answer, Contract, Input
from claimcheck.converters.inputs import values
from claimcheck.converters.laws.base import Broken, law
from claimcheck.converters.laws.named import third_units
from claimcheck.converters.numbers import shown
from claimcheck.model import Unit
from claimcheck.units import scale

__all__ = ["LAWS"]


def _invertible(contract: Contract) -> str | None:
    if contract.inverse or contract.form == "named":
        return None
    return "no inverse is declared"


@law("there and back is where one started", weight=2, cases=values, applies=_invertible)
def round_trip(contract: Contract, case: Input) -> Broken | None:
    """Converting there and back gives the first figure, up to what rounding took away.

    Two converters written at different times drift apart: each is plausible, and a figure that is edited
    twice wanders.
    """
    there = contract.ask(case.raw)
    if there.value is None:
        return None
    back = _return(contract, there.raw)
    if back.value is None:
        return Broken(shown(case.raw), f"a way back from {there}", str(back))
    least, most = _reach(contract, case.value)
    if least <= back.value <= most:
        return None
    given = f"{shown(case.raw)}, by way of {there}"
    return Broken(given, f"{shown(case.value)} again", str(back), ((case.value, there.value),))


def _reach(contract: Contract, value: Fraction) -> tuple[Fraction, Fraction]:
    """Where a figure may come back to, both ways being rounded and as inexact as declared."""
    home = scale(contract.target.name, contract.source.name, difference=contract.difference)
    truth, slack = contract.scale(value), contract.slack(value)
    noise = contract.rounding.step(value) + 4 * contract.tolerance * (abs(value) + abs(home.intercept))
    noise += (abs(value) + abs(home.intercept)) / 2**48
    if home.reciprocal and abs(truth) <= slack:
        return Fraction(-(10**400)), Fraction(10**400)
    ends = sorted((home(truth - slack), home(truth + slack)))
    return ends[0] - noise, ends[1] + noise


def _return(contract: Contract, raw: object) -> Answer:
    """Take a result back to the source unit."""
    if contract.inverse is None:
        return contract.ask(raw, names=(contract.names[1], contract.names[0]))
    return evolve(contract, function=contract.inverse).ask(raw)


def _third(contract: Contract) -> str | None:
    return (
        None
        if contract.through or third_units(contract)
        else "no third unit is declared, nor one known to it by name"
    )


def _legs(contract: Contract) -> object:
    return st.tuples(values(contract), st.sampled_from(third_units(contract) or (("", contract.target),)))


@law("a third unit on the way changes nothing", weight=2, cases=_legs, applies=_third)
def composition(contract: Contract, case: tuple[Input, tuple[str, Unit]]) -> Broken | None:
    """Going by way of a third unit (miles to metres to kilometres) gives the same as going straight.

    A table of factors that contradicts itself is found here, even between units for which nobody has a
    definition.
    """
    start, (third, unit) = case
    middle, end = _two_legs(contract, start, third)
    straight = contract.ask(start.raw)
    if (middle.error and not contract.through) or straight.value is None:
        return None
    unit = contract.through[0] if contract.through else unit
    given = f"{shown(start.raw)} by way of {middle} {unit.name.replace('_', ' ')}"
    if end.value is None:
        return Broken(given, f"{straight}, as straight", str(end))
    if abs(end.value - straight.value) <= _strayed(contract, start.value, middle, unit):
        return None
    return Broken(given, f"{straight}, as straight", str(end), ((start.value, end.value),))


def _two_legs(contract: Contract, start: Input, third: str) -> tuple[Answer, Answer]:
    if contract.through:
        _, into, out = contract.through
        middle = evolve(contract, function=into).ask(start.raw)
        if middle.value is None:
            return middle, middle
        return middle, evolve(contract, function=out).ask(middle.raw)
    middle = contract.ask(start.raw, names=(contract.names[0], third))
    if middle.value is None:
        return middle, middle
    return middle, contract.ask(middle.raw, names=(third, contract.names[1]))


def _strayed(contract: Contract, value: Fraction, middle: Answer, unit: Unit) -> Fraction:
    """How far both ways may lie apart: the rounding of three results, the middle one's magnified."""
    leg = scale(unit.name, contract.target.name, difference=contract.difference)
    noise = 4 * contract.slack(value) + contract.rounding.step(middle.value or Fraction(0)) * abs(leg.slope)
    return noise + 4 * contract.tolerance * (abs(leg.slope * (middle.value or 0)) + abs(leg.intercept))


LAWS = (round_trip, composition)
