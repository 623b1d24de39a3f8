"""The backups of a project: when each was made, how far the page has moved on, and the ways back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.changes.state import PageState
from core.commands.restoring import RestorePage
from core.document.difference import differences
from core.errors import JiaochouError
from core.messages import Catalogue, message
from core.project.backed_up import page_in_backup
from core.store.backups import Backup, backups_of, restore_backup
from core.store.project_file import SUFFIX
from gui.desk.desk import Desk
from gui.panels.views import RowTable
from gui.plain import plain_label


class BackupsDialog(QDialog):
    """Lists the backups, newest first. Taking a page back is a step of the project and can be undone."""

    def __init__(self, desk: Desk, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("备份"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 420)
        self._desk = desk
        self._catalogue = catalogue
        self._backups: list[Backup] = []
        self._asked = 0
        self.model = QStandardItemModel(0, 2, self)
        self.view = RowTable(2.2)
        self.line = plain_label()
        self.line.setWordWrap(True)
        self.line.setProperty("look", "muted")
        self.make = QPushButton(self.tr("立即备份"))
        self.whole = QPushButton(self.tr("恢复为新工程…"))
        self.page = QPushButton(self.tr("取回本版"))
        self._set_up()
        desk.backing_up.made.connect(self._read)
        self._read()

    def _set_up(self) -> None:
        self.model.setHorizontalHeaderLabels([self.tr("时间"), self.tr("大小")])
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.windowTitle())
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        heads = self.view.horizontalHeader()
        heads.setSectionsClickable(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.view.selectionModel().currentRowChanged.connect(self._follow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.line)
        foot = QHBoxLayout()
        for push, act in (
            (self.make, self._make),
            (self.whole, self._restore_whole),
            (self.page, self._restore_page),
        ):
            push.setAutoDefault(False)
            push.clicked.connect(act)
            foot.addWidget(push)
        foot.insertStretch(1)
        layout.addLayout(foot)

    @property
    def current(self) -> Backup | None:
        """The backup the list stands at."""
        row = self.view.currentIndex().row()
        return self._backups[row] if 0 <= row < len(self._backups) else None

    def _read(self) -> None:
        path = self._desk.path
        try:
            self._backups = [] if path is None else backups_of(path)
        except JiaochouError as error:
            self._backups = []
            self._tell(error)
        self.model.removeRows(0, self.model.rowCount())
        locale = self.locale()
        for backup in self._backups:
            size = QStandardItem(locale.formattedDataSize(backup.size, 1))
            row = [QStandardItem(_when(backup.at)), size]
            for item in row:
                item.setEditable(False)
            self.model.appendRow(row)
        self.make.setEnabled(self._desk.access.barrier is None)
        if self._backups:
            self.view.selectRow(0)
        else:
            self._say(self.tr("还没有备份。编辑中的工程每天第一次打开时、此后每二十分钟自动备份一次。"))
        self._follow()

    def _follow(self) -> None:
        """Say how the current page differs from what it was in the backup the list stands at."""
        backup, record, mirror = self.current, self._desk.record, self._desk.mirror
        self.whole.setEnabled(backup is not None)
        self.page.setEnabled(False)
        self._asked += 1
        if backup is None or record is None or mirror is None:
            return
        asked, text, layout = self._asked, mirror.text, mirror.layout

        def read() -> tuple[int, bool]:
            earlier = page_in_backup(backup.path, record)
            return len(differences(earlier.text, text)), earlier.layout != layout

        def done(answer: tuple[int, bool]) -> None:
            if asked == self._asked:
                self._compare(*answer)

        self._work(read, done, asked)

    def _compare(self, places: int, rearranged: bool) -> None:  # one of two sentences
        self.page.setEnabled(bool(places or rearranged) and self._desk.access.barrier is None)
        if places:
            self._say(self.tr("那以后，本版的文字改了 {0} 处。").format(places))
        elif rearranged:
            self._say(self.tr("那以后，本版的文字没有变，稿件有变动。"))
        else:
            self._say(self.tr("本版与那时一样。"))

    def _make(self) -> None:
        self._say(self.tr("正在备份…"))
        self._desk.backing_up.make(self._tell)

    def _restore_whole(self) -> None:
        backup, path = self.current, self._desk.path
        if backup is None or path is None:
            return
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("恢复为新工程"),
            str(path.with_name(f"{path.stem} {backup.at.astimezone():%Y-%m-%d %H%M}{SUFFIX}")),
            self.tr("校雠工程 (*{0})").format(SUFFIX),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            target = Path(chosen if chosen.endswith(SUFFIX) else f"{chosen}{SUFFIX}")
            told = self._catalogue.text(message("已恢复为 {file}", file=str(target)))
            self._work(partial(restore_backup, backup.path, target), lambda _: self._say(told))

    def _restore_page(self) -> None:
        backup, record = self.current, self._desk.record
        if backup is None or record is None:
            return

        def done(earlier: PageState) -> None:
            # Whoever has turned the page meanwhile means the one this was asked for.
            self._desk.perform(RestorePage(record.id, earlier, _when(backup.at)), self._follow)

        self._work(lambda: page_in_backup(backup.path, record), done)

    def _work(self, work: Callable[[], object], done: Callable[..., None], asked: int | None = None) -> None:
        def failed(error: JiaochouError) -> None:
            if asked in (None, self._asked):
                self._tell(error)

        self._desk.workers.run(work, done, failed)

    def _tell(self, error: JiaochouError) -> None:
        self._say(self._catalogue.text(error.spoken))

    def _say(self, sentence: str) -> None:
        self.line.setText(sentence)


def _when(at: datetime) -> str:
    return f"{at.astimezone():%Y-%m-%d %H:%M:%S}"
