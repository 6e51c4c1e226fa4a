"""U107: a document restates one figure in two ways, or like figures with different precision."""

from collections import deque
from collections.abc import Iterator
from fractions import Fraction
from functools import cached_property

from attrs import frozen

from claimcheck.lexicon.rounding import rounding_table
from claimcheck.model import Assessment, Bound, Conversion, How, Related, Relation, Severity, Verdict
from claimcheck.rounding import Restated, is_finer
from claimcheck.rules._wording import place, shown
from claimcheck.rules.registry import Finding, Story, rule
from claimcheck.text import Document

_ROUNDED = (How.EXACT, How.ROUNDED)
_ENDS = 2


@rule(
    "U107",
    "inconsistent-precision",
    Severity.NOTE,
    bad=[
        "The ridge is 50 km (31 miles) long.\n\nFurther on, the [50 km (30 miles)] ridge falls to the sea.",
        "The ridge is 50 km (31 miles) long. The valley behind it has [80 km (49.7 miles)].",
        "The herd needs [9 to 11 km (5.6 to 7 miles)] of fence.",
        "It fell to −33 °C (−27 °F) in Aune and rose to [38 °C (100.4 °F)] in Ruiz.",
    ],
    good=[
        "The ridge is 50 km (31 miles) long.\n\nFurther on, the 50 km (31 miles) ridge falls to the sea.",
        "The ridge is 5 km (3.1 miles) long, the road 50 km (31 miles), the coast 500 km (310 miles).",
        "The ridge is 5 km (3.1 miles) long, the road 8 km (5 miles), and the path 5.25 km (3.26 miles).",
        "The ridge is about 50 km (30 miles) long. Its crest was measured: 48.53 km (30.15 miles).",
    ],
)
def inconsistent_precision(document: Document, story: Story) -> Iterator[Finding]:
    """One figure is restated in two ways, or like figures with plainly different precision.

    Each restatement may be a fair rounding; side by side they make readers wonder which is right, or why one
    is known so well. Three things are reported: the same figure with two restatements; the ends of one range
    of which one keeps digits that the other has lost; and, once for each pair of units, a restatement with
    more decimals and more digits than one near it, though the figures they restate are written alike. Keeping
    a number of decimals throughout passes, and so does keeping a number of digits; hedged figures, tables of
    factors and what the kitchen rounds by custom are left alone. Write all of them one way.
    """
    del document
    text = story.document.text
    near: dict[_Key, deque[_Seen]] = {}
    restated: dict[tuple[tuple[Fraction, ...], _Key], _Seen] = {}
    told: set[_Key] = set()
    for conversion in story.conversions:
        for found in story.assessments_of(conversion):
            key = _key(found)
            if found.verdict is not Verdict.AGREES or key is None:
                continue
            seen = _Seen(conversion, found)
            first = restated.setdefault((_values(found.stated.figures), key), seen)
            if _values(first.found.restated.figures) != _values(found.restated.figures):
                yield _twice(first, seen, text)
                continue
            if first is not seen or not seen.is_rounded:
                continue
            if _differs_at_its_ends(seen):
                yield _ends(seen, text)
                continue
            if key in told:
                continue
            others = near.setdefault(key, deque(maxlen=rounding_table()["precision"]["near"]))
            other = next((each for each in others if _differ(each, seen)), None)
            if other is not None:
                told.add(key)
                yield _beside(other, seen, text)
            others.append(seen)


_Key = tuple[str, str, str]


@frozen
class _Seen:
    """A restatement where it stands."""

    conversion: Conversion
    found: Assessment

    @property
    def is_rounded(self) -> bool:
        """Whether its precision is its writer's choice: no hedge, no factor, no custom."""
        pair = (self.found.stated, self.found.restated)
        hedged = any(each.has(Bound.APPROXIMATE) for each in pair)
        return self.found.how in _ROUNDED and not hedged and self.conversion.relation is not Relation.EQUATION

    @cached_property
    def figures(self) -> tuple[Restated, ...]:
        """Figure by figure; none where their numbers differ."""
        stated, restated, expected = (
            self.found.stated.figures,
            self.found.restated.figures,
            self.found.expected,
        )
        if not len(stated) == len(restated) == len(expected):
            return ()
        return tuple(map(Restated, stated, restated, expected))


def _key(found: Assessment) -> _Key | None:
    """The two units, and whether they are those of a thermometer: a rise is another thing than a reading."""
    one, two = found.stated.unit, found.restated.unit
    return (one.name, two.name, found.gap_unit) if one and two else None


def _values(figures: tuple[object, ...]) -> tuple[Fraction, ...]:
    return tuple(each.value for each in figures)  # type: ignore[attr-defined]


def _differ(one: _Seen, two: _Seen) -> bool:
    """Whether one of two is plainly more precise than the other, figure by figure."""
    thermometer = bool(one.found.gap_unit)
    first, second = one.figures, two.figures
    if len(first) != len(second) or not first:
        return False
    if len(first) == 1:
        one_alone, two_alone = first[0], second[0]
        return is_finer(one_alone, two_alone, on_a_thermometer=thermometer) or is_finer(
            two_alone, one_alone, on_a_thermometer=thermometer
        )
    pairs = list(zip(first, second, strict=True))
    return any(
        all(is_finer(each[at], each[1 - at], on_a_thermometer=thermometer) for each in pairs) for at in (0, 1)
    )


def _differs_at_its_ends(seen: _Seen) -> bool:
    figures = seen.figures
    if len(figures) != _ENDS:
        return False
    thermometer = bool(seen.found.gap_unit)
    one, two = figures
    return any(
        is_finer(*pair, on_a_thermometer=thermometer, in_a_range=True) for pair in ((one, two), (two, one))
    )


def _twice(first: _Seen, seen: _Seen, text: str) -> Finding:
    stated, here, before = (
        shown(each, text) for each in (seen.found.stated, seen.found.restated, first.found.restated)
    )
    return _finding(seen, text, f"{stated} is {here} here and {before} before", first, "restated so here")


def _ends(seen: _Seen, text: str) -> Finding:
    restated = shown(seen.found.restated, text)
    return _finding(seen, text, f"the ends of {restated} are rounded to different places")


def _beside(other: _Seen, seen: _Seen, text: str) -> Finding:
    here, before = (shown(each.found.restated, text) for each in (seen, other))
    stated = shown(other.found.stated, text)
    message = f"{here} is rounded to another place than {before} for {stated} before"
    return _finding(seen, text, message, other, "rounded so here")


def _finding(seen: _Seen, text: str, message: str, other: _Seen | None = None, label: str = "") -> Finding:
    where = place(seen.conversion, seen.found, text)
    related = (Related(place(other.conversion, other.found, text), label),) if other else ()
    return Finding(message, where, related, data={"cause": None})
