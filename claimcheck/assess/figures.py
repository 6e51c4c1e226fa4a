"""Which figure of one side restates which of the other."""

from claimcheck.model import Figure, Quantity

__all__ = ["Pairs", "alignments"]

Pairs = tuple[tuple[Figure, Figure], ...]


def alignments(stated: Quantity, restated: Quantity) -> tuple[Pairs, ...]:
    """Every way in which the figures of two quantities may belong together, most likely first.

    "10-20 °F (-7 to -12 °C)" may be in reverse; "17.5 to 18.75 pounds (about 8 kg)" gives one end, or the
    middle; and where one side has more figures for another reason, none belong together.
    """
    ones, twos = stated.figures, restated.figures
    if len(ones) == len(twos):
        straight = tuple(zip(ones, twos, strict=True))
        if stated.shape == restated.shape == "range":
            return straight, tuple(zip(ones, reversed(twos), strict=True))
        return (straight,)
    if len(twos) == 1 and stated.shape == "range":
        return tuple(((one, twos[0]),) for one in reversed(ones))
    if len(ones) == 1 and restated.shape == "range":
        return tuple(((ones[0], two),) for two in reversed(twos))
    return ()
