"""Every rule does what its examples say. Nobody edits this file for a new rule."""

import re

import pytest
from attrs import evolve

import claimcheck
from claimcheck import Config, Severity, Span
from claimcheck.errors import RuleError
from claimcheck.model import Conversion
from claimcheck.rules import Finding, Rule, Story, find, registry, rule, rules

BRACKETS = re.compile(r"[\[\]]")


def marked(example: str) -> tuple[str, list[Span]]:
    """The example without its brackets, and what stood in them."""
    parts = BRACKETS.split(example)
    assert len(parts) % 2, f"brackets do not pair up: {example}"
    ends = [sum(map(len, parts[: index + 1])) for index in range(len(parts))]
    return "".join(parts), [Span(start, end) for start, end in zip(ends[::2], ends[1::2], strict=False)]


def flagged(each: Rule, text: str) -> list[Span]:
    """What the rule points at, with all others enabled too: they may not get in its way."""
    return [
        found.span for found in claimcheck.check(text, each.config).diagnostics if found.code == each.code
    ]


def bad_examples() -> list[object]:
    return [
        pytest.param(each, example, id=f"{each.code}: {example}") for each in rules() for example in each.bad
    ]


def good_examples() -> list[object]:
    return [pytest.param(each, text, id=f"{each.code}: {text}") for each in rules() for text in each.good]


@pytest.mark.parametrize(("each", "example"), bad_examples())
def test_bad_examples_are_flagged_exactly_there(each: Rule, example: str) -> None:
    text, spans = marked(example)
    assert [span.of(text) for span in flagged(each, text)] == [span.of(text) for span in spans]
    assert flagged(each, text) == spans


@pytest.mark.parametrize(("each", "text"), good_examples())
def test_good_examples_are_not(each: Rule, text: str) -> None:
    assert not [span.of(text) for span in flagged(each, text)]


@pytest.mark.parametrize("each", rules(), ids=lambda each: each.code)
def test_a_rule_is_documented(each: Rule) -> None:
    summary, _, rest = each.documentation.partition("\n")
    assert summary.endswith("."), "the first line is a sentence of fact"
    assert rest.startswith("\n"), "a blank line follows it"
    assert rest.strip(), "and then the reasons"


@pytest.mark.parametrize("each", rules(), ids=lambda each: each.code)
def test_a_rule_is_found_by_code_and_by_name(each: Rule) -> None:
    assert find(each.code.lower()) is each
    assert find(each.name.upper()) is each


@pytest.mark.parametrize("each", rules(), ids=lambda each: each.code)
def test_a_rule_that_is_ignored_says_nothing(each: Rule) -> None:
    text, _ = marked(each.bad[0])
    report = claimcheck.check(text, evolve(each.config, ignore=(each.code,)))
    assert each.code not in [found.code for found in report.diagnostics]


def test_a_severity_can_be_weighed_anew() -> None:
    each = find("U101")
    text, _ = marked(each.bad[0])
    report = claimcheck.check(text, Config(severity={each.code: Severity.NOTE}))
    assert [found.severity for found in report.diagnostics if found.code == each.code] == [Severity.NOTE]


def test_an_unknown_rule_is_an_error_that_names_the_nearest() -> None:
    with pytest.raises(RuleError, match="did you mean conversion-mismatch"):
        find("conversion-mismatsch")
    with pytest.raises(RuleError, match="claimcheck rules"):
        find("qqqqqqq")


def nothing(_: Conversion, __: Story) -> object:
    """Say nothing."""
    yield from ()


def undocumented(_: Conversion, __: Story) -> object:
    yield from ()


def of_nothing(_: int, __: Story) -> object:
    """Look at what is no subject."""
    yield from ()


def of_a_subject_alone(_: Conversion) -> object:
    """Ask nothing of the story."""
    yield from ()


def of_three(_: Conversion, __: Story, ___: object) -> object:
    """Ask for more than there is."""
    yield from ()


def by_keyword(_: Conversion, *, story: Story) -> object:
    """Ask for the story by name."""
    yield from story.claims


def untyped(_, __: Conversion) -> object:  # type: ignore[no-untyped-def] # noqa: ANN001 # so it is
    """Say only of the second parameter what it is."""
    yield from ()


@pytest.mark.parametrize(
    ("code", "name", "bad", "good", "function", "message"),
    [
        ("U101", "new-name", ["[a]"], ["b"], nothing, "already declared"),
        ("U998", "conversion-mismatch", ["[a]"], ["b"], nothing, "already declared"),
        ("X1", "new-name", ["[a]"], ["b"], nothing, "three digits"),
        ("U998", "New_Name", ["[a]"], ["b"], nothing, "kebab"),
        ("U998", "new-name", [], ["b"], nothing, "bad example"),
        ("U998", "new-name", ["a"], ["b"], nothing, "bad example"),
        ("U998", "new-name", ["[a]"], [], nothing, "good one"),
        ("U998", "new-name", ["[a]"], ["b"], undocumented, "docstring"),
        ("U998", "new-name", ["[a]"], ["b"], of_nothing, "nothing that a rule looks at"),
        ("U998", "new-name", ["[a]"], ["b"], untyped, "nothing that a rule looks at"),
        ("U998", "new-name", ["[a]"], ["b"], of_a_subject_alone, "a subject and a story"),
        ("U998", "new-name", ["[a]"], ["b"], of_three, "a subject and a story"),
        ("U998", "new-name", ["[a]"], ["b"], by_keyword, "a subject and a story"),
    ],
)
def test_a_rule_without_what_it_needs_is_refused(  # noqa: PLR0913, PLR0917 # a table
    code: str, name: str, bad: list[str], good: list[str], function: object, message: str
) -> None:
    rules()
    with pytest.raises(RuleError, match=message):
        rule(code, name, Severity.ERROR, bad=bad, good=good)(function)  # type: ignore[arg-type]
    assert code not in registry._RULES or registry._RULES[code].name != "new-name"  # noqa: SLF001 # nothing is left


def test_findings_carry_plain_data() -> None:
    assert Finding("message", Span(0, 1)).data == {}
