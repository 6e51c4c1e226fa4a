"""What lies around the arithmetic: caches, buffers, threads, ranges, lists, arrays, tables of names."""

import re
from functools import lru_cache
from importlib.util import find_spec
from time import sleep

from claimcheck.converters import converts

BY_HASH = {}
BY_TEXT = {}
BUFFER = [0.0]
LAST = {}
CALLS = []


@converts("°C", "°F")
def cache_by_hash(celsius):
    """hash(-1) is hash(-2)."""
    return BY_HASH.setdefault(hash(celsius), celsius * 1.8 + 32)


@converts("mile", "km")
def cache_by_two_decimals(miles):
    """Remembers under what it would print."""
    return BY_TEXT.setdefault(f"{miles:.2f}", miles * 1.609344)


@converts("mile", "km", types=["float", "Decimal"])
@lru_cache(maxsize=1000)
def cache_across_types(miles):
    """1.0 and Decimal(1) are one key, and the float stays."""
    from decimal import Decimal

    return miles * (Decimal("1.609344") if isinstance(miles, Decimal) else 1.609344)


@converts("mile", "km")
def last_answer_for_the_same_whole(miles):
    """A memo of one: the last result is given again if the whole miles are the same."""
    if LAST.get("key") != int(miles):
        LAST.update(key=int(miles), value=miles * 1.609344)
    return LAST["value"]


@converts("mile", "km", threads=True)
def buffer_of_the_module(miles):
    """Right, as long as one thread uses it at a time."""
    BUFFER[0] = miles
    sleep(0)
    return BUFFER[0] * 1.609344


@converts("mile", "km")
def tires(miles):
    """After fifty calls it falls back to a shorter constant, as a service over its quota did."""
    CALLS.append(miles)
    return miles * (1.609344 if len(CALLS) < 50 else 1.609)


@converts("km", "mile", form="sequence")
def mutable_default(values, out=[]):  # noqa: B006 # that is what is wrong with it
    """Its list is made once."""
    out.extend(value / 1.609344 for value in values)
    return out


@converts("km", "mile", form="sequence")
def noughts_dropped(values):
    """`if value` lets the noughts fall out."""
    return [value / 1.609344 for value in values if value]


@converts("km", "mile", form="sequence")
def in_order_of_size(values):
    """Sorted for the chart."""
    return sorted(value / 1.609344 for value in values)


@converts("km", "mile", form="sequence")
def reversed_in_pairs(values):
    """Swaps neighbours when there are more than three."""
    out = [value / 1.609344 for value in values]
    if len(out) > 3:
        out[0], out[1] = out[1], out[0]
    return out


@converts("°C", "°F", form="range")
def width_as_it_was(low, high):
    """The upper end is the lower one and the old width."""
    first = low * 1.8 + 32
    return first, first + (high - low)


@converts("°C", "°F", form="range", rounding="integer")
def sorted_by_size(low, high):
    """Sorted without the sign: -20 to -10 turns round."""
    ends = round(low * 1.8 + 32), round(high * 1.8 + 32)
    return tuple(sorted(ends, key=abs))


@converts("km", "mile", form="range", rounding="integer")
def outward(low, high):
    """Floor below and ceiling above where the nearest was declared."""
    import math

    return math.floor(low / 1.609344), math.ceil(high / 1.609344)


@converts("km", "mile", form="range")
def equal_ends_become_one(low, high):
    """A range of no width gives a bare figure."""
    return low / 1.609344 if low == high else (low / 1.609344, high / 1.609344)


@converts("km", "mile", form="range")
def middle_and_spread(low, high):
    """The spread is not converted."""
    middle, half = (low + high) / 2 / 1.609344, (high - low) / 2
    return middle - half, middle + half


WATTS = {"w": 1, "kw": 1000, "mw": 0.001, "hp": 745.6998715822702, "horsepower": 745.6998715822702,
         "kilowatt": 1000, "megawatt": 1e6, "watt": 1}  # fmt: skip


