"""What letters right after a figure are: a short scale, a unit, or the end of an ordinal or a decade."""

import regex
from attrs import frozen

from claimcheck.lexicon.labels import Labels
from claimcheck.parse.numerals import Numeral
from claimcheck.parse.quantity.calendar import looks_like_year
from claimcheck.parse.quantity.nouns import counted
from claimcheck.parse.quantity.scene import Scene
from claimcheck.parse.quantity.units import Match, Units

__all__ = ["Letters"]

_AFTER = regex.compile(r"(?:[\x20\u00a0\u202f\u2009]{1,2}|\x20?\r?\n\x20?)")
_OF_THEIR = regex.compile(r"\sof\s(?:its|their|the|our|his|her|these|those)\s")
# The other end of a range or pair, with its letters: "2m [to 3m] barrels".
_TWIN = regex.compile(r"(?:\s(?:to|and|or)\s|\s?[-–—]\s?)\d++(?:[.,]\d++)*(?P<letters>\p{L}{1,3})\b")
_ORDINAL = regex.compile(r"(?<=(?<!1)1)st\b(?!\s?\d{1,2}\s?lbs?\b)|(?<=2)nd\b|(?<=3)rd\b|th\b")
_FORMAT = regex.compile(r"[Kk][ \u00a0-](?<word>\p{L}+)")
_NAMED = regex.compile(r"[ \u00a0]\p{Lu}\p{Ll}")  # "221B Baker Street"
_DECADE = regex.compile(r"(?:the|her|his|their|early|mid|late|in|my|our)[\s’'-]{1,2}$", regex.IGNORECASE)
_APOSTROPHES = ("'", "’", "‘")
_HYPHENS = ("-", "‐", "‑")
_LONGEST_DECADE = 8
_RUPEES = ("₹", "Rs", "Rs.", "INR")


@frozen(eq=False)
class Letters:
    """Judges the letters after figures."""

    units: Units
    labels: Labels

    def are_scale(
        self, scene: Scene, needs: frozenset[str], place: tuple[int, int], unit: Match | None, sign: str
    ) -> bool:
        """Whether an abbreviation at `place` (figure's end, its own end) is a scale: what it needs is there.

        `unit` is the unit that may be read instead, `sign` the currency before the figure.
        """
        end = place[1]
        spaced = scene.text[place[0]].isspace()
        if unit is not None and unit.end > end and not (sign and not spaced):
            return False
        if not needs or (sign and "money" in needs):
            return True
        if "rupees" in needs:
            return sign in _RUPEES
        if self._is_format(scene.text, place[0]):
            return False
        bare = "bare" in needs and unit is None and not _NAMED.match(scene.text, end)
        if spaced:
            return bare and "apart" in needs and scene.text[end : end + 1] not in _HYPHENS
        twin = _TWIN.match(scene.text, end)
        if twin and twin["letters"] == scene.text[place[0] : end]:
            end = twin.end()  # "2m to 3m barrels"
        return self._before_noun(scene, needs, end, unit) or bare

    def _before_noun(self, scene: Scene, needs: frozenset[str], end: int, unit: Match | None) -> bool:
        following = _AFTER.match(scene.text, end)
        if following is None:
            return False
        after = self.units.match(scene, following.end())
        if after is not None and after.unit.kind == "money":
            return "money" in needs
        if "noun" not in needs:
            return False
        if after is not None and not after.symbol and after.unit.kind != "length":
            return True
        return self._counts(scene.text, end, strictly=unit is not None)

    def _counts(self, text: str, end: int, *, strictly: bool) -> bool:
        """Whether what follows is counted; `strictly` only what is counted by the million."""
        of = _OF_THEIR.match(text, end)
        begin, stop = counted(text, of.end() - 1 if of else end, self.labels)
        noun = text[begin:stop].rpartition(" ")[2].lower()
        return bool(noun) and (not strictly or noun in self.labels.millions)

    def _is_format(self, text: str, start: int) -> bool:
        """Whether a K makes a name of a picture or a race: "4K video", "a 5K run"."""
        found = _FORMAT.match(text, start)
        return found is not None and found["word"].lower() in self.labels.formats

    def are_ending(self, text: str, numeral: Numeral, unit: Match) -> bool:
        """Whether a joined "s" or "st" makes a plural, a decade or an ordinal: "the 1980s", "747s", "21st".

        A capital unit word after a year is a name: "in 2016 Stone spoke"; "1636 US gallons" is a volume.
        """
        if not numeral.plain:
            return False
        if unit.start != numeral.end:
            named = text[unit.start].isupper() and text[unit.start + 1 : unit.start + 2].islower()
            return named and not unit.symbol and looks_like_year(numeral)
        if self._is_format(text, unit.start):
            return True
        if text[unit.start : unit.end] != "s":
            return bool(_ORDINAL.match(text, unit.start))
        if looks_like_year(numeral) or text[numeral.start - 1 : numeral.start] in _APOSTROPHES:
            return True
        window = text[max(0, numeral.start - _LONGEST_DECADE) : numeral.start]
        return numeral.zeros > 0 and bool(_DECADE.search(window))
