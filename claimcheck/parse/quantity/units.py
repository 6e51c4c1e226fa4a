"""Units in prose: forms of the lexicon, and what powers, products and "per" make of them.

    unit    := factor (("per" | "/" | "a" | "an") factor | ("·" | "-" | " ") factor)*
    factor  := ["square" | "cubic"] atom ["²" | "squared" | "^2" | "−1" …]

"mph" and "foot-pounds" are atoms; "km per hour", "people per square mile", "g cm−3", "$3 a litre" are made.
"""

from functools import lru_cache
from typing import Final

import regex
from attrs import field, frozen

from claimcheck.lexicon import Lexicon, Reading
from claimcheck.model import Unit
from claimcheck.parse.quantity.atoms import RESTATING, Atoms, atoms
from claimcheck.parse.quantity.products import Factor, manifold, product
from claimcheck.parse.quantity.scene import Scene

__all__ = ["Match", "Units", "units"]

_POWER_WORD = regex.compile(r"(?i:(?<two>square|sq)|cubic|cu)(?:\.\ ?|[\ \u00a0-])")
_POWER = regex.compile(
    r"""(?<up> [²³] | [⁻−-]?[¹²³⁴] | \^\(?[-−]?\d\)? | [\x20]?[-−–⁻]\x20?\d | [234] | \x20[23]
             | \ squared\b | \ cubed\b )
        (?! [\w⁰¹²³⁴⁵⁶⁷⁸⁹] | [.,]\d )""",
    regex.VERBOSE,
)
_WORDS: Final = {"squared": 2, "cubed": 3}
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−–", "0123456789---")
_PER = regex.compile(
    r"""\s?/\s?(?=\S) | [\s-]per[\s-] | [\s-](?<article>an?)[\s-] | \s(?<article>each|every)\s
      | \sto\ the\s""",
    regex.VERBOSE,
)
_OF_PER = regex.compile(r"\s of \s (?:(?!per\b)[\p{L}\d₀-₉-]++ \s){1,3} per \s", regex.VERBOSE)
"""From a unit to what it is divided by, past the name of a substance: "milligrams of oxygen per litre"."""
_MANY = regex.compile(r"1(?:,?0{3}|0{1,2})[\s\u00a0-]?(?=\p{L})")  # "per 100 g", "/1,000 km"
_HUMAN: Final = frozenset(("foot", "stone"))
_UNSAID = regex.compile(r"(?:\d|1[0-3])(?!\w|[.,]\d)")
"""The inches or pounds of "5ft11" and "14st7", whose unit goes without saying."""
_NTH = regex.compile(r"(?<!1)1st$")
_PART = regex.compile(r"\d{1,2}(?:\.\d{1,2})?(?=\p{L})")
_TIMES = regex.compile(r"\x20?[·*×⋅]\x20? | \x20 | - | \.(?=\p{L})", regex.VERBOSE)
_WEAK: Final = frozenset(("", "-", "."))
_METRIC: Final = frozenset(("SI", "metric"))
_LONGEST: Final = 5
_HIGHEST: Final = 4


@frozen
class Match:
    """A unit as written: what it is, what else it may be, and where it ends."""

    unit: Unit
    start: int
    end: int
    others: tuple[Unit, ...] = ()
    symbol: bool = False
    made: bool = False


