"""A place where the writer asks for silence."""

from typing import Literal

from attrs import frozen

from claimcheck.model.span import Span

__all__ = ["Suppression"]


@frozen
class Suppression:
    """A comment that speaks to claimcheck: `off`, `on`, or `ignore` with the codes or names of rules.

    `span` is the comment in the document's text, `covers` the text that it silences; both are the same, and
    silence nothing, for one that cannot be followed, and `problem` says why. `unused` holds what it named
    and no finding needed: rules of an `ignore`, "off" of an `off`.
    """

    span: Span
    action: Literal["off", "on", "ignore"]
    codes: tuple[str, ...]
    covers: Span
    unused: tuple[str, ...] = ()
    problem: str | None = None

    def silences(self, span: Span, code: str, name: str) -> bool:
        """Whether a finding of a rule that begins in `span` is not to be heard."""
        if self.action == "on" or self.problem:
            return False
        named = self.action == "off" or code in self.codes or name in self.codes
        return named and self.covers.start <= span.start < max(self.covers.end, self.covers.start + 1)
