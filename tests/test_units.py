"""The pint boundary: exact, closed to prose, and out of the way where it is not needed."""

import json
import os
import runpy
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from itertools import permutations
from pathlib import Path

import pytest

from claimcheck import units
from claimcheck.cli import main
from claimcheck.commands.units import number
from claimcheck.errors import UnitError
from claimcheck.lexicon import english
from claimcheck.units import convert, define, dimension, exists, pint_size, scale, size

WRITER = Path(__file__).parent / "tools" / "write_sizes.py"


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        ("50", "kilometer", "mile", "390625/12573"),
        ("37", "degree_Celsius", "degree_Fahrenheit", "98.6"),
        ("-40", "degree_Fahrenheit", "degree_Celsius", "-40"),
        ("0", "kelvin", "degree_Rankine", "0"),
        ("1", "imperial_gallon", "liter", "4.54609"),
        ("1", "oil_barrel", "gallon", "42"),
        ("1", "acre", "hectare", "0.40468564224"),
        ("1", "standard_atmosphere", "pascal", "101325"),
        ("30", "mile / gallon", "liter_per_100km", "112903/14400"),
        ("10", "liter_per_100km", "kilometer / liter", "10"),
        ("1", "tsubo", "pyeong", "1"),
        ("1", "psi", "kilopascal", "8896443230521/1290320000000"),
    ],
)
def test_conversion_is_exact(value: str, source: str, target: str, expected: str) -> None:
    assert convert(Fraction(value), source, target) == Fraction(expected)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("degree_Celsius", "degree_Fahrenheit", "3.6"),
        ("degree_Fahrenheit", "kelvin", "10/9"),
        ("kelvin", "degree_Celsius", "2"),
        ("degree_Rankine", "degree_Fahrenheit", "2"),
    ],
)
def test_a_rise_of_two_degrees_has_no_zero_point(source: str, target: str, expected: str) -> None:
    assert convert(Fraction(2), source, target, difference=True) == Fraction(expected)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mile", "kilogram"),
        ("byte", "degree"),
        ("percent", "radian"),
        ("revolutions_per_minute", "hertz"),
        ("lux", "nit"),
        ("becquerel", "hertz"),
        ("pH", "decibel"),
    ],
)
def test_different_things_do_not_convert(one: str, other: str) -> None:
    with pytest.raises(UnitError, match="measure different things"):
        scale(one, other)
    assert dimension(one) != dimension(other)


@pytest.mark.parametrize(
    ("unit", "roots"),
    [("m²", "meter ** 2"), ("yard ** 3", "meter ** 3"), ("knot", "meter / second"), ("degC", "kelvin")],
)
def test_a_dimension_is_in_root_units(unit: str, roots: str) -> None:
    assert dimension(unit) == roots


def test_pint_knows_the_size_of_a_power() -> None:
    assert pint_size("foot**2") == size("foot ** 2")


def test_zero_miles_to_the_gallon_have_no_counterpart() -> None:
    with pytest.raises(UnitError, match="zero has no reciprocal"):
        convert(Fraction(0), "mile / gallon", "liter_per_100km")


HOSTILE = [
    "",
    " ",
    "9**9**9",
    "kilometer ** 99",
    "__import__('os')",
    "import os",
    "meter; meter",
    "meter\nmeter",
    "m" * 100_000,
    "meter / " * 50 + "meter",
    "meter * 0",
    "0 * meter",
    "[",
    "[a b]",
    "meter.real",
    "meter()",
    "µ" * 40,
    "lambda x",
    "1e99999 * meter",
    "\ud800",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_prose_and_code_are_no_units(text: str) -> None:
    assert not exists(text)
    with pytest.raises(UnitError):
        size(text)


def test_the_shipped_sizes_are_what_pint_and_the_definitions_say() -> None:
    shipped = {name: size(name) for name in json.loads(units.SIZES.read_text(encoding="utf-8"))}
    assert shipped == runpy.run_path(str(WRITER))["sizes"](), "run python tests/tools/write_sizes.py"


def test_pint_knows_every_unit_that_the_lexicon_does_not_define() -> None:
    rows = english().units
    for name, row in rows.items():
        if name.isidentifier() and not row.definition:
            assert pint_size(name) == size(name), name


def test_what_is_in_no_row_comes_from_pint() -> None:
    assert "peak_sun_hour" not in json.loads(units.SIZES.read_text(encoding="utf-8"))
    assert convert(Fraction(1), "peak_sun_hour", "joule / meter ** 2") == 3_600_000


def test_a_unit_without_an_exact_size_is_none() -> None:
    with pytest.raises(UnitError, match="no exact size"):
        size("franklin")


def test_a_definition_may_be_repeated_but_not_changed() -> None:
    define("testing_pace", "75 * centimeter")
    define("testing_pace", "0.75 * meter")
    assert convert(Fraction(4), "testing_pace", "meter") == 3
    with pytest.raises(UnitError, match="testing_pace is a unit already, and another than 80"):
        define("testing_pace", "80 * centimeter")
    with pytest.raises(UnitError, match="mile is a unit already"):
        define("mile", "1 * kilometer")
    with pytest.raises(UnitError, match="cannot name a unit"):
        define("two words", "meter")


def run(code: str, **environment: str) -> str:
    done = subprocess.run(  # noqa: S603 # our own interpreter
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **environment},
    )
    return done.stdout.strip()


