"""A claim in words: what it amounts to, whether it agrees with itself, and who says so.

Every format that people read takes its wording from here, so that all of them say the same.
"""

from collections.abc import Iterator

from attrs import frozen

from claimcheck.check import Report
from claimcheck.model import (
    Assessment,
    Attribution,
    Bound,
    Claim,
    Conversion,
    How,
    Modifier,
    Multiple,
    Quantity,
    Span,
    Verdict,
)
from claimcheck.report import figures
from claimcheck.report.arithmetic import amount_of, both_ways, product, reasons
from claimcheck.report.frames import found_by
from claimcheck.report.labels import label

__all__ = ["NOBODY", "OWN_VOICE", "Account", "account", "accounts", "judgement", "quoted", "words"]

OWN_VOICE = "the article’s own voice"
NOBODY = "nobody named"
_NEAR = 2
"""Characters between a figure and a word that belongs to it: a space, and perhaps a quotation mark."""

_BOUNDS = {
    Bound.APPROXIMATE: "approximate",
    Bound.MORE_THAN: "lower bound",
    Bound.AT_LEAST: "lower bound",
    Bound.LESS_THAN: "upper bound",
    Bound.AT_MOST: "upper bound",
    Bound.EXACT: "said to be exact",
    Bound.EVIDENTIAL: "reported",
}
_VERDICTS = {
    Verdict.AGREES: "agrees",
    Verdict.LOOSE: "loosely rounded",
    Verdict.DISAGREES: "disagrees",
}
_HOW = {
    How.EXACT: "agrees exactly",
    How.ROUNDED: "agrees as rounded",
    How.ROUNDED_FROM_THE_OTHER_SIDE: "agrees as rounded from the other side",
    How.CUSTOM: "agrees by a custom of the trade",
    How.COMMON_SOURCE: "agrees: both may be rounded from a common source",
}


@frozen
class Account:
    """What the report says of one claim.

    `what` is the kind as people call it ("conversion", "length", "attribution"). `words` is the claim as
    written; of an attribution, its source and cue. `amounts` holds one statement for each restatement or
    fact; of an attribution, its content. `verdict` is None where there is nothing to agree with; `hedges` is
    what the writer said of the figure; `voice` is who answers for it and `speaker` that one's name, for
    lists.
    """

    claim: Claim
    what: str
    words: str
    amounts: tuple[str, ...]
    voice: str
    speaker: str
    verdict: Verdict | None = None
    judgement: str = ""
    hedges: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


def accounts(report: Report, *, explain: bool = False) -> Iterator[Account]:
    """The account of every claim in reading order."""
    return (account(report, claim, explain=explain) for claim in report.claims)


def account(report: Report, claim: Claim, *, explain: bool = False) -> Account:
    """The account of one claim; with `explain`, why it was judged so and what found it."""
    subject = claim.subject
    if isinstance(subject, Attribution):
        return _told(report, claim, subject, explain=explain)
    text, source, modifiers = report.document.text, report.source_of(claim), _modifiers(subject)
    written = words(text, _with_modifiers(claim.span, modifiers))
    who = voice(report, source), speaker(report, source)
    if source is None and any(each.bound is Bound.EVIDENTIAL for each in modifiers):
        who = NOBODY, NOBODY  # "a reported 40 people": not the article's own word
    if isinstance(subject, Conversion):
        assessments, worst = report.assessments_of(subject), report.assessment_of(subject)
        return Account(
            *(claim, claim.kind, written, _compared(text, assessments), *who),
            verdict=worst.verdict if worst else None,
            judgement=judgement(worst) if worst else "",
            hedges=_hedges((subject.stated, *subject.restated)),
            reasons=tuple(reason for each in assessments if explain for reason in reasons(text, each)),
        )
    if isinstance(subject, Multiple):
        return Account(
            claim, claim.kind, written, tuple(product(subject)), *who, hedges=_bounds(subject.modifiers)
        )
    amount = amount_of(subject)
    amounts = (amount,) if amount != words(text, claim.span) else ()
    return Account(claim, _in_words(subject.kind), written, amounts, *who, hedges=_bounds(modifiers))


