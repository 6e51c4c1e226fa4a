"""Who says so: the three spans of an attribution, and the speakers of a document."""

from typing import Literal

from attrs import field, frozen

from claimcheck.model.span import Span

__all__ = ["Act", "Attribution", "Flag", "Form", "Speaker"]

Form = Literal["direct", "indirect", "mixed"]
Act = Literal["reporting", "attitude"]
Flag = Literal["negated", "modal", "question", "hedged"]


@frozen
class Attribution:
    """Source, cue and content, as PARC and PolNeAR mark them.

    Each is a tuple of spans because a quotation may be split by its tag; any may be empty. `speaker` is the
    resolved name ("Sergei Shoigu" for "He"), or None. `because` names the rule and the lexicon entry that
    made it, so that every attribution can be explained.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    form: Form = "indirect"
    act: Act = "reporting"
    speaker: str | None = None
    flags: frozenset[Flag] = field(default=frozenset())
    because: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """From the first character of any part to the last."""
        parts = (*self.source, *self.cue, *self.content)
        return Span(min(part.start for part in parts), max(part.end for part in parts))

    def covers(self, span: Span) -> bool:
        """Whether `span` lies in the content."""
        return any(part.start <= span.start and span.end <= part.end for part in self.content)


@frozen
class Speaker:
    """Somebody or something that a document quotes, with every mention of them as written."""

    name: str
    mentions: tuple[Span, ...]
    titles: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()
    plural: bool = False
