"""Where prose states one quantity twice."""

import pytest

import claimcheck
from claimcheck.model import Relation


def found(text: str) -> list[str]:
    return [conversion.span.of(text) for conversion in claimcheck.parse(text).conversions]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("50 km (31 miles)", Relation.BRACKET),
        ("50 km [31 miles]", Relation.BRACKET),
        ("50 km / 31 miles", Relation.SLASH),
        ("50 km or 31 miles", Relation.ALTERNATIVE),
        ("50 km, or about 31 miles", Relation.ALTERNATIVE),
        ("50 km = 31 miles", Relation.EQUATION),
        ("50 km is equivalent to 31 miles", Relation.EQUATION),
        ("50 km — about 31 miles", Relation.APPOSITION),
        ("50 km, 31 miles,", Relation.APPOSITION),
    ],
)
def test_the_relation_is_how_the_text_ties_the_figures(text: str, relation: Relation) -> None:
    (conversion,) = claimcheck.parse(f"It lies {text} off.").conversions
    assert conversion.relation is relation


def test_the_span_takes_the_closing_bracket_and_leaves_hedges_in_front() -> None:
    assert found("It is about 50 km (31 miles) off.") == ["50 km (31 miles)"]
    assert found("It is 50 km (31 miles or so) off.") == ["50 km (31 miles or so)"] or found(
        "It is 50 km (31 miles or so) off."
    ) == ["50 km (31 miles"]


def test_one_figure_may_have_several_restatements() -> None:
    (conversion,) = claimcheck.parse("She made 23 knots (43 km/h; 26 mph).").conversions
    assert len(conversion.restated) == 2


def test_an_equation_inside_brackets_is_a_conversion_of_its_own() -> None:
    assert found("The motor gives 40 hp (1 hp = 746 W).") == ["1 hp = 746 W"]


def test_a_weight_in_a_cup_is_restated_by_its_neighbour_only() -> None:
    assert found("Add 1/2 cup (2 oz/60 g) of nuts.") == ["2 oz/60 g"]


def test_lists_are_paired_item_by_item() -> None:
    text = "Races over 5, 10 and 20 km (3, 6 and 12 miles) follow."
    pairs = [
        (int(conversion.stated.least), int(conversion.restated[0].least))
        for conversion in claimcheck.parse(text).conversions
    ]
    assert pairs == [(5, 3), (10, 6), (20, 12)]


def test_two_figures_joined_by_and_are_one_pair() -> None:
    (conversion,) = claimcheck.parse("Gusts of 48 and 51 knots (89 and 94 km/h) blew.").conversions
    assert [len(side.figures) for side in (conversion.stated, *conversion.restated)] == [2, 2]


@pytest.mark.parametrize(
    "text",
    [
        "a 1.4 m gauge (62 km electrified)",
        "148 metres high (129 metres to the roof)",
        "5 km (8 minutes)",
        "1 cup (200 g)",
        "$3 a gallon (80 cents a litre)",
        "23 m or 25 m",
        "90 km/h, 30 mph less than before",
        "8 hours (20 minutes)",
        "350 °F (325 °F in a glass pan)",
    ],
)
def test_two_different_things_are_no_conversion(text: str) -> None:
    assert found(f"There is {text} here.") == []


def test_cells_are_paired_where_they_hold_nothing_else() -> None:
    (conversion,) = claimcheck.parse("Depth | 50 km | 31 miles | 27 nmi").conversions
    assert conversion.relation is Relation.TABLE
    assert len(conversion.restated) == 2
    assert found("It lies 50 km | 31 miles off.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Path\tLength (km)\tLength (mi)\nNorth\t50\t31",
        "Path     Length (km)  Length (mi)\nNorth    50           31",
        "Path | km | mi\nNorth | 50 | 31",
        "| Path | Length [km] | Length [mi] |\n|---|---:|---:|\n| North | 50 | 31 |",
        "Length in km | Length in miles\r\n50 | 31",
        "Length (km) | Length (mi)\nNorth | 50 | 31",
    ],
)
def test_a_heading_gives_its_unit_to_bare_figures(text: str) -> None:
    (conversion,) = claimcheck.parse(text).conversions
    units = [side.unit.name for side in (conversion.stated, *conversion.restated) if side.unit]
    assert units == ["kilometer", "mile"]


@pytest.mark.parametrize(
    ("heading", "units"),
    [
        ("Speed (km/h)", ["kilometer / hour"]),
        ("Speed (km/h (mph))", ["kilometer / hour", "mile / hour"]),
        ("Speed, km/h / mph", ["kilometer / hour", "mile / hour"]),
        ("Mass kg (lb)", ["kilogram", "pound"]),
        ("Length (m/ft)", ["meter", "foot"]),
        ("Score (points)", []),
        ("Minute", []),
        ("Price (USD)", []),
        ("Length (of the hull)", []),
    ],
)
def test_a_heading_is_words_and_units(heading: str, units: list[str]) -> None:
    cells = " / ".join(["50", "31", "27"][: max(1, len(units))])
    quantities = claimcheck.parse(f"Boat | {heading}\nAda | {cells}").quantities
    assert [each.unit.name for each in quantities if each.unit] == units


@pytest.mark.parametrize(("sign", "unit"), [(" | ", "kilometer"), ("\t", "kilometer"), ("   ", None)])
def test_a_row_that_is_not_full_takes_units_where_empty_cells_would_show(sign: str, unit: str | None) -> None:
    rows = (("Path", "Length (km)", "Length (mi)"), ("North", "50", "31"), ("South", "60"))
    text = "\n".join(sign.join(row) for row in rows)
    *_, last = claimcheck.parse(text).quantities
    assert (last.span.of(text), last.unit and last.unit.name) == ("60", unit)


def test_a_wrong_figure_in_a_headed_column_is_named_with_its_unit() -> None:
    (finding,) = claimcheck.check("Path | Length (km) | Length (mi)\nNorth | 60 | 3.7").diagnostics
    assert finding.message.startswith("60 km is 37 mi, not 3.7 mi")
    assert [(fix.title, *(edit.text for edit in fix.edits)) for fix in finding.fixes] == [
        ("write 37", "37"),
        ("or write 6 km", "6"),
    ]


def test_a_wrong_conversion_is_still_one() -> None:
    assert found("It is 50 km (3,000 miles) off.") == ["50 km (3,000 miles)"]
    assert found("It weighs 1 lb / 0.0022 g in all.") == ["1 lb / 0.0022 g"]


@pytest.mark.parametrize(
    "piece",
    [
        "Length (km) | Length (mi)\n",
        "5 | 3 | ",
        "Length (km)\t5\n",
        "5 km  ",
        *("5 km (", "5 km or ", "5 km, ", "5 km / ", "5 km long wide high (", "1 mi, 2 mi and "),
    ],
)
def test_hostile_repetition_is_read_in_linear_time(piece: str) -> None:
    report = claimcheck.parse(piece * 400)
    assert len(report.conversions) <= len(report.quantities)
