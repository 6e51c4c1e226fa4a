# a script, no package
"""Write docs/lexicon-tables.md from the lexicon.

python tests/tools/write_lexicon_tables.py          after a change in claimcheck/lexicon/en/
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from claimcheck.commands.units import number, size
from claimcheck.lexicon import Row, english
from claimcheck.lexicon.sheet import cited

__all__ = ["page"]

PAGE = Path(__file__).parents[2] / "docs" / "lexicon-tables.md"


def page() -> str:
    """The page, as it should be."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    lexicon = english()
    base = [row for row in lexicon.units.values() if row.where and row.where.key == row.name]
    by_kind: dict[str, list[Row]] = defaultdict(list)
    for row in base:
        by_kind[row.kind].append(row)
    yield "# Tables of the lexicon"
    yield ""
    yield "Written by `tests/tools/write_lexicon_tables.py` from the data files; a test keeps it so."
    yield ""
    yield f"{len(base)} units without those that prefixes make, {len(lexicon.units)} with them,"
    yield f"in {len(by_kind)} kinds;"
    yield f"{sum(row.name.isupper() for row in lexicon.money.values())} currencies;"
    yield f"{len(tuple(lexicon.references))} yardsticks."
    for kind, rows in by_kind.items():
        yield f"\n## {kind[0].upper()}{kind[1:]}\n"
        yield from _table(("name", "symbols", "system", "size", "source"), (_unit(row) for row in rows))
    yield "\n## Yardsticks\n"
    yield from _table(
        ("yardstick", "size", "by definition", "source"),
        (
            (each.name, f"{number(each.value)} {each.unit}", each.note, each.source)
            for each in lexicon.references
        ),
    )
    yield "\n## Currencies\n"
    yield from _table(
        ("code", "names", "signs"),
        ((row.name, ", ".join(row.names), " ".join(row.symbols)) for row in lexicon.money.values()),
    )


def _unit(row: Row) -> tuple[str, ...]:
    names = ", ".join((row.names or row.symbols)[:2])
    source = cited(row.source, english().legend)
    return names, " ".join(row.symbols[:3]), row.system, size(row).partition(" = ")[2], source


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
