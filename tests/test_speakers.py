"""The registry of a document's speakers."""

from claimcheck.lexicon import english
from claimcheck.model import Speaker
from claimcheck.parse.attribution import attributed


def speakers(text: str) -> dict[str, Speaker]:
    return {each.name: each for each in attributed(text, english()).speakers}


def mentions(text: str, speaker: Speaker) -> list[str]:
    return [span.of(text) for span in speaker.mentions]


def test_a_speaker_has_all_mentions_titles_and_affiliations() -> None:
    text = (
        "Ana Ruiz, the harbour master of Porto Alto, said that the quay was safe. “It will hold,” she said. "
        "Ruiz added that the crane was not."
    )
    found = speakers(text)
    assert set(found) == {"Ana Ruiz"}
    ana = found["Ana Ruiz"]
    assert mentions(text, ana) == ["Ana Ruiz, the harbour master of Porto Alto", "she", "Ruiz"]
    assert ana.titles == ("harbour master of Porto Alto",)
    assert ana.affiliations == ("Porto Alto",)
    assert not ana.plural


def test_a_title_in_front_is_no_part_of_the_name() -> None:
    found = speakers("Kremlin spokesperson Dmitri Olsen said that it was over.")
    assert found["Dmitri Olsen"].titles == ("Kremlin spokesperson",)
    assert found["Dmitri Olsen"].affiliations == ("Kremlin",)


def test_groups_are_plural() -> None:
    found = speakers("The United States and Japan said that it was over. Engineers said that it was safe.")
    assert [each.plural for each in found.values()] == [True, True]


def test_only_who_speaks_is_listed() -> None:
    assert set(speakers("Per Lund met Ana Ruiz. She said that it was safe.")) == {"Ana Ruiz"}


def test_pronouns_follow_gender() -> None:
    text = "Ana Ruiz met Per Lund. He said that it was safe. She said that it was not."
    assert set(speakers(text)) == {"Ana Ruiz", "Per Lund"}


def test_nobody_speaks() -> None:
    assert speakers("The quay is ten years old.") == {}
