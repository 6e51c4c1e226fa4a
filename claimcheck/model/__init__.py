"""Frozen value types. They hold facts and keep their own invariants; they know no pint and no regex."""

from claimcheck.model.attribution import Act, Attribution, Flag, Form, Speaker
from claimcheck.model.claim import Claim, ClaimKind
from claimcheck.model.config import Config, Profile
from claimcheck.model.conversion import (
    Assessment,
    Cause,
    Conversion,
    Correction,
    How,
    Multiple,
    Reference,
    Relation,
    Verdict,
)
from claimcheck.model.diagnostic import Diagnostic, Edit, Fix, Plain, Related, Severity
from claimcheck.model.quantity import Bound, Figure, Modifier, Quantity, Shape, Unit
from claimcheck.model.span import Span
from claimcheck.model.suppression import Suppression

__all__ = [
    "Act",
    "Assessment",
    "Attribution",
    "Bound",
    "Cause",
    "Claim",
    "ClaimKind",
    "Config",
    "Conversion",
    "Correction",
    "Diagnostic",
    "Edit",
    "Figure",
    "Fix",
    "Flag",
    "Form",
    "How",
    "Modifier",
    "Multiple",
    "Plain",
    "Profile",
    "Quantity",
    "Reference",
    "Related",
    "Relation",
    "Severity",
    "Shape",
    "Span",
    "Speaker",
    "Suppression",
    "Unit",
    "Verdict",
]
