"""The laws that a unit converter must keep, and the harness that tries to break them (extra `testing`).

    from claimcheck.converters import check_converter, converts

    check_converter(km_to_miles, "km", "mile", rounding="1dp")

`converts` may stand in production code: importing this package does not import Hypothesis.
"""

from claimcheck.converters.contract import Contract, Refusal
from claimcheck.converters.declare import contract_for
from claimcheck.converters.declared import Rounding
from claimcheck.converters.examine import (
    ConverterError,
    LawReport,
    Tried,
    applicable,
    check_converter,
    examine,
    try_law,
)
from claimcheck.converters.marking import Declaration, converts, declaration_of

__all__ = [
    "Contract",
    "ConverterError",
    "Declaration",
    "LawReport",
    "Refusal",
    "Rounding",
    "Tried",
    "applicable",
    "check_converter",
    "contract_for",
    "converts",
    "declaration_of",
    "examine",
    "try_law",
]
