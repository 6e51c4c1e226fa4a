"""Law reports for machines: JSON, and JUnit with a suite for each converter and a test for each law."""

import json
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from claimcheck.converters.examine import LawReport, Tried
from claimcheck.report.junit import legal

__all__ = ["FORMATS", "as_json", "as_junit", "as_text"]


def as_text(reports: Sequence[LawReport]) -> str:
    """What a person reads."""
    return "\n\n".join(map(str, reports)) + "\n"


def as_json(reports: Sequence[LawReport]) -> str:
    """One object with a list of converters; every law has `law`, `title`, `status` and `examples`.

    A converter that could not be tried has a `problem`.
    """
    converters = []
    for report in reports:
        told = {
            "name": report.name,
            "subject": report.subject,
            "seed": report.seed,
            "examples": report.examples,
            "laws": [_plain(each) for each in report.tried],
        }
        converters.append(told | {"problem": report.problem} if report.problem else told)
    return json.dumps({"converters": converters}, ensure_ascii=False, indent=2) + "\n"


def _plain(tried: Tried) -> dict[str, str | int | None]:
    plain: dict[str, str | int | None] = {
        "law": tried.law.name,
        "title": tried.law.title,
        "status": tried.status,
        "examples": tried.examples,
    }
    if tried.reason:
        plain["reason"] = tried.reason
    if tried.broken is not None:
        plain |= {
            "input": tried.broken.given,
            "expected": tried.broken.expected,
            "got": tried.broken.got,
            "cause": tried.broken.cause,
            "explanation": tried.broken.explanation,
        }
    return plain


def as_junit(reports: Sequence[LawReport]) -> str:
    """JUnit XML as CI servers read it."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites name="claimcheck converter">']
    for report in reports:
        name = quoteattr(legal(report.name))
        skipped = sum(each.status == "skipped" for each in report.tried)
        tests, errors = len(report.tried) + bool(report.problem), int(bool(report.problem))
        counts = f'tests="{tests}" failures="{len(report.broken)}" skipped="{skipped}" errors="{errors}"'
        lines.append(f"<testsuite name={name} {counts}>")
        lines += [_case(name, each) for each in report.tried]
        if report.problem:
            error = f'<error type="untried" message={quoteattr(legal(report.problem))}/>'
            lines.append(
                f'<testcase classname={name} name="its declaration can be followed">{error}</testcase>'
            )
        lines.append("</testsuite>")
    return "\n".join([*lines, "</testsuites>\n"])


def _case(classname: str, tried: Tried) -> str:
    head = f"<testcase classname={classname} name={quoteattr(legal(tried.law.title))}"
    if tried.status == "skipped":
        return f"{head}><skipped message={quoteattr(legal(tried.reason))}/></testcase>"
    if tried.broken is None:
        return f"{head}/>"
    kind = quoteattr(tried.broken.cause or tried.law.name)
    message = quoteattr(
        legal(f"{tried.broken.given}: expected {tried.broken.expected}, got {tried.broken.got}")
    )
    return f"{head}><failure type={kind} message={message}>{escape(legal(str(tried)))}</failure></testcase>"


FORMATS = {"text": as_text, "json": as_json, "junit": as_junit}
