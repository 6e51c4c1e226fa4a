"""Who "he", "they", "the minister" and "Doe" are: every source resolved to the speaker it stands for."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from operator import itemgetter

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.model import Speaker
from claimcheck.parse.attribution.animacy import head, is_document
from claimcheck.parse.attribution.bylines import turns
from claimcheck.parse.attribution.descriptions import Descriptions
from claimcheck.parse.attribution.documents import document_before
from claimcheck.parse.attribution.draft import Draft, Range
from claimcheck.parse.attribution.entities import GENDERS, Entity, is_plural, is_role
from claimcheck.parse.attribution.names import Names, Run
from claimcheck.parse.attribution.pronouns import FIRST_PERSON, PLURAL, Mentions
from claimcheck.parse.attribution.registry import registry
from claimcheck.parse.attribution.titles import note_titles, title_between
from claimcheck.parse.attribution.tokens import PRONOUN, Tokens

__all__ = ["resolve"]

_OWNERS = frozenset(["his", "her", "their", "its"])
_IT = frozenset(["it", "its", "itself"])
_NOBODY = frozenset(
    ["you", "there", "everyone", "everybody", "nobody", "somebody", "someone", "anyone", "one", "none"]
)
_RELATIVE = frozenset(["who", "which", "that"])  # of an antecedent that was not found
# Words of an office that may stand between a comma and a name: "the rival, former city treasurer Ana Ruiz".
_LEAD = 6
# A quotation may be followed by so many others of the same speaker for "I" in them to be found.
_QUOTATIONS = 20
# Tokens back in a quotation in which a name may stand for a pronoun in it.
_LATELY = 60


def resolve(
    tape: Tokens, drafts: list[Draft], lexicon: CueLexicon
) -> tuple[list[str | None], tuple[Speaker, ...]]:
    """The speaker's name for each draft, and the registry of all speakers in order of appearance."""
    if not drafts:
        return [], ()
    names = Names(tape, lexicon)
    note_titles(tape, names)
    found = _Reader(tape, names, lexicon, drafts).read(drafts)
    for entity in found:
        if entity:
            entity.speaks = True
    return [entity.name if entity else None for entity in found], tuple(registry(tape, names))


def _joined_up(parts: Iterable[Range]) -> list[Range]:
    """The union of some ranges, as disjoint ranges in order."""
    found: list[Range] = []
    for start, end in sorted(parts):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


