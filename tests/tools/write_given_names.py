# a script, no package
"""Write claimcheck/lexicon/en/given_names.toml from the given names of the US Census of 1990.

python tests/tools/write_given_names.py FOLDER      with dist.female.first and dist.male.first in FOLDER

The two files are of the US Census Bureau, hence in the public domain; the package `names` (PyPI, MIT) ships
them.
Each line has a name and the share of the women, or men, who bear it, in percent.
"""

import sys
import textwrap
from collections.abc import Mapping
from pathlib import Path

from claimcheck.lexicon.cues import cues

__all__ = ["page"]

# The census itself lists names down to 0.001 %; those at the very edge are misspellings of others.
_LEAST = 0.002
# A name is a woman's if so many times as many women as men bear it.
_CLEARLY = 4
_HEADER = """\
# Given names by who bears them: of the US Census of 1990 (dist.female.first, dist.male.first; public domain),
# those of at least 0.002 % of women or men; a name is one sex's if four times as many of that sex bear it,
# else it is in `either`. Places and everyday words that a few people are called are left out.
# Written by tests/tools/write_given_names.py; names from elsewhere in the world stand in names.toml.

[given]
"""


def _shares(path: Path) -> dict[str, float]:
    rows = (line.split() for line in path.read_text(encoding="ascii").splitlines())
    return {row[0].lower(): float(row[1]) for row in rows}


def page(folder: Path) -> str:
    """The data file as text."""
    women, men = _shares(folder / "dist.female.first"), _shares(folder / "dist.male.first")
    lexicon = cues()
    barred = {*lexicon.groups["place"], *lexicon.groups["no_given_name"]} | (
        {*lexicon.tags} - {*lexicon.groups["given_name_too"]}
    )
    listed: dict[str, list[str]] = {"female": [], "male": [], "either": []}
    for name in sorted({*women, *men} - barred):
        if women.get(name, 0) + men.get(name, 0) >= _LEAST and len(name) > 1:
            listed[_sex(name, women, men)].append(name)
    return _HEADER + "\n".join(f'{sex} = """{_wrapped(names)}"""' for sex, names in listed.items()) + "\n"


def _sex(name: str, women: Mapping[str, float], men: Mapping[str, float]) -> str:
    her, his = women.get(name, 0), men.get(name, 0)
    return "female" if her >= _CLEARLY * his else "male" if his >= _CLEARLY * her else "either"


def _wrapped(names: list[str]) -> str:
    return "\n".join(textwrap.wrap(" ".join(names), 110))


if __name__ == "__main__":
    target = Path(__file__).parents[2] / "claimcheck" / "lexicon" / "en" / "given_names.toml"
    target.write_text(page(Path(sys.argv[1])), encoding="utf-8")
