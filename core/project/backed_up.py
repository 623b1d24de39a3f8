"""A page as it stands in a backup of its project."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from core.changes.state import PageState
from core.errors import BadInputError
from core.messages import message
from core.project.project import Project
from core.store.rows import PageRecord


def page_in_backup(backup: Path, page: PageRecord) -> PageState:
    """Return how `page` stands in a backup. Raises BadInputError where the backup has no such page."""
    with closing(Project.look(backup)) as project:
        found = next((one for one in project.pages() if one.id == page.id), None)
        if found is None or found.digest != page.digest:
            raise BadInputError(backup, message("这个备份里还没有本版"))
        return project.state(page.id)
