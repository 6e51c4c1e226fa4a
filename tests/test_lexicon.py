"""The data files as they are shipped, and what is made of them."""

import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck import units
from claimcheck.errors import LexiconError
from claimcheck.lexicon import Lexicon, Row, english
from claimcheck.lexicon.find import described, readings, suggestions
from claimcheck.model import Unit

LEXICON = english()
ROWS = [row for row in LEXICON.units.values() if row.where is not None and row.where.key == row.name]


def first(form: str, lexicon: Lexicon = LEXICON) -> str:
    return lexicon.spellings[form][0].unit.name


def test_there_are_400_units_and_150_currencies() -> None:
    assert len(ROWS) >= 400
    assert sum(len(code) == 3 and code.isupper() for code in LEXICON.money) >= 150


def test_every_unit_measures_what_its_kind_does() -> None:
    for row in LEXICON.units.values():
        here, si = units.size(row.name), units.size(LEXICON.kinds[row.kind].si)
        assert si.roots in (here.roots, (here**-1).roots), row


def test_every_unit_is_named_by_a_word_and_backed_by_a_source() -> None:
    for row in LEXICON.units.values():
        assert row.names or row.symbols, row
        assert row.source, row


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_every_name_and_symbol_leads_back_to_its_unit(row: Row) -> None:
    for form in (*(name.lower() for name in row.names), *row.symbols, *row.shared):
        assert row.name in [reading.unit.name for reading in LEXICON.spellings[form]]


def test_every_reading_is_a_unit_of_the_lexicon() -> None:
    for listed in LEXICON.spellings.values():
        assert all(LEXICON.units[reading.unit.name].unit == reading.unit for reading in listed)
    for listed in LEXICON.currencies.values():
        assert all(reading.unit.name in LEXICON.money for reading in listed)


def test_names_are_in_lower_case_and_symbols_as_written() -> None:
    assert first("km") == "kilometer"
    assert "KILOMETRE" not in LEXICON.spellings
    assert all(form == form.lower() for form, [one, *_] in LEXICON.spellings.items() if not one.symbol)


@pytest.mark.parametrize(
    ("form", "unit"),
    [
        ("metres", "meter"),
        ("kilometer", "kilometer"),
        ("feet", "foot"),
        ("inches", "inch"),
        ("square feet", "foot ** 2"),
        ("miles per hour", "mile / hour"),
        ("centuries", "century"),
        ("millennia", "millennium"),
        ("hertz", "hertz"),
        ("µm", "micrometer"),
        ("MWh", "megawatt_hour"),
        ("mW", "milliwatt"),
        ("MW", "megawatt"),
        ("GiB", "gibibyte"),
        ("quettagrams", "quettagram"),
        ("kilotons of tnt", "kiloton_TNT"),
        ("litres per 100 km", "liter_per_100km"),
    ],
)
def test_a_form_is_read_as(form: str, unit: str) -> None:
    assert first(form) == unit


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("gallons", ["gallon", "imperial_gallon"]),
        ("us gallons", ["gallon"]),
        ("imperial gallons", ["imperial_gallon"]),
        ("short tons", ["short_ton"]),
        ("mpg", ["mile / gallon", "mile / imperial_gallon"]),
        ("barrels", ["oil_barrel", "beer_barrel", "imperial_barrel", "barrel"]),
    ],
)
def test_ambiguity_is_data(word: str, expected: list[str]) -> None:
    assert [reading.unit.name for reading in LEXICON.spellings[word]] == expected


def test_a_reading_says_what_it_needs() -> None:
    [inch] = LEXICON.spellings["in"]
    assert inch.needs == {"digits"}
    assert all(
        need in LEXICON.legend.contexts
        for listed in LEXICON.spellings.values()
        for one in listed
        for need in one.needs
    )


def test_the_house_settles_a_word_and_what_is_made_of_it() -> None:
    house = english((), {"gallon": "imperial_gallon"})
    assert [reading.unit.name for reading in house.spellings["gallons"]] == ["imperial_gallon"]
    assert [reading.unit.name for reading in house.spellings["mpg"]] == ["mile / imperial_gallon"]
    assert first("gallons") == "gallon"


