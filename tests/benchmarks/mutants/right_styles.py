"""Right converters in other shapes: tables, classes, caches, lists, ranges, strings, arrays."""

from functools import lru_cache, partial
from math import floor

from claimcheck.converters import converts

FACTORS = {
    "km": 1000, "kilometers": 1000, "kilometres": 1000, "m": 1, "mile": 1609.344, "miles": 1609.344,
    "ft": 0.3048, "kg": None,
}  # fmt: skip


@converts("km", "mile", form="named", aliases=["kilometres", "miles"], refuses=["wrong dimension"])
def table(value, source, target):
    if FACTORS[source] is None or FACTORS[target] is None:
        raise ValueError(f"{source} and {target} measure different things")
    return value * FACTORS[source] / FACTORS[target]


@converts("km", "mile")
@lru_cache(maxsize=128)
def cached(km):
    return km / 1.609344


class Scale:
    def __init__(self, factor):
        self.factor = factor

    def __call__(self, value):
        return value * self.factor


pounds = converts("kg", "lb")(Scale(1 / 0.45359237))


def _linear(value, factor, offset=0):
    return value * factor + offset


fahrenheit = partial(_linear, factor=1.8, offset=32)
fahrenheit = converts("°C", "°F")(lambda celsius, line=fahrenheit: line(celsius))


@converts("km", "mile", form="range", rounding="integer")
def whole_range(low, high):
    return round(low / 1.609344), round(high / 1.609344)


@converts("mpg", "L/100 km", system="US", form="range", min_value=1)
def mileage_range(low, high):
    return tuple(sorted((235.21458333333334 / low, 235.21458333333334 / high)))


@converts("km", "mile", form="sequence")
def splits(values):
    return [value / 1.609344 for value in values]


@converts("km", "mile", form="sequence", rounding="1dp")
def lazily(values):
    return (round(value / 1.609344, 1) for value in values)


@converts("km", "mile", types=["str"], rounding="1dp")
def text_to_text(km):
    return f"{float(km.replace(',', '')) / 1.609344:,.1f}"


@converts("km", "mile", types=["str"], rounding="1dp")
def text_with_unit(km):
    return f"{float(km.replace(',', '')) / 1.609344:,.1f} mi"


@converts("km", "mile", rounding="1dp half-up")
def javascript(km):
    """As a port that knows neither ints nor banker's rounding, ties kept by a tiny nudge."""
    scaled = abs(km) / 1.609344 * 10
    rounded = floor(scaled + 0.5 + 1e-9) / 10
    return rounded if km >= 0 else -rounded


@converts("km", "mile", refuses=["text", "none", "nan"])
def strict(km):
    if isinstance(km, bool) or not isinstance(km, (int, float)) or km != km:
        raise TypeError(f"no number: {km!r}")
    return km / 1.609344
