"""A report made by hand, so that the formats are tested without any engine.

The draft is written so that everything that a format must get right is in it: an emoji and a combining mark
before a finding, a tab, markup and quotation marks in the text, a paragraph longer than a terminal is wide.
"""

from collections.abc import Callable
from fractions import Fraction

import pytest

from claimcheck import Document, Report
from claimcheck.errors import DocumentError
from claimcheck.model import (
    Assessment,
    Attribution,
    Bound,
    Cause,
    Conversion,
    Diagnostic,
    Edit,
    Figure,
    Fix,
    How,
    Modifier,
    Multiple,
    Quantity,
    Reference,
    Related,
    Relation,
    Severity,
    Span,
    Speaker,
    Unit,
    Verdict,
)
from claimcheck.parse.attribution import Attributed
from claimcheck.report import Settings, Tally, Writer, load
from claimcheck.run import Outcome

KILOMETER = Unit("kilometer", "length", "metric")
MILE = Unit("mile", "length", "US/imperial")
PER_MILE = Fraction("1.609344")

DRAFT = """Depot 🚚 plan, se\u0301ance two

The depot lies about 50 km (30 miles) from the quay, and <b>"the quay"</b> is 80 km (5 miles) from town. \
Nobody has measured the road since the bridge at Aldmoor was rebuilt, which the council calls a pity.
\tAda Brandt, the surveyor, said that the new engine can reach up to 10 times the speed of sound.
It carries 400 crates.
"""


class Desk:
    """Finds words in the draft and makes claims of them."""

    def __init__(self, text: str) -> None:
        self.text = text

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def figure(self, words: str, inside: str) -> Figure:
        start = self.span(inside).start + inside.index(words)
        digits = words.replace(",", "")
        zeros = len(digits) - len(digits.rstrip("0"))
        return Figure(Span(start, start + len(words)), Fraction(digits), zeros=zeros)

    def quantity(self, words: str, unit: Unit, inside: str, modifiers: tuple[Modifier, ...] = ()) -> Quantity:
        start = self.span(inside).start + inside.index(words)
        number, _, raw = words.partition(" ")
        return Quantity(
            Span(start, start + len(words)), "single", (self.figure(number, inside),), unit, raw, modifiers
        )


def filled(report: Report, **parts: object) -> Report:
    """A report whose parts are given instead of worked out."""
    for name, value in parts.items():
        object.__setattr__(report, name, value)
    return report


@pytest.fixture
def report() -> Report:
    """Two conversions (one wrong), a multiple, a count, an attribution; an error with a fix, a note."""
    desk = Desk(DRAFT)
    about = Modifier(desk.span("about"), Bound.APPROXIMATE)
    right = Conversion(
        desk.span("about 50 km (30 miles)"),
        desk.quantity("50 km", KILOMETER, "50 km (30 miles)", (about,)),
        (desk.quantity("30 miles", MILE, "50 km (30 miles)"),),
        Relation.BRACKET,
    )
    wrong = Conversion(
        desk.span("80 km (5 miles)"),
        desk.quantity("80 km", KILOMETER, "80 km (5 miles)"),
        (desk.quantity("5 miles", MILE, "80 km (5 miles)"),),
        Relation.BRACKET,
    )
    sound = Reference(
        "the speed of sound",
        Fraction("340.294"),
        "meter / second",
        "speed",
        "at sea level in the standard atmosphere",
        "ISO 2533:1975",
    )
    fast = Multiple(
        desk.span("up to 10 times the speed of sound"),
        desk.figure("10", "10 times the speed"),
        sound,
        (Modifier(desk.span("up to"), Bound.AT_MOST),),
    )
    crates = desk.quantity("400 crates", Unit("count", "count"), "400 crates")
    said = Attribution(
        (desk.span("Ada Brandt, the surveyor,"),),
        (desk.span("said"),),
        (desk.span("that the new engine can reach up to 10 times the speed of sound"),),
        speaker="Ada Brandt",
        because=("that", "say"),
    )
    assessments = {
        right: (
            Assessment(
                right.stated,
                right.restated[0],
                Verdict.AGREES,
                How.ROUNDED,
                (50 / PER_MILE,),
                (30 * PER_MILE,),
                Fraction("0.034"),
            ),
        ),
        wrong: (
            Assessment(
                wrong.stated,
                wrong.restated[0],
                Verdict.DISAGREES,
                None,
                (80 / PER_MILE,),
                (5 * PER_MILE,),
                Fraction("0.9"),
                cause=Cause.DECIMAL_DIV10,
                suggestion="80 km (50 miles)",
                certain=True,
            ),
        ),
    }
    diagnostics = (
        Diagnostic(
            "U101",
            "conversion-mismatch",
            Severity.ERROR,
            "80 km is 49.7 miles, not 5: a digit has slipped",
            wrong.span,
            related=(Related(wrong.stated.span, "the figure that it restates"),),
            fixes=(Fix("80 km (50 miles)", (Edit(wrong.restated[0].span, "50 miles"),), certain=True),),
            data={"cause": "decimal_div10"},
        ),
        Diagnostic(
            "A101",
            "unattributed-claim",
            Severity.NOTE,
            "nobody answers for “400 crates”",
            crates.span,
        ),
    )
    return filled(
        Report(Document(DRAFT, "depot.txt")),
        quantities=(right.stated, *right.restated, wrong.stated, *wrong.restated, crates),
        conversions=(right, wrong),
        multiples=(fast,),
        attributions=(said,),
        _attributed=Attributed(
            (said,), speakers=(Speaker("Ada Brandt", (desk.span("Ada Brandt"),), ("surveyor",)),)
        ),
        diagnostics=diagnostics,
        _assessed={id(each): (each, found) for each, found in assessments.items()},
    )


@pytest.fixture
def outcome(report: Report) -> Outcome:
    """The report as the outcome of reading "depot.txt"."""
    return Outcome("depot.txt", report)


@pytest.fixture
def unreadable() -> Outcome:
    """An input that could not be read."""
    return Outcome("gone <1>.txt", error=DocumentError("gone <1>.txt: cannot be read: No such file"))


@pytest.fixture
def write() -> Callable[..., str]:
    """Writes outcomes in a format, as the command line would."""

    def written(form: str, *outcomes: Outcome, explain: bool = False, width: int = 100) -> str:
        tally, pieces = Tally(), list[str]()
        writer = Writer(load(form), Settings(explain=explain, width=width), pieces.append)
        for outcome in outcomes:
            tally.add(outcome)
            writer.add(outcome)
        writer.close(tally)
        return "".join(pieces)

    return written


@pytest.fixture
def told() -> Callable[[str], Outcome]:
    """Makes an outcome with one finding on the words in [brackets] of a text."""

    def outcome(text: str, name: str = "draft.txt", code: str = "U101") -> Outcome:
        start, end = text.index("["), text.index("]") - 1
        text = text.replace("[", "", 1).replace("]", "", 1)
        found = Diagnostic(code, "conversion-mismatch", Severity.ERROR, "does not agree", Span(start, end))
        nothing: tuple[object, ...] = ()
        report = filled(
            Report(Document(text, name)),
            quantities=nothing,
            conversions=nothing,
            multiples=nothing,
            attributions=nothing,
            _attributed=Attributed(),
            diagnostics=(found,),
        )
        return Outcome(name, report)

    return outcome
