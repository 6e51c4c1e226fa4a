"""Numbers in digits: grouping, decimals, vulgar and mixed fractions, powers of ten."""

from functools import cache

import regex

from claimcheck.parse.numerals.numeral import LONGEST, Numeral

__all__ = ["read_digits"]

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--")
_NORMALISED = 10
_TWO_DIGITS = 10
_GROUP = 3
_BESIDE = 40  # characters from a figure to the one that it stands beside
_CONTINENTAL = regex.compile(r"(?<![\w.,])\d{1,3}(?:\.\d{3})*+,\d{1,2}(?![\d,]|\.\d)(?=\s?\p{L})")
_COMMA = regex.compile(
    r"(?<whole>\d{1,4}|[1-9]\d{0,2}(?:\.\d{3})++),(?<decimal>\d{1,2}|(?<=(?<!\d)0,)\d{3,6})(?![\d,]|\.\d)"
)


@cache
def _figures(vulgar: tuple[str, ...]) -> regex.Pattern[str]:
    """Digits as written, without scale words.

    Grouping is by comma, apostrophe or a space that does not break (SI Brochure, 9th edition, 5.4.4), by
    an ordinary space where two groups or "000" follow, or Indian ("12,34,567"). What follows a figure and
    belongs to a longer code ("1.2.3", "26,29,49", "1:30") makes it none.
    """
    return regex.compile(
        r"""
        (?> (?<whole> [1-9]\d{0,2}+ (?:
                  (?: ,\d{3})++
                | (?: [\u00a0\u2009\u202f]\d{3})++
                | (?: ['’]\d{3})++
                | (?: \x20\d{3}){2,}+
                | \x20 000
                | (?: ,\d{2}(?!\d))++,\d{3}
              ) (?![\d]) (?!,\d)
            | \d++ )
            (?: [.·](?<decimal> \d++ ) )?+
          | \.(?<decimal> \d++ )
        )
        (?! [.·:]\d | ,\d )
        (?: (?<! [.·]\d{1,20} )
            (?: [\x20\u00a0\u2009]?(?<sign> \L<vulgar> )
              | (?: [\x20\u00a0\u2009]{1,2}|-) (?<over> \d{1,3}) (?:/|\x20?⁄\x20?)
                (?<under> [1-9]\d{0,2}) (?![\d/⁄]|[.,]\d)
              | [/⁄](?<under> [1-9]\d{0,3})(?![\d/⁄]|[.,]\d) ) )?+
        (?: (?: [\x20\u00a0\u2009]{0,2}[×·x*]\s{0,2} 10 (?:
                  \^ [\x20]?\(?(?<power> [-+−–]?\d{1,2})\)?
                | (?<power> [⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})
                | (?<power> [-−–]\d{1,2})
                | (?<flat> [1-9]\d?) )
              ) (?!\d)
            | [\x20\u00a0\u2009]{0,2}[×·x*]\s{0,2} (?<base>\d{1,2})\^(?<exponent>\d{1,2}) (?![\d.,]\d)
            | [eE](?<power> [-+−]?\d{1,2}) (?!\w) )?+
        (?: \^ \(? (?<raised> [-+−]?\+?\d{1,2}) \)? (?!\d)
          | \x20to\x20the\x20power\x20(?:of\x20)? (?<raised> [-−]?\d{1,2}) (?!\d)
          | (?<= (?<!\d)10)(?<raised> [⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2} | −\d{1,2}) (?![\d\w.,]) )?+
        """,
        regex.VERBOSE,
        vulgar=list(vulgar),
    )


@cache
def _sign(vulgar: tuple[str, ...]) -> regex.Pattern[str]:
    return regex.compile(r"\L<vulgar>", vulgar=list(vulgar))


