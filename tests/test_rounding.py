"""What written figures vouch for, the data behind the limits, and the judgement in small."""

import re
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import fields

import claimcheck
from claimcheck.errors import UnitError
from claimcheck.lexicon import english
from claimcheck.lexicon.rounding import rounding_table
from claimcheck.lexicon.thresholds import explaining, pairing, reach
from claimcheck.model import Cause, Figure, How, Span, Verdict
from claimcheck.rounding import coarsest, digits, grains, is_false_precision, is_round, is_small, vouched
from claimcheck.rounding.judge import judge
from claimcheck.rounding.limits import Limits, customs, kind_of_document, limits, oven_pairs
from claimcheck.units import exists, scale

HERE = Span(0, 1)


def whole(number: int) -> Figure:
    shown = str(abs(number))
    return Figure(HERE, Fraction(number), 0, len(shown) - len(shown.rstrip("0")) if number else 0)


def decimal(shown: str) -> Figure:
    places = len(shown.partition(".")[2])
    return Figure(HERE, Fraction(shown), -places)


HALVES = Figure(HERE, Fraction(7, 2), step=Fraction(1, 2))
FEET_AND_INCHES = Figure(HERE, Fraction(71, 12), step=Fraction(1, 12))


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (whole(50), [1, 5, 10, 50]),
        (whole(40), [1, 5, 10]),
        (whole(1240), [1, 5, 10]),
        (whole(7), [1]),
        (whole(15), [1, 5]),
        (decimal("2.5"), [Fraction(1, 10), Fraction(1, 2)]),
        (decimal("2.50"), [Fraction(1, 100)]),
        (HALVES, [Fraction(1, 2)]),
        (whole(0), [1]),
    ],
)
def test_grains_are_the_steps_to_which_a_writer_may_have_rounded(figure: Figure, expected: list[int]) -> None:
    assert list(grains(figure)) == expected


def test_a_figure_vouches_for_half_a_grain_on_either_side() -> None:
    assert (vouched(whole(40)).low, vouched(whole(40)).high) == (Fraction(35), Fraction(45))
    assert (vouched(decimal("1.80")).low, vouched(decimal("1.80")).high) == (
        Fraction("1.795"),
        Fraction("1.805"),
    )
    assert coarsest(FEET_AND_INCHES) == Fraction(1, 12)


@pytest.mark.parametrize(
    ("figure", "count"),
    [
        (whole(1240), 3),
        (whole(50), 1),
        (decimal("5.0"), 2),
        (decimal("0.0012"), 2),
        (HALVES, 1),
        (whole(0), 1),
    ],
)
def test_trailing_noughts_of_a_whole_number_are_no_significant_digits(figure: Figure, count: int) -> None:
    assert digits(figure) == count


def test_round_and_small_figures_are_estimates() -> None:
    assert [number for number in (3, 10, 15, 26, 30, 95, 105, 400, 450) if is_round(whole(number))] == [
        3,
        10,
        15,
        30,
        95,
        400,
        450,
    ]
    assert [number for number in (1, 9, 10, 12) if is_small(whole(number))] == [1, 9]
    assert is_round(HALVES)
    assert not is_small(HALVES)


@pytest.mark.parametrize(
    ("stated", "restated", "verdict", "how"),
    [
        ("50 kilometer", "30 mile", Verdict.AGREES, How.ROUNDED),
        ("50 kilometer", "31.07 mile", Verdict.AGREES, How.ROUNDED),
        ("40 kilometer", "24 mile", Verdict.AGREES, How.ROUNDED_FROM_THE_OTHER_SIDE),
        ("26 mile", "43 kilometer", Verdict.AGREES, How.COMMON_SOURCE),
        ("1000 meter", "1 kilometer", Verdict.AGREES, How.EXACT),
        ("1 mile", "2 kilometer", Verdict.LOOSE, None),
        ("7 kilometer", "4 mile", Verdict.AGREES, How.ROUNDED),
        ("4 mile", "7 kilometer", Verdict.LOOSE, None),
        ("1 kilogram", "2 pound", Verdict.AGREES, How.ROUNDED),
        ("0.3 kilogram", "0.7 pound", Verdict.AGREES, How.ROUNDED),
        ("5.3 kilometer", "3 mile", Verdict.LOOSE, None),
        ("6 foot", "2 meter", Verdict.LOOSE, None),
        ("50 kilometer", "28 mile", Verdict.DISAGREES, None),
        ("1000 yard", "1000 meter", Verdict.DISAGREES, None),
        ("50 kilometer", "-31 mile", Verdict.DISAGREES, None),
        ("0 kilometer", "0 mile", Verdict.AGREES, How.EXACT),
        ("0 kilometer", "5 mile", Verdict.DISAGREES, None),
        ("5 kilometer", "0 mile", Verdict.DISAGREES, None),
    ],
)
def test_judgement(stated: str, restated: str, verdict: Verdict, how: How | None) -> None:
    (one, first), (two, second) = stated.split(), restated.split()
    found = judge(
        decimal(one) if "." in one else whole(int(one)),
        decimal(two) if "." in two else whole(int(two)),
        scale(first, second),
        scale(second, first),
        limits("news"),
    )
    assert (found.verdict, found.how) == (verdict, how)