def test_a_conversion_between_units_of_the_lexicon_loads_no_pint() -> None:
    code = (
        "import sys; from fractions import Fraction as F; from claimcheck.units import convert;"
        "convert(F(1), 'mile / imperial_gallon', 'liter_per_100km'); print('pint' in sys.modules)"
    )
    assert run(code) == "False"


FROM_PINT = "from claimcheck.units import size; print(size('peak_sun_hour').slope)"


def test_pint_is_cached_in_a_folder_of_the_user(tmp_path: Path) -> None:
    assert run(FROM_PINT, XDG_CACHE_HOME=str(tmp_path)) == "3600000000"
    folder = tmp_path / "claimcheck" / "pint"
    assert list(folder.iterdir())
    assert stat.S_IMODE(folder.stat().st_mode) & 0o077 == 0
    for file in folder.rglob("*"):
        if file.is_file():
            file.write_bytes(file.read_bytes()[:40])  # another process is just writing it
    assert run(FROM_PINT, XDG_CACHE_HOME=str(tmp_path)) == "3600000000"


@pytest.mark.parametrize("home", ["/dev/null", "/proc", "relative", ""])
def test_pint_works_where_nothing_can_be_written(home: str) -> None:
    assert run(FROM_PINT, XDG_CACHE_HOME=home, HOME="/dev/null") == "3600000000"


def test_a_cache_that_others_can_write_is_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "claimcheck" / "pint"
    folder.mkdir(parents=True)
    folder.chmod(0o777)
    assert run(FROM_PINT, XDG_CACHE_HOME=str(tmp_path)) == "3600000000"
    assert not list(folder.iterdir())


def test_processes_and_threads_may_start_at_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(3) as pool:
        found = pool.map(lambda _: run(FROM_PINT, XDG_CACHE_HOME=str(tmp_path)), range(3))
        assert set(found) == {"3600000000"}
    code = (
        "from concurrent.futures import ThreadPoolExecutor as T; from claimcheck.units import size;"
        "print(len(set(T(8).map(size, ['peak_sun_hour', 'RKM', 'galileo'] * 20))))"
    )
    assert run(code, XDG_CACHE_HOME=str(tmp_path)) == "3"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1609.344", "1609.344"),
        ("1/3", "1/3"),
        ("-0.5", "-0.5"),
        ("1e30", "1e30"),
        ("100", "100"),
        ("1/1000", "0.001"),
        ("7/90000", "7/90000"),
    ],
)
def test_a_size_is_printed_exactly(value: str, text: str) -> None:
    assert number(Fraction(value)) == text


def test_a_long_fraction_is_printed_as_rounded() -> None:
    assert number(Fraction(10**40, 3**50)).endswith("(rounded)")


def test_units_are_looked_up_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["units", "nautical", "mile"]) == 0
    shown = capsys.readouterr().out
    for part in ("1 nautical_mile = 1852 meter", "nmi", "length", "nautical", "SI Brochure", "units.toml:"):
        assert part in shown


def test_every_reading_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["units", "--json", "gallon"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert [each["name"] for each in shown["readings"]] == ["gallon", "imperial_gallon"]
    assert shown["readings"][1]["size"] == "1 imperial_gallon = 0.00454609 meter ** 3"


def test_what_nobody_knows_is_exit_2_with_a_suggestion(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["units", "kilometr"]) == 2
    assert "did you mean kilometre" in capsys.readouterr().err
    assert main(["units", "--json", "kilometr"]) == 2
    assert "kilometre" in json.loads(capsys.readouterr().out)["suggestions"]
    assert main(["units"]) == 2
    assert main(["units", "--kind", "lenght"]) == 2
    assert "did you mean length?" in capsys.readouterr().err


def test_units_of_the_project_are_looked_up_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "claimcheck.toml").write_text(
        'house-units = { gallon = "imperial_gallon" }\n[[units]]\nname = "lookup_mile"\nkind = "length"\n'
        'names = ["lookup mile"]\ndefinition = "3 * kilometer"\n',
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    assert main(["units", "lookup miles"]) == 0
    assert "1 lookup_mile = 3000 meter" in capsys.readouterr().out
    assert main(["units", "gallon"]) == 0
    assert "US gallon" not in capsys.readouterr().out


def test_a_kind_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["units", "--kind", "torque"]) == 0
    assert "pound-foot" in capsys.readouterr().out
    assert main(["units", "--kind", "torque", "--json"]) == 0
    assert "newton * meter" in [each["name"] for each in json.loads(capsys.readouterr().out)]
    assert main(["units", "--kind", "money"]) == 0
    assert "sterling" in capsys.readouterr().out
    assert main(["units", "--kind", "?"]) == 0
    assert "fuel economy" in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    ("one", "two", "three"), list(permutations(["degree_Celsius", "degree_Fahrenheit", "kelvin"]))
)
def test_readings_of_temperature_go_round(one: str, two: str, three: str) -> None:
    value = Fraction("36.6")
    assert convert(convert(convert(value, one, two), two, three), three, one) == value
