"""What is typed, on its way into the project file; and what happens where the file cannot be written."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from core.commands.editing import TypeText
from core.errors import JiaochouError, StorageError
from core.history.history import Outcome
from core.project.project import Project
from core.text.edit import Edit, minimal_edit
from gui.desk.standing import Standing, standing_of
from gui.desk.store_thread import StoreThread

Stored = tuple[Outcome, Standing]

RETRY = 3000
"""How often writing is tried again after it failed (milliseconds)."""


class Typing(QObject):
    """Sends every key to the store as it comes.

    Where the project file cannot be written (disk full, drive gone), nothing more is sent; the text stays in
    the window and is written as one step as soon as the file can be written again.
    """

    stored = Signal(object, object)
    """A key is in the project file: the step's Outcome, and the Standing after it."""
    stuck = Signal(object)
    """The project file cannot be written: the StorageError. What is typed stays in the window."""
    freed = Signal()
    """All that was typed meanwhile is in the project file."""

    def __init__(
        self, store: StoreThread, current_text: Callable[[], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._current_text = current_text
        # Set and read on the store's thread: keys behind one that failed do not fit the stored text.
        self._refusing = threading.Event()
        self._stuck_page: int | None = None
        self.pending = 0
        self._retry = QTimer(self, singleShot=True, interval=RETRY)
        self._retry.timeout.connect(self.try_again)

    @property
    def is_stuck(self) -> bool:
        """Whether the window holds text that the project file does not."""
        return self._stuck_page is not None

    def send(self, page: int, edit: Edit) -> None:
        """Send one edit on its way."""
        if self.is_stuck:
            return
        refusing = self._refusing

        def store(project: Project) -> Stored | None:
            if refusing.is_set():
                return None
            try:
                return project.perform(TypeText(page, edit)), standing_of(project)
            except StorageError:
                refusing.set()
                raise

        self.pending += 1
        self._store.call(store, self._answered, lambda error: self._refused(page, error))

    def try_again(self) -> None:
        """Write all that the project file lacks as one step."""
        page = self._stuck_page
        if page is None:
            return
        text = self._current_text()
        refusing = self._refusing

        def store(project: Project) -> Stored | None:
            edit = minimal_edit(project.state(page).text, text)
            outcome = None if edit is None else project.perform(TypeText(page, edit, burst=False))
            refusing.clear()
            return None if outcome is None else (outcome, standing_of(project))

        self._store.call(store, self._freed, lambda error: self._failed(page, error))

    def _answered(self, stored: Stored | None) -> None:
        self.pending -= 1
        if stored is not None:
            self.stored.emit(*stored)

    def _refused(self, page: int, error: JiaochouError) -> None:
        self.pending -= 1
        self._failed(page, error)

    def _failed(self, page: int, error: JiaochouError) -> None:
        self._stuck_page = page
        self._retry.start()
        self.stuck.emit(error)

    def _freed(self, stored: Stored | None) -> None:
        self._stuck_page = None
        if stored is not None:
            self.stored.emit(*stored)
        self.freed.emit()
