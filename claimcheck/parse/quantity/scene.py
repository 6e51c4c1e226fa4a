"""What surrounds a figure, as far as a reading of a unit depends on it."""

import regex
from attrs import define, field

from claimcheck.lexicon.contexts import Contexts

__all__ = ["Scene"]

_WORDS = regex.compile(r"[a-z]+")


@define(eq=False)
class Scene:
    """A text, and which contexts it shows around a place.

    `digits` and `joined` tell of the figure before a unit: written in digits, and with nothing in between;
    `inner` that it goes on with a larger unit (the inches of "5 ft 3 in").
    """

    text: str
    contexts: Contexts
    digits: bool = True
    joined: bool = False
    inner: bool = False
    _at: int = field(default=-1, init=False)
    _near: frozenset[str] = field(default=frozenset(), init=False)

    def allows(self, needs: frozenset[str], start: int) -> bool:
        """Whether every condition holds for a unit at `start`."""
        return all(self._shows(need, start) for need in needs)

    def _shows(self, need: str, start: int) -> bool:
        if need == "digits":
            return self.digits
        if need == "joined":
            return self.joined and self.digits
        if self._at != start:
            reach = self.contexts.reach
            window = self.text[max(0, start - reach) : start + reach].lower()
            self._at, self._near = start, frozenset(_WORDS.findall(window))
        return not self._near.isdisjoint(self.contexts.words.get(need, ()))