class _Reader:
    """Reads names, pronouns and sources in the order of the text and remembers who is in view."""

    def __init__(self, tape: Tokens, names: Names, lexicon: CueLexicon, drafts: list[Draft]) -> None:
        self.tape, self.names, self.lexicon = tape, names, lexicon
        self.mentions = Mentions(tape, names, _joined_up(part for draft in drafts for part in draft.content))
        self.descriptions = Descriptions(tape, names, self.mentions, lexicon)
        # Where "Q:" and "A:" stand in an interview.
        self.turns = turns(tape)

    def read(self, drafts: list[Draft]) -> list[Entity | None]:
        """The speaker of each draft."""
        tape = self.tape
        found: list[Entity | None] = [None] * len(drafts)
        quoted: list[tuple[int, list[tuple[float, Entity]]]] = []
        resolved: dict[Range, Entity] = {}
        sources = {draft.source[0] for draft in drafts if draft.source}
        for at, what in self._events(drafts, sources):
            if isinstance(what, Run):
                self.mentions.name(what)
            elif what is None:
                self._pronoun(at)
            else:
                draft = drafts[what]
                source = draft.source
                if source is None:
                    continue
                if source in resolved and draft.antecedent is None:
                    found[what] = resolved[source]
                    continue
                word = tape.lower[at]
                if tape.quoted[at] >= 0 and self._bare(source) and (word in GENDERS or word in FIRST_PERSON):
                    quoted.append((what, self.mentions.ranked(at)))
                    continue
                entity = self._beside(draft) or self._entity(draft.antecedent or source, draft)
                if entity:
                    found[what] = resolved[source] = entity
                    entity.sure = entity.sure or (not entity.person and self._can_answer(source))
                    entity.mentions.append(draft.antecedent or source)
                    if entity.named and self.mentions.is_institution(entity):
                        self.descriptions.spoken = entity
                    if tape.quoted[at] < 0:
                        subject = draft.antecedent is None and self._is_main(source)
                        self.mentions.mention(entity, draft.antecedent or source, source=subject)
        self._inside(drafts, found, quoted)
        return found

    def _events(self, drafts: list[Draft], sources: set[int]) -> list[tuple[int, int | Run | None]]:
        """Names, pronouns and drafts in the order of the text; of one token the name first."""
        tags, quoted = self.tape.tags, self.tape.quoted
        events: list[tuple[int, int | Run | None]] = [
            (run.first, run) for run in self.names.runs if quoted[run.first] < 0
        ]
        for found in PRONOUN.finditer(self.tape.traits):
            i = found.start()
            if tags[i] in "poD" and quoted[i] < 0 and i not in sources:
                events.append((i, None))
        events += [(draft.source[0] if draft.source else draft.cue[0], i) for i, draft in enumerate(drafts)]
        events.sort(key=itemgetter(0))
        return events

    def _pronoun(self, at: int) -> None:
        other = self.mentions.clause_subject(at) if self.tape.tags[at] == "o" else None
        entity = self.mentions.person(at, GENDERS[self.tape.lower[at]], [other] if other else ())
        if entity:
            entity.mentions.append((at, at + 1))
            self.mentions.mention(entity, (at, at + 1))

    def _can_answer(self, source: Range) -> bool:
        """Whether "they" may stand for a source: not if it is what people write or count."""
        return not is_document(self.tape, source, self.lexicon)

    def _is_main(self, source: Range) -> bool:
        """Whether a source is the subject of a clause of its own, not "his" or "Doe's" before a noun."""
        tape = self.tape
        start, end = source
        if tape.tags[end] == "'" or tape.tags[end - 1] == "'":
            return False
        return end - start > 1 or tape.lower[start] not in _OWNERS

    def _bare(self, source: Range) -> bool:
        start, end = source
        return end - start == 1 or (end - start == 2 and self.tape.tags[start + 1] in "r'hD")

    def _entity(self, source: Range, draft: Draft) -> Entity | None:
        tape = self.tape
        start, end = source
        if tape.tags[end - 1] == "'":
            end -= 1
            source = (start, end)
        word = tape.lower[start]
        if self._bare(source):
            turn = self.turns[max(0, bisect_right(self.turns, start) - 1)] if self.turns else -1
            if turn == start and end - start == 1:
                return self._interviewed() if word == "a" else None
            if word in GENDERS:
                return self.mentions.person(start, GENDERS[word], self._others(start, draft))
            if word == "both":
                return self.descriptions.pair(start)
            if word in PLURAL:
                return self.mentions.group(start)
            if word in _IT:
                return self._it(start)
            if word in FIRST_PERSON and 0 <= turn < start and tape.lower[turn] == "a":
                return self._interviewed()
            if word in FIRST_PERSON or word in _NOBODY or word in _RELATIVE:
                return None
        return self.descriptions.joined(source) or self._named(source) or self.descriptions.described(source)

    def _interviewed(self) -> Entity | None:
        """Who answers: the only person that the text names before its first question."""
        people = {run.entity for run in self.names.within(0, self.turns[0]) if run.entity.person}
        return people.pop() if len(people) == 1 else None

    def _it(self, at: int) -> Entity | None:
        """What "it" is: the institution most in view, or a document that stands for itself."""
        found = self.mentions.institution(at)
        document = document_before(self.tape, at, self.lexicon)
        before = self.mentions.sentence(at) - 1
        if document is None or any(found is each for _, each in self.mentions.salience.subjects(before)):
            return found
        return self.descriptions.described(document)

    def _beside(self, draft: Draft) -> Entity | None:
        """The person named right before "who", but not in "an aide of Ines Falk, who"."""
        if draft.source is None or draft.antecedent is None:
            return None
        tape = self.tape
        at = draft.source[0] - 1
        at -= tape.tags[at] in ",-"
        run = self.names.over(at)
        if tape.lower[draft.source[0]] != "who" or run is None or run.end != at + 1 or not run.entity.person:
            return None
        last = head(tape, draft.antecedent)
        owned = (
            tape.tags[last] == "n" and is_role(tape.lower[last], self.lexicon) and tape.tags[last + 1] == "P"
        )
        return None if owned else run.entity

    def _others(self, at: int, draft: Draft) -> set[Entity]:
        """Whom a pronoun that speaks is not: who is named in what is said, and who is in "who she says"."""
        tape = self.tape
        others = {run.entity for part in draft.content for run in self.names.within(*part)}
        if tape.tags[at - 1] == "W":
            run = self.names.over(at - 2 - (tape.tags[at - 2] == ","))
            if run:
                others.add(run.entity)
        return others

    def _inside(
        self,
        drafts: list[Draft],
        found: list[Entity | None],
        quoted: list[tuple[int, list[tuple[float, Entity]]]],
    ) -> None:
        """Pronouns inside quotations: "I" and "we" are whoever is quoted, "he" is somebody else."""
        if not quoted:
            return
        speakers: dict[int, Entity] = {}
        opens = [start for start, _ in self.tape.quotations]
        for draft, entity in zip(drafts, found, strict=True):
            if entity is None or draft.source is None:
                continue
            outside = self.tape.quoted[draft.source[0]]
            for start, end in draft.content:
                first = bisect_left(opens, start)
                for place in range(first, min(bisect_left(opens, end), first + _QUOTATIONS)):
                    if place != outside:
                        speakers.setdefault(place, entity)
        for what, ranked in quoted:
            source = drafts[what].source
            assert source is not None  # noqa: S101 # only sources are put by
            speaker = speakers.get(self.tape.quoted[source[0]])
            word = self.tape.lower[source[0]]
            if word in FIRST_PERSON:
                found[what] = speaker
            else:
                best = self.mentions.pick(ranked, GENDERS[word], [speaker] if speaker else [])
                found[what] = self._told_of(source[0], speaker) or (best[1] if best else None)
            entity = found[what]
            if entity:
                entity.mentions.append(source)

    def _told_of(self, at: int, speaker: Entity | None) -> Entity | None:
        """Whom a speaker has named in the same quotation before a pronoun: "Olsen was here. He said that"."""
        tape, places = self.tape, self.lexicon.groups["place"]
        opening = tape.quotations[tape.quoted[at]][0]
        gender = GENDERS[tape.lower[at]]
        for run in reversed(self.names.within(max(opening, at - _LATELY), at)):
            entity = run.entity
            known = entity.person or (
                not entity.sure and entity.named and tape.lower[run.first] not in places
            )
            if known and entity is not speaker and entity.gender in ("", gender):
                return entity
        return None

    def _named(self, source: Range) -> Entity | None:
        """The name in a source, by itself, behind an office or before an apposition."""
        tape = self.tape
        start = source[0]
        if source[1] - start > 1 and tape.lower[source[1] - 1].endswith(("self", "selves")):
            source = (start, source[1] - 1)  # "Ruiz herself"
        last = head(tape, source)
        run = self.names.over(last)
        if run and "P" in tape.tags[run.start : run.end] and tape.tags[run.end] == "n":
            # "a Department of Health spokesman": of an institution whose name has a preposition
            behind = head(tape, (run.end, source[1]))
            if behind < source[1] and is_role(tape.lower[behind], self.lexicon):
                return self._apposed(source, behind) or self.descriptions.own(source, behind)
        if run and run.start == run.end - 1 == start + 1 and not run.entity.person:
            # "The Democrat", "the Norwegian": whoever is called so beside a name.
            found = self.descriptions.titled(start, last)
            if found:
                return found
        if run and run.start >= start - 1:
            if not run.entity.person and (is_role(tape.lower[last], self.lexicon) or not run.entity.named):
                return self._apposed(source, last) or run.entity
            return run.entity
        if run is None:
            run = self._closing(source, last)
            if run:
                return run.entity
        if (
            tape.tags[last] == "c"
            and not is_role(tape.lower[last], self.lexicon)
            and not self._is_people(source, last)
        ):
            first = last
            while first > start and tape.tags[first - 1] == "c":
                first -= 1
            text = self.names.text(first, last + 1)
            plural = tape.lower[last] in self.lexicon.groups["people"]
            return self.names.known(text, start) or self.names.entity(text, person=False, plural=plural)
        return self._apposed(source, last)

    def _is_people(self, source: Range, last: int) -> bool:
        """Whether a plural only has the capital of its sentence: "Analysts at the bank"."""
        return last == source[0] and self.mentions.people(self.tape.lower[last])

    def _closing(self, source: Range, last: int) -> Run | None:
        """The person named at the end of a source behind an office: "policy planning director Ana Ruiz"."""
        tape = self.tape
        stop = last
        while stop < source[1] and tape.tags[stop] not in ",W(":
            stop += 1
        run = self.names.over(stop - 1)
        linked = tape.tags.rfind("P", last, run.start) if run else -1
        if (
            run
            and linked > 0
            and (tape.lower[linked] != "of" or is_role(tape.lower[run.start], self.lexicon))
        ):
            return None  # "a spokesman for Senator Ruiz", but "Secretary of State Ana Ruiz"
        if run and run.entity.person and run.end == stop and run.first > source[0]:
            if tape.tags[run.first - 1] == "n" and is_role(tape.lower[run.first - 1], self.lexicon):
                return run
            if run.first > run.start or tape.lower[run.first - 1] in ("called", "named"):
                return run
        return None

    def _apposed(self, source: Range, last: int) -> Entity | None:
        """The name behind an office: "the ambassador, Alexander Doe", "the mayor (Ana Ruiz)"."""
        tape = self.tape
        start, end = source
        comma = tape.tags.find(",", last, end)
        if tape.tags[last + 1] == "(" and is_role(tape.lower[last], self.lexicon):
            comma = last + 1
        if comma < 0:
            return None
        if is_plural(tape.lower[last]) and tape.tags[last] == "n":
            # "two rivals, Ines Falk and Per Lund": all of them or none
            everybody = self.names.together(comma + 1, end)
            return self.names.entity(everybody, person=False, plural=True) if everybody else None
        at = comma + 1
        while at < min(end, comma + _LEAD) and tape.tags[at] in "Djnr":
            at += 1
        run = self.names.over(at)
        if is_role(tape.lower[last], self.lexicon) and not (run and run.entity.person):
            run = (
                self._closing((comma + 1, end), comma + 1) or run
            )  # "its envoy, the former premier Ines Falk"
        if run is None or not (run.entity.person or (tape.tags[last] == "n" and at == comma + 1)):
            return None
        if is_role(tape.lower[last], self.lexicon):
            run.entity.person = run.entity.sure = True
            title_between(tape, self.names, run.entity, start, comma)
        return run.entity
