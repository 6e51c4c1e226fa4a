"""Units made of units: squares, cubes, products and quotients, with their kind."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from attrs import field, frozen

from claimcheck.lexicon.rows import Kind, Row
from claimcheck.model import Unit

__all__ = ["Algebra", "factors"]

Powers = frozenset[tuple[str, int]]
_PURE = "proportion"  # the kind of what has no dimension left: metres to the kilometre
"""A product of names, each with its power other than 0."""


def factors(expression: str) -> Powers:
    """The factors of a unit name or a kind's formula: "meter / second ** 2" → meter¹ second⁻²."""
    powers: Counter[str] = Counter()
    sign = 1
    for index, part in enumerate(expression.replace(" ** ", "^").replace(" / ", " * /").split(" * ")):
        sign = -1 if part.startswith("/") else 1
        name, _, power = part.removeprefix("/").partition("^")
        if index or name != "1":
            powers[name] += sign * int(power or 1)
    return frozenset((name, power) for name, power in powers.items() if power)


def _product(expressions: Iterable[tuple[str, int]]) -> Powers:
    powers: Counter[str] = Counter()
    for expression, times in expressions:
        for name, power in factors(expression):
            powers[name] += power * times
    return frozenset((name, power) for name, power in powers.items() if power)


def _written(parts: Iterable[tuple[str, int]]) -> str:
    """The expression again, in the given order: what is above the line first."""
    ordered = list(parts)
    above = [name if power == 1 else f"{name} ** {power}" for name, power in ordered if power > 0]
    below = [name if power == -1 else f"{name} ** {-power}" for name, power in ordered if power < 0]
    return " / ".join([" * ".join(above) or "1", *below])


@frozen(eq=False)
class Algebra:
    """Makes units of units. `rows` are those with a name of their own, which win over a made-up one."""

    rows: Mapping[str, Row] = field(repr=False)
    kinds: Mapping[str, Kind] = field(repr=False)

    def power(self, unit: Unit, exponent: int) -> Unit:
        """A square (2) or cube (3): metre → square metre, of the kind area."""
        return self._made([(unit, exponent)])

    def per(self, unit: Unit | None, *below: Unit) -> Unit:
        """A quotient: kilometre per hour; with None, a reciprocal: per square mile.

        The kind is one of `kinds.toml` where it is listed there, else its formula ("money / time").
        """
        return self._made([*([(unit, 1)] if unit else []), *((each, -1) for each in below)])

    def times(self, *units: Unit) -> Unit:
        """A product: newton metre."""
        return self._made([(each, 1) for each in units])

    def product(self, *powers: tuple[Unit, int]) -> Unit:
        """A product of powers in the order written: ((gram, 1), (centimeter, -3))."""
        return self._made(list(powers))

    def _made(self, parts: list[tuple[Unit, int]]) -> Unit:
        powers = _product((unit.name, times) for unit, times in parts)
        known = self._named.get(powers)
        if known is not None:
            return known
        if len(powers) == 1:
            ((name, power),) = powers
            if power == 1 and name in self.rows:
                return self.rows[name].unit
        order = {name: index for index, name in enumerate(_in_order(parts))}
        name = _written(sorted(powers, key=lambda each: order[each[0]]))
        kind = self._kind(_product((unit.kind, times) for unit, times in parts))
        return Unit(name, kind, _system(unit for unit, _ in parts))

    @cached_property
    def _named(self) -> dict[Powers, Unit]:
        named: dict[Powers, Unit] = {}
        for row in self.rows.values():
            if not row.name.isidentifier():
                named.setdefault(factors(row.name), row.unit)
        return named

    @cached_property
    def _products(self) -> dict[Powers, str]:
        return {factors(each): kind.name for kind in self.kinds.values() for each in kind.of}

    def _kind(self, powers: Powers) -> str:
        """The kind that a product of kinds is, found directly or after one product in it is named."""
        for candidate in (powers, *self._simpler(powers)):
            if candidate in self._products:
                return self._products[candidate]
            if len(candidate) == 1:
                ((name, power),) = candidate
                if power == 1:
                    return name
        return _written(sorted(powers, key=lambda each: (-each[1], each[0]))) if powers else _PURE

    def _simpler(self, powers: Powers) -> Iterator[Powers]:
        there = dict(powers)
        for product, kind in self._products.items():
            for sign in (1, -1):
                if all(0 < power * sign * _sign(there, name) <= abs(there[name]) for name, power in product):
                    rest = Counter(there)
                    for name, power in product:
                        rest[name] -= power * sign
                    rest[kind] += sign
                    yield frozenset((name, power) for name, power in rest.items() if power)


def _sign(powers: Mapping[str, int], name: str) -> int:
    power = powers.get(name, 0)
    return (power > 0) - (power < 0)


def _in_order(parts: Iterable[tuple[Unit, int]]) -> Iterator[str]:
    for unit, _ in parts:
        for word in unit.name.split():
            if word[0].isalpha() or word[0] == "_":
                yield word


def _system(units: Iterable[Unit]) -> str:
    """The system that the parts share; times and counts belong to all."""
    found = {unit.system for unit in units if unit.kind not in ("time", "count", "money", "share", "data")}
    if found <= {"SI", "metric"}:
        return "metric" if "metric" in found else next(iter(found), "")
    return found.pop() if len(found) == 1 else ""