def test_nothing_is_the_reciprocal_of_nothing() -> None:
    there = scale("mile / gallon", "liter_per_100km")
    back = scale("liter_per_100km", "mile / gallon")
    with pytest.raises(UnitError, match="zero has no reciprocal"):
        judge(whole(0), whole(5), there, back, limits("news"))
    assert judge(whole(30), whole(0), there, back, limits("news")).verdict is Verdict.DISAGREES


def test_limits_are_ordered_as_they_must_be() -> None:
    """Agreement is narrower than looseness, and science is nowhere laxer than news, nor news than recipes."""
    kinds = [limits(kind) for kind in ("science", "news", "recipes")]
    for each in kinds:
        assert 0 < each.cut <= each.copied <= each.rounded <= each.hedged <= each.loose_small
        assert each.other_side_precise <= each.other_side_finer <= each.other_side <= each.loose_other_side
        assert each.common <= each.rounded <= each.loose_plain <= each.loose_round <= each.loose_small
        assert each.rounded <= each.nearest <= each.mutual <= each.loose_small
        assert each.degrees <= each.degrees_of_five <= each.degrees_of_five_loose
    for strict, lax in pairwise(kinds):
        for name in (each.name for each in fields(Limits)):
            assert getattr(strict, name) <= getattr(lax, name), name


def test_thresholds_are_ordered_as_they_must_be() -> None:
    """What explains is narrower than what is allowed, wider of one digit; percentages lie between bounds."""
    known, pairs = explaining(), pairing()
    assert known.fits < known.fits_rounded <= limits("news").rounded
    assert known.fits_rounded < known.fits_one_digit < limits("news").loose_small
    assert known.closely <= known.to_the_digit < known.closely_rounded < known.closely_one_digit
    assert known.cut == limits("news").cut
    assert known.percentage_low < Fraction(10, 100) < known.percentage_10 < Fraction(15, 100)
    assert Fraction(15, 100) < known.percentage_15 < Fraction(25, 100) < known.percentage_high
    assert pairs.one_unit < pairs.lent < pairs.label < pairs.twin < pairs.adjacent < pairs.meaning
    assert pairs.meaning < pairs.other_kinds < pairs.worded
    assert reach().near < reach().far


def test_no_threshold_stands_in_the_code() -> None:
    """A gap in a module that judges is a row of the data file, with its evidence."""
    here = Path(claimcheck.__file__).parent
    for folder in ("assess", "rounding", "parse/restatement"):
        for module in (here / folder).glob("*.py"):
            found = re.findall(r"Fraction\(\d+, 100+\)", module.read_text("utf-8"))
            assert not [each for each in found if each not in PERCENTAGES], module


PERCENTAGES = (
    "Fraction(10, 100)",
    "Fraction(15, 100)",
    "Fraction(25, 100)",
)  # by which the causes are called


def test_every_unit_and_cause_in_the_data_exists() -> None:
    table = rounding_table()
    named = [
        unit for row in table["customs"] + table["confusables"] + table["labels"] for unit in row["units"]
    ]
    named += [*table["twins"], *(unit for others in table["twins"].values() for unit in others)]
    assert [unit for unit in named if not exists(unit)] == []
    assert {Cause(row["cause"]) for row in table["confusables"]} <= set(Cause)
    assert set(table["twins"]) - set(english().units) <= {"mile / gallon", "gallon / minute"}


def test_customs_hold_in_both_directions_and_are_near_the_truth() -> None:
    for (one, two), factors in customs().items():
        true = scale(one, two).slope
        assert all(abs(factor / true - 1) < Fraction(25, 100) for factor in factors), (one, two)
        assert {1 / factor for factor in factors} == set(customs()[two, one])


def test_ovens_are_set_near_what_the_thermometer_says() -> None:
    there = scale("degree_Fahrenheit", "degree_Celsius")
    assert all(abs(there(Fraction(hot)) - cold) <= 9 for hot, cold in oven_pairs())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Preheat the oven and stir the butter into the flour.", "recipes"),
        ("The ministry said the road would be open by noon.", "news"),
        ("Smith et al. report a mean of 4 ± 1 (p < 0.05, n = 12; Table 2).", "science"),
        ("", "news"),
    ],
)
def test_the_words_show_the_kind_of_document(text: str, kind: str) -> None:
    assert kind_of_document(text) == kind
    assert kind_of_document(text, "science") == "science"


def test_a_long_story_with_one_pan_in_it_is_no_recipe() -> None:
    assert kind_of_document("He took the pan. " + "The ministry said nothing at all. " * 200) == "news"


@pytest.mark.parametrize(
    ("stated", "restated", "units", "false"),
    [
        ("13", "42.6509", ("meter", "foot"), True),
        ("3000", "9843", ("meter", "foot"), False),
        ("1", "2.54", ("inch", "centimeter"), False),
        ("5", "2.27", ("pound", "kilogram"), False),
        ("20", "68.0", ("degree_Celsius", "degree_Fahrenheit"), False),
    ],
)
def test_false_precision(stated: str, restated: str, units: tuple[str, str], false: bool) -> None:  # noqa: FBT001 # a column
    two = decimal(restated) if "." in restated else whole(int(restated))
    assert is_false_precision(whole(int(stated)), two, scale(*units)) is false
