"""Words that say who says so: cue verbs with their complement frames, cue nouns, and the closed classes."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from typing import Any

from attrs import evolve, frozen

from claimcheck.errors import LexiconError
from claimcheck.lexicon.inflection import forms
from claimcheck.model import Act
from claimcheck.tables import FOLDER, table

__all__ = ["Cue", "CueLexicon", "cues"]

# The tag of each class of words; see claimcheck/parse/attribution/tagging.py.
_TAGS = {
    "determiner": "D",
    "subject_pronoun": "p",
    "object_pronoun": "o",
    "wh": "W",
    "complementizer": "t",
    "preposition": "P",
    "to": "T",
    "coordinator": "C",
    "subordinator": "S",
    "modal": "M",
    "be": "B",
    "have": "H",
    "do": "O",
    "negation": "N",
    "adverb": "r",
    "time": "h",
    "number_word": "#",
    "adjective": "j",
}


@frozen
class Cue:
    """A word that can attribute: what it does and what may follow it.

    `frames` are names of complements (docs/attribution.md lists them): "that", "clause", "wh", "quote",
    "tag", "to", "np", "ing", and "p:about" for a preposition that belongs to the cue. `rest` are the words
    that stand behind the verb of a phrase: "clear" of "make clear".
    """

    lemma: str
    act: Act
    frames: frozenset[str]
    rest: tuple[str, ...] = ()


@frozen
class CueLexicon:
    """Everything that the attribution parser knows of English words.

    `tags` gives the word class of a lower-case form, `verbs` the cue that a verb form belongs to, `phrases`
    the cues of several words that begin with a verb form, by the word behind it and longest first, `nouns`
    and `adjectives` the cues of other parts of speech, `groups` sets of words by name; `kin` the words of
    names and titles by the common noun that answers to them ("company": "inc", "plc"…).
    """

    tags: Mapping[str, str]
    verbs: Mapping[str, Cue]
    phrases: Mapping[str, Mapping[str, tuple[Cue, ...]]]
    nouns: Mapping[str, Cue]
    adjectives: Mapping[str, Cue]
    words: frozenset[str]
    ambiguous: frozenset[str]
    groups: Mapping[str, frozenset[str]]
    kin: Mapping[str, frozenset[str]]


@cache
def cues() -> CueLexicon:
    """The English cues; read from `lexicon/en/` when first asked for.

    Raises:
        LexiconError: a row names an unknown frame.
    """
    words, inflected, listed, names, census = (
        _table(name)
        for name in ("cues_words.toml", "verbs.toml", "cues.toml", "names.toml", "given_names.toml")
    )
    irregular = inflected["irregular"]
    both = set(inflected["everyday"]["both"].split())
    tags: dict[str, str] = {}
    ambiguous: set[str] = set()
    everyday = {*inflected["everyday"]["verbs"].split(), *both}
    verbs: dict[str, Cue] = {}
    rows = {cue.lemma: cue for cue in _rows(listed["verbs"])}
    for base in sorted({*everyday, *irregular, *rows}):
        for form, tag in forms(base, irregular):
            if tags.get(form) != "d":
                tags[form] = tag
            if base in both and tag in "VZ":
                ambiguous.add(form)
            if base in rows and (form not in verbs or tag != "d"):
                verbs[form] = rows[base]
    for name, tag in _TAGS.items():
        tags.update(dict.fromkeys(words["classes"][name].split(), tag))
    for each in words["classes"]["time"].split():
        tags[each] = "h"
    for name in ("time_noun", "person_noun", "document"):
        for each in words["groups"][name].split():
            tags.setdefault(each, "n")  # "evening" looks like a participle, "family" like an adverb
    tags["according"] = "G"
    phrases = _phrases(listed["phrases"], irregular)
    nouns = {cue.lemma: cue for cue in _rows(listed["nouns"])}
    adjectives = {cue.lemma: cue for cue in _rows(listed["adjectives"])}
    tags.update((lemma, "j") for lemma in adjectives if lemma not in verbs)
    return CueLexicon(
        tags=tags,
        verbs=verbs,
        phrases=phrases,
        nouns=_with_plurals(nouns),
        adjectives=adjectives,
        words=frozenset(
            {
                *verbs,
                *phrases,
                *_with_plurals(nouns),
                *adjectives,
                *words["groups"]["hedge"].split(),
                *words["groups"]["named_source"].split(),
                *words["groups"]["viewpoint"].split(),
                "according",
            }
        ),
        ambiguous=frozenset(ambiguous - {"is", "was"}),
        groups={
            **{
                name: _members(listing, names["words"])
                for table_ in (words["groups"], names["words"])
                for name, listing in table_.items()
            },
            **dict(_given(names["given"], census["given"])),
            "office": frozenset(
                f"{words['groups']['title']} {names['words']['human']} {names['words']['courtesy']}".split()
            ),
            "reporting": frozenset(
                {form for form, cue in verbs.items() if cue.act == "reporting"} | {"according"}
            ),
            "bases": frozenset({*everyday, *irregular, *rows}),
            "preterite": frozenset(
                past.split()[0]
                for base, past in irregular.items()
                if len(set(past.split())) > 1 and past.split()[0] != base
            ),
            "participle": frozenset(
                past.split()[1]
                for base, past in irregular.items()
                if len(set(past.split())) > 1 and past.split()[1] != base
            ),
            "invariant": frozenset(base for base, past in irregular.items() if base in past.split()),
        },
        kin={word: _members(listing, names["words"]) for word, listing in names["kin"].items()},
    )


def _members(listing: str, lists: Mapping[str, str]) -> frozenset[str]:
    """The words of a list; "@business" takes in those of another list."""
    found = set[str]()
    for word in listing.split():
        found |= set(lists[word[1:]].split()) if word.startswith("@") else {word}
    return frozenset(found)


def _given(ours: Mapping[str, str], census: Mapping[str, str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Given names by sex; what we say of a name goes before what the census says."""
    own = {sex: frozenset(listing.split()) for sex, listing in ours.items()}
    own = {sex: names if sex == "either" else names - own["either"] for sex, names in own.items()}
    known = frozenset[str]().union(*own.values())
    every = known
    for sex, listing in census.items():
        found = (frozenset(listing.split()) - known) | own.get(sex, frozenset())
        every |= found
        yield sex, found
    yield "given", every


