"""Offsets forgotten, doubled, misplaced; readings and differences taken for each other."""

from claimcheck.converters import converts


@converts("°C", "°F")
def offset_forgotten(celsius):
    """Cause: temp_reading_as_difference"""
    return celsius * 9 / 5


@converts("°C", "°F", difference=True)
def difference_as_reading(rise):
    """Cause: temp_difference_as_reading"""
    return rise * 9 / 5 + 32


@converts("°F", "°C", difference=True, rounding="1dp")
def difference_as_reading_rounded(rise):
    """Cause: temp_difference_as_reading"""
    return round((rise - 32) / 1.8, 1)


@converts("°F", "°C")
def offset_after_factor(fahrenheit):
    """Cause: arithmetic"""
    return fahrenheit * 5 / 9 - 32


@converts("°C", "°F")
def offset_before_factor(celsius):
    """Cause: arithmetic"""
    return (celsius + 32) * 9 / 5


@converts("°C", "K")
def kelvin_without_a_fraction(celsius):
    """Cause: arithmetic"""
    return celsius + 273


@converts("°C", "K")
def kelvin_subtracted(celsius):
    """Cause: arithmetic"""
    return celsius - 273.15


@converts("°C", "°F", rounding="integer")
def doubled_and_thirty(celsius):
    """The rule of thumb."""
    return round(celsius * 2 + 30)


@converts("°C", "°F")
def other_way_round(celsius):
    """Cause: swapped_units"""
    return (celsius - 32) * 5 / 9


@converts("°C", "°F", rounding="integer")
def frost_made_warm(celsius):
    """Cause: sign_dropped"""
    return round(abs(celsius * 9 / 5 + 32))


@converts("°C", "°F")
def below_zero_is_zero(celsius):
    """Negative temperatures are cut off at the freezing point."""
    return max(celsius, 0) * 9 / 5 + 32


@converts("°C", "°F")
def zero_is_missing(celsius):
    """Nought degrees are taken for no reading at all."""
    return celsius * 9 / 5 + 32 if celsius else None


@converts("°C", "°F", rounding="integer")
def truncated_below_zero(celsius):
    """Cause: wrong_rounding"""
    return int(celsius * 9 / 5 + 32.5)


@converts("°C", "°F")
def two_branches(celsius):
    """Below -40 somebody typed 23 for 32."""
    return celsius * 1.8 + (32 if celsius > -40 else 23)


@converts("°C", "°F", refuses=["below absolute zero"])
def colder_than_nothing(celsius):
    """Declared to refuse what is below absolute zero, and does not."""
    return celsius * 1.8 + 32


@converts("°C", "°F", refuses=["below absolute zero"])
def absolute_zero_rounded(celsius):
    """Refuses from -274 on, and absolute zero is -273.15."""
    if celsius < -274:
        raise ValueError(celsius)
    return celsius * 1.8 + 32
