"""What stands between two quantities where the second may restate the first."""

from functools import cache

import regex
from attrs import frozen

from claimcheck.lexicon.restatement import restatement
from claimcheck.model import Quantity, Relation, Span

__all__ = ["Link", "link", "listed", "next_inside", "separates"]

_CLOSING = {"(": ")", "[": "]", "{": "}"}
_RELATIONS = (
    ("open", Relation.BRACKET),
    ("slash", Relation.SLASH),
    ("equals", Relation.EQUATION),
    ("alternative", Relation.ALTERNATIVE),
)
_LONGEST = 80
"""Characters between two figures; 99 in 100 of the published pairs have fewer than 40."""


@frozen
class Link:
    """How the text leads from one figure to the next. `words` stand between them that are no dimension.

    `copula`: nothing but "is" says that they are the same. `enclosed`: the two stand alone in
    brackets. `listed`: within brackets, a comma or semicolon comes before the second.
    """

    relation: Relation
    words: bool = False
    hedged: bool = False
    closing: str = ""
    copula: bool = False
    enclosed: bool = False
    listed: bool = False


def link(text: str, one: Quantity, two: Quantity) -> Link | None:
    """How the text leads from `one` to `two`; None where it does not."""
    gap = _gap(text, one, two)
    if gap is None:
        return None
    match = _between().fullmatch(gap)
    if match is None:
        return None
    found = match.groupdict()
    if found["comma"] == ";" and not (found["same"] or _is_enclosed(text, one, two)):
        return None
    hedged = any(found[name] for name in ("hedge", "same"))
    words = bool(found["words"])
    relation = next((relation for sign, relation in _RELATIONS if found[sign]), Relation.APPOSITION)
    return Link(
        relation,
        words,
        hedged,
        _CLOSING.get(found["open"] or "", ""),
        bool(found["copula"]),
        bool(found["comma"]) and _is_enclosed(text, one, two),
    )


def listed(text: str, one: Quantity, two: Quantity) -> bool:
    """Whether a comma or semicolon parts two figures, which may be two things: (5 km, 10 miles)."""
    gap = _gap(text, one, two)
    return gap is not None and gap.lstrip()[:1] in (",", ";")


def _is_enclosed(text: str, one: Quantity, two: Quantity) -> bool:
    """Whether two quantities are all that stands in brackets: Mount Tarn (2,814 m; 9,232 ft)."""
    start = min((each.span.start for each in one.modifiers), default=one.span.start)
    opened = text[min(start, one.span.start) - 1 : min(start, one.span.start)]
    return opened in _CLOSING and text[two.span.end : two.span.end + 1] == _CLOSING[opened]


def next_inside(text: str, one: Quantity, two: Quantity) -> bool:
    """Whether `two` is the next restatement in the brackets in which `one` stands: (43 km/h; 26 mph)."""
    gap = _gap(text, one, two)
    return gap is not None and _inside().fullmatch(gap) is not None


def separates(text: str, one: Quantity, two: Quantity) -> bool:
    """Whether only a comma or "and" stands between two figures of a list."""
    gap = _gap(text, one, two)
    return gap is not None and _listed().fullmatch(gap) is not None


def _gap(text: str, one: Quantity, two: Quantity) -> str | None:
    start, end = one.span.end, two.span.start
    return text[start:end] if 0 <= end - start <= _LONGEST else None


def end_of(text: str, quantity: Quantity, closing: str) -> Span:
    """From the quantity to the bracket that closes behind it, if it does so at once.

    One that was opened within the brackets closes first: 23 knots (43 km/h [26 mph]).
    """
    end = quantity.span.end
    match = _CLOSERS.match(text, end) if closing else None
    at = match.group().find(closing) if match else -1
    return Span(quantity.span.start, end + at + 1 if at >= 0 else end)


_CLOSERS = regex.compile(r"[^\S\n]*+[)\]}]{1,2}")
_HEDGE = r"(?: (?<! \w) (?: \L<hedge> ) (?! \w ) [,\s]*+ | [~≈±≥≤<>=]++ \s*+ )"


@cache
def _between() -> "regex.Pattern[str]":
    words = restatement()
    return regex.compile(
        rf"""
        (?: [\s-]*+ (?: \L<dimension> ) (?!\w) )*+
        (?P<words> (?:
            [\s-]++ (?! (?: or | and | to | from | but | than | with | in | at | \L<same> ) (?!\w) )
            [\p{{L}}’'-]++
        ){{1,4}}+ )?+
        -?+
        (?:
            \s*+ (?P<open> [(\[{{] )
          | \s*+ (?P<slash> / )
          | \s*+ (?P<equals> = | ≈ | ≅
              | \b (?: which \s | that \s )?+ (?: is \s )?+ (?: equivalent \s to | equal \s to | equals ) \b )
          | \s*+ (?P<dash> — | – | -- | → | ~ )
          | ,?+ \s*+ (?P<alternative> (?<!\w) or (?!\w) )
          | \s*+ (?P<copula> (?<!\w) (?: is | are | was | were ) (?!\w) )
          | \s*+ (?P<comma> [,;] )
        )
        \s*+
        (?P<same> (?: (?<! \w) (?: \L<same> ) (?! \w ) [,\s]*+ )*+ )
        (?P<hedge> {_HEDGE}*+ )
        """,
        regex.VERBOSE | regex.IGNORECASE,
        dimension=list(words.dimension),
        same=list(words.same),
        hedge=list(words.hedge),
    )


@cache
def _inside() -> "regex.Pattern[str]":
    words = restatement()
    return regex.compile(
        rf"""
        \s*+ (?: [;,/=(\[] | [)\]] \s*+ [(\[] | (?<!\w) or (?!\w) )?+ \s*+
        (?: (?<! \w) (?: and | or | \L<same> ) (?! \w ) [,\s]*+ )*+
        {_HEDGE}*+
        """,
        regex.VERBOSE | regex.IGNORECASE,
        same=list(words.same),
        hedge=list(words.hedge),
    )


@cache
def _listed() -> "regex.Pattern[str]":
    return regex.compile(
        r"\s*+ (?: , \s*+ (?: (?: and | or ) \s++ )?+ | (?: and | or ) \s++ )", regex.VERBOSE
    )
