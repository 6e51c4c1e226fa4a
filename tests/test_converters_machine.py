"""The state machine finds caches that forget the settings, and leaves careful objects alone."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st

from claimcheck.converters.examine import ConverterError
from claimcheck.converters.machine import ConverterMachine, converter_machine
from claimcheck.errors import ConfigurationError

FEW = settings(max_examples=30, stateful_step_count=20, database=None, deadline=None, derandomize=True)


class Careful:
    """Remembers a result under everything that it depends on."""

    def __init__(self) -> None:
        self.places = 1
        self.cache: dict[tuple[float, int], float] = {}

    def convert(self, km: float) -> float:
        return self.cache.setdefault((km, self.places), round(km / 1.609344, self.places))

    def clear(self) -> None:
        self.cache.clear()


class Careless(Careful):
    """Remembers it under the figure alone."""

    def convert(self, km: float) -> float:
        return self.cache.setdefault((km, 0), round(km / 1.609344, self.places))


class Forgetful(Careful):
    """Goes back to its own number of places when the cache is cleared."""

    def clear(self) -> None:
        self.places = 1


def machine(kind: type[Careful]) -> type[ConverterMachine]:
    return converter_machine(
        kind,
        "km",
        "mile",
        settings={"places": st.integers(0, 3)},
        rounding_under=lambda under: int(under["places"]),
    )


def run(kind: type[Careful]) -> None:
    case = machine(kind).TestCase
    case.settings = FEW
    case("runTest").debug()


def test_a_careful_object_passes() -> None:
    run(Careful)


def test_a_poisoned_cache_is_found() -> None:
    with pytest.raises(ConverterError, match="under places="):
        run(Careless)


def test_a_setting_that_does_not_stay_is_found() -> None:
    with pytest.raises(ConverterError, match="places was set to"):
        run(Forgetful)


def test_what_the_object_lacks_is_said_at_once() -> None:
    with pytest.raises(ConfigurationError, match="Careful has no digits"):
        converter_machine(Careful, "km", "mile", settings={"digits": st.integers()})
    with pytest.raises(ConfigurationError, match="text"):
        converter_machine(Careful, "km", "mile", form="text")


class Configured:
    """Its settings are set by a call, and cannot be read."""

    def __init__(self) -> None:
        self._options: dict[str, int] = {}
        self._cache: dict[float, float] = {}

    def configure(self, **options: int) -> None:
        self._options |= options

    def convert(self, km: float) -> float:
        return round(km / 1.609344, self._options["places"])


class Stale(Configured):
    """Its cache knows nothing of that call."""

    def convert(self, km: float) -> float:
        return self._cache.setdefault(km, super().convert(km))


@pytest.mark.parametrize("kind", [Configured, Stale])
def test_settings_may_be_set_by_a_call(kind: type[Configured]) -> None:
    case = converter_machine(
        kind,
        "km",
        "mile",
        settings={"places": st.integers(0, 3)},
        rounding_under=lambda under: int(under["places"]),
        assign=lambda thing, name, value: thing.configure(**{name: value}),
    ).TestCase
    case.settings = FEW
    if kind is Configured:
        case("runTest").debug()
        return
    with pytest.raises(ConverterError, match="under places="):
        case("runTest").debug()
