"""Conversion to verdict, gap, cause and suggestion, from prose to the assessment."""

from fractions import Fraction

import pytest

import claimcheck
from claimcheck import Config
from claimcheck.model import Assessment, Cause, How, Verdict

SEED = (
    "The airfield is situated approximately 50 km (30 miles) from the port. The missile boasts a "
    "reported range of 1,500 to 2,000 km (930-1,240 miles)."
)


def assessments(text: str, config: Config | None = None) -> list[Assessment]:
    report = claimcheck.check(text, config)
    return [found for conversion in report.conversions for found in report.assessments_of(conversion)]


def only(text: str, config: Config | None = None) -> Assessment:
    (found,) = assessments(text, config)
    return found


def test_the_figures_of_the_seed_article_agree_as_rounded() -> None:
    near, far = assessments(SEED)
    assert (near.verdict, near.how) == (Verdict.AGREES, How.ROUNDED)
    assert near.expected == (Fraction(50_000_000_000, 1_609_344_000),)
    assert near.reverse == (Fraction("48.28032"),)
    assert (far.verdict, far.how, len(far.expected)) == (Verdict.AGREES, How.ROUNDED, 2)
    assert near.suggestion is None


def test_the_gap_is_relative() -> None:
    assert only("It is 10 km (7 miles) off.").gap == Fraction(7 * 1_609_344, 10_000_000) - 1


def test_the_gap_of_temperatures_is_in_degrees_celsius() -> None:
    found = only("It was 20 °C (77 °F) at noon.")
    assert (int(found.gap), found.gap_unit) == (5, "degree_Celsius")
    assert only("It was 2 °C (9 °F) warmer.").gap_unit == ""


def test_each_restatement_is_assessed_by_itself() -> None:
    right, wrong = assessments("She made 23 knots (43 km/h; 62 mph).")
    assert (right.verdict, wrong.verdict) == (Verdict.AGREES, Verdict.DISAGREES)
    assert wrong.cause is Cause.DIGIT_TRANSPOSITION
    assert wrong.suggestion == "26 mph"


def test_a_cause_that_only_another_reading_has_is_found() -> None:
    found = only("Fill a 10-cup (5.2-litre) pan.")
    assert found.cause is Cause.DIGIT_TRANSPOSITION


def test_the_label_of_the_stated_figure_may_be_the_wrong_one() -> None:
    found = only("Bake at 375 °C (190 °C).")
    assert found.cause is Cause.WRONG_UNIT_LABEL
    assert found.mends == found.stated
    assert found.suggestion == "375 °F"
    assert found.certain


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("It warmed by 2 °C (36 °F).", True),
        ("It covers 16 square miles (26 sq km).", True),
        ("It holds 100 US gallons (455 L).", True),
        ("It is 50 km (3 miles) off.", False),
        ("It is 30 km (48 miles) off.", False),
    ],
)
def test_a_correction_is_certain_only_where_no_other_explains_the_text(text: str, certain: bool) -> None:  # noqa: FBT001 # a column
    assert only(text).certain is certain


def test_every_reading_has_its_verdict() -> None:
    found = only("The gun weighs 6.5 tons (6.6 t).")
    assert found.verdict is Verdict.AGREES
    assert found.verdicts_by_reading[0] == ("long_ton → metric_ton", Verdict.AGREES)
    assert ("short_ton → metric_ton", Verdict.DISAGREES) in found.verdicts_by_reading


def test_the_house_settles_what_a_gallon_is() -> None:
    text = "The tank holds 10 gallons (45 L)."
    assert only(text).cause is Cause.GALLON_US_IMP
    house = Config(house_units={"gallon": "imperial_gallon"})
    assert only(text, house).verdict is Verdict.AGREES


def test_a_mile_is_nautical_only_at_sea() -> None:
    assert only("The road is 100 miles (185 km) long.").cause is Cause.NAUTICAL_STATUTE
    assert only("The trawler lay 100 miles (185 km) offshore.").verdict is Verdict.AGREES


@pytest.mark.parametrize(
    ("profile", "verdict"),
    [("news", Verdict.LOOSE), ("science", Verdict.LOOSE), ("recipes", Verdict.AGREES)],
)
def test_the_profile_says_how_strictly_figures_must_agree(profile: str, verdict: Verdict) -> None:
    config = Config(profile=profile)  # type: ignore[arg-type] # the table holds literals
    assert only("It weighs 1 lb (500 g).", config).verdict is verdict


def test_science_condemns_what_news_lets_pass_as_loose() -> None:
    text = "The jump was 1 mile (2 km) long."
    assert only(text).verdict is Verdict.LOOSE
    assert only(text, Config(profile="science")).verdict is Verdict.DISAGREES


@pytest.mark.parametrize(
    "text",
    [
        "It rose by 2 °C (3.6 °F).",
        "It was 2 °C (3.6 °F) warmer than in May.",
        "A swing of 2 °C (3.6 °F) is nothing.",
        "It holds to within ± 2 °C (± 3.6 °F).",
        "The warming levels (1.5 °C (2.7 °F), 2 °C (3.6 °F)) were modelled.",
        "It was 1 °C (1.8 °F) to 2 °C (3.6 °F) warmer than today.",
        "The unmarked figure was 2.0 °C (3.6 °F).",
    ],
)
def test_differences_of_temperature_agree_as_differences(text: str) -> None:
    assert {found.verdict for found in assessments(text)} == {Verdict.AGREES}


@pytest.mark.parametrize(
    "text", ["It rose to 2 °C (3.6 °F).", "Store it at 2 °C (3.6 °F).", "Lows of 5 °C (9 °F) are rare."]
)
def test_readings_of_temperature_do_not(text: str) -> None:
    assert only(text).cause is Cause.TEMP_READING_AS_DIFFERENCE


def test_false_precision_agrees_and_says_so() -> None:
    found = only("The mast is 13 m (42.6509 ft) tall.")
    assert (found.verdict, found.false_precision, found.suggestion) == (Verdict.AGREES, True, "43 ft")


def test_money_and_numbers_are_not_assessed() -> None:
    assert assessments("It costs £20 (25 dollars), or 3 (4) of them.") == []
