"""Which of several people a pronoun stands for: the one most in view, by Lappin and Leass's weights.

S. Lappin and H. J. Leass, "An Algorithm for Pronominal Anaphora Resolution", Computational Linguistics 20
(1994), table 1: a mention weighs by what it is in its sentence, and all weights are halved with every
sentence that follows.
"""

from collections.abc import Iterator
from typing import NamedTuple

from attrs import define, field

from claimcheck.parse.attribution.entities import Entity

__all__ = [
    "ADVERBIAL",
    "CATAPHORA",
    "INNER",
    "INNER_SUBJECT",
    "OBJECT",
    "OBLIQUE",
    "SUBJECT",
    "Role",
    "Salience",
]

_RECENCY = 100
_SUBJECT = 80
_OBJECT = 50
_OBLIQUE = 40
_HEAD = 80
_NOT_ADVERBIAL = 50
_PARALLEL = 35
CATAPHORA = 175
"""What a name that comes only after its pronoun has to make up for."""
# What weighs less than this after halving is out of view: a name mentioned once, after nine sentences.
_LEAST = 1.0
# So many people at most are weighed for one pronoun, the latest first.
_MOST = 40
_FORGOTTEN = 60


class Role(NamedTuple):
    """What a mention is in its sentence: what it weighs, and whether as a subject."""

    weight: int
    subject: bool


def _role(place: int, *, subject: bool = False, adverbial: bool = False) -> Role:
    return Role(_RECENCY + place + _HEAD + (0 if adverbial else _NOT_ADVERBIAL), subject)


SUBJECT = _role(_SUBJECT, subject=True)
OBJECT = _role(_OBJECT)
OBLIQUE = _role(_OBLIQUE)
ADVERBIAL = _role(_OBLIQUE, adverbial=True)
INNER = Role(_RECENCY + _NOT_ADVERBIAL, subject=False)
INNER_SUBJECT = Role(_RECENCY + _NOT_ADVERBIAL, subject=True)


@define(slots=True)
class _View:
    weight: float
    sentence: int
    subject: bool
    at: int


@define(slots=True)
class Salience:
    """The entities in view, with their weights at the sentence of their last mention."""

    _views: dict[Entity, _View] = field(factory=dict)

    def mention(self, entity: Entity, at: int, sentence: int, role: Role) -> None:
        """Note a mention at a token; several in one sentence count as the weightiest."""
        view = self._views.pop(entity, None)
        if view is None:
            view = _View(role.weight, sentence, role.subject, at)
        elif view.sentence == sentence:
            view.weight = max(view.weight, role.weight)
            view.subject = view.subject or role.subject
            view.at = at
        else:
            weight = view.weight * 0.5 ** (sentence - view.sentence) + role.weight
            view = _View(weight, sentence, role.subject, at)
        self._views[entity] = view
        if len(self._views) > _MOST:
            self._views.pop(next(iter(self._views)))

    def ranked(self, sentence: int, *, within: int = _FORGOTTEN) -> list[tuple[float, Entity]]:
        """Who is in view at a sentence, with their weights as antecedents of a subject.

        The earlier mentioned stand first; `within` so many sentences they were last mentioned.
        """
        found, forgotten = [], []
        for entity, view in self._views.items():
            past = sentence - view.sentence
            weight = view.weight * 0.5**past
            if weight < _LEAST:
                forgotten.append(entity)
            elif past <= within:
                found.append((weight + _PARALLEL if view.subject else weight, entity))
        for entity in forgotten:
            del self._views[entity]
        return found

    def subjects(self, sentence: int) -> Iterator[tuple[int, Entity]]:
        """Who is a subject of a sentence and has not been mentioned since, and at which token."""
        for entity, view in self._views.items():
            if view.subject and view.sentence == sentence:
                yield view.at, entity
