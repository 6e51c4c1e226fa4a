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
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from types import CodeType

import pytest
from attrs import evolve, frozen

import claimcheck
from claimcheck.corpus import cases_in, expected, misses, misses_of, shown
from claimcheck.rules import Rule, registry, rules

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(
    r"^(?P<indent> *)(?P<fence>`{3,}|~{3,})[ ]*(?P<language>\{[\w-]+\}|[\w+-]*)[^\n]*\n"
    r"(?P<code>.*?)^(?P=indent)(?P=fence)[ ]*$",
    re.MULTILINE | re.DOTALL,
)
DRAFTS = [
    "story.txt",
    "story.md",
    "story.html",
    "stories/a.txt",
    "articles/a.md",
    "drafts/a.md",
    "archive/a/a.html",
]
# What a script may do besides calling claimcheck: install and fetch, or what would not end by itself.
NOT_RUN = re.compile(
    r"\s*(#|$|python3? -m |(\S*/)?pip install |sphinx-build |pre-commit |pytest|claimcheck .*--watch)"
)


@frozen
class Block:
    """A code block, and where it stands."""

    page: str
    line: int
    language: str
    code: str
    sketch: bool  # `<!-- a sketch: … -->` stands above it: it needs what only its reader has
    wanted: str = ""  # what a block of text right below it shows
    before: tuple[str, ...] = ()  # the code of the page that comes first

    @property
    def is_prelude(self) -> bool:
        """Whether blocks below it may use what it defines."""
        return self.language == "python" and not (self.sketch or self.wanted or ">>>" in self.code)


def blocks() -> list[Block]:
    found: list[Block] = []
    for page in PAGES:
        if page.parent.name == "laws":  # each takes a search of Hypothesis; tests/test_law_pages.py runs them
            continue
        text = page.read_text(encoding="utf-8")
        for fence in FENCE.finditer(text):
            line = text.count("\n", 0, fence.start()) + 2
            sketch = text[: fence.start()].rstrip().rpartition("\n")[2].startswith("<!-- a sketch")
            below = FENCE.match(
                text, fence.end() + len(text[fence.end() :]) - len(text[fence.end() :].lstrip())
            )
            wanted = plain(below) if below and below["language"] == "text" else ""
            name = page.relative_to(ROOT).as_posix()
            before = tuple(each.code for each in found if each.page == name and each.is_prelude)
            found.append(Block(name, line, fence["language"], plain(fence), sketch, wanted, before))
    return found


def plain(fence: re.Match[str]) -> str:
    """The code of a block without the indentation of the list that it may stand in."""
    return re.sub(rf"^{fence['indent']}", "", fence["code"], flags=re.MULTILINE)


def python(block: Block, _: Path) -> None:
    """Run as a script, behind those above it; lines that begin with `>>>` are compared as doctest does.

    Where a block of text follows, the script prints or raises what it shows; a sketch is only compiled.
    """
    if ">>>" in block.code:
        parsed = doctest.DocTestParser().get_doctest(block.code, {}, block.page, block.page, block.line)
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
        told: list[str] = []
        runner.run(parsed, out=told.append)
        assert not runner.failures, "".join(told)
    else:
        code = compile("\n" * (block.line - 1) + block.code, block.page, "exec")
        if not block.sketch:
            shown_there = outcome(code, block.before, expects=bool(block.wanted))
            missing = [line for line in block.wanted.splitlines() if line.strip() not in shown_there]
            assert not missing, shown_there


def outcome(code: CodeType, before: tuple[str, ...], *, expects: bool) -> str:
    """What a script prints, and the message that it ends with where one is expected."""
    names: dict[str, object] = {"__name__": "__docs__"}
    printed = StringIO()
    with redirect_stdout(printed):
        for each in before:
            exec(each, names)  # noqa: S102 # our own documentation
        try:
            exec(code, names)  # noqa: S102 # our own documentation
        except Exception as error:
            if not expects:
                raise
            return f"{printed.getvalue()}{error}"
    return printed.getvalue()


