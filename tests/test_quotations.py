"""What stands between quotation marks, with the marks as they come."""

import pytest

from claimcheck.lexicon import english
from claimcheck.parse.attribution import attributed


def quotations(text: str) -> list[str]:
    return [span.of(text) for span in attributed(text, english()).quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “yes” and “no”.", ["“yes”", "“no”"]),
        ('She said "yes" and "no".', ['"yes"', '"no"']),
        ("She said ''yes'' and ``no''.", ["''yes''", "``no''"]),
        ("She said ‘yes’ and 'no'.", ["‘yes’", "'no'"]),
        ("Sie sagte „ja“ und »nein«.", ["„ja“", "»nein«"]),
        ("Elle a dit « oui ».", ["« oui »"]),
        ("“One ‘two’ three.”", ["“One ‘two’ three.”"]),
        ("“One.\n\n“Two.”\n\nThree.", ["“One.\n\n“Two.”"]),
        ("“One.\n\nTwo.", ["“One."]),
        ("He is 6’2” tall and “fit”.", ["“fit”"]),
        ("It’s the ’90s, boys’ own and rock ’n’ roll.", []),
        ("The boys’ boats and the girls’ nets.", []),
        ("He’s “in.", ["“in."]),
        ("No marks.", []),
        ("”", []),
        ("“", ["“"]),
        ("'''", ["'''"]),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert quotations(text) == expected


def test_a_quotation_never_crosses_a_paragraph_that_does_not_reopen_it() -> None:
    text = "“One.\n\nTwo “three” four.\n\nFive."
    assert quotations(text) == ["“One.", "“three”"]
