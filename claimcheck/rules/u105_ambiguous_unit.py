"""U105: a conversion agrees in one reading of an ambiguous unit and not in another."""

from collections.abc import Iterator

from claimcheck.model import Conversion, Edit, Fix, Quantity, Severity
from claimcheck.render import in_words, rewritten, unit_like
from claimcheck.rules._readings import meanings, unusual
from claimcheck.rules._wording import place
from claimcheck.rules.registry import Finding, Story, rule


@rule(
    "U105",
    "ambiguous-unit",
    Severity.NOTE,
    bad=["The gun weighs [6.5 tons (6.6 t)]."],
    good=[
        "The gun weighs 6.5 long tons (6.6 t).",
        "The tank holds 20 imperial gallons (91 L).",
        "The tank holds 20 gallons (91 litres).",
    ],
)
def ambiguous_unit(conversion: Conversion, story: Story) -> Iterator[Finding]:
    """The figures agree only if an ambiguous unit has its less usual meaning.

    A bare gallon, pint, ton or fluid ounce may be American, imperial or metric, and a fifth or a tenth lies
    between them. Where the second figure fits only the less usual one, either the figure is wrong or
    readers need to be told which is meant. (British spelling around a gallon is telling enough.) Say so in
    the text ("long tons"), or once for the house:

        [tool.claimcheck.house-units]
        gallon = "imperial_gallon"
    """
    text = story.document.text
    for found in story.assessments_of(conversion):
        chosen = unusual(found, text)
        if chosen:
            sides = tuple(meanings(found, chosen))
            what = " and ".join(f"“{side.raw_unit}” means {in_words(name)}" for side, name in sides)
            yield Finding(
                f"agrees only if {what}; say which is meant",
                place(conversion, found, text),
                fixes=(_fix(tuple(_said(side, name, text) for side, name in sides)),),
                data={
                    "cause": None,
                    "readings": {name: str(verdict) for name, verdict in found.verdicts_by_reading},
                },
            )


def _said(quantity: Quantity, name: str, text: str) -> Edit:
    """The same with the full name of the unit."""
    unit = unit_like(name, quantity.raw_unit, text, full=True)
    figures = quantity.figures
    words = rewritten(
        quantity, text, [each.value for each in figures], [each.step for each in figures], unit=unit
    )
    return Edit(quantity.span, words)


def _fix(edits: tuple[Edit, ...]) -> Fix:
    return Fix(f"write {' and '.join(each.text for each in edits)}", edits)
