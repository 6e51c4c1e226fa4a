"""Whose verb it is: the subject beside a verb group, shared with another one, or of the main clause."""

import re

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.parse.attribution.animacy import can_speak, is_document
from claimcheck.parse.attribution.auxiliaries import AUXILIARY, FINITE, group_start
from claimcheck.parse.attribution.draft import Range, Site
from claimcheck.parse.attribution.nounphrases import phrase_before
from claimcheck.parse.attribution.phrases import phrase_after
from claimcheck.parse.attribution.tokens import Tokens

__all__ = ["find_subject", "main_subject", "subject_ahead"]

_REACH = 80
# A relative pronoun may stand so many tokens before its verb: "who, on 3 May last year, said".
_LATE = 8
# One that does not stand right before its verb: "many of whom", "who in 2010".
_LATE_RELATIVE = re.compile(r"(?P<some>[D#n]P)?(?P<who>W)(?P<when>,?P[Dj#]*[nhc#]+,?|,?h+,?)?$")


def find_subject(tape: Tokens, found: Site, lexicon: CueLexicon) -> None:
    """Fill in the subject of a site, what it stands for, whether it is shared, and what bounds it."""
    tags, start, floor = tape.tags, found.start, found.floor
    before = tags[start - 1] if start > floor else "|"
    if found.kind == "finite":
        relative = _relative_ahead(tape, start, floor, lexicon)
        if relative is not None:
            found.subject, found.antecedent = relative
            return
        if before in "Wt" and start - 1 > floor:
            antecedent = _antecedent(tape, start - 1, floor, lexicon)
            if antecedent:
                found.subject, found.antecedent = (start - 1, start), antecedent
                return
            if before == "t":
                return
            if tape.lower[start - 1] == "who" and tags[start - 2] in ",C-":
                found.subject = (start - 1, start)  # "…, but who said"
                return
        if before in "dVZ" or (before in "Pr" and tags[start - 2] in "dVZ"):
            found.subject = _contact(tape, start, floor)
            if found.subject:
                return
        if before == "C":
            who = _open_relative(tape, start - 1, floor)
            if who is not None:
                found.subject, found.antecedent = (who, who + 1), _antecedent(tape, who, floor, lexicon)
                return
            found.subject, found.shared = main_subject(tape, start - 1, floor), True
            return
        if (
            tags[found.at] == "d"
            and start == found.at
            and (start == floor or before == "S" or (before == "," and start - 2 <= floor))
        ):
            found.passive = True
            subject_ahead(tape, found)
            return
        found.subject = _behind_fronted(tape, phrase_before(tape, start, floor), floor)
        if found.subject is None and before == "," and start - 2 > floor:
            found.shared = True
            if found.passive or tags[found.at] != "d" or tags[start : found.at].strip("rN"):
                return
        return
    if tape.lower[start - 1] == "worth" and start > floor:
        return  # "it is worth noting that": nobody notes it
    if found.kind == "participle" and before in "nc)'po" and start > floor:
        found.subject = phrase_before(tape, start, floor)
        if found.subject and (
            tape.lower[start - 1] in lexicon.groups["venue"] or _written(tape, found.subject, floor, lexicon)
        ):
            found.subject = main_subject(tape, found.subject[0], floor) or found.subject
        return
    if found.kind == "infinitive" and before in "ncDo#)" and start > floor:
        found.subject = _controlled(tape, start, floor, lexicon)
        if found.subject:
            return
    if found.kind != "finite" and (start == floor or (start - 1 == floor and before in "SPCr")):
        found.subject = subject_ahead(tape, found)
        if found.subject:
            return
    if found.kind == "participle" and before in ",-" and start - 2 > floor:
        found.subject = _interrupted(tape, start - 1, found)
        if found.subject:
            return
    found.subject, found.shared = main_subject(tape, start, floor), True
    if found.subject is None and found.kind == "participle":
        found.subject = subject_ahead(tape, found)