@converts("megawatt", "kW", form="named")
def lower_case(value, source, target):
    """A megawatt and a milliwatt are one key in lower case."""
    return value * WATTS[source.lower()] / WATTS[target.lower()]


FEET = {"ft": 1, "foot": 1, "feet": 1, "in": 1 / 12, "inch": 1 / 12, "yd": 3, "yard": 3}


@converts("inch", "foot", form="named")
def plural_by_stripping(value, source, target):
    """ "inches" without its s is no key, and no key is a factor of 1."""
    return value * FEET.get(source.rstrip("s"), 1) / FEET.get(target.rstrip("s"), 1)


@converts("km", "mile", form="named")
def first_letter(value, source, target):
    """Whatever begins with "mile" is a mile, and else with "m" a metre: "mi" is one too."""

    def factor(name):
        return next(
            size
            for start, size in (("k", 1000), ("mile", 1609.344), ("m", 1), ("f", 0.3048))
            if name.startswith(start)
        )

    return value * factor(source) / factor(target)


MIXED = {"km": 1000, "m": 1, "mile": 1609.344, "kilogram": 1, "second": 1, "kelvin": 1}


@converts("km", "mile", form="named")
def one_table_for_all(value, source, target):
    """Lengths and weights in one table without a word which is which."""
    return value * MIXED[source] / MIXED[target]


VOLUMES = {"L": 1, "liter": 1, "litre": 1, "gal": 4.54609, "gallon": 3.785411784, "US gallon": 3.785411784,
           "US_gallon": 3.785411784, "gallons": 3.785411784}  # fmt: skip


@converts("US gallon", "L", form="named", aliases=["US gal"])
def words_and_symbol_differ(value, source, target):
    """The symbol is the other gallon's."""
    return value * VOLUMES[re.sub("^US gal$", "gal", source)] / VOLUMES[target]


HALF_DONE = {"km": 1000, "m": 1, "mile": 1609.344, "ft": 0.3048, "yd": 0.9144, "inch": 0.254}


@converts("km", "mile", form="named")
def one_wrong_row(value, source, target):
    """Inches in the same table are ten times too long."""
    return value * HALF_DONE[source] / HALF_DONE[target]


if find_spec("numpy"):
    import numpy as np

    @converts("km", "mile", types=["array"])
    def array_in_place(values):
        """The caller's own array is changed."""
        values = np.asarray(values)
        values /= 1.609344
        return values

    @converts("km", "mile", types=["int", "float", "array"])
    def array_like_the_first(values):
        """Results in a copy of the input's type: whole numbers stay whole."""
        values = np.asarray(values)
        out = np.empty_like(values)
        out[...] = values / 1.609344
        return out

    @converts("km", "mile", types=["array"])
    def array_of_singles(values):
        """Half the memory, half the digits."""
        return np.asarray(values, dtype=np.float32) / np.float32(1.609344)

    @converts("km", "m", types=["int", "float", "array"])
    def array_of_sixteen_bits(values):
        """An int16 holds 32 km."""
        values = np.asarray(values)
        return (values.astype(np.int16) * np.int16(1000)) if values.dtype.kind == "i" else values * 1000

    @converts("°C", "°F", types=["float", "array"])
    def array_without_frost(values):
        """A mask for what is measured takes the cold for missing."""
        values = np.asarray(values, dtype=float)
        return np.where(values > -18, values * 1.8 + 32, 0.0)

    @converts("km", "mile", types=["array"])
    def array_without_gaps(values):
        """NaN, for a missing figure, becomes 0."""
        return np.nan_to_num(np.asarray(values, dtype=float)) / 1.609344

    @converts("km", "mile", types=["array"])
    def array_flattened(values):
        """A table comes back as a line."""
        return np.asarray(values, dtype=float).ravel() / 1.609344

    @converts("km", "mile", types=["array"])
    def array_of_its_first(values):
        """Normalised by the first element and multiplied back: nought first, and all is lost."""
        values = np.asarray(values, dtype=float)
        return values / values.flat[0] * (values.flat[0] / 1.609344)
