"""Every code block of the README and of docs/ holds: it is run, and what it prints is compared.

A block's language says how it is tested. A new language needs a row in `TESTED`.
"""

import doctest
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from attrs import frozen

import claimcheck
from claimcheck.corpus import cases_in, expected, misses, misses_of, shown

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(
    r"^( *)(`{3,}|~{3,})[ ]*(\{[\w-]+\}|[\w+-]*)[^\n]*\n(.*?)^\1\2[ ]*$", re.MULTILINE | re.DOTALL
)


@frozen
class Block:
    page: str
    line: int
    language: str
    code: str
    folder: Path


def blocks() -> list[Block]:
    found = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for fence in FENCE.finditer(text):
            line = text.count("\n", 0, fence.start()) + 2
            code = re.sub(rf"^{fence[1]}", "", fence[4], flags=re.MULTILINE)
            found.append(Block(page.relative_to(ROOT).as_posix(), line, fence[3], code, page.parent))
    return found


def python(block: Block, _: Path) -> None:
    """Run as a script; lines that begin with `>>>` are compared as doctest does."""
    if ">>>" in block.code:
        parsed = doctest.DocTestParser().get_doctest(block.code, {}, block.page, block.page, block.line)
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
        told: list[str] = []
        runner.run(parsed, out=told.append)
        assert not runner.failures, "".join(told)
    else:
        exec(compile("\n" * (block.line - 1) + block.code, block.page, "exec"), {"__name__": "__docs__"})  # noqa: S102 # our own


def console(block: Block, folder: Path) -> None:
    """Run each line after `$ `, with drafts at hand; what follows is what it prints, `...` is anything.

    Where nothing follows, nothing is compared; a program that is not installed is passed over.
    """
    (folder / "corpus").symlink_to(ROOT / "corpus")
    (folder / "stories").mkdir()
    for name in ("story.txt", "stories/base.txt"):
        (folder / name).write_text("The base lies 50 km (3 miles) from the border.\n", encoding="utf-8")
    environment = {
        **os.environ,
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "XDG_CACHE_HOME": str(folder / ".cache"),
        "NO_COLOR": "1",
        "COLUMNS": "100",
    }
    for command, wanted in commands(block.code):
        programs = [part.split()[0] for part in re.sub(r"'[^']*'", "", command).split("|")]
        if not all(shutil.which(program, path=environment["PATH"]) for program in programs):
            continue
        done = subprocess.run(
            ["/bin/sh", "-c", command],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        printed = "\n".join(line.rstrip() for line in (done.stdout + done.stderr).split("\n")).rstrip()
        if wanted:
            pattern = re.escape(wanted).replace(re.escape("..."), "(?s:.*?)")
            assert re.fullmatch(pattern, printed), f"$ {command}\n{printed}"
        else:
            assert done.returncode in {0, 1}, f"$ {command}\n{printed}"


def commands(code: str) -> Iterator[tuple[str, str]]:
    """Each command with what it prints; one with an open quotation goes on in the next line."""
    for part in re.split(r"^\$ ", code, flags=re.MULTILINE)[1:]:
        command, _, rest = part.partition("\n")
        while (command.count("'") % 2 or command.endswith("\\")) and rest:
            line, _, rest = rest.partition("\n")
            command += f"\n{line}"
        yield command, "\n".join(line.rstrip() for line in rest.split("\n")).rstrip()


def markdown(block: Block, _: Path) -> None:
    """Corpus notation: it is read, and it holds."""
    for case in cases_in(block.code, block.page):
        report = claimcheck.check(case.text)
        for kind in case.kinds:
            found = misses(case, report, kind)
            assert bool(found) == bool(case.xfail(kind)), "\n" + shown(case, found)
            for mark in expected(case, kind):
                assert mark.xfail is None or misses_of(mark, case, report), f"{mark} passes"


def toml(block: Block, _: Path) -> None:
    """Any TOML; what it says of claimcheck is tested with the configuration."""
    tomllib.loads(block.code)


def as_json(block: Block, _: Path) -> None:
    json.loads(block.code)


def shell(block: Block, _: Path) -> None:
    """Commands that a test cannot run as they stand (they install things): tests/test_readme.py has them."""
    for line in filter(None, block.code.splitlines()):
        assert re.match(r"#|python3? -m venv |(\S*/)?pip install |git |sphinx-build ", line), line


def shown_only(_: Block, __: Path) -> None:
    """A drawing or a form of words, nothing to run."""


TESTED: dict[str, Callable[[Block, Path], None]] = {
    "python": python,
    "pycon": python,
    "console": console,
    "markdown": markdown,
    "toml": toml,
    "json": as_json,
    "sh": shell,
    "text": shown_only,
    "yaml": shown_only,
    "html": shown_only,
    "xml": shown_only,
}


@pytest.mark.parametrize("block", blocks(), ids=lambda block: f"{block.page}:{block.line}")
def test_every_code_block_holds(block: Block, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert block.language in TESTED, (
        f"a block of {block.language or 'no language'}: say which, and how it is tested"
    )
    TESTED[block.language](block, tmp_path)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    for target in re.findall(r"\]\(([^)#\s]+)", text):
        assert re.match(r"[a-z]+:", target) or (page.parent / target).exists(), target
