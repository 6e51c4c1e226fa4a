"""Findings that are known and may stay: a file of fingerprints, so that a new rule stops no presses.

The file is JSON, sorted, one finding a line, with paths from its own folder: it lies in version control, and
a difference shows what went and what came.
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path

from attrs import define, field, frozen

from claimcheck.check import Report
from claimcheck.errors import ConfigurationError
from claimcheck.fingerprint import fingerprints
from claimcheck.fixes import replace

__all__ = ["Baseline", "Record"]

_VERSION = 1


@frozen
class Baseline:
    """Fingerprints of findings that are not reported, by file."""

    folder: Path
    known: Mapping[str, frozenset[str]]

    @classmethod
    def read(cls, file: Path) -> "Baseline":
        """The baseline in a file.

        Raises:
            ConfigurationError: it cannot be read, or is none.
        """
        try:
            table = json.loads(file.read_text(encoding="utf-8"))
            version = table["version"]
            known = {name: frozenset(findings) for name, findings in table["findings"].items()}
        except OSError as error:
            raise ConfigurationError(f"{file}: cannot be read: {error.strerror or error}") from error
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ConfigurationError(f"{file}: is no baseline; write one with --write-baseline") from error
        if version != _VERSION:
            raise ConfigurationError(f"{file}: a baseline of version {version}; write it anew")
        return cls(file.parent.absolute(), known)

    def stamp(self, path: Path | None, name: str) -> str:
        """The findings of a file that the baseline holds."""
        return " ".join(sorted(self._known(path, name)))

    def __call__(self, report: Report) -> Report:
        """The report with only the findings that the baseline does not hold."""
        known = self._known(report.document.path, report.document.name)
        if not known:
            return report
        marks = fingerprints(report.document, report.diagnostics)
        new = tuple(each for each, mark in zip(report.diagnostics, marks, strict=True) if mark not in known)
        return report.with_diagnostics(new)

    def _known(self, path: Path | None, name: str) -> frozenset[str]:
        return self.known.get(_key(path, name, self.folder), frozenset())


@define
class Record:
    """Gathers findings for a baseline."""

    file: Path
    findings: dict[str, dict[str, str]] = field(factory=dict)

    def take(self, report: Report) -> Report:
        """Note all findings of a report; what is left has none."""
        if not report.diagnostics:
            return report
        marks = fingerprints(report.document, report.diagnostics)
        document = report.document
        self.findings[_key(document.path, document.name, self.file.parent.absolute())] = {
            mark: f"{finding.code} {finding.message}"
            for mark, finding in zip(marks, report.diagnostics, strict=True)
        }
        return report.with_diagnostics(())

    def write(self) -> int:
        """Write the file and say how many findings it holds.

        Raises:
            ConfigurationError: it cannot be written.
        """
        table = {"version": _VERSION, "findings": self.findings}
        text = json.dumps(table, indent=1, sort_keys=True, ensure_ascii=False)
        try:
            replace(self.file, f"{text}\n".encode("utf-8", "backslashreplace"))
        except OSError as error:
            raise ConfigurationError(f"{self.file}: cannot be written: {error.strerror or error}") from error
        return sum(map(len, self.findings.values()))


def _key(path: Path | None, name: str, folder: Path) -> str:
    """What a file is called in the baseline: its path from the baseline's folder, with slashes."""
    if path is None:
        return name
    return Path(os.path.relpath(path.absolute(), folder)).as_posix()
