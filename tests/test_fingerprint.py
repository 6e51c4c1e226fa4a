"""What a finding is recognised by from one version of a draft to the next."""

from hypothesis import given
from hypothesis import strategies as st

from claimcheck import Document
from claimcheck.fingerprint import fingerprints
from claimcheck.model import Diagnostic, Severity, Span

DRAFT = "The pier is 50 km (3 miles) long. The mole is 50 km (3 miles) wide.\nIt cost little."
WORDS = "50 km (3 miles)"


def finding(text: str, words: str = WORDS, code: str = "U101", after: int = 0) -> Diagnostic:
    start = text.index(words, after)
    return Diagnostic(code, "conversion-mismatch", Severity.ERROR, "…", Span(start, start + len(words)))


def one(text: str, after: int = 0) -> str:
    return fingerprints(Document(text), [finding(text, after=after)])[0]


def test_edits_above_leave_it_alone() -> None:
    assert one("A new first paragraph.\n\n" + DRAFT) == one(DRAFT)


def test_edits_below_leave_it_alone() -> None:
    assert one(DRAFT + " Something more.") == one(DRAFT)


def test_line_breaks_and_quotation_marks_leave_it_alone() -> None:
    assert one("He said “it is 50 km (3 miles)  off”") == one('He said "it is 50 km (3 miles) off"')


def test_another_figure_changes_it() -> None:
    text = DRAFT.replace("50 km (3", "60 km (3", 1)
    other = fingerprints(Document(text), [finding(text, words="60 km (3 miles)")])
    assert other != [one(DRAFT)]


def test_another_rule_changes_it() -> None:
    document = Document(DRAFT)
    one, two = (fingerprints(document, [finding(DRAFT, code=code)]) for code in ("U101", "U102"))
    assert one != two


def test_neighbours_tell_the_same_words_apart() -> None:
    assert one(DRAFT) != one(DRAFT, after=20)


def test_twins_are_numbered_in_reading_order() -> None:
    text = f"{WORDS}\n{WORDS}\n{WORDS}"
    found = [finding(text, after=after) for after in (0, 10, 30)]
    keys = fingerprints(Document(text), found)
    assert len(set(keys)) == 3
    assert fingerprints(Document(text), found[::-1]) == keys[::-1]


@given(st.text(), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6))
def test_all_of_a_document_differ(text: str, places: list[tuple[int, int]]) -> None:
    spans = [Span(min(place, len(text)), min(place + length, len(text))) for place, length in places]
    found = [Diagnostic("U101", "x", Severity.NOTE, "…", span) for span in spans]
    assert len(set(fingerprints(Document(text), found))) == len(found)
