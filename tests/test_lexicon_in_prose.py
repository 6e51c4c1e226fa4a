"""Every written form of every unit and currency is read as that unit, where its context is there."""

from collections.abc import Iterator

import pytest

from claimcheck import units
from claimcheck.lexicon import Reading, english
from claimcheck.lexicon.contexts import contexts
from claimcheck.model import Quantity
from claimcheck.parse import quantities

LEXICON = english()
WORDS = contexts("en").words
KINDS = sorted({reading.unit.kind for listed in LEXICON.spellings.values() for reading in listed})


def prose(reading: Reading) -> str:
    """A sentence with the form behind a figure, and words of every context that it needs."""
    form, needs = reading.spelling, reading.needs
    around = " ".join(min(WORDS[need]) for need in sorted(needs) if need in WORDS)
    gap = "" if "joined" in needs else " "
    return f"They noted 7{gap}{form}, {around}"


def same(quantity: Quantity, reading: Reading) -> bool:
    """Whether the quantity is 7 of the unit: by name, by another reading, or as so much of another unit."""
    if quantity.unit is None:
        return False
    names = [quantity.unit.name, *(each.name for each in quantity.readings)]
    if reading.unit.name in names:
        return quantity.least == 7
    if quantity.unit.kind != reading.unit.kind:
        return False
    return units.convert(quantity.least, quantity.unit.name, reading.unit.name) == 7


def forms(kind: str) -> Iterator[Reading]:
    for listed in LEXICON.spellings.values():
        if listed[0].unit.kind == kind and listed[0].position != "before":
            yield listed[0]


# Forms that mean something else behind a bare figure, with the reason.
OTHERWISE = {
    "in": "a preposition, but for a number or a shape behind it",
    "IN": "the same",
    "ha": "a laugh",
    "A": "an article, but for a number or a shape behind it",
    "pm": "the afternoon",
    "pM": "the afternoon",
    "tn": "trillion",
}


SINGULAR = {"pound", "crown", "real", "mark", "sol", "dram"}  # everyday words: money only in the plural


@pytest.mark.parametrize("position", ["before", "after"])
def test_every_form_of_money_is_read(position: str) -> None:
    missed = []
    for form, [first, *_] in LEXICON.currencies.items():
        if first.position not in (position, "either") or form in SINGULAR or "joined" in first.needs:
            continue
        around = " ".join(min(WORDS[need]) for need in sorted(first.needs) if need in WORDS)
        amount = f"7 {form}" if position == "after" else f"{form} 7"
        found = quantities(f"They noted {amount}, {around}", LEXICON)
        names = [unit.name for each in found if each.unit for unit in (each.unit, *each.readings)]
        if first.unit.name not in names:
            missed.append(form)
    assert missed == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_form_of_a_kind_is_read(kind: str) -> None:
    missed = [
        reading.spelling
        for reading in forms(kind)
        if reading.spelling not in OTHERWISE
        and not any(same(each, reading) for each in quantities(prose(reading), LEXICON))
    ]
    assert missed == []
