"""An attribution in the making, in token indexes, and the sentence that it is made in."""

from attrs import define, field

from claimcheck.lexicon.cues import Cue
from claimcheck.model import Act, Flag

__all__ = ["Draft", "Range", "Site", "drafted"]

Range = tuple[int, int]
"""Half-open range of token indexes."""


@define(slots=True)
class Draft:
    """Source, cue and content as token ranges; `rule` and `lemma` say what made it.

    `antecedent` is what a relative pronoun stands for. `reach` is the token at which its last sentence ends.
    """

    source: Range | None
    cue: Range
    content: list[Range]
    rule: str
    lemma: str
    act: Act = "reporting"
    flags: frozenset[Flag] = frozenset()
    antecedent: Range | None = None
    reach: int = 0
    nested: bool = False


@define(slots=True)
class Site:
    """A cue verb where it stands: its sentence `floor:ceiling`, its verb group and what is known of it.

    `shared` says that the subject is that of another verb, `vouched` that this verb attributes too.

    `behind` is the token behind the verb, or behind the phrase that it begins ("made it clear").
    """

    at: int
    cue: Cue
    floor: int
    ceiling: int
    start: int
    kind: str = "finite"
    passive: bool = False
    flags: frozenset[Flag] = field(default=frozenset())
    subject: Range | None = None
    antecedent: Range | None = None
    shared: bool = False
    vouched: bool = False
    sentence: int = 0
    behind: int = 0


def drafted(
    found: Site,
    source: Range | None,
    cue_end: int,
    content: list[Range],
    rule: str,
    antecedent: Range | None = None,
) -> Draft:
    """A draft of a verb; of its content what has words: a preposition may end its sentence."""
    cue = found.cue
    return Draft(
        source,
        (found.start, cue_end),
        [part for part in content if part[0] < part[1]],
        rule,
        cue.lemma,
        cue.act,
        found.flags,
        antecedent,
        found.ceiling,
    )
