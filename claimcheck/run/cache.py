"""Reports of texts that have not changed, kept by content, configuration and version.

One file for each: a header, a checksum, the packed parts of the report. The text itself is not kept. A file
that is not whole is as good as none; it is written beside its place and moved there, so that two runs do not
disturb one another. Where nothing can be written, nothing is kept.
"""

import os
import sys
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property, lru_cache
from hashlib import blake2b
from pathlib import Path

from attrs import asdict, frozen

from claimcheck._version import __version__
from claimcheck.model import Config

__all__ = ["Cache", "default_folder"]

_HEADER = b"claimcheck 1\n"
_CHECKSUM = 16
_LARGEST = 256 * 1024 * 1024  # bytes that a cache grows to; a report of an article has about five thousand
_OLDEST = 30 * 24 * 3600  # seconds after which what nobody asked for is removed
_PRUNING = 24 * 3600  # seconds between two looks
_ENGINES = ("pint", "regex", "sentencex", "pyromark")


def default_folder() -> Path | None:
    """Where caches of this user belong; None where there is no such place."""
    given = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    with suppress(RuntimeError):
        home = Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")
        return (Path(given) if given else home) / "claimcheck"
    return Path(given) / "claimcheck" if given else None


@frozen
class Cache:
    """A folder of reports."""

    folder: Path

    @cached_property
    def _stamp(self) -> bytes:
        """What the result depends on besides the text: claimcheck's own files, and the libraries it uses."""
        from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 # 11 ms; --no-cache pays none

        digest = blake2b(f"{__version__} {sys.version}".encode(), digest_size=16)
        for name, size, changed in sorted(_sources(os.path.dirname(os.path.dirname(__file__)))):  # noqa: PTH120 # see there
            digest.update(f"{name}\0{size}\0{changed}\n".encode())
        for name in _ENGINES:
            with suppress(PackageNotFoundError):
                digest.update(f"{name} {version(name)}\n".encode())
        return digest.digest()

    def key(self, data: bytes, suffix: str, config: Config) -> str:
        """The name under which the report of a text lies: the same for the same text, rules and version."""
        digest = blake2b(self._stamp, digest_size=20)
        digest.update(f"{suffix.lower()}\0{_settled(config)}\0".encode("utf-8", "surrogatepass"))
        digest.update(data)
        return digest.hexdigest()

    def get(self, key: str) -> bytes | None:
        """What lies under a key, if it is whole."""
        file = self._file(key)
        try:
            data = file.read_bytes()
            if time.time() - file.stat().st_mtime > _PRUNING:
                os.utime(file)
        except OSError:
            return None
        start = len(_HEADER) + _CHECKSUM
        packed = data[start:]
        if data[:start] != _HEADER + _checksum(key, packed):
            return None
        with suppress(zlib.error):
            return zlib.decompress(packed)
        return None

    def put(self, key: str, parts: bytes) -> None:
        """Keep the parts of a report."""
        from tempfile import NamedTemporaryFile  # noqa: PLC0415 # only for what is not there yet

        packed = zlib.compress(parts, 1)
        file = self._file(key)
        with suppress(OSError):
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=file.parent, prefix=".", delete=False) as beside:
                beside.write(_HEADER + _checksum(key, packed) + packed)
            try:
                Path(beside.name).replace(file)
            except OSError:
                Path(beside.name).unlink(missing_ok=True)

    def prune(self) -> None:
        """Remove what has been of no use for a month, and the oldest of more than a quarter of a gigabyte."""
        marker = self.folder / "pruned"
        now = time.time()
        with suppress(OSError):
            if marker.exists() and now - marker.stat().st_mtime < _PRUNING:
                return
            if self.folder.is_dir():
                marker.touch(mode=0o600)
        kept = 0
        for age, size, file in sorted(_ages(self.folder, now)):
            kept += size
            if age > _OLDEST or kept > _LARGEST:
                file.unlink(missing_ok=True)

    def _file(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]


def _sources(folder: str) -> Iterator[tuple[str, int, int]]:
    """Claimcheck's own files: path, size, time. By scandir: pathlib takes 12 ms for it in every run."""
    with os.scandir(folder) as found:
        for each in found:
            if each.is_dir():
                if each.name != "__pycache__":
                    yield from _sources(each.path)
            elif each.name.endswith((".py", ".toml")):
                known = each.stat()
                yield each.path, known.st_size, known.st_mtime_ns


def _ages(folder: Path, now: float) -> list[tuple[float, int, Path]]:
    found = []
    for file in folder.glob("??/*"):
        with suppress(OSError):
            known = file.stat()
            found.append((now - known.st_mtime, known.st_size, file))
    return found


def _checksum(key: str, packed: bytes) -> bytes:
    return blake2b(packed, key=key.encode(), digest_size=_CHECKSUM).digest()


@lru_cache(maxsize=16)
def _settled(config: Config) -> str:
    return _canonical(asdict(config))


def _canonical(value: object) -> str:
    """The same text for equal values, whatever the order of their keys."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{key!r}:{_canonical(value[key])}" for key in sorted(value, key=repr)) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(map(_canonical, value)) + "]"
    return repr(value)
