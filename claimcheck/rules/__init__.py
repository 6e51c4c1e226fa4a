"""What the tool has to say: one rule a file, each declared once."""

from claimcheck.rules.registry import Claimed, Finding, Rule, Story, find, rule, rules

__all__ = ["Claimed", "Finding", "Rule", "Story", "find", "rule", "rules"]
