"""Comparing pages with other versions of them, beside the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from core.changes.state import PROJECT_SHEET
from core.document.page import Source
from core.history.history import Outcome
from core.merging.agreement import Agreement, total
from core.merging.three_way import Choice, Merge, Place, Side
from core.project.other_copy import OtherVersion, OwnVersion, Way, take_version
from core.project.project import Project
from core.project.reimporting import (
    Matched,
    NewText,
    matched_by_content,
    matched_by_name,
    new_text,
    take_text,
)
from core.project.same_pages import SamePages
from core.project.witnesses import BaseText
from core.store.rows import PageRecord
from gui.desk.desk import Desk
from gui.window.long_work import Progress

READ = 20
"""So many texts are read in one go: keys wait that long at the most, some milliseconds."""

Chosen = Mapping[Place, Choice]


@dataclass(frozen=True)
class ComparedPage:
    """A page and another version of it; `take` makes of it what was chosen, in the project's own thread.

    `mine` is the text of the page as it was compared. `apart`: both have set the articles otherwise.
    """

    page: int
    name: str
    mine: str
    merged: Merge
    take: Callable[[Project, Chosen], Outcome | None]
    apart: bool = False

    @property
    def taken(self) -> int:
        """How many places become as the other version has them."""
        return len(self.merged.of(Side.THEIRS))


@dataclass(frozen=True)
class Compared:
    """What was found: pages with news, names of what fits no page, how far both editors agree."""

    pages: tuple[ComparedPage, ...]
    left: tuple[str, ...] = ()
    agreement: Agreement | None = None


def compare_copy(desk: Desk, path: Path, progress: Progress) -> Compared:
    """Compare all pages with another copy of the project; for a worker. Raises BadInputError."""
    records = desk.wait_for(Project.pages)
    found: list[OtherVersion] = []
    # Its editor may be at work there.
    with closing(Project.look(path)) as copy, copy.steady():
        beside = copy.versions.beside(records)
        both = [record for record in records if record.id in beside.pages.theirs]
        for done, record in enumerate([*both, None]):
            if progress.cancelled():
                break
            page = PROJECT_SHEET if record is None else record.id
            if beside.has_news(page, desk.wait_for(partial(_own_way, page=page))):
                version = beside.version(record, desk.wait_for(partial(_own_version, page=page)))
                found += [] if version is None else [version]
            progress.report(done)
    pages = tuple(_compared(version, beside.pages) for version in found if _is_news(version))
    return Compared(pages, beside.pages.only_theirs, total(version.agreement for version in found))


def compare_texts(desk: Desk, sources: Sequence[Source], progress: Progress) -> Compared:
    """Compare pages with new texts of them; for a worker. Raises BadInputError."""
    matched = matched_pages(desk, sources, progress)
    found: list[NewText] = []
    for page, source in matched.pages.items():
        if progress.cancelled():
            break
        record, base, mine = desk.wait_for(partial(_own_text, page=page))
        new = new_text(record, base, mine, source)
        if new is not None:
            found.append(new)
    pages = tuple(
        ComparedPage(new.page, new.name, new.mine, new.merged, partial(_take_text, new)) for new in found
    )
    return Compared(pages, tuple(source.name for source in matched.left))


def matched_pages(desk: Desk, sources: Sequence[Source], progress: Progress) -> Matched:
    """Find the pages that `sources` are other texts of, by name or else by content; for a worker."""
    records = desk.wait_for(Project.pages)
    named = matched_by_name(records, sources)
    if not named.left:
        return named
    pages = [record.id for record in records if record.id not in named.pages]
    by_content = matched_by_content(_texts(desk, pages, progress), named.left)
    return Matched({**named.pages, **by_content.pages}, by_content.left)


def _texts(desk: Desk, pages: Sequence[int], progress: Progress) -> Iterator[tuple[int, str]]:
    for start in range(0, len(pages), READ):
        if progress.cancelled():
            return
        yield from desk.wait_for(partial(_read_texts, pages=pages[start : start + READ])).items()
        progress.report(start)


def _read_texts(project: Project, pages: Sequence[int]) -> dict[int, str]:
    return project.texts.of(pages)[1]


def _own_text(project: Project, page: int) -> tuple[PageRecord, BaseText, str]:
    return project.page(page), project.witnesses.base(page), project.texts.of([page])[1][page]


def _own_way(project: Project, page: int) -> tuple[Way, ...]:
    return project.versions.way(page)


def _own_version(project: Project, page: int) -> OwnVersion:
    return project.versions.own(page)


def _is_news(version: OtherVersion) -> bool:
    both = version.versions
    return bool(both.text.conflicts) or both.arranged_apart or both.taken().changes(both.mine)


def _compared(version: OtherVersion, pages: SamePages) -> ComparedPage:
    both = version.versions
    take = partial(_take_version, version, pages)
    return ComparedPage(version.page, version.name, both.mine.text, both.text, take, both.arranged_apart)


def _take_version(
    version: OtherVersion, pages: SamePages, project: Project, chosen: Chosen
) -> Outcome | None:
    return take_version(project.witnesses, project.perform, version, pages, chosen)


def _take_text(new: NewText, project: Project, chosen: Chosen) -> Outcome:
    return take_text(project.witnesses, project.perform, new, chosen)
