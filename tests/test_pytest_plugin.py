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
            "*::test_forecast::a difference is not a reading PASSED*",
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
