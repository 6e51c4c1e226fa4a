"""Adjectives that attribute: "is confident that", "was critical of", "seems eager to"."""

from claimcheck.lexicon.cues import Cue, CueLexicon
from claimcheck.parse.attribution.animacy import can_speak
from claimcheck.parse.attribution.boundaries import clause_end, object_end
from claimcheck.parse.attribution.draft import Draft
from claimcheck.parse.attribution.tokens import Tokens
from claimcheck.parse.attribution.verbgroups import site

__all__ = ["adjectival"]

_FRAMES = {"t": "that", "T": "to", "W": "wh", "p": "clause"}


def adjectival(
    tape: Tokens, at: int, cue: Cue, floor: int, ceiling: int, lexicon: CueLexicon
) -> Draft | None:
    """The attribution of an adjective behind a form of "be", by its complement."""
    tags = tape.tags
    found = site(tape, at, cue, floor, ceiling, lexicon, at + 1)
    if "B" not in tags[found.start : at] or at + 1 >= ceiling:
        return None
    start = cue_end = at + 1
    frame = "wh" if tape.lower[start] in ("whether", "if") else _FRAMES.get(tags[start], "")
    if tags[start] == "P":
        frame = "p:" + tape.lower[start]
        start = cue_end = start + 1
    if start >= ceiling or found.subject is None:
        return None
    nobody = tape.lower[found.subject[0]] == "it" and "it-" + frame in cue.frames  # "it is unclear how"
    if not nobody and frame not in cue.frames:
        return None
    if not nobody and not can_speak(tape, found.antecedent or found.subject, lexicon):
        return None
    ends = clause_end if frame in ("that", "wh", "clause") else object_end
    end = ends(tape, start, found.ceiling, lexicon)
    if end <= start:
        return None
    return Draft(
        None if nobody else found.subject,
        (found.start, cue_end),
        [(start, end)],
        "adjective-" + frame,
        cue.lemma,
        cue.act,
        found.flags,
        found.antecedent,
        ceiling,
    )
