"""From a comparison outwards: the yardstick to its right, the factor to its left."""

from collections.abc import Iterator, Mapping
from heapq import merge

import regex
from attrs import evolve

from claimcheck.lexicon import Lexicon
from claimcheck.lexicon.hedges import hedges
from claimcheck.model import Multiple, Reference, Span
from claimcheck.parse.multiple.factor import Factor, Factors
from claimcheck.parse.multiple.names import Name, Names, names
from claimcheck.parse.multiple.patterns import patterns
from claimcheck.parse.quantity import modifiers

__all__ = ["read"]

_REACH = 60
_WORDS = 4  # the most that a comparison has before "of", "as" or "than"
_WORD = regex.compile(r"[\w’'-]+")
_GAP = regex.compile(r"\s{1,3}")
_ARTICLE = regex.compile(r"(?:the|an?|our|planet)\s{1,3}", regex.IGNORECASE)
_OWNS = regex.compile(r"['’]s?\s{1,3}(?:own\s)?")
_OWNED = regex.compile(r"['’](?!\s|$)")
_FOLLOWS = regex.compile(r"\s{1,3}(?P<word>\w+)")
_GOES_ON = regex.compile(r"\x20\p{Lu}\w")
Match = regex.Match[str]


def read(text: str, lexicon: Lexicon) -> Iterator[Multiple]:
    """Every multiple of a text, in reading order and without overlaps."""
    scene = _Scene(text, lexicon)
    pivots = merge(*(each.finditer(text) for each in scene.patterns.pivots), key=lambda pivot: pivot.start())
    for pivot in pivots:
        if pivot.start() >= scene.floor:
            found = scene.at(pivot)
            if found is not None:
                scene.floor = found.span.end
                yield found


