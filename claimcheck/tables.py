"""The package's data files as plain tables, each read once; the layers above give them types.

tomllib takes 15 ms for the units alone, json one: so what a file says is kept as JSON in the cache folder,
under a name with the digest of the file's bytes. A file that changes has another name; where nothing can be
written, or what is there cannot be read, the TOML is read again.
"""

import os
from functools import cache
from pathlib import Path
from typing import Any

from claimcheck.errors import LexiconError

__all__ = ["FOLDER", "cache_folder", "paths", "section", "table"]

FOLDER = Path(__file__).parent / "lexicon" / "en"


def paths(pattern: str, folder: Path = FOLDER) -> tuple[Path, ...]:
    """The data files that match a pattern, by name: "units.toml" before "units-trade.toml"."""
    return tuple(sorted(folder.glob(pattern), key=lambda path: path.stem))


@cache
def table(path: Path) -> dict[str, Any]:
    """A data file as TOML gives it. Do not change what is returned: everybody shares it.

    Raises:
        LexiconError: the file is missing, no UTF-8 or no TOML; the message starts with `file:line:`.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read: {error.strerror}") from error
    known = _known(path, data) if path.parent == FOLDER else None
    if known is None:
        return _toml(path, data)
    return _from_json(known) or _to_json(known, _toml(path, data))


def section(path: Path, name: str) -> dict[str, Any]:
    """One table of a data file ("[words]"), empty where it is missing. Shared like the whole.

    Raises:
        LexiconError: as for `table`, and where the name is no table.
    """
    found = table(path).get(name, {})
    if not isinstance(found, dict):
        raise LexiconError(f"{path}:1: [{name}] must be a table")
    return found


def cache_folder(name: str) -> Path | None:
    """A folder for what can be made again; None where there is none, or where others could write.

    It is under XDG_CACHE_HOME or ~/.cache; CLAIMCHECK_NO_CACHE turns it off.
    """
    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111 # may fail
    if os.environ.get("CLAIMCHECK_NO_CACHE") or not os.path.isabs(home):  # noqa: PTH117 # the same text
        return None
    folder = Path(home) / "claimcheck" / name
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        state = folder.stat()
    except OSError:
        return None
    mine = not hasattr(os, "getuid") or (state.st_uid == os.getuid() and not state.st_mode & 0o022)
    return folder if mine and os.access(folder, os.W_OK) else None


def _toml(path: Path, data: bytes) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 # rarely needed, see above

    try:
        text = data.decode("utf-8")
        return tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path}: is no UTF-8 at byte {error.start}") from error
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path}:{_line(str(error), text)}: {error}") from error


def _line(message: str, text: str) -> int:
    """The line that tomllib names, "… (at line 3, column 5)"; "(at end of document)" is the last."""
    _, found, rest = message.rpartition("(at line ")
    return int(rest.partition(",")[0]) if found else len(text.splitlines())


def _known(path: Path, data: bytes) -> Path | None:
    """Where the JSON of a file is, or would be."""
    from hashlib import sha256  # noqa: PLC0415 # see above

    folder = cache_folder("tables")
    return folder / f"{path.stem}-{sha256(data).hexdigest()[:32]}.json" if folder else None


def _from_json(known: Path) -> dict[str, Any] | None:
    import json  # noqa: PLC0415 # see above

    try:
        found = json.loads(known.read_bytes())
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def _to_json(known: Path, found: dict[str, Any]) -> dict[str, Any]:
    """Keep a table for the next process, whole or not at all, in the place of what the file said before."""
    import json  # noqa: PLC0415 # see above

    part = known.with_suffix(f".{os.getpid()}")
    try:
        part.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
        part.replace(known)
        stem = known.stem.rpartition("-")[0]
        for old in known.parent.glob(f"{stem}-*.json"):
            if old != known and old.stem.rpartition("-")[0] == stem:
                old.unlink(missing_ok=True)
    except OSError:
        pass  # a cache that cannot be written costs time, nothing else
    return found
