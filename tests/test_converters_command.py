"""`claimcheck converter`, and how it finds converters."""

import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Annotated, NewType
from xml.etree import ElementTree as ET

import pytest

from claimcheck.cli import main
from claimcheck.converters import converts
from claimcheck.converters.discover import discovered

Kilometres = NewType("Kilometres", float)
Miles = NewType("Miles", float)

MODULE = """
from claimcheck.converters import converts

def km_to_miles(km):
    return km / 1.609344

def celsius_to_fahrenheit(c):
    return c * 1.8 + 30

def mph2kmh(x):
    return x * 1.609344

@converts("lb", "kg", rounding="integer")
def weigh(pounds):
    return round(pounds * 0.45359237)

def add_to_basket(item):
    return item

class Units:
    class Old:
        def stone_to_kg(self, stone):
            return stone * 6.35029318

    @staticmethod
    def feet_to_metres(feet):
        return feet * 0.3048

    @converts("inch", "cm")
    def centimetres(self, inches):
        return inches * 2.54

class Site:
    def __init__(self, name):
        self.name = name

    def km_to_miles(self, km):
        return km / 1.609344

class Sensor:
    def __init__(self):
        raise ValueError("nothing is plugged in")

    def km_to_miles(self, km):
        return km / 1.609344
"""


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    name = f"house_{tmp_path.name.replace('-', '_')}"
    (tmp_path / f"{name}.py").write_text(MODULE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    return name


def test_a_right_converter_exits_0(house: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["converter", f"{house}:km_to_miles", "km", "mile"]) == 0
    assert "kept agreement" in capsys.readouterr().out


def test_a_wrong_one_exits_1_and_says_why(house: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["converter", f"{house}:celsius_to_fahrenheit", "°C", "°F"]) == 1
    assert "the offset is 30 and should be 32" in capsys.readouterr().out


def test_a_declared_one_needs_no_units(house: str) -> None:
    assert main(["converter", f"{house}:weigh"]) == 0


@pytest.mark.parametrize("path", ["Units.feet_to_metres", "Units.centimetres"])
def test_a_method_is_a_converter(house: str, path: str) -> None:
    units = ["ft", "m"] if "feet" in path else []
    assert main(["converter", f"{house}:{path}", *units, "--examples", "50"]) == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere:f", "km", "mile"], "cannot import nowhere"),
        (["{}:nothing", "km", "mile"], "has no nothing"),
        (["{}", "km", "mile"], "package.module:function"),
        (["{}:km_to_miles"], "name both units"),
        (["{}:km_to_miles", "km", "gallon"], "may be gallon or imperial_gallon"),
        (["{}:km_to_miles", "km", "mile", "--rounding", "some"], "'some' is no rounding"),
        (["json", "--all"], "defines nothing"),
        (["{}:km_to_mile", "km", "mile"], "has no km_to_mile; did you mean km_to_miles?"),
        (["{}:Site.km_to_miles", "km", "mile"], "Site.km_to_miles needs an object, and Site() fails"),
        (["{}:Sensor.km_to_miles", "km", "mile"], "Sensor() fails (nothing is plugged in)"),
    ],
)
def test_what_cannot_be_tried_exits_2(
    house: str, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["converter", *(each.format(house) for each in arguments)]) == 2
    assert words in capsys.readouterr().err


def test_all_converters_of_a_module_as_json(house: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["converter", house, "--all", "--output-format", "json", "--examples", "100", "--seed", "3"])
        == 1
    )
    told = json.loads(capsys.readouterr().out)["converters"]
    methods = ["Units.Old.stone_to_kg", "Units.feet_to_metres", "Units.centimetres"]
    assert [each["name"] for each in told] == [
        "km_to_miles",
        "celsius_to_fahrenheit",
        "mph2kmh",
        "weigh",
        *methods,
    ]
    broken = [law for each in told for law in each["laws"] if law["status"] == "broken"]
    assert {"law", "title", "input", "expected", "got", "cause", "explanation"} <= broken[0].keys()


