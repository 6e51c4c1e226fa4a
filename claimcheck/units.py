"""The pint boundary: exact conversion between units by name. Nothing else imports pint.

Every factor is an exact `Fraction`. The sizes of the units of the lexicon are in `sizes.json`, which
`tests/tools/write_sizes.py` writes from pint and from the definitions in the lexicon, and which a test holds
against both; so pint, at 100 ms for its import and 200 for its registry, is loaded only for a name that is
not in the lexicon. Only names come here, never prose: pint evaluates what it is given ("9**9**9 km" hangs).
"""

import json
import threading
from fractions import Fraction
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from claimcheck.errors import UnitError
from claimcheck.sizes import Size, evaluate
from claimcheck.tables import cache_folder

if TYPE_CHECKING:
    import pint

__all__ = ["Scale", "convert", "define", "dimension", "exists", "pint_size", "scale", "size"]

SIZES = Path(__file__).with_name("sizes.json")


@frozen
class Scale:
    """How a figure in one unit becomes one in another: `slope * value + intercept`, or `slope / value`."""

    slope: Fraction
    intercept: Fraction = Fraction(0)
    reciprocal: bool = False

    def __call__(self, value: Fraction) -> Fraction:
        """The figure in the other unit.

        Raises:
            UnitError: the scale is reciprocal and the value zero (0 miles per gallon has no L/100 km).
        """
        if not self.reciprocal:
            return self.slope * value + self.intercept
        if not value:
            raise UnitError("zero has no reciprocal: no figure in the other unit stands for it")
        return self.slope / value


def convert(value: Fraction, source: str, target: str, *, difference: bool = False) -> Fraction:
    """The exact figure in `target` for `value` in `source`.

    With `difference`, a temperature is a rise or fall: 2 °C is 3.6 °F, not 35.6 °F.

    >>> convert(Fraction(37), "degree_Celsius", "degree_Fahrenheit")
    Fraction(493, 5)

    Raises:
        UnitError: a unit does not exist, the two measure different things, or the value has no counterpart.
    """
    return scale(source, target, difference=difference)(value)


@lru_cache(maxsize=65536)
def scale(source: str, target: str, *, difference: bool = False) -> Scale:
    """The exact scale from one unit to another, cached for each pair.

    Reciprocal where one measures what the other does upside down, as miles per gallon and litres per 100 km.

    Raises:
        UnitError: a unit does not exist or the two measure different things.
    """
    one, two = size(source), size(target)
    if one.roots == two.roots:
        intercept = Fraction(0) if difference else (one.intercept - two.intercept) / two.slope
        return Scale(one.slope / two.slope, intercept)
    if one.roots == (two**-1).roots:
        return Scale(1 / (one.slope * two.slope), reciprocal=True)
    raise UnitError(f"{source} and {target} measure different things: one cannot be stated in the other")


def exists(unit: str) -> bool:
    """Whether there is such a unit: in the lexicon, defined by the project, or known to pint."""
    try:
        size(unit)
    except UnitError:
        return False
    return True


def dimension(unit: str) -> str:
    """What a unit measures, in root units: "meter / second" for a knot.

    Raises:
        UnitError: the unit does not exist.
    """
    return str(size(unit))


@lru_cache(maxsize=8192)
def size(unit: str) -> Size:
    """How large a unit is, in root units.

    Raises:
        UnitError: the unit does not exist.
    """
    return evaluate(unit, _named)


def define(name: str, definition: str) -> None:
    """Make a unit known to the process: `define("smoot", "67 * inch")`.

    Doing it again is harmless. The definition is a product of numbers and units, or "[name]" for something
    that nothing else measures.

    Raises:
        UnitError: the definition is malformed, or the name means something else already.
    """
    if not name.isidentifier():
        raise UnitError(f"{name!r} cannot name a unit: use letters, digits and _")
    new = evaluate(definition, _named)
    with _LOCK:
        there = _DEFINED.get(name) or _shipped(name)
        if there is not None and there != new:
            raise UnitError(f"{name} is a unit already, and another than {definition}")
        if there is None:
            _DEFINED[name] = new
            size.cache_clear()
            scale.cache_clear()


_LOCK = threading.RLock()
_DEFINED: dict[str, Size] = {}


def _named(name: str) -> Size:
    found = _DEFINED.get(name) or _shipped(name)
    return found if found is not None else pint_size(name)


def _shipped(name: str) -> Size | None:
    """The size of a unit of the lexicon, made when somebody asks: of a thousand, a text needs ten."""
    row = _rows().get(name)
    if row is None:
        return None
    slope, roots, intercept = row
    return Size(Fraction(slope), tuple((root, power) for root, power in roots), Fraction(intercept))


@cache
def _rows() -> dict[str, tuple[str, list[tuple[str, int]], str]]:
    rows: dict[str, tuple[str, list[tuple[str, int]], str]] = json.loads(SIZES.read_text(encoding="utf-8"))
    return rows


def pint_size(name: str) -> Size:
    """The size of one of pint's own units.

    Raises:
        UnitError: pint has no unit of that name, or none that has an exact size.
    """
    registry = _registry()
    try:
        with _LOCK:  # pint fills its own caches as it goes
            unit = registry.parse_units(name, as_delta=False)
            slope, roots = registry.get_root_units(unit)
            # not str(unit): pint formats a power as a number, which a Fraction only is from Python 3.12 on
            scaled = any(part.startswith("degree_") for part in unit._units)  # noqa: SLF001 # no other way
            zero = registry.Quantity(Fraction(0), unit).to(roots).magnitude if scaled else 0
    except Exception as error:  # pint raises a dozen different classes, tokenizer errors among them
        raise UnitError(f"no unit {name!r}: {error}") from error
    powers = {str(root): Fraction(str(power)) for root, power in roots._units.items()}  # noqa: SLF001 # no other
    if not isinstance(slope, (Fraction, int)) or any(power.denominator != 1 for power in powers.values()):
        raise UnitError(f"{name} has no exact size in root units")
    whole = sorted((root, int(power)) for root, power in powers.items())
    return Size(Fraction(str(slope)), tuple(whole), Fraction(str(zero)))


_LOADED: "list[pint.UnitRegistry[Fraction]]" = []


def _registry() -> "pint.UnitRegistry[Fraction]":
    """One registry for the process, with Fractions throughout."""
    if not _LOADED:
        with _LOCK:
            if not _LOADED:
                _LOADED.append(_load())
    return _LOADED[0]


def _load() -> "pint.UnitRegistry[Fraction]":
    import pint  # noqa: PLC0415 # 100 ms that `import claimcheck` must not pay

    folder = cache_folder("pint")  # pickles: only from where nobody else could write
    if folder is not None:
        try:
            return pint.UnitRegistry(non_int_type=Fraction, cache_folder=folder)
        except Exception:  # noqa: BLE001, S110 # a cache that another process is just writing is no reason to fail
            pass
    return pint.UnitRegistry(non_int_type=Fraction)
