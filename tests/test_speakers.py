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


def test_mentions_are_listed_wherever_they_stand() -> None:
    text = (
        "Harbour Master Ana Ruiz came at noon. She was late. Nobody met Ms. Ruiz, R-Texas, but a dog bit "
        "her. “Ana was brave,” said Per Lund. Ruiz said that it hurt."
    )
    ana = speakers(text)["Ana Ruiz"]
    assert mentions(text, ana) == ["Harbour Master Ana Ruiz", "She", "Ms. Ruiz", "her", "Ana", "Ruiz"]
    assert ana.titles == ("Harbour Master",)
    assert ana.affiliations == ("R-Texas",)


def test_titles_are_kept_as_they_are_written_and_once() -> None:
    text = (
        "Former Ohio governor Tom Ferris (D) met Secretary of State Helen Marsh. Marsh, who is the chair of "
        "the Northern Fund, said that it was late. Gov. Tom Ferris said that it was not."
    )
    found = speakers(text)
    assert found["Tom Ferris"].titles == ("Former Ohio governor", "Gov.")
    assert found["Tom Ferris"].affiliations == ("Ohio", "D")
    assert found["Helen Marsh"].titles == ("Secretary of State", "chair of the Northern Fund")
    assert "Northern Fund" in found["Helen Marsh"].affiliations


def test_a_courtesy_title_is_no_title() -> None:
    assert speakers("Mr. Ferris said that it was safe.")["Ferris"].titles == ()


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
