"""The package's data files as plain tables, each read once; the layers above give them types."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from claimcheck.errors import LexiconError

__all__ = ["FOLDER", "paths", "section", "table"]

FOLDER = Path(__file__).parent / "lexicon" / "en"


def paths(pattern: str, folder: Path = FOLDER) -> tuple[Path, ...]:
    """The data files that match a pattern ("units*.toml"), in order of their names ("units" before "units-trade")."""
    return tuple(sorted(folder.glob(pattern), key=lambda path: path.stem))


@cache
def table(path: Path) -> dict[str, Any]:
    """A data file as TOML gives it. Do not change what is returned: everybody shares it.

    Raises:
        LexiconError: the file is missing, no UTF-8 or no TOML; the message starts with `file:line:`.
    """
    try:
        text = path.read_text(encoding="utf-8")
        return tomllib.loads(text)
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path}: is no UTF-8 at byte {error.start}") from error
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path}:{_line(str(error), text)}: {error}") from error


def section(path: Path, name: str) -> dict[str, Any]:
    """One table of a data file ("[words]"), empty where it is missing. Shared like the whole.

    Raises:
        LexiconError: as for `table`, and where the name is no table.
    """
    found = table(path).get(name, {})
    if not isinstance(found, dict):
        raise LexiconError(f"{path}:1: [{name}] must be a table")
    return found


def _line(message: str, text: str) -> int:
    """The line that tomllib names, "… (at line 3, column 5)"; "(at end of document)" is the last."""
    _, found, rest = message.rpartition("(at line ")
    return int(rest.partition(",")[0]) if found else len(text.splitlines())
