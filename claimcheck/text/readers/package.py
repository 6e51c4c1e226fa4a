"""The zip and XML below a .docx, opened as if an enemy had sent it.

What is read is bounded by what comes out of a member, not by what its header promises, so that a zip bomb
costs no more than an honest file of the largest size; and a document type declaration, which is where entity
bombs and references to other files begin, ends the reading (ECMA-376 part 2, 8.2.5, allows none).
"""

import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Self
from xml.parsers import expat  # document type declarations are refused below

from attrs import field, frozen

from claimcheck.errors import DocumentError

__all__ = ["Package", "parse_xml"]

LARGEST_PART = 64 * 1024 * 1024
"""Bytes of XML in one part. *War and Peace* is 3 MB of text, and Word's markup ten times its text."""
LARGEST_SHARE = 100, 100 * 1024
"""A part over 100 KB that is more than a hundred times as large as it was packed is a bomb: the limits of
Apache POI (ZipSecureFile, MIN_INFLATE_RATIO and GRACE_ENTRY_SIZE), which the world's documents keep."""
_CHUNK = 1 << 16
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


@frozen
class Package:
    """The parts of an Office Open XML file (ECMA-376 part 2)."""

    name: str
    _zip: zipfile.ZipFile = field(repr=False)

    @classmethod
    def of(cls, data: bytes, name: str) -> Self:
        """Open the bytes of a file.

        Raises:
            DocumentError: they are no zip file.
        """
        if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):  # [MS-CFB] 2.2, header signature
            raise DocumentError(
                f"{name}: is an old .doc or locked by a password; save it as .docx without one"
            )
        try:
            return cls(name, zipfile.ZipFile(BytesIO(data)))
        except _BROKEN as error:
            raise DocumentError(f"{name}: is no .docx (no zip file: {error}); save it anew") from error

    def chunks(self, part: str) -> Iterator[bytes]:
        """The bytes of a part, a little at a time; nothing if it is not there.

        Raises:
            DocumentError: the part is damaged, or larger than `LARGEST_PART` or a bomb.
        """
        try:
            info = self._zip.getinfo(part)
        except KeyError:
            return
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):  # ECMA-376 part 2, B.4
            raise DocumentError(
                f"{self.name}: {part} is packed in a way that no .docx is; save the file anew"
            )
        size, (share, grace) = 0, LARGEST_SHARE
        for chunk in self._unpacked(info):
            size += len(chunk)
            if size > max(grace, share * info.compress_size):
                raise DocumentError(
                    f"{self.name}: {part} unpacks to over {share} times its size; such files are not read"
                )
            if size > LARGEST_PART:
                raise DocumentError(
                    f"{self.name}: {part} unpacks to over {LARGEST_PART:,} bytes; such files are not read"
                )
            yield chunk

    def _unpacked(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        try:
            with self._zip.open(info) as member:
                while chunk := member.read(_CHUNK):
                    yield chunk
        except _BROKEN as error:
            raise DocumentError(
                f"{self.name}: {info.filename} is damaged ({error}); save the file anew"
            ) from error

    def related(self, part: str) -> dict[str, str]:
        """The parts that a part (or, "", the package) points to, by the last word of their kind."""
        folder, file = posixpath.split(part)
        found: dict[str, str] = {}

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag.endswith(" Relationship") and attributes.get("TargetMode") != "External":
                kind = attributes.get("Type", "").rpartition("/")[2]
                target = posixpath.join("/", folder, attributes.get("Target", ""))
                found.setdefault(kind, posixpath.normpath(target).lstrip("/"))

        parse_xml(self, posixpath.join(folder, "_rels", f"{file}.rels"), start)
        return found


def parse_xml(
    package: Package,
    part: str,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] = lambda _: None,
    data: Callable[[str], None] = lambda _: None,
) -> bool:
    """Call back for the elements ("namespace name") and text of a part; False if it is not there.

    Raises:
        DocumentError: the part is damaged, too large, no XML, or declares a document type.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = data

    def refuse(*_: object) -> None:
        raise DocumentError(f"{package.name}: {part} declares a document type, which no .docx does; not read")

    parser.StartDoctypeDeclHandler = refuse
    there = False
    try:
        for chunk in package.chunks(part):
            there = True
            parser.Parse(chunk, False)  # noqa: FBT003 # expat takes it by position
        if there:
            parser.Parse(b"", True)  # noqa: FBT003 # the same
    except expat.ExpatError as error:
        raise DocumentError(f"{package.name}: {part} is no XML ({error}); save the file anew") from error
    return there
