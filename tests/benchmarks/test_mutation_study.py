"""Do the laws find bugs, and leave right converters alone? Every converter in mutants/ is held to them.

A wrong converter says in its docstring what is wrong with it, and the cause if the diagnosis should name it.
"""

import re
from collections.abc import Iterator
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
SELDOM = [name for name in WRONG if name.startswith("wrong_seldom.")]
"""Wrong at few figures only, so that no search of this budget can promise to meet one."""


def _examined(contract: Contract | TextContract) -> LawReport:
    """The report, made within the budget and the time."""
    start = process_time()
    with catch_warnings():
        simplefilter("ignore")  # foreign libraries warn of overflow and deprecations in their own ways
        report = examine(contract, examples=BUDGET)
    assert process_time() - start < SECONDS
    assert report.examples <= BUDGET * 1.1
    return report


def test_the_study_is_large_enough() -> None:
    assert len(WRONG) >= 60
    assert len(RIGHT) >= 30


def test_few_are_excused() -> None:
    """At least 95% of the wrong must be caught, and each that is not excused must be."""
    assert len(SELDOM) <= 0.05 * len(WRONG) + sum(bool(_examined(WRONG[name]).broken) for name in SELDOM)


@pytest.mark.parametrize("name", [name for name in WRONG if name not in SELDOM])
def test_a_wrong_one_is_caught(name: str) -> None:
    broken = _examined(WRONG[name]).broken
    assert broken
    wanted = re.search(r"Cause: (\w+)", WRONG[name].function.__doc__ or "")
    if wanted:
        assert wanted[1] in {each.broken.cause for each in broken if each.broken}


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_one_is_not_accused(name: str) -> None:
    report = _examined(RIGHT[name])
    assert not report.broken, str(report)
