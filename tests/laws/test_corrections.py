"""Laws of corrections: each of them makes the figures agree, and none of them says other than the cause."""

import re
from collections.abc import Iterator

from hypothesis import assume, given
from hypothesis import strategies as st

import claimcheck
from claimcheck import Report
from claimcheck.model import Assessment, Cause, Conversion, Diagnostic, Fix, Relation, Verdict
from claimcheck.strategies import Told, conversions, texts
from claimcheck.strategies.slips import SLIPS

CAUSES = [*SLIPS, Cause.SWAPPED_UNITS, Cause.WRONG_UNIT_LABEL, Cause.RANGE_ONE_END]
# "543 nmi/1,000 km" is a rate; the others are a restatement whatever the figures are.
RELATIONS = st.sampled_from([Relation.BRACKET, Relation.ALTERNATIVE, Relation.EQUATION])
# No figure is read in "in 1930 US gallons were taxed", no inches in "0.39 in along the canal".
UNREAD = re.compile(r"\b1\d{3} U\.?S|\d in [a-z]")


def errors(report: Report) -> Iterator[tuple[Diagnostic, Assessment]]:
    """Each finding about a conversion that disagrees, with its arithmetic."""
    for each in report.conversions:
        for found in report.assessments_of(each):
            if found.verdict is Verdict.DISAGREES:
                yield from (
                    (finding, found)
                    for finding in report.diagnostics
                    if finding.code.startswith("U")
                    and finding.span.start <= found.restated.span.end
                    and found.restated.span.start <= finding.span.end
                )


def applied(text: str, fix: Fix) -> str:
    for edit in sorted(fix.edits, key=lambda each: each.span.start, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def digits_of(words: str) -> str:
    """The digits of a figure without the noughts at either end, which move with the point."""
    figures = re.match(r"[^\d]*([\d.,\s]*)", words)
    return re.sub(r"[^\d]", "", figures[1]).strip("0") if figures else ""


def drawn(cause: Cause) -> st.SearchStrategy[Told[Conversion]]:
    return RELATIONS.flatmap(lambda relation: texts(conversions(cause=cause, relation=relation)))


@given(st.sampled_from(CAUSES).flatmap(drawn))
def test_whatever_is_suggested_agrees_when_it_is_taken(told: Told[Conversion]) -> None:
    report = claimcheck.check(told.text)
    found = list(errors(report))
    assume(found)
    for finding, _ in found:
        assert finding.fixes, told.text
        for fix in finding.fixes:
            words = applied(told.text, fix)
            assume(UNREAD.search(words) is None)
            mended = claimcheck.check(words)
            assert mended.conversions, (told.text, fix)
            verdicts = {each.verdict for one in mended.conversions for each in mended.assessments_of(one)}
            assert verdicts == {Verdict.AGREES}, (told.text, fix)


@given(st.sampled_from(CAUSES).flatmap(drawn))
def test_what_is_suggested_follows_from_the_cause(told: Told[Conversion]) -> None:
    report = claimcheck.check(told.text)
    found = list(errors(report))
    assume(found)
    for finding, each in found:
        wrong = each.mends or each.restated
        old, new = wrong.span.of(told.text), each.suggestion or ""
        match each.cause:
            case Cause.DIGIT_TRANSPOSITION:
                assert sorted(digits_of(old).replace("0", "")) == sorted(digits_of(new).replace("0", ""))
                assert old != new, told.text
            case Cause.DECIMAL_SLIP | Cause.DECIMAL_X1000:
                assert digits_of(old) == digits_of(new), (told.text, new)
            case Cause.SWAPPED_UNITS:
                assert len(finding.fixes[0].edits) == 2, told.text  # both labels
            case Cause.WRONG_UNIT_LABEL:
                assert digits_of(old) == digits_of(new), (told.text, new)
            case Cause.DIGIT_ERROR:
                pairs = zip(digits_of(old).ljust(12, "0"), digits_of(new).ljust(12, "0"), strict=False)
                assert sum(one != two for one, two in pairs) == 1, (told.text, new)
            case Cause.SIGN_DROPPED:
                assert digits_of(old) == digits_of(new), (told.text, new)
            case _:  # converted anew
                assert each.mends is None, told.text
