"""One module for each output format: a new one is a module with a `FORMAT` and a row here."""

from collections.abc import Callable
from difflib import get_close_matches
from importlib import import_module

from attrs import frozen

from claimcheck.errors import ConfigurationError
from claimcheck.report.format import Format, Settings, Tally
from claimcheck.run import Outcome

__all__ = ["FORMATS", "Format", "Row", "Settings", "Tally", "Writer", "load"]


@frozen
class Row:
    """An output format by name: where it is written, what it is for, and the file names that ask for it."""

    module: str
    summary: str
    suffixes: tuple[str, ...] = ()


FORMATS = {
    "text": Row("text", "every claim, then the findings with source and carets", (".txt",)),
    "concise": Row("concise", "one line a finding"),
    "statistics": Row("statistics", "how often each rule was broken"),
    "json": Row("json_", "everything, as one JSON value", (".json",)),
    "jsonl": Row("jsonl", "everything, one JSON value a line and document", (".jsonl", ".ndjson")),
    "sarif": Row("sarif", "SARIF 2.1.0, for GitHub code scanning and others", (".sarif", ".sarif.json")),
    "github": Row("github", "annotations in GitHub Actions"),
    "gitlab": Row("gitlab", "GitLab Code Quality"),
    "junit": Row("junit", "JUnit XML", (".xml",)),
    "rdjson": Row("rdjson", "reviewdog"),
    "web-annotation": Row("web_annotation", "W3C Web Annotations", (".jsonld",)),
    "html": Row("html_", "one self-contained page for editors", (".html", ".htm")),
    "csv": Row("csv_", "all claims as a table", (".csv",)),
}


def load(name: str) -> Format:
    """The format called `name`; its module is imported only now.

    Raises:
        ConfigurationError: there is none; the message names the nearest.
    """
    if name not in FORMATS:
        near = get_close_matches(name, FORMATS, n=1, cutoff=0.5)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(FORMATS)}"
        raise ConfigurationError(f"no output format {name!r}; {hint}")
    loaded: Format = import_module(f"{__name__}.{FORMATS[name].module}").FORMAT
    return loaded


class Writer:
    """Writes one report, piece by piece, as inputs become known.

    `put` takes each piece of text; call `add` or `include` for every input and `close` once.
    """

    def __init__(self, form: Format, settings: Settings, put: Callable[[str], object]) -> None:
        self._form = form
        self._settings = settings
        self._put = put
        self._written = False
        put(form.head(settings))

    def add(self, outcome: Outcome) -> None:
        """Write what there is to say of one input."""
        for piece in self._form.items(outcome, self._settings):
            self.include(piece)

    def include(self, piece: str | None) -> None:
        """Write what was made of one input by the same format before; None is nothing."""
        if piece is None:
            return
        if self._written:
            self._put(self._form.separator)
        self._put(piece)
        self._written = True

    def close(self, tally: Tally) -> None:
        """Write what comes after the last input."""
        self._put(self._form.tail(tally))
