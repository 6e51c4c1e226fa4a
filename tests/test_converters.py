"""Contracts, laws, diagnosis: each law is broken by what it is there for, and kept by what is right."""

import asyncio
import subprocess
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal, getcontext
from fractions import Fraction
from time import sleep
from typing import Any, Unpack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.converters import (
    Contract,
    ConverterError,
    Rounding,
    applicable,
    check_converter,
    contract_for,
    converts,
    examine,
    try_law,
)
from claimcheck.converters.contract import Converter, Input
from claimcheck.converters.declare import Options
from claimcheck.converters.declared import decade
from claimcheck.converters.laws import NUMERIC, PROSE
from claimcheck.converters.numbers import NotANumber, exact, shown
from claimcheck.errors import ConfigurationError, UnitError
from claimcheck.model import Cause

FACTORS = {"km": 1000.0, "mile": 1609.344, "m": 1.0, "ft": 0.3048, "miles": 1609.344}


def by_name(value: float, source: str, target: str) -> float:
    return value * FACTORS[source] / FACTORS[target]


def crooked(value: float, source: str, target: str) -> float:
    return value * FACTORS[source] / (FACTORS | {"ft": 0.3047})[target]


def counted() -> Callable[[float], float]:
    calls: list[float] = []

    def convert(km: float) -> float:
        calls.append(km)
        return km / 1.609344 + (len(calls) > 3)

    return convert


def shared() -> Callable[[float], float]:
    page: dict[str, float] = {}

    def convert(km: float) -> float:
        page["km"] = km
        sleep(0)
        return page["km"] / 1.609344

    return convert


KM = ("km", "mile")
HEAT = ("°C", "°F")
BREAKERS: list[tuple[str, Any, tuple[str, str], dict[str, Any]]] = [
    ("agreement", lambda km: km * 0.6214, KM, {}),
    ("ties", round, ("m", "meter"), {"rounding": "integer half-up"}),
    ("single-rounding", lambda km: round(round(km / 1.609344, 2), 1), KM, {"rounding": "1dp"}),
    ("idempotence", lambda km: km / 1.609344, KM, {"rounding": "1dp"}),
    ("zero", lambda km: km / 1.609344 or None, KM, {}),
    ("sign", lambda km: abs(km) / 1.609344, KM, {}),
    ("monotone", lambda km: km / 1.609344 if km < 50 else -km, KM, {}),
    ("affine", lambda km: km / 1.609344 if km < 50 else km, KM, {}),
    ("additivity", lambda km: km / 1.609344 + 1, KM, {}),
    ("difference", lambda c: c * 1.5 + 32, HEAT, {}),
    ("round-trip", lambda km: km / 1.609344, KM, {"inverse": lambda miles: miles * 1.61}),
    ("composition", crooked, KM, {"form": "named"}),
    ("range-ends", lambda a, b: (b / 1.609344, a / 1.609344), KM, {"form": "range"}),
    ("elementwise", lambda km: [each / 1.609344 for each in km[1:]], KM, {"form": "sequence"}),
    ("type-kept", lambda km: float(km) / 1.609344, KM, {"types": ["Decimal"]}),
    ("refusal", lambda km: km / 1.609344, KM, {"refuses": ["negative"]}),
    ("dimensions", lambda v, a, b: v * FACTORS[a] / FACTORS.get(b, 1), KM, {"form": "named"}),
    ("aliases", lambda v, a, b: v * FACTORS[a] / (1609.344 if b == "mile" else 1), KM, {"form": "named"}),
    ("overflow", lambda km: min(km, 1e12) / 1.609344, KM, {}),
    ("repeatable", counted(), KM, {}),
    ("exceptions", lambda km: 26.2 if km == 42 else km / 1.609344, KM, {}),
    ("neighbours", crooked, KM, {"form": "named"}),
    ("threads", shared(), KM, {"threads": True}),
]


