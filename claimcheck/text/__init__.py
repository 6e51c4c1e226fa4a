"""Characters in, positions out: documents, sentences, positions, and one reader for each format."""

from claimcheck.text.document import Document, Piece
from claimcheck.text.positions import LineIndex, Position
from claimcheck.text.readers import read, read_bytes

__all__ = ["Document", "LineIndex", "Piece", "Position", "read", "read_bytes"]
