# a script, no package
"""Write claimcheck/sizes.json: the exact size of every unit of the lexicon, from pint and the definitions.

python tests/tools/write_sizes.py          after a change of a unit in claimcheck/lexicon/en/
"""

import json
from functools import cache

from claimcheck.lexicon import english
from claimcheck.sizes import Size, evaluate
from claimcheck.units import SIZES, pint_size

__all__ = ["sizes"]


def sizes() -> dict[str, Size]:
    """The size of every simple unit, worked out anew; compounds follow from their parts."""
    units = english().units

    @cache
    def size_of(name: str) -> Size:
        row = units.get(name)
        if row is not None and row.definition:
            return evaluate(row.definition, size_of)
        return pint_size(name)

    return {name: size_of(name) for name in units if name.isidentifier()}


def main() -> None:
    """Write the file, one unit a line, so that a change of one shows as one."""
    rows = [
        f"{json.dumps(name)}: {json.dumps([str(each.slope), each.roots, str(each.intercept)])}"
        for name, each in sorted(sizes().items())
    ]
    SIZES.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
