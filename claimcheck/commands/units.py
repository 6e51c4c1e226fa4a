"""`claimcheck units NAME`: what a unit is called, how large it is, and who says so."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from fractions import Fraction
from pathlib import Path

from claimcheck import units
from claimcheck.config import nearest
from claimcheck.errors import UnitError
from claimcheck.lexicon import Lexicon, Reading, Row, english
from claimcheck.lexicon.find import described, readings, suggestions
from claimcheck.telling import complain

__all__ = ["add_arguments", "run"]

_DECIMALS = 24


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what `claimcheck units` takes."""
    parser.add_argument("name", nargs="*", help='a name or symbol: "nautical mile", km/h, £')
    parser.add_argument("--kind", metavar="KIND", help="list the units of a kind; `--kind ?` lists the kinds")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(arguments: Namespace) -> int:
    """Look up a unit or list a kind, those of the project included; 2 if there is none."""
    config = nearest(Path.cwd()).config
    lexicon = english(config.units, config.house_units)
    if arguments.kind:
        return _list(arguments.kind, lexicon, as_json=arguments.json)
    name = " ".join(arguments.name)
    if not name:
        complain("name a unit, or a kind with --kind")
        return 2
    found = readings(name, lexicon)
    near = () if found else suggestions(name, lexicon)
    if arguments.json:
        document = {
            "query": name,
            "readings": [_plain(each, lexicon) for each in found],
            "suggestions": list(near),
        }
        _print(json.dumps(document, ensure_ascii=False, indent=2))
    elif found:
        _print("\n\n".join("\n".join(_lines(each, lexicon)) for each in found))
    else:
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        complain(f"no unit {name!r}{hint}")
    return 0 if found else 2


def _lines(reading: Reading, lexicon: Lexicon) -> Iterator[str]:
    row = described(reading.unit, lexicon)
    yield row.name
    for label, text in (
        ("names", ", ".join(row.names)),
        ("symbols", "  ".join(row.symbols)),
        ("shared", "  ".join(row.shared)),
        ("kind", row.kind),
        ("system", row.system),
        ("size", size(row)),
        ("part of", f"{reading.fraction} {reading.main.name}" if reading.main else ""),
        ("read so", _needs(reading, lexicon)),
        ("note", row.note),
        ("source", row.source),
        ("stands in", str(row.where or "")),
    ):
        if text:
            yield f"  {label:<10}  {text}"


def _needs(reading: Reading, lexicon: Lexicon) -> str:
    return "; ".join(lexicon.legend.contexts[each] for each in sorted(reading.needs))


def _plain(reading: Reading, lexicon: Lexicon) -> dict[str, object]:
    row = described(reading.unit, lexicon)
    return {
        "name": row.name,
        "kind": row.kind,
        "system": row.system,
        "names": list(row.names),
        "symbols": list(row.symbols),
        "shared": list(row.shared),
        "size": size(row),
        "needs": sorted(reading.needs),
        "main": reading.main.name if reading.main else None,
        "fraction": str(reading.fraction) if reading.fraction else None,
        "note": row.note,
        "source": row.source,
    }


def size(row: Row) -> str:
    """How large a unit is in the SI unit of its kind, exactly: "1 mile = 1609.344 meter"."""
    si = english().kinds[row.kind].si if row.kind in english().kinds else ""
    if row.kind == "money" or not si:
        return ""
    try:
        scale = units.scale(row.name, si)
    except UnitError:
        return ""
    if scale.reciprocal:
        return f"x {row.name} = {number(scale.slope)} / x {si}"
    if scale.intercept:
        return f"x {row.name} = x × {number(scale.slope)} + {number(scale.intercept)} {si}"
    return f"1 {row.name} = {number(scale.slope)} {si}"


def number(value: Fraction) -> str:
    """A fraction as a decimal where it ends soon, with an exponent where that is shorter; else as it is.

    >>> number(Fraction(201168, 125))
    '1609.344'
    """
    under, twos_and_fives = value.denominator, 0
    while under % 10 == 0:
        under, twos_and_fives = under // 10, twos_and_fives + 1
    for prime in (2, 5):
        while under % prime == 0:
            under, twos_and_fives = under // prime, twos_and_fives + 1
    if under != 1 or twos_and_fives > _DECIMALS:
        text = str(value)
        return text if len(text) <= _DECIMALS else f"{float(value):.12g} (rounded)"
    digits = value * 10**twos_and_fives
    text = str(abs(digits.numerator)).rjust(twos_and_fives + 1, "0")
    whole, part = text[: len(text) - twos_and_fives], text[len(text) - twos_and_fives :].rstrip("0")
    sign = "-" if value < 0 else ""
    if not part and len(whole) > _DECIMALS:
        short = whole.rstrip("0")
        return f"{sign}{short}e{len(whole) - len(short)}"
    return f"{sign}{whole}.{part}" if part else f"{sign}{whole}"


def _list(kind: str, lexicon: Lexicon, *, as_json: bool) -> int:
    if kind not in lexicon.kinds:
        near = get_close_matches(kind, lexicon.kinds, n=1)
        hint = f"; did you mean {near[0]}?" if near else ""
        if kind != "?":
            complain(f"no kind {kind!r}{hint}")
            return 2
        _print("\n".join(lexicon.kinds))
        return 0
    rows = [row for row in _rows(lexicon) if row.kind == kind]
    if as_json:
        plain = [_plain(Reading(row.unit, row.name), lexicon) for row in rows]
        _print(json.dumps(plain, ensure_ascii=False, indent=2))
        return 0
    table = [
        ((row.names or row.symbols)[0], " ".join(row.symbols[:3]), row.system, size(row)) for row in rows
    ]
    _print("\n".join(_aligned(table)))
    return 0


def _print(text: str) -> None:
    sys.stdout.write(text + "\n")


def _rows(lexicon: Lexicon) -> Iterator[Row]:
    """The rows of the data files, without what prefixes make of them."""
    for row in (*lexicon.units.values(), *lexicon.money.values()):
        if row.where is None or row.where.key == row.name:
            yield row


def _aligned(table: Iterable[tuple[str, ...]]) -> Iterator[str]:
    rows = list(table)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
