"""Whom "he", "she", "they" and "it" stand for."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import itemgetter

from attrs import define, field

from claimcheck.parse.attribution.animacy import head
from claimcheck.parse.attribution.draft import Range
from claimcheck.parse.attribution.entities import Entity, is_plural, is_role
from claimcheck.parse.attribution.names import NAMES_JOINED, Names, Run
from claimcheck.parse.attribution.phrases import phrase_after
from claimcheck.parse.attribution.salience import (
    ADVERBIAL,
    CATAPHORA,
    INNER,
    INNER_SUBJECT,
    OBJECT,
    OBLIQUE,
    SUBJECT,
    Role,
    Salience,
)
from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["FIRST_PERSON", "PLURAL", "Mentions"]

PLURAL = frozenset(["they", "them", "their", "themselves", "both"])
FIRST_PERSON = frozenset(["i", "we", "my", "our", "me", "us", "myself", "ourselves"])
# Sentences back in which a group may stand that "they" names, and tokens of these that are looked at.
_SENTENCES = 3
_TOKENS = 120
# Words from the head of a clause in front ("Even before he") to its pronoun.
_CLAUSE = 5
# Words that may open a sentence before its subject.
_NEAR = 3
# Words between an article and its noun.
_MODIFIERS = 6
# The heads of noun phrases.
_HEADS = re.compile(r"n(?![c'n])")


@define(slots=True)
class Mentions:
    """Everybody mentioned so far and how much in view they are, for the next pronoun.

    `contents` are what is said: disjoint ranges in order; `stood` whom each pronoun stood for.
    """

    tape: Tokens
    names: Names
    contents: list[Range]
    salience: Salience = field(factory=Salience)
    stood: dict[int, Entity] = field(factory=dict)

    def sentence(self, at: int) -> int:
        """The number of the sentence that a token stands in."""
        return bisect_right(self.tape.bounds, at)

    def mention(self, entity: Entity, mention: Range, *, source: bool = False) -> None:
        """Note that somebody is named, or stood for, at a range of tokens."""
        sentence = bisect_right(self.tape.bounds, mention[0])
        role = SUBJECT if source else self.role(mention, self.tape.bounds[sentence - 1])
        self.salience.mention(entity, mention[0], sentence, role)

    def name(self, run: Run) -> None:
        """Note a name where it stands."""
        self.mention(run.entity, (run.start, run.end))

    def role(self, mention: Range, opening: int) -> Role:
        """What a mention is in the sentence that opens at a token."""
        tags = self.tape.tags
        start, end = mention
        at = start
        while at > opening and tags[at - 1] in "Djnr" and at > start - 3:
            at -= 1
        before = tags[at - 1] if at > opening else "|"
        after = tags[end]
        if after == "(":
            closing = tags.find(")", end, end + 8)
            after = tags[closing + 1] if closing > 0 else after
        if after in "'n" or (after == "c" and start + 1 == end):
            return INNER
        embedded = self.embedded(start)
        if before in "PT":
            # L&L's head noun emphasis: not for what hangs on another noun, "analysts at the bank".
            if embedded or (at - 2 >= opening and tags[at - 2] in "nc"):
                return INNER
            return ADVERBIAL if at - opening <= 1 else OBLIQUE
        subject = (
            after in "VZdMBHO"
            or (at - opening < _NEAR and before != "V")
            or (after == "," and before in "|SC")
        )
        if embedded:
            return INNER_SUBJECT if subject else INNER
        return SUBJECT if subject else OBJECT

    def embedded(self, at: int) -> bool:
        """Whether a token stands in what somebody says: a name there is part of another phrase."""
        place = bisect_right(self.contents, (at, at)) - 1
        return place >= 0 and at < self.contents[place][1]

    def ranked(self, at: int) -> list[tuple[float, Entity]]:
        """Who is in view at a token, with their weights."""
        return self.salience.ranked(self.sentence(at))

    def person(self, at: int, gender: str, barred: Iterable[Entity] = ()) -> Entity | None:
        """Whom "he" or "she" stands for."""
        ranked = self.ranked(at)
        best = self.pick(ranked, gender, barred) or self.pick(ranked, gender)
        if best is None:
            best = self._barely_named(at)
        ahead = self._ahead(at, gender)
        if ahead and (best is None or ahead[0] > best[0]):
            best = ahead
        if best is None or best[0] < SUBJECT.weight:
            somebody = self._somebody(at, gender, indefinite=best is not None)
            if somebody and (best is None or somebody[0] > best[0]):
                best = somebody
        found = best[1] if best else self._misjudged(at)
        if found:
            self.stood[at] = found
            if not found.gender and self.tape.tags[at] == "p":
                found.gender = gender
        return found

    def clause_subject(self, at: int) -> Entity | None:
        """The subject of the verb whose object a pronoun is: not the same person."""
        tags = self.tape.tags
        j = at - 1
        while j > 0 and tags[j] in "VZdMBHONrGPTh":
            j -= 1
        if tags[j] == "W":
            j -= 1 + (tags[j - 1] == ",")
        run = self.names.over(j)
        return run.entity if run else self.stood.get(j)

    def pick(
        self, ranked: Iterable[tuple[float, Entity]], gender: str, barred: Iterable[Entity] = ()
    ) -> tuple[float, Entity] | None:
        """The weightiest of those who can be "he" (`gender` "m") or "she"; the unsure count for half."""
        out = frozenset(barred)
        best: tuple[float, Entity] | None = None
        for weight, entity in ranked:
            if entity.person and not entity.plural and entity.gender in ("", gender) and entity not in out:
                certain = weight if entity.sure else weight / 2
                if best is None or certain > best[0]:
                    best = certain, entity
        return best

    def _barely_named(self, at: int) -> tuple[float, Entity] | None:
        """A subject of this sentence or the one before whose full name is never told."""
        here = self.sentence(at)
        places = self.names.groups["place"]
        for sentence in (here, here - 1):
            for _, entity in self.salience.subjects(sentence):
                unknown = entity.named and not entity.sure and not entity.plural and " " not in entity.name
                if unknown and entity.name.lower() not in places:
                    return 0.0, entity
        return None

    def _misjudged(self, at: int) -> Entity | None:
        """The only person who is a subject near, although the given name tells otherwise."""
        if self.tape.tags[at] != "p":
            return None  # "Per Lund disputed her claim": somebody else's
        here = self.sentence(at)
        for sentence in (here, here - 1):
            found = [entity for _, entity in self.salience.subjects(sentence) if entity.person]
            if found:
                return found[0] if len(found) == 1 and not found[0].addressed else None
        return None

    def _ahead(self, at: int, gender: str) -> tuple[float, Entity] | None:
        """As in "When she took office, Ana Ruiz promised": the name that follows in the main clause."""
        tape = self.tape
        sentence = self.sentence(at)
        opening = tape.bounds[sentence - 1]
        if not (tape.tags[at - 1] == "S" or (tape.tags[opening] in "SPG" and at - opening < _CLAUSE)):
            return None
        comma = tape.tags.find(",", at, min(tape.bounds[sentence], at + _TOKENS))
        if comma < 0:
            return None
        for run in self.names.within(comma + 1, min(comma + 5, tape.bounds[sentence])):
            entity = run.entity
            role = self.role((run.start, run.end), opening)
            if entity.person and entity.gender in ("", gender) and role.subject:
                return role.weight - CATAPHORA, entity
        return None

    def _somebody(self, at: int, gender: str, *, indefinite: bool) -> tuple[float, Entity] | None:
        """As in "A spokesman came out. He said": a person without a name in the sentences before."""
        tape, groups = self.tape, self.names.groups
        here = self.sentence(at)
        floor = max(tape.bounds[max(0, here - _SENTENCES)], at - _TOKENS)
        best: tuple[float, Entity] | None = None
        other = groups["feminine"] if gender == "m" else groups["masculine"]
        for i in (found.start() for found in _HEADS.finditer(tape.tags, floor, at)):
            word = tape.lower[i]
            if tape.quoted[i] >= 0 or word in other:
                continue
            start = i
            while start > max(floor, i - _MODIFIERS) and tape.tags[start - 1] in "njcG'#":
                start -= 1
            if start > floor and tape.tags[start - 1] == "D":
                start -= 1
            article = tape.lower[start]
            if article not in ("a", "an", "one", "another") and (indefinite or tape.tags[start] != "D"):
                continue
            if is_plural(word) or not is_role(word, self.names.lexicon):
                continue
            if start > floor and self._says_more(start):
                continue
            weight = self._weight((start, i + 1), here)
            if tape.tags[i + 1] != "," and (best is None or weight > best[0]):
                best = weight, self._unnamed(start, i)
        return best

    def _says_more(self, start: int) -> bool:
        """Whether "a surgeon" tells of somebody named already: "is a surgeon", "Ana, a surgeon,"."""
        tags = self.tape.tags
        before = tags[start - 1]
        return (
            before in "BN"
            or self.tape.lower[start - 1] == "as"
            or (before == "," and tags[start - 2] in "c)")
        )

    def _unnamed(self, start: int, last: int) -> Entity:
        text = self.names.text(start, last + 1)
        first = text.partition(" ")[0]
        entity = self.names.entity(first.lower() + text[len(first) :], person=True)
        if (start, last + 1) not in entity.mentions:
            entity.mentions.append((start, last + 1))
        return entity

    def institution(self, at: int, least: float = 0.0) -> Entity | None:
        """What "it" or "the company" stands for: the institution most in view, if it weighs so much."""
        found = (
            (weight, entity)
            for weight, entity in self.ranked(at)
            if weight >= least and self.is_institution(entity)
        )
        best = max(found, key=itemgetter(0), default=None)
        return best[1] if best else None

    @staticmethod
    def is_institution(entity: Entity) -> bool:
        """Whether something may be "it" that speaks; three capitalised words may name a firm."""
        return entity.sure != entity.person and (entity.named or not entity.person) and not entity.plural

    def group(self, at: int, barred: Iterable[Entity] = ()) -> Entity | None:
        """Whom "they" stands for: joined names, a plural, a group; else an institution."""
        out = frozenset(barred)
        here = self.sentence(at)
        found = [(w, e) for w, e in self.ranked(at) if e.plural and e.sure and e not in out]
        found += [(w, e) for w, e in self._groups(at, here) if e not in out]
        best = max(found, key=lambda each: each[0], default=None)
        if best:
            return best[1]
        return self.institution(at)

    def _groups(self, at: int, here: int) -> Iterator[tuple[float, Entity]]:
        """Joined names and plural nouns for people in the sentences before a token, with their weights."""
        tape = self.tape
        floor = max(tape.bounds[max(0, here - _SENTENCES)], at - _TOKENS)
        for found in NAMES_JOINED.finditer(tape.tags, floor, at):
            a, b = found.span()
            if tape.quoted[a] < 0 and (a == floor or tape.tags[a - 1] not in "P'"):
                first = self.stood.get(a)  # "He and Ana Ruiz left. They said"
                if tape.tags[a] == "p" and first is None:
                    continue
                people = [first.name] if first else []
                people += [run.entity.name for run in self.names.within(a, b) if first and run.entity.person]
                joined = " and ".join(people) if len(people) > 1 else self.names.together(a, b)
                name = joined or self.names.text(a, b)
                entity = self.names.entity(name, person=False, plural=True)
                entity.mentions.append((a, b))
                yield self._weight((a, b), here), entity
        i = floor
        while i < at:
            if tape.quoted[i] < 0 and (tape.tags[i] in "Dj#n" or self._opens_with_people(i)):
                end = phrase_after(tape, i, at)
                if end > i:
                    last = head(tape, (i, end))
                    if tape.lower[last] in self.names.groups["partitive"] and tape.lower[last + 1] == "of":
                        last = max(last, head(tape, (last + 2, max(end, last + 3))))
                    word = tape.lower[last]
                    if tape.tags[last] in "nc" and self.people(word):
                        yield self._weight((i, last + 1), here), self._plural((i, end), last)
                    i = max(end, i + 1)
                    continue
            i += 1

    def _opens_with_people(self, at: int) -> bool:
        """Whether a capitalised word is only the first of its sentence: "Residents of Canal Street"."""
        return self.tape.tags[at] == "c" and self.people(self.tape.lower[at])

    def people(self, word: str) -> bool:
        """Whether a noun, in lower case, is the plural of a word for people or their bodies."""
        if not is_plural(word):
            return False
        groups, lexicon = self.names.groups, self.names.lexicon
        stem = word.removesuffix("s")
        return word in groups["person_noun"] or stem in groups["person_noun"] or is_role(stem, lexicon)

    def _plural(self, phrase: Range, last: int) -> Entity:
        tape = self.tape
        start = phrase[0]
        while start < last and tape.tags[start] in "Dr":
            start += 1
        text = self.names.text(start, last + 1)
        if self.tape.bounds[self.sentence(start) - 1] == start:
            text = text[:1].lower() + text[1:]
        return self.names.entity(text, person=False, plural=True)

    def _weight(self, mention: Range, here: int) -> float:
        sentence = self.sentence(mention[0])
        return self.role(mention, self.tape.bounds[sentence - 1]).weight / 2.0 ** (here - sentence)
