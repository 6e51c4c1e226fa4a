"""What joins terms: ranges, lists, dimensions, tolerances, and the parts of one quantity."""

from collections.abc import Mapping
from typing import Final, Literal

import regex
from attrs import define, field

from claimcheck.parse.quantity.term import Reader, Term

__all__ = ["Chain", "Link", "read_chain"]

Link = Literal["range", "and", "or", "comma", "by", "tolerance"]

_MOST: Final = 24
_YEARS: Final = (1700, 2100)
_GLUED: Final = frozenset("xX*")  # "7x7cm", but no "0x7C"
_DASHES: Final = frozenset("-–—‐‑−")
_PRIMES: Final = ("'", "’", "′")
_UNSAID: Final = frozenset(("foot", "feet", "ft", "stone", "st"))
_ENDS_THERE = regex.compile(
    r"""\s*+ (?: [(\[;:!?)\]"”’—–] | [.,](?!\d) | $ )
        | [^\S\n]*+ \n \s*? \n
        | \s (?: tall | high | and | but | in | with | at ) \b | - \p{L}""",
    regex.VERBOSE,
)
_HYPHENS: Final = frozenset("-‐‑")
_SMALLEST: Final = "(none)"  # no unit goes on with an implied one
_DEGREES: Final = ("°", "º", "˚")
_KINDS: Final[tuple[Link, ...]] = ("range", "and", "or", "comma", "by", "tolerance")
_LINK = regex.compile(
    r"""
    (?<comma> [-‐‑]?,[\s\u00a0] (?:(?<last>and|or|&)\s)? )
  | (?<or> [-‐‑]?\s(?:or|versus|vs\.?)\s | \s?/\s? | -or- )
  | (?<and> [-‐‑]?\s(?:and|&)\s )
  | (?<tolerance> \s?(?: ± | \+/[-−–] | \+\s?-(?=\d) | \b plus \s or \s minus \b )\s? )
  | (?<by> (?: \s(?:long|wide|high|tall|deep|thick|across|in\slength|in\swidth) )? (?: \s?[×✕]\s? | \s by \s )
      | \s?[xX*]\s?(?=[\d.½⅓¼¾⅔]) | -by- )
  | (?<range> \s?(?: [–—](?=[-−]\d) | [-–—‐‑−]{1,2} )\s?(?!\s?to\b)
      | (?: [-–]\s? (?:to|through) [-–]? \s? | \s (?:(?:up\s)?to|through|till|until) (?:\s|-) )
        (?:up\sto\s|about\s|around\s|as\smuch\sas\s)?
      | \s?[~∼]\s? | \s?(?:…|\.\.\.)\s? )
    """,
    regex.VERBOSE,
)
_PART_LINK = regex.compile(r"(?: ,?\s(?:(?:and|plus)\s)? | - | (?=[\d]) )?", regex.VERBOSE)


@define(eq=False)
class Chain:
    """Terms in reading order and the link before each but the first. `between` tells of "between X and Y"."""

    terms: list[Term]
    links: list[Link] = field(factory=list)
    between: bool = False

    @property
    def end(self) -> int:
        """Past the last term."""
        return self.terms[-1].end


def read_chain(
    reader: Reader, first: Term, parts: Mapping[str, Mapping[str, int]], *, between: bool
) -> Chain:
    """The terms that hang together, beginning with one that has been read."""
    text = reader.scene.text
    compound(reader, first, parts)
    chain = Chain([first], between=between)
    while len(chain.terms) < _MOST:
        match = _LINK.match(text, chain.end)
        if match and match["comma"] and not match["last"] and match.end() <= reader.unlisted:
            break  # has been read before and came to no end
        term = reader.read(match.end()) if match else None
        if term is not None and chain.terms[-1].sign is not None:
            reader.as_money(term)
        if match is None or term is None:
            break
        _lend_degree(chain.terms[-1], term)
        if not _joins(chain, match, term):
            break
        compound(reader, term, parts)
        chain.terms.append(term)
        chain.links.append("and" if match["last"] else _kind(match))
    if chain.links and chain.links[-1] == "comma":
        reader.unlisted = chain.terms[-1].start
    _trim(chain)
    return chain


def _kind(match: "regex.Match[str]") -> Link:
    return next(kind for kind in _KINDS if match[kind] is not None)


def _joins(chain: Chain, match: "regex.Match[str]", term: Term) -> bool:
    """Whether a term goes on with what stands before it."""
    link, written, last = _kind(match), match.group(), chain.terms[-1]
    if link == "tolerance":
        return True
    if link == "range" or (link == "and" and chain.between and not chain.links):
        begun = bool(chain.links) and chain.links[-1] == "range"
        return not begun and not _is_aside(match, last) and _same(last, term)
    if link == "by":
        halved = last.measured and not term.measured
        sized = term.unit is None or term.unit.unit.kind == "length" or written.strip() not in _GLUED
        return sized and not halved and last.sign is None and term.sign is None and _same(last, term)
    if "/" in written or (_is_year(last) and not _is_year(term)):
        return False
    if not last.measured or (link == "comma" and last.unit is None):
        return True
    return link == "or" and last.sign is not None and term.sign is not None


