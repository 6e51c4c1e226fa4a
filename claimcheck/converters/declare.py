"""From what people write (`"km"`, `"1dp"`, `refuses=["nan"]`) to a contract."""

import inspect
from collections.abc import Collection, Iterable
from decimal import Decimal
from difflib import get_close_matches
from fractions import Fraction
from typing import TYPE_CHECKING, TypedDict, Unpack, get_args, get_type_hints

from claimcheck.converters.contract import Contract, Converter, Form, Refusal
from claimcheck.converters.declared import Rounding
from claimcheck.converters.names import unit_called
from claimcheck.errors import ConfigurationError, UnitError
from claimcheck.model import Unit
from claimcheck.units import scale

if TYPE_CHECKING:
    from claimcheck.converters.prose import TextContract

__all__ = ["Options", "contract_for"]

_TYPES: dict[str, type] = {"int": int, "float": float, "decimal": Decimal, "fraction": Fraction, "str": str}
_ARRAYS = ("ndarray", "NDArray", "array", "ArrayLike")


class Options(TypedDict, total=False):
    """What may be declared of a converter besides its two units.

    `rounding`: "none", "integer", "2dp", "3sf", an int of decimal places; with a mode ("1dp half-up").
    `tolerance`: relative, for the arithmetic before rounding; 1e-9 unless declared.
    `types`: int, float, Decimal, Fraction, str, numpy.ndarray or their names; from the annotations if not
    given.
    `form`: "value", "named", "range", "sequence" or "text"; from the signature if not given.
    `difference`: temperatures are rises and falls (of texts: True, those only; False, only readings; both
    unless declared). `system`: which gallon, ton or mile both words mean.
    `inverse`: the converter back. `through`: a third unit, the converter into it and the one out of it.
    `refuses`: "nan", "infinity", "negative", "below absolute zero", "text", "none", "wrong dimension".
    `aliases`: further spellings that must be known. `threads`: several threads call it at once.
    `min_value`, `max_value`: the domain.
    """

    rounding: str | int | Rounding | None
    tolerance: Fraction | float | str
    types: Collection[type | str]
    form: Form
    difference: bool | None
    system: str
    inverse: Converter | None
    through: tuple[str, Converter, Converter] | None
    refuses: Collection[Refusal | str]
    aliases: Collection[str]
    threads: bool
    min_value: Fraction | float | str | None
    max_value: Fraction | float | str | None


def contract_for(
    function: Converter, source: str, target: str, **options: Unpack[Options]
) -> "Contract | TextContract":
    """Read a declaration.

    Raises:
        UnitError: a unit is unknown, ambiguous, or the two measure different things.
        ConfigurationError: an option cannot be followed; the message names it.
    """
    if not callable(function):
        raise ConfigurationError(f"{function!r} is no converter: it cannot be called")
    unknown = next((each for each in options if each not in Options.__annotations__), None)
    if unknown is not None:
        raise ConfigurationError(
            f"converters have no option {unknown!r}{_near(unknown, Options.__annotations__)}"
        )
    system = options.get("system", "")
    one, two = _units(source, target, system)
    difference = bool(options.get("difference"))
    scale(one.name, two.name, difference=difference)
    if options.get("form") == "text":
        return _text_contract(function, (one, two), (source, target), options)
    types, arrays = _types(options.get("types") or _annotated(function))
    through = options.get("through")
    return Contract(
        function=function,
        source=one,
        target=two,
        difference=difference,
        rounding=Rounding.parse(options.get("rounding")),
        tolerance=_number("tolerance", options.get("tolerance", "1e-9")) or Fraction(0),
        types=types,
        form=options.get("form") or _form_of(function),
        names=(source, target),
        inverse=options.get("inverse"),
        through=(unit_called(through[0], system=system), *through[1:]) if through else None,
        refuses=frozenset(map(_refusal, options.get("refuses", ()))),
        aliases=frozenset(options.get("aliases", ())),
        arrays=arrays,
        threads=options.get("threads", False),
        min_value=_number("min_value", options.get("min_value")),
        max_value=_number("max_value", options.get("max_value")),
    )


def _text_contract(
    function: Converter, units: tuple[Unit, Unit], names: tuple[str, str], options: Options
) -> "TextContract":
    from claimcheck.converters.prose import TextContract  # noqa: PLC0415 # loads the checker

    least = _number("min_value", options.get("min_value"))
    most = _number("max_value", options.get("max_value"))
    rounding = Rounding.parse(options.get("rounding"))
    aliases = frozenset(options.get("aliases", ()))
    return TextContract(function, *units, names, rounding, options.get("difference"), aliases, least, most)


def _units(source: str, target: str, system: str) -> tuple[Unit, Unit]:
    """Both units; a system that only one of the words comes in settles that one."""
    found = []
    for word in (source, target):
        try:
            found.append(unit_called(word))
        except UnitError:
            found.append(unit_called(word, system=system))
    return found[0], found[1]


def _types(declared: Collection[type | str]) -> tuple[tuple[type, ...], bool]:
    found: dict[type, None] = {}
    arrays = False
    for each in declared:
        name = each if isinstance(each, str) else each.__name__
        if name in _ARRAYS:
            arrays = True
        elif name.lower() in _TYPES:
            found[_TYPES[name.lower()]] = None
        else:
            raise ConfigurationError(f"types: {name} is none of {', '.join(_TYPES)}, array")
    return tuple(found) or (float,), arrays


def _annotated(function: Converter) -> Collection[type | str]:
    """Types by the annotation of the first parameter; int and float where it says nothing of use."""
    try:
        hints = get_type_hints(function)
        parameters = list(inspect.signature(function).parameters)
    except (TypeError, ValueError, NameError):
        return (int, float)
    hint = hints.get(parameters[0]) if parameters else None
    named = {getattr(each, "__name__", "") for each in (hint, *get_args(hint))}
    if named & set(_ARRAYS):
        return (float, "array") if "float" in named else ("array", float)
    found = [kind for name, kind in _TYPES.items() if kind.__name__ in named and name != "str"]
    if found == [float]:
        return (int, float)
    return found or ((str,) if named == {"str"} else (int, float))


def _form_of(function: Converter) -> Form:
    """By the required positional parameters: one is a value, three are a value and two units."""
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return "value"
    required = [
        each
        for each in parameters
        if each.default is each.empty and each.kind in (each.POSITIONAL_ONLY, each.POSITIONAL_OR_KEYWORD)
    ]
    if len(required) == 2:  # noqa: PLR2004 # neither one value nor value and two units
        raise ConfigurationError(
            "the converter takes two arguments: for the two ends of a range declare form='range', for"
            " anything else pass a function of one argument that calls it"
        )
    return "named" if len(required) > 2 else "value"  # noqa: PLR2004


def _refusal(word: Refusal | str) -> Refusal:
    plain = str(word).replace("_", " ").replace("-", " ").lower()
    try:
        return Refusal(plain)
    except ValueError:
        near = _near(plain, [each.value for each in Refusal])
        raise ConfigurationError(f"refuses: nothing is called {word!r}{near}") from None


def _near(word: str, known: Iterable[str]) -> str:
    """What may have been meant."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.3)
    return f"; did you mean {near[0]}?" if near else ""


def _number(option: str, value: Fraction | float | str | None) -> Fraction | None:
    try:
        return None if value is None else Fraction(str(value) if isinstance(value, float) else value)
    except ValueError:
        raise ConfigurationError(f"{option}: {value!r} is no number") from None