@pytest.mark.parametrize(
    ("name", "converter", "units", "options"), BREAKERS, ids=[row[0] for row in BREAKERS]
)
def test_each_law_finds_what_it_is_for(
    name: str, converter: Converter, units: tuple[str, str], options: dict[str, Any]
) -> None:
    contract = contract_for(converter, *units, **options)
    law = next(each for each in NUMERIC if each.name == name)
    assert try_law(law, contract).status == "broken"


def test_every_law_but_that_of_arrays_has_its_breaker_here() -> None:
    assert {row[0] for row in BREAKERS} == {law.name for law in NUMERIC} - {"arrays"}


def test_an_array_that_wraps_is_found() -> None:
    np = pytest.importorskip("numpy")
    report = examine(
        contract_for(lambda km: (km * np.int32(1000)).astype(km.dtype), "km", "m", types=["array"])
    )
    broken = {each.law.name for each in report.broken}
    assert "arrays" in broken


@pytest.mark.parametrize("shape", ["row", "column", "table", "empty"])
def test_an_array_keeps_its_shape(shape: str) -> None:
    np = pytest.importorskip("numpy")
    contract = contract_for(lambda km: np.ravel(km) / 1.609344, "km", "mile", types=["array"])
    law = next(each for each in NUMERIC if each.name == "arrays")
    figures = [Input(each, Fraction(each)) for each in (1.0, 2.0)]
    found = law.check(contract, ("float64", shape, figures, []))
    assert bool(found) == (shape in ("column", "table"))


def test_a_product_on_the_way_may_end_in_infinity_sooner() -> None:
    assert not examine(contract_for(lambda feet: feet * 3048 / 10000, "ft", "m", types=["float"])).broken


def test_an_infinity_is_fair_where_the_result_s_own_type_ends() -> None:
    np = pytest.importorskip("numpy")

    def single(km: float) -> object:
        with np.errstate(over="ignore"):
            return np.float32(km) / np.float32(1.609344)

    assert not examine(contract(single, tolerance="1e-6")).broken


def test_a_coroutine_is_a_converter() -> None:
    async def right(km: float) -> float:
        await asyncio.sleep(0)
        return km / 1.609344

    async def wrong(km: float) -> float:
        return km / 1.6

    async def within_a_loop() -> None:
        assert not examine(contract(right), examples=20).broken

    assert not examine(contract(right)).broken
    assert examine(contract(wrong)).broken
    asyncio.run(within_a_loop())


def test_a_right_coroutine_may_be_called_from_several_threads() -> None:
    async def right(km: float) -> float:
        await asyncio.sleep(0)
        return km / 1.609344

    assert not examine(contract(right, threads=True)).broken


def test_a_generator_may_raise_on_its_way() -> None:
    def ends(low: float, high: float) -> Iterator[int]:
        yield from (round(end * 1.8 + 32) for end in (low, high))

    assert not examine(contract_for(ends, *HEAT, form="range", rounding="integer")).broken


def test_the_decimal_context_is_left_alone() -> None:
    def careless(km: Decimal) -> Decimal:
        getcontext().prec = 3
        return km / Decimal("1.609344")

    before = getcontext().prec
    assert examine(contract(careless)).broken
    assert getcontext().prec == before


def test_a_word_with_two_meanings_is_no_third_unit() -> None:
    watts = {"kw": 1000.0, "mw": 0.001, "hp": 745.7, "megawatt": 1e6, "watt": 1.0}

    def lower(value: float, source: str, target: str) -> float:
        return value * watts[source.lower()] / watts[target.lower()]

    broken = examine(contract_for(lower, "megawatt", "kW", form="named")).broken
    assert "aliases" in {each.law.name for each in broken}


def test_a_declared_alias_that_is_the_name_itself_asks_for_no_other() -> None:
    assert not examine(contract(by_name, form="named", aliases=["km"])).broken


def test_laws_have_names_titles_and_reasons() -> None:
    for law in (*NUMERIC, *PROSE):
        assert law.reason
        assert law.title
    assert len({law.name for law in NUMERIC}) == len(NUMERIC)


