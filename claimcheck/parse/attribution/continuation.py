"""Quotations that go on: after the tag, in the next sentence, in the next paragraph."""

from claimcheck.parse.attribution.draft import Draft
from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["continue_quotations"]


# The rules after which a quotation without a tag can only be the same speaker's.
_TELLING = frozenset(
    "that clause wh quote object-that object-clause object-wh object-quote np to ing".split()
) | {"according to"}


def continue_quotations(tape: Tokens, found: list[Draft]) -> list[Draft]:
    """Give quotations that nobody tags to the speaker of the one right before them."""
    tags = tape.tags
    owner: dict[int, Draft] = {}
    for draft in found:
        for start, end in draft.content:
            for i in (start, end - 1):
                if tape.quoted[i] >= 0:
                    owner.setdefault(tape.quoted[i], draft)
            for number in _quotations_in(tape, start, end):
                owner.setdefault(number, draft)
    ends: dict[int, Draft] = {}
    aside: set[int] = set()
    for draft in found:
        if draft.act == "reporting" and (draft.rule in ("tag", "end") or draft.rule in _TELLING and _ends_sentence(tape, draft) or draft.rule.endswith("colon")):
            ends[draft.reach] = draft
            if draft.content and tape.quoted[draft.content[-1][1] - 1] < 0 and tape.quoted[draft.content[0][0]] < 0:
                aside.add(draft.reach)
    for number, (start, end) in enumerate(tape.quotations):
        if number in owner:
            continue
        before = start
        indirect = ends.get(start)
        if indirect and start in aside and tape.tags[start - 1] == "|":
            continue
        while before > 0 and tags[before - 1] == "|":
            before -= 1
        draft = ends.get(before) or ends.get(start)
        if draft is None:
            continue
        after = end + 1
        if after < tape.n and tape.words[end - 1][-1] not in ".,?!…—-":
            continue
        stop = after
        draft.content.append((start, end + 1))
        owner[number] = draft
        draft.reach = stop
        ends[stop] = draft
    return [draft for draft in found if draft.content]


def _ends_sentence(tape: Tokens, draft: Draft) -> bool:
    """Whether nothing but a mark stands between the content and the end of its sentence."""
    last = max(end for _, end in draft.content) if draft.content else draft.reach
    return draft.reach - last <= 2


def _quotations_in(tape: Tokens, start: int, end: int) -> list[int]:
    found = []
    i = tape.tags.find("<", start, end)
    while i >= 0:
        number = tape.quoted[i]
        if number >= 0:
            found.append(number)
            i = tape.tags.find("<", max(tape.quotations[number][1], i + 1), end)
        else:
            i = tape.tags.find("<", i + 1, end)
    return found
