"""Laws of good manners: types kept, nonsense refused, nothing remembered that should not be."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from claimcheck.converters.contract import Answer, Contract, Input, Refusal
from claimcheck.converters.inputs import everyday, values
from claimcheck.converters.laws.base import Broken, law
from claimcheck.converters.laws.truth import wanted
from claimcheck.converters.numbers import is_nan, shown
from claimcheck.model import Cause

__all__ = ["LAWS"]

_LARGEST = {bits: Fraction(2) ** power for bits, power in ((16, 16), (32, 128), (64, 1024))}  # IEEE 754


def _first_days(contract: Contract) -> list[Input]:
    return [case for kind in contract.types for case in everyday(contract, kind)[::3]]


_ON_THE_WAY = 10**12  # how much larger than the result a product on the way may fairly be


@law("the type is kept", cases=_first_days)
def type_kept(contract: Contract, case: Input) -> Broken | None:
    """A Decimal gives a Decimal, a Fraction a Fraction, a float a float, text text; an int may widen.

    Money and laboratory code choose Decimal or Fraction to be exact. A converter that goes through float
    undoes the choice silently, in the seventeenth digit.
    """
    answer = contract.ask(case.raw)
    if answer.value is None:
        return None
    kind = type(case.raw)
    allowed: tuple[type, ...] = {int: (int, float, Decimal, Fraction), float: (float, int)}.get(kind, (kind,))
    given = answer.raw
    if isinstance(given, allowed) or (
        kind in (int, float) and hasattr(given, "dtype") and not isinstance(given, str)
    ):
        return None
    names = " or ".join(each.__name__ for each in allowed[:2])
    return Broken(shown(case.raw), f"a result of type {names}", f"{answer}, a {type(given).__name__}")


def _nonsense(contract: Contract) -> list[tuple[Refusal, object]]:
    inf, nan = float("inf"), float("nan")
    found: list[tuple[Refusal, object]] = [
        (Refusal.NAN, nan),
        (Refusal.INFINITY, inf),
        (Refusal.INFINITY, -inf),
    ]
    if Decimal in contract.types:
        found += [(Refusal.NAN, Decimal("nan")), (Refusal.INFINITY, Decimal("inf"))]
    found.append((Refusal.NONE, None))
    if str not in contract.types:
        found.append((Refusal.TEXT, "fifty"))
    zero = contract.absolute_zero
    if zero is not None:
        found += [(Refusal.BELOW_ABSOLUTE_ZERO, float(zero) - beyond) for beyond in (1, 0.01, 1000)]
    elif Refusal.NEGATIVE in contract.refuses:
        found += [(Refusal.NEGATIVE, number) for number in (-1, -0.5, -1e9)]
    return found


@law("nonsense is refused", weight=1, cases=_nonsense)
def refusal(contract: Contract, case: tuple[Refusal, object]) -> Broken | None:
    """What no figure can stand for is turned down, or at least stays visibly nonsense.

    A declared refusal must raise. Undeclared, NaN may give NaN and infinity an infinity, but never a
    plausible figure, and nothing but a number ever gives one.
    """
    kind, raw = case
    answer = contract.ask(raw)
    if answer.refused:
        return None
    given = f"{shown(raw)} ({kind})"
    if kind in contract.refuses:
        return Broken(given, "an exception that says so", str(answer))
    vanished = kind == Refusal.INFINITY and contract.scale.reciprocal and not answer.value
    if kind in (Refusal.BELOW_ABSOLUTE_ZERO, Refusal.NEGATIVE) or answer.value is None or vanished:
        return None
    return Broken(given, "an exception, or nonsense that shows", str(answer))


def _huge(contract: Contract) -> list[Input]:
    sizes = [Fraction(10) ** power for power in (7, 10, 15, 20, 39, 100, 300, 308)]
    sizes += [Fraction(2) ** 31, Fraction(2) ** 63]
    found = [
        Input.of(size, kind)
        for size in sizes
        if contract.admits(size)
        for kind in contract.types
        if kind is not str
    ]
    return [each for each in found if each is not None]


@law("nothing overflows in silence", cases=_huge)
def overflow(contract: Contract, case: Input) -> Broken | None:
    """A figure too large to hold raises or becomes an infinity; it never becomes another figure.

    Integers of a fixed width wrap to negative kilometres, and a float32 on the way ends at 3.4e38.
    """
    answer = contract.ask(case.raw)
    if answer.refused:
        return None
    beyond = abs(contract.scale(case.value)) * _ON_THE_WAY > _largest(answer.raw)
    if answer.value is None:
        return None if beyond else Broken.at(case, wanted(contract, case.value), answer)
    least, most = contract.bounds(case.value)
    if least <= answer.value <= most or _as_wrong_when_small(contract, case, answer.value):
        return None
    return Broken.at(case, wanted(contract, case.value), answer)


def _largest(result: object) -> Fraction:
    """The largest figure that a result's own type holds: that of a float, or of a narrower one of numpy's."""
    bits = getattr(getattr(result, "dtype", None), "itemsize", 8) * 8
    return _LARGEST.get(bits, _LARGEST[64])


def _as_wrong_when_small(contract: Contract, case: Input, got: Fraction) -> bool:
    """Whether everyday figures are off in the same proportion: then the size is not to blame."""
    small = Input.of(Fraction(3000), type(case.raw))
    if small is None or abs(case.value) < 1:
        return True
    answer, truth = contract.ask(small.raw), contract.scale(small.value)
    if answer.value is None or not truth:
        return True
    usual, here = answer.value / truth, got / contract.scale(case.value)
    return usual != 1 and abs(usual - here) <= abs(usual) / 10


def _runs(contract: Contract) -> object:
    return st.lists(values(contract), min_size=2, max_size=6)


@law("the same figure always gives the same result", weight=2, cases=_runs)
def repeatable(contract: Contract, case: list[Input]) -> Broken | None:
    """What was converted before does not matter.

    Caches are keyed too coarsely (by int(x), by the value without its unit), settings leak from one call to
    the next, and a counter somewhere in a page changes what is printed.
    """
    first = [contract.ask(each.raw) for each in case]
    for each, before in reversed(list(zip(case, first, strict=True))):
        after = contract.ask(each.raw)
        if not _same(before, after):
            rest = ", ".join(shown(other.raw) for other in case)
            return Broken(
                f"{shown(each.raw)}, asked twice among {rest}",
                str(before),
                str(after),
                cause=Cause.KEPT_STATE,
            )
    return None


def _same(one: Answer, two: Answer) -> bool:
    if one.value is None or two.value is None:
        return type(one.error) is type(two.error) or (is_nan(one.raw) and is_nan(two.raw))
    return one.value == two.value


LAWS = (type_kept, refusal, overflow, repeatable)