def _in_words(kind: str) -> str:
    """A kind that has no name of its own, as people say its formula: "money per time"."""
    return kind.replace(" / ", " per ").replace(" * ", " times ").replace(" ** 2", " squared")


def _compared(text: str, assessments: tuple[Assessment, ...]) -> tuple[str, ...]:
    """The arithmetic of each restatement, with its verdict where there are several."""
    if len(assessments) == 1:
        return (both_ways(text, assessments[0]),)
    return tuple(f"{judgement(each)}: {both_ways(text, each)}" for each in assessments)


def _told(report: Report, claim: Claim, attribution: Attribution, *, explain: bool) -> Account:
    """The account of an attribution: who, by which words, what; and within whose account it stands."""
    text = report.document.text
    within = report.source_of(claim)
    return Account(
        claim,
        "attribution",
        voice(report, attribution),
        (words(text, *attribution.content),) if attribution.content else (),
        f"as told{_by(report, within)}" if within else "",
        speaker(report, attribution),
        hedges=(*sorted(attribution.flags), *(("attitude",) if attribution.act == "attitude" else ())),
        reasons=(found_by(attribution.because),) if explain and attribution.because else (),
    )


def _by(report: Report, attribution: Attribution) -> str:
    """Who tells it, by name and in a form that stands behind "told": " by Ana Ruiz (“she”)"."""
    written = words(report.document.text, *attribution.source).rstrip(" ,;:–—")
    name = attribution.speaker
    if name and written and name.casefold() not in written.casefold():
        return f" by {name} ({quoted(written)})"
    return f" by {written or name}" if written or name else f", by {NOBODY}"


def voice(report: Report, attribution: Attribution | None) -> str:
    """Who answers, and by which words: "They (the United States) “vowed”"; None is the article itself."""
    if attribution is None:
        return OWN_VOICE
    text = report.document.text
    who = words(text, *attribution.source).rstrip(" ,;:–—")
    resolved = attribution.speaker
    if who and resolved and resolved.casefold() not in who.casefold():
        who = f"{who} ({resolved})"
    cue = words(text, *attribution.cue).strip(" ,;:–—")
    return " ".join((who or resolved or NOBODY, *([quoted(cue)] if cue else [])))


def speaker(report: Report, attribution: Attribution | None) -> str:
    """The name under which a list of speakers has the one who answers."""
    if attribution is None:
        return OWN_VOICE
    written = words(report.document.text, *attribution.source).rstrip(" ,;:–—")
    return attribution.speaker or written or NOBODY


def judgement(assessment: Assessment) -> str:
    """The verdict in words, and by how much the figures are off."""
    verdict = _VERDICTS[assessment.verdict]
    if assessment.verdict is Verdict.AGREES and assessment.how is not None:
        verdict = _HOW[assessment.how]
    if not assessment.gap or not assessment.expected:
        return verdict
    unit = label(assessment.gap_unit) if assessment.gap_unit else ""
    return f"{verdict}, off by {figures.gap(assessment.gap, unit)}"


def words(text: str, *spans: Span) -> str:
    """What the text has there, on one line; stretches that lie apart are joined by an ellipsis."""
    return " … ".join([" ".join(text[span.start : span.end].split()) for span in spans])


def quoted(text: str) -> str:
    """A stretch of the draft in quotation marks."""
    return f"“{text}”"


def _modifiers(subject: Quantity | Conversion | Multiple) -> tuple[Modifier, ...]:
    return subject.stated.modifiers if isinstance(subject, Conversion) else subject.modifiers


def _with_modifiers(span: Span, modifiers: tuple[Modifier, ...]) -> Span:
    """The claim and the words right before it that qualify it: "about 50 km"."""
    for modifier in sorted(modifiers, reverse=True):
        if modifier.span.end <= span.start <= modifier.span.end + _NEAR:
            span = modifier.span.to(span)
    return span


def _hedges(quantities: tuple[Quantity, ...]) -> tuple[str, ...]:
    return _bounds(tuple(modifier for quantity in quantities for modifier in quantity.modifiers))


def _bounds(modifiers: tuple[Modifier, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_BOUNDS[modifier.bound] for modifier in modifiers))