@frozen(eq=False)
class Units:
    """Matches units at a place in a text."""

    atoms: Atoms = field(repr=False)
    lexicon: Lexicon = field(repr=False)

    def match(self, scene: Scene, start: int) -> Match | None:
        """The unit that begins at `start`; None where none does."""
        first = self._factor(scene, start)
        if first is None:
            return None
        return self._grow(scene, start, [first])

    def rate(self, scene: Scene, start: int, numerator: Unit, end: int) -> Match | None:
        """The unit that "per", "/" or "a" at `end` makes of a numerator that has been read ("$3 a litre")."""
        made = self._grow(scene, start, [Factor(numerator, 1, end)])
        return made if made.made else None

    def is_restated(self, scene: Scene, unit: Match) -> bool:
        """Whether what follows a unit restates it: that of "a pint (568 ml)", "an acre, or 0.4 ha"."""
        opening = RESTATING.match(scene.text, unit.end)
        there = self.match(scene, opening.end()) if opening else None
        kinds = {each.kind for each in (unit.unit, *unit.others)}
        return (
            there is not None
            and there.unit.name != unit.unit.name
            and any(each.kind in kinds for each in (there.unit, *there.others))
        )

    def _grow(self, scene: Scene, start: int, factors: list[Factor]) -> Match:
        end = factors[-1].end
        while len(factors) < _LONGEST:
            following = (
                self._denominator(scene, end)
                or self._multiplied(scene, end, factors[-1])
                or self._concentration(scene, end, factors)
            )
            if following is None or self._is_other_side(scene, end, factors[-1], following):
                break
            factors.append(following)
            end = following.end
        only, last = factors[0], factors[-1]
        if len(factors) == 1 and only.power == 1:
            return Match(only.unit, start, end, only.others, only.symbol)
        _harmonise(factors)
        others = _others(factors, self.lexicon)
        return Match(product(factors, self.lexicon), start, end, others, last.symbol, made=True)

    @staticmethod
    def _is_other_side(scene: Scene, end: int, factor: Factor, following: Factor) -> bool:
        """Whether a slash between blanks sets off a restatement: "619 miles / 1,000 km", not "3 g / 9 g"."""
        between = scene.text[end : following.end]
        slash = between[:1].isspace() and between.lstrip().startswith(("/ ", "/\u00a0"))
        alike = following.unit.kind == factor.unit.kind
        return slash and alike and {following.unit.system, factor.unit.system} - _METRIC != set()

    def _denominator(self, scene: Scene, end: int) -> Factor | None:
        per = _PER.match(scene.text, end)
        if per is None:
            return None
        many = _MANY.match(scene.text, per.end())
        factor = self._factor(scene, many.end() if many else per.end(), denominator=True)
        if factor is None or (per["article"] and factor.symbol):
            return None
        if many is not None:  # 210 kJ/100 g, 5 mg per 100 ml
            unit = manifold(factor.unit, _number(many.group()), self.lexicon) if factor.power == 1 else None
            if unit is None:
                return None
            factor.unit, factor.others = unit, ()
        factor.power = -factor.power
        return factor

    def _concentration(self, scene: Scene, end: int, factors: list[Factor]) -> Factor | None:
        """What a substance is divided by that is named in between: 8 milligrams of oxygen per litre.

        What flows is left as the amount that it is ("3 litres of milk per day"), for a bracket restates that.
        """
        per = _OF_PER.match(scene.text, end) if len(factors) == 1 else None
        factor = self._denominator(scene, per.end() - len(" per ")) if per else None
        return factor if factor is not None and factor.unit.kind != "time" else None

    def _multiplied(self, scene: Scene, end: int, last: Factor) -> Factor | None:
        """Another factor of a product: after "·" any symbol, else one with a negative power."""
        times = _TIMES.match(scene.text, end)
        if times is None or not last.symbol:
            return None
        factor = self._factor(scene, times.end(), denominator=True)
        if factor is None or not factor.symbol:
            return None
        return None if times.group().strip() in _WEAK and factor.power > 0 else factor

    def _factor(self, scene: Scene, start: int, *, denominator: bool = False) -> Factor | None:
        text = scene.text
        atom, power = self.atoms.at(scene, start, denominator=denominator), 1
        if atom is None:
            word = _POWER_WORD.match(text, start)
            atom = self.atoms.at(scene, word.end(), denominator=True) if word else None
            if word is None or atom is None or atom.readings[0].unit.kind != "length":
                return None
            power = 2 if word["two"] else 3
        first, end = atom.readings[0], atom.end
        up = _POWER.match(text, end)
        raised = _raised(text, first, up, denominator=denominator) if up else 0
        if up is not None and raised:
            power, end = power * raised, up.end()
        glued = text[end : end + 1].isalpha() or text[end : end + 1].isdecimal()
        if (glued and text[end - 1].isalnum() and not self._goes_on(scene, end, first)) or abs(
            power
        ) > _HIGHEST:
            return None
        others = dict.fromkeys(each.unit for each in atom.readings[1:] if each.unit != first.unit)
        return Factor(first.unit, power, end, first.symbol, tuple(others))

    def _goes_on(self, scene: Scene, end: int, first: Reading) -> bool:
        """Whether a figure that is written on is a part of the same: "5ft11in", "5ft11", but no "7x7m5"."""
        if (
            first.unit.name in _HUMAN
            and _UNSAID.match(scene.text, end)
            and not _NTH.search(scene.text, max(0, end - 4), end)
        ):
            return True
        part = _PART.match(scene.text, end)
        inner = self.atoms.at(scene, part.end(), denominator=True) if part else None
        return inner is not None and inner.readings[0].unit.kind == first.unit.kind


def _number(written: str) -> int:
    return int("".join(filter(str.isdecimal, written)))


def _raised(text: str, first: Reading, up: "regex.Match[str]", *, denominator: bool) -> int:
    """The power that is written after a unit; 0 where it is none.

    "5 ft 3 in" has no cubic feet: after a blank a power is one only below a line, as in "kg/m 3", or at
    the end of a bracket: "(23,931 in 3)".
    """
    written = up["up"].strip()
    if written in _WORDS:
        return _WORDS[written]
    closed = text[up.end() : up.end() + 1] in (")", "]")
    if up["up"][0] == " " and written.isdecimal() and not (denominator or closed):
        return 0
    if not text[up.start() - 1].isalpha() or not (first.symbol or written.startswith("−")):
        return 0
    if written.isdecimal() and first.unit.kind not in ("length", "time"):
        return 0
    return int(written.translate(_SUPERSCRIPTS).replace(" ", "").strip("^()"))


def _harmonise(factors: list[Factor]) -> None:
    """Put the reading first that is of the metric system where another factor is: a ton per cubic metre."""
    for factor in factors:
        rest = {each.unit.system for each in factors if each is not factor and each.unit.kind != "time"} - {
            ""
        }
        if rest and rest <= _METRIC and factor.others and factor.unit.system not in _METRIC:
            readings = (factor.unit, *factor.others)
            fitting = [each for each in readings if each.system in _METRIC and each.kind == factor.unit.kind]
            factor.unit, *others = sorted(readings, key=lambda each: each not in fitting)
            factor.others = tuple(others)


def _others(factors: list[Factor], lexicon: Lexicon) -> tuple[Unit, ...]:
    """What else a product may be: another reading of one factor at a time."""
    made = []
    for index, factor in enumerate(factors):
        for other in factor.others:
            swapped = list(factors)
            swapped[index] = Factor(other, factor.power, factor.end, factor.symbol)
            made.append(product(swapped, lexicon))
    return tuple(made)


@lru_cache(maxsize=8)
def units(lexicon: Lexicon) -> Units:
    """The matcher for a lexicon; built once."""
    return Units(atoms(lexicon), lexicon)
