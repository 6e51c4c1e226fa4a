"""U109: one word means two units within a document."""

from collections.abc import Iterator
from itertools import product

from attrs import frozen

from claimcheck.model import Assessment, How, Related, Severity, Span, Verdict
from claimcheck.render import in_words
from claimcheck.rounding import coarsest
from claimcheck.rounding.limits import limits
from claimcheck.rules._readings import unusual
from claimcheck.rules._wording import place
from claimcheck.rules.registry import Finding, Story, rule
from claimcheck.text import Document
from claimcheck.units import scale


@rule(
    "U109",
    "mixed-readings",
    Severity.NOTE,
    bad=["In Britain 20 gallons (91 litres) lasted a week; [15 gallons (57 litres)] were left."],
    good=[
        "In Britain 20 gallons (91 litres) lasted a week; 15 gallons (68 litres) were left.",
        "In Britain 20 imperial gallons (91 litres) lasted a week; 15 US gallons (57 litres) were left.",
        "Add 8 oz (225 g) of flour and 8 oz (240 ml) of milk.",
    ],
)
def mixed_readings(document: Document, story: Story) -> Iterator[Finding]:
    """A bare word stands for one unit here and for another before.

    Two gallons differ by a fifth, two tons by an eighth. Each pair of figures is right in one of them, and no
    reader can tell which is meant where there is no second figure. Say which it is ("US gallons"), at least
    where the text changes; a text that was put together from an American and a British one is where this
    comes from. An ounce that weighs something here and fills something there is one word for two kinds of
    thing, and passes; so does what U105 reports already.
    """
    del document
    text = story.document.text
    if not any(each.verdicts_by_reading for pair in story.conversions for each in story.assessments_of(pair)):
        return  # the usual reading fits everywhere
    seen: dict[tuple[str, str], _Sense] = {}
    for conversion in story.conversions:
        for found in story.assessments_of(conversion):
            if found.verdict is not Verdict.AGREES or found.how is How.CUSTOM or unusual(found, text):
                continue
            for quantity, fitting in zip((found.stated, found.restated), _fitting(found), strict=True):
                if not fitting or quantity.unit is None:
                    continue
                sense = _Sense(fitting, place(conversion, found, text))
                first = seen.setdefault((quantity.unit.name, quantity.kind), sense)
                if set(first.readings).isdisjoint(fitting):
                    here, there = (in_words(each.readings[0]) for each in (sense, first))
                    yield Finding(
                        f"“{quantity.raw_unit}” means {here} here and {there} before; say which is meant",
                        sense.place,
                        (Related(first.place, f"means {there} here"),),
                        data={"cause": None},
                    )


@frozen
class _Sense:
    """The readings of a word in which the figures agree, the likeliest first, and where."""

    readings: tuple[str, ...]
    place: Span


def _fitting(found: Assessment) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """For either side the readings in which the figures agree, about; none where its word has but one."""
    one, two = found.stated, found.restated
    if one.unit is None or two.unit is None or one.kind != two.kind:
        return (), ()
    left, right = (
        [each.name for each in (side.unit, *side.readings) if each and each.kind == side.kind]
        for side in (one, two)
    )
    fitting = {pair for pair in product(left, right) if _agree(found, *pair)}
    return (
        tuple(name for name in left if len(left) > 1 and any(pair[0] == name for pair in fitting)),
        tuple(name for name in right if len(right) > 1 and any(pair[1] == name for pair in fitting)),
    )


def _agree(found: Assessment, stated: str, restated: str) -> bool:
    """Whether every restated figure is the stated one converted, as rounded or as near as the news goes."""
    there = scale(stated, restated)
    offs = (
        (abs(there(one.value) - two.value), two)
        for one, two in zip(found.stated.figures, found.restated.figures, strict=False)
    )
    return all(
        2 * off <= coarsest(two) or off <= limits("news").rounded * abs(two.value) for off, two in offs
    )
