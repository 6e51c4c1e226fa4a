"""Every pair of units of one kind: a right restatement is found and agrees, a wrong one is an error."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations

import pytest

import claimcheck
from claimcheck.errors import UnitError
from claimcheck.lexicon import Row, english
from claimcheck.lexicon.restatement import restatement
from claimcheck.model import Verdict
from claimcheck.render import rounded, written
from claimcheck.units import Scale, scale

SYSTEMS = ("SI", "metric", "US", "imperial", "US/imperial", "nautical", "US oil")
LEXICON = english()
STATED = Fraction(37)  # no figure that a custom or a rounding to fives excuses


def form(row: Row) -> str | None:
    """A symbol or name that stands for the unit and nothing else, wherever it stands."""
    for each in (*row.symbols, *row.names):
        readings = LEXICON.spellings.get(each) or LEXICON.spellings.get(each.lower(), ())
        if len(readings) == 1 and not readings[0].needs and readings[0].unit == row.unit:
            return each
    return None


def rows(kind: str) -> list[Row]:
    """The units of a kind in everyday systems, with a few prefixes."""
    prefixes = tuple(LEXICON.legend.prefixes)
    return [
        row
        for name, row in LEXICON.units.items()
        if row.kind == kind
        and row.system in SYSTEMS
        and form(row)
        and (not name.startswith(prefixes) or name.startswith(("kilo", "centi", "milli", "mega")))
    ]


def pairs(kind: str) -> Iterator[tuple[str, str, Scale]]:
    for one, two in permutations(rows(kind), 2):
        try:
            there = scale(one.name, two.name)
        except UnitError:
            continue
        expected = there(STATED)
        if there.slope != 1 and Fraction(1, 1000) < abs(expected) < 10**7:
            yield str(form(one)), str(form(two)), there


def shown(value: Fraction) -> str:
    """A value with four significant digits."""
    step = Fraction(1)
    while abs(value) / step >= 10_000:  # four digits
        step *= 10
    while abs(value) / step < 1_000:  # four digits
        step /= 10
    return written(rounded(value, step), step)


KINDS = [kind for kind in LEXICON.kinds if kind not in restatement().never and any(pairs(kind))]


@pytest.mark.parametrize("kind", KINDS)
def test_a_right_pair_is_found_and_agrees_and_a_wrong_one_is_an_error(kind: str) -> None:
    bad = []
    for one, two, there in pairs(kind):
        for factor, verdict in ((1, Verdict.AGREES), (Fraction(137, 100), Verdict.DISAGREES)):
            if factor != 1 and (one > two or kind in restatement().unless_close or there.intercept):
                continue  # one direction is enough; and two times that differ are two things
            text = f"It came to 37 {one} ({shown(there(STATED) * factor)} {two}) in all."
            report = claimcheck.check(text)
            found = [each for pair in report.conversions for each in report.assessments_of(pair)]
            if [each.verdict for each in found] != [verdict]:
                bad.append(f"{text} → {[str(each.verdict) for each in found]}")
    assert not bad, f"{len(bad)}: {bad[:8]}"


def test_there_are_many() -> None:
    assert len(KINDS) > 40  # kinds with more than one unit
    assert sum(1 for kind in KINDS for _ in pairs(kind)) > 3000  # pairs in all
