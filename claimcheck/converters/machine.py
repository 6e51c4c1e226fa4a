"""A stateful machine for converter objects: settings that change, caches that must not remember them.

TestConverter = converter_machine(
    Converter, "km", "mile",
    settings={"places": st.integers(0, 3)},
    rounding_under=lambda settings: settings["places"],
).TestCase
"""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Unpack

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from hypothesis.strategies import DataObject, SearchStrategy

from claimcheck.converters.contract import Contract, Input
from claimcheck.converters.declare import Options, contract_for
from claimcheck.converters.declared import Rounding
from claimcheck.converters.diagnosis import diagnosed
from claimcheck.converters.examine import ConverterError
from claimcheck.converters.inputs import values
from claimcheck.converters.laws.base import Broken
from claimcheck.converters.laws.truth import wanted
from claimcheck.errors import ConfigurationError

__all__ = ["ConverterMachine", "converter_machine"]

Settings = dict[str, Any]
_CLEARERS = ("cache_clear", "clear_cache", "clear", "reset")


class ConverterMachine(RuleBasedStateMachine):
    """Converts, sets, forgets, converts again; `converter_machine` makes subclasses for an object."""

    factory: ClassVar[Callable[[], Any]]
    method: ClassVar[str]
    base: ClassVar[Contract]
    drawn: ClassVar[Mapping[str, SearchStrategy[Any]]] = {}
    rounding: ClassVar[Callable[[Settings], str | int | Rounding | None]]
    assign: ClassVar[Callable[[Any, str, Any], None]]
    cases: ClassVar[SearchStrategy[Input]]

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[Input] = []
        self.settings: Settings = {}
        self.converter: Any = None

    @initialize(data=st.data())
    def build(self, data: DataObject) -> None:
        """Make the object; its settings are what it starts with, and those that cannot be read are set."""
        self.converter = type(self).factory()
        for name, drawn in self.drawn.items():
            if hasattr(self.converter, name):
                self.settings[name] = getattr(self.converter, name)
            else:
                self._set(name, data.draw(drawn, label=name))

    @rule(data=st.data())
    def convert(self, data: DataObject) -> None:
        """A figure that may be new."""
        case = data.draw(self.cases, label="figure")
        self._check(case)
        self.seen.append(case)

    @rule(data=st.data())
    def convert_again(self, data: DataObject) -> None:
        """A figure that was converted before, perhaps under other settings."""
        if self.seen:
            self._check(data.draw(st.sampled_from(self.seen), label="figure, again"))

    @rule(data=st.data())
    def change_a_setting(self, data: DataObject) -> None:
        """Any of the settings, to anything that it may be."""
        if self.drawn:
            name = data.draw(st.sampled_from(sorted(self.drawn)), label="setting")
            self._set(name, data.draw(self.drawn[name], label=name))

    @rule()
    def clear_the_cache(self) -> None:
        """If the object has a way to."""
        named = [each for each in _CLEARERS if hasattr(self.converter, each)]
        clear = getattr(self.converter, named[0]) if named else None
        if callable(clear):
            clear()

    @invariant()
    def settings_stay(self) -> None:
        """As they were set last, whatever is converted."""
        for name, value in self.settings.items():
            found = getattr(self.converter, name, value)
            if found != value:
                raise ConverterError(f"{name} was set to {value!r} and is now {found!r}")

    def _set(self, name: str, value: object) -> None:
        self.settings[name] = value
        type(self).assign(self.converter, name, value)

    def _check(self, case: Input) -> None:
        rounding = Rounding.parse(type(self).rounding(dict(self.settings)))
        contract = evolve(self.base, function=getattr(self.converter, self.method), rounding=rounding)
        answer = contract.ask(case.raw)
        least, most = contract.bounds(case.value)
        if answer.value is not None and least <= answer.value <= most:
            return
        if answer.refused and contract.may_refuse(case.value):
            return
        broken = diagnosed(contract, Broken.at(case, wanted(contract, case.value), answer))
        under = ", ".join(f"{name}={value!r}" for name, value in self.settings.items())
        message = f"{broken.given}: expected {broken.expected}, got {broken.got}"
        cause = f" ({broken.cause}: {broken.explanation})" if broken.cause else ""
        raise ConverterError(f"{message}{' under ' + under if under else ''}{cause}")


def converter_machine(  # noqa: PLR0913 # most are keyword-only
    factory: Callable[[], Any],
    source: str,
    target: str,
    *,
    settings: Mapping[str, SearchStrategy[Any]] | None = None,
    rounding_under: Callable[[Settings], str | int | Rounding | None] | None = None,
    method: str = "convert",
    assign: Callable[[Any, str, Any], None] | None = None,
    **options: Unpack[Options],
) -> type[ConverterMachine]:
    """A Hypothesis state machine for what `factory` makes: an object with a method that converts.

    `settings` are attributes and what they may be set to; where they are set by a call, `assign(object, name,
    value)` makes it. `rounding_under` says what the converter should
    round to under the settings of the moment (without it, `rounding` always). The rules convert new figures,
    convert old ones again, change a setting, and clear the cache if the object has a way to; results must be
    right under the settings of the moment, and settings must stay as they were set. `.TestCase` is a test for
    pytest and unittest.

    Raises:
        UnitError: as `check_converter`.
        ConfigurationError: as `check_converter`, or the object lacks the method or a setting.
    """
    drawn = dict(settings or {})
    probe = factory()
    wanted_names = (method, *(() if assign else drawn))
    missing = [name for name in wanted_names if not hasattr(probe, name)]
    if missing:
        raise ConfigurationError(f"{type(probe).__name__} has no {', '.join(missing)}")
    base = contract_for(_unused, source, target, **options)
    if not isinstance(base, Contract):
        raise ConfigurationError("a machine converts figures, not text")
    name = f"{getattr(factory, '__name__', type(probe).__name__)}Machine"
    made = {
        "factory": staticmethod(factory),
        "method": method,
        "base": base,
        "drawn": drawn,
        "assign": staticmethod(assign or setattr),
        "rounding": staticmethod(rounding_under or (lambda _: base.rounding)),
        "cases": values(base),
    }
    return type(name, (ConverterMachine,), made)


def _unused(value: object) -> object:
    return value
