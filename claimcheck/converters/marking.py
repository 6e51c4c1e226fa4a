"""`@converts`: what a function is declared to convert, kept on it; and methods found by name."""

import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, Unpack

from attrs import frozen

from claimcheck.converters.contract import Contract, Converter
from claimcheck.converters.declare import Options, contract_for
from claimcheck.errors import ConfigurationError

if TYPE_CHECKING:
    from claimcheck.converters.prose import TextContract

__all__ = ["Declaration", "converts", "declaration_of", "method_of"]

_F = TypeVar("_F")
_MARK = "__claimcheck_converts__"


@frozen
class Declaration:
    """What `@converts` was told, kept on the function for the pytest plugin and for discovery."""

    source: str
    target: str
    options: Options

    def of(self, function: Converter) -> "Contract | TextContract":
        """The contract of a function under this declaration."""
        return contract_for(function, self.source, self.target, **self.options)


def converts(source: str, target: str, **options: Unpack[Options]) -> Callable[[_F], _F]:
    """Declare that a function converts `source` to `target`; it is otherwise left as it is.

    On a function, a coroutine or a method of any sort, `claimcheck converter --all` and the pytest plugin
    find it, and `check_converter(function)` needs no units. On a test that returns a converter, the plugin
    makes one test of each law. Costs one attribute: Hypothesis is not imported.

    Raises:
        ConfigurationError: it stands on a class or a property, or on what takes no attribute.
    """

    def mark(function: _F) -> _F:
        if isinstance(function, type):
            raise ConfigurationError(
                f"@converts on the class {function.__name__}: put it on the method that converts"
            )
        bare = getattr(function, "__func__", function)
        if not callable(bare):
            raise ConfigurationError(
                f"@converts on {function!r}, which cannot be called: put it on a function"
            )
        try:
            setattr(bare, _MARK, Declaration(source, target, options))
        except AttributeError:
            raise ConfigurationError(
                f"@converts cannot mark {function!r}, which takes no attributes: mark one that calls it"
            ) from None
        return function

    return mark


def declaration_of(thing: object) -> Declaration | None:
    """What `@converts` says of a function; None where it says nothing."""
    found = getattr(thing, _MARK, None)
    return found if isinstance(found, Declaration) else None


def method_of(owner: type, name: str) -> Any:  # noqa: ANN401 # whatever the class holds
    """A method as it is called: a static one or one of the class as it is, any other of a new object.

    Raises:
        AttributeError: the class has nothing of the name.
        ConfigurationError: it needs an object, and the class makes none without arguments.
    """
    static = inspect.getattr_static(owner, name)
    if not inspect.isfunction(static):
        return getattr(owner, name)
    try:
        return getattr(owner(), name)
    except Exception as error:
        raise ConfigurationError(
            f"{owner.__qualname__}.{name} needs an object, and {owner.__qualname__}() fails ({error}): name a"
            f" method of an object, or a function that calls it"
        ) from error
