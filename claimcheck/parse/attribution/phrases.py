"""The noun phrase that begins at a token, read off the tags by one pattern."""

import re
from collections.abc import Mapping

from claimcheck.lexicon.cues import Cue
from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["core_after", "cue_phrase", "phrase_after"]


_REACH = 60
# Modifiers inside a phrase: "made a much more forceful case".
_BETWEEN = 4
_MODIFIERS = frozenset("Djr#'nd")


# A noun phrase without what hangs on it: determiner, modifiers, head.
_CORE = r"""(?:
    (?:r?DD?+|(?<=D)D)?(?:d(?=[nc]))?
    (?: [j#ncr'] | (?<=[Dj\#r'])[dGV](?=[njc'hG])
       | (?<=[jn])[,C](?=j[njc]) | [<>](?=[njc#<>'V]) | -(?=[njc#]) )*
    (?: [nc#o'] | (?<=[nc#'])> | (?<=[D'])[VZjGd] )
  | [pD] )"""
# A noun phrase from its first token, then phrases that hang on it.
_PHRASE = re.compile(
    rf"""(?P<head>{_CORE}(?:\([^()|]{{1,14}}\))?)
         (?P<of>(?:(?:(?<=n)j)?P{_CORE}(?:\([^()|]{{1,14}}\))?)*)
         (?P<more>(?:(?:C|,C(?!{_CORE}(?:P{_CORE})*[MBHOVZr]))(?!p){_CORE}(?:P{_CORE})*)*)""",
    re.VERBOSE,
)


def phrase_after(tape: Tokens, start: int, end: int) -> int:
    """The end of the noun phrase that begins at token `start`, at most `end`; `start` if there is none."""
    found = _PHRASE.match(tape.tags, start, min(end, start + _REACH))
    return found.end() if found else start


def core_after(tape: Tokens, start: int, end: int) -> int:
    """The same without prepositional phrases and coordination."""
    found = _PHRASE.match(tape.tags, start, min(end, start + _REACH))
    return found.end("head") if found else start


def cue_phrase(
    tape: Tokens, verb: int, ceiling: int, phrases: Mapping[str, tuple[Cue, ...]]
) -> tuple[Cue, int] | None:
    """The cue of several words that begins with a verb, and the token behind it.

    `phrases` are those of the verb by the word behind it. A determiner and a few modifiers may stand in
    between, and a noun may be plural: "raised several grave doubts".
    """
    tags, lower = tape.tags, tape.lower
    for at in range(verb + 1, min(verb + 2 + _BETWEEN, ceiling)):
        for cue in phrases.get(lower[at], ()):
            end = _rest_end(tape, at, cue.rest, ceiling)
            if end:
                return cue, end
        if tags[at] not in _MODIFIERS:
            return None
    return None


def _rest_end(tape: Tokens, first: int, rest: tuple[str, ...], ceiling: int) -> int:
    """The token behind the words of a phrase that begin at token `first`; 0 if they do not follow."""
    tags, lower = tape.tags, tape.lower
    if lower[first] != rest[0] and tags[first] == "Z":
        return 0
    at = first + 1
    for word in rest[1:]:
        stop = min(at + _BETWEEN, ceiling)
        while at < stop and lower[at] != word and tags[at] in _MODIFIERS and lower[at] != word + "s":
            at += 1
        if at >= ceiling or (lower[at] != word and (lower[at] != word + "s" or tags[at] == "Z")):
            return 0
        at += 1
    return at
