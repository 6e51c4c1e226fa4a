"""Trying the laws on a converter, and telling what came of it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal

from attrs import frozen

from claimcheck.converters.contract import Contract, Converter
from claimcheck.converters.declare import Options, contract_for
from claimcheck.converters.marking import declaration_of
from claimcheck.errors import ClaimcheckError, ConfigurationError

if TYPE_CHECKING:
    from typing import Unpack

    from claimcheck.converters.laws import Broken, Law
    from claimcheck.converters.prose import TextContract

__all__ = ["ConverterError", "LawReport", "Tried", "applicable", "check_converter", "examine", "try_law"]

EXAMPLES = 200
"""The default budget of examples for one converter, all laws together."""

_FEWEST = 5


class ConverterError(ClaimcheckError, AssertionError):
    """A converter breaks a law: the message has law, smallest input, expected, got and the likely cause."""


@frozen
class Tried:
    """What came of one law: kept, broken (with the smallest case), or skipped (with the reason)."""

    law: "Law"
    status: Literal["kept", "broken", "skipped"]
    broken: "Broken | None" = None
    reason: str = ""
    examples: int = 0

    def __str__(self) -> str:
        """The failure as it is shown to people; one line for a law that is kept or skipped."""
        if self.broken is None:
            note = f" ({self.reason})" if self.reason else ""
            return f"{self.status} {self.law.name}: {self.law.title}{note}"
        lines = [
            f"broken {self.law.name}: {self.law.title}",
            f"    input     {self.broken.given}",
            f"    expected  {self.broken.expected}",
            f"    got       {self.broken.got}",
        ]
        cause = " – ".join(filter(None, (self.broken.cause, self.broken.explanation)))
        return "\n".join([*lines, f"    cause     {cause}"] if cause else lines)


@frozen
class LawReport:
    """All laws and what came of them, for one converter; or the `problem` for which none could be tried."""

    name: str
    subject: str
    tried: tuple[Tried, ...]
    seed: int
    examples: int
    problem: str = ""

    @property
    def broken(self) -> tuple[Tried, ...]:
        """The laws that the converter breaks."""
        return tuple(each for each in self.tried if each.status == "broken")

    def __str__(self) -> str:
        if self.problem:
            return f"{self.name}: {self.subject}\n  could not be tried: {self.problem}"
        told = [each for each in self.tried if each.status != "skipped"]
        lines = [f"{self.name}: {self.subject}", *(f"  {each}".replace("\n", "\n  ") for each in told)]
        kept = len(told) - len(self.broken)
        lines.append(
            f"{kept} laws kept, {len(self.broken)} broken (seed {self.seed}, {self.examples} examples)"
        )
        return "\n".join(lines)

    def raise_if_broken(self) -> None:
        """Raise what a test should fail with, if any law is broken."""
        if self.broken:
            told = "\n".join(str(each) for each in self.broken)
            raise ConverterError(f"{self.name} breaks the laws of {self.subject} (seed {self.seed})\n{told}")


def check_converter(
    function: Converter,
    source: str | None = None,
    target: str | None = None,
    *,
    examples: int = EXAMPLES,
    seed: int = 0,
    **options: "Unpack[Options]",
) -> LawReport:
    """Hold a converter to every law that applies to it, within a budget of `examples` for all of them.

    Units and options that are not given are those of `@converts`, if the function carries it.

    Raises:
        ConverterError: a law is broken.
        UnitError: a unit is unknown or ambiguous, or the two measure different things.
        ConfigurationError: a unit is missing, an option cannot be followed, or Hypothesis is not installed.
    """
    declared = declaration_of(function)
    if declared is not None:
        source, target = source or declared.source, target or declared.target
        options = {**declared.options, **options}
    if source is None or target is None:
        raise ConfigurationError(f"{function!r}: name both units, or declare them with @converts")
    report = examine(contract_for(function, source, target, **options), examples=examples, seed=seed)
    report.raise_if_broken()
    return report


def examine(contract: "Contract | TextContract", *, examples: int = EXAMPLES, seed: int = 0) -> LawReport:
    """The same for a contract, without raising."""
    laws = laws_for(contract)
    shares = _shares(contract, laws, examples)
    tried = tuple(try_law(law, contract, examples=shares.get(law.name, 0), seed=seed) for law in laws)
    subject = f"{contract.names[0]} to {contract.names[1]}"
    if contract.rounding:
        subject += f", rounded to {contract.rounding}"
    return LawReport(contract.name, subject, tried, seed, sum(each.examples for each in tried))


def applicable(contract: "Contract | TextContract") -> Iterator["Law"]:
    """The laws that have something to say about a contract, in the order in which they are told."""
    return (law for law in laws_for(contract) if law.applies(contract) is None)


def try_law(
    law: "Law", contract: "Contract | TextContract", *, examples: int = EXAMPLES, seed: int = 0
) -> Tried:
    """Try one law, and look for the cause if it is broken."""
    from claimcheck.converters.diagnosis import diagnosed  # noqa: PLC0415 # loads Hypothesis
    from claimcheck.converters.search import search  # noqa: PLC0415 # the same

    reason = law.applies(contract)
    if reason is not None:
        return Tried(law, "skipped", reason=reason)
    found = search(law, contract, examples=examples, seed_value=seed)
    if found.broken is None:
        return Tried(law, "kept", examples=found.examples)
    broken = diagnosed(contract, found.broken) if isinstance(contract, Contract) else found.broken
    return Tried(law, "broken", broken, examples=found.examples)


def laws_for(contract: "Contract | TextContract") -> tuple["Law", ...]:
    """All laws of converters of figures, or all of converters of text.

    Raises:
        ConfigurationError: Hypothesis is not installed.
    """
    try:
        from claimcheck.converters.laws import NUMERIC, PROSE  # noqa: PLC0415 # Hypothesis costs 200 ms
    except ModuleNotFoundError as error:
        remedy = 'pip install hypothesis (or, in a checkout of claimcheck, pip install -e ".[testing]")'
        raise ConfigurationError(f"the laws need Hypothesis: {remedy}") from error
    return NUMERIC if isinstance(contract, Contract) else PROSE


def _shares(contract: Any, laws: Sequence["Law"], examples: int) -> dict[str, int]:  # noqa: ANN401 # any subject
    """How many examples each law gets: all of a short list, and of the rest a part by weight."""
    shares: dict[str, int] = {}
    searched = []
    for law in laws:
        if law.applies(contract) is not None:
            continue
        cases = law.cases(contract)
        if isinstance(cases, Sequence):
            shares[law.name] = len(cases)
        else:
            searched.append(law)
    left = max(examples - sum(shares.values()), 0)
    weights = sum(law.weight for law in searched)
    return shares | {law.name: max(left * law.weight // weights, _FEWEST) for law in searched}
