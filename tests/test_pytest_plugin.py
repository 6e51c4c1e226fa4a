"""The plugin: laws as tests, a newsroom's own corpus, the fixture; and that it costs nothing."""

import subprocess
import sys

import pytest

pytest_plugins = "pytester"


def test_loading_it_loads_nothing_else() -> None:
    code = (
        "import sys, claimcheck.pytest_hooks; "
        "print({'regex', 'claimcheck.model', 'claimcheck.check', 'hypothesis'} & {*sys.modules} or None)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "None"


def test_each_law_is_a_test(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import pytest
        from claimcheck.converters import converts

        @converts("km", "mile", rounding="1dp")
        def km_to_miles(km):
            return round(km / 1.6, 1)

        @pytest.fixture
        def factor():
            return 1.8

        @converts("°C", "°F")
        def test_forecast(factor):
            return lambda celsius: celsius * factor + 32
        """
    )
    result = pytester.runpytest_inprocess("-v", "--claimcheck-examples=40", "--claimcheck-seed=1")
    result.stdout.fnmatch_lines(
        [
            "*::km_to_miles::agrees with exact arithmetic FAILED*",
            "*::km_to_miles::zero is where the scales say PASSED*",
            "*::test_forecast?a difference is not a reading? PASSED*",
            "*cause     arithmetic*",
        ]
    )
    assert result.parseoutcomes()["failed"] == 1


def test_a_declaration_that_cannot_be_followed_is_an_error_of_collection(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        from claimcheck.converters import converts

        @converts("gallon", "L")
        def test_gallons():
            return lambda gallons: gallons
        """
    )
    result = pytester.runpytest_inprocess()
    result.stdout.fnmatch_lines(["*test_gallons: 'gallon' may be gallon or imperial_gallon*"])
    assert result.ret == pytest.ExitCode.INTERRUPTED


CMS = """
from claimcheck.converters import converts

class Filters:
    def __init__(self):
        self.factor = 1.609344

    @converts("km", "mile")
    def to_miles(self, km):
        return km / self.factor

    @converts("lb", "kg")
    @staticmethod
    def kilograms(pounds):
        return pounds * 0.45359237

    @staticmethod
    @converts("ft", "m")
    def metres(feet):
        return feet * 0.3

    @classmethod
    @converts("inch", "cm")
    def centimetres(cls, inches):
        return inches * 2.54

    @converts("mile", "km")
    async def kilometres(self, miles):
        return miles * 1.609344

    def plain(self):
        return 1
"""

ZERO = "zero is where the scales say"


def test_methods_of_all_sorts_are_converters(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(cms=CMS, test_cms="from cms import Filters")
    result = pytester.runpytest_inprocess("-v", "--claimcheck-examples=20")
    result.stdout.fnmatch_lines_random(
        [
            f"*::Filters::to_miles::{ZERO} PASSED*",
            f"*::Filters::kilograms::{ZERO} PASSED*",
            "*::Filters::metres::agrees with exact arithmetic FAILED*",
            f"*::Filters::centimetres::{ZERO} PASSED*",
            f"*::Filters::kilometres::{ZERO} PASSED*",
        ]
    )


def test_a_class_that_makes_no_object_says_so(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        from claimcheck.converters import converts

        class Filters:
            def __init__(self, site):
                self.site = site

            @converts("km", "mile")
            def to_miles(self, km):
                return km / 1.609344
        """
    )
    result = pytester.runpytest_inprocess()
    result.stdout.fnmatch_lines(["*Filters.to_miles needs an object, and Filters() fails*"])


def test_tests_in_classes_with_parameters_fixtures_and_marks(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import pytest
        from claimcheck.converters import converts

        @pytest.fixture(params=["one", "two"])
        def server(request):
            return request.param

        class TestPorts:
            @pytest.mark.parametrize("factor", [1.609344, 1.6])
            @converts("mile", "km")
            def test_by_factor(self, factor):
                return lambda miles: miles * factor

            @converts("ft", "m")
            def helper(self, feet):
                return feet * 0.3048

        @converts("ft", "m")
        def test_by_server(server):
            return lambda feet: feet * 0.3048

        @pytest.mark.converts("lb", "kg", rounding="1dp")
        def test_marked():
            return lambda pounds: round(pounds * 0.45359237, 1)

        @pytest.mark.converts("lb", "kg")
        class TestMarked:
            def test_of_the_class(self):
                return lambda pounds: pounds * 0.45

        @pytest.mark.skip(reason="later")
        @converts("lb", "kg")
        def test_skipped():
            return None

        @converts("°C", "°F")
        async def test_coroutine():
            async def port(celsius):
                return celsius * 1.8 + 32
            return port
        """
    )
    result = pytester.runpytest_inprocess("-v", "--strict-markers", "--claimcheck-examples=20")
    result.stdout.fnmatch_lines_random(
        [
            f"*::TestPorts::test_by_factor?{ZERO}-1.609344? PASSED*",
            "*::TestPorts::test_by_factor?agrees with exact arithmetic-1.6? FAILED*",
            f"*::TestPorts::helper::{ZERO} PASSED*",
            "*::test_by_server?two-zero is where the scales say? PASSED*",
            "*::test_marked?rounding again changes nothing? PASSED*",
            "*::TestMarked::test_of_the_class?agrees with exact arithmetic? FAILED*",
            f"*::test_skipped?{ZERO}? SKIPPED*",
            "*::test_coroutine?a difference is not a reading? PASSED*",
        ]
    )


def test_a_test_that_is_held_to_nothing_does_not_pass(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import unittest
        from claimcheck.converters import converts

        class Old(unittest.TestCase):
            @converts("km", "mile")
            def test_old(self):
                return lambda km: km

        @converts("km", "mile")
        def test_forgotten():
            pass
        """
    )
    result = pytester.runpytest_inprocess("--claimcheck-examples=10")
    assert result.parseoutcomes().keys() == {"failed"}
    result.stdout.fnmatch_lines_random(
        ["*no hold on tests of unittest.TestCase*", "*test_forgotten returned None*returns the converter*"]
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('@pytest.mark.converts("km")', "takes two units, and has 1"),
        ('@converts("km", "mile", roundin="1dp")', "no option 'roundin'; did you mean rounding?"),
        ('@converts("km", "kg")', "different things"),
    ],
)
def test_a_wrong_mark_is_an_error_of_collection(pytester: pytest.Pytester, line: str, words: str) -> None:
    pytester.makepyfile(
        f"import pytest\nfrom claimcheck.converters import converts\n{line}\ndef test_it():\n    return abs\n"
    )
    result = pytester.runpytest_inprocess()
    result.stdout.fnmatch_lines([f"*test_it: *{words}*"])
    assert result.ret == pytest.ExitCode.INTERRUPTED


CASES = """
# The house's own cases

## A right one {kinds}

> The track is [50 km (31 miles)]{.conversion} long.

## A wrong one

> The track is [50 km (3 miles)]{.U102} long.
"""


def test_a_house_keeps_its_own_cases(pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\nclaimcheck_corpus = cases/**/*.md\n")
    folder = pytester.mkdir("cases")
    (folder / "tracks.md").write_text(CASES.replace(" {kinds}", ""), encoding="utf-8")
    result = pytester.runpytest_inprocess("-v")
    result.stdout.fnmatch_lines(
        [
            "*cases/tracks.md::a-right-one::conversion PASSED*",
            "*cases/tracks.md::a-wrong-one::diagnostic FAILED*",
        ]
    )


def test_no_markdown_is_collected_unasked(pytester: pytest.Pytester) -> None:
    (pytester.path / "notes.md").write_text(CASES, encoding="utf-8")
    assert pytester.runpytest_inprocess().ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_the_fixture_checks_a_text(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        def test_right(claims):
            assert len(claims("50 km (31 miles)").conversions) == 1
            claims.consistent("50 km (31 miles)")

        def test_wrong(claims):
            claims.consistent("50 km (3 miles)")
        """
    )
    result = pytester.runpytest_inprocess()
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["1:1: U101 *"])
