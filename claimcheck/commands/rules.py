"""`claimcheck rules`: the catalogue of all that the tool can say."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from itertools import groupby

from claimcheck.rules import Rule, rules

__all__ = ["add_arguments", "markdown", "run"]

_HEAD = """\
# Rules

```{note}
This page is made from the rules themselves: `claimcheck rules --output-format markdown > docs/rules.md`.
```

`claimcheck explain CODE` shows the same at the terminal. A rule's name reads as "allow ⟨name⟩". How rules are
selected, ignored, re-weighed and silenced is told in the configuration.
"""
_FAMILIES = {
    "U": "Units: two figures for one quantity",
    "N": "Arithmetic",
    "M": "Multiples of a known quantity",
    "A": "Attribution: who says so",
    "9": "Housekeeping",
}


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options."""
    forms = ("text", "json", "markdown")
    parser.add_argument("--output-format", choices=forms, default="text", help="default: text")


def run(arguments: Namespace) -> int:
    """Write all rules: a line each, one JSON value, or the page of the documentation."""
    catalogue = rules()
    if arguments.output_format == "json":
        values = [_values(rule) for rule in catalogue]
        sys.stdout.write(json.dumps(values, ensure_ascii=False, indent=1) + "\n")
    elif arguments.output_format == "markdown":
        sys.stdout.write(markdown(catalogue))
    else:
        name = max((len(rule.name) for rule in catalogue), default=0)
        for rule in catalogue:
            sys.stdout.write(f"{rule.code}  {rule.name:<{name}}  {rule.severity:<7}  {rule.summary}\n")
    return 0


def markdown(catalogue: Iterable[Rule]) -> str:
    """The page of the documentation: a table of all rules, then each with its reasons and examples."""
    ordered = sorted(catalogue, key=_order)
    table = "\n".join(
        f"| [{rule.code}](#{rule.name}) | {rule.name} | {rule.severity} | {rule.summary} |"
        for rule in ordered
    )
    families = "\n".join(
        f"## {_FAMILIES[family]}\n\n" + "\n".join(_section(rule) for rule in members)
        for family, members in groupby(ordered, _family)
    )
    return f"{_HEAD}\n| code | name | severity | |\n|---|---|---|---|\n{table}\n\n{families}"


def _family(rule: Rule) -> str:
    """The letter of the code; codes from 900 on are about the tool's own notation."""
    return "9" if rule.code[1] == "9" else rule.code[0]


def _order(rule: Rule) -> tuple[int, str]:
    return list(_FAMILIES).index(_family(rule)), rule.code


def _section(rule: Rule) -> str:
    return "\n".join(
        (
            f"({rule.name})=",
            f"### {rule.code} {rule.name}",
            "",
            f"*{rule.severity}*. {rule.documentation}",
            "",
            "Flagged, at the words in brackets:",
            "",
            *_examples(rule.bad),
            "Left alone:",
            "",
            *_examples(rule.good),
        )
    )


def _examples(examples: Iterable[str]) -> Iterator[str]:
    yield "```text"
    yield from (example.strip() for example in examples)
    yield "```\n"


def _values(rule: Rule) -> dict[str, object]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "summary": rule.summary,
        "documentation": rule.documentation,
        "bad": rule.bad,
        "good": rule.good,
    }
