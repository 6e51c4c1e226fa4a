"""Laws of converters that work on text."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from claimcheck.check import check
from claimcheck.converters.laws.base import Broken, law
from claimcheck.converters.prose import TextContract, added, stripped
from claimcheck.model import Cause, Conversion, Quantity, Unit, Verdict
from claimcheck.strategies import PLAIN, Style, Told, as_text, fillers, quantities, ranges, texts
from claimcheck.strategies.conversions import restated, right_figure
from claimcheck.strategies.quantities import plain_quantity
from claimcheck.strategies.sentences import in_sentence, phrases
from claimcheck.strategies.told import moved
from claimcheck.strategies.words import RISES, words_for

__all__ = ["LAWS"]

_STYLES = (
    PLAIN,
    Style(grouping=""),
    Style(unit="name"),
    Style(unit="name", spelling=1),
    Style(gap="\u00a0"),
    Style(gap=""),
    Style(minus="\N{MINUS SIGN}"),
    Style(grouping="\N{THIN SPACE}", ranges="between {} and {}"),
    Style(ranges="{}–{}"),
    Style(ranges="{}-{}", hedge="about"),
)
_OTHERS = ("second", "kilogram", "degree_Celsius", "liter", "kilometer / hour")
_KEPT = 4
_DECIMAL_COMMA = re.compile(r"\d,(?!\d{3}(?!\d))\d")
_LARGEST_RISE = 40


def _stated(contract: TextContract) -> SearchStrategy[Told[Any]]:
    """Pages with a quantity or a range in the source unit, in the styles that any house has."""
    least, most = contract.min_value, contract.max_value
    single = quantities(unit=contract.source, min_value=least, max_value=most)
    several = ranges(unit=contract.source, min_value=least, max_value=most)
    return st.sampled_from(_STYLES).flatmap(
        lambda style: _pages(contract, _sentences(contract, st.one_of(single, several), style), style)
    )


def _plain(contract: TextContract) -> SearchStrategy[Told[Any]]:
    """Sentences with a quantity, in the words that the contract names the unit by."""
    single = quantities(unit=contract.source, min_value=contract.min_value, max_value=contract.max_value)
    return st.sampled_from(_declared_styles(contract)).flatmap(
        lambda style: _sentences(contract, single, style)
    )


def _declared_styles(contract: TextContract) -> list[Style]:
    """Styles that write the unit as it is declared: "km", or "kilometre" and its plural."""
    names, symbols = words_for(contract.source)
    declared = {contract.names[0], *contract.aliases}
    found = [Style(spelling=index) for index, symbol in enumerate(symbols) if symbol in declared]
    found += [
        Style(unit="name", spelling=index)
        for index, pair in enumerate(names)
        if not declared.isdisjoint(pair)
    ]
    return [evolve(style, grouping=grouping) for style in found or [PLAIN] for grouping in (",", "")]


def _sentences(
    contract: TextContract, drawn: SearchStrategy[Quantity], style: Style
) -> SearchStrategy[Told[Any]]:
    """A sentence around what is drawn, or before a mark; and a rise, unless only readings are declared."""
    edges = st.sampled_from(phrases("surroundings", "at_an_edge"))
    ending = st.tuples(drawn, edges).map(lambda both: in_sentence(as_text(both[0], style), both[1]))
    sentences = st.one_of(texts(drawn, style=style), ending)
    if contract.source.kind != "temperature" or contract.difference is False:
        return sentences
    frames = st.sampled_from(phrases("sentences", RISES))
    rises = st.tuples(quantities(unit=contract.source, min_value=1, max_value=_LARGEST_RISE), frames).map(
        lambda both: in_sentence(as_text(both[0], style), both[1])
    )
    return rises if contract.difference else st.one_of(sentences, rises)


@st.composite
def _pages(
    draw: DrawFn, contract: TextContract, sentences: SearchStrategy[Told[Any]], style: Style
) -> Told[Any]:
    """A sentence with something before it and behind it: markup, odd blanks, a figure much like its own."""
    told = draw(sentences)
    before = draw(st.sampled_from(("", *phrases("surroundings", "before"))))
    after = draw(st.sampled_from(("", *_alike(contract, told, style), *phrases("surroundings", "after"))))
    return Told(f"{before}{told.text}{after}", moved(told.truth, len(before)))


def _alike(contract: TextContract, told: Told[Any], style: Style) -> Iterator[str]:
    """The same figure again, and one that ends in it: 5 km is found again inside 15 km."""
    value = told.truth.figures[-1].value
    longer = value + 10 ** max(len(str(int(abs(value)))), 1) if value >= 0 else value
    for other in (value, longer):
        if contract.max_value is None or other <= contract.max_value:
            yield f" It was {as_text(plain_quantity(contract.source, other), style).text} before."


def _broken(given: str, expected: str, got: str, cause: Cause | None = None, why: str = "") -> Broken:
    return Broken(repr(given), expected, got if got.startswith("no ") else repr(got), (), cause, why)


@law("a plain quantity is restated", cases=_plain)
def insertion(contract: TextContract, case: Told[Any]) -> Broken | None:
    """A quantity in the declared unit, written with the declared word, gets its restatement.

    Otherwise a function that does nothing would keep every other law. Further words that it must know are
    declared with `aliases`.
    """
    answer = contract.ask(case.text)
    expected = f"the text with the quantity in {contract.target.name.replace('_', ' ')} after it"
    if answer.problem or answer.text == case.text:
        return _broken(case.text, expected, answer.problem or answer.text)
    return None


@law("what it inserts is consistent", weight=4, cases=_stated)
def consistency(contract: TextContract, case: Told[Any]) -> Broken | None:
    """Whatever is inserted, claimcheck itself finds right: the figures agree as writers round them.

    The verdict and the cause are those that `claimcheck check` would print about the page.
    """
    answer = contract.ask(case.text)
    if answer.problem:
        return _broken(case.text, "a text", f"no text: {answer.problem}")
    report = check(answer.text)
    for conversion in added(case.text, report):
        written = answer.text[conversion.stated.span.end : conversion.span.end]
        if _DECIMAL_COMMA.search(written):
            return _broken(case.text, "a decimal point, as English has", answer.text)
        for each in report.assessments_of(conversion):
            if each.verdict is not Verdict.AGREES:
                figures = ", ".join(f"{float(value):.6g}" for value in each.expected)
                why = f"{conversion.span.of(answer.text)!r} {each.verdict}"
                expected = f"{figures} {each.restated.unit.name if each.restated.unit else ''}, rounded"
                return _broken(case.text, expected, answer.text, each.cause, why)
        truth = case.truth
        if conversion.stated.span.start == truth.span.start and conversion.stated.unit == contract.source:
            values = tuple(figure.value for figure in conversion.stated.figures)
            if values != tuple(figure.value for figure in truth.figures):
                return _broken(case.text, "a restatement of all its figures", answer.text)
    return None


@law("nothing else in the text changes", weight=2, cases=_stated)
def preservation(contract: TextContract, case: Told[Any]) -> Broken | None:
    """Without what was inserted, the text is the one that went in, character by character.

    Editors do not forgive a tool that swallows a no-break space, straightens quotes or rewrites the figure.
    """
    answer = contract.ask(case.text)
    if answer.problem:
        return _broken(case.text, "a text", f"no text: {answer.problem}")
    report = check(answer.text)
    rest = stripped(report, added(case.text, report))
    if rest == case.text or rest.replace("  ", " ") == case.text:
        return None
    return _broken(case.text, "the same text, but for what is inserted", answer.text)


@law("applying it twice changes nothing", weight=2, cases=_stated)
def stability(contract: TextContract, case: Told[Any]) -> Broken | None:
    """A converted text is left as it is, however often the page is saved.

    A restatement is itself a quantity, and a converter that does not know its own work restates it again.
    """
    once = contract.ask(case.text)
    twice = contract.ask(once.text)
    if once.problem or twice.text == once.text:
        return None
    return _broken(once.text, "the same text", twice.problem or twice.text)


@st.composite
def _restated(draw: Callable[..., Any], contract: TextContract) -> Told[Conversion]:
    """Sentences in which the quantity is restated already, by a careful writer."""
    stated = draw(
        quantities(unit=contract.source, min_value=contract.min_value, max_value=contract.max_value)
    )
    value, _ = right_figure(stated.figures[0].value, contract.source, contract.target, 3)
    pair = restated(stated, plain_quantity(contract.target, value, places=6))
    told: Told[Conversion] = draw(texts(st.just(pair), style=draw(st.sampled_from(_STYLES))))
    return told


@law("what is restated already stays", weight=2, cases=_restated)
def restraint(contract: TextContract, case: Told[Conversion]) -> Broken | None:
    """A conversion that the writer has made is not made again.

    "50 km (31 mi) (31 mi)" is the mark of a template that looks at figures and not at sentences.
    """
    answer = contract.ask(case.text)
    if answer.text == case.text:
        return None
    return _broken(case.text, "the same text", answer.problem or answer.text)


def _without(contract: TextContract) -> SearchStrategy[str]:
    """Texts without a quantity of the source's kind: years, routes, types of aircraft, other measures."""
    from claimcheck.lexicon import english  # noqa: PLC0415 # read when the law is tried

    units: list[Unit] = [english().units[name].unit for name in _OTHERS]
    strange = [unit for unit in units if unit.kind != contract.source.kind and unit != contract.source]
    measures = st.sampled_from(strange).flatmap(lambda unit: texts(quantities(unit=unit), style=PLAIN))
    made = [row.unit for row in english().units.values() if _is_made_of(row.unit, contract.source)]
    styles = st.sampled_from((PLAIN, Style(unit="name")))
    figures = st.integers(2, 9000).map(Fraction)
    longer = st.tuples(st.sampled_from(made), figures, styles).map(_apart) if made else st.nothing()
    sentences = st.one_of(fillers(), measures.map(lambda told: told.text), longer)
    return st.lists(sentences, min_size=1, max_size=_KEPT).map(" ".join)


