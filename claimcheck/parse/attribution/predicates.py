"""Verbs whose content stands behind them."""

import re

from claimcheck.lexicon.cues import CueLexicon
from claimcheck.parse.attribution.adjuncts import past_adjuncts
from claimcheck.parse.attribution.animacy import can_speak, is_court, is_document
from claimcheck.parse.attribution.apposition import source_after
from claimcheck.parse.attribution.boundaries import clause_end, object_end, sentence_end
from claimcheck.parse.attribution.clauses import Complement
from claimcheck.parse.attribution.complements import complement
from claimcheck.parse.attribution.documents import document_before
from claimcheck.parse.attribution.draft import Draft, Range, Site, drafted
from claimcheck.parse.attribution.phrases import core_after, phrase_after
from claimcheck.parse.attribution.relatives import echoed, relative_content
from claimcheck.parse.attribution.tokens import Tokens
from claimcheck.parse.attribution.transitions import relative_end

__all__ = ["predicated"]


_CLAUSAL = frozenset(["that", "clause", "quote", "wh", "colon"])
_IMPERSONAL = frozenset(["it", "this", "that"])
# A noun phrase and the figure that it is put at: "the toll at 35".
_FIGURE = re.compile(r"[Dnc'j#GdP]{1,14}PP?r?#")
# The verb of the main clause behind a relative clause without commas: "who asked for peace said".
_MAIN_VERB = re.compile(r"(?<=[nc#)>o])r?[MBHZ]|(?<=[nc#)>od])r?d(?![ncj#])|(?<=d)d(?=[ncoDp])")


