"""The straight line that a converter draws, found by asking it: the factor and the offset in its code."""

from fractions import Fraction

from attrs import frozen

from claimcheck.converters.contract import Contract, Input

__all__ = ["Line", "line_of"]


@frozen
class Line:
    """`result = factor * figure + offset`, the factor known to about `wobble` of its size.

    For reciprocal units `factor` is the product of figure and result, and the offset 0.
    """

    factor: Fraction
    offset: Fraction
    wobble: Fraction


def line_of(contract: Contract) -> Line | None:
    """The line of a converter; None if it draws none (a branch, a reciprocal, an error on the way).

    It is asked for large figures first, whose results rounding disturbs least.
    """
    if contract.scale.reciprocal:
        return _product(contract)
    for size in (10**9, 10**6, 10**4, 100, 10):
        line = _through(contract, Fraction(size))
        if line is not None:
            return line
    return None


def _product(contract: Contract) -> Line | None:
    one, ten = _asked(contract, Fraction(1)), _asked(contract, Fraction(10))
    if not one or not ten or abs(one - 10 * ten) > 10 * contract.rounding.step(ten) + abs(one) / 10**9:
        return None
    return Line(one, Fraction(0), contract.rounding.step(one) / abs(one))


def _through(contract: Contract, size: Fraction) -> Line | None:
    low = max(Fraction(0), contract.floor or Fraction(0))
    points = [(value, _asked(contract, value)) for value in (low, low + size / 2, low + size)]
    (start, first), (_, middle), (end, last) = points
    if contract.max_value is not None and end > contract.max_value:
        return None
    if first is None or middle is None or last is None or first == last:
        return None
    factor = (last - first) / (end - start)
    step = max(contract.rounding.step(each) for each in (first, middle, last))
    if abs(2 * middle - first - last) > 4 * step + abs(last - first) / 10**6:
        return None
    return Line(factor, first - factor * start, 2 * step / abs(last - first) + Fraction(1, 2**48))


def _asked(contract: Contract, value: Fraction) -> Fraction | None:
    kind = float if float in contract.types else contract.types[0]
    case = Input.of(value, kind)
    return contract.ask(case.raw).value if case is not None else None
