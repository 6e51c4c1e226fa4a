"""Right converters on text."""

import re

from claimcheck.converters import converts

NUMBER = r"[-−]?\d(?:[\d,]|[\u2009\u202f](?=\d{3}))*(?:\.\d+)?"


def _value(digits):
    return float(re.sub(r"[,\u2009\u202f]", "", digits).replace("−", "-"))


def _written(value, like):
    """With one digit more than the figure that it restates."""
    figures = max(len(like.replace(",", "").replace(".", "").strip("0-−")), 2)
    digits = f"{value:.{figures}g}"
    return f"{float(digits):,.10f}".rstrip("0").rstrip(".")


KM = re.compile(
    rf"(?:(?P<low>{NUMBER})(?P<between> to |-|–| and ))?(?P<km>(?<![\w.,]){NUMBER}|(?<=[-–]){NUMBER})[\s-]?"
    r"(?:km|kilomet(?:re|er)s?)\b(?!/|\sper\b|\san?\s\w)(?!\s*[(\[])"
)


@converts("km", "mile", form="text", min_value=1)
def kilometres(text):
    def restated(match):
        miles = _written(_value(match["km"]) / 1.609344, match["km"])
        if match["low"]:
            miles = f"{_written(_value(match['low']) / 1.609344, match['low'])}{match['between']}{miles}"
        return f"{match[0]} ({miles} miles)"

    return KM.sub(restated, text)


CELSIUS = re.compile(
    rf"(?:(?P<low>{NUMBER})(?P<between> to | and |-|–))?(?<![\w.,\u2009])(?P<c>{NUMBER})\s?"
    r"(?:°C|degrees? Celsius)(?!\s*[(\[])"
)


@converts("°C", "°F", form="text")
def celsius(text):
    def restated(match):
        rise = re.search(r"\b(?:by|risen|fallen|rise of|fall of)(?: about)? $", text[: match.start()])
        rise = rise or re.match(r" (?:warmer|colder)", text[match.end() :])

        def one(figure):
            return f"{_value(figure) * 1.8 + (0 if rise else 32):.1f}"

        low = f"{one(match['low'])}{match['between']}" if match["low"] else ""
        return f"{match[0]} ({low}{one(match['c'])} °F)"

    return CELSIUS.sub(restated, text)
