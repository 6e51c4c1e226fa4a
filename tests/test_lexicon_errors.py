"""A clash or a typo in a data file is an error that names the file and the line."""

from pathlib import Path

import pytest

from claimcheck.errors import LexiconError
from claimcheck.lexicon import english
from claimcheck.lexicon.currency import currencies
from claimcheck.lexicon.references import references
from claimcheck.lexicon.sheet import entries
from claimcheck.lexicon.spell import Speller
from claimcheck.tables import table

LEGEND = english().legend
HEAD = '[[group]]\nkind = "length"\nsystem = "SI"\nsource = "SI"\n[group.units]\n'


def read(folder: Path, units: str, words: str = "") -> Speller:
    file = folder / "units.toml"
    file.write_text(units, encoding="utf-8")
    speller = Speller(LEGEND)
    speller.add(entries([file], LEGEND))
    if words:
        shared = folder / "words.toml"
        shared.write_text(words, encoding="utf-8")
        speller.share(shared)
    return speller


def complaint(folder: Path, units: str, words: str = "") -> str:
    with pytest.raises(LexiconError) as error:
        read(folder, units, words)
    return str(error.value).replace(f"{folder}/", "")


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            'meter = { names = ["metre"] }\nyard = { names = ["yard", "metre"] }',
            'units.toml:7: "metre" is already a name of meter (line 6)',
        ),
        (
            'meter = { symbols = ["m"], prefixes = "m" }\nmile = { symbols = ["mm"] }',
            'units.toml:7: "mm" is already a symbol of millimeter (line 6)',
        ),
        (
            'meter = { names = ["metre"], sybmols = ["m"] }',
            'units.toml:6: "sybmols" is no field of a unit; did you mean "symbols"?',
        ),
        (
            'meter = { names = ["metre"], kind = "lenght" }',
            'units.toml:6: "lenght" is no kind; did you mean "length"?',
        ),
        (
            'meter = { names = ["metre"], source = "SP8111: table" }',
            'units.toml:6: "SP8111: table" is no source; did you mean "SP811"?',
        ),
        (
            'meter = { symbols = ["m if digit"] }',
            'units.toml:6: "digit" is no condition; did you mean "digits"?',
        ),
        (
            'meter = { symbols = ["m"], prefixes = "k W" }',
            'units.toml:6: "W" is no prefix',
        ),
        ('meter = { note = "long" }', "units.toml:6: a unit needs a name or a symbol"),
        ('meter = { names = "metre" }', "units.toml:6: \"names\" must be a list of texts, not 'metre'"),
        ('meter = { names = ["metre"], note = 1 }', 'units.toml:6: "note" must be text, not 1'),
        ('meter = { names = [" metre"] }', 'units.toml:6: " metre" begins or ends with a space'),
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, rows: str, message: str) -> None:
    assert complaint(tmp_path, HEAD + rows) == message


def test_a_unit_stands_once(tmp_path: Path) -> None:
    twice = f'{HEAD}meter = {{ names = ["metre"] }}\n{HEAD}meter = {{ names = ["meter"] }}'
    assert complaint(tmp_path, twice) == 'units.toml:12: "meter" is already a unit (line 6)'


def test_a_clash_between_files_names_both(tmp_path: Path) -> None:
    one, two = tmp_path / "units-a.toml", tmp_path / "units-b.toml"
    one.write_text(HEAD + 'meter = { names = ["metre"] }', encoding="utf-8")
    two.write_text(HEAD + 'yard = { names = ["metre"] }', encoding="utf-8")
    with pytest.raises(LexiconError) as error:
        Speller(LEGEND).add(entries([one, two], LEGEND))
    assert str(error.value) == f'{two}:6: "metre" is already a name of meter ({one}:6)'


def test_a_group_needs_a_kind_and_units(tmp_path: Path) -> None:
    assert complaint(tmp_path, '[[group]]\nkind = "length"') == "units.toml:1: a group needs [group.units]"
    assert complaint(tmp_path / ".." / tmp_path.name, '[group]\nkind = "length"').endswith(
        "groups are written [[group]]"
    )


METRE = HEAD + 'meter = { names = ["metre"], symbols = ["m"] }\nmile = { names = ["statute mile"] }\n'


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            '[words]\nmile = { names = ["mile"], readings = ["mille"] }',
            'words.toml:2: "mille" is no unit',
        ),
        (
            '[words]\nmile = { names = ["metre"], readings = ["mile"] }',
            (
                'words.toml:2: "metre" is already a name of meter (units.toml:6), '
                "which is not among the readings"
            ),
        ),
        (
            (
                '[words]\na = { names = ["ell"], readings = ["mile"] }\n'
                'b = { names = ["ell"], readings = ["meter"] }'
            ),
            'words.toml:3: "ell" is already a form of a (line 2)',
        ),
        (
            '[words]\nmile = { name = ["mile"], readings = ["mile"] }',
            'words.toml:2: "name" is no field of a word',
        ),
        ('[loose]\nmeters = { names = ["mtr"] }', 'words.toml:2: "meters" is no unit'),
        (
            '[loose]\nmile = { symbols = ["m"] }',
            'words.toml:2: "m" is already a symbol of meter ($units.toml:6)',
        ),
        ("words = 1", "words.toml:1: [words] must be a table"),
    ],
)
def test_a_bad_word_is_named(tmp_path: Path, words: str, message: str) -> None:
    assert complaint(tmp_path, METRE, words) == message.replace("$", "")


