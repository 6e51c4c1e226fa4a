"""Who says so, in the forms that news has for it."""

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import DrawFn

from claimcheck.model import Attribution, Span
from claimcheck.model.attribution import Form
from claimcheck.strategies.sentences import phrases
from claimcheck.strategies.told import Told

__all__ = ["attributed", "attributions"]

_ORDERS = {
    "direct": ("content, source cue.", "content, cue source.", "source cue, content."),
    "indirect": (
        "source cue that content.",
        "according to source, content.",
        "content, source cue.",
        "content, according to source.",
    ),
}


@st.composite
def attributions(draw: DrawFn, *, form: Form | None = None, clause: str | None = None) -> Told[Attribution]:
    """A sentence that says who says so, as text with its truth: source, cue and content as spans.

    `form` is "direct" or "indirect"; `clause` is what is said, without a full stop, if it is not to be drawn.
    The content holds its quotation marks and its "that", as PolNeAR marks them.

    Raises:
        InvalidArgument: at draw time, for a form that it has no sentences for.
    """
    if form not in (None, *_ORDERS):
        raise InvalidArgument(f"attributions: form {form!r} is none of {', '.join(_ORDERS)}")
    forms: tuple[Form, ...] = ("indirect", "direct")
    chosen: Form = draw(st.sampled_from(forms)) if form is None else form
    said = clause or draw(st.sampled_from(phrases("clauses", "plain")))
    person = draw(st.booleans()) or chosen == "direct"
    source = draw(st.sampled_from(phrases("sources", "people" if person else "bodies")))
    cue = draw(st.sampled_from(phrases("cues", "said" if chosen == "direct" else "that")))
    return attributed(source, cue, said, draw(st.sampled_from(_ORDERS[chosen])), chosen)


def attributed(source: str, cue: str, clause: str, order: str, form: Form) -> Told[Attribution]:
    """A sentence in an order such as "content, source cue."; the comma goes inside the quotation marks."""
    text = ""
    spans: dict[str, Span] = {}
    words = {"source": source, "cue": cue, "content": clause}
    if "according to" in order:
        words["cue"] = "according to"
        order = order.replace("according to", "cue")
    if "that content" in order:
        words["content"] = f"that {clause}"
        order = order.replace("that content", "content")
    if form == "direct":
        closing = "," if order.startswith("content,") else "."
        words["content"] = f"“{clause[0].upper()}{clause[1:]}{closing}”"
        order = order.replace("content,", "content").removesuffix("." if order.endswith("content.") else "\0")
    rest = order
    while rest:
        name = next((each for each in words if rest.startswith(each)), None)
        piece = words[name] if name else rest[0]
        if not text:
            piece = piece[0].upper() + piece[1:]
        if name:
            spans[name] = Span(len(text), len(text) + len(piece))
        text += piece
        rest = rest[len(name) if name else 1 :]
    return Told(text, Attribution((spans["source"],), (spans["cue"],), (spans["content"],), form))