def read_digits(text: str, start: int, vulgar: dict[str, tuple[int, int]]) -> Numeral | None:
    """The numeral in digits that starts at `start`; None where the digits belong to something else."""
    signs = tuple(vulgar)
    if text[start] in vulgar:
        if text[start + 1 : start + 2] in vulgar:  # "½¼" is no figure
            return None
        over, under = vulgar[text[start]]
        return Numeral(start, start + 1, over, under)
    match = _figures(signs).match(text, start)
    if match is None:
        return _with_comma(text, start)
    if match.end() - start > LONGEST:
        return None
    whole, decimal = match["whole"] or "0", match["decimal"] or ""
    grouped = not whole.isdecimal()
    digits = "".join(filter(str.isdecimal, whole)) if grouped else whole
    if len(decimal) == _GROUP and _is_continental(text, match):
        digits, decimal, grouped = digits + decimal, "", True
    numeral = Numeral(start, match.end(), int(digits + decimal), power=-len(decimal), place=-len(decimal))
    numeral.grouped = grouped
    if not decimal and numeral.over:
        numeral.zeros = len(digits) - len(digits.rstrip("0"))
    if match.end() == match.end("whole"):
        numeral.plain = not grouped
    else:
        _add_tail(numeral, match, vulgar)
    return numeral


def _is_continental(text: str, match: regex.Match[str]) -> bool:
    """Whether a point sets apart thousands, as a decimal comma beside it shows: 1.900 Nm (193,7 kgfm)."""
    whole, start, end = match["whole"] or "", match.start(), match.end()
    if end != match.end("decimal") or not whole or whole[0] == "0" or len(whole) > _GROUP:
        return False
    near = text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE]
    return any(_CONTINENTAL.search(each) is not None for each in near)


def _add_tail(numeral: Numeral, match: regex.Match[str], vulgar: dict[str, tuple[int, int]]) -> None:
    """Take in the fraction and the power of ten that are written on."""
    if match["sign"] or match["under"]:
        _add_fraction(numeral, match, vulgar)
    if match["power"]:
        numeral.scale(int(match["power"].translate(_SUPERSCRIPTS)), match.end())
    elif match["base"]:
        numeral.over *= int(match["base"]) ** int(match["exponent"])
        numeral.zeros = numeral.place = 0
    elif match["flat"]:
        # "6 × 106 kg": a superscript that lost its place, but "3 × 10 m" and "30 × 106 m" are dimensions.
        if numeral.over >= _NORMALISED * 10 ** len(match["decimal"] or ""):
            numeral.end = match.end("decimal") if match["decimal"] else match.end("whole")
        else:
            numeral.scale(int(match["flat"]), match.end())
    elif match["raised"]:
        raised = match["raised"].translate(_SUPERSCRIPTS)
        _raise(numeral, int(raised.replace("-+", "-").replace("++", "+")))


def _with_comma(text: str, start: int) -> Numeral | None:
    """A decimal comma that can be no grouping, "39,2", "1.234,5"; only a unit after it makes it a figure."""
    match = _COMMA.match(text, start)
    if match is None:
        return None
    whole, decimal = match["whole"].replace(".", ""), match["decimal"]
    numeral = Numeral(start, match.end(), int(whole + decimal), power=-len(decimal), place=-len(decimal))
    numeral.comma = True
    return numeral


def _add_fraction(numeral: Numeral, match: regex.Match[str], vulgar: dict[str, tuple[int, int]]) -> None:
    numeral.zeros = 0
    if match["sign"]:
        over, under = vulgar[match["sign"]]
    elif match["over"]:
        over, under = int(match["over"]), int(match["under"])
        if over >= under:  # "5 10/20" is two figures
            numeral.end = match.end("whole")
            numeral.plain = not numeral.grouped
            return
    elif numeral.over > int(match["under"]) >= _TWO_DIGITS:  # "120/80 mmHg" is two figures
        numeral.end = match.end("whole")
        return
    else:
        numeral.under = int(match["under"])
        return
    numeral.over, numeral.under = numeral.over * under + over, under


def _raise(numeral: Numeral, exponent: int) -> None:
    if numeral.over == 10 and not numeral.power:  # noqa: PLR2004 # the base of the decimal system
        numeral.over = 1
        numeral.scale(exponent, numeral.end)
        return
    size = abs(exponent)
    over, under = numeral.over**size, 10 ** (-numeral.power * size)
    if exponent < 0:
        over, under = under, over or 1
    numeral.over, numeral.under, numeral.power, numeral.zeros, numeral.place = over, under, 0, 0, 0
