"""What a rule has to say, in the terms of LSP and SARIF."""

from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen

from claimcheck.model.span import Span

__all__ = ["Diagnostic", "Edit", "Fix", "Plain", "Related", "Severity"]

Plain = str | int | float | bool | None | list["Plain"] | dict[str, "Plain"]


class Severity(StrEnum):
    """How much a finding weighs, heaviest first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@frozen
class Edit:
    """Put `text` in the place of `span`."""

    span: Span
    text: str


@frozen
class Fix:
    """A set of edits that belong together. Only a `certain` one is ever applied without being asked for."""

    title: str
    edits: tuple[Edit, ...]
    certain: bool = False


@frozen
class Related:
    """Another place that bears on the finding."""

    span: Span
    message: str


@frozen
class Diagnostic:
    """One finding: what is wrong, where, and what would mend it. `data` holds plain JSON values."""

    code: str
    name: str
    severity: Severity
    message: str
    span: Span
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()
    data: Mapping[str, Plain] = field(factory=dict, hash=False)
