"""The factor is right and the code is not: types, caches, ranges, strings, branches, widths."""

import struct
from decimal import Decimal
from fractions import Fraction

from claimcheck.converters import converts

CACHE = {}
SEEN = []


def single(number):
    """A float32 of a number, without numpy."""
    return struct.unpack("f", struct.pack("f", number))[0]


@converts("km", "mile", max_value=10**30)
def single_precision(km):
    """Cause: float_drift"""
    return single(single(km) * single(0.621371192237334))


@converts("mile", "km", max_value=10**30)
def single_precision_constant(miles):
    """The constant went through a float32."""
    return miles * single(1.609344)


@converts("km", "mile")
def built_up_in_steps(km):
    """Cause: float_drift"""
    return km * (0.1 * 3) / 0.3 * (1 + 3e-8) / 1.609344


@converts("min", "hour")
def integer_division(minutes):
    """Whole hours only."""
    return minutes // 60


@converts("km", "m")
def whole_kilometres(km):
    """The fraction is lost before the factor."""
    return int(km) * 1000


@converts("mile", "km", types=["int", "float", "Decimal", "Fraction"])
def through_float(miles):
    """A Decimal comes back as a float."""
    return float(miles) * 1.609344


@converts("mile", "km", types=["Fraction"])
def fraction_through_float(miles):
    """A Fraction that was a float on the way: not the one that was meant."""
    return Fraction(float(miles)) * Fraction(1.6093)


@converts("mile", "km", types=["Decimal"])
def decimal_of_a_float(miles):
    """Gives a float for a Decimal."""
    return float(miles * Decimal("1.609344"))


@converts("km", "mile")
def gives_text(km):
    """A string for a number."""
    return f"{km / 1.609344}"


@converts("km", "mile", rounding="2dp")
def percent_formatting(km):
    """A string with a unit, cut at the sixth digit."""
    return float(f"{km / 1.609344:.3g}")


@converts("mile", "km", types=["str"], rounding="1dp")
def locale_commas(miles):
    """1,609.3 written as 1.609,3 on another machine."""
    figure = f"{float(miles.replace(',', '')) * 1.609344:,.1f}"
    return figure.replace(",", "_").replace(".", ",").replace("_", ".")


@converts("mile", "km", types=["str"], rounding="1dp")
def decimal_point_for_thousands(miles):
    """The grouping comma is read as a decimal point."""
    return f"{float(miles.replace(',', '.', 1).replace(',', '')) * 1.609344:.1f}"


@converts("mile", "km", types=["str"], rounding="1dp")
def minus_sign_lost(miles):
    """The pattern for a figure knows digits only."""
    digits = "".join(letter for letter in miles if letter.isdigit() or letter == ".")
    return f"{float(digits) * 1.609344:.1f}"


@converts("km", "mile")
def cache_by_whole_number(km):
    """Remembers under the whole number: 1.5 gets what 1.2 got."""
    return CACHE.setdefault(int(km), km / 1.609344)


@converts("km", "mile")
def remembers_the_call_before(km):
    """Gives the result of the previous call from the third on."""
    SEEN.append(km)
    return SEEN[-2 if len(SEEN) > 3 else -1] / 1.609344


def _drift():
    count = 0

    def convert(km):
        nonlocal count
        count += 1
        return km / 1.609344 * (1 + count * 1e-6)

    return convert


drifts_with_use = converts("km", "mile")(_drift())


@converts("km", "mile", form="range")
def upper_end_copied(low, high):
    """Cause: range_one_end"""
    return low / 1.609344, low / 1.609344


@converts("km", "mile", form="range")
def upper_end_unconverted(low, high):
    """Cause: range_one_end"""
    return low / 1.609344, high


@converts("km", "mile", form="range", rounding="integer")
def ends_swapped(low, high):
    """The larger end first."""
    return round(high / 1.609344), round(low / 1.609344)


