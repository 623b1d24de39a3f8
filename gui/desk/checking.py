"""Keeping the findings of the current page as new as its text, without being in anybody's way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from core.beside.jobs import CheckPage, PageFindings
from core.document.difference import Difference, differences
from core.document.finding import Finding
from core.document.page import PageView
from core.errors import JiaochouError
from core.project.kept import Checked
from core.project.knowledge import Surroundings
from core.project.project import Project
from gui.desk.beside import Beside, Cancel
from gui.desk.mirror import PageMirror
from gui.desk.store_thread import StoreThread
from gui.desk.workers import Workers

QUIET = 600
"""How long nothing must have changed before the page is checked again (milliseconds)."""


@dataclass(frozen=True)
class Ground:
    """What a check starts from: its surroundings, the digest of what was taught, whether others are known."""

    around: Surroundings
    taught: str
    alone: bool


class Checking(QObject):
    """Checks the page in `mirror` whenever it has changed and rested.

    A check that is overtaken by a key is thrown away: its positions are those of a text that is no more.
    """

    judged = Signal()
    """The mirror holds new findings."""
    looked_up = Signal()
    """The findings of a page that was turned to were there already."""
    compared = Signal(object)
    """The differences between the raw text and the text as it stands: a list of Difference."""

    def __init__(
        self,
        store: StoreThread,
        workers: Workers,
        beside: Beside,
        failed: Callable[[JiaochouError], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._workers = workers
        self._beside = beside
        self._failed = failed
        self._mirror: PageMirror | None = None
        self._raw = ""
        self._name = ""
        self._cancel: Cancel | None = None
        self.paused = False
        self.looked_at: Callable[[], int | None] = lambda: None
        """Tells which finding the editor looks at: no check takes it away."""
        self._rest = QTimer(self, singleShot=True, interval=QUIET)
        self._rest.timeout.connect(self._rested)

    @property
    def page(self) -> int | None:
        """The page that is looked after."""
        return None if self._mirror is None else self._mirror.page

    def watch(self, mirror: PageMirror, name: str, raw: str) -> None:
        """Look after another page; its findings may already be there."""
        self._leave()
        self._mirror, self._name, self._raw = mirror, name, raw
        # The page is painted first; a worker that starts at once would take the interpreter from it.
        QTimer.singleShot(0, self, lambda: self._look_at(mirror))

    def compare_with(self, raw: str) -> None:
        """Take another text for the one the page was made of."""
        self._raw = raw

    def stop(self) -> None:
        """Look after no page any more."""
        self._leave()
        self._mirror = None

    def changed(self) -> None:
        """Say that text or articles have changed: the page is checked when it has rested."""
        self._leave()
        self._rest.start()

    def _leave(self) -> None:
        """Leave the check that is due or under way: nobody will look at what it finds."""
        self._rest.stop()
        self._cancel_check()

    def _cancel_check(self) -> None:
        if self._cancel is not None:
            self._cancel()
            self._cancel = None

    def refresh(self) -> None:
        """Take up findings that verdicts have settled or brought back; the text need not be checked again."""
        mirror = self._mirror
        if mirror is None:
            return
        page, edition = mirror.page, mirror.edition

        def read(project: Project) -> Checked | None:
            kept = project.findings.kept(page)
            return None if kept is None else project.findings.checked(page, kept)

        def done(checked: Checked | None) -> None:
            if mirror is not self._mirror or mirror.edition != edition:
                return
            if checked is None:
                self._check(mirror)
            else:
                mirror.judge(checked, self.looked_at())
                self.judged.emit()

        self._store.call(read, done, self._failed)
        self._compare(mirror)

    def take_up(self, page: int) -> None:
        """Show the findings that were kept for `page`, if it is the one that is looked after."""
        if self._mirror is not None and self._mirror.page == page and not self._rest.isActive():
            self.refresh()

    def arranged(self) -> None:
        """Check the page now that its articles are there, unless keys are about to have it checked."""
        if not self._rest.isActive():
            self.refresh()

    def reconsider(self) -> None:
        """Check the page again if its findings were made before it was known what the other pages tell."""
        mirror = self._mirror
        if mirror is None:
            return

        def done(checked: bool) -> None:
            if not checked and mirror is self._mirror and not self._rest.isActive():
                self._check(mirror)

        self._store.call(lambda project: project.findings.is_checked(mirror.page), done, self._failed)

    def _look_at(self, mirror: PageMirror) -> None:
        if mirror is self._mirror:
            if mirror.checked:
                self.looked_up.emit()
            else:
                self._check(mirror)
            self._compare(mirror)

    def _rested(self) -> None:
        if self.paused:
            self._rest.start()
        elif self._mirror is not None:
            self._check(self._mirror)
            self._compare(self._mirror)

    def _check(self, mirror: PageMirror) -> None:
        if not mirror.arranged:
            # Its articles are on their way, and it is checked when they come.
            return
        page, edition = mirror.page, mirror.edition

        def read(project: Project) -> Ground:
            return Ground(
                project.findings.surroundings(page, arranged=False),
                project.findings.taught_digest(page),
                alone=not project.findings.is_known,
            )

        def done(ground: Ground) -> None:
            if mirror is self._mirror and mirror.edition == edition:
                self._run(mirror, ground)

        self._store.call(read, done, self._failed)

    def _run(self, mirror: PageMirror, ground: Ground) -> None:
        view = PageView(mirror.page, self._name, mirror.text, mirror.layout)
        edition = mirror.edition

        def found(answer: PageFindings) -> None:
            if mirror is self._mirror and mirror.edition == edition:
                self._keep(mirror, answer.findings, ground)

        self._cancel_check()
        self._cancel = self._beside.run(CheckPage(view, ground.around), found, self._failed)

    def _keep(self, mirror: PageMirror, findings: list[Finding], ground: Ground) -> None:
        page, edition, text = mirror.page, mirror.edition, mirror.text

        def keep(project: Project) -> Checked | None:
            # All that the mirror knew was sent before this, but perhaps it could not be written. Where other
            # options were chosen meanwhile, another check is on its way.
            if project.state(page).text != text or project.findings.taught_digest(page) != ground.taught:
                return None
            project.findings.keep(page, project.findings.fingerprint(page), findings, alone=ground.alone)
            return project.findings.checked(page, findings)

        def done(checked: Checked | None) -> None:
            if checked is not None and mirror is self._mirror and mirror.edition == edition:
                mirror.judge(checked, self.looked_at())
                self.judged.emit()

        self._store.call(keep, done, self._failed)

    def _compare(self, mirror: PageMirror) -> None:
        raw, text = self._raw, mirror.text

        def done(found: list[Difference]) -> None:
            if mirror is self._mirror and mirror.text is text:
                self.compared.emit(found)

        self._workers.run(lambda: differences(raw, text), done)
