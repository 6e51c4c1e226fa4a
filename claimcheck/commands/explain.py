"""`claimcheck explain CODE`: what a rule is about, in its own words and with its examples."""

import sys
from argparse import ArgumentParser, Namespace

from claimcheck.rules import Rule, find

__all__ = ["add_arguments", "run"]


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "rules", nargs="+", metavar="RULE", help="a code (U101) or a name (conversion-mismatch)"
    )


def run(arguments: Namespace) -> int:
    """Write the explanation of each rule.

    Raises:
        RuleError: a rule does not exist; the message names the nearest.
    """
    found = [find(code_or_name) for code_or_name in arguments.rules]
    sys.stdout.write("\n\n".join(explanation(rule) for rule in found) + "\n")
    return 0


def explanation(rule: Rule) -> str:
    """A rule in plain text: heading, documentation, what it flags, what it leaves alone."""
    heading = f"{rule.code} {rule.name} ({rule.severity})"
    return "\n".join(
        (
            heading,
            "=" * len(heading),
            "",
            rule.documentation,
            "",
            "Flagged, at the words in brackets:",
            *_examples(rule.bad),
            "",
            "Left alone:",
            *_examples(rule.good),
        )
    )


def _examples(examples: tuple[str, ...]) -> list[str]:
    return ["    " + example.strip().replace("\n", "\n    ") for example in examples]
