"""Claims and rules come together in a report."""

import pickle
from fractions import Fraction

import pytest

import claimcheck
from claimcheck import Attribution, Claim, Config, Conversion, Quantity, Severity, Span, Verdict
from claimcheck.annotate import Sources
from claimcheck.check import enabled_rules
from claimcheck.rules import rules

TEXT = "Ana Ruiz said the depot lies 50 km (3 miles) from the coast and holds 20 tonnes of grain."


def test_claims_stand_in_reading_order_and_a_conversion_keeps_its_figures() -> None:
    report = claimcheck.check(TEXT)
    assert [claim.kind for claim in report.claims] == ["attribution", "conversion", "quantity"]
    assert [claim.span for claim in report.claims] == sorted(claim.span for claim in report.claims)
    assert len(report.quantities) == 3, "all are there when one asks for quantities"


def test_a_claim_says_who_answers_for_it() -> None:
    report = claimcheck.check(TEXT)
    attribution, conversion, quantity = report.claims
    assert report.source_of(conversion) == attribution.subject
    assert report.source_of(quantity.subject) == attribution.subject
    assert report.source_of(conversion.span) == attribution.subject
    assert report.source_of(attribution) is None, "nobody answers for an attribution but who wrote it"


def attribution(*content: tuple[int, int]) -> Attribution:
    return Attribution((Span(0, 1),), (Span(1, 2),), tuple(Span(*each) for each in content))


def test_the_innermost_attribution_answers() -> None:
    outer, inner, other = attribution((10, 50)), attribution((20, 30)), attribution((60, 70))
    sources = Sources.of([outer, inner, other])
    assert sources.innermost(Span(22, 25)) is inner
    assert sources.innermost(Span(40, 45)) is outer
    assert sources.innermost(Span(28, 35)) is outer, "half inside is not inside"
    assert sources.innermost(Span(80, 85)) is None
    assert sources.innermost(Span(22, 25), but=inner) is outer


def test_a_long_content_answers_from_its_first_character_to_its_last() -> None:
    sources = Sources.of([long := attribution((1000, 9000))])
    assert [sources.innermost(Span(at, at + 1)) for at in (999, 1000, 5000, 8999)] == [None, long, long, long]
    assert sources.innermost(Span(8999, 9001)) is None


def test_of_a_split_content_the_part_that_covers_is_measured() -> None:
    long, split = attribution((10, 40)), attribution((20, 25), (30, 90))
    assert Sources.of([long, split]).innermost(Span(21, 22)) is split
    assert Sources.of([long, split]).innermost(Span(31, 32)) is long


def test_of_several_restatements_the_worst_decides() -> None:
    report = claimcheck.check("Winds reached 23 knots (43 km/h; 90 mph).")
    conversion = report.conversions[0]
    assert [each.verdict for each in report.assessments_of(conversion)] == [Verdict.AGREES, Verdict.DISAGREES]
    worst = report.assessment_of(conversion)
    assert worst is not None
    assert worst.verdict is Verdict.DISAGREES


def test_only_a_conversion_is_assessed() -> None:
    report = claimcheck.check(TEXT)
    assert [report.assessment_of(claim) is not None for claim in report.claims] == [False, True, False]


def test_a_diagnostic_has_its_numbers_in_plain_data() -> None:
    (found,) = claimcheck.check(TEXT).diagnostics
    assert found.code == "U101"
    assert found.span.of(TEXT) == "50 km (3 miles)"
    assert found.data["cause"] in {"decimal_div10", "decimal_slip"}
    assert all(
        isinstance(value, str | int | float | bool | None | list | dict) for value in found.data.values()
    )


def test_exact_figures_stay_exact() -> None:
    (quantity,) = claimcheck.parse("It weighs 0.1 kg.").quantities
    assert quantity.least == Fraction(1, 10)


@pytest.mark.parametrize(
    ("select", "ignore", "enabled"),
    [
        (("ALL",), (), True),
        (("U",), (), True),
        (("U101",), (), True),
        (("conversion-mismatch",), (), True),
        (("A",), (), False),
        ((), (), False),
        (("ALL",), ("U",), False),
        (("ALL", "U101"), ("U",), True),
        (("U",), ("U1",), False),
        (("U101",), ("conversion-mismatch",), False),
        (("conversion-mismatch",), ("U101",), False),
        (("u101",), (), True),
        (("",), (), False),
    ],
)
def test_the_closest_word_decides_whether_a_rule_runs(
    select: tuple[str, ...], ignore: tuple[str, ...], *, enabled: bool
) -> None:
    codes = [each.code for each in enabled_rules(Config(select=select, ignore=ignore))]
    assert ("U101" in codes) is enabled


def test_all_rules_run_by_default() -> None:
    assert enabled_rules(Config()) == rules()


def test_severity_goes_by_code_or_by_name() -> None:
    for key in ("U101", "conversion-mismatch"):
        (found,) = claimcheck.check(TEXT, Config(severity={key: Severity.NOTE})).diagnostics
        assert found.severity is Severity.NOTE


def test_attitudes_can_be_left_out() -> None:
    text = "Ana Ruiz believes that the bridge is safe. Ana Ruiz said that the bridge is safe."
    acts = {each.act for each in claimcheck.parse(text).attributions}
    assert acts == {"attitude", "reporting"}
    assert {each.act for each in claimcheck.parse(text, Config(attitudes=False)).attributions} == {
        "reporting"
    }


def test_a_report_crosses_processes_with_everything_worked_out() -> None:
    report = claimcheck.check(TEXT)
    again = pickle.loads(pickle.dumps(report))  # noqa: S301 # our own bytes
    assert (again.claims, again.diagnostics) == (report.claims, report.diagnostics)
    assert again.assessment_of(again.conversions[0]) == report.assessment_of(report.conversions[0])


def test_an_empty_text_holds_nothing() -> None:
    report = claimcheck.check("")
    assert (report.claims, report.diagnostics, report.speakers) == ((), (), ())


def test_a_claim_names_its_own_kind() -> None:
    kinds = {"quantity": Quantity, "conversion": Conversion, "attribution": Attribution}
    for claim in claimcheck.check(TEXT).claims:
        assert isinstance(claim, Claim)
        assert isinstance(claim.subject, kinds[claim.kind])
