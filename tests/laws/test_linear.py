"""Reading takes time in proportion to the text, whatever stands in it."""

import gc
from time import process_time

import pytest

import claimcheck

# Each repeats something that a grammar could be tempted to look at again and again.
SEEDS = [
    "The base lies 50 km (30 miles) from the border, Ana Ruiz said. ",
    *"()[]“”\"'’1½-–.:;$%{éaA😀\n ",
    *(
        "1,",
        "1.",
        "1 ",
        "1-",
        "1 to ",
        "5 ft ",
        "5 by ",
        "twenty-",
        "a hundred ",
        "million ",
        "± 1 ",
        "1, 2 and ",
    ),
    *(
        "km ",
        "km/",
        "1 km (",
        "1 km or ",
        "1 km, 1 mi, ",
        "between 1 and ",
        "a pint (568 ml) ",
        "five foot six (",
        "1 500 m (",
        "5 kJ/100 g/100 ",
        "1 km (1 mi) (",
        "20 ± 2 °C (68 ± ",
        "4 × 15 cm (",
        "50 ° (",
        "⅓ cup (",
        "1 km (1 mi, ",
        "1 km (1 mi; ",
        "1 m/",
        "1 g/1 oz/",
        "½ ",
    ),
    *(
        "Length of this (km) | 1\n",
        "1 km | 1 mi\n",
        "a |  | 1\n",
        "10 times ",
        "twice the ",
        "Mach ",
    ),
    *(
        "said ",
        "said, ",
        "that ",
        "who ",
        "and ",
        "he said ",
        "according to ",
        "“he said ",
        "he “said” ",
        "A. ",
        "A, ",
    ),
    *(
        "Mr. ",
        "U.N. ",
        "...",
        "<!-- ",
        "<!-- claimcheck off -->",
        "[a]{.b}",
        "]{",
        "\u00a0",
        "he said it said ",
        "He said so. ",
    ),
    *(
        "who said that who said ",
        "“I said he said” ",
        "‘a “b ‘c ",
        "« ",
        "„a “",
        "`` ",
        "'' ",
        "'90s rock 'n' roll ",
        "((a ",
        "Ann Doe said. Doe said. He said. ",
        "Ann Doe and Bob Doe said. They said. Both men said. ",
        "his wife said. Ann Doe’s wife said. ",
        "The minister said. The company said. ",
        "Ann Doe, the mayor of X, D-Ohio (Y), ",
        "Ministry of A of the B and C ",
        "“The police said,” said Ann Doe. ",
        "a spokesman he ",
        "reportedly ",
        "Sources said that the x was y. ",
        "officer ",
    ),
]


def seconds(text: str) -> float:
    gc.disable()  # a collection looks at all that other tests have left: it is not the text's
    start = process_time()
    report = claimcheck.check(text)
    _ = report.claims, report.diagnostics
    spent = process_time() - start
    gc.enable()
    return spent


@pytest.mark.parametrize("seed", SEEDS, ids=ascii)
def test_four_times_the_text_takes_four_times_as_long(seed: str) -> None:
    small, large = seed * (5_000 // len(seed)), seed * (20_000 // len(seed))
    seconds(small)
    short, long = min(seconds(small) for _ in range(3)), min(seconds(large) for _ in range(2))
    # Four times and noise; a square would be sixteen times. What takes no time at all is not measured.
    assert long < 10 * max(short, 0.02)


# Signs that a second figure might follow, and none that restates the first does.
LEADING_NOWHERE = ["1 m (", "50 ° (", "⅓ cup (", "5 ft [", "1 m (1 m; ", "4 × 15 cm (", "37 degrees ("]


@pytest.mark.parametrize("seed", LEADING_NOWHERE, ids=ascii)
def test_a_figure_that_leads_nowhere_costs_about_what_one_in_a_conversion_does(seed: str) -> None:
    def each(text: str) -> float:
        count = len(claimcheck.parse(text).quantities)
        return min(seconds(text) for _ in range(3)) / count

    assert each(seed * 1_000) < 4 * each("It lies 50 km (30 miles) off. " * 500)


def test_a_run_of_fractions_is_no_figure_and_is_passed_at_once() -> None:
    assert claimcheck.parse("½" * 50 + " km").quantities == ()
    assert seconds("½" * 200_000) < 40 * max(seconds("a" * 200_000), 0.02)
