"""The right arithmetic for another unit, or for another year's definition of it."""

from claimcheck.converters import converts


@converts("ft", "m")
def survey_foot(feet):
    """1200/3937 m, withdrawn in 2022: two parts in a million more."""
    return feet * 1200 / 3937


@converts("acre", "m²")
def survey_acre(acres):
    """The acre of survey feet."""
    return acres * 4046.872609874252


@converts("knot", "km/h")
def admiralty_knot(knots):
    """6,080 feet an hour."""
    return knots * 1.853184


@converts("nautical mile", "km")
def admiralty_mile(miles):
    """Cause: digit_error"""
    return miles * 1.853


@converts("light year", "km")
def tropical_light_year(years):
    """365.2422 days of light."""
    return years * 299792.458 * 86400 * 365.2422


@converts("kcal", "kJ")
def international_calorie(kcal):
    """The calorie of the steam tables for the thermochemical one."""
    return kcal * 4.1868


@converts("ounce", "g", system="US")
def troy_ounce(ounces):
    """The goldsmith's."""
    return ounces * 31.1034768


@converts("atm", "kPa")
def technical_atmosphere(atmospheres):
    """A kilogram on a square centimetre."""
    return atmospheres * 98.0665


@converts("hundredweight", "kg", system="US")
def long_hundredweight(hundredweights):
    """112 lb for 100."""
    return hundredweights * 50.80234544


@converts("bushel", "L", system="US")
def imperial_bushel(bushels):
    """8 imperial gallons."""
    return bushels * 36.36872


@converts("short ton", "kg")
def tonne_for_short_ton(tons):
    """Cause: ton_kind"""
    return tons * 1000


@converts("US pint", "mL")
def imperial_pint(pints):
    """568 for 473."""
    return pints * 568.26125


@converts("US fluid ounce", "mL")
def label_ounce(ounces):
    """The 30 mL of nutrition labels."""
    return ounces * 30


@converts("metric horsepower", "kW")
def mechanical_for_metric(horsepower):
    """745.7 for 735.5."""
    return horsepower * 0.7456998715822702


@converts("day", "hour")
def sidereal_day(days):
    """Four minutes short."""
    return days * 23.9344696


@converts("year", "day")
def common_year(years):
    """365 days, without its quarter."""
    return years * 365.0


@converts("km²", "sq mi")
def squared_once(square_km):
    """Cause: linear_for_area"""
    return square_km / 1.609344


@converts("ha", "acre")
def ares_for_hectares(hectares):
    """A hundredth: the are."""
    return hectares / 40.468564224


@converts("m³", "cubic foot")
def squared_for_cubed(cubic_metres):
    """Squared where it should be cubed."""
    return cubic_metres / 0.3048**2


@converts("mph", "m/s")
def hours_forgotten(mph):
    """Miles to metres, and an hour is an hour."""
    return mph * 1609.344 / 1000


@converts("mph", "km/h")
def knots_for_miles(mph):
    """Cause: nautical_statute"""
    return mph * 1.852


@converts("stone", "kg")
def stone_of_thirteen(stones):
    """13 lb in a stone."""
    return stones * 13 * 0.45359237


@converts("psi", "bar")
def psi_to_atmospheres(psi):
    """Atmospheres for bars."""
    return psi / 14.6959487755


@converts("barrel of oil", "L")
def beer_barrel(barrels):
    """31 gallons of beer."""
    return barrels * 31 * 3.785411784


@converts("troy ounce", "g")
def last_digits_swapped(ounces):
    """Cause: digit_transposition"""
    return ounces * 31.1043768