def test_a_right_converter_keeps_all_laws() -> None:
    report = check_converter(lambda km: km / 1.609344, *KM)
    assert not report.broken
    assert {each.status for each in report.tried} == {"kept", "skipped"}


def test_a_failure_tells_law_input_expected_got_and_cause() -> None:
    with pytest.raises(ConverterError) as caught:
        check_converter(lambda km: round(km / 1.852, 1), *KM, rounding="1dp")
    message = str(caught.value)
    for part in (
        "agrees with exact arithmetic",
        "input     1\n",
        "expected  0.6 mile",
        "got       0.5\n",
        "nautical_statute",
    ):
        assert part in message


def test_a_failed_law_fails_a_test() -> None:
    assert issubclass(ConverterError, AssertionError)


def test_the_same_seed_gives_the_same_report() -> None:
    def off(km: float) -> float:
        return km / 1.609344 + (km > 777)

    one, two = (examine(contract_for(off, *KM), seed=7) for _ in range(2))
    assert str(one) == str(two)


def test_the_budget_bounds_what_is_tried() -> None:
    report = examine(contract_for(lambda km: km / 1.609344, *KM), examples=60)
    assert report.examples <= 100


@pytest.mark.parametrize("examples", [1, 1000])
def test_any_budget_will_do(examples: int) -> None:
    assert not examine(contract_for(lambda km: km / 1.609344, *KM), examples=examples).broken


@pytest.mark.parametrize(
    ("arguments", "options", "error", "words"),
    [
        (("gallon", "L"), {}, UnitError, "imperial_gallon"),
        (("km", "parsec-ish"), {}, UnitError, "parsec-ish"),
        (("km", "kg"), {}, UnitError, "different things"),
        (("gallon", "L"), {"system": "nautical"}, UnitError, "no nautical gallon"),
        (KM, {"rounding": "three"}, ConfigurationError, "three"),
        (KM, {"rounding": "0sf"}, ConfigurationError, "0sf"),
        (KM, {"refuses": ["nans"]}, ConfigurationError, "did you mean nan"),
        (KM, {"types": ["complex"]}, ConfigurationError, "complex"),
        (KM, {"tolerance": "much"}, ConfigurationError, "much"),
        (KM, {"roundings": "1dp"}, ConfigurationError, "did you mean rounding"),
    ],
)
def test_bad_declarations_say_what_is_wrong(
    arguments: tuple[str, str], options: dict[str, Any], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        contract_for(lambda value: value, *arguments, **options)


def test_what_is_no_converter_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="called"):
        contract_for(5, *KM)  # type: ignore[arg-type] # that is the point
    with pytest.raises(ConfigurationError, match="two arguments"):
        contract_for(lambda low, high: (low, high), *KM)


def test_what_is_declared_need_not_be_said_again() -> None:
    @converts("km", "mile", rounding="1dp")
    def declared(km: float) -> float:
        return round(km / 1.609344, 1)

    assert check_converter(declared, examples=50).subject == "km to mile, rounded to 1dp"
    with pytest.raises(ConverterError):
        check_converter(declared, rounding="2dp", examples=50)
    with pytest.raises(ConfigurationError, match="name both units"):
        check_converter(abs, examples=50)


@pytest.mark.parametrize(
    ("thing", "words"),
    [(int, "the class int"), (property(str), "cannot be called"), (abs, "takes no attributes")],
)
def test_what_cannot_be_marked_says_so(thing: object, words: str) -> None:
    with pytest.raises(ConfigurationError, match=words):
        converts("km", "mile")(thing)


def test_a_system_settles_an_ambiguous_word() -> None:
    us, imperial = (
        contract_for(lambda value: value, "gallon", "L", system=each) for each in ("US", "imperial")
    )
    assert (us.source.name, imperial.source.name) == ("gallon", "imperial_gallon")


