"""Converters on text: what they add is consistent, and they add nothing else."""

import re

import pytest

from claimcheck.check import check
from claimcheck.converters import ConverterError, check_converter, contract_for, examine
from claimcheck.converters.prose import TextContract, added, stripped

KM = re.compile(r"(?<![\w.,-])(\d[\d,]*(?:\.\d+)?)\s?(?:km|kilomet(?:re|er)s?)\b(?!/)(?!\s*[(\[])")


def restated(text: str) -> str:
    def miles(match: re.Match[str]) -> str:
        value = float(match[1].replace(",", "")) / 1.609344
        return f"{match[0]} ({value:,.2f} miles)"

    return KM.sub(miles, text)


def test_the_message_shows_the_text_and_the_cause() -> None:
    def nautical(text: str) -> str:
        return KM.sub(
            lambda match: f"{match[0]} ({float(match[1].replace(',', '')) / 1.852:,.2f} miles)", text
        )

    with pytest.raises(ConverterError) as caught:
        check_converter(nautical, "km", "mile", form="text")
    for part in ("what it inserts is consistent", "(0.54 miles)", "nautical_statute"):
        assert part in str(caught.value)


def test_doing_nothing_breaks_a_law() -> None:
    broken = {
        each.law.name for each in examine(contract_for(lambda text: text, "km", "mile", form="text")).broken
    }
    assert broken == {"insertion"}


def test_giving_no_text_breaks_a_law() -> None:
    report = examine(contract_for(lambda _: None, "km", "mile", form="text"))
    assert "totality" in {each.law.name for each in report.broken}


def test_only_what_is_new_counts_as_added() -> None:
    before = "It is 5 km (3 miles) and then 50 km."
    report = check("It is 5 km (3 miles) and then 50 km (31 miles).")
    new = added(before, report)
    assert [each.span.of(report.document.text) for each in new] == ["50 km (31 miles)"]
    assert stripped(report, new) == before


def test_a_contract_asks_and_never_raises() -> None:
    contract = contract_for(lambda text: text[9], "km", "mile", form="text")
    assert isinstance(contract, TextContract)
    assert "IndexError" in (contract.ask("short").problem or "")
    right = contract_for(restated, "km", "mile", form="text")
    assert isinstance(right, TextContract)
    assert right.ask("50 km").text == "50 km (31.07 miles)"
