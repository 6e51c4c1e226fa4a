"""Right converters as people write them."""

from decimal import ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor, isfinite

from claimcheck.converters import converts


@converts("km", "mile")
def multiplied(km):
    return km * 0.621371192237334


@converts("km", "mile", inverse=lambda miles: miles * 1.609344)
def divided(km):
    return km / 1.609344


@converts("km", "mile", through=("m", lambda km: km * 1000, lambda m: m / 1609.344))
def by_way_of_feet(km):
    return km * 1000 / 0.3048 / 5280


@converts("mile", "km", tolerance="1e-4")
def four_digits_as_declared(miles):
    return miles * 1.6093


@converts("km", "mile", rounding="1dp")
def rounded(km):
    return round(km / 1.609344, 1)


@converts("km", "mile", rounding="integer")
def whole(km):
    return round(km / 1.609344)


@converts("km", "mile", rounding="integer floor")
def whole_miles_done(km):
    return floor(km / 1.609344)


@converts("inch", "cm", rounding="integer half-even", types=["Fraction"])
def bankers(inches):
    return Fraction(round(inches * Fraction(254, 100)))


@converts("inch", "cm", rounding="1dp half-up", types=["Decimal"])
def merchants(inches):
    return (inches * Decimal("2.54")).quantize(Decimal("0.1"), ROUND_HALF_UP)


@converts("inch", "cm", rounding="integer half-ceiling")
def as_javascript(inches):
    return floor(inches * 2.54 + 0.5)


@converts("km", "mile", rounding="3sf")
def significant(km):
    return float(f"{km / 1.609344:.3g}")


@converts("km", "mile", rounding="2sf half-even", types=["Decimal"])
def significant_decimal(km):
    exact = km / Decimal("1.609344")
    return exact.quantize(Decimal(1).scaleb(exact.adjusted() - 1), ROUND_HALF_EVEN) if exact else exact


@converts("lb", "kg", rounding="2dp floor", types=["Decimal"])
def never_too_heavy(pounds):
    return (pounds * Decimal("0.45359237")).quantize(Decimal("0.01"), ROUND_FLOOR)


@converts("ft", "m", types=["int", "float", "Fraction"])
def generic(feet):
    return feet * (0.3048 if isinstance(feet, (int, float)) else Fraction(3048, 10000))


@converts("ft", "m", types=["Fraction"], tolerance=0)
def exactly(feet: Fraction) -> Fraction:
    return feet * 381 / 1250


@converts("°C", "°F")
def fahrenheit(celsius):
    return celsius * 9 / 5 + 32


@converts("°F", "°C", inverse=lambda celsius: celsius * 1.8 + 32)
def celsius(fahrenheit):
    return (fahrenheit - 32) / 1.8


@converts("°C", "°F", rounding="integer", inverse=lambda f: round((f - 32) / 1.8))
def forecast(celsius):
    return round(celsius * 1.8 + 32)


@converts("°C", "°F", difference=True)
def warming(celsius):
    return celsius * 1.8


@converts("°C", "K", refuses=["below absolute zero", "nan"])
def kelvin(celsius):
    if not celsius >= -273.15:
        raise ValueError(f"{celsius} °C is below absolute zero")
    return celsius + 273.15


@converts("mpg", "L/100 km", system="US")
def consumption(mpg):
    return 235.21458333333334 / mpg


@converts("gallon", "L", system="imperial", refuses=["negative", "nan", "infinity"])
def careful(gallons):
    if not isfinite(gallons) or gallons < 0:
        raise ValueError("no such amount")
    return gallons * 4.54609


@converts("sq mi", "km²", rounding="integer")
def area(square_miles):
    return round(square_miles * 1.609344**2)


@converts("cubic foot", "m³")
def volume(cubic_feet):
    return cubic_feet * 0.3048**3


@converts("km/h", "mph", rounding="integer ceiling")
def at_least(kmh):
    return ceil(kmh / 1.609344)


@converts("mechanical horsepower", "kW")
def power(horsepower):
    return horsepower * 550 * 0.3048 * 0.45359237 * 9.80665 / 1000


@converts("psi", "kPa")
def pressure(psi):
    return psi * 0.45359237 * 9.80665 / 0.0254**2 / 1000
