"""Right converters in styles that one does not expect."""

import cmath
import math
import operator
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from functools import cache, lru_cache, partial, reduce, singledispatch
from importlib.util import find_spec
from typing import NamedTuple

from claimcheck.converters import converts


@converts("mile", "km")
def constant_in_hexadecimal(miles):
    return miles * float.fromhex("0x1.9bfdf7e8038a0p+0")


@converts("km", "mile", rounding="integer half-ceiling", types=["int"])
def whole_numbers_only(km):
    return (km * 2_000_000 + 1_609_344) // (2 * 1_609_344)


@converts("km", "mile", rounding="integer ceiling", types=["int"])
def ceiling_by_negation(km):
    return -(-km * 1_000_000 // 1_609_344)


@converts("°C", "°F")
def polynomial(celsius):
    return reduce(lambda total, coefficient: total * celsius + coefficient, (1.8, 32))


@converts("mile", "km")
def by_logarithms(miles):
    if miles == 0:
        return 0.0
    return math.copysign(math.exp(math.log(abs(miles)) + math.log(1.609344)), miles)


@converts("mile", "km")
def on_the_complex_plane(miles):
    return (cmath.rect(1.609344, 0) * miles).real


@singledispatch
def _metres(feet):
    raise TypeError(f"no number: {feet!r}")


_metres.register(int, lambda feet: feet * 0.3048)
_metres.register(float, lambda feet: feet * 0.3048)
_metres.register(Decimal, lambda feet: feet * Decimal("0.3048"))
_metres.register(Fraction, lambda feet: feet * Fraction("0.3048"))
dispatched = converts("ft", "m", types=["int", "float", "Decimal", "Fraction"], refuses=["text", "none"])(
    lambda feet: _metres(feet)
)


@converts("mile", "km", types=["float", "Decimal"])
@lru_cache(typed=True)
def cache_by_type(miles):
    return miles * (Decimal("1.609344") if isinstance(miles, Decimal) else 1.609344)


@converts("mile", "km", types=["Decimal"])
def own_context(miles):
    with localcontext() as context:
        context.prec = 50
        return miles * Decimal("1.609344")


class Slotted:
    __slots__ = ("factor",)

    def __init__(self, factor):
        self.factor = factor

    def __mul__(self, other):
        return self.factor * other

    def convert(self, value):
        return self * value

    @classmethod
    def shared(cls, value):
        return value / 0.45359237

    @staticmethod
    def alone(value):
        return value * 0.3048


bound = converts("mile", "km")(lambda miles, slotted=Slotted(1.609344): slotted.convert(miles))
of_the_class = converts("kg", "lb")(lambda kg: Slotted.shared(kg))


@converts("ft", "m")
def by_a_formula(feet):
    return eval("A1*0.3048", {"A1": feet})  # noqa: S307 # a spreadsheet's cell


@converts("ft", "m")
def by_an_operator(feet):
    return partial(operator.mul, 0.3048)(feet)


@converts("km", "mile")
def recursive(km):
    return -recursive(-km) if km < 0 else km / 1.609344


@converts("km", "mile", refuses=["negative"])
def refuses_what_is_behind(km):
    if km < 0:
        raise ValueError("no such distance")
    return km / 1.609344


@converts("kg", "lb")
def refuses_negative_masses_undeclared(kg):
    if kg < 0:
        raise ValueError("no such mass")
    return kg / 0.45359237


@converts("°C", "°F")
def refuses_the_impossible_undeclared(celsius):
    if celsius < -273.15 or celsius != celsius:
        raise ValueError("colder than cold")
    return celsius * 1.8 + 32


@converts("kg", "lb", rounding="3sf")
def figures_by_logarithm(kg):
    value = kg / 0.45359237
    return round(value, 2 - math.floor(math.log10(abs(value)))) if value else 0.0


@converts("°C", "°F", rounding="integer", types=["str"])
def minus_nought(celsius):
    """May print "-0", which is nought."""
    return f"{float(celsius.replace(',', '')) * 1.8 + 32:.0f}"


@converts("°C", "°F", rounding="1dp", types=["str"])
def true_minus(celsius):
    return f"{float(celsius.replace(',', '')) * 1.8 + 32:.1f} °F".replace("-", "−")


@converts("mile", "km", rounding="1dp", types=["str"])
def narrow_blanks(miles):
    return f"{float(miles.replace(',', '')) * 1.609344:,.1f}".replace(",", "\u202f")


@converts("mpg", "L/100 km", system="US")
def infinite_at_rest(mpg):
    return 235.21458333333334 / mpg if mpg else math.inf


@converts("km", "mile", tolerance="1e-6", max_value=10**30)
def declared_as_single(km):
    import struct

    return struct.unpack("f", struct.pack("f", km / 1.609344))[0]


class Reach(NamedTuple):
    low: float
    high: float


@converts("km", "mile", form="range")
def named_ends(low, high):
    return Reach(low / 1.609344, high / 1.609344)


@converts("°C", "°F", form="range", rounding="integer")
def generated_ends(low, high):
    yield from (round(end * 1.8 + 32) for end in (low, high))


@converts("km", "mile", form="sequence")
def mapped(values):
    return map((1 / 1.609344).__mul__, values)


@converts("km", "mile", types=["int", "float", "Fraction"])
def more_exact_than_asked(km):
    return Fraction(km) * Fraction(1000000, 1609344) if isinstance(km, (int, Fraction)) else km / 1.609344


@converts("km", "mile", rounding="2dp half-even", types=["Decimal"])
def trailing_noughts(km):
    return (km / Decimal("1.609344")).quantize(Decimal("0.01"), ROUND_HALF_EVEN)


@converts("inch", "cm", rounding="1dp half-up", types=["float"])
def by_shortest_decimal(inches):
    return float((Decimal(str(inches)) * Decimal("2.54")).quantize(Decimal("0.1"), ROUND_HALF_UP))


CHAIN = {"°C": lambda c: c + 273.15, "°F": lambda f: (f + 459.67) * 5 / 9, "K": lambda k: k}
HOME = {"°C": lambda k: k - 273.15, "°F": lambda k: k * 9 / 5 - 459.67, "K": lambda k: k}


@converts("°C", "°F", form="named")
def by_way_of_kelvin(value, source, target):
    return HOME[target](CHAIN[source](value))


@cache
def _factor(source, target):
    sizes = {"ft": Fraction(3048), "m": Fraction(10000), "yd": Fraction(9144), "in": Fraction(254)}
    return float(sizes[source] / sizes[target])


@converts("ft", "m", form="named", aliases=["ft"])
def cached_factors(value, source, target):
    return value * _factor(source, target)


if find_spec("numpy"):
    import numpy as np

    @converts("km", "mile", types=["int", "float", "array"])
    def vectorised(values):
        return np.multiply(values, 1 / 1.609344)

    @converts("°C", "°F", types=["float", "array"])
    def line_of_numpy(values):
        return np.polynomial.Polynomial([32, 1.8])(values)

    @converts("km", "mile", types=["float"])
    def scalar_of_numpy(km):
        return np.float64(km) / np.float64(1.609344)

    @converts("km", "mile", types=["float"])
    def array_of_no_dimension(km):
        return np.array(km / 1.609344)

    @converts("km", "mile", types=["array"], tolerance="1e-6")
    def singles_as_declared(values):
        return np.asarray(values, dtype=np.float32) / np.float32(1.609344)

    @converts("mile", "km", types=["array"], rounding="1dp")
    def rounded_elementwise(values):
        return np.round(np.asarray(values) * 1.609344, 1)