def _relative_ahead(tape: Tokens, start: int, floor: int, lexicon: CueLexicon) -> tuple[Range, Range] | None:
    """Subject and antecedent of "…, many of whom say" and "…, who in 2010 said"."""
    first = max(floor + 1, start - _LATE)
    found = _LATE_RELATIVE.search(tape.tags, first, start) if "W" in tape.tags[first:start] else None
    if not found or (found["some"] is None and found["when"] is None):
        return None
    who = found.start("who")
    first = who
    if found["some"]:
        if tape.lower[who - 1] != "of" or tape.lower[who] not in ("whom", "which"):
            return None
        first = who - 2
    elif tape.lower[who] not in ("who", "which"):
        return None
    antecedent = _antecedent(tape, first, floor, lexicon)
    return ((first, who + 1), antecedent) if antecedent else None


def _contact(tape: Tokens, end: int, floor: int) -> Range | None:
    """The subject with a relative clause that has no pronoun: "all the traders [we spoke to] said"."""
    tags = tape.tags
    first = end - 1 - (tags[end - 1] in "Pr")
    while first > floor and tags[first - 1] in "MHONrB":
        first -= 1
    first -= 1  # the subject of the clause, a pronoun
    if first <= floor or tags[first] != "p" or tags[first - 1] not in "ncp":
        return None
    phrase = phrase_before(tape, first, floor)
    return (phrase[0], end) if phrase else None


def _written(tape: Tokens, phrase: Range, floor: int, lexicon: CueLexicon) -> bool:
    """Whether somebody writes or makes what a phrase names: "(they issued) statements condemning it"."""
    before = phrase[0] - 1
    return (
        before > floor
        and tape.tags[before] in "VZdG"
        and (is_document(tape, phrase, lexicon) or not can_speak(tape, phrase, lexicon))
    )


def _behind_fronted(tape: Tokens, phrase: Range | None, floor: int) -> Range | None:
    """The subject behind a phrase without its comma: "In court Ruiz said", "At 6pm police said".

    What a preposition that opens the sentence governs is no subject; the subject begins at a name behind a
    noun, behind a time, or at a plural behind a singular.
    """
    tags, words = tape.tags, tape.words
    if phrase is None or phrase[0] <= floor:
        return phrase
    start, end = phrase
    opening = start - 1
    fronts = tags[opening] == "P" or tape.lower[opening] in ("after", "before")
    if not fronts or (opening > floor and tags[opening - 1] not in "|.,;:-C<>("):
        return phrase
    for at in range(start + 1, end):
        previous, t = tags[at - 1], tags[at]
        if t == "c" and previous in "nh#)":
            return at, end
        if t in "nD" and (previous == "h" or (previous == "#" and _is_time(words[at - 1]))):
            return at, end
        plural = t == "n" and words[at].endswith("s") and not words[at].endswith("ss")
        if plural and previous in "nG" and not words[at - 1].endswith("s") and tags[start] == "D":
            return at, end
    if tags[end] == "d" and tags[end + 1] in "Ph" and tags[end - 1] == "n":
        return None  # "In a statement issued through the agency he said"
    return phrase


def _is_time(word: str) -> bool:
    """Whether a number is a year or an hour: "2019", "6pm"."""
    return (len(word) == len("2019") and word.isdigit()) or word.lower().endswith(
        ("am", "pm", "a.m.", "p.m.")
    )


def _open_relative(tape: Tokens, end: int, floor: int) -> int | None:
    """The "who" whose clause a coordinator continues: "voters who praised him and said"."""
    tags = tape.tags
    for i in range(end - 1, max(floor, end - _REACH), -1):
        if tags[i] in ",;:-|":
            return None
        if tags[i] == "W" and tape.lower[i] == "who":
            return i if tags[i + 1] in AUXILIARY or tags[i + 1] in FINITE else None
    return None


def _interrupted(tape: Tokens, mark: int, found: Site) -> Range | None:
    """The subject that a participle clause parts from its verb: "Doe, citing a report, said"."""
    tags = tape.tags
    closing = tags.find(tags[mark], found.at, found.ceiling)
    while closing >= 0 and tape.quoted[closing] >= 0 and tags[closing + 1] != ">":
        closing = tags.find(tags[mark], closing + 1, found.ceiling)
    behind = closing + 1 + (tags[closing + 1] in ">r")
    if closing < 0 or tags[behind] not in "ZdMBHOV":
        return None
    subject = phrase_before(tape, mark, found.floor)
    if subject is None or (subject[0] > found.floor and tags[subject[0] - 1] not in ",C|>rS;:t"):
        return None
    found.ceiling = closing + (tags[closing + 1] == ">")
    return subject


