"""Do the laws find bugs, and leave right converters alone? Every converter in mutants/ is held to them.

A wrong converter says in its docstring what is wrong with it, and the cause if the diagnosis should name it.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from time import process_time
from warnings import catch_warnings, simplefilter

import pytest

from claimcheck.converters import LawReport, declaration_of, examine
from claimcheck.converters.contract import Contract
from claimcheck.converters.prose import TextContract

pytestmark = pytest.mark.benchmark

MUTANTS = Path(__file__).with_name("mutants")
BUDGET = 200
SECONDS = 2


def _contracts(prefix: str) -> Iterator[tuple[str, Contract | TextContract]]:
    for path in sorted(MUTANTS.glob(f"{prefix}_*.py")):
        spec = spec_from_file_location(f"mutants_{path.stem}", path)
        assert spec is not None
        assert spec.loader is not None
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        for name, thing in list(vars(module).items()):
            declaration = declaration_of(thing)
            if declaration is not None:
                yield f"{path.stem}.{name}", declaration.of(thing)


WRONG = dict(_contracts("wrong"))
RIGHT = dict(_contracts("right"))


@cache
def _examined(name: str) -> tuple[LawReport, float]:
    """The report, and the seconds of processor time that it took."""
    contract = (WRONG | RIGHT)[name]
    start = process_time()
    with catch_warnings():
        simplefilter("ignore")  # foreign libraries warn of overflow and deprecations in their own ways
        report = examine(contract, examples=BUDGET)
    return report, process_time() - start


def test_the_study_is_large_enough() -> None:
    assert len(WRONG) >= 60
    assert len(RIGHT) >= 30


def test_at_least_95_percent_of_the_wrong_are_caught() -> None:
    missed = [name for name in WRONG if not _examined(name)[0].broken]
    assert len(missed) <= len(WRONG) * 0.05, missed


@pytest.mark.parametrize("name", RIGHT)
def test_no_right_one_is_accused(name: str) -> None:
    report, _ = _examined(name)
    assert not report.broken, str(report)


@pytest.mark.parametrize("name", [*WRONG, *RIGHT])
def test_within_budget_and_two_seconds(name: str) -> None:
    report, seconds = _examined(name)
    assert report.examples <= BUDGET * 1.1
    assert seconds < SECONDS


def test_the_cause_is_recognised_where_it_can_be() -> None:
    told = {
        name: re.search(r"Cause: (\w+)", contract.function.__doc__ or "") for name, contract in WRONG.items()
    }
    wanted = {name: match[1] for name, match in told.items() if match}
    given = {
        name: {each.broken.cause for each in _examined(name)[0].broken if each.broken} for name in wanted
    }
    mistaken = {name: (cause, given[name]) for name, cause in wanted.items() if cause not in given[name]}
    assert len(mistaken) <= len(wanted) * 0.05, mistaken
