"""Where a verb group begins: its auxiliaries, negation and adverbs."""

__all__ = ["AUXILIARY", "FINITE", "group_start"]

AUXILIARY = frozenset("MBHONr")
"""Tags of what may stand in front of the verb in its group."""

FINITE = frozenset("VZdMBHO")
"""Tags of verbs that a clause can have for its own."""

_ADVERBIAL = 7
# Tags that an adverbial between auxiliary and verb can end with.
_OF_ADVERBIALS = frozenset(",hnjD")


def group_start(tags: str, at: int, floor: int) -> int:
    """The first token of the group whose verb is token `at`."""
    start = at
    while start > floor:
        if tags[start - 1] not in AUXILIARY:
            over = _over_adverbial(tags, start, floor) if tags[start - 1] in _OF_ADVERBIALS else start
            if over == start:
                break
            start = over
        start -= 1
    # A time word between subject and verb, or an adverb that opens the sentence, is no part of the group.
    while start < at and tags[start] == "r" and (start == floor or tags[start - 1] in ",|"):
        start += 1
    return start


def _over_adverbial(tags: str, start: int, floor: int) -> int:
    """The token behind an auxiliary, where an adverbial parts it from its verb: "has, in fact, said"."""
    opened = start - 1
    if tags[opened] == ",":
        opened = tags.rfind(",", max(floor, start - _ADVERBIAL), opened)
        if opened <= floor or tags[opened + 1] not in "rPh":
            return start
    else:
        while opened > floor and start - opened < _ADVERBIAL and tags[opened] in "hnjD":
            opened -= 1
        if opened == start - 1 or tags[opened] != "P":
            return start
    return opened if opened > floor and tags[opened - 1] in "HM" else start
