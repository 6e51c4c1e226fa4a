"""What all wanted formats have to write of one input, as bytes: it crosses processes and lies in the cache.

A line of JSON with the counts and the lengths, then the texts one after the other.
"""

import json

from attrs import frozen

from claimcheck.model import Severity
from claimcheck.report import load
from claimcheck.report.format import Settings, Tally
from claimcheck.run import Outcome

__all__ = ["Pieces", "Renderer"]


@frozen
class Pieces:
    """The counts of one input, and its text in each format; None where one has nothing to say."""

    tally: Tally
    texts: tuple[str | None, ...]

    def packed(self) -> bytes:
        """As bytes."""
        texts = [None if text is None else text.encode("utf-8", "surrogatepass") for text in self.texts]
        head = {
            "claims": self.tally.claims,
            "diagnostics": self.tally.diagnostics,
            "codes": self.tally.codes,
            "failures": self.tally.failures,
            "lengths": [None if text is None else len(text) for text in texts],
        }
        return b"\n".join((json.dumps(head).encode(), b"".join(filter(None, texts))))

    @classmethod
    def unpacked(cls, data: bytes) -> "Pieces":
        """From bytes."""
        line, _, rest = data.partition(b"\n")
        head = json.loads(line)
        tally = Tally(files=1, failures=[(name, message) for name, message in head["failures"]])
        tally.claims.update(head["claims"])
        tally.diagnostics.update({Severity(each): count for each, count in head["diagnostics"].items()})
        tally.codes.update(head["codes"])
        texts: list[str | None] = []
        for length in head["lengths"]:
            texts.append(None if length is None else rest[:length].decode("utf-8", "surrogatepass"))
            rest = rest[length or 0 :]
        return cls(tally, tuple(texts))


@frozen
class Renderer:
    """Writes outcomes in formats, each by its name and with its settings."""

    forms: tuple[tuple[str, Settings], ...]

    @property
    def stamp(self) -> str:
        """The formats and settings in words."""
        return repr(self.forms)

    def __call__(self, outcome: Outcome) -> bytes:
        """What the formats have to say of an outcome."""
        tally = Tally()
        tally.add(outcome)
        return Pieces(tally, tuple(_text(name, outcome, settings) for name, settings in self.forms)).packed()


def _text(name: str, outcome: Outcome, settings: Settings) -> str | None:
    form = load(name)
    pieces = list(form.items(outcome, settings))
    return form.separator.join(pieces) if pieces else None