def _is_aside(match: "regex.Match[str]", last: Term) -> bool:
    """Whether a dash sets off an aside or a minus, or "to" follows a change: "rose by 5 km to 20 km"."""
    written = match.group()
    if written.strip() in _DASHES:
        return written[:1].isspace() != written[-1:].isspace()
    return last.measured and written == " to " and match.string[max(0, last.start - 3) : last.start] == "by "


def _is_year(term: Term) -> bool:
    return term.numeral.plain and not term.measured and _YEARS[0] <= term.numeral.over <= _YEARS[1]


def _same(last: Term, term: Term) -> bool:
    """Whether two terms can be the ends of one range: the unit written once or the same twice."""
    if last.sign is not None:
        if last.unit is not None and term.unit is None:
            return False
        if term.sign is not None:
            return term.sign.raw == last.sign.raw and (
                last.unit is None or term.unit is None or last.unit.unit == term.unit.unit
            )
        return term.unit is None or term.unit.unit.kind == "money"
    if term.sign is not None:
        return False
    if last.unit is not None:
        return term.unit is not None and term.unit.unit == last.unit.unit
    return True


def _lend_degree(last: Term, term: Term) -> None:
    """Take the bare degree sign of "15° to 20°C" for the degree that the next figure names."""
    bare = last.unit is not None and last.raw in _DEGREES and last.end == last.unit.end
    if bare and term.unit is not None and term.unit.unit.kind == "temperature":
        last.unit, last.raw = None, ""


def _trim(chain: Chain) -> None:
    """A list needs an "and" or "or" at its end: "In 2003, 5 km" is none."""
    while chain.links and chain.links[-1] == "comma":
        chain.links.pop()
        chain.terms.pop()


def compound(reader: Reader, term: Term, parts: Mapping[str, Mapping[str, int]]) -> None:
    """Take the smaller units that go on with a term into its figure: "5 ft 11 in", "2 hours 15 minutes"."""
    text = reader.scene.text
    scale = 1
    while term.unit is not None and not term.unit.made:
        smaller = parts.get(term.last_part or term.unit.unit.name)
        if smaller is None:
            return
        link = _PART_LINK.match(text, term.end)
        if link is None or (link.end() == term.end and not text[term.end : term.end + 1].isdecimal()):
            return
        if not text[link.end() : link.end() + 1].isalnum():
            return
        reader.scene.inner = term.raw not in _PRIMES  # "5'7 in his socks"
        part = reader.read(link.end())
        reader.scene.inner = False
        if part is None or part.sign or part.negative or (part.unit is not None and part.unit.made):
            return
        size = smaller.get(part.unit.unit.name) if part.unit else _implied(text, term, part, smaller)
        if size is None or part.numeral.value >= size or term.numeral.power < 0:
            return
        if link.group().strip() and part.unit and part.unit.symbol != term.unit.symbol:
            return
        scale *= size
        _join(term, part, scale)
        term.last_part = part.unit.unit.name if part.unit else _SMALLEST


def _is_adjective(text: str, term: Term) -> bool:
    """Whether a hyphen ties figure and unit: after "a 50-foot", one is the thing and no inch."""
    return text[term.end - len(term.raw) - 1] in _HYPHENS


def _implied(text: str, term: Term, part: Term, smaller: Mapping[str, int]) -> int | None:
    """How many of the unit that is left out make the one before it; None where none is left out.

    "5'10", "five foot six", "12 stone 6": heights and weights of people, of which the last word goes unsaid.
    """
    human = term.raw.lower() in _UNSAID
    glued = (term.raw in _PRIMES or human) and part.start == term.end and part.numeral.plain
    said = human and part.numeral.under == 1 and not part.numeral.scaled
    described = _is_adjective(text, term)
    if described and said and text[term.end] in _HYPHENS:  # "a five-foot-six man"
        return next(iter(smaller.values()))
    said = said and not (text[term.end] == " " and described)
    if glued or (said and _ENDS_THERE.match(text, part.end)):
        return next(iter(smaller.values()))
    return None


def _join(term: Term, part: Term, scale: int) -> None:
    numeral, value = term.numeral, term.numeral.value + part.numeral.value / scale
    numeral.smallest = part.numeral.step / scale
    numeral.over, numeral.under, numeral.power = value.numerator, value.denominator, 0
    numeral.zeros, numeral.place, numeral.plain = 0, 0, False
    term.end = numeral.end = part.end