def test_a_word_may_share_what_its_readings_own(tmp_path: Path) -> None:
    words = '[words]\nm = { symbols = ["m"], readings = ["meter", "mile if sport"] }'
    listed = read(tmp_path, METRE, words).spellings["m"]
    assert [(each.unit.name, set(each.needs)) for each in listed] == [("meter", set()), ("mile", {"sport"})]


def test_broken_toml_is_located(tmp_path: Path) -> None:
    assert complaint(tmp_path, HEAD + "meter = {").startswith("units.toml:6: ")


def test_a_file_that_is_no_text_or_not_there_is_named(tmp_path: Path) -> None:
    file = tmp_path / "units.toml"
    file.write_bytes(b"a = 1\n\xff")
    with pytest.raises(LexiconError, match="is no UTF-8 at byte 6"):
        table(file)
    with pytest.raises(LexiconError, match=r"absent\.toml: cannot be read"):
        table(tmp_path / "absent.toml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '[currencies]\nUSD = { names = ["dollar"] }\nCAD = { names = ["dollar"] }',
            'money.toml:3: "dollar" is already a name of USD (line 2)',
        ),
        (
            '[currencies]\nUSD = { nmes = ["dollar"] }',
            'money.toml:2: "nmes" is no field of a currency; did you mean "names"?',
        ),
        (
            (
                '[currencies]\nUSD = { names = ["greenback"] }\n'
                '[words]\ndollar = { names = ["dollar"], readings = ["UDS"] }'
            ),
            'money.toml:4: "UDS" is no currency; did you mean "USD"?',
        ),
        (
            (
                '[currencies]\nUSD = { names = ["greenback"] }\n'
                '[parts]\ncent = { names = ["cent"], fraction = "1/0", of = ["USD"] }'
            ),
            'money.toml:4: "fraction" must be like "1/100": Fraction(1, 0)',
        ),
        (
            (
                '[currencies]\nUSD = { names = ["cent"] }\n'
                '[parts]\ncent = { names = ["cent"], fraction = "1/100", of = ["USD"] }'
            ),
            'money.toml:4: "cent" is already a name of USD (line 2)',
        ),
    ],
)
def test_a_bad_currency_is_named(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "money.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as error:
        currencies(file, LEGEND)
    assert str(error.value).replace(f"{tmp_path}/", "") == message


YARDSTICK = (
    '[attributes]\nheight = { nouns = ["height"], adjectives = [], comparatives = [] }\n'
    '[[group]]\nattributes = ["height"]\nunit = "meter"\nkind = "length"\n[group.references]\n'
)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ('"height of Ada" = { value = "x", source = "us" }', "must be a number in quotes"),
        ('"height of Ada" = { value = "1" }', '"source" is missing'),
        ('"height of Ada" = { value = "1", source = "us", nots = "" }', 'did you mean "note"?'),
        (
            (
                '"height of Ada" = { value = "1", source = "us" }\n'
                '"height of Bo" = { value = "1", source = "us", names = ["Ada"] }'
            ),
            'refs.toml:9: the height of "ada" is already that of "height of Ada"',
        ),
    ],
)
def test_a_bad_yardstick_is_named(tmp_path: Path, rows: str, message: str) -> None:
    file = tmp_path / "refs.toml"
    file.write_text(YARDSTICK + rows, encoding="utf-8")
    with pytest.raises(LexiconError) as error:
        references(file, LEGEND)
    assert message in str(error.value)
    assert "refs.toml:" in str(error.value)


def test_an_unknown_attribute_is_named(tmp_path: Path) -> None:
    file = tmp_path / "refs.toml"
    file.write_text(YARDSTICK.replace('attributes = ["height"]', 'attributes = ["hight"]'), encoding="utf-8")
    with pytest.raises(LexiconError, match=r'refs\.toml:4: "hight" is no attribute; did you mean "height"'):
        references(file, LEGEND)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"kind": "length", "names": ["foo"]}, "a unit needs a name"),
        (
            {"name": "zork", "kind": "lenth", "names": ["zork"]},
            'units.zork: "lenth" is no kind; did you mean "length"?',
        ),
        (
            {"name": "zork", "kind": "length", "names": ["metre"], "definition": "2 * inch"},
            'units.zork: "metre" is already a name of meter (lexicon/en/units.toml:',
        ),
        ({"name": "zork_2", "kind": "length", "names": ["zork two"]}, "units.zork_2: no unit 'zork_2'"),
        (
            {"name": "zork_3", "kind": "mass", "names": ["zork three"], "definition": "2 * inch"},
            'units.zork_3: "zork_3" is of the size meter, which is no mass',
        ),
        (
            {"name": "zork_4", "kind": "mass", "names": ["zork four"], "definition": "import os"},
            "units.zork_4: 'import os' is no unit expression",
        ),
        ({"name": "mile", "kind": "length", "names": ["my mile"]}, 'units.mile: "mile" is already a unit'),
        (
            {"name": "meter", "kind": "length", "names": ["my metre"], "definition": "2 * inch"},
            "units.meter: meter is a unit already, and another than 2 * inch",
        ),
    ],
)
def test_a_unit_of_the_project_is_checked_like_ours(row: dict[str, object], message: str) -> None:
    with pytest.raises(LexiconError) as error:
        english((row,))
    assert message in str(error.value)


def test_a_unit_of_the_project_is_read_and_measured() -> None:
    row = {"name": "zork_league", "kind": "length", "names": ["zork league"], "definition": "5 * kilometer"}
    lexicon = english((row,))
    assert lexicon.spellings["zork leagues"][0].unit.name == "zork_league"
    assert lexicon.unit("zork_league").source == "the project"
