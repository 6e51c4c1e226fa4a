"""The input side of the command line, and the settings that it makes."""

from argparse import ArgumentParser, Namespace

from attrs import field, frozen

from claimcheck.model import Config

__all__ = ["Settings", "add_arguments", "settings"]


@frozen
class Settings:
    """How a run goes about its inputs."""

    config: Config = field(factory=Config)
    stdin_name: str = "<stdin>"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options that say what is read, and how."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files, folders, or - for standard input")
    parser.add_argument("--stdin-filename", metavar="NAME", help="what standard input is called")


def settings(arguments: Namespace) -> Settings:
    """The settings that the arguments ask for."""
    return Settings(stdin_name=arguments.stdin_filename or "<stdin>")