def _is_made_of(unit: Unit, source: Unit) -> bool:
    """Whether a unit of another kind has the source's word in it: km/h and km² for km."""
    return unit.kind != source.kind and source.name in unit.name.split() and any(words_for(unit))


def _apart(drawn: tuple[Unit, Fraction, Style]) -> str:
    unit, value, style = drawn
    return f"The figure given was {as_text(plain_quantity(unit, value), style).text} in all."


@law("numbers that are no such quantity stay", weight=2, cases=_without)
def abstinence(contract: TextContract, case: str) -> Broken | None:
    """Years, routes, types of aircraft and quantities of other kinds are not converted.

    A pattern that sees a figure and a letter makes miles of "the 2024 km conference" and of Route 66.
    """
    answer = contract.ask(case)
    if answer.text == case:
        return None
    return _broken(case, "the same text", answer.problem or answer.text)


def _odd_texts(_: TextContract) -> list[str]:
    return [
        "",
        " ",
        "\n\n",
        "km",
        "(",
        "5",
        "é",
        "😀",
        "km 5",
        "5 km",
        "-5 km",
        "5 km, 6 km",
        "a\x00b",
        "5\u202fkm" * 3,
    ]


@law("no text is too odd", cases=_odd_texts)
def totality(contract: TextContract, case: str) -> Broken | None:
    """Any text gives a text, the empty one and half a bracket included.

    Pages are saved half-finished, and a converter that raises takes the page with it.
    """
    answer = contract.ask(case)
    return _broken(case, "a text", f"no text: {answer.problem}") if answer.problem else None


LAWS = (insertion, consistency, preservation, stability, restraint, abstinence, totality)
