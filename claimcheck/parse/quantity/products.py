"""What units make together: the name and the kind of a product of powers."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from attrs import define

from claimcheck.lexicon import Lexicon
from claimcheck.model import Unit

__all__ = ["Factor", "product"]


@define
class Factor:
    """One unit of a product with its power, where it ends in the text, and what else it may be."""

    unit: Unit
    power: int
    end: int
    symbol: bool = False
    others: tuple[Unit, ...] = ()


def product(factors: Iterable[Factor], lexicon: Lexicon) -> Unit:
    """The unit that factors make: "kilometer / hour", a speed."""
    factors = list(factors)
    return _product(tuple((each.unit, each.power) for each in factors), lexicon)


@cache
def _product(factors: tuple[tuple[Unit, int], ...], lexicon: Lexicon) -> Unit:
    above = [_power(unit.name, power) for unit, power in factors if power > 0]
    below = [_power(unit.name, -power) for unit, power in factors if power < 0]
    name = " / ".join([" * ".join(above) or "1", *below])
    systems = {unit.system for unit, _ in factors if unit.kind not in ("time", "count", "money")}
    return Unit(name, _kind(factors, lexicon), systems.pop() if len(systems) == 1 else "")


def _power(name: str, power: int) -> str:
    if power == 1:
        return name
    if " " not in name:
        return f"{name} ** {power}"
    base, _, own = name.partition(" ** ")
    return f"{base} ** {int(own) * power}" if own.isdigit() else " * ".join([name] * power)


def _kind(factors: tuple[tuple[Unit, int], ...], lexicon: Lexicon) -> str:
    total: Counter[str] = Counter()
    for unit, power in factors:
        for kind, own in _terms("kilogram" if unit.kind == "" else unit.kind):
            total[kind] += own * power
    signature = frozenset((kind, power) for kind, power in total.items() if power)
    known = _kinds(lexicon).get(signature)
    if known:
        return known
    if len(signature) == 1 and next(iter(signature))[1] == 1:
        return next(iter(signature))[0]
    above = [unit.kind if power == 1 else f"{unit.kind} ** {power}" for unit, power in factors if power > 0]
    below = [unit.kind if power == -1 else f"{unit.kind} ** {-power}" for unit, power in factors if power < 0]
    return " / ".join([" * ".join(above) or "1", *below])


@cache
def _kinds(lexicon: Lexicon) -> Mapping[frozenset[tuple[str, int]], str]:
    """Signatures of kinds that other kinds make: {("length", 1), ("time", -1)} is a speed."""
    return {_signature(made): kind.name for kind in lexicon.kinds.values() for made in kind.of}


def _signature(expression: str) -> frozenset[tuple[str, int]]:
    return frozenset(_terms(expression))


@cache
def _terms(expression: str) -> tuple[tuple[str, int], ...]:
    """ "length / time ** 2" → (("length", 1), ("time", -2))."""
    total: Counter[str] = Counter()
    sign = 1
    for part in expression.replace(" ** ", "**").replace(" * ", " *").split(" /"):
        for term in part.split(" *"):
            name, _, power = term.strip().partition("**")
            if name and name != "1":
                total[name] += sign * int(power or 1)
        sign = -1
    return tuple(total.items())