def test_a_system_of_two_countries_is_that_of_either() -> None:
    for system in ("US", "imperial"):
        made = contract_for(lambda value: value, "horsepower", "kW", system=system)
        assert made.source.name == "horsepower"
    with pytest.raises(UnitError, match="calorie or kilocalorie"):
        contract_for(lambda value: value, "calories", "J")


def test_types_and_form_come_from_the_signature() -> None:
    def decimals(km: Decimal) -> Decimal:
        return km

    assert contract(decimals).types == (Decimal,)
    assert contract(lambda km: km).types == (int, float)
    assert contract(by_name).form == "named"


def contract(function: Callable[..., Any], **options: Unpack[Options]) -> Contract:
    made = contract_for(function, *KM, **options)
    assert isinstance(made, Contract)
    return made


def test_a_crash_is_no_refusal() -> None:
    def crashes(km: float) -> float:
        if km < 0:
            raise AttributeError("no such thing")
        return km / 1.609344

    assert examine(contract(crashes)).broken


def test_negative_lengths_may_be_refused() -> None:
    def refuses(km: float) -> float:
        if km < 0:
            raise ValueError(km)
        return km / 1.609344

    assert not examine(contract(refuses)).broken
    assert not examine(contract(refuses, refuses=["negative"])).broken


def test_a_wider_tolerance_admits_a_shorter_constant() -> None:
    assert examine(contract(lambda km: km * 0.6214)).broken
    assert not examine(contract(lambda km: km * 0.6214, tolerance="1e-4")).broken


def test_without_hypothesis_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "claimcheck.converters.laws", None)
    with pytest.raises(ConfigurationError, match="testing"):
        list(applicable(contract(lambda km: km)))


def test_importing_the_package_does_not_import_hypothesis() -> None:
    loaded = "[each for each in ('hypothesis', 'pint', 'numpy') if each in sys.modules]"
    code = f"import sys, claimcheck.converters; print({loaded})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"


ROUNDINGS = [
    f"{size}{mode}" for size in ("integer", "1dp", "-2dp", "3sf") for mode in ("", " half-up", " floor")
]


def values() -> st.SearchStrategy[Fraction]:
    return st.fractions(-10_000, 10_000, max_denominator=10_000)


@pytest.mark.parametrize("declaration", ["none", *ROUNDINGS])
def test_a_rounding_reads_as_it_is_written(declaration: str) -> None:
    assert str(Rounding.parse(declaration)) == declaration.replace("0dp", "integer")


@pytest.mark.parametrize("declaration", ROUNDINGS)
@given(value=values())
def test_rounding_twice_is_rounding_once(declaration: str, value: Fraction) -> None:
    rounding = Rounding.parse(declaration)
    assert rounding(rounding(value)) == rounding(value)


@pytest.mark.parametrize("declaration", ROUNDINGS)
@given(value=values())
def test_a_rounded_figure_is_within_a_step_and_within_its_bounds(declaration: str, value: Fraction) -> None:
    rounding = Rounding.parse(declaration)
    least, most = rounding.bounds(value, value)
    assert least <= rounding(value) <= most
    assert abs(rounding(value) - value) <= rounding.step(value)


@given(value=values(), places=st.integers(0, 4))
def test_half_up_is_that_of_decimal(value: Fraction, places: int) -> None:
    decimal = Decimal(value.numerator) / Decimal(value.denominator)
    if Fraction(decimal) == value:
        quantum = Decimal(1).scaleb(-places)
        assert Rounding(places, None, "half-up")(value) == Fraction(
            decimal.quantize(quantum, "ROUND_HALF_UP")
        )


@given(value=values())
def test_the_decade_is_that_of_scientific_notation(value: Fraction) -> None:
    if value:
        assert 1 <= abs(value) / Fraction(10) ** decade(value) < 10


@pytest.mark.parametrize(
    ("number", "value"),
    [
        (5, 5),
        (0.5, Fraction(1, 2)),
        (Decimal("1.1"), Fraction(11, 10)),
        ("1,242.7 mi", Fraction(12427, 10)),
        ("−4 °F", -4),
    ],
)
def test_numbers_are_read_exactly(number: object, value: Fraction) -> None:
    assert exact(number) == value


