"""Where multiples may be found, and what stands around a comparison; compiled once from the lexicon."""

from collections.abc import Iterable, Mapping
from functools import cache, cached_property

import regex
from attrs import frozen

from claimcheck.lexicon import Lexicon
from claimcheck.lexicon.references import References
from claimcheck.parse.multiple.names import Names

__all__ = ["Patterns", "patterns"]


@frozen(eq=False)
class Patterns:
    """`pivots` find the words that a multiple cannot do without; the others match at a place.

    Most texts have no multiple: what only a comparison needs is compiled when the first one comes.
    """

    known: References

    @cached_property
    def pivots(self) -> tuple[regex.Pattern[str], ...]:
        """Each is kept so small that `regex` scans it at 100 MB/s; one for all would be ten times slower."""
        return (
            regex.compile(r"\s(?P<link>of|as|than)\s"),
            regex.compile(rf"\b(?P<times>times|x|{_any(self.known.factors)})\s|×\s?"),
            regex.compile(rf"\b(?P<before>{_any(self.known.before)})[\s-]"),
            regex.compile(rf"(?<=\d\s?)(?P<after>{_any(self.known.after)})(?!\w)"),
        )

    @cached_property
    def left(self) -> regex.Pattern[str]:
        """What stands before a comparison, up to its first word: which kind of factor it is."""
        return regex.compile(
            r"""(?: (?P<times> \s? (?: times | x | × | -?\x20?fold ) ) \s+ (?: the \s+ )?
                  | (?P<percent> \s? % | \s+ per\s?cent ) \s+ (?: of \s+ )? (?: the \s+ )?
                  | (?<![\w-]) (?P<word> \L<factors> ) \s+ (?: of \s+ )? (?: the \s+ )?
                  | (?P<part> \s+ (?: of \s+ )? (?: the \s+ )? )
                )\Z""",
            regex.VERBOSE | regex.IGNORECASE,
            factors=list(self.known.factors),
        )

    @cached_property
    def things(self) -> Names:
        """What is named as a yardstick: "eiffel tower"."""
        return Names.of(self.known.things)

    @cached_property
    def plurals(self) -> Names:
        """Several of them: "football pitches"."""
        return Names.of(self.known.plurals)

    @cached_property
    def phrases(self) -> Names:
        """Whole yardsticks: "earth-moon distance"."""
        return Names.of(self.known.phrases)

    @cached_property
    def nouns(self) -> Names:
        """What a possessive goes on with: "gravity"."""
        return Names.of(self.comparison["of"])

    @cached_property
    def comparison(self) -> Mapping[str, Mapping[str, str]]:
        """What may stand before "of", "as" and "than", and the attribute's word in it."""
        attributes = self.known.attributes.values()
        return {
            "of": {word: word for each in attributes for word in each.nouns} | {"that": "that"},
            "as": {f"as {word}": word for each in attributes for word in each.adjectives},
            "than": {word: word for each in attributes for word in each.comparatives},
        }


@cache
def patterns(lexicon: Lexicon) -> Patterns:
    """The patterns for a lexicon."""
    return Patterns(lexicon.references)


def _any(words: Iterable[str]) -> str:
    """An alternation, longest first, with and without a capital."""
    forms = {
        form for word in words for form in (word, word[0].upper() + word[1:], word[0].lower() + word[1:])
    }
    return "|".join(regex.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
