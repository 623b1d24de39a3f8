"""The sample project: made once, in the user's own folder, from the invented pages that ship."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from core.importers.importer import read_all
from core.project.project import Project
from core.store.project_file import SUFFIX


def sample_project() -> Path:
    """Return the path of the sample project, making it where there is none yet."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))
    path = folder / f"sample{SUFFIX}"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with as_file(files("resources") / "sample") as pages:
            project = Project.create(path)
            project.add_pages(read_all(sorted(pages.glob("*.txt"))).sources)
            project.close()
    return path
