"""Converters on text that spoil the text, or the figures that they put into it."""

import re

from claimcheck.converters import converts

KM = re.compile(r"(?<![\w.,-])(\d[\d,]*(?:\.\d+)?)(?:[\s-]?)(?:km|kilomet(?:re|er)s?)\b(?!\s*[(\[/])")


def _number(digits):
    return float(digits.replace(",", ""))


def _miles(km):
    miles = km / 1.609344
    return f"{miles:,.2f}" if miles < 10 else f"{miles:,.0f}"


@converts("km", "mile", form="text")
def nothing_done(text):
    """Gives the text back."""
    return text


@converts("km", "mile", form="text")
def wrong_factor(text):
    """Cause: nautical_statute"""
    return KM.sub(lambda match: f"{match[0]} ({_number(match[1]) / 1.852:,.2f} mi)", text)


@converts("km", "mile", form="text")
def inverted_factor(text):
    """Multiplies."""
    return KM.sub(lambda match: f"{match[0]} ({_number(match[1]) * 1.609344:,.1f} mi)", text)


@converts("km", "mile", form="text")
def converts_again(text):
    """Does not see the bracket that is there already."""
    return re.sub(r"(\d[\d,.]*)\s?km\b", lambda m: f"{m[0]} ({_miles(_number(m[1]))} mi)", text)


@converts("km", "mile", form="text")
def replaces_the_figure(text):
    """Writes 50.0 for 50."""
    return KM.sub(lambda m: f"{_number(m[1])} km ({_miles(_number(m[1]))} mi)", text)


@converts("km", "mile", form="text")
def stops_at_the_comma(text):
    """Reads 1,500 km as 500 km."""
    return re.sub(
        r"(\d+(?:\.\d+)?)\s?(?:km|kilomet(?:re|er)s?)\b(?! \()",
        lambda m: f"{m[0]} ({_miles(float(m[1]))} mi)",
        text,
    )


@converts("km", "mile", form="text")
def stops_at_the_point(text):
    """Reads 2.5 km as 5 km."""
    return re.sub(
        r"([\d,]*\d)\s?(?:km|kilomet(?:re|er)s?)\b(?! \()",
        lambda m: f"{m[0]} ({_miles(_number(m[1]))} mi)",
        text,
    )


@converts("km", "mile", form="text")
def truncates(text):
    """Whole miles, cut off: 1 km is 0 miles."""
    return KM.sub(lambda m: f"{m[0]} ({int(_number(m[1]) / 1.609344)} mi)", text)


@converts("km", "mile", form="text")
def straightens_spaces(text):
    """Makes one blank of every run of white space, the no-break space among it."""
    return KM.sub(lambda m: f"{m[0]} ({_miles(_number(m[1]))} mi)", " ".join(text.split()))


@converts("km", "mile", form="text")
def every_number(text):
    """Takes every figure for kilometres."""
    return re.sub(
        r"(?<![\w.,(])(\d[\d,]*(?:\.\d+)?)(?![\w.,])(?: km)?(?! \()",
        lambda m: f"{m[0]} ({_miles(_number(m[1]))} mi)",
        text,
    )


@converts("km", "mile", form="text")
def speeds_as_lengths(text):
    """Sees km in km/h."""
    return re.sub(
        r"(?<![\w.,-])(\d[\d,]*(?:\.\d+)?)\s?km(?! \()",
        lambda m: f"{m[0]} ({_miles(_number(m[1]))} mi)",
        text,
    )


@converts("km", "mile", form="text")
def wrong_label(text):
    """Metres for miles."""
    return KM.sub(lambda m: f"{m[0]} ({_miles(_number(m[1]))} m)", text)


@converts("km", "mile", form="text")
def raises_on_nothing(text):
    """Looks at the first letter of an empty page."""
    first = text[0]
    return first + KM.sub(lambda m: f"{m[0]} ({_miles(_number(m[1]))} mi)", text)[1:]


@converts("km", "mile", form="text")
def drops_the_sentence_after(text):
    """Loses the full stop at the end."""
    return KM.sub(lambda m: f"{m[0]} ({_miles(_number(m[1]))} mi)", text).removesuffix(".")


@converts("°C", "°F", form="text")
def temperature_without_offset(text):
    """The factor alone."""
    return re.sub(
        r"(?<!\d)([-−]?\d+(?:\.\d+)?)(\s?)(?:°C|degrees? Celsius)(?! \()",
        lambda m: f"{m[0]} ({float(m[1].replace('−', '-')) * 1.8:.1f}\u00a0°F)",
        text,
    )


@converts("°C", "°F", form="text")
def temperature_sign_lost(text):
    """The pattern knows no minus."""
    return re.sub(
        r"(\d+(?:\.\d+)?)(\s?)(?:°C|degrees? Celsius)(?! \()",
        lambda m: f"{m[0]} ({float(m[1]) * 1.8 + 32:.1f}\u00a0°F)",
        text,
    )
