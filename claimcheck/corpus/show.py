"""Misses as people read them: the line of the corpus file, with carets below."""

from collections.abc import Iterator, Sequence

from claimcheck.corpus.cases import Case
from claimcheck.corpus.compare import Miss

__all__ = ["shown"]

_WIDTH = 100


def shown(case: Case, misses: Sequence[Miss]) -> str:
    """All misses, one below the other."""
    return "\n".join(line for miss in misses for line in _lines(case, miss))


def _lines(case: Case, miss: Miss) -> Iterator[str]:
    yield f"{case.where(miss.span)}: {miss.what}: {miss.message}"
    text = case.text
    start = text.rfind("\n", 0, miss.span.start) + 1
    end = text.find("\n", miss.span.start)
    end = len(text) if end < 0 else end
    left = max(start, miss.span.start - _WIDTH // 2)
    right = min(end, max(left + _WIDTH, miss.span.start + 1))
    yield f"    {'…' if left > start else ' '}{text[left:right]}{'…' if right < end else ''}"
    yield f"     {' ' * (miss.span.start - left)}{'^' * max(1, min(miss.span.end, right) - miss.span.start)}"
