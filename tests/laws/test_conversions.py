"""Laws of conversions in prose: found where they stand, judged by what they say and not by where."""

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

import claimcheck
from claimcheck import Report
from claimcheck.model import Assessment, Verdict
from claimcheck.render import rounded, written
from claimcheck.units import scale

PAIRS = [
    ("kilometer", "km", "mile", "miles"),
    ("mile", "miles", "kilometer", "km"),
    ("meter", "m", "foot", "ft"),
    ("foot", "feet", "meter", "metres"),
    ("hectare", "hectares", "acre", "acres"),
    ("kilogram", "kg", "pound", "lb"),
    ("mile / hour", "mph", "kilometer / hour", "km/h"),
    ("kilometer ** 2", "sq km", "mile ** 2", "sq mi"),
    ("kilopascal", "kPa", "psi", "psi"),
]
# The same size by another name (BIPM, The International System of Units, 9th ed., tables 4, 7 and 8).
TWINS = [
    (("hPa", "inHg"), ("mbar", "inHg")),
    (("m3/s", "cu ft/s"), ("cubic metres per second", "cubic feet per second")),
    (("km/h", "mph"), ("kilometres per hour", "miles per hour")),
    (("ha", "acres"), ("hectares", "acres")),
]
FRAMES = [
    "{0} {1} ({2} {3})",
    "{0} {1} [{2} {3}]",
    "{0} {1}, or {2} {3},",
    "{0} {1} / {2} {3}",
    "{0} {1} ({2} {3}",
    "{0} {1} (about {2} {3})",
    "{0} {1} = {2} {3}",
]
PROSE = st.sampled_from(
    ["", "Nobody came. ", "They waited for the rain to stop.\n\n", "“Well,” he said. ", "Déjà vu — ", "😀 "]
)


def only(report: Report) -> Assessment:
    (conversion,) = report.conversions
    (found,) = report.assessments_of(conversion)
    return found


@st.composite
def true_conversions(draw: st.DrawFn) -> tuple[str, str, str, str]:
    """Two figures and their units: the second is the first converted, as precisely as a writer may."""
    one, word, two, other = draw(st.sampled_from(PAIRS))
    value = Fraction(draw(st.integers(2, 99_999)), draw(st.sampled_from([1, 1, 1, 10])))
    expected = scale(one, two)(value)
    significant = draw(st.integers(2, 5))
    step = Fraction(10) ** (len(str(int(expected))) - significant) if expected >= 1 else Fraction(1, 100)
    assume(rounded(expected, step) >= 10 * step)
    return (
        written(value, Fraction(1, 10) if value.denominator > 1 else Fraction(1)),
        word,
        written(expected, step),
        other,
    )


@given(true_conversions(), st.sampled_from(FRAMES))
def test_a_true_conversion_is_found_and_agrees_in_every_form(
    parts: tuple[str, str, str, str], frame: str
) -> None:
    text = f"The thing measured {frame.format(*parts)} in all."
    found = only(claimcheck.check(text))
    assert found.stated.span.of(text).startswith(parts[0])
    assert found.restated.span.of(text).startswith(parts[2])
    assert found.verdict is Verdict.AGREES


@given(true_conversions(), PROSE, PROSE, st.integers(-40, 200))
def test_prose_before_and_after_moves_a_conversion_and_changes_nothing(
    parts: tuple[str, str, str, str], before: str, after: str, percent: int
) -> None:
    del percent
    core = "The thing measured {} {} ({} {}). ".format(*parts)
    alone = only(claimcheck.check(core))
    text = before + core + after
    found = only(claimcheck.check(text))
    assert found.stated.span == alone.stated.span.shifted(len(before))
    assert (found.verdict, found.gap, found.cause) == (alone.verdict, alone.gap, alone.cause)


@given(st.integers(2, 999), st.integers(2, 999), st.sampled_from(TWINS))
def test_other_names_of_the_same_units_keep_the_verdict(
    one: int, two: int, names: tuple[tuple[str, str], tuple[str, str]]
) -> None:
    (first, second), (third, fourth) = names
    reports = [
        claimcheck.check(f"It stood at {one} {a} ({two} {b}) at noon.")
        for a, b in ((first, second), (third, fourth))
    ]
    assert [len(each.conversions) for each in reports] in ([1, 1], [0, 0])
    if reports[0].conversions:
        left, right = (only(each) for each in reports)
        assert (left.verdict, left.gap) == (right.verdict, right.gap)


@given(true_conversions(), st.integers(2, 9))
def test_what_is_suggested_for_an_error_agrees(parts: tuple[str, str, str, str], times: int) -> None:
    number, word, other, unit = parts
    wrong = written(Fraction(other.replace(",", "")) * times)
    text = f"The thing measured {number} {word} ({wrong} {unit}) in all."
    report = claimcheck.check(text)
    assume(report.conversions)
    found = only(report)
    assume(found.verdict is Verdict.DISAGREES)
    assert found.suggestion is not None
    span = (found.mends or found.restated).span
    mended = text[: span.start] + found.suggestion + text[span.end :]
    assert only(claimcheck.check(mended)).verdict is Verdict.AGREES


@given(st.text("()[]/=,0123456789 kmile°CFft.-–or", max_size=60))
def test_conversions_lie_in_the_text_and_hold_their_quantities(text: str) -> None:
    report = claimcheck.parse(text)
    for conversion in report.conversions:
        assert 0 <= conversion.span.start < conversion.span.end <= len(text)
        for quantity in (conversion.stated, *conversion.restated):
            assert conversion.span.start <= quantity.span.start < conversion.span.end
        assert len(report.assessments_of(conversion)) <= len(conversion.restated)
