"""Where multiples may be found, and what stands around a comparison; compiled once from the lexicon."""

from collections.abc import Iterable, Mapping
from functools import cache, cached_property

import regex
from attrs import frozen

from claimcheck.lexicon import Lexicon
from claimcheck.lexicon.references import References

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
        return self._compiled(
            r"""(?: (?P<times> \s? (?: times | x | × | -?\x20?fold ) ) \s+ (?: the \s+ )?
                  | (?P<percent> \s? % | \s+ per\s?cent ) \s+ (?: of \s+ )? (?: the \s+ )?
                  | (?<![\w-]) (?P<word> \L<factors> ) \s+ (?: of \s+ )? (?: the \s+ )?
                  | (?P<part> \s+ (?: of \s+ )? (?: the \s+ )? )
                )\Z"""
        )

    @cached_property
    def thing(self) -> regex.Pattern[str]:
        """A yardstick with its article: "the Eiffel Tower"."""
        return self._compiled(
            rf"{_ARTICLE} (?P<thing> \L<things> ) (?! \w | ['’](?!\s|$) | -\w | \s+ \L<others> \b )"
        )

    @cached_property
    def things(self) -> regex.Pattern[str]:
        """Several of them, after a figure: " football pitches"."""
        return self._compiled(r"\s+ (?P<thing> \L<plurals> ) (?! \w | ['’] | -\w )")

    @cached_property
    def owner(self) -> regex.Pattern[str]:
        """One in the possessive with its attribute: "Earth's gravity"."""
        return self._compiled(
            rf"{_ARTICLE} (?P<thing> \L<things> ) ['’]s? \s+ (?: own \s+ )? (?P<noun> \L<nouns> ) (?!\w)"
        )

    @cached_property
    def phrase(self) -> regex.Pattern[str]:
        """A whole yardstick: "the Earth-Moon distance"."""
        return self._compiled(r"(?: the \s+ )? (?P<thing> \L<phrases> ) (?!\w)")

    @cached_property
    def comparison(self) -> Mapping[str, Mapping[str, str]]:
        """What may stand before "of", "as" and "than", and the attribute's word in it."""
        attributes = self.known.attributes.values()
        return {
            "of": {word: word for each in attributes for word in each.nouns} | {"that": "that"},
            "as": {f"as {word}": word for each in attributes for word in each.adjectives},
            "than": {word: word for each in attributes for word in each.comparatives},
        }

    def _compiled(self, pattern: str) -> regex.Pattern[str]:
        lists: dict[str, Iterable[str]] = {
            "nouns": {word for each in self.known.attributes.values() for word in each.nouns},
            "factors": self.known.factors,
            "things": self.known.things,
            "plurals": self.known.plurals,
            "phrases": self.known.phrases,
            "others": self.known.others,
        }
        used = {name: sorted(words) for name, words in lists.items() if rf"\L<{name}>" in pattern}
        return regex.compile(pattern, regex.VERBOSE | regex.IGNORECASE, **used)  # type: ignore[arg-type]


_ARTICLE = r"(?: (?:the|an?|our|planet) \s+ )?"


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