_HAVE = ("have", "has", "had", "having")
_FRAMES = frozenset(
    [
        "that",
        "clause",
        "wh",
        "quote",
        "tag",
        "end",
        "colon",
        "to",
        "np",
        "np-data",
        "wh-data",
        "that-court",
        "told-court",
        "clause-court",
        "wh-court",
        "end-court",
        "np-to",
        "it-that",
        "it-wh",
        "np-as",
        "np-at",
        "bare",
        "raise",
        "relative-what",
        "relative-which",
        "relative-who",
        "relative-whom",
        "relative-that",
        "relative-bare",
        "ing",
        "as",
        "by",
        "object-that",
        "object-to",
        "object-clause",
        "object-wh",
        "object-quote",
        "object-colon",
        "object-about",
        "passive",
        "passive-that",
        "passive-to",
        "passive-wh",
        "passive-as",
        "passive-quote",
        "passive-ing",
        "passive-p",
        "passive-np",
    ]
)


def _rows(tables: Mapping[str, Mapping[str, str]]) -> Iterator[Cue]:
    for act, rows in tables.items():
        if act not in ("reporting", "attitude"):
            raise LexiconError(f"lexicon/en/cues.toml: {act!r} is no act; use reporting or attitude")
        for lemma, listing in rows.items():
            frames = frozenset(listing.split())
            for frame in frames:
                plain = frame.removeprefix("free-").removeprefix("light-")
                if plain not in _FRAMES and not plain.startswith(("p:", "passive-p:")):
                    raise LexiconError(f"lexicon/en/cues.toml: {lemma}: {frame!r} is no frame")
            yield Cue(lemma, act, frames)  # type: ignore[arg-type] # checked above


def _phrases(
    tables: Mapping[str, Mapping[str, str]], irregular: Mapping[str, str]
) -> dict[str, dict[str, tuple[Cue, ...]]]:
    """The phrases by each form of their verb and by the word behind it, singular or plural; longest first."""
    found: dict[str, dict[str, list[Cue]]] = {}
    for cue in _rows(tables):
        verbs, *rest = (word.split("|") for word in cue.lemma.split())
        for verb, *words in product(verbs, *rest):
            phrase = evolve(cue, lemma=" ".join([verb, *words]), rest=tuple(words))
            for form in _HAVE if verb == "have" else [form for form, _ in forms(verb, irregular)]:
                behind = found.setdefault(form, {})
                behind.setdefault(words[0], []).append(phrase)
                behind.setdefault(words[0] + "s", []).append(phrase)
    return {
        form: {word: tuple(sorted(cues, key=lambda cue: -len(cue.rest))) for word, cues in behind.items()}
        for form, behind in found.items()
    }


def _with_plurals(nouns: Mapping[str, Cue]) -> dict[str, Cue]:
    found = dict(nouns)
    for lemma, cue in nouns.items():
        found.setdefault(next(form for form, tag in forms(lemma, {}) if tag == "Z"), cue)
    return found


def _table(name: str) -> dict[str, Any]:
    return table(FOLDER / name)
