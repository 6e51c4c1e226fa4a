"""Figures and quantities back to prose, in the manner of their writer."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claimcheck
from claimcheck import units
from claimcheck.lexicon import Row, english
from claimcheck.model import Quantity
from claimcheck.render import (
    Style,
    agreeing,
    exchanged,
    rewritten,
    rounded,
    spelled_out,
    style_of,
    unit_like,
    written,
)
from claimcheck.render.units import is_spelled


def only(text: str) -> Quantity:
    (quantity,) = claimcheck.parse(text).quantities
    return quantity


MANNERS = [
    "5 ft 11 in",
    "11 stone 4 pounds",
    "2.5 million acres",
    "−40 °C",
    "1,500 to 2,000 km",
    "930-1,240 miles",
    "3½ cups",
    "1 1/2 cups",
    "twenty-five miles",
    "two million barrels",
    "6'2\"",
    ".5 in",
    "a 40-inch pipe",
    "-5 to -10°C",
    "12,5 kg",
    "25 × 35 cm",
    "1\u202f000\u202f000 km",
    "12345 m",
    "half a mile",
    "six feet four",
    "five-foot-four",
    "two to three million barrels",
    "9.8 ft × 13 ft",
    "0.25 L",
]


@pytest.mark.parametrize("text", MANNERS)
def test_the_same_figures_come_back_as_they_were(text: str) -> None:
    quantity = only(text)
    values = [figure.value for figure in quantity.figures]
    steps = [figure.step for figure in quantity.figures]
    assert rewritten(quantity, text, values, steps) == quantity.span.of(text)


@pytest.mark.parametrize(
    ("text", "values", "steps", "expected"),
    [
        ("5 ft 11 in", ["73/12"], ["1/12"], "6 ft 1 in"),
        ("2.5 million acres", ["10100000"], ["100000"], "10.1 million acres"),
        ("−40 °C", ["12"], ["1"], "12 °C"),
        ("40 °C", ["-12"], ["1"], "-12 °C"),
        ("1,500 to 2,000 km", ["930", "1240"], ["10", "10"], "930 to 1,240 km"),
        ("10-20 °C", ["-12", "-7"], ["1", "1"], "-12 to -7 °C"),
        ("3½ cups", ["9/4"], ["1/4"], "2¼ cups"),
        ("1 1/2 cups", ["9/4"], ["1/4"], "2 1/4 cups"),
        ("1 mile", ["31"], ["1"], "31 miles"),
        ("31 miles", ["1"], ["1"], "1 mile"),
        ("1 foot", ["6"], ["1"], "6 feet"),
        ("two feet", ["1"], ["1"], "one foot"),
        ("a 1-mile track", ["31"], ["1"], "31-mile"),
        ("twenty-five miles", ["8/5"], ["1/10"], "1.6 miles"),
        ("twenty-five miles", ["250"], ["1"], "250 miles"),
        ("two million barrels", ["320000000"], ["10000000"], "320 million barrels"),
        ("1.2 billion litres", ["53000000000000"], ["1000000000000"], "53 trillion litres"),
        ("40m tonnes", ["1400000000"], ["100000000"], "1.4bn tonnes"),
        ("2 million litres", ["530"], ["10"], "530 litres"),
        (
            "two to three million barrels",
            ["320000000", "480000000"],
            ["1", "1"],
            "320 to 480 million barrels",
        ),
        ("29.9 inHg", ["561/20"], ["1/100"], "28.05 inHg"),
        ("2 tbsp", ["4"], ["1"], "4 tbsp"),
        ("1,233 square km", ["1984"], ["1"], "1,984 square km"),
        ("5 SQUARE MILES", ["1"], ["1"], "1 SQUARE MILE"),
        ("2 gallons", ["53/100"], ["1/100"], "0.53 gallons"),
        ("0.5 mile", ["3/4"], ["1/100"], "0.75 mile"),
        ("1 pound-foot", ["3"], ["1"], "3 pound-feet"),
        ("12,5 kg", ["7/4"], ["1/100"], "1,75 kg"),
        (".5 in", ["3/4"], ["1/100"], ".75 in"),
        ("90 mm", ["1500"], ["1"], "1,500 mm"),
        ("minus 40 °C", ["12"], ["1"], "12 °C"),
        ("minus 12 to minus 9 °C", ["-7", "8"], ["1", "1"], "minus 7 to 8 °C"),
        ("2 million miles", ["930000"], ["10000"], "930,000 miles"),
        ("half a mile", ["3/4"], ["1/4"], "three-quarters of a mile"),
        ("half a mile", ["3/5"], ["1/10"], "0.6 miles"),
        ("a quarter of an hour", ["5/2"], ["1/2"], "two and a half hours"),
        ("½-inch", ["3/4"], ["1/4"], "¾-inch"),
        ("six feet four", ["37/6"], ["1/12"], "six feet two"),
        ("five-foot-four", ["6"], ["1/12"], "six-foot"),
    ],
)
def test_other_figures_take_the_manner_of_the_old_ones(
    text: str, values: list[str], steps: list[str], expected: str
) -> None:
    quantity = only(text)
    found = rewritten(quantity, text, [Fraction(each) for each in values], [Fraction(each) for each in steps])
    assert found == expected


@pytest.mark.parametrize(
    ("unit", "like", "expected"),
    [
        ("mile", "m", "mi"),
        ("mile", "kilometres", "miles"),
        ("foot", "inches", "feet"),
        ("degree_Fahrenheit", "°C", "°F"),
        ("degree_Fahrenheit", "degrees Celsius", "degrees Fahrenheit"),
        ("degree_Celsius", "deg F", "deg C"),
        ("degree_Celsius", "miles", "degrees Celsius"),
        ("no_such_unit", "m", "no_such_unit"),
        ("meter ** 3 / day", "cubic feet", "cubic metres per day"),
        ("meter ** 3 / day", "ft³", "m³/d"),
        ("foot ** 2", "m²", "ft²"),
        ("foot ** 2", "m2", "ft2"),
        ("meter", "yards", "metres"),
        ("liter", "pint", "litre"),
        ("kilometer", "meters", "kilometers"),
        ("second", "minutes", "seconds"),
        ("kilometer", "miles", "kilometres"),
        ("kilogram", "pounds", "kilograms"),
        ("kilocalorie", "joules", "kilocalories"),
        ("megabyte", "gigabytes", "megabytes"),
        ("nautical_mile", "miles", "nautical miles"),
        ("imperial_gallon", "litres", "imperial gallons"),
        ("gallon", "litres", "gallons"),
        ("gallon", "l", "gal"),
        ("pint", "ml", "pt"),
        ("long_ton", "tonnes", "long tons"),
        ("oil_barrel", "litres", "barrels"),
        ("micrometer", "millimetres", "micrometres"),
        ("acre", "hectares", "acres"),
        ("cup", "ml", "cups"),
        ("british_thermal_unit", "joules", "British thermal units"),
        ("kilometer / hour", "miles per hour", "kilometres per hour"),
    ],
)
def test_a_unit_is_written_like_another(unit: str, like: str, expected: str) -> None:
    assert unit_like(unit, like) == expected


def test_the_text_says_how_metre_is_spelled() -> None:
    assert unit_like("kilometer", "miles", "5 kilometers on, a kilometer") == "kilometers"
    assert unit_like("kilometer", "miles", "5 kilometres on, a parking meter") == "kilometres"
    assert unit_like("kilometer", "metres", "5 kilometers on") == "kilometres"
    assert unit_like("liter", "gallons", "the diameter and the perimeter") == "litres"


EVERYDAY = {"length", "mass", "volume", "area", "temperature", "speed", "energy", "data", "time"}
# Mach stands before its figure; "7 pm" and "7 as" are no units by themselves.
ALONE = [
    row
    for row in english().units.values()
    if row.kind in EVERYDAY
    and row.name not in ("mach", "picometer", "attosecond")
    and row.name.isidentifier()
]


@pytest.mark.parametrize("like", ["miles", "mile", "mi"])
@pytest.mark.parametrize("row", ALONE, ids=lambda row: row.name)
def test_a_unit_is_written_by_its_standard_name_and_read_back(row: Row, like: str) -> None:
    word = unit_like(row.name, like)
    names = [form for each in row.names for form in (each.lower(), each.lower().partition(" ")[2])]
    if is_spelled(like):
        first = names[:2] or [name.lower() for name in row.shared]
        assert any(agreeing(each, singular=like == "mile") == word.lower() for each in first)
    found = english().spellings.get(word) or english().spellings[word.lower()]
    if found[0].needs <= {"digits"} and (found[0].unit.name == row.name or row.name in row.shared):
        (quantity,) = claimcheck.parse(f"It is 7.5 {word} across.").quantities
        assert quantity.unit is not None
        assert units.convert(quantity.figures[0].value, quantity.unit.name, row.name) == Fraction(15, 2)
    else:
        assert row.name in {each.unit.name for each in found}


def test_style_says_how_a_figure_is_written() -> None:
    text = "2.5 million acres"
    assert style_of(only(text).figures[0], text) == Style(power=6, scale=" million")


@given(st.integers(0, 99))
def test_numbers_below_a_hundred_have_words(number: int) -> None:
    quantity = only(f"{spelled_out(number)} kilometres")
    assert quantity.figures[0].value == number
    assert quantity.figures[0].spelled


def test_words_end_below_a_hundred() -> None:
    with pytest.raises(ValueError, match="only numbers from 0 to 99"):
        spelled_out(100)


@given(
    st.fractions(-10_000, 10_000),
    st.sampled_from([Fraction(1, 1000), Fraction(1, 10), Fraction(1), Fraction(50)]),
)
def test_rounding_goes_to_the_nearest_step(value: Fraction, step: Fraction) -> None:
    found = rounded(value, step)
    assert (found / step).denominator == 1
    assert 2 * abs(found - value) <= step
    assert rounded(-value, step) == -found


@given(st.integers(0, 10**9), st.integers(0, 4))
def test_what_is_written_is_read_as_it_was_meant(number: int, places: int) -> None:
    step = Fraction(10) ** -places
    value = number * step
    quantity = only(f"It is {written(value, step)} km away.")
    assert quantity.figures[0].value == value
    assert quantity.figures[0].step == step


def test_a_figure_that_grows_to_millions_keeps_off_its_unit() -> None:
    text = "They gave up 3590m² (38.6 million sq ft) to the water."
    first, second = (
        claimcheck.parse(text).conversions[0].stated,
        claimcheck.parse(text).conversions[0].restated[0],
    )
    assert rewritten(first, text, [Fraction(3_590_000)], [Fraction(1)], beside=second) == "3.59 million m²"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4km (6.4 miles)", ("4 miles", "6.4km")),
        ("a 30-kilometre (48 miles) march", ("30-mile", "48 kilometres")),
        ("a 70-mph (44 km/h) limit", ("70-km/h", "44 mph")),
        ("one US gallon (0.26L)", ("1 L", "0.26 US gallons")),
        ("15-25°F (59-77°C)", ("15-25°C", "59-77°F")),
        ("half a mile (0.3 km)", None),
        ("5 ft 11 in (3.2 m)", None),
    ],
)
def test_units_change_places_in_their_own_manner(text: str, expected: tuple[str, str] | None) -> None:
    (conversion,) = claimcheck.parse(f"It is {text} long.").conversions
    assert exchanged(conversion.stated, conversion.restated[0], f"It is {text} long.") == expected
