"""Where sentences begin and end."""

import pytest

from claimcheck.text.sentences import sentences


def read(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("It is approx. 5 km off. It is cold.", ["It is approx. 5 km off.", "It is cold."]),
        ("Sen. Doe of the U.S. left. He came back.", ["Sen. Doe of the U.S. left.", "He came back."]),
        ("J. Doe left.", ["J. Doe left."]),
        ("One.\n\nTwo", ["One.", "Two"]),
        ("A heading:\n\nText.", ["A heading:", "Text."]),
        ("“One. Two.” Three.", ["“One. Two.”", "Three."]),
        ("\U0001f600 One. Two.", ["\U0001f600 One.", "Two."]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_boundaries(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_nothing_but_blanks_is_lost() -> None:
    text = "One. Two vol. 3.\n\nThree? Four!  Five"
    assert "".join("".join(read(text)).split()) == "".join(text.split())
