"""Claims × enabled rules → diagnostics."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, cast

from attrs import field, frozen

from claimcheck.annotate import Sources
from claimcheck.model import (
    Assessment,
    Attribution,
    Claim,
    Config,
    Conversion,
    Diagnostic,
    Multiple,
    Quantity,
    Span,
    Speaker,
    Suppression,
    Verdict,
)
from claimcheck.parse import attributed, conversions, multiples, quantities
from claimcheck.rules import Claimed, Rule, rules
from claimcheck.suppressions import heard, suppressions
from claimcheck.text import Document

if TYPE_CHECKING:
    from claimcheck.lexicon import Lexicon
    from claimcheck.parse.attribution import Attributed

__all__ = ["Report", "check", "enabled_rules", "read_claims"]

_SUBJECTS = {
    Quantity: "quantities",
    Conversion: "conversions",
    Multiple: "multiples",
    Attribution: "attributions",
    Suppression: "suppressions",
}
_STATE = (
    *("document", "config", "quantities", "conversions", "multiples", "_attributed", "attributions"),
    *("claims", "suppressions", "diagnostics"),
)
_WORST_FIRST = {Verdict.DISAGREES: 0, Verdict.LOOSE: 1, Verdict.AGREES: 2}


@frozen
class Report:
    """Everything that is known of a document. Each part is worked out when it is first asked for.

    `diagnostics` is empty for a report made by `claimcheck.parse`.
    """

    document: Document
    config: Config = field(factory=Config, repr=False)
    _rules: tuple[Rule, ...] = field(default=(), repr=False)

    @cached_property
    def _lexicon(self) -> "Lexicon":
        from claimcheck.lexicon import english  # noqa: PLC0415 # `import claimcheck` must not pay for it

        return english(self.config.units, self.config.house_units)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Every quantity in reading order, those inside conversions included."""
        return tuple(quantities(self.document.text, self._lexicon))

    @cached_property
    def conversions(self) -> tuple[Conversion, ...]:
        """Every place where the text states one quantity in two ways."""
        return tuple(conversions(self.document.text, self.quantities, self._lexicon))

    @cached_property
    def multiples(self) -> tuple[Multiple, ...]:
        """Every figure that is a multiple of a known quantity."""
        return tuple(multiples(self.document.text, self._lexicon))

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """Who says what, in the order of their first characters."""
        found = self._attributed.attributions
        return found if self.config.attitudes else tuple(each for each in found if each.act == "reporting")

    @property
    def quotations(self) -> tuple[Span, ...]:
        """What stands between quotation marks, the marks included."""
        return self._attributed.quotations

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """Everybody whom the document quotes, with all their mentions."""
        return self._attributed.speakers

    @cached_property
    def _attributed(self) -> "Attributed":
        return attributed(self.document.text, self._lexicon)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """All claims in reading order; the figures inside a conversion or multiple belong to it."""
        taken = [*(each.span for each in self.conversions), *(each.span for each in self.multiples)]
        found = [
            *(Claim(each.span, "conversion", each) for each in self.conversions),
            *(Claim(each.span, "multiple", each) for each in self.multiples),
            *(Claim(each.span, "attribution", each) for each in self.attributions),
            *(Claim(each.span, "quantity", each) for each in _outside(self.quantities, taken)),
        ]
        return tuple(sorted(found, key=lambda claim: (claim.span, claim.kind)))

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What the enabled rules have to say, in reading order, but for what the text itself silences."""
        left, _ = self._heard
        about_silence = [
            each for rule in self._rules if rule.subject is Suppression for each in self._run(rule)
        ]
        return tuple(sorted((*left, *about_silence), key=lambda each: (each.span, each.code)))

    @cached_property
    def suppressions(self) -> tuple[Suppression, ...]:
        """Every `<!-- claimcheck … -->` of the document, and what of it is not needed."""
        return self._heard[1]

    @cached_property
    def _heard(self) -> tuple[tuple[Diagnostic, ...], tuple[Suppression, ...]]:
        found = [each for rule in self._rules if rule.subject is not Suppression for each in self._run(rule)]
        enabled = frozenset(word for rule in self._rules for word in (rule.code, rule.name))
        return heard(found, suppressions(self.document), enabled)

    def with_diagnostics(self, diagnostics: tuple[Diagnostic, ...]) -> "Report":
        """The same report with only these findings (what is new, what is on changed lines)."""
        return Report.of_state({**self.__getstate__(), "diagnostics": diagnostics})

    def __getstate__(self) -> dict[str, object]:
        """Every part, worked out: a report that crosses processes or comes from a cache never parses.

        The rules stay behind; they have done their work.
        """
        assessed = tuple((each, self.assessments_of(each)) for each in self.conversions)
        return {**{name: getattr(self, name) for name in _STATE}, "_assessed": assessed}

    def __setstate__(self, state: dict[str, object]) -> None:
        for name, value in state.items():
            object.__setattr__(self, name, value)
        assessed = cast("tuple[tuple[Conversion, tuple[Assessment, ...]], ...]", state["_assessed"])
        object.__setattr__(self, "_assessed", {id(each[0]): each for each in assessed})
        object.__setattr__(self, "_rules", ())

    @classmethod
    def of_state(cls, state: dict[str, object]) -> "Report":
        """The report that `__getstate__` took apart."""
        report = object.__new__(cls)
        report.__setstate__(state)
        return report

    def source_of(self, claim: Claimed) -> Attribution | None:
        """The innermost attribution that covers the claim; None is the article's own voice."""
        span = claim if isinstance(claim, Span) else claim.span
        subject = claim.subject if isinstance(claim, Claim) else claim
        return self._sources.innermost(span, but=subject)

    @cached_property
    def _sources(self) -> Sources:
        return Sources.of(self.attributions)

    def assessment_of(self, claim: Claim | Conversion) -> Assessment | None:
        """The arithmetic behind the verdict; of several restatements, the worst. None if not a conversion."""
        subject = claim.subject if isinstance(claim, Claim) else claim
        if not isinstance(subject, Conversion):
            return None
        return min(self.assessments_of(subject), key=lambda each: _WORST_FIRST[each.verdict], default=None)

    def assessments_of(self, conversion: Conversion) -> tuple[Assessment, ...]:
        """The arithmetic of a conversion, one for each restatement."""
        known = self._assessed.get(id(conversion))
        if known is None:
            from claimcheck.assess import assess  # noqa: PLC0415 # `import claimcheck` must not pay for it

            known = conversion, tuple(assess(conversion, self.document.text, self.config))
            self._assessed[id(conversion)] = known
        return known[1]

    @cached_property
    def _assessed(self) -> dict[int, tuple[Conversion, tuple[Assessment, ...]]]:
        """By identity, for hashing a conversion takes longer than anything else that a report asks of it.

        The conversion stands beside its assessments, so that its identity is nobody else's.
        """
        return {}

    def _run(self, rule: Rule) -> Iterator[Diagnostic]:
        subjects = (
            getattr(self, _SUBJECTS[rule.subject]) if rule.subject is not Document else (self.document,)
        )
        severity = self.config.severity.get(rule.code) or self.config.severity.get(rule.name) or rule.severity
        for subject in subjects:
            for finding in rule.function(subject, self):
                yield Diagnostic(
                    rule.code,
                    rule.name,
                    severity,
                    finding.message,
                    finding.span,
                    finding.related,
                    finding.fixes,
                    finding.data,
                )


