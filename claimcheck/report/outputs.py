"""Where reports go: standard output and files, several formats at once."""

import os
import sys
from argparse import Action, ArgumentError, ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, TextIO

from attrs import frozen

from claimcheck import telling
from claimcheck.errors import ClaimcheckError
from claimcheck.report import FORMATS, Settings, Tally, Writer, load
from claimcheck.report.pieces import Pieces, Renderer
from claimcheck.run import Written

__all__ = ["Output", "OutputError", "add_arguments", "complain", "outputs", "renderer", "write"]

_WIDTH = 100
_NARROWEST, _WIDEST = 40, 120


class OutputError(ClaimcheckError, OSError):
    """A report that cannot be written; the message names the file."""


@frozen
class Output:
    """A format, and the file that it goes to; no file is standard output."""

    form: str
    path: Path | None = None


class _AddFormat(Action):
    """`--output-format FORMAT` starts an output."""

    def __call__(self, parser: Any, namespace: Namespace, values: Any, option: Any = None) -> None:  # noqa: ANN401, ARG002 # argparse's
        setattr(namespace, self.dest, [*(getattr(namespace, self.dest) or ()), Output(values)])


class _AddFile(Action):
    """`--output-file FILE` belongs to the format before it, or makes an output of its own by its suffix."""

    def __call__(self, parser: Any, namespace: Namespace, values: Any, option: Any = None) -> None:  # noqa: ANN401, ARG002 # argparse's
        known: list[Output] = list(getattr(namespace, self.dest) or ())
        if values in ("", "-"):
            raise ArgumentError(self, "names no file; without it a report goes to standard output")
        path = Path(values)
        if known and known[-1].path is None:
            known[-1] = Output(known[-1].form, path)
        else:
            form = next((name for name, row in FORMATS.items() if path.name.endswith(row.suffixes)), None)
            if form is None:
                raise ArgumentError(
                    self, f"{values}: no format ends so; name one with --output-format before"
                )
            known.append(Output(form, path))
        setattr(namespace, self.dest, known)


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options that say what is written, how, and where."""
    group = parser.add_argument_group("output")
    group.add_argument(
        "--output-format",
        dest="outputs",
        action=_AddFormat,
        choices=FORMATS,
        metavar="FORMAT",
        help=f"one of {', '.join(FORMATS)} (default: text); may be given several times",
    )
    group.add_argument(
        "--output-file",
        dest="outputs",
        action=_AddFile,
        metavar="FILE",
        help="where the format before goes instead of standard output; alone, its suffix says the format",
    )
    group.add_argument("--statistics", action="store_true", help="only how often each rule was broken")
    group.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="auto (the default) colours a terminal unless NO_COLOR is set",
    )
    group.add_argument(
        "--explain",
        action="store_true",
        help="show which rule and lexicon entry made each attribution, and how figures were judged",
    )


def outputs(arguments: Namespace, usual: Sequence[str] = ()) -> tuple[Output, ...]:
    """The outputs that the arguments ask for, or else those that the configuration has as usual.

    Raises:
        OutputError: two of them would go to the same place.
    """
    default = ["statistics"] if arguments.statistics else [*usual] or ["text"]
    found: Sequence[Output] = arguments.outputs or [Output(form) for form in default]
    for index, one in enumerate(found):
        if one.path in (other.path for other in found[:index]):
            where = one.path or "standard output"
            raise OutputError(f"two reports for {where}; give each an --output-file of its own")
    return tuple(found)


def renderer(wanted: Sequence[Output], arguments: Namespace) -> Renderer:
    """What writes an outcome for all outputs."""
    return Renderer(tuple((each.form, _settings(each, arguments)) for each in wanted))


def write(found: Iterable[Written], wanted: Sequence[Output], made_by: Renderer) -> Tally:
    """Write every report while the inputs come in; errors go to standard error as they happen.

    Raises:
        OutputError: a report cannot be written.
    """
    tally = Tally()
    with ExitStack() as stack:
        writers = []
        for output, (form, settings) in zip(wanted, made_by.forms, strict=True):
            stream = stack.enter_context(_opened(output.path))
            writers.append(Writer(load(form), settings, stream.write))
        taken = frozenset(output.path.resolve() for output in wanted if output.path is not None)
        for each in found:
            if taken and each.path is not None and each.error is None and each.path.resolve() in taken:
                raise OutputError(
                    f"{each.path}: is a draft that is checked; give the report another --output-file"
                )
            if each.error is not None:
                complain(each.error)
            pieces = Pieces.unpacked(each.pieces)
            tally.include(pieces.tally)
            for writer, text in zip(writers, pieces.texts, strict=True):
                writer.include(text)
        for writer in writers:
            writer.close(tally)
    return tally


def complain(error: ClaimcheckError) -> None:
    """Say on standard error why an input could not be read."""
    sys.stdout.flush()
    telling.complain(error)


@contextmanager
def _opened(path: Path | None) -> Iterator[TextIO]:
    """A stream in UTF-8 in which even a lone surrogate can be written."""
    if path is None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        yield sys.stdout
        sys.stdout.flush()
        return
    # A report takes its place when it is whole: what was there before outlives a crash or Ctrl-C. Pipes and
    # devices cannot be replaced.
    whole = (
        path if path.exists() and not path.is_file() else path.with_name(f".{path.name}.{os.getpid()}.tmp")
    )
    try:
        with whole.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            yield stream
        if whole != path:
            whole.replace(path)
    except OSError as error:
        if isinstance(error, ClaimcheckError):
            raise
        raise OutputError(f"{path}: cannot be written: {error.strerror or error}") from error
    finally:
        if whole != path:
            whole.unlink(missing_ok=True)


def _is_coloured(*, terminal: bool) -> bool:
    """What the environment says: no-color.org, force-color.org, and terminals that know no colours."""
    if os.environ.get("NO_COLOR"):
        return False
    forced = os.environ.get("FORCE_COLOR", "")
    return (terminal and os.environ.get("TERM") != "dumb") if forced in ("", "0") else True


def _settings(output: Output, arguments: Namespace) -> Settings:
    stream = sys.stdout
    terminal = output.path is None and stream.isatty()
    color = arguments.color == "always" or (
        arguments.color == "auto" and output.path is None and _is_coloured(terminal=terminal)
    )
    width = _WIDTH
    if terminal:
        width = min(max(os.get_terminal_size(stream.fileno()).columns, _NARROWEST), _WIDEST)
    return Settings(color, width, arguments.explain)