def console(block: Block, folder: Path) -> None:
    """Run each line after `$ ` among drafts; what follows is what it prints, `...` is anything.

    Where nothing follows, nothing is compared; a program that is not installed is passed over.
    """
    for command, wanted in commands(block.code):
        done = run(command, folder)
        if done is None:
            continue
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


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str] | None:
    """Run a command among drafts; None where a program is not installed."""
    environment = {
        **os.environ,
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "XDG_CACHE_HOME": str(folder / ".cache"),
        "NO_COLOR": "1",
        "COLUMNS": "100",
    }
    programs = [part.split()[0] for part in re.sub(r"'[^']*'|#.*", "", command).split("|")]
    if not all(shutil.which(program, path=environment["PATH"]) for program in programs):
        return None
    shell = ["/bin/sh", "-c", command]
    return subprocess.run(shell, cwd=folder, env=environment, capture_output=True, text=True, check=False)  # noqa: S603


def script(block: Block, folder: Path) -> None:
    """A script that is not shown with its output: it succeeds, or has findings."""
    for line in block.code.replace("\\\n", " ").splitlines():
        if not NOT_RUN.match(line):
            done = run(line, folder)
            assert done is None or done.returncode in {0, 1}, f"{line}\n{done.stdout}{done.stderr}"


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


def only_shown(_: Block, __: Path) -> None:
    """A drawing or a file of another program, nothing to run."""


TESTED: dict[str, Callable[[Block, Path], None]] = {
    "python": python,
    "pycon": python,
    "console": console,
    "sh": script,
    "bash": script,
    "markdown": markdown,
    "toml": toml,
    "json": as_json,
    "text": only_shown,
    "yaml": only_shown,
    "html": only_shown,
    "xml": only_shown,
}


def among_drafts(folder: Path) -> Path:
    """A folder as the documentation imagines it: drafts under version control."""
    (folder / "corpus").symlink_to(ROOT / "corpus")
    for name in DRAFTS:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("The base lies 50 km (3 miles) from the border.\n", encoding="utf-8")
    who = "-c user.name=tester -c user.email=tester@example.com"
    run(f"git init -q && git add . && git {who} commit -qm drafts", folder)
    run("git update-ref refs/remotes/origin/main HEAD", folder)
    return folder


@pytest.mark.parametrize("block", blocks(), ids=lambda block: f"{block.page}:{block.line}")
def test_every_code_block_holds(block: Block, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not block.language.startswith("{"):  # a directive of MyST: prose, or a file that Sphinx looks for
        assert block.language in TESTED, f"a block of {block.language!r}: say how that is tested"
        monkeypatch.chdir(among_drafts(tmp_path))
        TESTED[block.language](block, tmp_path)


@pytest.fixture
def registered(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Rule]]:
    """The rules, to which more may be added until the test is over."""
    rules()
    table = dict(registry._RULES)  # noqa: SLF001 # so that nothing stays declared
    monkeypatch.setattr(registry, "_RULES", table)
    rules.cache_clear()
    yield table
    rules.cache_clear()


def test_the_rule_of_the_how_to_works(registered: dict[str, Rule]) -> None:
    known = set(registered)
    for block in blocks():
        if block.page == "docs/howto-add-a-rule.md" and block.language == "python":
            exec(compile(block.code, block.page, "exec"), {"__name__": "__docs__"})  # noqa: S102 # our own documentation
    (code,) = set(registered) - known
    for example in registered[code].bad:
        before, words, after = re.split(r"[\[\]]", example)
        flagged = [each for each in claimcheck.check(before + words + after).diagnostics if each.code == code]
        assert [each.span.start for each in flagged] == [len(before)]
        assert [each.span.end for each in flagged] == [len(before + words)]
    for example in registered[code].good:
        assert code not in {each.code for each in claimcheck.check(example).diagnostics}


HOWTO_BLOCKS = [
    block
    for block in blocks()
    if block.page.startswith("docs/howto-") and block.language == "python" and not block.sketch
]


@pytest.mark.parametrize("block", HOWTO_BLOCKS, ids=lambda block: f"{block.page}:{block.line}")
def test_a_block_of_a_how_to_can_be_pasted_into_an_empty_file(block: Block, tmp_path: Path) -> None:
    python(evolve(block, before=()), tmp_path)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    for target in re.findall(r"\]\(([^)#\s]+)", text):
        assert re.match(r"[a-z]+:", target) or (page.parent / target).exists(), target
