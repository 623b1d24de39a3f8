"""The action that checks all pages, with its progress in the status bar."""

from __future__ import annotations

from PySide6.QtCore import QObject

from core.messages import message
from gui.desk.desk import Desk
from gui.window.long_work import Progress
from gui.window.status import StatusBar


class CheckAll(QObject):
    """Starts it, shows how far it is, says what came of it."""

    def __init__(self, desk: Desk, status: StatusBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._checking = desk.whole.checking
        self._desk = desk
        self._status = status
        self._progress: Progress | None = None
        self._checking.progressed.connect(self._report)
        desk.whole.looked_through.connect(self._wait)
        self._checking.ended.connect(self._ended)

    def start(self) -> None:
        """Check all pages whose findings are missing or old."""
        if self._desk.path is None or not self._desk.page_count:
            self._status.tell(message("先打开一个工程"))
        elif self._status.progress.busy:
            self._status.tell(message("前一件事还没做完"))
        else:
            self._progress = self._status.progress.begin(self._called(), self._desk.page_count)
            self._progress.stopped.connect(self._checking.stop)
            self._checking.start()

    def _report(self, done: int) -> None:
        if self._progress is not None:
            self._status.progress.call(self._called())
            self._progress.report(done)

    def _wait(self, looked_through: int) -> None:
        if self._progress is not None and self._checking.waiting:
            self._status.progress.call(self._called())
            self._progress.report(looked_through)

    def _called(self) -> str:
        if self._checking.waiting:
            return self.tr("正在查看各版相同的文字")
        return self.tr("正在检查全部页面")

    def _ended(self, checked: int, complete: bool) -> None:  # a Qt slot
        if self._progress is None:
            return
        self._progress = None
        self._status.progress.end()
        if complete:
            self._status.tell(message("全部页面已检查，新查 {count} 版", count=checked))
        else:
            self._status.tell(message("检查停在半路，已查 {count} 版，下次接着查", count=checked))
