"""Where multiples may be found, and what stands around a comparison; compiled once from the lexicon."""

from collections.abc import Iterable
from functools import cache

import regex
from attrs import frozen

from claimcheck.lexicon import Lexicon

__all__ = ["Patterns", "patterns"]


@frozen(eq=False)
class Patterns:
    """`pivots` find the words that a multiple cannot do without; the others match at a place.

    `left` ends where a comparison begins and says what kind of factor stands before it. `thing` is a
    yardstick with its article, `owner` one in the possessive with its attribute ("Earth's gravity").
    """

    pivots: tuple[regex.Pattern[str], ...]
    left: regex.Pattern[str]
    thing: regex.Pattern[str]
    things: regex.Pattern[str]
    owner: regex.Pattern[str]
    phrase: regex.Pattern[str]
    comparison: dict[str, dict[str, str]]


@cache
def patterns(lexicon: Lexicon) -> Patterns:
    """The patterns for a lexicon."""
    known = lexicon.references
    attributes = known.attributes.values()
    lists = {
        "nouns": {word for each in attributes for word in each.nouns},
        "factors": known.factors,
        "things": known.things,
        "plurals": known.plurals,
        "phrases": known.phrases,
        "others": known.others,
    }

    def compiled(pattern: str) -> regex.Pattern[str]:
        used = {name: sorted(words) for name, words in lists.items() if rf"\L<{name}>" in pattern}
        return regex.compile(pattern, regex.VERBOSE | regex.IGNORECASE, **used)  # type: ignore[arg-type]

    article = r"(?: (?:the|an?|our|planet) \s+ )?"
    return Patterns(
        # Each is kept so small that `regex` scans it at 100 MB/s; one for all would be ten times slower.
        pivots=(
            regex.compile(r"\s(?P<link>of|as|than)\s"),
            regex.compile(rf"\b(?P<times>times|x|{_any(known.factors)})\s|×\s?"),
            regex.compile(rf"\b(?P<before>{_any(known.before)})[\s-]"),
            regex.compile(rf"(?<=\d\s?)(?P<after>{_any(known.after)})(?!\w)"),
        ),
        left=compiled(
            r"""(?: (?P<times> \s? (?: times | x | × | -?\x20?fold ) ) \s+ (?: the \s+ )?
                  | (?P<percent> \s? % | \s+ per\s?cent ) \s+ (?: of \s+ )? (?: the \s+ )?
                  | (?<![\w-]) (?P<word> \L<factors> ) \s+ (?: of \s+ )? (?: the \s+ )?
                  | (?P<part> \s+ (?: of \s+ )? (?: the \s+ )? )
                )\Z"""
        ),
        thing=compiled(
            rf"{article} (?P<thing> \L<things> ) (?! \w | ['’](?!\s|$) | -\w | \s+ \L<others> \b )"
        ),
        things=compiled(r"\s+ (?P<thing> \L<plurals> ) (?! \w | ['’] | -\w )"),
        owner=compiled(
            rf"{article} (?P<thing> \L<things> ) ['’]s? \s+ (?: own \s+ )? (?P<noun> \L<nouns> ) (?!\w)"
        ),
        phrase=compiled(r"(?: the \s+ )? (?P<thing> \L<phrases> ) (?!\w)"),
        comparison={
            "of": {word: word for each in attributes for word in each.nouns} | {"that": "that"},
            "as": {f"as {word}": word for each in attributes for word in each.adjectives},
            "than": {word: word for each in attributes for word in each.comparatives},
        },
    )


def _any(words: Iterable[str]) -> str:
    """An alternation, longest first, with and without a capital."""
    forms = {
        form for word in words for form in (word, word[0].upper() + word[1:], word[0].lower() + word[1:])
    }
    return "|".join(regex.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
