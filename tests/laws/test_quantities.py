"""Laws of reading quantities: what is written is read back, and what stands around changes nothing."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.lexicon import Reading, english
from claimcheck.lexicon.numbers import numbers
from claimcheck.model import Quantity, Span
from claimcheck.parse import quantities

ENGLISH = english()
SCALES = numbers().scales
PIECES = [
    *"0123456789 ,.-–()\n²½−\u00a0é😀'\"/%$£m",
    *(
        " to ",
        " and ",
        " or ",
        " km",
        "half ",
        "a ",
        "million ",
        "twenty-",
        "about ",
        "between ",
        " × ",
        " ± ",
    ),
    *(
        " ft ",
        " in ",
        "people",
        " per ",
        " an hour",
        "Fig. ",
        "May ",
        "one ",
        "hundred ",
        "°C",
        " said",
        "0x",
    ),
    *("e5", "^-3", "C", "bn ", " or more"),
]
VALUES = st.decimals(Fraction(1, 1000), 10**6, places=3).map(str)
PROSE = ["", "Nothing else was said. ", "The harbour was quiet. ", "They spoke at length of the old pier. "]


def read(text: str) -> list[Quantity]:
    return list(quantities(text, ENGLISH))


def forms() -> list[tuple[str, tuple[Reading, ...]]]:
    """Every written form that needs no context but digits, with all it may stand for.

    "Million gallons per day" is left out: there the million goes to the figure, which is the same amount.
    """
    return [
        (spelling, readings)
        for spelling, readings in ENGLISH.spellings.items()
        if readings[0].position != "before"
        and readings[0].needs <= {"digits", "joined"}
        and spelling.split()[0] not in SCALES
    ]


def spoken(readings: tuple[Reading, ...]) -> set[str]:
    return {each.unit.name for each in readings}


# Symbols that a word, a scale or a time of day hides even after a figure; what each is taken for.
HIDDEN = {
    "in": "the preposition",
    "IN": "the preposition",
    "am": "a time of day",
    "pm": "a time of day",
    "Pm": "a time of day",
    "PM": "a time of day",
    "st": "an ordinal",
    "tn": "a trillion",
    "CUP": "Cuban pesos",
}


@pytest.mark.parametrize("count", ["7", "7.25"])
def test_every_form_of_every_unit_is_read(count: str) -> None:
    missed = []
    for spelling, readings in forms():
        gap = "" if "joined" in readings[0].needs else " "
        text = f"It was {count}{gap}{spelling})"
        found = read(text)
        known = spoken(readings) | spoken(ENGLISH.currencies.get(spelling, ()))
        right = len(found) == 1 and found[0].unit is not None and found[0].unit.name in known
        if not right and spelling not in HIDDEN:
            missed.append((text, [each.unit and each.unit.name for each in found]))
    assert not missed


def test_every_name_is_read_in_any_case_and_with_a_hyphen() -> None:
    missed = []
    for spelling, readings in forms():
        if readings[0].symbol:
            continue
        for text in (f"a 7-{spelling}", f"7 {spelling.upper()}."):
            found = read(text)
            known = spoken(readings) | spoken(ENGLISH.currencies.get(spelling, ()))
            right = len(found) == 1 and found[0].unit is not None and found[0].unit.name in known
            if not right and spelling.upper() not in HIDDEN:
                missed.append(text)
    assert not missed


def test_every_currency_code_is_read_on_both_sides() -> None:
    codes = [
        code
        for code, readings in ENGLISH.currencies.items()
        if code == readings[0].unit.name and code.isupper()
    ]
    assert len(codes) >= 150
    for code in (each for each in codes if each not in ENGLISH.spellings):  # KGS: kilograms, too
        for text in (f"{code} 75", f"75 {code}"):
            found = read(text)
            assert [each.kind for each in found] == ["money"], text


@given(VALUES, st.sampled_from(("km", "kg", "litres", "°C", "mph", "percent", "hours", "acres")))
def test_what_is_written_is_read_back(value: str, unit: str) -> None:
    text = f"It was {value} {unit} in all."
    (found,) = read(text)
    assert found.figures[0].value == Fraction(value)
    assert found.span.of(text) == f"{value} {unit}"
    assert found.figures[0].span.of(text) == value


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.sampled_from((" to ", "–", "-", " – ")))
def test_a_range_has_both_its_ends(one: int, two: int, link: str) -> None:
    (found,) = read(f"{one:,}{link}{two:,} km")
    assert found.shape == "range"
    assert (found.least, found.most) == (Fraction(min(one, two)), Fraction(max(one, two)))


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_figures_lie_in_their_quantities_and_quantities_apart(text: str) -> None:
    found = read(text)
    for each in found:
        parts = [figure.span for figure in (*each.figures, *([each.tolerance] if each.tolerance else []))]
        assert all(part in each.span and part.of(text) for part in parts)
        assert each.span.end <= len(text)
        assert all(modifier.span.of(text) for modifier in each.modifiers)
        assert each.least <= each.most
        assert each.shape == "dimensions" or len(each.figures) == (2 if each.shape == "range" else 1)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))


@given(st.text(max_size=200))
def test_no_text_is_too_strange(text: str) -> None:
    read(text)


@given(
    st.sampled_from(PROSE),
    st.sampled_from(PROSE),
    st.sampled_from(
        [
            "It lies about 50 km (30 miles) off. ",
            "Between 2.5 and 3 million people came. ",
            "He is 5 ft 11 in tall. ",
            "It cost $3.5m in 2019. ",
            "Some 400 people and two dozen ships left at 9 a.m. ",
        ]
    ),
)
def test_prose_around_moves_quantities_and_changes_nothing(before: str, after: str, text: str) -> None:
    alone = [each.span.shifted(len(before)) for each in read(text)]
    assert [each.span for each in read(before + text + after)] == alone


@given(VALUES)
def test_a_figure_is_read_from_its_own_slice(value: str) -> None:
    text = f"The tank holds {value} litres, they said."
    (found,) = read(text)
    (again,) = read(found.span.of(text))
    assert again.figures[0].value == found.figures[0].value
    assert again.span == Span(0, len(found.span))