def predicated(tape: Tokens, found: Site, lexicon: CueLexicon) -> Draft | None:
    """The attribution of a verb whose content stands behind it."""
    tags = tape.tags
    what = complement(tape, found, lexicon)
    if (
        what.frame == "clause"
        and "clause" not in found.cue.frames
        and tags[phrase_after(tape, what.start, found.ceiling)] == "d"
    ):
        # "want the crossing moved": what was taken for a verb describes the object.
        what = what._replace(frame="np")
    if what.frame == "that" and "that" not in found.cue.frames and tags[what.start + 1] in "<j":
        what = what._replace(frame="np")  # "called that “false”", "called that absurd"
    frame = what.frame
    if found.subject is None and found.start == found.floor and found.kind == "finite" and frame == "np":
        stop = phrase_after(tape, what.start, found.ceiling)
        if stop < found.ceiling and tags[stop] == ":":
            content = (
                []
                if tags[stop + 1 : stop + 2] != "<"
                else [(stop + 1, clause_end(tape, stop + 1, found.ceiling, lexicon))]
            )
            return drafted(found, (what.start, stop), what.cue_end, content, "colon")
    around = echoed(tape, found, what, lexicon) or relative_content(tape, found, what, lexicon)
    if around:
        return around
    if stop := _pro_clause(tape, found):
        return drafted(found, found.subject, found.behind, [(found.behind, stop)], "np")
    if _announces(tape, found, what, lexicon):
        return drafted(found, found.subject, what.cue_end, [], "colon", antecedent=found.antecedent)
    if found.kind == "infinitive" and found.shared and frame == "np" and tags[found.start - 1] == "n":
        return None  # "an opportunity to challenge the mayor": nobody does so
    if frame == "none" or (frame != "by" and not _takes(tape, found, what, lexicon)):
        return None
    if frame == "by":
        stop = source_after(tape, what.start, found.ceiling)
        if not found.subject or stop == what.start or "by" not in found.cue.frames:
            return None
        return drafted(found, (what.start, stop), what.cue_end, [found.subject], "by")
    if found.antecedent and frame not in _CLAUSAL:
        main = _MAIN_VERB.search(tags, what.start + 1, found.ceiling)
        while main and tape.quoted[main.end() - 1] >= 0:
            main = _MAIN_VERB.search(tags, main.end(), found.ceiling)
        if main:
            found.ceiling = main.start()
    elif found.antecedent and found.subject and tags[found.subject[0] - 1] in ",-":
        found.ceiling = relative_end(tape, found.subject[0] - 1, what.start, found.ceiling)
    bare = frame == "np" and "bare" in found.cue.frames  # a clause whose verb was not recognised
    clause = bare or tags[what.start] in "tW"  # "pointed out that", "talked about how"
    if (frame in ("np", "ing", "as", "raise") or frame.startswith(("p:", "passive-p"))) and not clause:
        object_start = what.start
        if frame == "np" and "np-as" in found.cue.frames:
            object_start = _behind_appositive(tape, object_start, found.ceiling)
        if frame == "np" and "np-data" in found.cue.frames:
            object_start = core_after(tape, object_start, found.ceiling)  # "shows Ruiz in the lead"
        end = object_end(tape, object_start, found.ceiling, lexicon)
    else:
        end = clause_end(tape, what.start, found.ceiling, lexicon)
    while end > what.start and tags[end - 1] in ",C" and tape.quoted[end - 1] < 0:
        end -= 1  # ", and" joins what comes next
    content = [(what.start, end)] if end > what.start else []
    if not content and frame == "colon" and tags[what.start] == "|" and tags[what.start + 1] not in "<|":
        content = _block(tape, what.start + 1)
    if not content and not (frame == "colon" and tags[what.start : what.start + 2] == "|<"):
        return None
    source = found.subject
    if _unanswerable(tape, found, frame, lexicon):
        return None
    if (
        frame not in _CLAUSAL
        and not frame.startswith(("passive", "by-"))
        and frame not in ("raise", "object-that", "object-quote")
    ):
        it = (
            source is not None
            and tape.lower[source[0]] == "it"
            and (found.cue.act == "reporting" or found.cue.frames & {"that", "to"})
        )
        if (
            source is not None
            and frame == "np"
            and found.cue.act == "attitude"
            and tape.lower[source[0]] == "you"  # readers, whose wishes nobody reports
        ):
            return None
        if source is None or (not it and not can_speak(tape, found.antecedent or source, lexicon)):
            return None
    if what.frame == "by-as" and found.subject:
        content = [found.subject, *content]  # "the claim was dismissed by Ruiz as nonsense"
    if what.agent:
        said = can_speak(tape, what.agent, lexicon)
        return drafted(found, what.agent, what.cue_end, content, frame) if said else None
    if frame in ("passive-np", "passive-as") and content and found.subject:
        agent = _agent(tape, content[0], lexicon)
        if agent:
            parts = [found.subject, (what.start, agent[0] - 1)]
            return drafted(found, agent, what.cue_end, parts, frame, antecedent=found.antecedent)
    if frame.startswith("passive") or frame == "raise":
        expletive = found.subject and tape.lower[found.subject[0]] in ("it", "there") and frame != "raise"
        content = [found.subject, *content] if found.subject and not expletive else content
        source = None
    return drafted(found, source, what.cue_end, content, frame, antecedent=found.antecedent)


def _pro_clause(tape: Tokens, found: Site) -> int:
    """The token behind a clause in a word or two: "she admitted as much", "half said so"; or 0."""
    at, lower = found.behind, tape.lower
    end = at + 2 if lower[at : at + 2] == ["as", "much"] else at + 1 if lower[at] == "so" else 0
    telling = found.subject is not None and "that" in found.cue.frames and tape.tags[end] in ",.|P;SC"
    return end if telling else 0


def _block(tape: Tokens, start: int) -> list[Range]:
    """The paragraph behind a colon that ends its own: a quotation set off without marks."""
    stop = tape.tags.find("|", start)
    return [(start, sentence_end(tape, stop))] if stop > start else []


def _agent(tape: Tokens, content: Range, lexicon: CueLexicon) -> Range | None:
    """Who a passive says so of: "was called a fraud by fellow doctors"."""
    tags, (start, end) = tape.tags, content
    by = tags.find("P", start + 1, end)
    while by >= 0 and (tape.lower[by] != "by" or tape.quoted[by] >= 0):
        by = tags.find("P", by + 1, end)
    if by < 0:
        return None
    stop = source_after(tape, by + 1, end)
    agent = (by + 1, stop)
    return agent if stop > by + 1 and can_speak(tape, agent, lexicon) else None


