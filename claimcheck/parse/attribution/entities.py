"""Somebody or something that a text names, and what is known of them."""

from attrs import define, field

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.parse.attribution.draft import Range

__all__ = ["GENDERS", "Entity", "is_plural", "is_role"]

GENDERS = {
    **dict.fromkeys(["he", "him", "his", "himself"], "m"),
    **dict.fromkeys(["she", "her", "hers", "herself"], "f"),
}
"""Pronouns, in lower case, with the gender that they tell."""
_ROLES = ("man", "woman", "person", "ist", "ian", "er", "or", "ee", "ant")
_PLURALS = frozenset(
    ["people", "police", "men", "women", "children", "both", "others", "many", "some", "several"]
)


@define(slots=True, eq=False)
class Entity:
    """Somebody or something by one name, with every mention as a token range in order.

    `person` is whether it can be "he" or "she"; `sure` whether the text or the name says so, rather than only
    that it might be. `gender` is "f", "m" or "" where it is not known; `addressed` if a courtesy title tells
    it.
    """

    name: str
    person: bool
    plural: bool = False
    gender: str = ""
    sure: bool = True
    mentions: list[Range] = field(factory=list)
    titles: list[str] = field(factory=list)
    affiliations: list[str] = field(factory=list)
    addressed: bool = False
    speaks: bool = False
    named: bool = False
    forms: dict[str, int] = field(factory=dict)

    def add_title(self, title: str) -> None:
        """Note a title as written, once."""
        if title and title.lower() not in (known.lower() for known in self.titles):
            self.titles.append(title)

    def add_affiliation(self, affiliation: str) -> None:
        """Note where somebody belongs, as written, once."""
        if affiliation and affiliation not in self.affiliations and affiliation != self.name:
            self.affiliations.append(affiliation)

    def settle_name(self) -> None:
        """Take the form that is written most often: "Ana Ruiz" rather than "Ana Isabel Ruiz"."""
        if self.forms:
            self.name = max(self.forms, key=self.forms.__getitem__)


def is_plural(word: str) -> bool:
    """Whether a noun, in lower case, is a plural or stands for several people."""
    return word in _PLURALS or (word.endswith("s") and not word.endswith(("ss", "us", "is")))


def is_role(word: str, lexicon: CueLexicon) -> bool:
    """Whether a noun, in lower case, says what one person is: an office, a trade, a relation."""
    groups = lexicon.groups
    bare = word.rstrip(".").rpartition("-")[2]
    if bare in groups["title"] or bare in groups["human"] or bare in groups["anybody"]:
        return True
    return bare.endswith(_ROLES) and len(bare) > 3 and bare not in groups["no_role"]  # "per", "or"
