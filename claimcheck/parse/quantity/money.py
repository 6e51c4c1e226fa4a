"""Signs and codes before a figure, most of them currencies: "US$5", "EUR 50m", "RM79", "pH 7"."""

from collections.abc import Mapping
from functools import cache

import regex
from attrs import field, frozen

from claimcheck.lexicon import Lexicon, Reading
from claimcheck.parse.quantity.scene import Scene

__all__ = ["Money", "Sign", "money"]

_LONGEST = 8


@frozen
class Sign:
    """A currency as written before a figure, from `start` to where the figure begins at `end`."""

    readings: tuple[Reading, ...]
    start: int
    end: int
    raw: str


@frozen(eq=False)
class Money:
    """Finds currency signs. `ends` are the characters that one may end with, `codes` those of letters."""

    readings: Mapping[str, tuple[Reading, ...]] = field(repr=False)
    ends: frozenset[str] = field(repr=False)
    codes: tuple[str, ...] = field(repr=False)
    _sign: regex.Pattern[str] = field(repr=False)

    def at(self, scene: Scene, start: int) -> Sign | None:
        """The sign that begins at `start` and a figure follows."""
        return self._read(scene, self._sign.match(scene.text, start))

    def before(self, scene: Scene, end: int, floor: int) -> Sign | None:
        """The sign that ends right before the figure at `end`; nothing before `floor` is looked at."""
        text = scene.text
        last = end - 1
        while last >= floor and end - last <= 2 and text[last] in " \u00a0=":  # noqa: PLR2004 # "Y= 5"
            last -= 1
        if last < floor or text[last] not in self.ends:
            return None
        found = None
        for start in range(last, max(floor, last - _LONGEST) - 1, -1):
            if start and text[start].isalnum() and text[start - 1].isalnum():
                continue
            match = self._sign.match(text, start, end + 2)
            if match is not None and match.end() == end:
                found = match
        return self._read(scene, found)

    def _read(self, scene: Scene, match: "regex.Match[str] | None") -> Sign | None:
        if match is None:
            return None
        scene.digits, scene.joined = True, match.end("sign") == match.end()
        readings = tuple(
            each for each in self.readings[match["sign"]] if scene.allows(each.needs, match.start())
        )
        return Sign(readings, match.start(), match.end(), match["sign"]) if readings else None


def _is_code(tail: str) -> bool:
    """Whether a sign is of letters, with a full stop or stroke at most: "RM", "Rs.", "S/."."""
    return tail.rstrip("./").isalpha()


def _is_shown(sign: str, readings: tuple[Reading, ...]) -> bool:
    """Whether digits written on to a sign do not make a label of it: "RM79"; "R7" takes words of money."""
    return len(sign) > 1 or all("cash" in each.needs for each in readings)


@cache
def money(lexicon: Lexicon) -> Money:
    """The finder for a lexicon; built once."""
    signs = {
        spelling: before
        for spelling, readings in (*lexicon.spellings.items(), *lexicon.currencies.items())
        if (before := tuple(each for each in readings if each.symbol and each.position != "after"))
    }
    for spelling, readings in lexicon.spellings.items():
        named = tuple(each for each in readings if not each.symbol and each.position == "before")
        for form in (spelling, spelling.capitalize(), spelling.upper()) if named else ():
            signs[form] = named
    pattern = regex.compile(
        r"""(?<! \p{L} ) (?<sign> \L<signs> ) =? [\x20\u00a0\u202f\u2009]{0,2} (?= [-−–]?[\d.] )""",
        regex.VERBOSE,
        signs=sorted(signs, key=len, reverse=True),
    )
    tails = {sign: sign.lstrip("$") for sign in signs}
    codes = tuple({tail for sign, tail in tails.items() if _is_code(tail) and _is_shown(sign, signs[sign])})
    return Money(signs, frozenset(sign[-1] for sign in signs), codes, pattern)
