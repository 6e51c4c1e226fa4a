"""Multiples of known quantities: what is found, where, and what it amounts to."""

import pickle
from fractions import Fraction

import pytest

from claimcheck import units
from claimcheck.lexicon import english
from claimcheck.model import Bound, Multiple, Reference
from claimcheck.parse import multiples

LEXICON = english()


def only(text: str) -> Multiple:
    [found] = multiples(text, LEXICON)
    return found


@pytest.mark.parametrize(
    ("text", "span", "factor", "reference"),
    [
        ("It flies at 10 times the speed of sound.", "10 times the speed of sound", "10", "speed of sound"),
        (
            "Light itself is five times as fast as sound? No.",
            "five times as fast as sound",
            "5",
            "speed of sound",
        ),
        ("It is twice as tall as Big Ben.", "twice as tall as Big Ben", "2", "height of Big Ben"),
        ("an area half the size of Wales burned", "half the size of Wales", "1/2", "area of Wales"),
        ("It felt 10 times Earth’s gravity.", "10 times Earth’s gravity", "10", "gravity of the Earth"),
        ("a mass 3.5 times that of Jupiter", "3.5 times that of Jupiter", "7/2", "mass of Jupiter"),
        ("80% of the speed of light", "80% of the speed of light", "4/5", "speed of light"),
        (
            "two-thirds the height of Everest",
            "two-thirds the height of Everest",
            "2/3",
            "height of Mount Everest",
        ),
        (
            "a third of the height of the Shard",
            "a third of the height of the Shard",
            "1/3",
            "height of the Shard",
        ),
        (
            "as long as three football fields",
            "three football fields",
            "3",
            "length of an American football field",
        ),
        ("the size of two football pitches", "two football pitches", "2", "area of a football pitch"),
        ("the jet reached Mach 2.2", "Mach 2.2", "11/5", "speed of sound"),
        ("the pilots pulled 9Gs", "9Gs", "9", "gravity of the Earth"),
        ("an acceleration of 6 G", "6 G", "6", "gravity of the Earth"),
        ("2x the speed of sound", "2x the speed of sound", "2", "speed of sound"),
        ("1.5 times larger than France.", "1.5 times larger than France", "3/2", "area of France"),
        ("twice the distance to the Moon", "twice the distance to the Moon", "2", "distance to the Moon"),
        ("Twice the speed of sound", "Twice the speed of sound", "2", "speed of sound"),
    ],
)
def test_a_multiple_is_found(text: str, span: str, factor: str, reference: str) -> None:
    found = only(text)
    assert found.span.of(text) == span
    assert found.factor.value == Fraction(factor)
    assert found.reference.name == reference


@pytest.mark.parametrize(
    "text",
    [
        "three times as many people as last year",
        "the speed of sound",
        "twice the size of the US economy",
        "twice the size of Texas Instruments",
        "twice the size of India’s budget",
        "three times the size of a turkey",
        "10% faster than sound",
        "Wales beat Ireland twice, and half of Wales saw it",
        "a 5G network and 64 G of memory",
        "several times the speed of sound",
        "times the speed of sound",
        "the size of it",
        "Ernst Mach died in 1916",
        "half the height of the tower",
    ],
)
def test_what_amounts_to_nothing_known_is_no_multiple(text: str) -> None:
    assert list(multiples(text, LEXICON)) == []


def test_the_product_is_in_the_unit_of_the_yardstick() -> None:
    found = only("at up to 10 times the speed of sound")
    speed = units.convert(found.value, found.reference.unit, "kilometer / hour")
    assert speed == Fraction("12250.584")
    assert "International Standard Atmosphere" in found.reference.note
    assert found.reference.source.startswith("ISO 2533")
    assert [each.bound for each in found.modifiers] == [Bound.AT_MOST]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("more than three times the speed of sound", [Bound.MORE_THAN]),
        ("about twice the height of Big Ben", [Bound.APPROXIMATE]),
        ("roughly the size of two football pitches", [Bound.APPROXIMATE]),
        ("the size of about two football pitches", [Bound.APPROXIMATE]),
        ("Mach 5 or more", [Bound.AT_LEAST]),
        ("as long as two football fields", []),
    ],
)
def test_hedges_are_kept(text: str, bounds: list[Bound]) -> None:
    assert [each.bound for each in only(text).modifiers] == bounds


def test_several_are_found_in_reading_order() -> None:
    text = "Mach 5 is five times the speed of sound; 6 G is six times Earth's gravity, a force on pilots."
    assert [each.span.of(text) for each in multiples(text, LEXICON)] == [
        "Mach 5",
        "five times the speed of sound",
        "6 G",
        "six times Earth's gravity",
    ]


def test_every_yardstick_has_a_size_a_source_and_a_kind() -> None:
    for reference in LEXICON.references:
        si = LEXICON.kinds[reference.kind].si
        assert units.convert(reference.value, reference.unit, si) > 0
        assert reference.source, reference.name


@pytest.mark.parametrize("reference", tuple(LEXICON.references), ids=lambda each: each.name)
def test_every_yardstick_is_found_by_its_name(reference: Reference) -> None:
    assert only(f"It is three times the {reference.name}.").reference == reference


def test_multiples_cross_processes() -> None:
    found = only("twice the speed of light")
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 # our own
