"""Who says what, as far as a single sentence in a corpus file cannot show it."""

from importlib import import_module

import pytest

import claimcheck
from claimcheck import Config
from claimcheck.errors import LexiconError
from claimcheck.lexicon import english
from claimcheck.lexicon.cues import CueLexicon, cues
from claimcheck.lexicon.inflection import forms
from claimcheck.model import Attribution
from claimcheck.parse.attribution import Attributed, attributed

VISIT = """Minister Tours the Northern Yard as Neighbours Look On

Arrival at the Yard:

Defence Minister Ilse Brandvold walked the quay at dawn. Brandvold highlighted the reach of the new boats,
with one of them able to sail to the cape and back.

The Norwegian ambassador to Iceland, Per Aune, indicated that the programme was full.

Tor Lie, the governor of the island’s northern county, announced plans for talks on fishing and sport.

Reactions Abroad:

The United States and Japan expressed concerns that the boats could upset the peace. They vowed
to raise the matter.
The ministry has emphasised its intention to keep to the treaty.

Ministry spokesperson Dmitri Olsen clarified that no contract had been signed.

Danish diplomats defended their position, arguing that the treaty had lapsed.

Leave a Reply

Your email address will not be published. Required fields are marked *
"""


def read(text: str) -> Attributed:
    return attributed(text, english())


def parts(text: str, each: Attribution) -> tuple[str, str, str]:
    source, cue, content = (
        " … ".join(span.of(text).rstrip(",") for span in spans)
        for spans in (each.source, each.cue, each.content)
    )
    return source, cue, content


def test_an_article_is_read_as_an_editor_reads_it() -> None:
    found = {parts(VISIT, each)[:2]: each for each in read(VISIT).attributions}
    expected = {
        ("Brandvold", "highlighted"): "Ilse Brandvold",
        ("The Norwegian ambassador to Iceland, Per Aune", "indicated"): "Per Aune",
        ("Tor Lie, the governor of the island’s northern county", "announced"): "Tor Lie",
        ("The United States and Japan", "expressed concerns"): "the United States and Japan",
        ("They", "vowed"): "the United States and Japan",
        ("The ministry", "has emphasised"): "the ministry",
        ("Ministry spokesperson Dmitri Olsen", "clarified"): "Dmitri Olsen",
        ("Danish diplomats", "defended"): "Danish diplomats",
        ("Danish diplomats", "arguing"): "Danish diplomats",
    }
    assert {key: found[key].speaker for key in expected} == expected


def test_headings_and_boilerplate_say_nothing() -> None:
    cues_found = [parts(VISIT, each)[1] for each in read(VISIT).attributions]
    assert "Required" not in cues_found
    assert ":" not in cues_found


def test_every_attribution_says_what_made_it() -> None:
    lexicon = cues()
    entries = {cue.lemma for cue in [*lexicon.verbs.values(), *lexicon.nouns.values()]}
    for behind in lexicon.phrases.values():
        entries |= {cue.lemma for listed in behind.values() for cue in listed}
    for each in read(VISIT).attributions:
        rule, entry = each.because
        assert rule
        assert entry in entries


def test_attitudes_can_be_switched_off() -> None:
    text = "Ana Ruiz believes that the quay is safe. Per Lund said that it was not."
    assert [each.act for each in claimcheck.check(text).attributions] == ["attitude", "reporting"]
    assert [each.act for each in claimcheck.check(text, Config(attitudes=False)).attributions] == [
        "reporting"
    ]


def test_nested_attributions_are_kept_and_the_inner_one_answers() -> None:
    text = "Ana Ruiz said that divers had reported that 40 boats had sunk."
    report = claimcheck.check(text)
    (figure,) = report.quantities
    source = report.source_of(figure)
    assert source is not None
    assert parts(text, source)[0] == "divers"


def test_who_is_quoted_inside_a_quotation_answers_for_it() -> None:
    text = (
        "“The police told us that 40 boats were lost,” said Ana Ruiz. According to a report by the port, "
        "repairs will cost £4m."
    )
    report = claimcheck.check(text)
    sources = [report.source_of(quantity) for quantity in report.quantities]
    assert [source and source.speaker for source in sources] == ["the police", "a report by the port"]


def test_what_speakers_say_of_themselves_is_no_attribution_of_its_own() -> None:
    found = claimcheck.check("“I told the board that it was late, and we said so twice,” said Ana Ruiz.")
    assert [each.speaker for each in found.attributions] == ["Ana Ruiz"]


def test_the_article_speaks_for_itself_outside() -> None:
    report = claimcheck.check("Ana Ruiz said that the quay was safe. It has 40 berths.")
    assert report.source_of(report.quantities[-1]) is None


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "“", "said", "\x00", "\ud800 said that", "’s", "said said said", "Fears", "“Claims"],
)
def test_scraps_do_no_harm(text: str) -> None:
    assert isinstance(read(text), Attributed)


def test_letters_may_be_written_with_combining_accents() -> None:
    text = "Jose\u0301 Nu\u0301n\u0303ez said that the quay was safe."
    assert [parts(text, each)[0] for each in read(text).attributions] == ["Jose\u0301 Nu\u0301n\u0303ez"]


def test_words_keep_their_class_when_a_cache_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("claimcheck.parse.attribution.tagging"), "_LIMIT", 3)
    text = "Ana Ruiz said that boats, nets, ropes and lines were lost."
    assert [parts(text, each)[1] for each in read(text).attributions] == ["said"]


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("say", ["say", "says", "said", "saying"]),
        ("deny", ["deny", "denies", "denied", "denying"]),
        ("slam", ["slam", "slams", "slammed", "slamming"]),
        ("refer", ["refer", "refers", "referred", "referring"]),
        ("agree", ["agree", "agrees", "agreed", "agreeing"]),
        ("write", ["write", "writes", "wrote", "written", "writing"]),
        ("tie", ["tie", "ties", "tied", "tying"]),
        ("voice", ["voice", "voices", "voiced", "voicing"]),
    ],
)
def test_verbs_inflect(base: str, expected: list[str]) -> None:
    irregular = {"say": "said said", "refer": "referred referred", "write": "wrote written"}
    assert [form for form, _ in forms(base, irregular)] == expected


@pytest.mark.parametrize(
    ("listed", "message"),
    [
        ({"verbs": {"saying": {"say": "that"}}}, "'saying' is no act"),
        ({"verbs": {"reporting": {"say": "thta"}}}, "say: 'thta' is no frame"),
    ],
)
def test_a_wrong_row_is_told_by_name(
    monkeypatch: pytest.MonkeyPatch, listed: dict[str, object], message: str
) -> None:
    module = import_module("claimcheck.lexicon.cues")
    real = module._table  # noqa: SLF001 # the one seam to the data files
    monkeypatch.setattr(
        module,
        "_table",
        lambda name: {"nouns": {}, "adjectives": {}, **listed} if name == "cues.toml" else real(name),
    )
    with pytest.raises(LexiconError, match=message):
        cues.__wrapped__()


def test_the_lexicon_is_read_once() -> None:
    first: CueLexicon = english().cues
    assert first is english().cues
    assert first.verbs["said"].lemma == "say"
    assert first.verbs["said"].act == "reporting"
