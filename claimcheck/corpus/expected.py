"""What the marks of a case ask for."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from claimcheck.corpus.cases import Case, nothing_of
from claimcheck.corpus.equal import check_value, equal
from claimcheck.corpus.facts import Found, Parts, trimmed
from claimcheck.corpus.vocabulary import KEYS, PARTS, rule_codes
from claimcheck.errors import CorpusError
from claimcheck.model import Span
from claimcheck.text.spans import Attributes, Mark

__all__ = ["Expected", "expected"]

_PARAGRAPH = "paragraph "  # no label of a corpus file has a blank


@frozen
class Expected:
    """A mark, or the marks of one attribution.

    `place` is where the thing must be; None is anywhere. Under `absent` nothing of the kind may be there.
    """

    kind: str
    span: Span
    place: Span | Parts | None
    values: Mapping[str, str]
    maybe: bool = False
    xfail: str | None = None
    name: str = ""
    absent: bool = False

    @property
    def parts(self) -> tuple[Span, ...]:
        """All the spans that are marked."""
        return (
            tuple(span for part in self.place for span in part)
            if isinstance(self.place, tuple)
            else (self.span,)
        )

    def label(self, text: str) -> str:
        """The mark in a few words, for people."""
        if self.absent:
            return f"no {self.kind} in “{self.span.of(text)}”"
        if not isinstance(self.place, tuple):
            return f".{self.name or self.kind} “{self.span.of(text)}”"
        words = (" … ".join(each.of(text) for each in part) for part in self.place)
        return f".{self.kind} " + " | ".join(word or "–" for word in words)

    def best(self, found: Sequence[Found], text: str) -> Found | None:
        """Of the things at this place, the one with the fewest faults."""
        here = (each for each in found if self._is_here(each, text) and self.name in ("", each.name))
        return min(here, key=lambda each: len(self.faults(each)), default=None)

    def faults(self, found: Found) -> tuple[str, ...]:
        """Every fact that is not as the mark says."""
        return tuple(
            f"{key} is {found.facts.get(key, 'none')}, not {wanted}"
            for key, wanted in self.values.items()
            if not equal(key, wanted, found.facts.get(key, "none"))
        )

    def _is_here(self, each: Found, text: str) -> bool:
        if self.place is not None:
            return self.place in each.places
        spans = [place for place in each.places if isinstance(place, Span)]
        return any(not any(map(str.isalnum, text[: span.start] + text[span.end :])) for span in spans)


def expected(case: Case, kind: str) -> tuple[Expected, ...]:
    """What a case asks for, of one kind, in reading order.

    Raises:
        CorpusError: the marks contradict themselves.
    """
    of_kind = {"attribution": _attributions, "diagnostic": _diagnostics}.get(kind)
    asked = [*(of_kind(case) if of_kind else _marked(case, kind)), *_absent(case, kind)]
    return tuple(sorted(asked, key=lambda each: (each.span, each.name)))


def _marked(case: Case, kind: str) -> Iterator[Expected]:
    for mark in case.marks:
        said = mark.attributes
        if kind in said.classes:
            yield Expected(kind, mark.span, mark.span, _values(case, kind, mark.span, said), *_doubts(said))
    meaning = case.meaning
    if meaning and kind in meaning.classes:
        values = _values(case, kind, Span(0, 0), meaning)
        same = [mark for mark in case.marks if "same" in mark.attributes.classes]
        for mark in same:
            yield Expected(kind, mark.span, mark.span, values, *_doubts(mark.attributes))
        if not same:
            yield Expected(kind, Span(0, len(case.text)), None, values)


def _absent(case: Case, kind: str) -> Iterator[Expected]:
    for mark in case.marks:
        if kind in nothing_of(mark):
            yield Expected(kind, mark.span, mark.span, {}, *_doubts(mark.attributes), absent=True)


def _diagnostics(case: Case) -> Iterator[Expected]:
    for mark in case.marks:
        said = mark.attributes
        for code in rule_codes(said):
            values = _values(case, "diagnostic", mark.span, said)
            yield Expected("diagnostic", mark.span, mark.span, values, *_doubts(said), name=code)


def _values(case: Case, kind: str, span: Span, said: Attributes) -> dict[str, str]:
    """The keys that speak of a kind, each with a value that it can have."""
    values = {key: value for key, value in said.values.items() if key in KEYS[kind]}
    if "nobody" in said.classes and "says" in KEYS[kind]:
        values["says"] = "none"
    for key, value in values.items():
        check_value(key, value, case.where(span))
    return values


def _doubts(said: Attributes) -> tuple[bool, str | None]:
    """Whether a mark may be seen either way, and why it fails today."""
    return "maybe" in said.classes, said.values["reason"] if "xfail" in said.classes else None


def _attributions(case: Case) -> Iterator[Expected]:
    groups: defaultdict[str, list[tuple[str, Mark]]] = defaultdict(list)
    for mark in case.marks:
        for part in (name for name in mark.attributes.classes if name in PARTS):
            labels = mark.attributes.values.get("of", "").split()
            paragraph = _PARAGRAPH + str(case.text.count("\n\n", 0, mark.span.start) + 1)
            for label in labels or [paragraph]:
                groups[label].append((part, mark))
    for label, members in groups.items():
        yield _together(case, label, members)


def _together(case: Case, label: str, members: list[tuple[str, Mark]]) -> Expected:
    """The attribution that a label, or a paragraph without labels, holds together."""
    source, cue, content = (tuple(mark.span for part, mark in members if part == name) for name in PARTS)
    where = case.where(members[0][1].span)
    if not cue and not content:
        raise CorpusError(f"{where}: a source alone is no attribution ({label}); mark its cue or content")
    if label.startswith(_PARAGRAPH) and len(cue) > 1:
        raise CorpusError(f"{where}: two cues in one paragraph; say with of=… which parts belong together")
    # A part that several attributions share says nothing of any of them.
    own = [mark.attributes for _, mark in members if " " not in mark.attributes.values.get("of", "").strip()]
    values = dict(case.meaning.values) if case.meaning else {}
    for said in own:
        for key, value in said.values.items():
            if values.setdefault(key, value) != value and key in KEYS["attribution"]:
                raise CorpusError(f"{where}: {key}= is said twice and differently ({label})")
    doubts = [_doubts(said) for said in own]
    return Expected(
        "attribution",
        Span(min(mark.span.start for _, mark in members), max(mark.span.end for _, mark in members)),
        trimmed((source, cue, content), case.text),
        {key: value for key, value in values.items() if key in KEYS["attribution"]},
        any(maybe for maybe, _ in doubts),
        next((reason for _, reason in doubts if reason), None),
    )
