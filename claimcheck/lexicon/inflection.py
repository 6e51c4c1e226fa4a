"""The forms of an English verb, by the rules of spelling and a table of exceptions.

The rules are those that school grammars give: "e" drops, "y" turns to "i", a final consonant doubles.
"""

from collections.abc import Iterator, Mapping

__all__ = ["forms"]

_VOWELS = frozenset("aeiou")
_HISSING = ("s", "x", "z", "ch", "sh", "o")


def forms(base: str, irregular: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each spelling of a verb with its tag: V base, Z third person, d past, G present participle.

    A phrasal verb ("lash out") inflects its first word. `irregular` maps a base to its past tense and
    participle, parted by a blank.

    >>> list(forms("deny", {}))
    [('deny', 'V'), ('denies', 'Z'), ('denied', 'd'), ('denying', 'G')]
    """
    yield base, "V"
    yield _third_person(base), "Z"
    past = irregular.get(base, "")
    doubled = past.split()[0].removesuffix("ed") if past.endswith("ed") else ""
    for form in dict.fromkeys(past.split() or [_past(base)]):
        yield form, "d"
    yield _participle(base, doubled), "G"


def _third_person(base: str) -> str:
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(_HISSING) else "s")


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    return _doubled(base) + "ed"


def _participle(base: str, doubled: str) -> str:
    if doubled:
        return doubled + "ing"
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return _doubled(base) + "ing"


def _doubled(base: str) -> str:
    """Double the final consonant of a monosyllable with one short vowel ("slam", "plan")."""
    if (
        len(base) > len("ab")
        and base[-1] not in _VOWELS
        and base[-1] not in "wxy"
        and base[-2] in _VOWELS
        and sum(letter in _VOWELS for letter in base) == 1
    ):
        return base + base[-1]
    return base
