"""Finding the converters of a module by what they are called and how they are annotated.

`km_to_miles`, `kmToMiles`, `c2f`, `miles_from_km`, `to_miles(km)`, `def f(x: Kilometres) -> Miles`, and
whatever carries `@converts`.
"""

import inspect
from collections.abc import Iterator, Sequence
from itertools import product
from types import ModuleType
from typing import Annotated, Any, get_args, get_origin

import regex
from attrs import evolve, frozen

from claimcheck.converters.contract import Converter
from claimcheck.converters.declare import Options
from claimcheck.converters.marking import Declaration, declaration_of, method_of
from claimcheck.converters.names import units_called
from claimcheck.errors import ConfigurationError, UnitError
from claimcheck.units import scale

__all__ = ["Discovered", "discovered"]

_TEMPERATURES = {"c": "celsius", "f": "fahrenheit", "k": "kelvin"}
_FILLERS = frozenset(
    {"convert", "conv", "converter", "get", "calc", "calculate", "do", "make", "rounded", "exact"}
)
_MOST_WORDS = 4


@frozen
class Discovered:
    """A converter that was found, and why it was taken for one."""

    name: str
    function: Converter
    declaration: Declaration
    because: str


def discovered(module: ModuleType, options: Options | None = None) -> Iterator[Discovered]:
    """Every converter that a module defines, in its order; `options` hold for those without a declaration.

    Methods count as well, under "Class.method"; those that need an object get one that is made without
    arguments.

    Raises:
        ConfigurationError: a method is declared, and its class makes no object without arguments.
    """
    for name, thing in list(vars(module).items()):
        if inspect.isclass(thing) and _is_own(thing, name, module):
            yield from _in_class(thing, thing.__name__, options)
        else:
            found = _discovered(
                name, thing, options, undeclared=inspect.isroutine(thing) and _is_own(thing, name, module)
            )
            if found is not None:
                yield found


def _in_class(owner: type, path: str, options: Options | None) -> Iterator[Discovered]:
    """The methods of a class and of the classes within it."""
    for name, thing in list(vars(owner).items()):
        if inspect.isclass(thing) and not name.startswith("_"):
            yield from _in_class(thing, f"{path}.{name}", options)
            continue
        routine = getattr(thing, "__func__", thing)
        found = _discovered(
            name, routine, options, undeclared=inspect.isfunction(routine) and not name.startswith("_")
        )
        if found is not None:
            try:
                method = method_of(owner, name)
            except ConfigurationError:
                if declaration_of(routine) is None:
                    continue  # nobody said that it is a converter
                raise
            yield evolve(found, name=f"{path}.{name}", function=method)


def _discovered(name: str, thing: Any, options: Options | None, *, undeclared: bool) -> Discovered | None:  # noqa: ANN401 # anything
    """A converter by its declaration, or else, if it may go by that, by its annotations or its name."""
    declaration = declaration_of(thing)
    if declaration is not None:
        return Discovered(name, thing, declaration, "it is declared with @converts")
    found = (_by_annotation(thing) or _by_name(name, thing)) if undeclared else None
    if found is None:
        return None
    source, target, because = found
    return Discovered(name, thing, Declaration(source, target, options or {}), because)


def _is_own(thing: object, name: str, module: ModuleType) -> bool:
    return not name.startswith("_") and getattr(thing, "__module__", None) == module.__name__


def _figures(signature: inspect.Signature) -> list[inspect.Parameter]:
    """The parameters of a converter, without the object that a method belongs to."""
    return [each for each in signature.parameters.values() if each.name not in ("self", "cls")]


def _by_annotation(function: Converter) -> tuple[str, str, str] | None:
    """From `x: Kilometres`, `x: Annotated[float, "km"]` and the like on both sides."""
    try:
        signature = inspect.signature(function, eval_str=True)
    except (TypeError, ValueError, NameError):
        return None
    first = next(iter(_figures(signature)), None)
    if first is None:
        return None
    source, target = _unit_in(first.annotation), _unit_in(signature.return_annotation)
    return (source, target, "its annotations name both units") if source and target else None


def _unit_in(annotation: object) -> str | None:
    """The unit that an annotation names."""
    if get_origin(annotation) is Annotated:
        words = [each for each in get_args(annotation)[1:] if isinstance(each, str)]
    else:
        words = [getattr(annotation, "__name__", "")]
    return next((word for each in words for word in _spellings(_words(each))), None)


def _by_name(name: str, function: Converter) -> tuple[str, str, str] | None:
    words = [word for word in _words(name) if word not in _FILLERS]
    because = f"it is called {name}"
    for index, word in enumerate(words):
        before, after = words[:index], words[index + 1 :]
        if word in ("to", "into", "2", "as", "in"):
            pair = _pair(before or _first_parameter(function), after)
        elif word == "from":
            pair = _pair(after, before)
        else:
            continue
        if pair is not None:
            return *pair, because
    return None


def _pair(source: Sequence[str], target: Sequence[str]) -> tuple[str, str] | None:
    """Two runs of words as two units of one dimension; stray words at the outer ends are dropped."""
    if len(source) == len(target) == 1 and source[0] in _TEMPERATURES and target[0] in _TEMPERATURES:
        return _TEMPERATURES[source[0]], _TEMPERATURES[target[0]]
    starts = [source[start:] for start in range(len(source))]
    ends = [target[:end] for end in range(len(target), 0, -1)]
    for one, two in product(starts, ends):
        for pair in product(_spellings(one), _spellings(two)):
            if _comparable(*pair):
                return pair
    return None


def _comparable(one: str, two: str) -> bool:
    for mine, other in product(units_called(one), units_called(two)):
        try:
            scale(mine.name, other.name)
        except UnitError:
            continue
        return mine != other
    return False


def _spellings(words: Sequence[str]) -> Iterator[str]:
    """Units that a run of words may spell: "square miles", "kilo meter", "kmh", "metric_ton"."""
    if 0 < len(words) <= _MOST_WORDS:
        joined = dict.fromkeys(("".join(words), " ".join(words), "_".join(words), "/".join(words)))
        yield from (each for each in joined if units_called(each))


def _first_parameter(function: Converter) -> list[str]:
    try:
        return _words(next((each.name for each in _figures(inspect.signature(function))), ""))
    except (TypeError, ValueError):
        return []


def _words(name: str) -> list[str]:
    """The words of a snake_case, camelCase or digit2digit name, in lower case."""
    apart = regex.sub(
        r"(?<=[a-z0-9])(?=[A-Z])|_++|(?<=[a-z])(?=2[a-zA-Z])|(?<=[a-z]2)(?=[a-zA-Z])", " ", name
    )
    return apart.lower().split()
