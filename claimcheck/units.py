"""The pint boundary: exact conversion between units by name. Nothing else imports pint.

Only names from the lexicon come here, never prose: pint evaluates what it is given ("9**9**9 km" hangs).
Every factor is an exact `Fraction`. pint and its registry are loaded at the first conversion, not at import,
and the parsed definitions are cached in the user's cache folder where that can be written.
"""

import os
import re
import threading
from fractions import Fraction
from functools import cache, lru_cache
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING

from attrs import frozen

from claimcheck.errors import UnitError

if TYPE_CHECKING:
    import pint

__all__ = ["Scale", "convert", "dimension", "exists", "scale"]

# What prose needs and pint lacks, or means otherwise; each line with its source.
_DEFINITIONS = (
    # Reciprocal fuel economy as one name: "L/100 km" (UNECE Regulation 101 reports consumption so).
    "liter_per_100km = 0.01 * liter / kilometer",
    # Metric cup, Australian Standard AS 1325-1972.
    "metric_cup = 250 * milliliter",
    # Australian metric tablespoon, the same standard.
    "metric_tablespoon = 20 * milliliter",
    # ISO 80000-13: parts per billion and per trillion on the short scale; basis point: 1/100 of one percent.
    "ppb = 1e-9",
    "ppt = 1e-12",
    "basis_point = 1e-4",
    # Mach 1 at sea level in the International Standard Atmosphere, ISO 2533:1975 table 1: 340.294 m/s.
    "mach = 340.294 * meter / second",
    # Gram of TNT: 1000 thermochemical calories, from the ton of TNT in NIST SP 811 appendix B.8.
    "gram_tnt = 4184 * joule",
    # Kip and ton per square inch, NIST SP 811 B.8 conventions: pounds-force over the inch squared.
    "tsi = 2240 * force_pound / inch ** 2",
    "force_metric_ton = 1000 * force_kilogram",
)


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

    Raises:
        UnitError: a unit does not exist or the two measure different things.
    """
    if source == target:
        return Scale(Fraction(1))
    registry = _registry()
    one, two = _parse(source), _parse(target)
    if difference:
        one, two = _as_difference(one), _as_difference(two)
    if one.dimensionality != two.dimensionality:
        if one.dimensionality == (two**-1).dimensionality:
            inverse = registry.Quantity(Fraction(1), one**-1).to(two).magnitude
            return Scale(_exact(inverse), reciprocal=True)
        raise UnitError(f"{source} and {target} measure different things: one cannot be stated in the other")
    zero = _exact(registry.Quantity(Fraction(0), one).to(two).magnitude)
    return Scale(_exact(registry.Quantity(Fraction(1), one).to(two).magnitude) - zero, zero)


def exists(unit: str) -> bool:
    """Whether pint can read a unit expression."""
    try:
        _parse(unit)
    except UnitError:
        return False
    return True


@cache
def dimension(unit: str) -> str:
    """Dimensionality in pint’s terms as text: "[length] / [time]".

    Raises:
        UnitError: the unit does not exist.
    """
    return str(_parse(unit).dimensionality)


def _exact(number: object) -> Fraction:
    """What pint gave, as a Fraction; a float here would be a lost digit, so it is refused."""
    if isinstance(number, (Fraction, int)):
        return Fraction(number)
    raise UnitError(f"inexact conversion factor {number!r}")


# pint evaluates what it reads, so an expression is held to products and quotients of names with small powers.
_EXPRESSION = re.compile(
    r"""(?: 1 | (?:[A-Za-zµΩÅ_]\w{,60} (?:\ ?\*\*\ ?-?\d)?) )
        (?: \ ?[*/]\ ? [A-Za-zµΩÅ_]\w{,60} (?:\ ?\*\*\ ?-?\d)? ){,8}""",
    re.VERBOSE,
)


@cache
def _parse(unit: str) -> "pint.Unit":
    if not _EXPRESSION.fullmatch(unit):
        raise UnitError(
            f"{unit!r} is no unit expression: write names with * and /, and powers as ** with one digit"
        )
    try:
        return _registry().parse_units(unit, as_delta=False)
    except Exception as error:  # pint raises a dozen different classes, tokenizer errors among them
        raise UnitError(f"no unit {unit!r}: {error}") from error


def _as_difference(unit: "pint.Unit") -> "pint.Unit":
    name = str(unit)
    return _parse(f"delta_{name}") if name in ("degree_Celsius", "degree_Fahrenheit") else unit


_LOCK = threading.RLock()
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

    folder = _cache_folder()
    registry: pint.UnitRegistry[Fraction]
    try:
        registry = pint.UnitRegistry(non_int_type=Fraction, cache_folder=folder)
    except OSError:
        registry = pint.UnitRegistry(non_int_type=Fraction)
    for line in _DEFINITIONS:
        registry.define(line)
    return registry


def _cache_folder() -> Path | None:
    """A folder of our own for pint's parsed definitions; None where nothing can be written."""
    if os.environ.get("CLAIMCHECK_NO_CACHE"):
        return None
    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111 # may fail
    for base in (home, gettempdir()):
        folder = Path(base) / "claimcheck" / "pint"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(folder, os.W_OK):
            return folder
    return None
