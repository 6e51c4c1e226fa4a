"""A claim: any statement that can be checked or that somebody answers for."""

from typing import Literal

from attrs import frozen

from claimcheck.model.attribution import Attribution
from claimcheck.model.conversion import Conversion, Multiple
from claimcheck.model.quantity import Quantity
from claimcheck.model.span import Span

__all__ = ["Claim", "ClaimKind"]

ClaimKind = Literal["attribution", "conversion", "multiple", "quantity"]


@frozen
class Claim:
    """One line of the report: where it stands, what kind it is, and the parsed thing itself."""

    span: Span
    kind: ClaimKind
    subject: Quantity | Conversion | Multiple | Attribution
