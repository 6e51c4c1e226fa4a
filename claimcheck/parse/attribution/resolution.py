"""Who "he", "they", "the minister" and "Doe" are: every source resolved to the speaker it stands for."""

from bisect import bisect_right
from collections import deque

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.model import Speaker
from claimcheck.parse.attribution.animacy import head
from claimcheck.parse.attribution.draft import Draft, Range
from claimcheck.parse.attribution.names import Entity, Names, names_joined
from claimcheck.parse.attribution.registry import registry
from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["resolve"]

# How many speakers back a pronoun may refer.
_MEMORY = 40
_ROLES = ("man", "woman", "person", "ist", "ian", "er", "or", "ee", "ant")
_HE = frozenset(["he", "him", "his", "himself"])
_SHE = frozenset(["she", "her", "herself"])
_THEY = frozenset(["they", "them", "their", "themselves", "both"])
_IT = frozenset(["it", "its", "itself"])
_OTHERS = frozenset(
    [
        "i",
        "we",
        "you",
        "my",
        "our",
        "me",
        "us",
        "myself",
        "ourselves",
        "there",
        "everyone",
        "nobody",
        "somebody",
        "one",
    ]
)


def resolve(
    tape: Tokens, drafts: list[Draft], lexicon: CueLexicon
) -> tuple[list[str | None], tuple[Speaker, ...]]:
    """The speaker's name for each draft, and the registry of all speakers in order of appearance."""
    if not drafts:
        return [], ()
    names = Names(tape, lexicon)
    reader = _Reader(tape, names, lexicon)
    order = sorted(range(len(drafts)), key=lambda i: _place(drafts[i]))
    speakers: list[str | None] = [None] * len(drafts)
    for i in order:
        entity = reader.speaker(drafts[i])
        if entity:
            entity.speaks = True
            speakers[i] = entity.name
    return speakers, tuple(registry(tape, names))


def _place(draft: Draft) -> int:
    return (draft.source or draft.cue)[0]


