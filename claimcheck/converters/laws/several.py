"""Laws of converters that take more than one figure at once: ranges, lists, arrays."""

from collections.abc import Callable, Sequence
from importlib.util import find_spec

from attrs import evolve
from hypothesis import strategies as st

from claimcheck.converters.contract import Answer, Contract, Input, read
from claimcheck.converters.inputs import pairs, values
from claimcheck.converters.laws.base import Broken, law
from claimcheck.converters.laws.truth import wanted
from claimcheck.converters.numbers import shown
from claimcheck.model import Cause

__all__ = ["LAWS"]


def _form(name: str) -> Callable[[Contract], str | None]:
    return lambda contract: None if contract.form == name else f"it does not take a {name}"


def _fits(contract: Contract, case: Input, answer: Answer) -> bool:
    least, most = contract.bounds(case.value)
    return answer.value is not None and least <= answer.value <= most


@law("the ends of a range stay in order", weight=3, cases=pairs, applies=_form("range"))
def range_ends(contract: Contract, case: tuple[Input, Input]) -> Broken | None:
    """A range stays a range: two ends, each converted, the lower one first.

    Ranges go wrong at one end: converted once and copied, swapped, or rounded towards each other until they
    cross.
    """
    low, high = sorted(case, key=lambda each: each.value)
    answer = contract.call(low.raw, high.raw)
    given = f"{shown(low.raw)} to {shown(high.raw)}"
    expected = f"{wanted(contract, low.value)} to {wanted(contract, high.value)}"
    if answer.refused and contract.may_refuse(low.value):
        return None
    ends = _elements(answer)
    if ends is None or len(ends) != 2:  # noqa: PLR2004 # a range has two ends
        return Broken(given, expected, str(answer))
    if contract.scale.reciprocal:
        low, high = high, low
    fits = [_fits(contract, each, end) for each, end in zip((low, high), ends, strict=True)]
    if all(fits):
        return None
    points = tuple(
        (each.value, end.value) for each, end in zip((low, high), ends, strict=True) if end.value is not None
    )
    if all(_fits(contract, each, end) for each, end in zip((high, low), ends, strict=True)):
        why = "the ends are swapped"
        return Broken(given, expected, shown(answer.raw), points, Cause.ARITHMETIC, why)
    cause = Cause.RANGE_ONE_END if any(fits) else None
    return Broken(given, expected, shown(answer.raw), points, cause)


def _lists(contract: Contract) -> object:
    return st.lists(values(contract), max_size=5)


@law("a list is converted element by element", weight=3, cases=_lists, applies=_form("sequence"))
def elementwise(contract: Contract, case: list[Input]) -> Broken | None:
    """As many results as figures, in the same order, each as if it stood alone; the list stays as it was.

    The classic is the last element that is left off, and the caller's own list that is converted in place.
    """
    given = [each.raw for each in case]
    answer = contract.call(given)
    shown_list = f"[{', '.join(shown(each.raw) for each in case)}]"
    expected = f"[{', '.join(wanted(contract, each.value) for each in case)}]"
    if answer.refused and any(contract.may_refuse(each.value) for each in case):
        return None
    found = _elements(answer)
    if given != [each.raw for each in case]:
        return Broken(shown_list, "the caller's list as it was", shown(given), cause=Cause.KEPT_STATE)
    if found is None or len(found) != len(case):
        explanation = "" if found is None else f"{len(found)} results for {len(case)} figures"
        return Broken(shown_list, expected, str(answer), explanation=explanation)
    points = tuple(
        (each.value, end.value) for each, end in zip(case, found, strict=True) if end.value is not None
    )
    if all(_fits(contract, each, end) for each, end in zip(case, found, strict=True)):
        return None
    return Broken(shown_list, expected, shown(answer.raw), points)


def _takes_arrays(contract: Contract) -> str | None:
    if not contract.arrays:
        return "no arrays are declared"
    return None if find_spec("numpy") else "numpy is not installed"


def _rows(contract: Contract) -> object:
    floats = evolve(contract, types=(float,))
    whole = evolve(contract, types=(int,))
    return st.tuples(
        st.sampled_from(["float64", "int64", "int32", "int16"]),
        st.sampled_from(["row", "column", "table", "empty"]),
        st.lists(values(floats), min_size=1, max_size=4),
        st.lists(values(whole), min_size=1, max_size=4),
    )


_LARGEST = {"int64": 2**63 - 1, "int32": 2**31 - 1, "int16": 2**15 - 1}


@law("an array is converted element by element", weight=3, cases=_rows, applies=_takes_arrays)
def arrays(contract: Contract, case: tuple[str, str, list[Input], list[Input]]) -> Broken | None:
    """A numpy array gives an array of the same shape, each element as if it stood alone, whatever its dtype.

    Small integers wrap without a word (int16 holds 32,767 metres), and an array of integers that is written
    into truncates. The caller's array is left as it was.
    """
    import numpy as np  # noqa: PLC0415 # only where arrays are declared

    dtype, shape, floats, whole = case
    cases = floats if dtype == "float64" else [each for each in whole if abs(each.value) <= _LARGEST[dtype]]
    cases = [] if shape == "empty" else cases
    array = np.array([each.raw for each in cases], dtype=dtype)
    if shape in ("column", "table") and cases:
        array = array.reshape(-1, 2 if shape == "table" and len(cases) % 2 == 0 else 1)
    before = array.copy()
    with np.errstate(all="ignore"):
        answer = contract.call(array)
    given = f"np.array({before.tolist()}, dtype={dtype!r})"
    if answer.refused and (not cases or any(contract.may_refuse(each.value) for each in cases)):
        return None
    if not np.array_equal(array, before):
        return Broken(given, "the caller's array as it was", str(array.tolist()), cause=Cause.KEPT_STATE)
    expected = f"[{', '.join(wanted(contract, each.value) for each in cases)}]"
    if not isinstance(answer.raw, np.ndarray) or answer.raw.shape != array.shape:
        return Broken(given, f"an array of shape {array.shape}: {expected}", str(answer))
    found = [read(each) for each in answer.raw.ravel().tolist()]
    if all(_fits(contract, each, end) for each, end in zip(cases, found, strict=True)):
        return None
    points = tuple(
        (each.value, end.value) for each, end in zip(cases, found, strict=True) if end.value is not None
    )
    return Broken(given, expected, str(answer.raw.tolist()), points)


def _elements(answer: Answer) -> Sequence[Answer] | None:
    """The figures in a returned list or pair; None where nothing of the kind came back."""
    if isinstance(answer.raw, (str, bytes)):
        return None
    try:
        return [read(each) for each in answer.raw]  # type: ignore[attr-defined] # the next line catches it
    except TypeError:
        return None


LAWS = (range_ends, elementwise, arrays)
