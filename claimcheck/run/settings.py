"""How a run goes about its inputs: what the command line says, over what the projects of the files say."""

from pathlib import Path

from attrs import evolve, field, frozen

from claimcheck.config import Project, here
from claimcheck.model import Config, Profile, Severity
from claimcheck.run.patterns import matches

__all__ = ["Settings"]


@frozen
class Settings:
    """What holds for all inputs of a run.

    `project` is one configuration for all (`--config`, `--isolated`); without it the nearest to each file
    decides. What is None here is left to the project. `jobs` 0 is one process for each processor, where
    there are files enough.
    """

    project: Project | None = None
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: Profile | None = None
    attitudes: bool = True
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    gitignore: bool = True
    hidden: bool = False
    stdin_name: str = "<stdin>"
    files_from: str | None = None
    jobs: int = 1
    cache: Path | None = None
    baseline: Path | None = None
    changed_since: str | None = None
    progress: bool = False
    fail_on: Severity | None = Severity.NOTE
    output_format: tuple[str, ...] = ()
    _nearest: dict[Path, Project] = field(factory=dict, init=False, eq=False, repr=False)

    def project_of(self, folder: Path) -> Project:
        """The project that a folder belongs to.

        Raises:
            ConfigurationError: its configuration cannot be followed.
        """
        if self.project is not None:
            return self.project
        folder = folder.absolute()
        if folder not in self._nearest:
            up = Project(folder=folder) if folder.parent == folder else self.project_of(folder.parent)
            self._nearest[folder] = here(folder) or up
        return self._nearest[folder]

    def config_of(self, path: Path) -> Config:
        """The configuration of one file: its project's, the command line over it, its own ignores."""
        project = self.project_of(path.parent)
        ignores = [
            code
            for pattern, codes in project.per_file_ignores.items()
            if matches(path, project.folder, (pattern,), is_folder=False)
            for code in codes
        ]
        return self._over(project.config, ignores)

    def _over(self, config: Config, ignores: list[str]) -> Config:
        select = (config.select if self.select is None else self.select) + self.extend_select
        return evolve(
            config,
            select=select,
            ignore=(*config.ignore, *self.ignore, *ignores),
            profile=self.profile or config.profile,
            attitudes=self.attitudes and config.attitudes,
        )
