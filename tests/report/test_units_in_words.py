"""Every unit of the lexicon in every message about it: as people write units, and not as pint does."""

import re
from collections.abc import Iterator

import pytest

import claimcheck
from claimcheck.lexicon import Row, english
from claimcheck.render import agreeing, in_words
from claimcheck.report.accounts import accounts
from claimcheck.report.labels import label

PINT = re.compile(r"\w_\w|\*\*|→| \* ")


def words_of(row: Row) -> list[str]:
    return [*row.names[:1], *row.symbols[:1], *row.shared[:1]]


def partner(row: Row) -> Row | None:
    """A unit of the same kind that has a name."""
    return next(
        (
            each
            for each in english().units.values()
            if each.unit.kind == row.unit.kind and each is not row and each.names
        ),
        None,
    )


def said(text: str) -> Iterator[str]:
    """Everything that a report says of a text, its findings and the fixes that go with them."""
    report = claimcheck.check(text)
    for each in accounts(report, explain=True):
        yield from (each.what, *each.amounts, each.judgement, *each.reasons)
    for finding in report.diagnostics:
        yield from (finding.message, *(fix.title for fix in finding.fixes))
        yield from (related.message for related in finding.related)


@pytest.mark.parametrize("kind", sorted({each.unit.kind for each in english().units.values()}))
def test_no_message_has_a_word_of_pint_s(kind: str) -> None:
    rows = [each for each in english().units.values() if each.unit.kind == kind]
    for row in rows:
        other = partner(row)
        for word in words_of(row):
            texts = [f"It is 3 {word} in all."]
            if other is not None:
                name = other.names[0]
                texts += [f"It is 3 {word} (17 {name}) in all.", f"It is 170 {name} (3 {word}) in all."]
            for text in texts:
                for words in said(text):
                    assert not PINT.search(words), (text, words)


def test_no_unit_is_called_by_pint_s_name() -> None:
    for name in english().units:
        for words in (label(name), in_words(name)):
            assert words
            assert not PINT.search(words), (name, words)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("two decades", "2 decades"),
        ("one decade", "1 decade"),
        ("10 centuries", "10 centuries"),
        ("three leagues", "3 leagues"),
        ("half a fortnight", "0.5 fortnights"),
        ("6 radians per second", "6 rad/s"),
    ],
)
def test_names_are_in_the_number_that_the_figure_needs(text: str, amount: str) -> None:
    (told,) = accounts(claimcheck.parse(f"It was {text} all told."))
    assert (told.amounts or (told.words,)) == (amount,)


def test_what_has_no_dimension_is_a_proportion() -> None:
    (told,) = accounts(claimcheck.parse("It falls 5 metres per kilometre."))
    assert told.what == "proportion"


def test_a_kind_without_a_name_is_said_as_its_formula() -> None:
    (told,) = accounts(claimcheck.parse("It needs 5 kWh per kW."))
    assert told.what == "energy per power"


def test_an_ambiguous_word_is_told_by_its_full_name() -> None:
    (finding,) = claimcheck.check("The gun weighs 6.5 tons (6.6 t).").diagnostics
    assert finding.message == "agrees only if “tons” means long tons; say which is meant"
    assert [fix.title for fix in finding.fixes] == ["write 6.5 long tons"]
    assert agreeing("long tons", singular=True) == "long ton"
