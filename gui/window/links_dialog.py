"""The list of jump links: each with the two halves, how sure it is and why; a key accepts or rejects."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.messages import Catalogue
from core.project.linkable import LinkRow
from gui.panels.keys import Keys
from gui.panels.painting import font_em
from gui.panels.views import RowTable
from gui.plain import plain_label, plain_tooltip
from gui.window.links_model import Column, LinksModel

SURE = 0.8
"""From this score on links are accepted all at once."""


NAMED = 20
"""So many articles without their other half are named under the pointer."""


class LinksDialog(QDialog):
    """Says what is wished of which links; who listens carries it out. It stays beside the window."""

    accept_requested = Signal(object)
    """Accept these links: a list of LinkRow."""
    reject_requested = Signal(object)
    """Never propose this link again, or take it back where it is accepted: LinkRow."""
    place_chosen = Signal(object, bool)
    """Show a half of a link: LinkRow, and whether it is the second one."""
    stop_requested = Signal()
    """Leave the search."""

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("转版链接"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1120, 460)
        self.model = LinksModel(catalogue, self)
        self.view = RowTable(2.2)
        self.line = plain_label()
        self.line.setProperty("look", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(140)
        self.stop = QPushButton(self.tr("停止"))
        self.accept_one = QPushButton(self.tr("接上"))
        self.accept_sure = QPushButton()
        self.reject_one = QPushButton(self.tr("不接"))
        self.close_ = QPushButton(self.tr("关闭"))
        self._set_view_up()
        self._lay_out()
        self._connect()
        self._follow()

    def _set_view_up(self) -> None:
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.windowTitle())
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        heads = self.view.horizontalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionsClickable(False)
        heads.setSectionResizeMode(Column.FIRST, QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(Column.SECOND, QHeaderView.ResizeMode.Stretch)
        em = font_em(self.view.font())
        heads.resizeSection(Column.SCORE, round(em * 4.5))
        heads.resizeSection(Column.REASONS, round(em * 25))
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(self.view, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.line, 1)
        foot.addWidget(self.bar)
        for push in (self.stop, self.reject_one, self.accept_one, self.accept_sure, self.close_):
            push.setAutoDefault(False)
            foot.addWidget(push)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.accept_one.clicked.connect(self._accept)
        self.accept_sure.clicked.connect(self._accept_sure)
        self.reject_one.clicked.connect(self._reject)
        self.close_.clicked.connect(self.close)
        self.stop.clicked.connect(self.stop_requested)
        self.view.doubleClicked.connect(lambda index: self._show(second=index.column() == Column.SECOND))
        self.view.selectionModel().currentRowChanged.connect(self._follow)
        keys: dict[str, Callable[[], None]] = {
            "Return": self._accept,
            "Ctrl+Return": self._accept_sure,
            "Del": self._reject,
            "Left": lambda: self._show(second=False),
            "Right": lambda: self._show(second=True),
            "Esc": self.reject,
        }
        Keys(self.view, keys)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the search is."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self._set_busy(busy=True)

    def show_links(self, rows: Sequence[LinkRow], alone: Sequence[str]) -> None:
        """List what was found, the current link staying current; articles `alone` have no other half."""
        current = self._current()
        at = max(0, self.view.currentIndex().row())
        self.model.show_rows(rows)
        ends = [(row.first, row.second) for row in rows]
        if current is not None and (current.first, current.second) in ends:
            at = ends.index((current.first, current.second))
        if rows:
            self.view.setCurrentIndex(self.model.index(min(at, len(rows) - 1), 0))
        self._set_busy(busy=False)
        proposed = sum(row.score is not None for row in rows)
        said = self.tr("建议 {0} 处，已接 {1} 处").format(proposed, len(rows) - proposed)
        self.line.setText(said + (self.tr("，{0} 处找不到另一半").format(len(alone)) if alone else ""))
        named = [*alone[:NAMED], *(["…"] if len(alone) > NAMED else [])]
        self.line.setToolTip(plain_tooltip("　".join(named)) if named else "")
        self._follow()

    def show_stopped(self) -> None:
        """Say that the search was left."""
        self._set_busy(busy=False)
        self.line.setText(self.tr("没有查完"))

    def _set_busy(self, *, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.stop.setVisible(busy)
        if busy:
            self.line.setText(self.tr("正在各版查找转版……"))

    def _current(self) -> LinkRow | None:
        row = self.view.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def _sure(self) -> list[int]:
        scores = [row.score for row in self.model.rows]
        return [at for at, score in enumerate(scores) if score is not None and score >= SURE]

    def _follow(self) -> None:
        current = self._current()
        self.accept_one.setEnabled(current is not None and current.score is not None)
        self.reject_one.setEnabled(current is not None)
        is_accepted = current is not None and current.score is None
        self.reject_one.setText(self.tr("解除") if is_accepted else self.tr("不接"))
        sure = len(self._sure())
        self.accept_sure.setEnabled(sure > 0)
        self.accept_sure.setText(self.tr("八成以上全部接上（{0}）").format(sure))

    def _accept(self) -> None:
        at = self.view.currentIndex().row()
        current = self._current()
        if current is not None and current.score is not None:
            self.accept_requested.emit([current])
            self.model.mark_accepted([at])
            waiting = [row for row, one in enumerate(self.model.rows) if one.score is not None]
            following = next((row for row in waiting if row > at), waiting[0] if waiting else at)
            self.view.setCurrentIndex(self.model.index(following, 0))
            self._follow()

    def _accept_sure(self) -> None:
        sure = self._sure()
        if sure:
            self.accept_requested.emit([self.model.rows[at] for at in sure])
            self.model.mark_accepted(sure)
            self._follow()

    def _reject(self) -> None:
        current = self._current()
        if current is not None:
            self.model.remove(self.view.currentIndex().row())
            self.reject_requested.emit(current)
            self._follow()

    def _show(self, *, second: bool) -> None:
        current = self._current()
        if current is not None:
            self.place_chosen.emit(current, second)