@pytest.mark.parametrize(
    ("house", "message"),
    [
        (
            {"galon": "gallon"},
            'house-units: "galon" is no word with several readings; did you mean "gallon"?',
        ),
        ({"gallon": "pint"}, 'house-units: "gallon" is one of gallon, imperial_gallon, not "pint"'),
    ],
)
def test_a_house_that_asks_for_the_impossible_is_told_so(house: dict[str, str], message: str) -> None:
    with pytest.raises(LexiconError) as error:
        english((), house)
    assert str(error.value) == message


def test_money_has_signs_codes_and_parts() -> None:
    dollar = LEXICON.currencies["$"]
    assert dollar[0].unit.name == "USD"
    assert {"AUD", "CAD", "HKD"} < {reading.unit.name for reading in dollar}
    assert [reading.unit.name for reading in LEXICON.currencies["HK$"]] == ["HKD"]
    assert dollar[0].position == "before"
    assert LEXICON.currencies["EUR"][0].position == "either"
    pence = LEXICON.currencies["pence"][0]
    assert (pence.unit.name, str(pence.fraction)) == ("penny", "1/100")
    assert pence.main is not None
    assert pence.main.name == "GBP"


def test_an_unknown_unit_is_an_error_with_a_suggestion() -> None:
    with pytest.raises(LexiconError, match="no unit 'kilometr'; did you mean \"kilometer\""):
        LEXICON.unit("kilometr")


def test_lexicons_are_made_once() -> None:
    assert english() is english()
    row = {
        "name": "hobbit_foot",
        "kind": "length",
        "names": ["hobbit foot|hobbit feet"],
        "definition": "10 * inch",
    }
    assert english((row,)) is english((dict(row),))


def test_importing_reads_no_data_file() -> None:
    code = "import claimcheck, claimcheck.tables as t; print(t.table.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 # us
    assert done.stdout.strip() == "0"


def test_squares_products_and_quotients_have_a_kind() -> None:
    algebra = LEXICON.algebra

    def unit(name: str) -> Unit:
        return LEXICON.unit(name).unit

    made = [
        algebra.per(unit("kilometer"), unit("hour")),
        algebra.power(unit("mile"), 3),
        algebra.times(unit("newton"), unit("meter")),
        algebra.per(unit("kilogram"), algebra.power(unit("foot"), 2)),
        algebra.per(unit("kilometer"), unit("second"), unit("second")),
        algebra.per(None, algebra.power(unit("mile"), 2)),
        algebra.per(unit("USD"), unit("month")),
    ]
    assert [(each.name, each.kind) for each in made] == [
        ("kilometer / hour", "speed"),
        ("mile ** 3", "volume"),
        ("newton * meter", "torque"),
        ("kilogram / foot ** 2", "area density"),
        ("kilometer / second ** 2", "acceleration"),
        ("1 / mile ** 2", "population density"),
        ("USD / month", "money / time"),
    ]


@pytest.mark.parametrize(
    ("asked", "unit"),
    [
        ("nautical mile", "nautical_mile"),
        ("Nautical  Miles", "nautical_mile"),
        ("km/h", "kilometer / hour"),
        ("kilometers per second", "kilometer / second"),
        ("square furlongs", "furlong ** 2"),
        ("ft³", "foot ** 3"),
        ("kg/m²", "kilogram / meter ** 2"),
        ("degree_Celsius", "degree_Celsius"),
        ("£", "GBP"),
        ("Swiss francs", "CHF"),
    ],
)
def test_people_find_a_unit_by_any_name(asked: str, unit: str) -> None:
    assert readings(asked, LEXICON)[0].unit.name == unit
    assert described(readings(asked, LEXICON)[0].unit, LEXICON).name == unit


def test_nobody_finds_what_is_no_unit() -> None:
    assert readings("kilometr", LEXICON) == ()
    assert "kilometre" in suggestions("kilometr", LEXICON)
    assert readings("km/" * 100_000, LEXICON) == ()
    assert suggestions("km/" * 100_000, LEXICON) == ()
    assert readings("9**9**9 km", LEXICON) == ()
    assert readings("square nothing", LEXICON) == ()
    assert readings("km per nothing", LEXICON) == ()


def test_the_tables_of_the_documentation_are_those_of_the_data() -> None:
    writer = Path(__file__).parent / "tools" / "write_lexicon_tables.py"
    written = (writer.parents[2] / "docs" / "lexicon-tables.md").read_text(encoding="utf-8")
    assert written == runpy.run_path(str(writer))["page"](), "run python tests/tools/write_lexicon_tables.py"
