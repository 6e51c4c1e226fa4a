"""What is drawn says what its truth says; claimcheck reads it back; bad arguments raise when drawn."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, Phase, find, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import SearchStrategy

import claimcheck
from claimcheck.model import Cause, Conversion, Figure, Multiple, Quantity, Relation, Unit, Verdict
from claimcheck.strategies import (
    PLAIN,
    Article,
    Style,
    Told,
    articles,
    as_text,
    attributions,
    conversions,
    figures,
    fillers,
    multiples,
    quantities,
    ranges,
    styles,
    texts,
    unit_pairs,
    units,
)
from claimcheck.strategies.words import pairs_by_kind
from claimcheck.units import convert

T = TypeVar("T")
NUMBER_WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


def drawn(strategy: SearchStrategy[T], count: int = 120) -> list[T]:
    """The same sample in every run."""
    found: list[T] = []

    @seed(0)
    @settings(
        max_examples=count, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
    )
    @given(strategy)
    def collect(thing: T) -> None:
        found.append(thing)

    collect()
    return found


def share(things: list[T], holds: Callable[[T], bool]) -> float:
    return sum(map(holds, things)) / len(things)


def value_of(text: str) -> Fraction:
    """A figure as the strategies write it, read by another way than claimcheck's."""
    if text in NUMBER_WORDS:
        return Fraction(NUMBER_WORDS.index(text))
    number, _, scale = text.replace("\N{MINUS SIGN}", "-").partition(" ")
    power = {"": 0, "million": 6, "billion": 9, "trillion": 12}[scale]
    for mark in (",", "\N{THIN SPACE}", "\N{NO-BREAK SPACE}"):
        number = number.replace(mark, "")
    return Fraction(Fraction(number) * Fraction(10) ** power)


def says_its_truth(text: str, quantity: Quantity) -> None:
    for figure in quantity.figures:
        assert value_of(figure.span.of(text)) == figure.value
        assert figure.value % figure.step == 0
        assert figure.step == Fraction(10) ** figure.place
    assert quantity.span.of(text).endswith(quantity.raw_unit)


@given(st.one_of(quantities(), ranges()), styles())
def test_a_written_quantity_says_its_truth(quantity: Quantity, style: Style) -> None:
    told = as_text(quantity, style)
    says_its_truth(told.text, told.truth)
    assert told.truth.unit == quantity.unit
    assert [each.value for each in told.truth.figures] == [each.value for each in quantity.figures]


@given(texts(conversions()))
def test_so_does_a_conversion_in_a_sentence(told: Told[Conversion]) -> None:
    for each in (told.truth.stated, *told.truth.restated):
        says_its_truth(told.text, each)
    assert told.truth.span.of(told.text)[-1] in ")]"


@given(articles())
def test_so_does_an_article(told: Told[Article]) -> None:
    for each in told.truth.quantities:
        says_its_truth(told.text, each)
    for attribution in told.truth.attributions:
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            assert span.of(told.text).strip() == span.of(told.text) != ""


def test_claimcheck_reads_the_quantities_in_every_style() -> None:
    def is_read(told: Told[Quantity]) -> bool:
        found = claimcheck.parse(told.text).quantities
        wanted = told.truth
        return [(each.span, each.unit, each.shape) for each in found] == [
            (wanted.span, wanted.unit, wanted.shape)
        ]

    assert share(drawn(texts(st.one_of(quantities(), ranges())), 200), is_read) >= 0.95


def test_claimcheck_reads_the_hedges() -> None:
    def is_read(told: Told[Quantity]) -> bool:
        found = claimcheck.parse(told.text).quantities
        return [each.modifiers for each in found] == [told.truth.modifiers]

    assert share(drawn(texts(quantities())), is_read) >= 0.95


def test_claimcheck_reads_the_multiples() -> None:
    def is_read(told: Told[Multiple]) -> bool:
        return [each.reference for each in claimcheck.parse(told.text).multiples] == [told.truth.reference]

    assert share(drawn(texts(multiples(), style=PLAIN)), is_read) >= 0.95


def test_claimcheck_finds_the_sources() -> None:
    def is_found(told: Told[Any]) -> bool:
        return told.truth.source in [each.source for each in claimcheck.parse(told.text).attributions]

    assert share(drawn(attributions()), is_found) >= 0.8


def verdicts(told: Told[Conversion]) -> set[Verdict]:
    report = claimcheck.check(told.text)
    return {each.verdict for found in report.conversions for each in report.assessments_of(found)}


@pytest.mark.parametrize(
    ("verdict", "least"), [(Verdict.AGREES, 0.97), (Verdict.LOOSE, 0.97), (Verdict.DISAGREES, 0.9)]
)
def test_the_verdict_is_the_checker_s_too(verdict: Verdict, least: float) -> None:
    sample = drawn(texts(conversions(verdict=verdict), style=PLAIN), 80)
    assert share(sample, lambda told: verdicts(told) == {verdict}) >= least


