"""`claimcheck converter package.module:function km mile`: hold a converter to the laws."""

import sys
from argparse import ArgumentParser, BooleanOptionalAction, Namespace
from collections.abc import Iterator
from difflib import get_close_matches
from importlib import import_module
from operator import attrgetter
from pathlib import Path
from types import ModuleType
from typing import Any

from claimcheck.converters import LawReport, declaration_of, examine
from claimcheck.converters.contract import Refusal
from claimcheck.converters.declare import Options
from claimcheck.converters.examine import EXAMPLES
from claimcheck.converters.marking import Declaration, method_of
from claimcheck.converters.tell import FORMATS
from claimcheck.errors import ClaimcheckError, ConfigurationError
from claimcheck.telling import complain

__all__ = ["add_arguments", "run"]


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments: which converter, what is declared of it, how long to search, what to write."""
    parser.add_argument("converter", help="package.module:function, or with --all package.module")
    parser.add_argument("source", nargs="?", help="the unit that it takes: km, mile, °C, imperial_gallon")
    parser.add_argument("target", nargs="?", help="the unit that it gives")
    parser.add_argument("--all", action="store_true", help="every converter that the module defines")
    declared = parser.add_argument_group("what is declared")
    declared.add_argument("--rounding", default="none", help="none, integer, 1dp, 3sf, '1dp half-up'")
    declared.add_argument("--tolerance", default="1e-9", help="relative, before rounding (1e-9)")
    declared.add_argument("--types", help="comma-separated: int,float,Decimal,Fraction,str,array")
    declared.add_argument("--form", choices=["value", "named", "range", "sequence", "text"])
    declared.add_argument("--difference", action=BooleanOptionalAction, help="rises, not readings")
    declared.add_argument("--system", default="", help="US, imperial: which gallon or ton")
    declared.add_argument("--inverse", metavar="MODULE:FUNCTION", help="the converter back")
    declared.add_argument("--refuse", action="append", default=[], metavar="WHAT", help=", ".join(Refusal))
    declared.add_argument("--alias", action="append", default=[], help="a spelling that it must know")
    declared.add_argument("--threads", action="store_true", help="several threads call it at once")
    declared.add_argument("--min-value")
    declared.add_argument("--max-value")
    search = parser.add_argument_group("search and report")
    search.add_argument("--seed", type=int, default=0, help="the same seed, the same cases (0)")
    search.add_argument("--examples", type=int, default=EXAMPLES, help=f"for each converter ({EXAMPLES})")
    search.add_argument("--output-format", choices=FORMATS, default="text")
    search.add_argument("--output-file", type=Path, help="instead of standard output")


def run(arguments: Namespace) -> int:
    """Try the laws: 0 all kept, 1 some broken, 2 if one of several converters could not be tried.

    Raises:
        ConfigurationError: the converter cannot be imported, or an option cannot be followed.
        UnitError: a unit of the one converter is unknown or ambiguous.
    """
    reports = list(_reports(arguments))
    told = FORMATS[arguments.output_format](reports)
    if arguments.output_file:
        arguments.output_file.write_text(told, encoding="utf-8")
    else:
        sys.stdout.write(told)
    problems = [f"{report.name}: {report.problem}" for report in reports if report.problem]
    for problem in problems:
        complain(problem)
    return 2 if problems else 1 if any(report.broken for report in reports) else 0


def _reports(arguments: Namespace) -> Iterator[LawReport]:
    options = _options(arguments)
    for name, function, declaration in _converters(arguments, options):
        try:
            contract = declaration.of(function)
        except ClaimcheckError as error:
            if not arguments.all:
                raise
            subject = f"{declaration.source} to {declaration.target}"
            yield LawReport(name, subject, (), arguments.seed, 0, str(error))
            continue
        yield examine(contract, examples=arguments.examples, seed=arguments.seed)


def _converters(arguments: Namespace, options: Options) -> Iterator[tuple[str, Any, Declaration]]:
    if arguments.all:
        from claimcheck.converters.discover import discovered  # noqa: PLC0415 # loads the parser

        found = list(discovered(_module(arguments.converter), options))
        if not found:
            raise ConfigurationError(
                f"{arguments.converter} defines nothing that is called like a converter (km_to_miles)"
            )
        yield from ((each.name, each.function, each.declaration) for each in found)
        return
    function = _function(arguments.converter)
    declaration = declaration_of(function)
    if arguments.source and arguments.target:
        declaration = Declaration(arguments.source, arguments.target, options)
    if declaration is None:
        raise ConfigurationError(f"{arguments.converter}: name both units, or declare them with @converts")
    yield arguments.converter, function, declaration


def _options(arguments: Namespace) -> Options:
    options: Options = {
        "rounding": arguments.rounding,
        "tolerance": arguments.tolerance,
        "difference": arguments.difference,
        "system": arguments.system,
        "refuses": arguments.refuse,
        "aliases": arguments.alias,
        "threads": arguments.threads,
        "min_value": arguments.min_value,
        "max_value": arguments.max_value,
    }
    if arguments.types:
        options["types"] = [each.strip() for each in arguments.types.split(",")]
    if arguments.form:
        options["form"] = arguments.form
    if arguments.inverse:
        options["inverse"] = _function(arguments.inverse)
    return options


def _function(where: str) -> Any:  # noqa: ANN401 # whatever the module holds
    name, colon, path = where.partition(":")
    if not colon or not path:
        raise ConfigurationError(f"{where!r}: write package.module:function")
    module = _module(name)
    owner, _, last = path.rpartition(".")
    try:
        holder = attrgetter(owner)(module) if owner else module
        return method_of(holder, last) if isinstance(holder, type) else getattr(holder, last)
    except AttributeError as error:
        raise ConfigurationError(f"{name} has no {path}{_near(module, path)}") from error


def _near(module: ModuleType, path: str) -> str:
    """What may have been meant."""
    near = get_close_matches(path, [name for name in vars(module) if not name.startswith("_")], n=1)
    return f"; did you mean {near[0]}?" if near else ""


def _module(name: str) -> ModuleType:
    """A module by name, from the current folder too, as `python -m` finds it."""
    here = str(Path.cwd())
    if here not in sys.path:
        sys.path.insert(0, here)
    try:
        return import_module(name)
    except Exception as error:
        raise ConfigurationError(f"cannot import {name}: {type(error).__name__}: {error}") from error
