"""What docs and hook files promise works: commands, configurations, the hook, the action."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from claimcheck.cli import main
from claimcheck.commands import check
from claimcheck.config import KEYS, project
from claimcheck.text.readers import FORMATS

ROOT = Path(__file__).parent.parent
DOCS = [ROOT / "docs" / name for name in ("inputs.md", "configuration.md", "ci.md")]
ACTION = ROOT / ".github" / "actions" / "claimcheck"
BASH = shutil.which("bash")
WRONG = "The depot lies 50 km (3 miles) off.\n"


def blocks(file: Path, language: str) -> Iterator[str]:
    return (
        match[1] for match in re.finditer(rf"```{language}\n(.*?)```", file.read_text("utf-8"), re.DOTALL)
    )


def commands() -> Iterator[str]:
    for file in DOCS:
        for block in (*blocks(file, "sh"), *blocks(file, "yaml")):
            for line in block.splitlines():
                found = re.search(r"claimcheck check [^|<#]*", line)
                if found:
                    yield found[0].strip()


@pytest.mark.parametrize("command", sorted(set(commands())))
def test_commands_in_the_docs_are_understood(command: str) -> None:
    parser = ArgumentParser()
    check.add_arguments(parser)
    parser.parse_args(shlex.split(command)[2:])


def test_the_configuration_in_the_docs_is_read() -> None:
    file = ROOT / "docs" / "configuration.md"
    (block,) = blocks(file, "toml")
    found = project(tomllib.loads(block)["tool"]["claimcheck"], file, "docs")
    assert found.config.house_units == {"gallon": "imperial_gallon"}
    assert all(f"`{key}`" in file.read_text("utf-8") for key in KEYS)


def test_every_suffix_is_in_the_docs_and_in_the_hook() -> None:
    text = (ROOT / "docs" / "inputs.md").read_text("utf-8")
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    for suffix in filter(None, FORMATS):
        assert f"`{suffix}`" in text
        assert re.search(hook["files"], f"a{suffix}")


def test_yaml_in_the_docs_is_yaml() -> None:
    found = [yaml.safe_load(block) for block in blocks(ROOT / "docs" / "ci.md", "yaml")]
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert found[0]["repos"][0]["hooks"][0]["id"] == hook["id"]
    inputs = yaml.safe_load((ACTION / "action.yml").read_text("utf-8"))["inputs"]
    (step,) = [
        each for each in found[1]["jobs"]["claimcheck"]["steps"] if "actions/claimcheck@" in each["uses"]
    ]
    assert set(step["with"]) <= set(inputs)


def test_the_hook_checks_the_files_that_it_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    program, *arguments = shlex.split(hook["entry"])
    assert program == "claimcheck"
    Path("a.txt").write_text(WRONG, "utf-8")
    Path("old.txt").write_text(WRONG, "utf-8")
    Path("claimcheck.toml").write_text('exclude = ["old.txt"]', "utf-8")
    assert main([*arguments, "a.txt", "old.txt"]) == 1
    assert capsys.readouterr().out.startswith("a.txt:1:16: error[U101]")
    assert main([*arguments, "old.txt"]) == 0


def test_every_input_of_the_action_reaches_its_script() -> None:
    action = yaml.safe_load((ACTION / "action.yml").read_text("utf-8"))
    environment = action["runs"]["steps"][1]["env"]
    given = {name for name in action["inputs"] if name != "python-version"}
    assert {f"CLAIMCHECK_{name.upper().replace('-', '_')}" for name in given} == set(environment)
    script = (ACTION / "check.sh").read_text("utf-8")
    assert all(name in script for name in environment)
    assert "${{" not in action["runs"]["steps"][1]["run"]


@pytest.mark.skipif(BASH is None, reason="the action's script is for bash")
@pytest.mark.parametrize(
    ("environment", "code", "said"),
    [
        ({}, 1, ["::error file=a.txt", "::error file=sub dir/b.txt"]),
        ({"CLAIMCHECK_PATHS": "sub dir\n"}, 1, ["::error file=sub dir/b.txt"]),
        (
            {"CLAIMCHECK_PATHS": "a.txt\nsub dir/b.txt", "CLAIMCHECK_ARGUMENTS": "--ignore=U\n\n--no-cache"},
            0,
            [],
        ),
        ({"CLAIMCHECK_PATHS": "--fix"}, 2, ["::error file=--fix"]),
        ({"CLAIMCHECK_PATHS": "$(touch pwned)"}, 2, ["::error file=$(touch pwned)"]),
    ],
)
def test_the_script_of_the_action(
    tmp_path: Path, environment: dict[str, str], code: int, said: list[str]
) -> None:
    (tmp_path / "sub dir").mkdir()
    for name in ("a.txt", "sub dir/b.txt"):
        (tmp_path / name).write_text(WRONG, "utf-8")
    program = tmp_path / "claimcheck"
    program.write_text(
        f"#!{sys.executable}\nimport sys\nfrom claimcheck.cli import main\nsys.exit(main())\n", "utf-8"
    )
    program.chmod(0o755)
    done = subprocess.run(  # noqa: S603 # our own script
        [str(BASH), str(ACTION / "check.sh")],
        cwd=tmp_path,
        env={
            **os.environ,
            "CLAIMCHECK_PROGRAM": str(program),
            "CLAIMCHECK_SARIF_FILE": "out.sarif",
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stderr
    assert [line for line in done.stdout.splitlines() if line.startswith("::error")] == [
        line for line in done.stdout.splitlines() if any(line.startswith(word) for word in said)
    ]
    assert all(any(line.startswith(word) for line in done.stdout.splitlines()) for word in said)
    assert (tmp_path / "out.sarif").exists()
    assert not (tmp_path / "pwned").exists()