IN_CODE = {Cause.FLOAT_DRIFT, Cause.WRONG_ROUNDING, Cause.KEPT_STATE}
IN_PROSE = [cause for cause in Cause if cause not in IN_CODE]


@pytest.mark.parametrize("cause", [cause for cause in IN_PROSE if cause is not Cause.FALSE_PRECISION])
def test_every_cause_gives_conversions_that_are_wrong(cause: Cause) -> None:
    sample = drawn(texts(conversions(cause=cause), style=PLAIN), 30)
    assert share(sample, lambda told: Verdict.DISAGREES in verdicts(told)) >= 0.6


def test_false_precision_agrees_and_is_seen() -> None:
    for told in drawn(texts(conversions(cause=Cause.FALSE_PRECISION), style=PLAIN), 30):
        [found] = claimcheck.check(told.text).conversions
        [assessment] = claimcheck.check(told.text).assessments_of(found)
        assert (assessment.verdict, assessment.false_precision) == (Verdict.AGREES, True)


@pytest.mark.parametrize("verdict", [None, *Verdict])
@pytest.mark.parametrize("cause", [None, *Cause])
def test_every_verdict_and_cause_is_drawn_or_says_why_not(
    verdict: Verdict | None, cause: Cause | None
) -> None:
    try:
        assert drawn(conversions(verdict=verdict, cause=cause), 3)
    except InvalidArgument as error:
        assert str(cause) in str(error)  # noqa: PT017 # either is right
        assert verdict is not None or cause in IN_CODE


@pytest.mark.parametrize("kind", [*pairs_by_kind()])
@pytest.mark.parametrize("cause", [Verdict.LOOSE, Verdict.DISAGREES, *IN_PROSE])
def test_of_every_kind_too(kind: str, cause: Verdict | Cause) -> None:
    asked: dict[str, Any] = {"verdict" if isinstance(cause, Verdict) else "cause": cause, "kind": kind}
    try:
        assert {each.stated.kind for each in drawn(conversions(**asked), 3)} == {kind}
    except InvalidArgument as error:
        assert kind in str(error)  # noqa: PT017 # as above


def test_rises_are_drawn_where_they_are_asked_for() -> None:
    assert not any(each.kind == "temperature difference" for each in drawn(units(), 200))
    assert {each.kind for each in drawn(quantities(kind="temperature difference"), 5)} == {
        "temperature difference"
    }
    right = drawn(texts(conversions(kind="temperature difference"), style=PLAIN), 40)
    assert share(right, lambda told: verdicts(told) == {Verdict.AGREES}) >= 0.95


@given(conversions(verdict=Verdict.AGREES))
def test_a_right_restatement_is_within_five_percent(conversion: Conversion) -> None:
    stated, restated = conversion.stated, conversion.restated[0]
    assert stated.unit is not None
    assert restated.unit is not None
    truth = convert(stated.least, stated.unit.name, restated.unit.name)
    tolerance = Fraction(1, 2) if stated.kind == "temperature" else abs(truth) / 20
    assert abs(restated.least - truth) <= tolerance


@given(figures(min_value="0.5", max_value=3, places=2))
def test_figures_keep_their_bounds(figure: Figure) -> None:
    assert Fraction(1, 2) <= figure.value <= 3
    assert figure.place >= -2


@given(quantities(kind="mass", min_value=10, max_value=20))
def test_quantities_keep_theirs(quantity: Quantity) -> None:
    assert quantity.kind == "mass"
    assert 10 <= quantity.least <= 20


@given(figures(min_value=1, max_value=5, places=0, fractions=True))
def test_fractions_are_written_with_their_glyphs(figure: Figure) -> None:
    glyphs = {Fraction(0): "", Fraction(1, 4): "¼", Fraction(1, 2): "½", Fraction(3, 4): "¾"}
    whole, part = divmod(figure.value, 1)
    assert as_text(figure).text == f"{whole}{glyphs[part]}"


@given(ranges(kind="speed"))
def test_ranges_rise(quantity: Quantity) -> None:
    assert quantity.shape == "range"
    assert quantity.figures[0].value < quantity.figures[1].value


@given(units(kind="length", system="US"), unit_pairs(kind="area"), units(everyday=False))
def test_units_are_of_the_kind_that_is_asked_for(unit: Unit, pair: tuple[Unit, Unit], other: Unit) -> None:
    assert unit.kind == "length"
    assert pair[0] != pair[1]
    assert {each.kind for each in pair} == {"area"}
    assert as_text(Quantity(claimcheck.Span(0, 0), "single", (one(),), other)).text.startswith("1")


