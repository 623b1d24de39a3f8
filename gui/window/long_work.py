"""Work that takes a while: its progress in the status bar, with a button that cancels it."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from gui.plain import plain_label


class Progress(QObject):
    """What a worker tells of its progress and asks whether to go on; safe to call from its thread."""

    reported = Signal(int)
    stopped = Signal()
    """Somebody wants the work to stop: for work that is not asked for in a loop."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancelled = threading.Event()

    def report(self, done: int) -> None:
        """Say how many pages are done."""
        self.reported.emit(done)

    def cancel(self) -> None:
        """Ask the worker to stop."""
        self._cancelled.set()
        self.stopped.emit()

    def cancelled(self) -> bool:
        """Whether the worker was asked to stop."""
        return self._cancelled.is_set()


class ProgressStrip(QWidget):
    """A label, a bar and a button; in sight only while work goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = plain_label()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._cancel = QToolButton()
        self._cancel.setText(self.tr("取消"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self._label, self._bar, self._cancel):
            row.addWidget(part)
        self._progress: Progress | None = None
        self._cancel.clicked.connect(self.cancel)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether work goes on."""
        return self._progress is not None

    def begin(self, label: str, total: int) -> Progress:
        """Show the strip for new work and return what the worker talks to; `total` 0: nobody knows."""
        self._label.setText(label)
        self._bar.setRange(0, total)
        self._bar.setValue(0)
        self._progress = Progress(self)
        self._progress.reported.connect(self._bar.setValue, Qt.ConnectionType.QueuedConnection)
        self.show()
        return self._progress

    def call(self, label: str) -> None:
        """Say of the work that goes on that it is something else now."""
        self._label.setText(label)

    def end(self) -> None:
        """Hide the strip."""
        if self._progress is not None:
            self._progress.deleteLater()
            self._progress = None
        self.hide()

    def cancel(self) -> None:
        """Ask the worker to stop, if there is one."""
        if self._progress is not None:
            self._progress.cancel()
