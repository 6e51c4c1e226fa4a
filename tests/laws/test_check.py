"""Laws of reading and checking that hold for any text."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck
from claimcheck import Report, Span
from claimcheck.corpus import cases

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
TEXTS = sorted({case.text for path in CORPUS.rglob("*.md") for case in cases(path, CORPUS)}) or [""]


# What the grammars look at, so that a heap of it reaches as deep into them as prose does, and further.
def words(text: str) -> st.SearchStrategy[str]:
    return st.sampled_from(text.split())


FIGURES = words("50 1,500 3.14 ½ −5 1e999 0 00 1/0 9**9**9 two dozen million half 2.5m 3-2 7-8 5.5.5 3½ 1/2")
UNITS = words(
    "km miles °C °F ft in ′ ″ m² sq-km mph km/h L/100km mpg % cup tonnes gallons lb stone knots K $ £m °"
)
LINKS = words("( ) [ ] / - – — × ± = to by and or , ; : . per about up between less than more at least most")
SPEECH = words("“ ” ‘ ’ \" ' said says that according to asked whether not would believes denied … ? !")
PEOPLE = words(
    "who he she they it Ana Ruiz Dr. U.N. St. the of o'clock No. Tu-95 A4 speed sound height Mach twice times"
)
SILENCE = words("<!-- --> claimcheck off on ignore U101")
SPACES = st.sampled_from([" ", " ", " ", "", "\n", "\n\n", "\u00a0", "\u202f", "\t", "\r\n", "\u2028"])
WORDS = st.one_of(FIGURES, UNITS, LINKS, SPEECH, PEOPLE, SILENCE)
AMOUNTS = st.builds("{}{}{}".format, FIGURES, SPACES, UNITS)
PAIRS = st.builds("{}{}({})".format, AMOUNTS, SPACES, AMOUNTS)
HEAPS = st.lists(st.builds("{}{}".format, WORDS | AMOUNTS | PAIRS, SPACES), max_size=30).map("".join)
ANYTHING = st.one_of(
    HEAPS, st.text(max_size=80), st.builds("{}{}{}".format, HEAPS, st.text(max_size=9), HEAPS)
)

# Prose that claims nothing, names nobody and leaves no quotation open.
BEFORE = st.sampled_from(
    ["The hall was full.\n\n", "It had been raining.\n\nThe doors were shut.\n\n", "😀 Hello.\n\n"]
)
AFTER = st.sampled_from(["\n\nThe lights went out.", "\n\nNobody was in a hurry.\n\nThe street was empty.\n"])


def opens_with_headline(text: str) -> bool:
    """Whether a text begins with a headline, which is one for being first."""
    first, _, rest = text.partition("\n\n")
    return bool(rest) and first[-1:].isalnum()


def everything(report: Report) -> tuple[object, ...]:
    """All that a report holds, in plain values."""
    return (
        report.quantities,
        report.conversions,
        report.multiples,
        report.attributions,
        report.quotations,
        report.speakers,
        report.claims,
        report.diagnostics,
        tuple(report.assessments_of(each) for each in report.conversions),
        tuple(report.source_of(each) for each in report.claims),
    )


def parts(thing: object) -> Iterator[tuple[str, object]]:
    """The fields of a value type; none of anything else."""
    for each in getattr(type(thing), "__attrs_attrs__", ()):
        yield each.name, getattr(thing, each.name)


def moved(thing: object, by: int) -> object:
    """The same with every span moved."""
    if isinstance(thing, Span):
        return thing.shifted(by)
    if isinstance(thing, tuple | list):
        return type(thing)(moved(each, by) for each in thing)
    if isinstance(thing, Mapping):
        return {key: moved(value, by) for key, value in thing.items()}
    fields = {name: moved(value, by) for name, value in parts(thing)}
    return type(thing)(**fields) if fields else thing


def spans(thing: object) -> Iterator[Span]:
    """Every span in anything."""
    if isinstance(thing, Span):
        yield thing
    elif isinstance(thing, tuple | list):
        for each in thing:
            yield from spans(each)
    else:
        for _, value in parts(thing):
            yield from spans(value)


@settings(max_examples=300)
@given(ANYTHING)
def test_check_never_raises(text: str) -> None:
    everything(claimcheck.check(text))


@settings(max_examples=200)
@given(st.one_of(ANYTHING, st.sampled_from(TEXTS)))
def test_spans_slice_back_to_what_was_parsed(text: str) -> None:
    report = claimcheck.check(text)
    for span in spans(everything(report)):
        assert 0 <= span.start <= span.end <= len(text)
    for quantity in report.quantities:
        here = quantity.span.of(text)
        assert here == here.strip() != ""
        assert all(figure.span in quantity.span for figure in quantity.figures)
        assert all(figure.span.of(text).strip() for figure in quantity.figures)
    for conversion in report.conversions:
        assert all(side.span in conversion.span for side in (conversion.stated, *conversion.restated))
        # "10 and 20 knots (19 and 37 km/h)" is one pair made of four quantities: the figures are shared.
        figures = {figure for quantity in report.quantities for figure in quantity.figures}
        assert all(
            figure in figures for side in (conversion.stated, *conversion.restated) for figure in side.figures
        )
    for multiple in report.multiples:
        assert multiple.factor.span in multiple.span


@settings(max_examples=200)
@given(st.one_of(ANYTHING, st.sampled_from(TEXTS)))
def test_things_stand_in_reading_order_and_quantities_apart(text: str) -> None:
    report = claimcheck.check(text)
    for things in (
        report.quantities,
        report.conversions,
        report.multiples,
        report.claims,
        report.diagnostics,
    ):
        starts = [each.span.start for each in things]
        assert starts == sorted(starts)
    for one, two in pairwise(report.quantities):
        assert not one.span.overlaps(two.span)


@settings(max_examples=150)
@given(BEFORE, st.sampled_from([text for text in TEXTS if not opens_with_headline(text)]), AFTER)
def test_unrelated_prose_around_a_text_moves_everything_and_changes_nothing(
    before: str, text: str, after: str
) -> None:
    alone = claimcheck.check(text)
    among = claimcheck.check(before + text + after)
    for one, two in zip(everything(alone), everything(among), strict=True):
        assert moved(one, len(before)) == two


@settings(max_examples=100)
@given(ANYTHING)
def test_reading_twice_is_reading_once(text: str) -> None:
    assert everything(claimcheck.check(text)) == everything(claimcheck.check(text))
