"""Written forms: plurals, conditions and prefixes."""

from collections.abc import Iterator

from claimcheck.lexicon.rows import Form, Position

__all__ = ["name", "plural", "prefixed", "symbol"]

_POSITIONS: dict[str, Position] = {"before": "before", "after": "after", "either": "either"}


def name(text: str) -> Form:
    """A name with its plural, in lower case: "mile", "foot|feet", "pond if science"."""
    text, needs, position = _conditions(text)
    singular, bar, given = text.lower().partition("|")
    return Form(singular, given if bar else plural(singular), symbol=False, needs=needs, position=position)


def symbol(text: str, default: Position = "after") -> Form:
    """A symbol, case and all: "km", "in if digits", "kr if either"."""
    text, needs, position = _conditions(text, default)
    return Form(text, text, symbol=True, needs=needs, position=position)


def _conditions(text: str, position: Position = "after") -> tuple[str, frozenset[str], Position]:
    if " if " not in text:
        return text, frozenset(), position
    text, _, listed = text.partition(" if ")
    needs = {each.strip() for each in listed.split(",")}
    for each in needs & _POSITIONS.keys():
        position = _POSITIONS[each]
    return text, frozenset(needs - _POSITIONS.keys()), position


def plural(singular: str) -> str:
    """The regular English plural of a unit's name: "mile per hour" → "miles per hour", "inch" → "inches".

    The head is the word before "per", "of", "a", "an" or "to the", else the last word.
    """
    words = singular.split(" ")
    head = next((index for index, word in enumerate(words) if index and word in _AFTER_THE_HEAD), len(words))
    words[head - 1] = _plural(words[head - 1])
    return " ".join(words)


_AFTER_THE_HEAD = frozenset(("per", "of", "a", "an", "to"))


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def prefixed(form: Form, prefix: str, symbols: tuple[str, ...]) -> Iterator[Form]:
    """The form with an SI or binary prefix, by its name for names and by its symbols for symbols.

    A name with a prefix is no everyday word and needs no context: a mole may be an animal, a millimole not.
    """
    if form.symbol:
        for each in symbols:
            together = each + form.singular
            yield Form(together, together, symbol=True, needs=form.needs - {"digits"})
    else:
        yield Form(prefix + form.singular, prefix + form.plural, symbol=False)
