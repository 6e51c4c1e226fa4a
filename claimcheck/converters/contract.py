"""What a converter's owner says of it: units, rounding, types, and what it must refuse."""

from collections.abc import Callable
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import Any, Literal

from attrs import field, frozen

from claimcheck.converters.calling import called
from claimcheck.converters.declared import Rounding
from claimcheck.converters.numbers import NotANumber, as_type, exact, shown
from claimcheck.model import Unit
from claimcheck.units import Scale, scale

__all__ = ["Answer", "Contract", "Converter", "Form", "Input", "Refusal"]

Converter = Callable[..., Any]

Form = Literal["value", "named", "range", "sequence", "text"]
"""How a converter is called: `f(50)`, `f(50, "km", "mile")`, `f(5, 10)` for a range’s ends, `f([5, 10])`;
"text" is a function on whole texts, with laws of its own."""


class Refusal(StrEnum):
    """Input that a converter may be declared to refuse, by raising an exception."""

    NAN = "nan"
    INFINITY = "infinity"
    NEGATIVE = "negative"
    BELOW_ABSOLUTE_ZERO = "below absolute zero"
    TEXT = "text"
    NONE = "none"
    WRONG_DIMENSION = "wrong dimension"


_EXACT_TO_THE_BIT = Fraction(1, 2**50)
_REFUSALS = (ValueError, TypeError, ArithmeticError, LookupError)
_ABSOLUTE_ZERO = {  # 0 K by the definition of the kelvin's scales (SI Brochure, 9th edition, 2.3.1)
    "kelvin": Fraction(0),
    "degree_Celsius": Fraction("-273.15"),
    "degree_Fahrenheit": Fraction("-459.67"),
    "degree_Rankine": Fraction(0),
}


@frozen
class Input:
    """What is passed on: the object, and its exact value (a float is seldom the decimal that is meant)."""

    raw: object = field(repr=shown)
    value: Fraction

    @classmethod
    def of(cls, value: Fraction, kind: type) -> "Input | None":
        """A value as a type has it; None where it has none."""
        raw = as_type(value, kind)
        return None if raw is None else cls(raw, value if kind is str else exact(raw))


@frozen
class Answer:
    """What came back: an object and its value, or the exception that was raised instead."""

    raw: object = None
    value: Fraction | None = None
    error: Exception | None = None

    def __str__(self) -> str:
        if self.error and not isinstance(self.error, NotANumber):
            return f"{type(self.error).__name__}: {self.error}"
        return str(self.error) if self.error else shown(self.raw)

    @property
    def refused(self) -> bool:
        """Whether the input was turned down by an exception that says so, not by a crash."""
        return isinstance(self.error, _REFUSALS) and not isinstance(self.error, NotANumber)


@frozen(eq=False)
class Contract:
    """A converter and everything declared of it; `laws` are judged against this and nothing else.

    `tolerance` is relative: what a float may be off by before rounding. `refuses` must raise; of what is not
    listed, a refusal and a right answer are both in order. `through` is a unit and two converters, into it
    and out of it. `names` are the words that a converter of the form "named" is called with, `aliases`
    further ones that it must know, `arrays` says that it takes numpy arrays, and `threads` that several
    threads call it at once.
    """

    function: Converter
    source: Unit
    target: Unit
    difference: bool = False
    rounding: Rounding = field(factory=Rounding)
    tolerance: Fraction = field(default=Fraction(1, 10**9), converter=Fraction)
    types: tuple[type, ...] = (int, float)
    form: Form = "value"
    names: tuple[str, str] = ("", "")
    inverse: Converter | None = None
    through: tuple[Unit, Converter, Converter] | None = None
    refuses: frozenset[Refusal] = frozenset()
    aliases: frozenset[str] = frozenset()
    arrays: bool = False
    threads: bool = False
    min_value: Fraction | None = None
    max_value: Fraction | None = None

    @cached_property
    def scale(self) -> Scale:
        """The exact truth, from the definitions of both units."""
        return scale(self.source.name, self.target.name, difference=self.difference)

    @property
    def name(self) -> str:
        """The converter by its qualified name, for reports."""
        return getattr(self.function, "__qualname__", None) or repr(self.function)

    @property
    def is_reading(self) -> bool:
        """Whether figures are readings on a temperature scale, which have no common zero."""
        return self.source.name in _ABSOLUTE_ZERO and not self.difference

    @property
    def absolute_zero(self) -> Fraction | None:
        """The figure in the source unit below which there is no reading; None for other kinds."""
        return _ABSOLUTE_ZERO[self.source.name] if self.is_reading else None

    @property
    def floor(self) -> Fraction | None:
        """The least value that means anything: absolute zero, or what is declared."""
        return max((each for each in (self.absolute_zero, self.min_value) if each is not None), default=None)

    def admits(self, value: Fraction) -> bool:
        """Whether a value lies in the declared domain and has a counterpart."""
        return (
            (self.floor is None or value >= self.floor)
            and (self.max_value is None or value <= self.max_value)
            and not (self.scale.reciprocal and not value)
            and not (value < 0 and Refusal.NEGATIVE in self.refuses)
        )

    def may_refuse(self, value: Fraction) -> bool:
        """Whether an exception is a fair answer: a negative figure where no scale goes below zero."""
        return value < 0 and not self.is_reading and self.min_value is None

    def ask(self, raw: object, *, names: tuple[str, str] | None = None) -> Answer:
        """Put one value to the converter, in whatever form it is called."""
        answer = self.call(*self._arguments(raw, names or self.names))
        if answer.error or self.form not in ("range", "sequence"):
            return answer
        try:
            return read(next(iter(answer.raw)))  # type: ignore[call-overload] # the line below catches it
        except (TypeError, StopIteration):
            return Answer(answer.raw, error=NotANumber(f"{shown(answer.raw)}, which holds no figure"))

    def call(self, *arguments: object) -> Answer:
        """Call the function itself and read a number from what it returns, where it is one."""
        try:
            raw = called(self.function, arguments)
        except Exception as error:  # noqa: BLE001 # whatever a converter raises is an answer here
            return Answer(error=error)
        return Answer(raw) if self.form in ("range", "sequence") else read(raw)

    def margin(self, value: Fraction) -> Fraction:
        """How far from the truth a result may be before it is rounded."""
        relative = max(self.tolerance, _EXACT_TO_THE_BIT)
        if self.scale.reciprocal:
            return relative * abs(self.scale(value))
        return relative * (abs(self.scale.slope * value) + abs(self.scale.intercept))

    def bounds(self, value: Fraction) -> tuple[Fraction, Fraction]:
        """The least and the greatest figure that a right converter may give."""
        truth, margin = self.scale(value), self.margin(value)
        least, most = self.rounding.bounds(truth - margin, truth + margin)
        bit = _EXACT_TO_THE_BIT * max(abs(least), abs(most)) if self.rounding else 0
        return least - bit, most + bit

    def slack(self, value: Fraction) -> Fraction:
        """How far a right result may lie from the truth once it is rounded: a step, and the margin."""
        return self.rounding.step(self.scale(value)) + self.margin(value)

    def _arguments(self, raw: object, names: tuple[str, str]) -> tuple[object, ...]:
        match self.form:
            case "named":
                return raw, *names
            case "range":
                return raw, raw
            case "sequence":
                return ([raw],)
        return (raw,)


def read(raw: object) -> Answer:
    """An answer from what a converter returned."""
    try:
        return Answer(raw, exact(raw))
    except NotANumber as error:
        return Answer(raw, error=error)
