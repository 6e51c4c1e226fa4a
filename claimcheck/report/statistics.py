"""How often each rule was broken, most often first; nothing else."""

from claimcheck.report.format import Format, Tally
from claimcheck.report.text import summary
from claimcheck.rules import rules

__all__ = ["FORMAT"]


def _tail(tally: Tally) -> str:
    known = {rule.code: f"{rule.name:<32}  {rule.summary}" for rule in rules()}
    width = max((len(f"{count:,}") for count in tally.codes.values()), default=0)
    rows = sorted(tally.codes.items(), key=lambda item: (-item[1], item[0]))
    lines = [f"{f'{count:,}':>{width}}  {code}  {known.get(code, '')}".rstrip() for code, count in rows]
    return "\n".join((*lines, summary(tally), ""))


FORMAT = Format(items=lambda _outcome, _settings: iter(()), tail=_tail)