class _Reader:
    """Reads sources in order and remembers who has spoken."""

    def __init__(self, tape: Tokens, names: Names, lexicon: CueLexicon) -> None:
        self.tape, self.names, self.groups = tape, names, lexicon.groups
        self.lately: deque[Entity] = deque(maxlen=_MEMORY)

    def speaker(self, draft: Draft) -> Entity | None:
        """The entity that a source stands for, or None."""
        source = draft.antecedent or draft.source
        if source is None:
            return None
        entity = self._entity(source)
        if entity:
            entity.mentions.append(source)
            self.lately.append(entity)
        return entity

    def _entity(self, source: Range) -> Entity | None:
        tape = self.tape
        start, end = source
        if tape.tags[end - 1] == "'":
            end -= 1
            source = (start, end)
        word = tape.lower[start]
        if end - start == 1 or (end - start == 2 and tape.tags[start + 1] in "r'h"):
            if word in _HE or word in _SHE:
                return self._person(start, "m" if word in _HE else "f")
            if word in _THEY:
                return self._plural(start)
            if word in _IT:
                return self._institution(start)
            if word in _OTHERS:
                return None
        joined = self._joined(source)
        if joined:
            return joined
        return self._named(source) or self._described(source)

    def _person(self, at: int, gender: str) -> Entity | None:
        """The person whom "he" or "she" stands for: near, in subject position, a speaker before."""
        best, top = None, -9.0
        here = bisect_right(self.tape.bounds, at)
        for start, entity in self.names.before(at):
            if not entity.person or (entity.gender and entity.gender != gender):
                continue
            sentence = bisect_right(self.tape.bounds, start)
            weight = -1.2 * (here - sentence) + entity.speaks + 2 * (entity.gender == gender)
            weight += 1.5 * self._is_subject(start, self.tape.bounds[sentence - 1])
            weight -= 0.8 * (self.tape.tags[start - 1 : start] in ("P", "d"))
            if self.lately and self.lately[-1] is entity:
                weight += 1
            if weight > top:
                best, top = entity, weight
        last = self.lately[-1] if self.lately else None
        if last and last.person and last.gender in ("", gender) and last.mentions[-1][0] not in self.names.at:
            sentence = bisect_right(self.tape.bounds, last.mentions[-1][0])
            if 3.0 - 1.2 * (here - sentence) > top:
                best = last
        if best is None:
            best = self._unnamed_person(at)
        if best is None:
            best = next((e for e in reversed(self.lately) if e.person and e.gender in ("", gender)), None)
        if best and not best.gender:
            best.gender = gender
        return best

    def _is_subject(self, start: int, opening: int) -> bool:
        """Whether a name opens its sentence or stands before a verb."""
        behind = start
        while self.tape.tags[behind] == "c":
            behind += 1
        return start - opening < 4 or self.tape.tags[behind] in "VZdMBHO"

    def _unnamed_person(self, at: int) -> Entity | None:
        """As in "A spokesman came out. He said": a person by role in the two sentences before."""
        tape = self.tape
        floor = tape.bounds[max(0, bisect_right(tape.bounds, at) - 3)]
        for i in range(at - 1, floor - 1, -1):
            word = tape.lower[i]
            if tape.tags[i] == "n" and (word in self.groups["title"] or word in self.groups["human"]):
                start = i
                while start > floor and tape.tags[start - 1] in "njD'":
                    start -= 1
                return self._described((start, i + 1))
        return None

    def _plural(self, at: int) -> Entity | None:
        joined = self._joined_before(at)
        if joined:
            return joined
        for entity in reversed(self.lately):
            if entity.plural and entity.mentions and entity.mentions[0][0] < at:
                return entity
        return next((entity for entity in reversed(self.lately) if not entity.person), None)

    def _joined_before(self, at: int) -> Entity | None:
        """Names joined by "and" at the head of one of the two sentences before."""
        bounds = self.tape.bounds
        here = bisect_right(bounds, at)
        for place in range(here - 1, max(0, here - 3), -1):
            found = names_joined().match(self.tape.tags, bounds[place - 1], bounds[place])
            if found:
                return self._joined(found.span())
        return None

    def _institution(self, _: int) -> Entity | None:
        return next((e for e in reversed(self.lately) if not e.person and not e.plural), None)

    def _joined(self, source: Range) -> Entity | None:
        """Several names together: "the United States and South Korea"."""
        tape = self.tape
        start, end = source
        stop = tape.tags.find(",", start, end)
        core = tape.tags[start : stop if stop > 0 and "C" not in tape.tags[stop:end] else end]
        at = core.find("C")
        if at <= 0 or "W" in core[:at] or "P" in core[:at] or "n" in core[:at]:
            return None
        left = tape.tags[start : start + at].rstrip(",")
        if left.strip("Dcp,") or core[at + 1 : at + 2] not in ("D", "c", "n", "p"):
            return None
        return self.names.entity(self._lower_article(start, start + len(core)), person=False, plural=True)

    def _named(self, source: Range) -> Entity | None:
        tape = self.tape
        start, _end = source
        tags = tape.tags
        last = head(tape, source)
        if tags[last] == "c":
            first = last
            while first > start and tags[first - 1] == "c":
                first -= 1
            entity = self.names.of(first, last + 1)
            if entity is None or self._is_office(last):
                named = self._apposed(source, last)
                if named:
                    return named
            if entity is None:
                entity = self.names.entity(self._lower_article(start, last + 1), person=False)
            self._describe(entity, source, first, last)
            return entity
        return self._apposed(source, last)

    def _apposed(self, source: Range, last: int) -> Entity | None:
        """The name behind an office: "the ambassador, Alexander Doe"."""
        tape = self.tape
        start, end = source
        comma = tape.tags.find(",", last, end)
        if comma < 0 or tape.tags[comma + 1 : comma + 2] != "c":
            return None
        entity = self.names.of(comma + 1, comma + 2)
        if entity is None or not (entity.person or tape.tags[last] == "n"):
            return None
        self._title(entity, start, comma)
        return entity

    def _is_office(self, last: int) -> bool:
        return self.tape.lower[last] in self.groups["title"]

    def _describe(self, entity: Entity, source: Range, first: int, last: int) -> None:
        """Titles in front of a name and behind it."""
        tape = self.tape
        start, end = source
        while start < first and tape.tags[start] == "D":
            start += 1
        if start < first and entity.person and tape.tags[first - 1] in "nj":
            self._title(entity, start, first)
        if last + 2 < end and tape.tags[last + 1] == "," and tape.tags[last + 2] in "Dnj" and entity.person:
            self._title(entity, last + 2, end)

    def _title(self, entity: Entity, start: int, end: int) -> None:
        tape = self.tape
        while end > start and tape.tags[end - 1] in ",-":
            end -= 1
        while start < end and tape.tags[start] == "D":
            start += 1
        if start >= end:
            return
        title = self.names.text(start, end)
        if title not in entity.titles:
            entity.titles.append(title)
        at = tape.tags.find("P", start, end)
        first = at + 1 if at > 0 else start
        stop = tape.tags.find(",", first, end)
        run = tape.tags.find("c", first, stop if stop > 0 else end)
        if run >= 0:
            stop = run
            while stop < end and tape.tags[stop] in "c'nC":
                stop += 1
            if at < 0:
                stop = run + 1
            affiliation = self.names.text(run, max(run + 1, stop))
            if affiliation not in entity.affiliations:
                entity.affiliations.append(affiliation)

    def _described(self, source: Range) -> Entity | None:
        """As in "The minister", "the company": the entity described so before, or a speaker of its own."""
        tape = self.tape
        start, _ = source
        last = head(tape, source)
        word = tape.lower[last]
        if tape.lower[start] in ("the", "this", "that") and last - start < 3:
            for _at, entity in self.names.before(start):
                known = f" {' '.join(entity.titles)} ".lower()
                if word in known.split() or (not entity.person and f" {word}" in f" {entity.name.lower()}"):
                    return entity
            if word in ("company", "firm", "group", "agency", "ministry", "department"):
                found = self._institution(start)
                if found:
                    return found
        plural = (word.endswith("s") and not word.endswith("ss")) or word in (
            "people",
            "police",
            "men",
            "women",
        )
        human = not plural and (
            word in self.groups["title"] or word in self.groups["human"] or word.endswith(_ROLES)
        )
        stop = start
        while stop < source[1] and tape.tags[stop] not in ",W(":
            stop += 1
        entity = self.names.entity(self._lower_article(start, stop), person=human, plural=plural)
        if word in self.groups["feminine"]:
            entity.gender = "f"
        elif word in self.groups["masculine"]:
            entity.gender = "m"
        return entity

    def _lower_article(self, start: int, end: int) -> str:
        text = self.names.text(start, max(end, start + 1))
        first = text.partition(" ")[0]
        return first.lower() + text[len(first) :] if self.tape.tags[start] in "Dr#jn" else text
