"""What is typed, on its way into the project file; and what happens where the file cannot be written."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from core.commands.editing import TypeText
from core.errors import JiaochouError, refused
from core.history.history import Outcome
from core.project.project import Project
from core.text.edit import Edit, minimal_edit
from gui.desk.standing import Standing, standing_of
from gui.desk.store_thread import StoreThread

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
    """The project file cannot be written: the JiaochouError. What is typed stays in the window."""
    freed = Signal(object)
    """All that was typed meanwhile is in the project file: the Standing now."""

    def __init__(
        self, store: StoreThread, current_text: Callable[[int], str | None], parent: QObject | None = None
    ) -> None:
        """`current_text` returns the text of a page as the window shows it, None where it does not."""
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

    def refuse_while_stuck(self) -> None:
        """Raise RefusedError while the store lacks a key; to be asked on its thread.

        Behind a key that could not be written nothing else fits the text that is stored.
        """
        if self._refusing.is_set():
            raise refused("工程文件暂时写不进去，先把录入的文字存好再继续")

    def stop(self) -> None:
        """Do not try again any more."""
        self._retry.stop()

    def start_over(self) -> None:
        """Forget what was on its way: another project is open."""
        self.pending = 0

    def send(self, page: int, edit: Edit, composed_for: float = 0.0) -> None:
        """Send one edit on its way, which an input method `composed_for` so long (seconds)."""
        if self.is_stuck:
            return
        refusing = self._refusing
        typed = TypeText(page, edit, composed_for=composed_for)

        def store(project: Project) -> tuple[Outcome, Standing] | None:
            if refusing.is_set():
                return None
            try:
                return project.perform(typed), standing_of(project)
            except JiaochouError:
                refusing.set()
                raise

        self.pending += 1
        self._store.call(store, self._answered, lambda error: self._refused(page, error))

    def try_again(self) -> None:
        """Write all that the project file lacks as one step."""
        page = self._stuck_page
        if page is None:
            return
        self._retry.stop()
        text = self._current_text(page)
        refusing = self._refusing

        def store(project: Project) -> tuple[Outcome | None, Standing]:
            project.reopen()
            edit = None if text is None else minimal_edit(project.state(page).text, text)
            outcome = None if edit is None else project.perform(TypeText(page, edit, burst=False))
            refusing.clear()
            return outcome, standing_of(project)

        self._store.call(
            store,
            lambda written: self._written(page, text, *written),
            lambda error: self._failed(page, error),
        )

    def _answered(self, stored: tuple[Outcome, Standing] | None) -> None:
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

    def _written(self, page: int, text: str | None, outcome: Outcome | None, standing: Standing) -> None:
        if self._current_text(page) != text:
            # Keys came meanwhile, and nobody sent them.
            self.try_again()
            return
        self._stuck_page = None
        if outcome is not None:
            self.stored.emit(outcome, standing)
        self.freed.emit(standing)