def _unanswerable(tape: Tokens, found: Site, frame: str, lexicon: CueLexicon) -> bool:
    """Whether nobody can be meant to answer for a verb of saying or wanting.

    No subject in sight ("denying this has a price": the gerund is one itself), an "it" or "this" of another
    clause, or words that only tell which one is meant ("the bill that allows sales", "groups working
    against her").
    """
    if frame.startswith("passive") or frame == "raise":
        return found.antecedent is not None and tape.tags[found.start - 1] == "t" and frame == "raise"
    if found.subject is None:
        return frame in _CLAUSAL
    if (
        found.shared
        and not found.vouched
        and tape.lower[found.subject[0]] in _IMPERSONAL
        and _alone(found.subject)
    ):
        return True
    if found.kind == "participle" and not found.shared and frame.startswith("p:"):
        return True
    if found.antecedent is None or tape.tags[found.subject[0]] != "t" or frame in ("quote", "wh"):
        return False
    return frame not in _CLAUSAL or not is_document(tape, found.antecedent, lexicon)


def _announces(tape: Tokens, found: Site, what: Complement, lexicon: CueLexicon) -> bool:
    """Whether a sentence ends with its cue and the next opens with what was said: "She replied. “No.”"."""
    tags, after, frames = tape.tags, found.ceiling, found.cue.frames
    if after >= tape.n or tags[after] != "<" or tags[after - 1] != "." or tape.quoted[after - 1] >= 0:
        return False
    if found.subject is None or not {"colon", "tag"} <= frames:
        return False
    behind = found.behind
    if what.frame == "np" and "object-quote" in frames:
        behind = phrase_after(tape, what.start, after)
    ends = what.frame == "none" or past_adjuncts(tape, behind, after, lexicon) >= after - 1
    return ends and can_speak(tape, found.subject, lexicon)


def _predicates(tape: Tokens, start: int, ceiling: int, lexicon: CueLexicon) -> bool:
    """Whether an object has something said of it: "the plan reckless", "the plan “reckless”"."""
    ends = [core_after(tape, start, ceiling), phrase_after(tape, start, ceiling)]
    # "called the talk on Monday a step"
    ends += [end + 2 for end in ends if tape.tags[end : end + 2] == "Ph"]
    return (
        any(end < ceiling and tape.tags[end] in "Djnc#<dGr" for end in ends)
        or "<" in tape.tags[start + 1 : object_end(tape, start, ceiling, lexicon)]
        or _behind_appositive(tape, start, ceiling) > start
    )


def _behind_appositive(tape: Tokens, start: int, ceiling: int) -> int:
    """Where a predicate begins behind an object with an appositive: "called Ruiz, a lawyer, unfit"."""
    tags = tape.tags
    comma = core_after(tape, start, ceiling)
    if comma == start or tags[comma] != "," or tags[comma + 1] not in "DjW":
        return start
    close = tags.find(",", comma + 1, ceiling)
    if close < 0 or tape.quoted[close] >= 0:
        return start
    named = tags[close + 1] == "<" or (tags[close + 1] in "Dj" and tags[close + 2] in "njc<")
    return close + 1 if named else start


def _alone(phrase: Range) -> bool:
    return phrase[1] - phrase[0] == 1


def _takes(tape: Tokens, found: Site, what: Complement, lexicon: CueLexicon) -> bool:
    """Whether the cue has the frame of a complement.

    Some frames are for some sources only: "np-data" is an object of data and documents ("the polls show a
    rise"), "that-court" a clause of courts ("the jury heard that"). "np-as" is an object of which something
    is said ("called the plan reckless", but not "called the mayor").
    """
    frames = found.cue.frames
    if what.frame in frames or what.agent:
        return True
    source = found.antecedent or found.subject
    if what.frame + "-data" in frames:
        return source is not None and (
            is_document(tape, source, lexicon)
            or (tape.lower[source[0]] == "it" and document_before(tape, source[0], lexicon) is not None)
        )
    if what.frame + "-court" in frames:
        return source is not None and is_court(tape, source, lexicon)
    if what.frame != "np":
        return False
    return ("np-as" in frames and _predicates(tape, what.start, found.ceiling, lexicon)) or (
        "np-at" in frames and _FIGURE.match(tape.tags, what.start, found.ceiling) is not None
    )
