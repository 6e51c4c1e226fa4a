"""Source, cue and content: who says what.

The text is split into tokens once; then the parser jumps from cue word to cue word, reads off the verb group
and its subject to the left and its complement to the right, and lets quotations run on to where they end.
"""

from operator import itemgetter

from attrs import frozen

from claimcheck.lexicon import Lexicon
from claimcheck.model import Attribution, Form, Span, Speaker
from claimcheck.parse.attribution.continuation import continue_quotations
from claimcheck.parse.attribution.draft import Draft, Range
from claimcheck.parse.attribution.inner import inner_drafts
from claimcheck.parse.attribution.resolution import resolve
from claimcheck.parse.attribution.sites import drafts
from claimcheck.parse.attribution.tagging import tag
from claimcheck.parse.attribution.tokens import Tokens, tokens

__all__ = ["Attributed", "attributed"]

# Tags of what is no word.
_MARKS = ",.;:-<>|x"


@frozen
class Attributed:
    """What the text says of who says what."""

    attributions: tuple[Attribution, ...] = ()
    quotations: tuple[Span, ...] = ()
    speakers: tuple[Speaker, ...] = ()


def attributed(text: str, lexicon: Lexicon) -> Attributed:
    """Every attribution, quotation and speaker of a text."""
    words = lexicon.cues
    tape = tokens(text)
    if not tape.n:
        return Attributed()
    tag(tape, words)
    found = continue_quotations(tape, drafts(tape, words), words)
    found += list(inner_drafts(tape, found, words))
    names, speakers = resolve(tape, found, words)
    ordered = sorted(zip(map(_place, found), found, names, strict=True), key=itemgetter(0))
    attributions = [_attribution(tape, draft, name) for _, draft, name in ordered]
    quotations = tuple(Span(tape.starts[a], tape.ends[b]) for a, b in tape.quotations)
    return Attributed(tuple(attributions), quotations, speakers)


def _place(draft: Draft) -> tuple[int, int, list[Range]]:
    """Where an attribution stands: from its first token to its last, and its content."""
    parts = [*draft.content, draft.cue] if draft.cue[0] < draft.cue[1] else [*draft.content]
    if draft.source:
        parts.append(draft.source)
    return min(parts)[0], max(map(itemgetter(1), parts)), draft.content


def _attribution(tape: Tokens, draft: Draft, speaker: str | None) -> Attribution:
    content = tuple([_span(tape, part) for part in draft.content])
    return Attribution(
        source=(_span(tape, draft.source),) if draft.source else (),
        cue=(_span(tape, draft.cue),) if draft.cue[0] < draft.cue[1] else (),
        content=content,
        form=_form(tape, draft.content),
        act=draft.act,
        speaker=speaker,
        flags=draft.flags,
        because=(draft.rule, draft.lemma),
    )


def _span(tape: Tokens, part: Range) -> Span:
    return Span(tape.starts[part[0]], tape.ends[part[1] - 1])


def _form(tape: Tokens, content: list[Range]) -> Form:
    """Direct if all words are quoted, mixed if some are."""
    inside = outside = False
    for start, end in content:
        quoted = tape.quoted[start:end]
        if max(quoted) < 0:
            outside = outside or bool(tape.tags[start:end].strip(_MARKS))
        elif min(quoted) >= 0:
            inside = inside or bool(tape.tags[start:end].strip(_MARKS))
        else:
            words = [
                place >= 0
                for tag, place in zip(tape.tags[start:end], quoted, strict=True)
                if tag not in _MARKS
            ]
            inside, outside = inside or any(words), outside or not all(words)
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"