@pytest.mark.parametrize(
    "number", [float("nan"), float("inf"), True, None, "", "5 to 6", "1.234,5", 1j, [], "x"]
)
def test_what_is_no_number_is_none(number: object) -> None:
    with pytest.raises(NotANumber):
        exact(number)


@given(values())
def test_short_decimals_are_shown_as_they_are(value: Fraction) -> None:
    text = shown(value)
    assert Fraction(text.removesuffix("…")) == value or text.endswith("…")


HOSTILE = ["1" * 10**6, "1," * 10**6, "1.1" * 10**6, "-" * 10**6, " " * 10**6 + "x"]


@pytest.mark.parametrize("text", HOSTILE, ids=range(5))
def test_reading_a_figure_is_linear(text: str) -> None:
    with pytest.raises(NotANumber):
        exact(text)


def test_inputs_are_what_the_type_holds() -> None:
    tenth = Input.of(Fraction(1, 10), float)
    assert tenth is not None
    assert tenth.value == Fraction(0.1)
    assert Input.of(Fraction(1, 2), int) is None


@pytest.mark.parametrize(
    ("converter", "units", "options", "cause"),
    [
        (lambda x: x * 0.5, ("square foot", "m²"), {}, Cause.FACTOR_CONFUSED),
        (lambda x: x * 0.3048, ("square foot", "m²"), {}, Cause.LINEAR_FOR_AREA),
        (lambda x: x * 1.8 + 23, HEAT, {}, Cause.ARITHMETIC),
        (lambda x: x * 1.8, HEAT, {}, Cause.TEMP_READING_AS_DIFFERENCE),
        (lambda x: x, KM, {}, Cause.WRONG_UNIT_LABEL),
        (lambda x: x * 1.609344, KM, {}, Cause.INVERSE_FACTOR),
        (lambda x: x * 2.205, ("lb", "kg"), {}, Cause.INVERSE_FACTOR),
        (lambda x: x / 1.690344, KM, {}, Cause.DIGIT_TRANSPOSITION),
        (lambda x: x / 1.609844, KM, {}, Cause.DIGIT_ERROR),
        (lambda x: x / 16.09344, KM, {}, Cause.DECIMAL_DIV10),
        (lambda x: int(x / 1.609344), KM, {"rounding": "integer"}, Cause.WRONG_ROUNDING),
        (lambda x: x * 1000, ("short ton", "kg"), {}, Cause.TON_KIND),
        (lambda x: 282.4809 / x, ("mpg", "L/100 km"), {"system": "US"}, Cause.GALLON_US_IMP),
    ],
)
def test_the_cause_is_named(
    converter: Converter, units: tuple[str, str], options: dict[str, Any], cause: Cause
) -> None:
    first = examine(contract_for(converter, *units, **options)).broken[0].broken
    assert first is not None
    assert first.cause is cause


@pytest.mark.parametrize(
    ("converter", "units", "options", "words"),
    [
        (lambda x: x + 32, HEAT, {}, "multiplies by 1, and the exact factor is 1.8"),
        (lambda x: x + 273, ("°C", "K"), {}, "the offset is 273 and should be 273.15"),
        (lambda x: round(x * 2.54 + 0.05, 1), ("inch", "cm"), {"rounding": "1dp"}, "off by a step"),
        (lambda a, b: (b, a), ("m", "meter"), {"form": "range"}, "the ends are swapped"),
    ],
)
def test_the_explanation_fits(
    converter: Converter, units: tuple[str, str], options: dict[str, Any], words: str
) -> None:
    broken = examine(contract_for(converter, *units, **options)).broken
    told = [each.broken.explanation for each in broken if each.broken]
    assert any(each.endswith(words) or words in each for each in told), told
    assert not any("wrong order" in each or "goes" in each for each in told)
