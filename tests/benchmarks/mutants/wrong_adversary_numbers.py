"""Arithmetic that goes wrong in some corner: signs, digits, contexts, sizes, reciprocals, temperatures."""

import math
import struct
from decimal import ROUND_DOWN, Decimal, getcontext, localcontext
from fractions import Fraction

from claimcheck.converters import converts


@converts("km", "mile", rounding="1dp half-up")
def half_added_below_zero(km):
    """int() cuts towards nought, so that the half added by hand goes the wrong way below it."""
    return int(km / 1.609344 * 10 + 0.5) / 10


@converts("°C", "°F")
def integer_ratio(celsius):
    """9 // 5, as Python 2 had it."""
    return celsius * (9 // 5) + 32


@converts("°C", "°F")
def offset_first(celsius):
    """Adds 32 and then scales."""
    return (celsius + 32) * 9 / 5


@converts("°F", "°C")
def offset_last(fahrenheit):
    """Scales and then takes 32 away."""
    return fahrenheit * 5 / 9 - 32


@converts("°F", "°C")
def ratio_of_two_digits(fahrenheit):
    """0.55 or 0.56 for 5/9."""
    return (fahrenheit - 32) * 0.556


@converts("°C", "K")
def ice_point_of_three_digits(celsius):
    """273 for 273.15."""
    return celsius + 273


@converts("°C", "K")
def triple_point(celsius):
    """The triple point of water, 273.16 K, for its ice point."""
    return celsius + 273.16


@converts("°F", "K")
def rankine_offset_cut(fahrenheit):
    """459.6 for 459.67."""
    return (fahrenheit + 459.6) * 5 / 9


@converts("°C", "°F", rounding="integer")
def kitchen_rule(celsius):
    """Twice, and thirty."""
    return round(celsius * 2 + 30)


@converts("°C", "°F", rounding="integer")
def frost_forgotten(celsius):
    """A forecast that knows no frost in its own scale."""
    return max(0, round(celsius * 1.8 + 32))


@converts("°F", "°C", rounding="integer half-up")
def cut_below_zero(fahrenheit):
    """int(x + 0.5), right until it freezes."""
    return int((fahrenheit - 32) / 1.8 + 0.5)


@converts("mile", "km", types=["Decimal"])
def six_digits_of_context(miles):
    """The context of a ledger, with six digits."""
    with localcontext() as context:
        context.prec = 6
        return miles * Decimal("1.609344")


@converts("mile", "km", types=["Decimal"], rounding="2dp")
def rounding_of_the_context(miles):
    """Rounds as the thread's context says, which somebody has set to cut."""
    with localcontext() as context:
        context.rounding = ROUND_DOWN
        return (miles * Decimal("1.609344")).quantize(Decimal("0.01"))


@converts("lb", "kg", types=["Decimal"])
def context_for_everybody(pounds):
    """Sets the precision of the whole thread and leaves it so."""
    getcontext().prec = 5
    return pounds * Decimal("0.45359237")


@converts("km", "mile", rounding="1dp")
def four_characters(km):
    """The first four characters of whatever is printed."""
    return float(str(km / 1.609344)[:4].rstrip("e."))


@converts("km", "mile", rounding="integer")
def zeros_stripped(km):
    """Strips the zeros behind a point that is not there: 100 becomes 1."""
    return float(f"{km / 1.609344:.0f}".rstrip("0").rstrip(".") or 0)


@converts("m", "km")
def exponent_lost(metres):
    """Takes what stands before the e."""
    return float(str(metres / 1000).split("e")[0])


@converts("°C", "°F", types=["str"], rounding="1dp")
def minus_lost_near_nought(celsius):
    """Whole and tenth printed apart: -0.4 has no minus left."""
    value = round(float(celsius.replace(",", "")) * 1.8 + 32, 1)
    return f"{int(value)}.{round(abs(value) * 10) % 10}"


@converts("mile", "km", types=["str"], rounding="2dp")
def zero_not_padded(miles):
    """Hundredths printed without their nought: 3.05 becomes 3.5."""
    hundredths = round(abs(float(miles.replace(",", ""))) * 160.9344)
    sign = "-" if miles.startswith("-") else ""
    return f"{sign}{hundredths // 100}.{hundredths % 100}"


@converts("mile", "km", types=["str"], rounding="1dp")
def tenth_does_not_carry(miles):
    """2.96 becomes 2.10."""
    value = abs(float(miles.replace(",", ""))) * 1.609344
    sign = "-" if miles.startswith("-") else ""
    return f"{sign}{int(value)}.{round((value - int(value)) * 10)}"


@converts("mpg", "L/100 km", system="US", min_value=1)
def economy_as_a_factor(mpg):
    """One number that fits at 10 mpg."""
    return mpg * 2.3521458333333334


@converts("mpg", "L/100 km", system="imperial", min_value=1)
def economy_of_the_other_gallon(mpg):
    """Cause: gallon_us_imp"""
    return 235.21458333333334 / mpg


@converts("L/100 km", "mpg", system="US", min_value="0.1")
def economy_with_a_short_constant(litres):
    """235 for 235.2146."""
    return 235 / litres


@converts("mpg", "L/100 km", system="US", rounding="1dp", min_value=1)
def economy_by_the_mile_only(mpg):
    """Miles converted and the gallon forgotten."""
    return round(100 / (mpg * 1.609344), 1)


@converts("mile", "km")
def nought_is_missing(miles):
    """`if not miles`: nought counts as no answer."""
    if not miles:
        return None
    return miles * 1.609344


@converts("kg", "lb")
def small_is_nothing(kg):
    """Whatever is less than a hundredth snaps to nought."""
    return 0.0 if abs(kg) < 0.01 else kg / 0.45359237


@converts("m", "ft", max_value=10**30)
def single_when_large(metres):
    """A float32 once it is more than 2^24."""
    value = metres / 0.3048
    return struct.unpack("f", struct.pack("f", value))[0] if abs(value) > 2**24 else value


@converts("kg", "lb", rounding="3sf")
def figures_below_one(kg):
    """int(log10(x)) where it should be the floor: a digit too few below 1."""
    value = kg / 0.45359237
    return round(value, 2 - int(math.log10(abs(value)))) if value else 0.0


@converts("kg", "lb", rounding="3sf")
def figures_of_nothing(kg):
    """The logarithm of nought."""
    value = kg / 0.45359237
    return round(value, 2 - math.floor(math.log10(abs(value))))


@converts("inch", "cm", rounding="1dp")
def nudged(inches):
    """Adds half a step and then rounds."""
    return round(inches * 2.54 + 0.05, 1)


@converts("inch", "cm", rounding="1dp half-up")
def through_two_decimals(inches):
    """Printed with two places for the log, and read again."""
    return round(float(f"{inches * 2.54:.2f}") + 1e-9, 1)


@converts("km", "mile")
def nan_vanishes(km):
    """max() lets NaN drop: what is missing becomes nought."""
    return max(0.0, km / 1.609344) if km >= 0 or km != km else km / 1.609344


@converts("km", "mile", max_value=10**12)
def size_only(km):
    """The root of the square: what lies behind comes out ahead."""
    return math.sqrt((km / 1.609344) ** 2)


@converts("kg", "lb", types=["Fraction"], tolerance=0)
def limited_denominator(kg):
    """Makes the fraction handy."""
    return (kg / Fraction("0.45359237")).limit_denominator(1000)


@converts("g", "oz", types=["int"], rounding="integer half-up")
def integers_only(grams):
    """Whole arithmetic with a factor of hundredths."""
    return (grams * 100 + 1417) // 2835


@converts("m", "ft", rounding="integer")
def rounded_up_from_seven(metres):
    """Tenths above .7 go up, others down."""
    value = metres / 0.3048
    return math.floor(value) + (value - math.floor(value) > 0.7)


@converts("kW", "mechanical horsepower")
def steps_of_a_table(kw):
    """Interpolates in a table printed to whole horsepower."""
    knots = [(-1e9, -1341022089.595), (0, 0), (50, 67), (100, 134), (1e9, 1341022089.595)]
    for (x0, y0), (x1, y1) in zip(knots, knots[1:], strict=False):
        if x0 <= kw <= x1:
            return y0 + (kw - x0) * (y1 - y0) / (x1 - x0)
    return kw * 1.3410220895949744


@converts("mile", "km")
def rule_of_the_road(miles):
    """Eight for five."""
    return miles * 8 / 5
