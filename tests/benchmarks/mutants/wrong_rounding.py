"""Rounded in another way than declared, twice, or too late."""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from math import ceil, floor, log10

from claimcheck.converters import converts

TENTH = Decimal("0.1")


@converts("km", "mile", rounding="1dp")
def truncated(km):
    """Cause: wrong_rounding"""
    return int(km / 1.609344 * 10) / 10


@converts("km", "mile", rounding="integer")
def floored(km):
    """Cause: wrong_rounding"""
    return floor(km / 1.609344)


@converts("km", "mile", rounding="integer")
def floor_division(km):
    """Cause: wrong_rounding"""
    return km // 1.609344


@converts("km", "mile", rounding="integer floor")
def rounded_for_floor(km):
    """Rounds to the nearest where whole units begun do not count."""
    return round(km / 1.609344)


@converts("km", "mile", rounding="integer ceiling")
def floor_plus_one(km):
    """A mile too many wherever the result is whole."""
    return floor(km / 1.609344) + 1


@converts("km", "mile", rounding="integer")
def rounded_twice(km):
    """Cause: wrong_rounding"""
    return round(round(km / 1.609344, 1))


@converts("mile", "km", rounding="1dp")
def rounded_twice_finely(miles):
    """Cause: wrong_rounding"""
    return round(round(miles * 1.609344, 2), 1)


@converts("mile", "km", rounding="1dp", types=["Decimal"])
def rounded_twice_in_decimals(miles):
    """Cause: wrong_rounding"""
    exact = miles * Decimal("1.609344")
    return exact.quantize(Decimal("0.01"), ROUND_HALF_UP).quantize(TENTH, ROUND_HALF_UP)


@converts("inch", "cm", rounding="integer half-up")
def bankers_for_merchants(inches):
    """Cause: wrong_rounding"""
    return round(inches * 2.54)


@converts("km", "mile", rounding="1dp half-up", types=["Decimal"])
def bankers_in_decimals(km):
    """Cause: wrong_rounding"""
    return (km / Decimal("1.609344")).quantize(TENTH, ROUND_HALF_EVEN)


@converts("inch", "cm", rounding="integer half-up")
def javascript_below_zero(inches):
    """Ties below zero go up, as Math.round takes them."""
    return floor(inches * 2.54 + 0.5)


@converts("ft", "m", rounding="2dp")
def input_rounded(feet):
    """The figure is rounded before it is converted."""
    return round(round(feet) * 0.3048, 2)


@converts("kg", "lb", rounding="1dp")
def not_rounded(kg):
    """More digits than declared."""
    return kg / 0.45359237


@converts("kg", "lb", rounding="2dp")
def one_place_short(kg):
    """Cause: wrong_rounding"""
    return round(kg / 0.45359237, 1)


@converts("kg", "lb", rounding="3sf")
def places_for_figures(kg):
    """Three decimal places where three significant figures are declared."""
    return round(kg / 0.45359237, 3)


@converts("kg", "lb", rounding="3sf")
def figures_of_the_input(kg):
    """Significant figures counted on the input, not on the result."""
    if not kg:
        return 0.0
    return round(kg / 0.45359237, 2 - floor(log10(abs(kg))))


@converts("ft", "m", rounding="1dp")
def always_up(feet):
    """Cause: wrong_rounding"""
    return ceil(feet * 3.048) / 10


@converts("mile", "km", rounding="integer")
def to_the_nearest_five(miles):
    """Rounded to five, not to one."""
    return 5 * round(miles * 1.609344 / 5)


@converts("mile", "km", rounding="integer")
def factor_rounded_first(miles):
    """Cause: arithmetic"""
    return round(miles * round(1.609344, 1))