@converts("mpg", "L/100 km", system="US", form="range", min_value=1)
def reciprocal_range_unsorted(low, high):
    """Mileage turns round in litres: the smaller end comes last unless it is sorted."""
    return 235.214583333333 / low, 235.214583333333 / high


@converts("km", "mile", form="sequence")
def last_one_left_off(values):
    """One result too few."""
    return [values[index] / 1.609344 for index in range(len(values) - 1)]


@converts("km", "mile", form="sequence")
def first_one_doubled(values):
    """Starts counting at nought and looks one back."""
    return [values[max(index - 1, 0)] / 1.609344 for index in range(len(values))]


@converts("km", "mile", form="sequence")
def caller_s_list(values):
    """Converts in place."""
    for index, value in enumerate(values):
        values[index] = value / 1.609344
    return values


@converts("km", "mile", form="sequence")
def duplicates_dropped(values):
    """A set on the way."""
    return sorted({value / 1.609344 for value in values})


@converts("km", "mile", form="named")
def order_of_arguments(value, target, source):
    """The units are taken the wrong way round."""
    return value * FACTORS[source] / FACTORS[target]


FACTORS = {"km": 1000, "mile": 1609.344, "m": 1, "ft": 0.3048, "yd": 0.9144}


@converts("km", "mile", form="named")
def unknown_pairs_unchanged(value, source, target):
    """What it does not know it gives back."""
    return value * FACTORS.get(source, 1) / FACTORS.get(target, 1)


PLURALS = {"km": 1000, "kilometers": 1000, "mile": 1609.344, "miles": 1609.334, "m": 1, "ft": 0.3048}


@converts("km", "mile", form="named", aliases=["kilometers", "miles"])
def plural_has_its_own_row(value, source, target):
    """The table has a row for the plural, with another figure."""
    return value * PLURALS[source] / PLURALS[target]


@converts("km", "mile", form="named", aliases=["kilometres"])
def spelling_unknown(value, source, target):
    """Declared to know "kilometres"."""
    return value * PLURALS[source] / PLURALS[target]


CROOKED = {("km", "mile"): 0.621371192237334, ("km", "ft"): 3280.839895013123, ("ft", "mile"): 1 / 5208}


@converts("km", "mile", through=("ft", lambda km: km / 0.0003048, lambda feet: feet / 5208))
def third_unit_crooked(km):
    """Straight is right; by way of feet somebody typed 5,208 for 5,280."""
    return km / 1.609344


@converts("km", "mile", inverse=lambda miles: miles * 1.6)
def inverse_of_another_day(km):
    """The way back has a shorter constant."""
    return km / 1.609344


@converts("km", "mile")
def thousand_and_over(km):
    """Above a thousand a zero too many."""
    return km / 1.609344 if km < 1000 else km / 16.09344


@converts("km", "mile")
def clamps(km):
    """Nothing is ever more than a hundred thousand."""
    return min(max(km, -100000), 100000) / 1.609344


@converts("km", "m", types=["int"])
def thirty_two_bits(km):
    """Wraps round like a C int."""
    return (km * 1000 + 2**31) % 2**32 - 2**31


@converts("km", "mile", refuses=["nan"])
def nan_is_nothing(km):
    """NaN is turned into nought."""
    return km / 1.609344 if km == km else 0.0


@converts("km", "mile", refuses=["negative"])
def takes_negative_lengths(km):
    """Declared to refuse them."""
    return km / 1.609344


@converts("km", "mile")
def text_is_one(km):
    """Whatever is no number counts as 1."""
    try:
        return float(km) / 1.609344
    except (TypeError, ValueError):
        return 1 / 1.609344


@converts("km", "mile", rounding="1dp")
def empty_on_zero(km):
    """An empty string where the page should say 0."""
    return round(km / 1.609344, 1) or ""


@converts("km", "mile")
def crashes_on_whole_numbers(km):
    """Asks an int for what only a float has."""
    return float(km.hex() if isinstance(km, int) else km) / 1.609344
