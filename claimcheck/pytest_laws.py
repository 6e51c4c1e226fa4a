"""Laws as tests: of functions that carry `@converts`, and of tests that return a converter."""

from collections.abc import Callable, Iterator
from inspect import isawaitable
from typing import Any, NoReturn, Self, cast

import pytest

from claimcheck.converters import Declaration, applicable, declaration_of, try_law
from claimcheck.converters.calling import awaited
from claimcheck.converters.contract import Contract
from claimcheck.converters.declare import Options
from claimcheck.converters.marking import method_of
from claimcheck.converters.prose import TextContract
from claimcheck.errors import ClaimcheckError

__all__ = ["ConverterClass", "ConverterLaws", "one_test_a_law", "refused", "try_on_returned"]

_LAW = "claimcheck_law"


class ConverterLaws(pytest.Collector):
    """A converter; its laws are its children: the report is a specification."""

    obj: Any
    owner: type | None

    @classmethod
    def of(cls, parent: pytest.Collector, name: str, obj: object, owner: type | None = None) -> Self:
        """The laws of a function, or of a method of `owner`."""
        made: Self = cls.from_parent(parent, name=name)
        made.obj, made.owner = obj, owner
        return made

    def collect(self) -> Iterator[pytest.Function]:
        """One test for each law that applies.

        Raises:
            CollectError: the declaration cannot be followed.
        """
        try:
            function = method_of(self.owner, self.name) if self.owner else self.obj
            declaration = declaration_of(function)
            contract = declaration.of(function) if declaration else None
            laws = list(applicable(contract)) if contract else []
        except ClaimcheckError as error:
            raise self.CollectError(f"{self.name}: {error}") from error
        for law in laws:
            run = _runner(contract, law.name, self.config)
            yield pytest.Function.from_parent(self, name=law.title, callobj=run)


class ConverterClass(pytest.Collector):
    """A class that is no test and has methods that carry `@converts`."""

    obj: type

    @classmethod
    def of(cls, parent: pytest.Collector, name: str, obj: type) -> Self:
        """The laws of the methods of a class."""
        made: Self = cls.from_parent(parent, name=name)
        made.obj = obj
        return made

    def collect(self) -> Iterator[ConverterLaws]:
        """Its converters."""
        for name, thing in vars(self.obj).items():
            if declaration_of(getattr(thing, "__func__", thing)):
                yield ConverterLaws.of(self, name, thing, self.obj)


def one_test_a_law(metafunc: pytest.Metafunc) -> None:
    """Parametrize a test by the laws that apply, as far as its declaration tells.

    Raises:
        CollectError: the declaration cannot be followed.
    """
    name = metafunc.function.__name__
    try:
        laws = list(applicable(_declared(metafunc.definition, metafunc.function).of(_stand_in)))
    except (ClaimcheckError, TypeError) as error:
        raise pytest.Collector.CollectError(f"{name}: {error}") from error
    metafunc.fixturenames.append(_LAW)
    metafunc.parametrize(_LAW, [law.name for law in laws], ids=[law.title for law in laws], indirect=True)


def try_on_returned(item: pytest.Function, law_name: str) -> None:
    """Call a test with its fixtures, and try a law on the converter that it returns."""
    __tracebackhide__ = True
    wanted = item._fixtureinfo.argnames  # noqa: SLF001 # as pytest’s own documentation does
    returned = item.obj(**{name: item.funcargs[name] for name in wanted if name != _LAW})
    if isawaitable(returned):
        returned = awaited(returned)
    if not callable(returned):
        told = f"{item.originalname} returned {returned!r}: with @converts a test returns the converter"
        pytest.fail(told, pytrace=False)
    contract = _declared(item, item.obj).of(returned)
    _try(contract, law_name, item.config)


def refused() -> NoReturn:
    """Stands in for a test that cannot be held to laws."""
    told = "@converts has no hold on tests of unittest.TestCase: use a plain class or a function"
    pytest.fail(told, pytrace=False)


def _declared(node: pytest.Item, function: object) -> Declaration:
    """What the decorator says, or else the mark.

    Raises:
        TypeError: the mark has other arguments than two units and options.
    """
    declaration = declaration_of(function)
    mark = node.get_closest_marker("converts")
    if declaration is None and mark is not None:
        if len(mark.args) != 2:  # noqa: PLR2004 # both units
            raise TypeError(f"pytest.mark.converts takes two units, and has {len(mark.args)}")
        declaration = Declaration(*mark.args, cast("Options", mark.kwargs))
    assert declaration is not None  # noqa: S101 # the hooks saw to it
    return declaration


def _stand_in(value: object) -> object:
    """For a converter that a test has yet to return."""
    return value


def _runner(
    contract: Contract | TextContract | None, law_name: str, config: pytest.Config
) -> Callable[[], None]:
    def run() -> None:
        __tracebackhide__ = True
        assert contract is not None  # noqa: S101 # no laws without
        _try(contract, law_name, config)

    return run


def _try(contract: Contract | TextContract, law_name: str, config: pytest.Config) -> None:
    __tracebackhide__ = True
    law = next((each for each in applicable(contract) if each.name == law_name), None)
    if law is None:
        pytest.skip("the law does not apply to this converter")
    examples, seed = config.getoption("claimcheck_examples"), config.getoption("claimcheck_seed")
    tried = try_law(law, contract, examples=examples, seed=seed)
    if tried.broken is not None:
        pytest.fail(f"{contract.name} from {' to '.join(contract.names)}\n{tried}", pytrace=False)
