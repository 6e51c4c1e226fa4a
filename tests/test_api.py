"""The names that the outside relies on, and what importing costs."""

import os
import subprocess
import sys
from pathlib import Path
from types import FunctionType, ModuleType

import attrs
import pytest

import claimcheck

NAMES = {
    "Assessment", "Attribution", "Claim", "ClaimcheckError", "Config", "Conversion", "Diagnostic", "Document",
    "Figure", "Fix", "Multiple", "Quantity", "Reference", "Report", "Severity", "Span", "Speaker", "Unit",
    "Verdict", "__version__", "check", "parse", "read",
}  # fmt: skip

FIELDS = {
    "Span": {"start", "end"},
    "Figure": {"span", "value", "place", "zeros", "spelled"},
    "Quantity": {"span", "shape", "figures", "least", "most", "unit", "raw_unit", "modifiers"},
    "Unit": {"name", "kind", "system"},
    "Conversion": {"span", "stated", "restated", "relation"},
    "Assessment": {"verdict", "how", "expected", "gap", "cause", "suggestion"},
    "Multiple": {"span", "factor", "reference"},
    "Reference": {"name", "note", "source"},
    "Attribution": {"source", "cue", "content", "form", "act", "speaker", "flags"},
    "Diagnostic": {"code", "name", "severity", "message", "span", "related", "fixes", "data"},
    "Report": {
        "document", "claims", "quantities", "conversions", "multiples", "attributions", "diagnostics",
        "source_of", "assessment_of",
    },
}  # fmt: skip

# What is printed: seconds of processor time for the import, then what it loaded and opened.
IMPORT = """
import sys, time
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
start = time.process_time()
import claimcheck
print(time.process_time() - start)
print(*sorted({name.partition(".")[0] for name in sys.modules}))
print(*(name for name in opened if name.endswith((".toml", ".json", ".txt"))))
"""


def python(code: str, environment: dict[str, str] | None = None) -> str:
    """What a fresh interpreter prints."""
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout  # noqa: S603 # our own code


def test_the_public_names_are_there_and_no_others() -> None:
    assert set(claimcheck.__all__) == NAMES
    assert all(hasattr(claimcheck, name) for name in NAMES)
    assert [*claimcheck.__all__] == sorted(claimcheck.__all__)


@pytest.mark.parametrize("name", FIELDS)
def test_the_public_types_have_the_fields_that_are_promised(name: str) -> None:
    kind = getattr(claimcheck, name)
    there = {field.name for field in attrs.fields(kind)} | set(dir(kind))
    assert FIELDS[name] <= there


def test_check_and_parse_stay_functions() -> None:
    """Modules have the same names, and importing one would put it in the function's place."""
    for module in ("claimcheck.check", "claimcheck.parse"):
        code = f"import claimcheck, {module}; print(type({module}).__name__)"
        assert python(code).strip() == "function"
    assert isinstance(claimcheck.check, FunctionType)
    assert isinstance(claimcheck.parse, FunctionType)
    assert isinstance(sys.modules["claimcheck.parse"], ModuleType)


def test_importing_is_cheap(tmp_path: Path) -> None:
    # Bytecode is written to a place of its own, as pip writes it for whoever installs the package.
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path), "PYTHONDONTWRITEBYTECODE": ""}
    runs = [python(IMPORT, environment) for _ in range(6)]
    seconds = min(float(run.split("\n")[0]) for run in runs)
    loaded, data = runs[0].split("\n")[1].split(), runs[0].split("\n")[2]
    assert not {"pint", "hypothesis", "pyromark", "pytest", "numpy", "rich"} & set(loaded)
    assert not data, "no data file is read"
    assert seconds < 0.1


def test_errors_are_also_what_python_calls_them() -> None:
    with pytest.raises(ValueError, match="nowhere"):
        claimcheck.read("/nowhere/nowhere.txt")
    with pytest.raises(claimcheck.ClaimcheckError, match="nowhere"):
        claimcheck.read("/nowhere/nowhere.txt")


def test_a_report_reads_as_the_design_has_it() -> None:
    report = claimcheck.check("The base lies 50 km (3 miles) from the border.")
    assert [each.code for each in report.diagnostics] == ["U101"]
    conversion = report.conversions[0]
    assessment = report.assessment_of(conversion)
    assert assessment is not None
    assert assessment.verdict is claimcheck.Verdict.DISAGREES
    assert report.source_of(conversion) is None, "the article's own voice"


def test_parse_is_the_same_without_rules() -> None:
    text = "Ana Ruiz said the base lies 50 km (3 miles) from the border."
    parsed, checked = claimcheck.parse(text), claimcheck.check(text)
    assert parsed.diagnostics == ()
    assert parsed.claims == checked.claims


def test_a_document_may_be_given_for_a_text() -> None:
    document = claimcheck.Document("It is 50 km (3 miles) away.", name="draft")
    assert claimcheck.check(document).document is document
    assert claimcheck.check(document).claims == claimcheck.check(document.text).claims
