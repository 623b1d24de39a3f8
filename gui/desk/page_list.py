"""The list of the pages of a project, and which of them to show when the one that is shown was removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.changes.codec import whole
from core.project.project import Project
from core.project.remembered import remembered
from core.store.rows import PageRecord
from gui.desk.standing import Standing, standing_of


@dataclass(frozen=True)
class PageList:
    """The pages of a project, the numbers of those that were `removed`, and which was shown `last`."""

    pages: list[PageRecord]
    removed: frozenset[int]
    last: int | None
    standing: Standing

    @property
    def first(self) -> int | None:
        """The page to show when the project is opened, None where it has none."""
        known = [record.id for record in self.pages]
        return self.last if self.last in known else next(iter(known), None)


def page_list_of(project: Project) -> PageList:
    """Return the pages of `project`."""
    removed = frozenset(record.id for record in project.removed_pages())
    last = remembered(project.setting("page"), whole, None)
    return PageList(project.pages(), removed, last, standing_of(project))


def neighbour(pages: Sequence[PageRecord], gone: PageRecord) -> int | None:
    """Return the page behind one that is `gone`; behind the last it is the one before, None: none is left."""
    behind = (record.id for record in pages if record.position > gone.position)
    return next(behind, pages[-1].id if pages else None)
