"""What a finding is recognised by from one version of a draft to the next.

The fingerprint is made of the rule's code, the words that are marked, and the words right before and after
them in the same paragraph; white space, case of quotation marks and line breaks play no part. Edits elsewhere
in the file leave it alone. Of several findings that would have the same one, the n-th in reading order gets
the number n, so that an edit above moves nothing unless it adds or removes such a twin.
"""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from unicodedata import normalize

from claimcheck.model import Diagnostic, Span
from claimcheck.text import Document

__all__ = ["CONTEXT", "fingerprints"]

CONTEXT = 3
"""Words on each side that take part."""

_REACH = 80
_QUOTES = str.maketrans("‘’“”‟‛", "''\"\"\"'")


def fingerprints(document: Document, diagnostics: Sequence[Diagnostic]) -> list[str]:
    """One fingerprint for each diagnostic, in the same order: 32 hexadecimal digits, each once."""
    seen: Counter[str] = Counter()
    found: dict[int, str] = {}
    for index in sorted(range(len(diagnostics)), key=lambda index: diagnostics[index].span):
        key = _key(document.text, diagnostics[index].code, diagnostics[index].span)
        found[index] = _digest(f"{key}\0{seen[key]}")
        seen[key] += 1
    return [found[index] for index in range(len(diagnostics))]


def _key(text: str, code: str, span: Span) -> str:
    before = text[max(span.start - _REACH, 0) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _REACH].partition("\n")[0]
    return "\0".join((code, _before(before), _normal(span.of(text)), _after(after)))


def _before(text: str) -> str:
    return " ".join(_normal(text).split()[-CONTEXT:])


def _after(text: str) -> str:
    return " ".join(_normal(text).split()[:CONTEXT])


def _normal(text: str) -> str:
    return " ".join(normalize("NFKC", text).translate(_QUOTES).split())


def _digest(key: str) -> str:
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]
