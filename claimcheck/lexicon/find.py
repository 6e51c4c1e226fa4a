"""What a person means who names a unit: "nautical mile", "NM", "km/h", "square feet"."""

from collections.abc import Iterator
from difflib import get_close_matches

from attrs import evolve

from claimcheck.lexicon import Lexicon, Reading, Row
from claimcheck.lexicon.sheet import cited
from claimcheck.model import Unit

__all__ = ["described", "readings", "suggestions"]

_LONGEST = 80  # characters; difflib is quadratic, and no unit has a longer name
_POWERS = {"square": 2, "sq": 2, "sq.": 2, "cubic": 3, "cu": 3, "cu.": 3}
_RAISED = {"²": 2, "³": 3, "^2": 2, "^3": 3}


def readings(name: str, lexicon: Lexicon) -> tuple[Reading, ...]:
    """Everything that a name or symbol may stand for, likeliest first; composed if it is a quotient or power.

    Empty where nobody knows it.
    """
    name = " ".join(name.split())
    if len(name) > _LONGEST:
        return ()
    listed = tuple(dict.fromkeys(_listed(name, lexicon)))
    if listed:
        return listed
    made = _composed(name, lexicon)
    return (Reading(made, name),) if made else ()


def _listed(name: str, lexicon: Lexicon) -> Iterator[Reading]:
    yield from lexicon.spellings.get(name, ())
    yield from lexicon.currencies.get(name, ())
    if name.lower() != name:
        for table in (lexicon.spellings, lexicon.currencies):
            yield from (each for each in table.get(name.lower(), ()) if not each.symbol)
    row = lexicon.units.get(name)
    if row is not None and name not in lexicon.spellings:
        yield Reading(row.unit, name)


def _composed(name: str, lexicon: Lexicon) -> Unit | None:
    for link in (" per ", "/"):
        if link in name:
            first, *below = name.split(link)
            parts = [_single(each, lexicon) for each in (first, *below)]
            known = [each for each in parts if each is not None]
            return lexicon.algebra.per(known[0], *known[1:]) if len(known) == len(parts) else None
    return _single(name, lexicon)


def _single(name: str, lexicon: Lexicon) -> Unit | None:
    name = name.strip()
    found = next(_listed(name, lexicon), None)
    if found is not None:
        return found.unit
    word, _, rest = name.partition(" ")
    power = _POWERS.get(word.lower())
    if power is None:
        sign = next((each for each in _RAISED if name.endswith(each)), None)
        if sign is None:
            return None
        rest, power = name.removesuffix(sign), _RAISED[sign]
    base = next((each for each in _listed(rest, lexicon) if each.unit.kind == "length"), None)
    return lexicon.algebra.power(base.unit, power) if base else None


def described(unit: Unit, lexicon: Lexicon) -> Row:
    """The row of a unit, its source in full; a bare one if the unit is composed."""
    row = lexicon.units.get(unit.name) or lexicon.money.get(unit.name)
    if row is None:
        return Row(unit.name, unit.kind, unit.system, (), (), "composed of its parts")
    return evolve(row, source=cited(row.source, lexicon.legend))


def suggestions(name: str, lexicon: Lexicon, count: int = 3) -> tuple[str, ...]:
    """The known names that are nearest to one that nobody knows."""
    if len(name) > _LONGEST:
        return ()
    known = {*lexicon.spellings, *(each for each in lexicon.currencies if len(each) > 1)}
    return tuple(get_close_matches(name.lower(), known, n=count, cutoff=0.7))
