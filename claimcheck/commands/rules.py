"""`claimcheck rules`: the catalogue of all that the tool can say."""

import json
import sys
from argparse import ArgumentParser, Namespace

from claimcheck.rules import Rule, rules

__all__ = ["add_arguments", "run"]


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--output-format", choices=("text", "json"), default="text", help="default: text")


def run(arguments: Namespace) -> int:
    """Write one line, or one JSON value, for each rule."""
    catalogue = rules()
    if arguments.output_format == "json":
        sys.stdout.write(
            json.dumps([_values(rule) for rule in catalogue], ensure_ascii=False, indent=1) + "\n"
        )
        return 0
    name = max((len(rule.name) for rule in catalogue), default=0)
    for rule in catalogue:
        sys.stdout.write(f"{rule.code}  {rule.name:<{name}}  {rule.severity:<7}  {rule.summary}\n")
    return 0


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
