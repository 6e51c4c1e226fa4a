"""Who is quoted inside a quotation: "“The police told us that nobody was hurt,” she said"."""

from bisect import bisect_left
from collections.abc import Iterator

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.parse.attribution.continuation import continue_quotations
from claimcheck.parse.attribution.draft import Draft, Range
from claimcheck.parse.attribution.pronouns import FIRST_PERSON
from claimcheck.parse.attribution.sites import drafts
from claimcheck.parse.attribution.tagging import PADDING, tag
from claimcheck.parse.attribution.tokens import CUE, Tokens

__all__ = ["inner_drafts"]

# A cue, its source and something said take three words.
_LEAST = 3
_SPEAKERS_OWN = FIRST_PERSON | {"you", "nobody", "none", "anybody", "anyone", "everybody", "everyone"}


def inner_drafts(tape: Tokens, outer: list[Draft], lexicon: CueLexicon) -> Iterator[Draft]:
    """The attributions inside those quotations that are themselves somebody's.

    Only what somebody else is made to say: what a speaker says of herself ("I think that…") is hers already,
    and so is what she says that others want or believe.
    """
    for start, end in _quoted(tape, outer):
        if not _reports(tape, start, end, lexicon):
            continue
        inside = _alone(tape, start, end, lexicon)
        for draft in continue_quotations(inside, drafts(inside, lexicon), lexicon):
            if draft.act != "reporting" or draft.source is None or not draft.content:
                continue
            if inside.lower[draft.source[0]] not in _SPEAKERS_OWN:
                yield _moved(draft, start)


def _alone(tape: Tokens, start: int, end: int, lexicon: CueLexicon) -> Tokens:
    """Some tokens as a text of their own: tagged already, unless there are marks of quotation among them."""
    inside = Tokens(tape.text, tape.words[start:end], tape.starts[start:end], tape.ends[start:end])
    tags = tape.tags[start:end]
    if "x" in tags or "|" in tags or "<" in tags:
        tag(inside, lexicon)
        return inside
    ends = [i + 1 for i, tag_ in enumerate(tags) if tag_ == "." and i + 1 < inside.n]
    inside.bounds = [0, *(i for i in ends if not inside.words[i][0].islower()), inside.n]
    inside.tags = tags + "|" * PADDING
    inside.traits = tape.traits[start:end]
    inside.quoted = [-1] * (inside.n + PADDING)
    inside.words += [""] * PADDING
    inside.lower += [""] * PADDING
    return inside


def _reports(tape: Tokens, start: int, end: int, lexicon: CueLexicon) -> bool:
    """Whether some tokens hold a verb of reporting that the speaker herself does not stand right before."""
    lower, reporting = tape.lower, lexicon.groups["reporting"]
    return any(
        lower[i] in reporting and lower[i - 1] not in _SPEAKERS_OWN and tape.tags[i] in "VZdG"
        for i in (found.start() for found in CUE.finditer(tape.traits, start, end))
    )


def _quoted(tape: Tokens, outer: list[Draft]) -> Iterator[Range]:
    """The paragraphs, without their marks, of all quotations that lie in somebody's content, each once."""
    opens = [start for start, _ in tape.quotations]
    owned: set[int] = set()
    for draft in outer:
        for start, end in draft.content:
            owned.update(range(bisect_left(opens, start), bisect_left(opens, end)))
    for number in sorted(owned):
        first, last = tape.quotations[number]
        last += tape.tags[last] != ">"
        at = first + (tape.tags[first] == "<")
        while at < last:
            stop = tape.tags.find("|", at, last)
            stop = last if stop < 0 else stop
            if tape.words[at] == tape.words[first]:
                at += 1  # the mark that a paragraph opens with anew
            if stop - at >= _LEAST:
                yield at, stop
            at = stop + 1


def _moved(draft: Draft, by: int) -> Draft:
    """A draft of a part of the tokens as one of all of them."""

    def moved(part: Range) -> Range:
        return part[0] + by, part[1] + by

    return Draft(
        source=moved(draft.source) if draft.source else None,
        cue=moved(draft.cue),
        content=[moved(part) for part in draft.content],
        rule=draft.rule,
        lemma=draft.lemma,
        act=draft.act,
        flags=draft.flags,
        antecedent=moved(draft.antecedent) if draft.antecedent else None,
        reach=draft.reach + by,
        nested=True,
    )
