"""The namesake's factor: the other gallon, ton, mile, pint, ounce, horsepower, calorie, barrel."""

from claimcheck.converters import converts


@converts("gallon", "L", system="US")
def imperial_gallon(gallons):
    """Cause: gallon_us_imp"""
    return gallons * 4.54609


@converts("gallon", "L", system="imperial")
def us_gallon(gallons):
    """Cause: gallon_us_imp"""
    return gallons * 3.785411784


@converts("imperial_pint", "mL", rounding="integer")
def us_pint(pints):
    """Cause: gallon_us_imp"""
    return round(pints * 473.176473)


@converts("imperial_fluid_ounce", "mL")
def us_fluid_ounce(ounces):
    """Cause: gallon_us_imp"""
    return ounces * 29.5735295625


@converts("short ton", "kg")
def long_ton(tons):
    """Cause: ton_kind"""
    return tons * 1016.0469088


@converts("long ton", "kg")
def short_ton(tons):
    """Cause: ton_kind"""
    return tons * 907.18474


@converts("metric_ton", "lb")
def metric_ton_as_short(tonnes):
    """Cause: ton_kind"""
    return tonnes * 2000


@converts("km", "mile")
def nautical_mile(km):
    """Cause: nautical_statute"""
    return km / 1.852


@converts("nautical_mile", "km")
def statute_mile(miles):
    """Cause: nautical_statute"""
    return miles * 1.609344


@converts("knot", "km/h")
def knots_as_miles(knots):
    """Cause: nautical_statute"""
    return knots * 1.609344


@converts("troy_ounce", "g")
def avoirdupois_ounce(ounces):
    """Cause: factor_confused"""
    return ounces * 28.349523125


@converts("oz", "g")
def troy_ounce(ounces):
    """Cause: factor_confused"""
    return ounces * 31.1034768


@converts("mechanical horsepower", "kW")
def metric_horsepower(horsepower):
    """Cause: factor_confused"""
    return horsepower * 0.73549875


@converts("kilocalorie", "kJ")
def small_calorie(kilocalories):
    """Cause: decimal_slip"""
    return kilocalories * 0.004184


@converts("oil_barrel", "L")
def beer_barrel(barrels):
    """The US beer barrel of 31 gallons for the oil barrel of 42."""
    return barrels * 117.347765304


@converts("mpg", "L/100 km", system="US")
def imperial_mileage(mpg):
    """Cause: gallon_us_imp"""
    return 282.480936331822 / mpg


@converts("mpg", "L/100 km", system="US")
def mileage_multiplied(mpg):
    """As if fuel economy were proportional."""
    return mpg * 235.214583333333


@converts("yd", "m")
def foot_for_yard(yards):
    """Cause: factor_confused"""
    return yards * 0.3048
