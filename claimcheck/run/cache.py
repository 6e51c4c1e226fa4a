"""Reports of texts that have not changed and what was written of them, by content, settings and version.

One file for each, sealed: what lies there can be read by whoever has the text and by nobody else, because
the key is made of the text and is not kept. So a cache may hold what a draft says and yet give nothing of it
away, also when the draft is long gone. A file that is not whole is as good as none; it is written beside its
place and moved there, so that two runs do not disturb one another. Where nothing can be written, nothing is
kept.
"""

import os
import sys
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property, lru_cache
from hashlib import blake2b, shake_256
from pathlib import Path

from attrs import asdict, frozen

from claimcheck._version import __version__
from claimcheck.model import Config

__all__ = ["Cache", "Key", "default_folder"]

_HEADER = b"claimcheck 2\n"
_CHECKSUM = 16
_NONCE = 16
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
class Key:
    """Made of a text and of all else that an entry depends on; nobody can tell it without the text."""

    secret: bytes

    @property
    def name(self) -> str:
        """Under which the entry lies; it says nothing about the rest of the key."""
        return blake2b(self.secret, digest_size=20, person=b"name").hexdigest()

    def of(self, more: str) -> "Key":
        """The key of something else that is known of the same text."""
        return Key(blake2b(more.encode("utf-8", "surrogatepass"), key=self.secret, digest_size=32).digest())

    def checksum(self, sealed: bytes) -> bytes:
        """What an entry has to carry to be believed."""
        return blake2b(sealed, key=self.secret, digest_size=_CHECKSUM, person=b"checksum").digest()

    def sealed(self, data: bytes, nonce: bytes) -> bytes:
        """The data, or the sealed data again, under a key stream: SHAKE256 of the secret and the nonce.

        The nonce is there so that two entries under one key do not share a stream.
        """
        stream = shake_256(b"seal" + self.secret + nonce).digest(len(data))
        return (int.from_bytes(data) ^ int.from_bytes(stream)).to_bytes(len(data))


@frozen
class Cache:
    """A folder of reports."""

    folder: Path

    @cached_property
    def _stamp(self) -> bytes:
        """What the result depends on besides the text: claimcheck's own files, and the libraries it uses."""
        from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 # 11 ms; --no-cache pays none

        digest = blake2b(f"{__version__} {sys.version}".encode(), digest_size=16)
        top = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))  # noqa: PTH120 # see _sources
        recorded = _recorded()
        for name, size, changed in sorted(_sources(top, "claimcheck")):
            digest.update(f"{name}\0{size}\0{recorded.get(name, changed)}\n".encode())
        for name in _ENGINES:
            with suppress(PackageNotFoundError):
                digest.update(f"{name} {version(name)}\n".encode())
        return digest.digest()

    def key(self, data: bytes, suffix: str, config: Config) -> Key:
        """The key of the report of a text: the same for the same text, rules and version."""
        digest = blake2b(self._stamp, digest_size=32)
        digest.update(f"{suffix.lower()}\0{_settled(config)}\0".encode("utf-8", "surrogatepass"))
        digest.update(data)
        return Key(digest.digest())

    def get(self, key: Key) -> bytes | None:
        """What lies under a key, if it is whole."""
        file = self._file(key)
        try:
            with open(file, "rb") as entry:  # noqa: PTH123 # pathlib takes as long as all the rest of it
                data = entry.read()
                if time.time() - os.fstat(entry.fileno()).st_mtime > _PRUNING:
                    with suppress(OSError):  # one that may only be read
                        os.utime(file)
        except OSError:
            return None
        start = len(_HEADER) + _CHECKSUM
        if data[:start] != _HEADER + key.checksum(data[start:]):
            return None
        nonce, sealed = data[start : start + _NONCE], data[start + _NONCE :]
        with suppress(zlib.error):
            return zlib.decompress(key.sealed(sealed, nonce))
        return None

    def put(self, key: Key, data: bytes) -> None:
        """Keep something under a key."""
        from tempfile import NamedTemporaryFile  # noqa: PLC0415 # only for what is not there yet

        nonce = os.urandom(_NONCE)
        entry = nonce + key.sealed(zlib.compress(data, 1), nonce)
        file = Path(self._file(key))
        with suppress(OSError):
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            beside = NamedTemporaryFile(dir=file.parent, prefix=".", delete=False)  # noqa: SIM115 # closed below
            try:
                with beside:
                    beside.write(_HEADER + key.checksum(entry) + entry)
                Path(beside.name).replace(file)
            except BaseException:
                Path(beside.name).unlink(missing_ok=True)
                raise

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
                with suppress(OSError):
                    file.unlink(missing_ok=True)

    def _file(self, key: Key) -> str:
        name = key.name
        return f"{self.folder}{os.sep}{name[:2]}{os.sep}{name[2:]}"


def _recorded() -> dict[str, str]:
    """Claimcheck's own files by the digests that their installer wrote down: path, "sha256=…".

    A fresh environment, as every job of a CI system has one, has other times and the same digests. An
    editable installation has no digests.
    """
    from importlib.metadata import PackageNotFoundError, distribution  # noqa: PLC0415 # as above

    try:
        lines = (distribution("claimcheck").read_text("RECORD") or "").splitlines()
    except (PackageNotFoundError, OSError):
        return {}
    rows = (line.split(",") for line in lines if line.startswith("claimcheck/"))
    return {row[0]: row[1] for row in rows if row[1:2] > [""]}


def _sources(top: str, folder: str) -> Iterator[tuple[str, int, int]]:
    """Claimcheck's own files: path, size, time. By scandir: pathlib takes 12 ms for it in every run."""
    with os.scandir(f"{top}{os.sep}{folder}") as found:
        for each in found:
            path = f"{folder}/{each.name}"
            if each.is_dir():
                if each.name != "__pycache__":
                    yield from _sources(top, path)
            elif each.name.endswith((".py", ".toml", ".json")):
                known = each.stat()
                yield path, known.st_size, known.st_mtime_ns


def _ages(folder: Path, now: float) -> list[tuple[float, int, Path]]:
    found = []
    for file in folder.glob("??/*"):
        with suppress(OSError):
            known = file.stat()
            found.append((now - known.st_mtime, known.st_size, file))
    return found


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
