"""Whom "the minister", "the company", "his wife" and "both" stand for."""

import re
from collections.abc import Callable
from functools import lru_cache

from attrs import define, field

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.parse.attribution.animacy import head
from claimcheck.parse.attribution.draft import Range
from claimcheck.parse.attribution.entities import GENDERS, Entity, is_plural, is_role
from claimcheck.parse.attribution.names import Names
from claimcheck.parse.attribution.pronouns import Mentions
from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["Descriptions"]

_DEFINITE = frozenset(["the", "this", "that", "these", "those"])
# Words of a description that need not stand in a title: "the former senator".
_LOOSE = frozenset(
    ["former", "then", "ex", "old", "new", "late", "outgoing", "incoming", "veteran", "longtime"]
)
_POSSESSIVES = frozenset(["his", "her", "their", "its"])
# Two names joined by "and".
_PAIRS = re.compile(r"D?j?c++CD?[jn]{0,3}+c++")


@define(slots=True)
class Descriptions:
    """Finds whom a noun phrase that is no name stands for.

    `spoken` is the last institution that spoke, `unnamed` who spoke without a name, by what they are.
    """

    tape: Tokens
    names: Names
    mentions: Mentions
    lexicon: CueLexicon
    spoken: Entity | None = None
    unnamed: dict[str, Entity] = field(factory=dict)

    def described(self, source: Range) -> Entity | None:
        """As in "The minister", "the company", "his wife": who was called so, or a speaker of its own."""
        tape = self.tape
        start, end = source
        while start < end - 1 and (tape.tags[start] in "rSC" or tape.lower[start] == "only"):
            start += 1
        last = head(tape, (start, end))
        word = tape.lower[last]
        if tape.lower[start] in _POSSESSIVES or "'" in tape.tags[start:last]:
            return self._possessed((start, end), last) or self.own((start, end), last)
        if tape.lower[start] in _DEFINITE or tape.lower[start] == "both":
            found = self._definite(start, last, word)
        else:
            found = None
        if found is None and tape.lower[start] in _DEFINITE:
            found = self._again(start, last) or self._untitled(start, last)
        return found or self.own((start, end), last)

    def _definite(self, start: int, last: int, word: str) -> Entity | None:
        if is_plural(word) and word in self.lexicon.groups["pair"]:
            pair = self.pair(start)
            if pair or self.tape.lower[start] == "both":
                return pair
        wanted = {word, *self.lexicon.kin.get(word, ())}
        modifiers = frozenset(
            each.rstrip(".").lower()
            for i, each in enumerate(self.tape.words[start + 1 : last], start + 1)
            if self.tape.lower[i].rstrip(".") not in _LOOSE and self.tape.tags[i] not in "D'-,"
        )
        if not is_plural(word):
            # "the club" is never its manager, whose title may hold its name.
            body = word in self.lexicon.kin and not is_role(word, self.lexicon)
            found = None if body else self._by_title(start, wanted, modifiers)
            found = found or self._by_name(start, wanted, modifiers)
            if found is None and modifiers:
                found = self._alone(start, wanted)
            if found:
                return found
            if not modifiers and (word in self.lexicon.groups["anybody"] or word.endswith("old")):
                return self._anybody(start, word)
        plain = not modifiers and self.tape.lower[last + 1] != "of"
        if plain and word in self.lexicon.kin and not is_role(word, self.lexicon):
            return (
                self.mentions.institution(start, _RECENT)
                or (self.spoken if self.spoken and self.mentions.is_institution(self.spoken) else None)
                or self.mentions.institution(start)
            )
        return None

    def _again(self, start: int, last: int) -> Entity | None:
        """As in "A source at the hospital … the source said": somebody who spoke without a name."""
        found = self.unnamed.get(self.tape.lower[last])
        if found is None or not set(self.tape.lower[start + 1 : last]) <= _words(found.name):
            return None
        return found

    def _untitled(self, start: int, last: int) -> Entity | None:
        """As in "Doe was blunt. … the senator said": a speaker just heard whose office was not yet told."""
        if not self._human(last):
            return None
        here = self.mentions.sentence(start)
        for sentence in (here, here - 1):
            found = [
                (at, entity)
                for at, entity in self.mentions.salience.subjects(sentence)
                if entity.person and entity.named and not entity.titles
            ]
            if found:
                at, entity = found[0]
                return entity if len(found) == 1 and "|" not in self.tape.tags[at:start] else None
        return None

    def titled(self, start: int, last: int) -> Entity | None:
        """Who bears a party or people after a "the" in a title or behind the name."""
        if self.tape.lower[start] not in _DEFINITE:
            return None
        word = self.tape.lower[last]
        return self._by_title(start, {word, *self.lexicon.kin.get(word, ())}, frozenset())

    def _by_title(self, at: int, wanted: set[str], modifiers: frozenset[str]) -> Entity | None:
        """Who has a title with one of the wanted words, and all that the description adds to it."""

        def fits(entity: Entity) -> bool:
            if not entity.person or not (entity.titles or entity.affiliations):
                return False
            for title in entity.titles:
                # "the council" is not its leader
                if not wanted.isdisjoint(_words(title.partition(" of ")[0])):
                    known = _words(f"{title} {' '.join(entity.affiliations)} {entity.name}")
                    if modifiers <= known | self._unabbreviated(known):
                        return True
            party = _words(" ".join(each for each in entity.affiliations if "-" in each))
            return not modifiers and not wanted.isdisjoint(self._unabbreviated(party))

        return self._latest(at, fits)

    def _unabbreviated(self, words: frozenset[str]) -> set[str]:
        """What abbreviations among some words stand for: "fla" is Florida."""
        return {long for word in words for long in self.lexicon.kin.get(f"{word}.", ())}

    def _by_name(self, at: int, wanted: set[str], modifiers: frozenset[str]) -> Entity | None:
        """An institution whose name holds one of the wanted words, and all that is added to it."""

        def fits(entity: Entity) -> bool:
            if entity.person or not entity.named:
                return False
            known = _words(f"{entity.name} {' '.join(entity.titles)}")
            return not wanted.isdisjoint(known) and modifiers <= known

        return self._latest(at, fits)

    def _alone(self, at: int, wanted: set[str]) -> Entity | None:
        """The only one near who has such a title, where the description adds what the text has not told."""
        near = self.mentions.salience.ranked(self.mentions.sentence(at), within=_NEAR)
        found = [
            entity
            for _, entity in near
            if entity.person
            and not entity.affiliations
            and any(not wanted.isdisjoint(_words(title)) for title in entity.titles)
        ]
        return found[0] if len(found) == 1 else None

    def _latest(self, at: int, fits: Callable[[Entity], bool]) -> Entity | None:
        """The fitting one most in view, or else whoever was mentioned last."""
        best = max(
            (each for each in self.mentions.ranked(at) if fits(each[1])),
            key=lambda each: each[0],
            default=None,
        )
        if best:
            return best[1]
        earlier = dict.fromkeys(run.entity for run in self.names.latest(at, _BACK))
        return next(filter(fits, earlier), None)

    def _anybody(self, at: int, word: str) -> Entity | None:
        """The person most in view, for "the candidate", "the man", "the 45-year-old"."""
        groups = self.lexicon.groups
        gender = (
            "m"
            if word in ("man", *groups["masculine"])
            else "f"
            if word in ("woman", *groups["feminine"])
            else ""
        )
        near = self.mentions.salience.ranked(self.mentions.sentence(at), within=_NEAR)
        named = [each for each in near if each[1].named]
        for each in (gender,) if gender else ("m", "f"):
            best = self.mentions.pick(named, each) or self.mentions.pick(near, each)
            if best:
                return best[1]
        return None

    def pair(self, at: int) -> Entity | None:
        """The two who were named together before "both" or "the two men"."""
        tape = self.tape
        here = self.mentions.sentence(at)
        for place in range(here, max(0, here - _PAIR), -1):
            found = _PAIRS.search(tape.tags, tape.bounds[place - 1], min(tape.bounds[place], at))
            if found:
                return self.joined(found.span())
        return None

    def joined(self, source: Range) -> Entity | None:
        """Several names together: "the United States and South Korea"."""
        tape = self.tape
        start, end = source
        if "C" not in tape.tags[start:end]:
            return None
        run = self.names.over(start if tape.tags[start] != "D" else start + 1)
        apart = tape.tags.find(",C", run.end, end) if run and tape.tags[run.end] == "," else -1
        if run and run.entity.person and apart > run.end:
            # "Ana Ruiz, a lawyer, and Per Lund"
            return self._two(run.entity, (apart + 2, end))
        if run and tape.tags[run.end] == "," and tape.lower[run.end + 1] in ("a", "an"):
            return None  # "Ana Ruiz, a banker and former judge"
        stop = tape.tags.find(",", start, end)
        listed = stop > 0 and "C" in tape.tags[stop:end] and "C" not in tape.tags[start:stop]
        core = tape.tags[start : stop if stop > 0 and not listed else end]
        at = core.find("C", max(0, run.end - start) if run else 0)
        if (
            at <= 0
            or "W" in core[:at]
            or "P" in tape.tags[run.end if run else start : start + at]
            or "n" in core[:at]
        ):
            return None
        left = tape.tags[start : start + at].rstrip(",")
        if left.strip("DcpPC,j") or core[at + 1 : at + 2] not in ("D", "c", "n", "p", "j"):
            return None
        first = GENDERS.get(tape.lower[start]) if at == 1 else None
        somebody = self.mentions.person(start, first) if first else None
        if somebody:
            return self._two(somebody, (start + 2, end))  # "She and Ana Ruiz"
        text = self.names.together(start, start + len(core)) or self.text(start, start + len(core))
        return self.names.entity(text, person=False, plural=True)

    def _two(self, first: Entity, rest: Range) -> Entity:
        """Somebody and who is named, or only described, in the rest of a phrase."""
        people = [run.entity.name for run in self.names.within(*rest) if run.entity.person]
        second = people[0] if people else self.text(rest[0], _core_end(self.tape, *rest))
        return self.names.entity(f"{first.name} and {second}", person=False, plural=True)

    def _possessed(self, source: Range, last: int) -> Entity | None:
        """As in "his wife", "Mr. Brown's lawyer": by whose it is."""
        tape = self.tape
        start, end = source
        word = tape.lower[start]
        if word in _POSSESSIVES:
            owner = self._owner(start, word)
            rest = start + 1
        else:
            mark = tape.tags.find("'", start, last + 1)
            run = self.names.over(mark - 1) if mark > start else None
            if run is not None and run.start <= start + 1 and tape.tags[start] in "cD":
                owner = run.entity
            elif tape.lower[start] in _DEFINITE and mark > start:
                owner = self._definite(start, mark - 1, tape.lower[mark - 1])
            else:
                return None
            rest = mark + 1
        if owner is None or rest > last:
            return None
        stop = _core_end(tape, rest, end)
        ending = "’" if owner.name.endswith("s") and (owner.plural or not owner.person) else "’s"
        name = f"{owner.name}{ending} {self.names.text(rest, stop)}"
        return self._marked(
            self.names.entity(name, person=self._human(last), plural=is_plural(tape.lower[last])), last
        )

    def _owner(self, at: int, word: str) -> Entity | None:
        if word in GENDERS:
            return self.mentions.person(at, GENDERS[word])
        return self.mentions.group(at) if word == "their" else self.mentions.institution(at)

    def own(self, source: Range, last: int) -> Entity:
        """A speaker without a name, by the words of the text: "a source at one hospital"."""
        start, end = source
        stop = _core_end(self.tape, start, end)
        entity = self.names.entity(
            self.text(start, max(stop, last + 1)),
            person=self._human(last),
            plural=is_plural(self.tape.lower[last]),
        )
        entity.sure = not entity.plural or self.mentions.people(self.tape.lower[last])
        if self.tape.lower[start] not in _DEFINITE and self.tape.lower[start] not in _POSSESSIVES:
            self.unnamed[self.tape.lower[last]] = entity
        return self._marked(entity, last)

    def _human(self, last: int) -> bool:
        word = self.tape.lower[last]
        return (not is_plural(word) and is_role(word, self.lexicon)) or (
            word == "one" and self.tape.lower[last + 1] != "of"
        )

    def _marked(self, entity: Entity, last: int) -> Entity:
        word, groups = self.tape.lower[last], self.lexicon.groups
        if word in groups["feminine"] or word == "woman":
            entity.gender = "f"
        elif word in groups["masculine"] or word == "man":
            entity.gender = "m"
        return entity

    def text(self, start: int, end: int) -> str:
        """The words as a name: without the capital of a sentence's first word."""
        text = self.names.text(start, max(end, start + 1))
        first = text.partition(" ")[0]
        return first.lower() + text[len(first) :] if self.tape.tags[start] in "Dr#jn" else text


# What is less in view than a name in the sentence before gives way to an institution that has spoken.
_RECENT = 100.0
# Sentences back in which the only senator is "the Florida senator", and in which two were named together.
_NEAR = 2
_PAIR = 30
# So many names back a description may reach.
_BACK = 60


def _core_end(tape: Tokens, start: int, end: int) -> int:
    stop = start
    while stop < end and (tape.tags[stop] not in ",W(" or (tape.tags[stop] == "(" and stop == start)):
        stop += 1
    return max(stop, start + 1)


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(
        word
        for each in text.lower().replace("-", " ").split()
        for word in (each.strip(".,()"), each.strip("(),"))
        if word
    )