class _Scene:
    """A text and how far it has been read (`floor`)."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text, self.patterns, self.known = text, patterns(lexicon), lexicon.references
        self.hedges = hedges(lexicon.language)
        self.factors = Factors(text, lexicon, self.patterns)
        self.floor = 0

    def at(self, pivot: Match) -> Multiple | None:
        """The multiple that a pivot belongs to, if it is one."""
        groups = pivot.groupdict()
        if groups.get("link"):
            return self._compared(pivot)
        if groups.get("before"):
            return self._before(pivot)
        if groups.get("after"):
            return self._after(pivot)
        return self._owned(pivot)

    def _compared(self, pivot: Match) -> Multiple | None:
        """Read "10 times the speed of sound", "twice as tall as …", "the size of two football pitches"."""
        found = self._comparison(pivot)
        if found is None:
            return None
        word, start = found
        thing = self._thing(pivot.end())
        if thing is None:
            return None if pivot["link"] == "than" or word == "that" else self._several(pivot, word, start)
        factor = self.factors.left(start, self.floor, than=pivot["link"] == "than")
        if factor is None:
            return None
        if word == "that":
            word = self._attribute_before(factor.start)
        reference = self._yardstick(self.known.things[thing.key], word)
        return self._made(factor, thing.end, reference) if reference is not None else None

    def _comparison(self, pivot: Match) -> tuple[str, int] | None:
        """The attribute's word before "of", "as" or "than", and where the comparison begins."""
        known = self.patterns.comparison[pivot["link"]]
        words = list(_WORD.finditer(self.text, max(self.floor, pivot.start() - _REACH), pivot.start()))
        for size in range(min(_WORDS, len(words)), 0, -1):
            phrase = " ".join(each.group().lower() for each in words[-size:])
            if phrase in known:
                return known[phrase], words[-size].start()
        return None

    def _attribute_before(self, end: int) -> str:
        """The noun that "that" stands for: "a mass 10 times that of Jupiter"; empty if there is none."""
        nouns = self.patterns.comparison["of"]
        words = _WORD.findall(self.text, max(self.floor, end - _REACH), end)
        return next((word.lower() for word in reversed(words) if word.lower() in nouns), "")

    def _several(self, pivot: Match, word: str, start: int) -> Multiple | None:
        """Read "the length of about three football fields": a factor, then things in the plural."""
        place = pivot.end()
        while (factor := self.factors.at(place)) is None:
            hedge = _WORD.match(self.text, place)
            if not hedge or (hedge.group().lower(),) not in self.hedges.before:
                return None
            place = hedge.end() + 1
        gap = _GAP.match(self.text, factor.figure.span.end)
        thing = self._named(gap.end(), self.patterns.plurals) if gap and factor.figure.value > 1 else None
        if thing is None:
            return None
        reference = self._yardstick(self.known.plurals[thing.key], word)
        if reference is None:
            return None
        the = start - 4 * self.text.endswith("the ", 0, start)
        outer, _ = modifiers.before(self.text, the, self.floor, self.hedges)
        self.floor = pivot.end()
        made = self._made(factor, thing.end, reference)
        return evolve(made, modifiers=(*outer, *made.modifiers))

    def _owned(self, pivot: Match) -> Multiple | None:
        """Read "10 times Earth's gravity", "twice the Earth-Moon distance"."""
        article = self._past_article(pivot.end())
        for owner in names(self.text, article, self.patterns.things):
            link = _OWNS.match(self.text, owner.end)
            noun = next(names(self.text, link.end(), self.patterns.nouns), None) if link else None
            if noun and self._proper(owner):
                factor = self.factors.left(pivot.end(), self.floor)
                reference = self._yardstick(self.known.things[owner.key], noun.key)
                return self._made(factor, noun.end, reference) if factor and reference is not None else None
        phrase = self._named(article, self.patterns.phrases)
        factor = self.factors.left(pivot.end(), self.floor) if phrase else None
        return self._made(factor, phrase.end, self.known.phrases[phrase.key]) if factor and phrase else None

    def _before(self, pivot: Match) -> Multiple | None:
        """Read "Mach 5"."""
        sign = next(each for each in self.known.before if each.lower() == pivot["before"].lower())
        factor = self.factors.at(pivot.end())
        if factor is None or (pivot["before"] != sign and factor.figure.spelled):
            return None
        return self._made(
            Factor(pivot.start(), factor.figure), factor.figure.span.end, self.known.before[sign]
        )

    def _after(self, pivot: Match) -> Multiple | None:
        """Read "6 Gs"; a bare G only where the words around it speak of forces."""
        found = self.known.after.get(pivot["after"])
        if found is None or not self.factors.spoken_of(found[1], pivot.start()):
            return None
        factor = self.factors.ending(pivot.start() - self.text[pivot.start() - 1].isspace(), self.floor)
        return self._made(factor, pivot.end(), found[0]) if factor else None

    def _thing(self, start: int) -> Name | None:
        """The yardstick that is named at `start`, after its article."""
        return self._named(self._past_article(start), self.patterns.things)

    def _past_article(self, start: int) -> int:
        article = _ARTICLE.match(self.text, start)
        return article.end() if article else start

    def _named(self, start: int, table: Names) -> Name | None:
        """The longest known name, unless it begins another: "India’s budget", "US economy"."""
        for name in names(self.text, start, table):
            follows = _FOLLOWS.match(self.text, name.end)
            owns = _OWNED.match(self.text, name.end)
            if owns or (follows and follows["word"].lower() in self.known.others):
                return None
            return name if self._proper(name) else None
        return None

    def _proper(self, name: Name) -> bool:
        """Whether a proper name has its capital and does not go on: "Texas Instruments"."""
        if name.key not in self.known.proper:
            return True
        return self.text[name.start].isupper() and not _GOES_ON.match(self.text, name.end)

    def _yardstick(self, by: Mapping[str, Reference], word: str) -> Reference | None:
        """What the thing measures by the attribute that a word names; without one, if there is just one."""
        if not word:
            return next(iter(by.values())) if len(set(by.values())) == 1 else None
        for name, reference in by.items():
            attribute = self.known.attributes[name]
            if word in attribute.nouns or word in attribute.adjectives or word in attribute.comparatives:
                return reference
        return None

    def _made(self, factor: Factor, end: int, reference: Reference) -> Multiple:
        found, _ = modifiers.before(self.text, factor.start, self.floor, self.hedges)
        after = modifiers.after(self.text, end, self.hedges)
        return Multiple(Span(factor.start, end), factor.figure, reference, (*found, *after))
