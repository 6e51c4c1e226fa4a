"""U108: a quantity without its counterpart in the unit that the house gives beside it."""

from collections.abc import Iterator

from claimcheck.model import Config, Quantity, Severity
from claimcheck.render import unit_like
from claimcheck.rules._wording import shown
from claimcheck.rules.registry import Finding, Story, rule
from claimcheck.text import Document


@rule(
    "U108",
    "house-pair",
    Severity.NOTE,
    bad=[
        "The depot lies [50 km] from the coast.",
        "The track is [30 miles] long.",
        "The depot lies [50 km] (55,000 yards) from the coast.",
    ],
    good=[
        "The depot lies 50 km (30 miles) from the coast. Those 50 km are unpaved.",
        "It weighs 50 kg and moves at 50 km/h.",
    ],
    config=Config(preferred_pairs=(("kilometer", "mile"),)),
)
def house_pair(document: Document, story: Story) -> Iterator[Finding]:
    """A quantity stands without its counterpart in the unit that the house gives beside it.

    Off unless the configuration names pairs of units; the order of a pair does not matter:

        [tool.claimcheck]
        preferred-pairs = [["km", "mile"], ["kg", "lb"]]

    A quantity in one of two such units is reported where no restatement in the other stands beside it, be
    there none at all or one in a third unit. What has been restated once need not be again: later mentions
    of the same figure pass.
    """
    counterparts: dict[str, set[str]] = {}
    for one, two in story.config.preferred_pairs:
        counterparts.setdefault(one, set()).add(two)
        counterparts.setdefault(two, set()).add(one)
    if not counterparts:
        return
    beside = _beside(story)
    known: set[tuple[object, ...]] = set()
    for quantity in story.quantities:
        wanted = counterparts.get(quantity.unit.name, set()) if quantity.unit else set()
        key = (quantity.unit, *(each.value for each in quantity.figures))
        names = beside.get(quantity.figures[0].span.start, frozenset())
        if wanted & names:
            known.add(key)
        elif wanted and key not in known:
            words = " or ".join(unit_like(each, quantity.raw_unit, document.text) for each in sorted(wanted))
            figure = shown(quantity, document.text)
            yield Finding(f"{figure} has no figure in {words} beside it", quantity.span, data={"cause": None})


def _beside(story: Story) -> dict[int, frozenset[str]]:
    """Where the figures of conversions begin, and the units in which each is stated."""
    found: dict[int, frozenset[str]] = {}
    for conversion in story.conversions:
        sides: tuple[Quantity, ...] = (conversion.stated, *conversion.restated)
        names = frozenset(side.unit.name for side in sides if side.unit)
        for figure in (figure for side in sides for figure in side.figures):
            found[figure.span.start] = names
    return found
