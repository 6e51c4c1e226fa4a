"""Wrong at few figures only: what a search of 200 examples may well miss. They keep the study honest."""

from math import floor

from claimcheck.converters import converts


@converts("km", "mile")
def at_one_figure(km):
    """At 42 and nowhere else."""
    return 26.2 if km == 42 else km / 1.609344


@converts("km", "mile")
def in_a_narrow_band(km):
    """Between 400 and 420 kilometres a table has a slipped row."""
    return km / 1.609344 + 10 if 400 <= km < 420 else km / 1.609344


@converts("km", "mile")
def from_a_billion_on(km):
    """Large figures take another branch."""
    return km / 1.609344 if abs(km) < 1e9 else km / 1.6


@converts("km", "mile")
def small_figures_are_nothing(km):
    """Below a thousandth the result is nought."""
    return km / 1.609344 if abs(km) >= 0.001 else 0.0


@converts("km", "mile")
def whole_numbers_by_table(km):
    """A table of whole kilometres up to a hundred, with one row wrong."""
    table = {number: number / 1.609344 for number in range(101)} | {87: 45.06}
    return table.get(km, km / 1.609344)


@converts("inch", "cm", rounding="1dp half-up")
def ties_down_at_five_hundredths(inches):
    """A nudge in the wrong direction: exact ties go down."""
    return floor(inches * 25.4 + 0.5 - 1e-7) / 10


@converts("km", "mile", rounding="1dp")
def rounded_twice_from_far(km):
    """First to six places, then to one: wrong for one result in two hundred thousand."""
    return round(round(km / 1.609344, 6), 1)


@converts("°C", "°F")
def minus_forty_is_special(celsius):
    """Somebody remembered that the scales meet at -40, and got it wrong."""
    return 40 if celsius == -40 else celsius * 1.8 + 32


@converts("lb", "kg")
def negative_figures_cut_short(pounds):
    """Another constant below nought."""
    return pounds * (0.45359237 if pounds >= 0 else 0.4536)


@converts("km/h", "mph", form="sequence")
def maximum_normalised(values):
    """Nothing in a list is more than 100 times its mean."""
    values = list(values)
    mean = sum(values) / len(values) if values else 0
    return [min(value, mean * 100) / 1.609344 if mean > 0 else value / 1.609344 for value in values]