def _controlled(tape: Tokens, start: int, floor: int, lexicon: CueLexicon) -> Range | None:
    """The subject of an infinitive that is the object of a verb: "led many to say", "for a judge to say"."""
    subject = phrase_before(tape, start, floor)
    if tape.tags[start - 1] in "Do" and subject is None:
        subject = (start - 1, start)
    if subject is None or subject[0] <= floor:
        return None
    word = tape.lower[subject[0] - 1]
    return subject if word in lexicon.groups["object_control"] else None


def _antecedent(tape: Tokens, pronoun: int, floor: int, lexicon: CueLexicon) -> Range | None:
    """What "who", "which" or "that" refers to: the noun phrase before it, past a comma."""
    end = pronoun
    if end > floor and tape.tags[end - 1] in ",-":
        end -= 1
    if tape.tags[pronoun] == "t" and end != pronoun:
        return None
    if tape.tags[max(floor, end - 3) : end] == "c,#":
        end -= 2  # "Ana Ruiz, 22, who"
    if end <= floor or tape.tags[end - 1] not in "nc#)>poD":
        return None
    phrase = phrase_before(tape, end, floor)
    last = tape.tags.rfind("P", phrase[0], end) if phrase else -1
    if phrase and last > phrase[0] and tape.lower[pronoun] == "who" and not can_speak(tape, phrase, lexicon):
        return last + 1, end  # "a reply from the mayor, who": it is the mayor who
    return phrase


def main_subject(tape: Tokens, before: int, floor: int) -> Range | None:
    """The subject of the last main clause that begins before a token.

    A clause is a main clause if its subject opens the sentence or follows a mark, a coordinator or an
    adverb; what follows "that", "who", "while" or another verb is not.
    """
    tags, quoted = tape.tags, tape.quoted
    floor = max(floor, before - _REACH)
    found = fallback = None
    j = floor
    while j < before:
        if tags[j] == "<" and quoted[j] >= 0:
            j = tape.quotations[quoted[j]][1] + 1
            continue
        if tags[j] in FINITE and not (tags[j] == "d" and j > floor and tags[j - 1] in "D'"):
            start = group_start(tags, j, floor)
            end = j + 1
            while end < before and tags[end] in "MBHONrVdG":
                end += 1
            if start > floor and tags[start - 1] not in "TGWt":
                subject = phrase_before(tape, start, floor)
                if subject and tape.lower[subject[0]] != "there":
                    first = subject[0]
                    previous = tags[first - 1] if first > floor else "|"
                    if previous in "|.,;:-C>(r)" and not _subordinate(tape, first, floor):
                        found = subject
                    else:
                        fallback = fallback or subject
            j = end
            continue
        j += 1
    return found or fallback


def _subordinate(tape: Tokens, first: int, floor: int) -> bool:
    """Whether the clause whose subject begins here hangs on a conjunction before a coordinator or adverb."""
    tags = tape.tags
    j = first - 1
    while j >= floor and tags[j] in "rh":
        j -= 1
    return j >= floor and tags[j] in "StW"


def subject_ahead(tape: Tokens, found: Site) -> Range | None:
    """The subject after an opening participle clause: "Citing the report, she said"."""
    tags = tape.tags
    j = found.at
    while True:
        j = tags.find(",", j + 1, found.ceiling)
        if j < 0:
            return None
        if tags[j + 1] == ">" and tape.quoted[j] >= 0:
            j += 1
        elif tape.quoted[j] >= 0:
            continue
        if tags[j + 1] in "Dncp#j":
            end = phrase_after(tape, j + 1, found.ceiling)
            after = tags[end] if end < found.ceiling else "|"
            if end > j + 1 and after in "VZdMBHOrN,":
                found.ceiling = j + (tags[j] == ">")
                return j + 1, end
