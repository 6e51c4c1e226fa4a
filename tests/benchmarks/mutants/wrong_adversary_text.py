"""Templates and filters on text, as content systems have them."""

import html
import re
import unicodedata

from claimcheck.converters import converts

FIGURE = r"(?<![\w.,\u2009])(\d(?:[\d,]|\u2009(?=\d{3}))*(?:\.\d+)?)"
KM = re.compile(FIGURE + r"[ \u00a0]?(?:km|kilomet(?:er|re)s?)\b(?!/|²|³| per| an? )(?! ?[(\[])")


def _number(figure):
    return float(figure.replace(",", "").replace("\u2009", ""))


def _miles(figure):
    return f"{_number(figure) / 1.609344:,.2f}".rstrip("0").rstrip(".")


def _restate(text):
    return KM.sub(lambda match: f"{match[0]} ({_miles(match[1])} mi)", text)


@converts("km", "mile", form="text", min_value=1)
def every_like_figure(text):
    """str.replace: 5 km is found again inside 15 km."""
    for match in list(KM.finditer(text)):
        text = text.replace(match[0], f"{match[0]} ({_miles(match[1])} mi)")
    return text


@converts("km", "mile", form="text", min_value=1)
def per_hour_too(text):
    """50 km/h has a distance in it."""
    return re.sub(
        FIGURE + r" ?(?:km|kilomet(?:er|re)s?)\b(?! ?[(\[])",
        lambda match: f"{match[0]} ({_miles(match[1])} mi)",
        text,
    )


@converts("km", "mile", form="text", min_value=1)
def behind_the_comma(text):
    """1,500 km is read from its last comma on."""
    return re.sub(
        r"(\d+(?:\.\d+)?) ?(?:km|kilomet(?:er|re)s?)\b(?!/|²|³| per| an? )(?! ?[(\[])",
        lambda match: f"{match[0]} ({_miles(match[1])} mi)",
        text,
    )


@converts("km", "mile", form="text", min_value=1)
def blanks_tidied(text):
    """Joins the words with single blanks."""
    return " ".join(_restate(text).split())


@converts("km", "mile", form="text", min_value=1)
def escaped(text):
    """Escapes the rest for the page."""
    return _restate(html.escape(text))


@converts("km", "mile", form="text", min_value=1)
def normalised(text):
    """NFKC: ½ becomes 1⁄2, and a hard blank a soft one."""
    return _restate(unicodedata.normalize("NFKC", text))


@converts("km", "mile", form="text", min_value=1)
def ascii_only(text):
    """What is no ASCII is dropped."""
    return _restate(text).encode("ascii", "ignore").decode()


@converts("km", "mile", form="text", min_value=1)
def again_and_again(text):
    """Does not see that a restatement stands there already."""
    return re.sub(
        FIGURE + r" ?(?:km|kilomet(?:er|re)s?)\b(?!/|²|³| per| an? )",
        lambda match: f"{match[0]} ({_miles(match[1])} mi)",
        text,
    )


@converts("km", "mile", form="text", min_value=1)
def cut_to_whole(text):
    """int() for round(): 3 km are 1 mile."""
    return KM.sub(lambda m: f"{m[0]} ({int(_number(m[1]) / 1.609344):,} mi)", text)


@converts("km", "mile", form="text", min_value=1)
def english_dropped(text):
    """Replaces the kilometres where it should add to them."""
    return KM.sub(lambda m: f"{_miles(m[1])} mi", text)


@converts("km", "mile", form="text", min_value=1)
def squared_too(text):
    """km² is km to it."""
    return re.sub(
        FIGURE + r" ?(?:square )?(?:km|kilomet(?:er|re)s?)(?!/| per)(?! ?[(\[])(?=²)",
        lambda match: f"{match[0]}² ({_miles(match[1])} sq mi)",
        text,
    ).replace("²²", "²")


@converts("km", "mile", form="text", min_value=1)
def continental(text):
    """Writes its miles with a decimal comma."""
    return KM.sub(lambda m: f"{m[0]} ({_miles(m[1]).replace(',', '').replace('.', ',')} mi)", text)


@converts("km", "mile", form="text", min_value=1)
def grouping_lost_over_a_million(text):
    """The pattern for figures has one comma."""
    return re.sub(
        r"(?<![\w.])(\d{1,3}(?:,\d{3})?(?:\.\d+)?) ?(?:km|kilomet(?:er|re)s?)\b(?!/|²|³| per| an? )(?! ?[(\[])",
        lambda m: f"{m[0]} ({_miles(m[1])} mi)",
        text,
    )


C = re.compile(r"(?<![\w.,])([-−]?)(\d+(?:\.\d+)?) ?°C(?! ?[(\[])")


@converts("°C", "°F", form="text")
def warming_as_weather(text):
    """Adds the 32 to a rise as well."""
    return C.sub(lambda m: f"{m[0]} ({float((m[1] and '-') + m[2]) * 1.8 + 32:.1f} °F)", text)


@converts("°C", "°F", form="text")
def typographic_minus(text):
    """Knows the hyphen as a minus, and not the minus."""
    return re.sub(
        r"(?<![\w.,])(-?\d+(?:\.\d+)?) ?°C(?! ?[(\[])",
        lambda m: f"{m[0]} ({float(m[1]) * 1.8 + 32:.1f} °F)",
        text,
    )


@converts("cm", "foot", form="text", min_value=60, max_value=300)
def twelve_inches(text):
    """Feet and inches without a carry: 182 cm are 5 ft 12 in."""

    def restated(match):
        inches = _number(match[1]) / 2.54
        return f"{match[0]} ({int(inches // 12)} ft {round(inches % 12)} in)"

    return re.sub(FIGURE + r" ?(?:cm|centimet(?:er|re)s?)\b(?!²|³| per)(?! ?[(\[])", restated, text)


@converts("kg", "lb", form="text", min_value=1)
def fourteen_pounds(text):
    """Stones and pounds in one figure with a point: 72 kg are 11.5 st for 11 st 5 lb."""

    def restated(match):
        pounds = round(_number(match[1]) / 0.45359237)
        return f"{match[0]} ({pounds // 14}.{pounds % 14} st)"

    return re.sub(FIGURE + r" ?(?:kg|kilo(?:gram)?s?)\b(?!/| per)(?! ?[(\[])", restated, text)
