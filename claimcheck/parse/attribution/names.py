"""Whom and what a text names: capitalised runs read as people, institutions and their short forms."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

import regex
from attrs import define, field

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.parse.attribution.draft import Range
from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["Entity", "Names", "names_joined"]


@define(slots=True, eq=False)
class Entity:
    """Somebody or something by one name, with every mention as a token range in order."""

    name: str
    person: bool
    plural: bool = False
    gender: str = ""
    mentions: list[Range] = field(factory=list)
    titles: list[str] = field(factory=list)
    affiliations: list[str] = field(factory=list)
    speaks: bool = False


# How many mentions back a pronoun may refer.
_MEMORY = 40


@cache
def names_joined() -> regex.Pattern[str]:
    """Names joined by "and" in front of a verb."""
    return regex.compile(r"D?c+(?:,D?c+){0,3},?CD?c+(?=[rMBHOVZd])")


class Names:
    """The entities of a document, found by full name, surname, acronym or description."""

    def __init__(self, tape: Tokens, lexicon: CueLexicon) -> None:
        self.tape = tape
        self.groups = lexicon.groups
        self.entities: list[Entity] = []
        self._by_name: dict[str, Entity] = {}
        self._by_last: dict[str, Entity] = {}
        self.at: dict[int, Entity] = {}
        self._starts: list[int] = []
        runs = [match.span() for match in regex.finditer(r"c++", tape.tags)]
        bounds = frozenset(tape.bounds)
        # Full names first, wherever they stand, so that a headline's surname finds its owner.
        for start, end in runs:
            if end - start > 1:
                self._enter(start, end, opening=start in bounds)
        for start, end in runs:
            if end - start == 1:
                self._enter(start, end, opening=start in bounds)
        for entity in self.entities:
            entity.mentions.sort()

    def text(self, start: int, end: int) -> str:
        """The characters from the first to the last of some tokens, with single blanks."""
        tape = self.tape
        return " ".join(tape.text[tape.starts[start] : tape.ends[end - 1]].split())

    def entity(self, name: str, *, person: bool, plural: bool = False) -> Entity:
        """The entity of a name, made if there is none."""
        key = name.lower().removeprefix("the ")
        found = self._by_name.get(key)
        if found is None:
            found = self._by_name[key] = Entity(name, person, plural)
            self.entities.append(found)
        return found

    def of(self, start: int, end: int) -> Entity | None:
        """The entity whose name begins in a range of tokens: the first there is."""
        return next((self.at[i] for i in range(start, end) if i in self.at), None)

    def _enter(self, start: int, end: int, *, opening: bool) -> None:
        first = self._untitled(start, end)
        words = self.tape.lower[first:end]
        if first == end:
            return
        titled = first > start
        key = " ".join(words)
        known = self._by_name.get(key)
        if known is None and len(words) == 1:
            known = self._by_last.get(words[0])
            if known is None and opening and not titled:
                return
        if known is None:
            known = self._new(start, first, end, titled=titled)
        known.mentions.append((start, end))
        self.at[start] = self.at[first] = known
        if titled:
            self._titled(known, start, first)

    def _new(self, start: int, first: int, end: int, *, titled: bool) -> Entity:
        words = [word.rstrip(".") for word in self.tape.lower[first:end]]
        institution = any(word in self.groups["institution"] for word in words) or (
            start > 0 and self.tape.lower[start - 1] == "the" and not titled
        )
        given = words[0] in self.groups["male"] or words[0] in self.groups["female"]
        person = (
            titled or given or (not institution and 1 < end - first < 4 and not self._acronym(first, end))
        )
        entity = self.entity(self.text(first, end), person=person)
        if words[0] in self.groups["female"]:
            entity.gender = "f"
        elif words[0] in self.groups["male"]:
            entity.gender = "m"
        if person and end - first > 1:
            last = end - 1 if words[-1] not in ("jr", "sr", "ii", "iii", "iv") else end - 2
            self._by_last.setdefault(self.tape.lower[last], entity)
            self._by_last.setdefault(self.tape.lower[first], entity)
        elif end - first > 1:
            short = "".join(word[0] for word in self.tape.words[first:end] if word[0].isupper())
            self._by_last.setdefault(short.lower(), entity)
        return entity

    def _acronym(self, first: int, end: int) -> bool:
        return any(
            len(word) > 1 and word.isupper() and "." not in word for word in self.tape.words[first:end]
        )

    def _untitled(self, start: int, end: int) -> int:
        """The first token of the name behind its titles ("Defence Minister", "Mr.")."""
        lower = self.tape.lower
        first = start
        for i in range(start, end - 1):
            word = lower[i].rstrip(".")
            if (word in self.groups["title"] and word != "dr") or word in self.groups["courtesy"]:
                first = i + 1
        if first == start and lower[start] not in ("dr", "dr."):
            # "Harbour Master Ana Ruiz": the name begins at a given name.
            for i in range(start + 1, end - 1):
                if lower[i] in self.groups["male"] or lower[i] in self.groups["female"]:
                    before = lower[i - 1]
                    return i if before not in self.groups["male"] | self.groups["female"] else start
        return first

    def _titled(self, entity: Entity, start: int, first: int) -> None:
        words = [word.rstrip(".") for word in self.tape.lower[start:first]]
        title = self.text(start, first)
        if all(word in self.groups["courtesy"] for word in words):
            if any(word in self.groups["feminine"] for word in words):
                entity.gender = "f"
            elif any(word in self.groups["masculine"] for word in words):
                entity.gender = "m"
        elif title not in entity.titles:
            entity.titles.append(title)

    def before(self, token: int) -> Iterator[tuple[int, Entity]]:
        """Mentions that begin before a token, latest first, as far back as a reader remembers."""
        if not self._starts:
            self._starts = sorted(self.at)
        last = bisect_left(self._starts, token)
        for place in range(last - 1, max(-1, last - 1 - _MEMORY), -1):
            yield self._starts[place], self.at[self._starts[place]]
