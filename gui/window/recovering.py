"""A damaged project: the window says so and offers to save what can be read into a new one."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from core.errors import JiaochouError
from core.messages import Catalogue, Message, message
from core.project.recovery import Recovery, recover
from core.store.project_file import SUFFIX
from gui.desk.desk import Desk
from gui.plain import plain_box
from gui.window.status import StatusBar

NAMED = 12
"""So many losses are named one by one."""


class Recovering(QObject):
    """Offers it wherever damage shows: at opening, while a page is read, after a verification."""

    def __init__(self, desk: Desk, status: StatusBar, catalogue: Catalogue, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._status = status
        self._catalogue = catalogue
        self._window = window
        desk.damaged.connect(self.offer)

    def offer(self, path: Path, spoken: Message) -> None:
        """Say what is damaged, and what can be done about it."""
        box = self._box(
            self._catalogue.text(spoken),
            self.tr("原来的文件不动。可以把读得出的救到一个新的工程里，也可以看看“文件”菜单里的“备份…”。"),
        )
        save = box.addButton(self.tr("救回到新工程…"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Close)
        save.clicked.connect(lambda: self._ask_where(path))
        box.open()

    def _ask_where(self, path: Path) -> None:
        if self._status.progress.busy:
            self._status.tell(message("前一件事还没做完"))
            return
        chosen, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("救回到新工程"),
            str(path.with_name(self.tr("{0}-救回").format(path.stem) + SUFFIX)),
            self.tr("校雠工程 (*{0})").format(SUFFIX),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self._recover(path, Path(chosen if chosen.endswith(SUFFIX) else f"{chosen}{SUFFIX}"))

    def _recover(self, path: Path, target: Path) -> None:
        self._status.progress.begin(self.tr("正在救回"), 0)

        def work() -> Recovery:
            return recover(path, target, getpass.getuser(), datetime.now(UTC))

        def done(recovery: Recovery) -> None:
            self._tell(recovery, target)
            self._desk.open(target)

        def failed(error: JiaochouError) -> None:
            self._box(self._catalogue.text(error.spoken)).open()

        self._desk.workers.run(work, done, failed, self._status.progress.end)

    def _tell(self, recovery: Recovery, target: Path) -> None:
        told = message(
            "救回 {pages} 版，其中 {whole} 版完好，存为 {file}",
            pages=recovery.pages,
            whole=recovery.whole,
            file=str(target),
        )
        losses = [self._catalogue.text(loss) for loss in recovery.losses]
        box = self._box(self._catalogue.text(told), "\n".join(losses[:NAMED]))
        if losses:
            box.setDetailedText("\n".join(losses))
        box.open()

    def _box(self, text: str, more: str = "") -> QMessageBox:
        return plain_box(self._window, QMessageBox.Icon.Warning, self.tr("校雠"), text, more)
