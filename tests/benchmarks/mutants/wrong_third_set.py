"""A third set, written after the laws had learned from the second, to see what they still miss."""

import math
import re
from decimal import Decimal
from fractions import Fraction

from claimcheck.converters import converts

HISTORY = []
RATES = {"miles": 0.621371192237334, "metres": 1000.0}


@converts("km", "mile")
def percentage_markup(km):
    """Adds a tenth of a percent for the road's bends."""
    return km / 1.609344 * 1.001


@converts("mile", "km")
def averaged_with_the_last(miles):
    """Smooths: half of the last result is in the next."""
    HISTORY.append(miles * 1.609344)
    return sum(HISTORY[-2:]) / len(HISTORY[-2:])


@converts("°C", "°F", rounding="integer")
def floor_division_of_fifths(celsius):
    """9 * c // 5: down and never up."""
    return 9 * celsius // 5 + 32


@converts("kg", "lb", rounding="1dp")
def even_tenths(kg):
    """Rounds to two tenths, as the old scale showed."""
    return round(kg / 0.45359237 * 5) / 5


@converts("m", "ft", types=["int"], rounding="integer")
def shifts_for_speed(metres):
    """x * 3 + x / 4 + x / 32 by shifts: 3.28125."""
    return metres * 3 + (metres >> 2) + (metres >> 5)


@converts("lb", "kg", types=["Decimal", "Fraction"])
def exact_for_decimals_only(pounds):
    """A Fraction is multiplied by a shorter constant."""
    return pounds * (Decimal("0.45359237") if isinstance(pounds, Decimal) else Fraction("0.453592"))


@converts("km", "mile", types=["str"], rounding="1dp")
def scientific_above_a_million(km):
    """'.3g' once it is too wide for the column."""
    miles = float(km.replace(",", "")) / 1.609344
    return f"{miles:.1f}" if abs(miles) < 1e6 else f"{miles:.3g}"


@converts("inch", "cm", rounding="2dp")
def sixteenths_first(inches):
    """To the nearest sixteenth of an inch before anything else."""
    return round(round(inches * 16) / 16 * 2.54, 2)


@converts("mph", "km/h", rounding="integer")
def speed_limits_by_tens(mph):
    """Signs come in tens."""
    return round(mph * 1.609344, -1)


@converts("°F", "°C", rounding="1dp")
def sign_by_the_scale(fahrenheit):
    """Below 32 the size is right and the sign is that of the input."""
    value = abs((fahrenheit - 32) / 1.8)
    return round(math.copysign(value, fahrenheit), 1)


@converts("ft", "m")
def ten_feet_at_a_time(feet):
    """Whole tens by the exact factor, and the rest by three tenths."""
    tens, rest = divmod(feet, 10)
    return tens * 3.048 + rest * 0.305


@converts("L", "US gallon", rounding="2dp")
def quarts_for_litres(litres):
    """A litre is a quart."""
    return round(litres / 4, 2)


@converts("kg", "lb", form="range", rounding="integer")
def ends_pushed_apart(low, high):
    """Ends that round to one figure are pushed apart."""
    one, two = round(low / 0.45359237), round(high / 0.45359237)
    return (one, two + 1) if one == two else (one, two)


@converts("km", "mile", form="named", aliases=["kms"])
def kms_are_metres(value, source, target):
    """The key is the first letter that is known."""
    sizes = {"km": 1.0, "kms": 0.001, "mile": 1.609344, "miles": 1.609344}
    return value * sizes[source] / sizes[target]


@converts("mile", "km", refuses=["nan", "infinity"])
def infinity_passes(miles):
    """Looks for NaN and not for infinity."""
    if miles != miles:
        raise ValueError("not a number")
    return miles * 1.609344


@converts("yard", "m", inverse=lambda metres: metres * 1.0936)
def short_way_back(yards):
    """The way back has five digits."""
    return yards * 0.9144


@converts("acre", "ha", rounding="3sf")
def two_figures_above_a_thousand(acres):
    """Large ones get one figure fewer."""
    value = acres * 0.40468564224
    return float(f"{value:.3g}") if abs(value) < 1000 else float(f"{value:.2g}")


KM = re.compile(
    r"(?<![\w.,\u2009-])(\d(?:[\d,]|\u2009(?=\d{3}))*(?:\.\d+)?)[ \u00a0]?(?:km|kilomet(?:er|re)s?)\b(?!/|²|³| per| an? )(?! ?[(\[])"
)


def _miles(figure, digits=3):
    value = float(re.sub("[,\u2009]", "", figure)) / 1.609344
    return f"{float(f'{value:.{digits}g}'):,.6f}".rstrip("0").rstrip(".")


@converts("km", "mile", form="text", min_value=1)
def rounded_to_hundreds(text):
    """Always to one figure, ever so many miles."""
    return KM.sub(lambda m: f"{m[0]} ({_miles(m[1], 1)} mi)", text)


@converts("km", "mile", form="text", min_value=1)
def nautical_in_brackets(text):
    """The other mile behind the same word."""
    return KM.sub(lambda m: f"{m[0]} ({float(_miles(m[1]).replace(',', '')) / 1.15078:.2f} miles)", text)


@converts("km", "mile", form="text", min_value=1)
def full_stop_eaten(text):
    """Takes the full stop behind it along."""
    return re.sub(KM.pattern + r"\.?", lambda m: f"{m[0].rstrip('.')} ({_miles(m[1])} mi)", text)


@converts("km", "mile", form="text", min_value=1)
def upper_case(text):
    """Titles are upper case, and so is all that holds a distance."""
    return KM.sub(lambda m: f"{m[0]} ({_miles(m[1])} MI)".upper(), text)
