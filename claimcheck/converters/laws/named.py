"""Laws of converters that are told which units are meant: other units, other spellings, other dimensions."""

from fractions import Fraction

from attrs import evolve

from claimcheck import units
from claimcheck.converters.contract import Contract, Input
from claimcheck.converters.inputs import everyday
from claimcheck.converters.laws.base import Broken, law
from claimcheck.converters.laws.truth import wanted
from claimcheck.converters.names import spellings, units_called
from claimcheck.model import Cause, Unit
from claimcheck.strategies.words import everyday_pairs, words_for

__all__ = ["LAWS", "third_units"]


def _named(contract: Contract) -> str | None:
    return None if contract.form == "named" else "it is not told which units are meant"


def _unlike(contract: Contract) -> list[str]:
    """Units of other dimensions, by name."""
    strangers = ("kilogram", "second", "kelvin", "kilometer")
    return [name for name in strangers if units.dimension(name) != units.dimension(contract.source.name)]


@law("other dimensions are refused", cases=_unlike, applies=_named)
def dimensions(contract: Contract, case: str) -> Broken | None:
    """Kilometres are never kilograms: asked for that, a converter raises.

    A converter that falls back to a factor of 1 for a pair that it does not know prints the old figure with a
    new unit.
    """
    answer = contract.ask(5.0, names=(contract.names[0], case))
    if answer.value is None:
        return None
    return Broken(
        f"5 {contract.names[0]} to {case}", "an exception", str(answer), cause=Cause.WRONG_UNIT_LABEL
    )


def _aliases(contract: Contract) -> list[tuple[str, str]]:
    one, two = contract.names
    found = [(each, two) for each in _also_called(contract, contract.source)]
    return found + [(one, each) for each in _also_called(contract, contract.target)]


def _also_called(contract: Contract, unit: Unit) -> list[str]:
    declared = [word for word in contract.aliases if unit in units_called(word)]
    return [
        word for word in dict.fromkeys((*sorted(declared), *spellings(unit))) if word not in contract.names
    ]


@law("other spellings mean the same", weight=2, cases=_aliases, applies=_named)
def aliases(contract: Contract, case: tuple[str, str]) -> Broken | None:
    """Whether "km", "kilometre" or "kilometers": each spelling of a unit gives one figure, or is refused.

    Spellings that are declared with `aliases` must be known. A symbol read in the wrong case ("Mm" for "mm")
    or a plural that hits another row of a table is found here.
    """
    answer, plain = contract.ask(60.0, names=case), contract.ask(60.0)
    new = {*case} - {*contract.names}
    given = f"60.0 {case[0]} to {case[1]}"
    if answer.value is None:
        return None if new.isdisjoint(contract.aliases) else Broken(given, str(plain), str(answer))
    if plain.value is None or abs(answer.value - plain.value) <= 2 * contract.margin(Fraction(60)):
        return None
    return Broken(given, f"{plain}, as for {contract.names[0]} to {contract.names[1]}", str(answer))


def third_units(contract: Contract) -> tuple[tuple[str, Unit], ...]:
    """Words for other units of the kind that a converter knows and that have one meaning, and those units."""
    if contract.form != "named" or contract.scale.reciprocal or contract.difference:
        return ()
    pairs = everyday_pairs().get(contract.source.kind, ())
    others = dict.fromkeys(unit for pair in pairs for unit in pair)
    words = {
        word: unit
        for unit in others
        if unit not in (contract.source, contract.target)
        for word in _words(unit)
    }
    start = everyday(contract, contract.types[-1])[0].raw
    return tuple(
        (word, unit)
        for word, unit in words.items()
        if contract.ask(start, names=(contract.names[0], word)).value is not None
    )


def _words(unit: Unit) -> tuple[str, ...]:
    names, symbols = words_for(unit)
    words = (*symbols[:1], *(word for pair in names[:1] for word in pair))
    return tuple(word for word in words if units_called(word) == (unit,))


def _knows_others(contract: Contract) -> str | None:
    return None if third_units(contract) else "it is known to know no third unit"


@law("other units that it knows are right too", cases=third_units, applies=_knows_others)
def neighbours(contract: Contract, case: tuple[str, Unit]) -> Broken | None:
    """Whoever converts km to miles by name, and knows feet, converts km to feet rightly.

    A table has a row for each unit, and a test for one pair. A wrong row cancels out on the way there and
    back, so that no round trip finds it.
    """
    word, unit = case
    start = Input.of(Fraction(60), contract.types[-1])
    if start is None or not contract.admits(start.value):
        return None
    there = evolve(contract, target=unit, names=(contract.names[0], word))
    answer = there.ask(start.raw)
    if answer.value is None or abs(answer.value - there.scale(start.value)) <= 2 * there.slack(start.value):
        return None
    from claimcheck.converters.diagnosis import diagnosed  # noqa: PLC0415 # it imports this package

    broken = diagnosed(there, Broken.at(start, wanted(there, start.value), answer))
    return evolve(broken, given=f"{broken.given} {contract.names[0]} to {word}", points=())


LAWS = (dimensions, aliases, neighbours)
