"""Reading the current page against the other pages that carry the same text, beside all other work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from core.beside.jobs import CollatePage
from core.collation.page_collation import PageCollation
from core.detectors.detector import Context
from core.document.finding import PageKey
from core.document.page import PageView
from core.errors import JiaochouError
from core.project.project import Project
from core.store.rows import PageRecord
from gui.desk.desk import Desk

RESTED, UNSEEN = 400, 2000
"""How long nothing must have changed before the page is read against the others again (milliseconds): while
somebody looks at what comes of it, and while nobody does."""

Ground = tuple[object, ...]
"""What a collation was made of: the articles of the page, and keys and texts of all pages."""


class Witnesses(QObject):
    """Keeps the collation of the page as new as the texts; what a key has overtaken is thrown away."""

    changed = Signal()
    """`collation` is another one, or none any more."""
    failed = Signal(object)
    """The other pages cannot be read: Message."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._surface = False
        self._round = 0
        self._order: dict[PageKey, int] = {}
        self._known: PageCollation | None = None
        self._ground: Ground = ()
        self._busy = False
        self._waiting: list[Callable[[], None]] = []
        self.looked_at: Callable[[], bool] = lambda: True
        """Tells whether somebody looks at what comes of it."""
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._look)
        desk.opened.connect(self._forget)
        desk.page_shown.connect(self._turned)
        desk.stepped.connect(self._stir)
        desk.articles_found.connect(self._stir)
        desk.pages_listed.connect(self._list)
        desk.whole.known.connect(self._stir)

    @property
    def collation(self) -> PageCollation | None:
        """What is known of the current page; None while it is being found out, or the page has changed since.

        Other pages may have changed meanwhile: that is told when it is looked at again.
        """
        mirror, known = self._desk.mirror, self._known
        if mirror is None or known is None or known.page.key != mirror.page:
            return None
        return known if known.page.text == mirror.text else None

    @property
    def surface(self) -> bool:
        """Whether places where only marks or the script differ count as variants."""
        return self._surface

    def set_surface(self, surface: bool) -> None:
        """Count such places, or leave them out."""
        if surface != self._surface:
            self._surface = surface
            self._ground = ()
            self._look()

    def when_fresh(self, act: Callable[[], None]) -> None:
        """Do `act` when the collation is that of the page as it stands, now at best; on no other page."""
        if self.collation is not None and not self._rest.isActive() and not self._busy:
            act()
            return
        self._waiting.append(act)
        if not self._busy:
            self._look()

    def stop(self) -> None:
        """Leave it: the window closes."""
        self._forget()

    def _forget(self) -> None:
        self._round += 1
        self._rest.stop()
        self._waiting.clear()
        self._known, self._ground, self._busy = None, (), False
        self.changed.emit()

    def _turned(self) -> None:
        """Look at another page once it is painted."""
        self._forget()
        self._rest.start(RESTED)

    def _list(self, records: list[PageRecord]) -> None:
        self._order = {record.id: at for at, record in enumerate(records)}
        self._stir()

    def _stir(self) -> None:
        if self._desk.mirror is not None:
            self._rest.start(RESTED if self.looked_at() else UNSEEN)

    def _look(self) -> None:
        """Ask which pages share text with the current one, and for them as they stand."""
        self._rest.stop()
        mirror = self._desk.mirror
        if mirror is None or not mirror.arranged:
            return
        self._round += 1
        self._busy = True
        this, page = self._round, mirror.page

        def read(project: Project) -> Context | None:
            if not project.findings.is_known:
                return None
            # All other texts of the page, also those that no finding is made of.
            return replace(
                project.findings.surroundings(page, arranged=False).base,
                readings=tuple(project.witnesses.of(page)),
            )

        def done(context: Context | None) -> None:
            if this == self._round:
                self._compare(this, context)

        def failed(error: JiaochouError) -> None:
            if this == self._round:
                self._fail(error)

        self._desk.ask(read, done, failed)

    def _fail(self, error: JiaochouError) -> None:
        self._busy = False
        self._waiting.clear()
        self.failed.emit(error.spoken)

    def _compare(self, this: int, context: Context | None) -> None:
        mirror, record = self._desk.mirror, self._desk.record
        if mirror is None or record is None or context is None:
            # What the pages tell each other is not known yet; it will be told when it is.
            self._busy = False
            return
        last = len(self._order)
        pages = tuple(sorted(context.others, key=lambda other: self._order.get(other.key, last)))
        readings = tuple(context.readings)
        view = PageView(mirror.page, record.name, mirror.text, mirror.layout)
        ground = (mirror.layout.pieces, *((one.key, one.text) for one in (view, *pages, *readings)))
        if ground == self._ground:
            self._settle()
            return
        surface = self._surface

        def done(found: PageCollation) -> None:
            if this == self._round:
                self._known, self._ground = found, ground
                self.changed.emit()
                self._settle()

        def failed(error: JiaochouError) -> None:
            if this == self._round:
                self._fail(error)

        job = CollatePage(view, pages, readings, context.pairs, surface)
        self._desk.beside.run(job, done, failed)

    def _settle(self) -> None:
        self._busy = False
        if self.collation is None:
            # A key has overtaken it.
            self._rest.start(RESTED)
            return
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()
