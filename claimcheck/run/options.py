"""The input side of the command line, and the settings that it makes."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import get_args

from claimcheck.config import Project, load, nearest, selector
from claimcheck.errors import ConfigurationError
from claimcheck.model import Profile, Severity
from claimcheck.run.cache import default_folder
from claimcheck.run.settings import Settings

__all__ = ["add_arguments", "settings"]


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options that say what is read, and how."""
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="files, folders, patterns, or - for standard input")
    group = parser.add_argument_group("input")
    add = group.add_argument
    add("--files-from", metavar="FILE", help="read more paths from a file, one a line; - is standard input")
    add("--stdin-filename", metavar="NAME", help="what standard input is called; its suffix says the format")
    add(
        "--exclude", action="append", default=[], metavar="PATTERN", help="leave out, as a line of .gitignore"
    )
    add("--force-exclude", action="store_true", help="leave out excluded files even where they are named")
    add("--no-gitignore", action="store_true", help="read what .gitignore files leave out")
    add("--hidden", action="store_true", help="read hidden files and folders")
    add(
        "--changed-since", metavar="REV", help="only findings on lines that git says changed since a revision"
    )
    group = parser.add_argument_group("rules")
    add = group.add_argument
    add("--config", type=Path, metavar="FILE", help="this configuration for all files, not the nearest")
    add("--isolated", action="store_true", help="no configuration files")
    add("--select", metavar="RULES", help="codes, names or beginnings of codes, by commas; ALL is all")
    add("--extend-select", default="", metavar="RULES", help="these too")
    add("--ignore", default="", metavar="RULES", help="but not these")
    add("--profile", choices=get_args(Profile), help="how strictly figures must agree")
    add(
        "--no-attitudes",
        action="store_true",
        help="what somebody wants or believes is no attribution; only what is said",
    )
    add("--fail-on", choices=[*Severity, "never"], help="the least severity that makes the exit code 1")
    add("--baseline", type=Path, metavar="FILE", help="report only what is not in this file")
    group = parser.add_argument_group("run")
    add = group.add_argument
    add(
        "--jobs",
        "-j",
        type=_jobs,
        default=0,
        metavar="N",
        help="processes; 0, the default, is one a processor if worth it",
    )
    add("--no-cache", action="store_true", help="check everything anew")
    add("--cache-dir", type=Path, metavar="FOLDER", help="where reports of unchanged texts are kept")
    add("--no-progress", action="store_true", help="no progress bar, even on a terminal")


def settings(arguments: Namespace) -> Settings:
    """The settings that the arguments ask for.

    Raises:
        ConfigurationError: a configuration or an argument cannot be followed.
    """
    project = _project(arguments)
    base = project or nearest(Path.cwd())
    fail_on = arguments.fail_on
    return Settings(
        project=project,
        select=_selectors(arguments.select, "--select") if arguments.select else None,
        extend_select=_selectors(arguments.extend_select, "--extend-select"),
        ignore=_selectors(arguments.ignore, "--ignore"),
        profile=arguments.profile,
        attitudes=not arguments.no_attitudes,
        exclude=tuple(arguments.exclude),
        force_exclude=arguments.force_exclude,
        gitignore=not arguments.no_gitignore,
        hidden=arguments.hidden,
        stdin_name=arguments.stdin_filename or "<stdin>",
        files_from=arguments.files_from,
        jobs=arguments.jobs,
        cache=None if arguments.no_cache else arguments.cache_dir or default_folder(),
        baseline=arguments.baseline,
        changed_since=arguments.changed_since,
        progress=not arguments.no_progress and sys.stderr is not None and sys.stderr.isatty(),
        fail_on=base.fail_on if fail_on is None else None if fail_on == "never" else Severity(fail_on),
        output_format=base.output_format,
    )


def _project(arguments: Namespace) -> Project | None:
    if arguments.isolated:
        return Project()
    if arguments.config is None:
        return None
    project = load(arguments.config)
    if project is None:
        raise ConfigurationError(f"{arguments.config}: has no [tool.claimcheck]")
    return project


def _selectors(given: str, where: str) -> tuple[str, ...]:
    return tuple(selector(each.strip(), where) for each in given.split(",") if each.strip())


def _jobs(given: str) -> int:
    number = int(given)
    if number < 0:
        raise ValueError(given)
    return number
