"""What made an attribution is said in words an editor knows, for each rule that there is."""

from pathlib import Path

import pytest

import claimcheck
from claimcheck.corpus import cases
from claimcheck.lexicon import english
from claimcheck.report.accounts import accounts
from claimcheck.report.frames import found_by

CORPUS = Path(__file__).resolve().parents[2] / "corpus"


@pytest.mark.parametrize(
    ("because", "words"),
    [
        (("np", "tell"), "“tell” followed by a noun phrase"),
        (("that", "say"), "“say” followed by a clause with “that”"),
        (("p:about", "talk"), "“talk” followed by “about” and a noun phrase"),
        (("object-to", "tell"), "“tell” followed by whom it was said to, and by “to” and a verb"),
        (("passive-p:of", "accuse"), "“accuse” in the passive, followed by “of” and a noun phrase"),
        (("noun-that", "claim"), "the noun “claim” followed by a clause with “that”"),
        (
            ("noun-free-that", "fear"),
            "the noun “fear” without anybody whose it is, followed by a clause with “that”",
        ),
        (("tag", "add"), "“add” beside a quotation, with who says it"),
        (("colon", "warn"), "“warn” followed by a colon and what was said"),
        (("colon", ":"), "a colon between who says it and what was said"),
        (("according to", "according to"), "“according to” and a source"),
        (("unheard-of", "say"), "“say” by the rule “unheard-of”"),
    ],
)
def test_rule_and_entry_in_words(because: tuple[str, ...], words: str) -> None:
    assert found_by(because) == f"found by {words}"


def test_each_frame_of_the_lexicon_has_words() -> None:
    cues = english().cues
    frames = {frame for cue in cues.verbs.values() for frame in cue.frames}
    assert "that" in frames
    assert [each for each in sorted(frames) if "by the rule" in found_by((each, "say"))] == []


def test_each_rule_that_the_corpus_meets_has_words() -> None:
    made = {
        each.because
        for path in sorted(CORPUS.rglob("*.md"))
        for case in cases(path)
        for each in claimcheck.parse(case.text).attributions
        if each.because
    }
    assert len({rule for rule, *_ in made}) > 30
    assert [each for each in sorted(made) if "by the rule" in found_by(each)] == []


def voice(text: str) -> str:
    inner = [each.voice for each in accounts(claimcheck.check(text)) if each.voice.startswith("as told")]
    (only,) = inner
    return only


def test_who_told_is_named_in_a_form_that_stands_behind_told() -> None:
    first = "Ana Ruiz ran the harbour. "
    assert voice(f"{first}“The mayor said the pier was safe,” she said.") == "as told by Ana Ruiz (“she”)"
    assert voice("“The mayor said the pier was safe,” Ana Ruiz said.") == "as told by Ana Ruiz"
