"""Whom and what a text names: capitalised runs read as people, institutions and their short forms."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.parse.attribution.entities import Entity, is_role
from claimcheck.parse.attribution.namephrases import name_phrases
from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["NAMES_JOINED", "Names", "Run"]

_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
# People are called by two to four words; more are an institution or a title that we do not know.
_MOST_WORDS = 4
# So often at most a name may pass from one bearer to another; more is no prose.
_MOST_SHARING = 50

# Classes of words that make no surname of somebody with an unknown given name: "Super Tuesday".
_NO_NAME = frozenset("jrGDPh")
NAMES_JOINED = re.compile(r"(?:pC|D?j?c+(?:,D?j?c+){0,3},?C)D?j?c+(?:Pc++)?(?=[rMBHOVZd])")
"""Names joined by "and" in front of a verb."""


class Run(NamedTuple):
    """A name where it stands: tokens `start:end`, the name itself from `first` on, titles before it."""

    start: int
    first: int
    end: int
    entity: Entity


class Names:
    """The entities of a document, found by full name, surname, acronym or description."""

    def __init__(self, tape: Tokens, lexicon: CueLexicon) -> None:
        self.tape, self.lexicon, self.groups = tape, lexicon, lexicon.groups
        self.given = self.groups["given"]
        self.entities: list[Entity] = []
        self.runs: list[Run] = []
        self._by_name: dict[str, Entity] = {}
        self._by_part: dict[str, list[tuple[int, bool, Entity]]] = {}
        self._enter_all()
        self.starts = [run.start for run in self.runs]

    def _enter_all(self) -> None:
        tape = self.tape
        bounds = frozenset(tape.bounds)
        pieces = list(name_phrases(tape, self.lexicon))
        # Full names first, wherever they stand, so that a headline's surname finds its owner.
        short = []
        for start, end in pieces:
            if self._is_office(start, end):
                continue
            first = self._untitled(start, end) if end - start > 1 else start
            if end - first > 1:
                self._enter_full(start, first, end)
            else:
                short.append((start, first))
        for parts in self._by_part.values():
            parts.sort(key=lambda part: part[0])
        for start, first in short:
            self._enter_short(start, first, opening=start in bounds)
        for at in tape.bounds[:-1]:
            # "Sanders said": the tagger takes a first word in -ers for a trade; the name is known.
            if tape.tags[at] == "n" and tape.words[at][0].isupper() and tape.lower[at] in self._by_part:
                self._enter_short(at, at, opening=True)
        self.runs.sort(key=lambda run: run.start)
        for entity in self.entities:
            entity.mentions.sort()
            entity.settle_name()

    def text(self, start: int, end: int) -> str:
        """The characters from the first to the last of some tokens, with single blanks."""
        tape = self.tape
        return " ".join(tape.text[tape.starts[start] : tape.ends[end - 1]].split())

    def entity(self, name: str, *, person: bool, plural: bool = False) -> Entity:
        """The entity of a name, made if there is none."""
        key = _key(name)
        found = self._by_name.get(key)
        if found is None:
            found = self._by_name[key] = Entity(name, person, plural)
            self.entities.append(found)
        return found

    def known(self, name: str, at: int) -> Entity | None:
        """The entity that a short or full name stands for at a token."""
        return self._by_name.get(_key(name)) or self._sharing(name.lower(), at)

    def together(self, start: int, end: int) -> str | None:
        """People named together, by their names: "Senator Ruiz and Mr. Lund" is "Ana Ruiz and Per Lund"."""
        runs = self.within(start, end)
        people = [run.entity.name for run in runs if run.entity.person]
        others = [run for run in runs if not run.entity.person and self.tape.tags[run.start - 1] != "P"]
        if len(people) <= 1 or others:
            return None
        return f"{', '.join(people[:-1])} and {people[-1]}"

    def within(self, start: int, end: int) -> list[Run]:
        """The names that begin in a range of tokens."""
        return self.runs[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def latest(self, token: int, most: int) -> list[Run]:
        """So many names at most that begin before a token, the latest first."""
        place = bisect_left(self.starts, token)
        return self.runs[max(0, place - most) : place][::-1]

    def over(self, token: int) -> Run | None:
        """The name that a token is part of, titles included."""
        place = bisect_right(self.starts, token) - 1
        return self.runs[place] if place >= 0 and token < self.runs[place].end else None

    def _sharing(self, part: str, at: int, gender: str = "") -> Entity | None:
        """Who is called by a part of a name at a token.

        Of several, whoever was called so last, or has since been named in full as a subject; a full name in
        passing ("Mr. Doe's father, John Doe,") changes nothing.
        """
        found = None
        for place, strong, entity in self._by_part.get(part, ()):
            if gender and entity.gender and entity.gender != gender:
                continue
            if found is None or (place < at and strong):
                found = entity
            if place >= at:
                break
        return found

    def _enter_full(self, start: int, first: int, end: int) -> None:
        """Note a name of several words, and the short forms that may stand for it."""
        tape = self.tape
        whole, end = end, self._without_letters(first, end)
        name = _joined(tape.lower[first:end])
        gender = self._courtesy_gender(start, first)
        known = self._by_name.get(name) or self._sharing(name, start, gender) or self._firm(first, end)
        if known is None:
            known = self._new(start, first, end, titled=first > start)
        if known.person and known.name.lower().startswith(tape.lower[first]):
            form = " ".join(tape.words[first:end])
            known.forms[form] = known.forms.get(form, 0) + 1
        strong = self._is_subject(start, end)
        for part in self._parts(known, first, end):
            sharing = self._by_part.setdefault(part, [])
            if len(sharing) < _MOST_SHARING and (not sharing or sharing[-1][1:] != (strong, known)):
                sharing.append((start, strong, known))
        self._note(Run(start, first, whole, known), gender)

    def _enter_short(self, start: int, first: int, *, opening: bool) -> None:
        """Note a name of one word; of an unknown one that only opens its sentence nothing is known."""
        word = self.tape.lower[first]
        gender = self._courtesy_gender(start, first)
        known = self._by_name.get(word)
        if known is None or not known.named:
            known = self._sharing(word, start, gender) or known
        if known is None:
            if opening and first == start and word not in self.given:
                return
            known = self._new(start, first, first + 1, titled=first > start)
        self._note(Run(start, first, first + 1, known), gender)

    def _note(self, run: Run, gender: str) -> None:
        """Note where a name stands, and what the titles in front of it tell."""
        entity = run.entity
        entity.mentions.append((run.start, run.end))
        if not entity.person or not entity.sure:
            self._note_trade(run)
        self.runs.append(run)
        if run.first > run.start:
            entity.sure = entity.person = True
        if gender:
            entity.gender = gender
            entity.addressed = True

    def _note_trade(self, run: Run) -> None:
        """Note that a name is a firm's: "the carmaker Voltra", "Voltra plc"."""
        lower, before = self.tape.lower, run.start - 1
        trade = before >= 0 and self.tape.tags[before] == "n" and lower[before] in self.groups["trade"]
        if trade:
            run.entity.add_title(lower[before])
        if trade or (run.end < self.tape.n and lower[run.end] in self.groups["incorporated"]):
            run.entity.person, run.entity.sure = False, True

    def _without_letters(self, first: int, end: int) -> int:
        """The end of a name before the letters of an honour, a degree or an office: "Ana Ruiz MP"."""
        last = end
        while last - first > 1 and self.tape.lower[last - 1].replace(".", "") in self.groups["postnominal"]:
            last -= 1
        return last if last - first > 1 else end

    def _is_subject(self, start: int, end: int) -> bool:
        """Whether a name is the subject of a sentence that it opens."""
        bounds = self.tape.bounds
        opening = bounds[bisect_right(bounds, start) - 1]
        return start - opening <= 1 and self.tape.tags[end] in "VZdMBHO"

    def _parts(self, entity: Entity, first: int, end: int) -> set[str]:
        """The short forms of a name: surname, given name, acronym."""
        lower, words = self.tape.lower, self.tape.words
        if entity.person:
            last = end - 1 if lower[end - 1].rstrip(".") not in _SUFFIXES else end - 2
            parts = {" ".join(lower[at : last + 1]) for at in range(first + 1, last + 1)}
            if lower[first] in self.given:
                parts.add(lower[first])
            return parts
        initials = "".join(word[0] for word in words[first:end] if word[0].isupper()).lower()
        parts = {initials} if len(initials) > 1 else set()
        if self.tape.tags[end : end + 3] == "(c)":
            parts.add(lower[end + 1])
        short = end
        while short - first > 1 and lower[short - 1].rstrip(".") in self.lexicon.kin["company"]:
            short -= 1
            parts.add(" ".join(lower[first:short]))  # "Harrow Foods" and "Harrow" for "Harrow Foods Plc"
        return {part for part in parts if self._names_alone(part)}

    def _firm(self, first: int, end: int) -> Entity | None:
        """The firm named before without the letters of its kind: "Harrow Foods" for "Harrow Foods Plc"."""
        lower, kind = self.tape.lower, self.lexicon.kin["company"]
        last = end
        while last - first > 1 and lower[last - 1].rstrip(".") in kind:
            last -= 1
        found = self._by_name.get(_joined(lower[first:last])) if last < end else None
        return None if found is None or found.person else found

    def _names_alone(self, part: str) -> bool:
        """Whether a short form is a name by itself: not "general" of "General Motors", not a place."""
        return part not in self.lexicon.tags and part not in self.groups["place"] and part not in self.given

    def _new(self, start: int, first: int, end: int, *, titled: bool) -> Entity:
        tape, groups = self.tape, self.groups
        words = [word.rstrip(".") for word in tape.lower[first:end]]
        given = words[0] in self.given
        place = words[-1] in groups["place_noun"] or not (given or groups["place"].isdisjoint(words))
        institution = (
            not groups["institution"].isdisjoint(words)
            or self._acronym(first, end)
            or (start > 0 and tape.lower[start - 1] == "the" and not titled)
            or "P" in tape.tags[first:end]
            or "C" in tape.tags[first:end]
        )
        could = 1 < end - first <= _MOST_WORDS and not (institution or place)
        if could and not given:
            could = not any(self.lexicon.tags.get(word) in _NO_NAME for word in words)
        person = titled or (given and not institution and not place) or could
        entity = self.entity(_joined(tape.words[first:end]), person=person)
        entity.named, entity.sure = True, titled or given or institution
        entity.plural = end - first == 1 and words[0] in groups["people"]
        if person and words[0] in groups["female"]:
            entity.gender = "f"
        elif (person and words[0] in groups["male"]) or (
            person and first < end - 1 and len(words[0]) == 1 and words[1] in groups["male"]
        ):
            entity.gender = "m"
        return entity

    def _acronym(self, first: int, end: int) -> bool:
        capitals = [word for word in self.tape.words[first:end] if word.isupper()]
        return any(len(word) > 1 and "." not in word for word in capitals)

    def _untitled(self, start: int, end: int) -> int:
        """The first token of the name behind its titles: "Defence Minister", "Mr."."""
        lower, tags = self.tape.lower, self.tape.tags
        first = start
        if "P" not in tags[start:end] and "C" not in tags[start:end]:
            for i in range(start, end - 1):
                word = lower[i].rstrip(".")
                if word in self.given and word not in self.groups["title"]:
                    break
                if word in self.groups["office"]:
                    first = i + 1
        if first == start:
            # "Harbour Master Ana Ruiz": the name begins at a given name.
            for i in range(start + 1, self._without_letters(start, end) - 1):
                if lower[i] in self.given:
                    opens = lower[i - 1] not in self.given and self._is_person(i, end)
                    return i if opens else start
            if end - start > 1 and self._of_office(start):
                # "Secretary of State John Doe": what belongs to the office comes first.
                return max(start, end - 2) if end - start > 2 else start
        return first

    def _is_office(self, start: int, end: int) -> bool:
        """Whether a run of capitalised words is no name but an office: "Prime Minister"."""
        lower, groups = self.tape.lower, self.groups
        if lower[end - 1].rstrip(".") not in groups["title"] or lower[start] in self.given:
            return False
        tags = self.tape.tags[start:end]
        if "C" in tags:
            return False
        if "P" in tags and not groups["institution"].isdisjoint(lower[start : start + tags.index("P")]):
            return False  # "the Ministry of Justice"
        return not any(lower[i].rstrip(".") in groups["courtesy"] for i in range(start, end - 1))

    def _is_person(self, start: int, end: int) -> bool:
        return self.groups["institution"].isdisjoint(self.tape.lower[start:end])

    def _of_office(self, start: int) -> bool:
        """Whether "of" and an office stand before a token, as in "Secretary of"."""
        lower = self.tape.lower
        return start > 1 and lower[start - 1] == "of" and is_role(lower[start - 2], self.lexicon)

    def _courtesy_gender(self, start: int, first: int) -> str:
        for word in self.tape.lower[start:first]:
            bare = word.rstrip(".")
            if bare in self.groups["feminine"]:
                return "f"
            if bare in self.groups["masculine"]:
                return "m"
        return ""


def _joined(words: list[str]) -> str:
    """Words with blanks between them, but none in front of a possessive."""
    return " ".join(words).replace(" '", "'").replace(" ’", "’")


def _key(name: str) -> str:
    return name.lower().removeprefix("the ").replace("’", "'")
