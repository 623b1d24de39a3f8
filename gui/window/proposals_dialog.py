"""Terms that come back often, for the editor to tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.glossary.entry import Entry
from core.glossary.proposals import Proposal, TermKind
from gui.panels.keys import Keys
from gui.panels.painting import font_em
from gui.panels.views import RowTable


class ProposalsDialog(QDialog):
    """A table of proposals, none ticked: what is listed is for the editor to say."""

    chosen = Signal(object)
    """The entries to list."""

    def __init__(self, found: Sequence[Proposal], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("反复出现的用语"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(520, 560)
        self._found = found
        self._kinds = {TermKind.WORK: self.tr("书名"), TermKind.TERM: self.tr("用语")}
        self.model = QStandardItemModel(len(found), 3, self)
        self.model.setHorizontalHeaderLabels([self.tr("词形"), self.tr("类别"), self.tr("次数")])
        for row, proposal in enumerate(found):
            self._fill(row, proposal)
        self.view = RowTable(2.2)
        self.view.setModel(self.model)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setAccessibleName(self.windowTitle())
        heads = self.view.horizontalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        heads.resizeSection(1, round(font_em(self.font()) * 6))
        heads.resizeSection(2, round(font_em(self.font()) * 5))
        self.all_ = QPushButton(self.tr("全选"))
        self.all_.setAutoDefault(False)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.take = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("取消"))
        self._lay_out()
        Keys(self.view, {"Space": self._toggle})
        self.model.itemChanged.connect(self._follow)
        self.all_.clicked.connect(self._tick_all)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        self.view.setCurrentIndex(self.model.index(0, 0))
        self._follow()

    def _fill(self, row: int, proposal: Proposal) -> None:
        form = QStandardItem(proposal.form)
        form.setCheckable(True)
        count = QStandardItem(str(proposal.count))
        count.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column, item in enumerate((form, QStandardItem(self._kinds[proposal.kind]), count)):
            item.setEditable(False)
            self.model.setItem(row, column, item)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.all_)
        foot.addStretch(1)
        foot.addWidget(self.buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(self.view, 1)
        layout.addLayout(foot)

    @property
    def ticked(self) -> list[Entry]:
        """The entries that are ticked."""
        return [
            Entry(proposal.form, self._kinds[proposal.kind])
            for row, proposal in enumerate(self._found)
            if self.model.item(row, 0).checkState() is Qt.CheckState.Checked
        ]

    def _toggle(self) -> None:
        rows = sorted({index.row() for index in self.view.selectionModel().selectedRows()})
        if rows:
            now = self.model.item(rows[0], 0).checkState()
            wanted = Qt.CheckState.Unchecked if now is Qt.CheckState.Checked else Qt.CheckState.Checked
            for row in rows:
                self.model.item(row, 0).setCheckState(wanted)

    def _tick_all(self) -> None:
        for row in range(self.model.rowCount()):
            self.model.item(row, 0).setCheckState(Qt.CheckState.Checked)

    def _follow(self) -> None:
        count = len(self.ticked)
        self.take.setEnabled(count > 0)
        self.take.setText(self.tr("加入 {0} 条").format(count))

    def _accept(self) -> None:
        self.chosen.emit(self.ticked)
        self.accept()