def test_junit_has_a_test_for_each_law(house: str, tmp_path: Path) -> None:
    there = tmp_path / "laws.xml"
    arguments = ["--output-format", "junit", "--output-file", str(there)]
    assert main(["converter", f"{house}:celsius_to_fahrenheit", "°C", "°F", *arguments]) == 1
    suite = ET.parse(there).getroot()[0]  # noqa: S314 # our own
    assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure")) > 0
    assert int(suite.attrib["tests"]) == len(suite.findall("testcase"))
    assert int(suite.attrib["skipped"]) == len(suite.findall("testcase/skipped"))


def test_what_cannot_be_tried_stops_none_of_the_others(
    house: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    module = tmp_path / f"{house}.py"
    text = module.read_text(encoding="utf-8")
    module.write_text(f"def gallons_to_litres(gallons):\n    return gallons\n\n{text}", encoding="utf-8")
    arguments = ["converter", house, "--all", "--examples", "40", "--output-format"]
    assert main([*arguments, "json"]) == 2
    told = capsys.readouterr()
    assert "gallons_to_litres: 'gallons' may be gallon or imperial_gallon" in told.err
    first, *others = json.loads(told.out)["converters"]
    assert "imperial_gallon" in first["problem"]
    assert all(each["laws"] for each in others)
    assert main([*arguments, "junit"]) == 2
    suite = ET.fromstring(capsys.readouterr().out)[0]  # noqa: S314 # our own
    assert (suite.attrib["errors"], suite.attrib["tests"], len(suite.findall("testcase/error"))) == (
        "1",
        "1",
        1,
    )
    assert main([*arguments, "text"]) == 2
    assert "could not be tried: 'gallons' may be" in capsys.readouterr().out


def units_of(**functions: object) -> dict[str, tuple[str, str]]:
    module = ModuleType("house")
    for name, function in functions.items():
        function.__module__ = "house"
        setattr(module, name, function)
    return {each.name: (each.declaration.source, each.declaration.target) for each in discovered(module)}


@pytest.mark.parametrize(
    ("name", "pair"),
    [
        ("km_to_miles", ("km", "miles")),
        ("kmToMiles", ("km", "miles")),
        ("c2f", ("celsius", "fahrenheit")),
        ("KiloMeter_To_LightYear", ("kilometer", "lightyear")),
        ("miles_from_km", ("km", "miles")),
        ("convert_lb_to_kg_rounded", ("lb", "kg")),
        ("square_miles_to_hectares", ("square miles", "hectares")),
        ("kilometers_per_hour_to_mph", ("kilometers per hour", "mph")),
    ],
)
def test_a_name_tells_both_units(name: str, pair: tuple[str, str]) -> None:
    assert units_of(**{name: lambda value: value})[name] == pair


@pytest.mark.parametrize(
    "name", ["add_to_basket", "km_to_kg", "back_to_back", "to_json", "_km_to_miles", "km"]
)
def test_other_names_tell_none(name: str) -> None:
    assert not units_of(**{name: lambda value: value})


def test_parameters_and_annotations_tell_them_too() -> None:
    def to_miles(km: float) -> float:
        return km

    def one(value: Annotated[float, "km"]) -> Annotated[float, "mile"]:
        return value

    def two(value: Kilometres) -> Miles:
        return Miles(value)

    @converts("lb", "kg")
    def three(value: float) -> float:
        return value

    assert units_of(to_miles=to_miles, one=one, two=two, three=three) == {
        "to_miles": ("km", "miles"),
        "one": ("km", "mile"),
        "two": ("kilometres", "miles"),
        "three": ("lb", "kg"),
    }


def test_without_hypothesis_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "claimcheck.converters.laws", None)
    assert main(["converter", "math:floor", "km", "mile"]) == 2
    told = capsys.readouterr().err
    assert "pip install hypothesis" in told
    assert 'pip install -e ".[testing]"' in told, "quoted, as a shell needs it"
