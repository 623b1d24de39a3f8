"""The findings of all pages, read beside the window and kept as new as the project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from core.detectors.options import Level
from core.project.kept import ListingPart, count_levels
from core.project.listing import ListedFinding
from core.project.project import Project
from gui.desk.desk import Desk

AT_ONCE = 100
"""So many pages are read in one go: keys wait that long at the most, some milliseconds."""

REST = 200
"""How long pages that have changed are gathered before they are read again (milliseconds)."""

FEW = 20
"""More changed pages than that are read together with all others."""

Shown = TypeVar("Shown")


@dataclass(frozen=True)
class PageFindings(Generic[Shown]):
    """The findings of one page: what a list shows, how many wait at each level, whether it is checked."""

    shown: Shown
    at_level: Counter[Level]
    checked: bool


@dataclass
class _Read(Generic[Shown]):
    """What was read so far; `counts` are those that the list of pages has wrong."""

    pages: dict[int, PageFindings[Shown]] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)
    reached: int = 0
    complete: bool = False


class ProjectListing(QObject, Generic[Shown]):
    """Reads how the findings of all pages are listed, a few pages at a time, and hands them on by page.

    No text is read and nothing checked: a project with 75,000 findings is listed within two seconds.
    """

    changed = Signal()
    """`pages` are others."""
    counted = Signal()
    """The list of pages has learnt how many findings wait now."""

    def __init__(
        self,
        desk: Desk,
        show: Callable[[int, list[ListedFinding]], Shown],
        parent: QObject | None = None,
    ) -> None:
        """`show` makes of the findings of a page what a list shows; it is called on other threads."""
        super().__init__(parent)
        self._desk = desk
        self._show = show
        self._round = 0
        self._positions: dict[int, int] = {}
        self._changed: set[int] = set()
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._read_changed)
        self.page_shown: int | None = None
        """The page in the window: it is checked when it rests, and until then what was known of it stays."""
        self.pages: dict[int, PageFindings[Shown]] = {}
        """What was read, by page, in the order of the pages."""
        self.complete = False
        """Whether all pages were read once."""

    @property
    def unchecked(self) -> int:
        """How many pages were not checked as they stand, in view of the others."""
        return sum(not page.checked for page in self.pages.values())

    @property
    def at_level(self) -> Counter[Level]:
        """How many findings each level would show."""
        return Counter({level: sum(page.at_level[level] for page in self.pages.values()) for level in Level})

    def forget(self) -> None:
        """Know nothing any more: another project is open, or nobody wants to know."""
        self._round += 1
        self._rest.stop()
        self._changed.clear()
        self.pages, self.complete = {}, False

    def read(self, positions: dict[int, int]) -> None:
        """Read all pages anew; `positions` are those of all pages. What is known stays until then."""
        self._round += 1
        self._rest.stop()
        self._changed.clear()
        self._positions = positions
        self._read_part(self._round, _Read())

    def heed(self, page: int) -> None:
        """Say that findings of a page were made, or decided about: it is read again before long."""
        self._changed.add(page)
        if not self._rest.isActive():
            self._rest.start()

    def _read_part(self, this: int, read: _Read[Shown]) -> None:
        def done(part: ListingPart) -> None:
            if this == self._round:
                self._desk.workers.run(lambda: self._taken(read, part), taken)

        def taken(read: _Read[Shown]) -> None:
            if this != self._round:
                return
            if read.complete:
                self.pages, self.complete = read.pages, True
                self.changed.emit()
                self._keep_counts(read.counts)
            else:
                self._read_part(this, read)

        after = read.reached
        self._desk.ask(lambda project: project.findings.listing(after, AT_ONCE), done)

    def _taken(self, read: _Read[Shown], part: ListingPart) -> _Read[Shown]:
        for listing in part.pages:
            read.reached = listing.position
            waiting, known = part.waiting(listing), self.pages.get(listing.page)
            if waiting is None and known is not None and listing.page == self.page_shown:
                read.pages[listing.page] = replace(known, checked=False)
                continue
            shown = part.shown(waiting or ())
            read.pages[listing.page] = PageFindings(
                self._show(listing.page, shown), count_levels(waiting or ()), listing.checked
            )
            if waiting is not None and listing.open_findings not in (None, len(shown)):
                read.counts[listing.page] = len(shown)
        read.complete = part.complete
        return read

    def _keep_counts(self, counts: dict[int, int]) -> None:
        if counts:
            self._desk.ask(
                lambda project: project.findings.keep_counts(counts), lambda _: self.counted.emit()
            )

    def _read_changed(self) -> None:
        changed, this = self._changed & self._positions.keys(), self._round
        self._changed.clear()
        if not self.complete or len(changed) > FEW:
            self.read(self._positions)
            return
        places = [self._positions[page] - 1 for page in sorted(changed)]

        def read(project: Project) -> list[ListingPart]:
            return [project.findings.listing(place, 1) for place in places]

        def done(parts: list[ListingPart]) -> None:
            if this == self._round and parts:
                taken: _Read[Shown] = _Read()
                for part in parts:
                    self._taken(taken, part)
                self.pages.update(taken.pages)
                self.changed.emit()

        self._desk.ask(read, done)
