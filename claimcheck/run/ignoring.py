"""What is left out of folders: .gitignore files, and `exclude` and `include` of the configuration.

Outside a git repository .gitignore files mean nothing.
"""

from pathlib import Path
from typing import Self

from attrs import evolve, field, frozen

from claimcheck.run.patterns import matches
from claimcheck.run.settings import Settings

__all__ = ["Ignored"]


@frozen
class Layer:
    """Patterns, and the folder from which they are reckoned."""

    folder: Path
    patterns: tuple[str, ...]


@frozen
class Ignored:
    """Whether a path is left out: `exclude` decides first, then the .gitignore nearest to the path."""

    settings: Settings
    in_repository: bool = False
    _layers: tuple[Layer, ...] = ()  # of .gitignore files, outermost first
    _project: tuple[Layer, Layer] | None = field(default=None)

    @classmethod
    def above(cls, folder: Path, settings: Settings) -> Self:
        """What the folders above this one say, up to the root of the git repository."""
        folder = folder.absolute()
        above = []
        if settings.gitignore and not (folder / ".git").exists():
            for each in folder.parents:
                above.append(each)
                if (each / ".git").exists():
                    break
            else:
                above.clear()
        ignored = cls(settings)
        for each in reversed(above):
            ignored = ignored.inside(each)
        return ignored

    def inside(self, folder: Path) -> Self:
        """What holds inside a folder: the same, and its own .gitignore. A repository inside begins anew."""
        project = self.settings.project_of(folder)
        layers, in_repository = self._layers, self.in_repository
        if self.settings.gitignore and (folder / ".git").exists():
            layers, in_repository = (), True
        if in_repository:
            files = (folder / ".git" / "info" / "exclude", folder / ".gitignore")
            layers += tuple(Layer(folder.absolute(), lines) for file in files if (lines := _lines(file)))
        return evolve(
            self,
            in_repository=in_repository,
            layers=layers,
            project=(Layer(project.folder, project.exclude), Layer(project.folder, project.include)),
        )

    def __call__(self, path: Path, *, is_folder: bool) -> bool:
        """Whether the path is left out."""
        if self.settings.exclude and matches(path, Path.cwd(), self.settings.exclude, is_folder=is_folder):
            return True
        if self._project and matches(path, *_parts(self._project[0]), is_folder=is_folder):
            return True
        verdicts = (matches(path, *_parts(each), is_folder=is_folder) for each in reversed(self._layers))
        return bool(next((verdict for verdict in verdicts if verdict is not None), False))

    def includes(self, path: Path) -> bool:
        """Whether the configuration asks for a file of a type that is not known."""
        return bool(self._project and matches(path, *_parts(self._project[1]), is_folder=False))


def _parts(layer: Layer) -> tuple[Path, tuple[str, ...]]:
    return layer.folder, layer.patterns


def _lines(file: Path) -> tuple[str, ...]:
    """The lines of a .gitignore; none if it is not there or cannot be read, as git has it."""
    try:
        return tuple(file.read_text(encoding="utf-8", errors="surrogateescape").splitlines())
    except OSError:
        return ()