def check(text_or_document: str | Document, config: Config | None = None) -> Report:
    """Read a draft and let the enabled rules judge it."""
    config = config or Config()
    return Report(_document(text_or_document), config, enabled_rules(config))


def read_claims(text_or_document: str | Document, config: Config | None = None) -> Report:
    """The same as `check`, without rules; public as `claimcheck.parse`."""
    return Report(_document(text_or_document), config or Config())


def enabled_rules(config: Config) -> tuple[Rule, ...]:
    """The rules that a configuration selects; the longest matching entry of select or ignore decides."""

    def weight(rule: Rule, entries: tuple[str, ...]) -> int:
        return max((_match(rule, entry) for entry in entries), default=0)

    return tuple(rule for rule in rules() if weight(rule, config.select) > weight(rule, config.ignore))


def _match(rule: Rule, entry: str) -> int:
    """How closely an entry of select or ignore names a rule: 0 not at all, more is closer."""
    if entry.lower() == rule.name:
        return len(rule.code) + 1
    if entry.upper() == "ALL":
        return 1
    return len(entry) + 1 if entry and rule.code.startswith(entry.upper()) else 0


def _document(text_or_document: str | Document) -> Document:
    return Document(text_or_document) if isinstance(text_or_document, str) else text_or_document


def _outside(quantities: tuple[Quantity, ...], taken: list[Span]) -> Iterator[Quantity]:
    """The quantities that lie in none of the spans; both in reading order."""
    rest = sorted(taken)
    index = 0
    for quantity in quantities:
        while index < len(rest) and rest[index].end <= quantity.span.start:
            index += 1
        if index == len(rest) or not rest[index].overlaps(quantity.span):
            yield quantity
