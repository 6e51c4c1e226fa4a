"""Which rule and which entry of the lexicon made an attribution, as an editor reads it."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

__all__ = ["found_by"]


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files(__package__).joinpath("frames.toml").read_text("utf-8"))


def found_by(because: tuple[str, ...]) -> str:
    """What made an attribution: ("np", "tell") is "found by “tell” followed by a noun phrase"."""
    rule, *entries = because
    cue = " ".join(f"“{entry}”" for entry in entries) or "a cue"
    if cue == "“:”" and rule == "colon":
        return "found by a colon between who says it and what was said"
    return f"found by {_template(rule).replace('{cue}', cue)}"


def _template(rule: str) -> str:
    words = _words()
    if rule in words["rules"]:
        return words["rules"][rule]
    for prefix, template in words["prefixes"].items():
        behind = _behind(rule.removeprefix(prefix)) if rule.startswith(prefix) else None
        if behind:
            return template.replace("{behind}", behind)
    behind = _behind(rule)
    return f"{{cue}} followed by {behind}" if behind else f"{{cue}} by the rule “{rule}”"


def _behind(frame: str) -> str | None:
    """What a frame wants behind its cue; None is an unknown frame."""
    head, _, preposition = frame.partition(":")
    if head == "p" and preposition:
        return f"“{preposition}” and a noun phrase"
    return _words()["behind"].get(frame)