def one() -> Figure:
    return Figure(claimcheck.Span(0, 1), Fraction(1))


@pytest.mark.parametrize("kind", [Unit, Figure, Quantity, Conversion, Multiple])
def test_the_types_are_registered(kind: type[object]) -> None:
    assert all(isinstance(each, kind) for each in drawn(st.from_type(kind), 5))


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: figures(min_value=5, max_value=4), "larger than max_value"),
        (lambda: figures(min_value="0.001", max_value="0.002", places=1), "no figure"),
        (lambda: figures(places=-1), "places"),
        (lambda: units(kind="love"), "love"),
        (lambda: unit_pairs(kind="love"), "none of length"),
        (lambda: quantities(kind="love"), "love"),
        (lambda: conversions(verdict=Verdict.AGREES, cause=Cause.SIGN_DROPPED), "what agrees was asked for"),
        (lambda: conversions(cause=Cause.FLOAT_DRIFT), "float_drift is a fault of code"),
        (lambda: conversions(cause=Cause.INVERSE_FACTOR, kind="temperature"), "not in temperature"),
        (lambda: conversions(verdict=Verdict.LOOSE, kind="power"), "power"),
        (lambda: conversions(cause=Cause.TON_KIND, kind="length"), "mass"),
        (lambda: conversions(kind="love"), "love"),
        (lambda: multiples(kind="love"), "love"),
        (lambda: attributions(form="mixed"), "mixed"),
        (lambda: articles(min_sentences=5, max_sentences=2), "none"),
    ],
)
def test_bad_arguments_raise_when_something_is_drawn(
    make: Callable[[], SearchStrategy[Any]], words: str
) -> None:
    strategy = make()
    with pytest.raises(InvalidArgument, match=words):
        drawn(strategy, 1)


def smallest(strategy: SearchStrategy[T], condition: Callable[[T], bool] = lambda _: True) -> T:
    return find(strategy, condition, settings=settings(database=None, max_examples=400))


def long_enough(quantity: Quantity) -> bool:
    return quantity.least > 100


def test_shrinking_ends_at_what_people_would_write() -> None:
    assert as_text(smallest(quantities())).text == "1 km"
    assert as_text(smallest(ranges())).text == "1 to 2 km"
    assert as_text(smallest(conversions())).text == "1 km (0.62 mi)"
    assert smallest(articles()).text == "The council met on Tuesday."
    assert as_text(smallest(quantities(kind="length"), long_enough)).text == "101 km"


@pytest.mark.parametrize(
    ("style", "text"),
    [
        (Style(), "50 km (31 mi)"),
        (Style(unit="name"), "50 kilometres (31 miles)"),
        (Style(unit="name", spelling=1), "50 kilometers (31 miles)"),
        (Style(unit="adjective"), "50-kilometre (31 mi)"),
        (Style(brackets="[]", gap="\N{NO-BREAK SPACE}"), "50\N{NO-BREAK SPACE}km [31\N{NO-BREAK SPACE}mi]"),
    ],
)
def test_a_style_is_kept(style: Style, text: str) -> None:
    pair = claimcheck.parse("50 km (31 mi)").conversions[0]
    assert as_text(pair, style).text == text


@pytest.mark.parametrize(
    ("relation", "text"),
    [
        (Relation.SLASH, "50 km/31 mi"),
        (Relation.ALTERNATIVE, "50 km or 31 mi"),
        (Relation.APPOSITION, "50 km, 31 mi,"),
        (Relation.EQUATION, "50 km = 31 mi"),
    ],
)
def test_restatements_are_tied_in_every_way(relation: Relation, text: str) -> None:
    pair = claimcheck.parse("50 km (31 mi)").conversions[0]
    told = as_text(Conversion(pair.span, pair.stated, pair.restated, relation))
    assert told.text == text
    assert told.truth.restated[0].span.of(text) == "31 mi"


@pytest.mark.parametrize(
    ("value", "style", "text"),
    [
        ("2500000", Style(scaled=True), "2.5 million"),
        ("12345", Style(grouping=""), "12345"),
        ("7", Style(spelled=True), "seven"),
        ("-4", Style(minus="\N{MINUS SIGN}"), "−4"),
        ("1000000000", Style(scaled=True), "1 billion"),
        ("2.5", Style(), "2½"),
    ],
)
def test_a_figure_is_written_in_a_style(value: str, style: Style, text: str) -> None:
    step = Fraction(1, Fraction(value).denominator)
    told = as_text(Figure(claimcheck.Span(0, 0), Fraction(value), step=step), style)
    assert told.text == text
    assert told.truth.value == Fraction(value)


@given(fillers())
def test_fillers_measure_nothing(text: str) -> None:
    assert not claimcheck.parse(text).quantities
