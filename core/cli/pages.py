"""What the commands read: files, or the pages of a project as they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.document.layout import layout_of
from core.document.page import PageView
from core.errors import BadInputError, refused
from core.importers.importer import sources
from core.messages import message
from core.project.project import Project
from core.segmentation.segmenter import segment
from core.store.project_file import SUFFIX


@dataclass(frozen=True)
class Reading:
    """The pages of one call, in order. A page's key is its path, or its name in a project."""

    pages: tuple[PageView, ...]


def is_project(path: Path) -> bool:
    """Say whether `path` is meant to be a project file."""
    return path.suffix == SUFFIX


def read_pages(paths: Sequence[Path], encoding: str | None = None) -> Reading:
    """Read files (their raw text, segmented) or one project (its current text and articles).

    Raises BadInputError for the first file that cannot be used.
    """
    if any(is_project(path) for path in paths):
        if len(paths) > 1:
            raise refused("工程文件要单独给出，不能与其他文件一起")
        return _project_pages(paths[0])
    pages = []
    for source in sources(paths, encoding):
        layout = layout_of(segment(source.text))
        pages.append(PageView(source.path, source.name, source.text, layout))
    return Reading(tuple(pages))


def _project_pages(path: Path) -> Reading:
    project = Project.open(path)
    try:
        views = [project.view(record.id) for record in project.pages()]
    finally:
        project.close()
    if not views:
        raise BadInputError(path, message("工程里还没有版面"))
    return Reading(tuple(PageView(view.name, view.name, view.text, view.layout) for view in views))
