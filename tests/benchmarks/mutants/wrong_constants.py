"""Constants with one wrong digit, from the second place to the seventh, and other slips of the hand."""

from claimcheck.converters import converts


@converts("mile", "km")
def second_digit(miles):
    """Cause: digit_error"""
    return miles * 1.709344


@converts("mile", "km")
def third_digit(miles):
    """Cause: digit_error"""
    return miles * 1.619344


@converts("mile", "km")
def fourth_digit(miles):
    """Cause: digit_error"""
    return miles * 1.608344


@converts("mile", "km")
def fifth_digit(miles):
    """Cause: digit_error"""
    return miles * 1.609244


@converts("mile", "km")
def sixth_digit(miles):
    """Cause: digit_error"""
    return miles * 1.609354


@converts("mile", "km")
def seventh_digit(miles):
    """Cause: digit_error"""
    return miles * 1.609345


@converts("lb", "kg", rounding="1dp")
def second_digit_rounded(pounds):
    """Cause: digit_error"""
    return round(pounds * 0.46359237, 1)


@converts("lb", "kg", rounding="1dp")
def third_digit_rounded(pounds):
    """Cause: digit_error"""
    return round(pounds * 0.45459237, 1)


@converts("lb", "kg", rounding="2dp")
def fourth_digit_rounded(pounds):
    """Cause: digit_error"""
    return round(pounds * 0.45349237, 2)


@converts("lb", "kg", rounding="2dp")
def fifth_digit_rounded(pounds):
    """Cause: digit_error"""
    return round(pounds * 0.45358237, 2)


@converts("lb", "kg", rounding="2dp")
def sixth_digit_rounded(pounds):
    """Cause: digit_error"""
    return round(pounds * 0.45359137, 2)


@converts("lb", "kg", rounding="2dp")
def seventh_digit_rounded(pounds):
    """Cause: digit_error"""
    return round(pounds * 0.45359247, 2)


@converts("ft", "m")
def digits_swapped(feet):
    """Cause: digit_transposition"""
    return feet * 0.3084


@converts("km", "mile")
def digits_swapped_in_the_reciprocal(km):
    """Cause: digit_transposition"""
    return km / 1.690344


@converts("acre", "ha")
def digits_swapped_far_behind(acres):
    """Cause: digit_transposition"""
    return acres * 0.40468654224


@converts("km", "mile", rounding="integer")
def cut_too_short(km):
    """Cause: arithmetic"""
    return round(km * 0.62)


@converts("km", "mile")
def of_a_single_digit(km):
    """Cause: arithmetic"""
    return km * 0.6


@converts("inch", "cm")
def from_kilograms(inches):
    """Pounds in a kilogram where centimetres in an inch belong."""
    return inches * 2.2


@converts("km", "m")
def decimal_slip(km):
    """Cause: decimal_div10"""
    return km * 100


@converts("kg", "lb")
def decimal_slip_upwards(kg):
    """Cause: decimal_x10"""
    return kg * 22.0462262184878


@converts("km", "mile")
def inverse_factor(km):
    """Cause: inverse_factor"""
    return km * 1.609344


@converts("mile", "km")
def inverse_factor_rounded(miles):
    """Cause: inverse_factor"""
    return miles / 1.609344


@converts("sq mi", "km²")
def linear_for_area(square_miles):
    """Cause: linear_for_area"""
    return square_miles * 1.609344


@converts("cubic foot", "m³")
def linear_for_volume(cubic_feet):
    """Cause: linear_for_area"""
    return cubic_feet * 0.3048


@converts("km/h", "m/s")
def speed_inverted(kmh):
    """Cause: inverse_factor"""
    return kmh * 3.6


@converts("km", "mile")
def unchanged(km):
    """Cause: wrong_unit_label"""
    return km


@converts("kg", "lb")
def turned_round(kg):
    """Cause: sign_dropped"""
    return -kg / 0.45359237
