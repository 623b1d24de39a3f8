"""The ways to come by a project, as the store's thread goes them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from core.document.page import Source
from core.errors import JiaochouError
from core.project.project import Added, Project


def opened(path: Path, actor: str, old: Project | None) -> Project:
    """Open an existing project, to look at it where somebody else works on it."""
    # Whoever has the file already would only stand in the own way.
    if old is not None and old.is_open_at(path):
        return old
    return Project.open_or_look(path, actor)


def taken_over(path: Path, actor: str, page: int | None) -> Project:
    """Open a project to work on it, which was only looked at, at the `page` that was shown."""
    project = Project.open(path, actor)
    if page is not None:
        project.remember("page", str(page))
    return project


def made(path: Path, actor: str, sources: Iterable[Source]) -> tuple[Project, Added]:
    """Make a new project of some pages; where they cannot be added there is none."""
    project = Project.create(path, actor)
    try:
        return project, project.add_pages(sources)
    except JiaochouError:
        # A project without its pages would only stand in the way of the next try.
        project.close()
        path.unlink()
        raise
