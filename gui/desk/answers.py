"""What the store's thread answers when a page is to be shown or a step was made."""

from __future__ import annotations

from dataclasses import dataclass

from core.history.history import Outcome
from core.project.taught import Lesson
from core.store.rows import PageRecord
from gui.desk.mirror import PageMirror
from gui.desk.standing import Standing


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
