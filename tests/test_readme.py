"""The two commands of the README are what continuous integration runs: one checks, one tests."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [line.strip().removeprefix("$ ") for line in README.splitlines() if "-m venv" in line]
INTEGRATION = (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def plain(command: str) -> str:
    """The command with its environment in `.venv`, wherever it really is."""
    return re.sub(r'"\$\{?VENV\}?(/[\w/-]*)?"', r".venv\1", command).strip()


def test_there_is_one_command_to_check_and_one_to_test() -> None:
    check, test = COMMANDS
    assert "claimcheck check corpus/articles" in check
    assert "pytest" in test


def test_continuous_integration_runs_them_as_they_stand() -> None:
    run = {plain(line) for line in INTEGRATION.splitlines() if "-m venv" in line}
    assert run <= {plain(command) for command in COMMANDS}
    assert plain(COMMANDS[1]) in run


def test_they_need_nothing_but_python_and_pip() -> None:
    for command in COMMANDS:
        for part in command.split("&&"):
            program = part.split()[0]
            assert program == "python3" or program.startswith(".venv/bin/"), program
