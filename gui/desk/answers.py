"""What the store's thread answers when a page is to be shown or a step was made, and how it finds out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.changes.state import PROJECT_SHEET
from core.commands.removing import page_is_removed
from core.history.history import Outcome
from core.project.project import Project
from core.project.taught import Lesson
from core.store.rows import PageRecord
from gui.desk.mirror import PageMirror
from gui.desk.standing import Standing, standing_of

_MAY_REREAD = frozenset({"reimport", "undo", "redo"})
"""The kinds of steps after which a page may be made of another text than before."""


@dataclass(frozen=True)
class StepAnswer:
    """What a step did, how the pages it changed stand now, and what it has taught.

    `base` is the text that the page on screen was made of, where the step may have made that another one.
    """

    outcome: Outcome
    standing: Standing
    records: tuple[PageRecord, ...]
    lesson: Lesson | None = None
    base: str | None = None


@dataclass(frozen=True)
class PageAnswer:
    """A page with all that the window shows of it.

    `raw` is its text as it was imported, `base` the one it was made of: that, or a better one taken up since.
    """

    mirror: PageMirror
    record: PageRecord
    raw: str
    base: str
    standing: Standing


def page_answer(project: Project, page: int) -> PageAnswer:
    """Return a page with all that the window shows of it, and remember that it was shown.

    Raises RefusedError where the page was removed.
    """
    project.close_burst()
    project.catch_up()
    if project.page(page).removed:
        raise page_is_removed()
    # To find articles takes longer than all the rest: the text is shown without.
    state, arranged = project.glance(page), project.has_articles(page)
    mirror = PageMirror(page, state.text, state.layout, state.round, arranged=arranged)
    kept = project.findings.kept(page) if arranged else None
    if kept is not None:
        mirror.judge(project.findings.checked(page, kept))
    project.remember("page", str(page))
    raw, base = project.raw_text(page), project.witnesses.shown_base(page)
    return PageAnswer(mirror, project.page(page), raw, base, standing_of(project))


def step_answer(
    project: Project, change: Callable[[Project], Outcome | None], shown: int
) -> StepAnswer | None:
    """Carry out `change` while the page `shown` is on screen, and return what it did; None: nothing."""
    # A step on many pages heeds the articles of those in memory, and the window shows some of these.
    project.state(shown)
    outcome = change(project)
    if outcome is None:
        return None
    pages = [page for page in outcome.pages if page != PROJECT_SHEET]
    records = tuple(project.some_pages(pages))
    lesson = project.taught.take_lesson()
    rereads = outcome.kind in _MAY_REREAD and shown in pages
    base = project.witnesses.shown_base(shown) if rereads else None
    return StepAnswer(outcome, standing_of(project), records, lesson, base)
