"""Walking the places where two versions of pages are in conflict, by keys, before anything is taken over."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.changes.state import PROJECT_SHEET
from core.merging.three_way import Choice
from core.text.span import Span
from gui.panels.keys import Keys
from gui.panels.painting import font_em
from gui.panels.views import RowTable
from gui.plain import plain_label, plain_tooltip
from gui.window.comparing import Compared
from gui.window.merge_model import Column, ConflictsModel

NAMED = 20
"""So many files or pages that fit none are named under the pointer."""


class MergeDialog(QDialog):
    """Lists conflicts. Whoever agrees takes over all the rest; where nothing is decided mine stays."""

    place_chosen = Signal(int, object)
    """Show a place of a page behind the dialog: page, Span."""

    def __init__(self, title: str, compared: Compared, other: str, parent: QWidget | None = None) -> None:
        """Ask about what was `compared`; `other` is what the other version is called."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(1080, 380)
        self.compared = compared
        self.model = ConflictsModel(compared.pages, other, self)
        self.view = RowTable(2.2)
        self.line, self.figures, self.waiting = (plain_label() for _ in range(3))
        self.pushes = {
            Choice.MINE: QPushButton(self.tr("取本工程 ←")),
            Choice.THEIRS: QPushButton(self.tr("取{0} →").format(other)),
            Choice.NEITHER: QPushButton(self.tr("取原文 Del")),
        }
        self.take = QPushButton(self.tr("采用"))
        self.leave = QPushButton(self.tr("取消"))
        self._set_view_up()
        self._lay_out()
        self._connect()
        self._say()
        if self.model.rows:
            self.view.selectRow(0)
        else:
            self.take.setFocus()
        self.follow()

    def _set_view_up(self) -> None:
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.windowTitle())
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)
        heads = self.view.horizontalHeader()
        heads.setSectionsClickable(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        em = font_em(self.view.font())
        for column, width in ((Column.PAGE, 15), (Column.BEFORE, 16), (Column.AFTER, 16), (Column.CHOSEN, 6)):
            heads.resizeSection(column, round(em * width))
        for column in (Column.MINE, Column.THEIRS, Column.NEITHER):
            heads.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        for label in (self.line, self.figures):
            label.setWordWrap(True)
            layout.addWidget(label)
        self.figures.setProperty("look", "muted")
        self.waiting.setProperty("look", "muted")
        layout.addWidget(self.view, 1)
        foot = QHBoxLayout()
        for push in self.pushes.values():
            push.setAutoDefault(False)
            foot.addWidget(push)
        foot.addWidget(self.waiting, 1)
        foot.addWidget(self.leave)
        foot.addWidget(self.take)
        self.leave.setAutoDefault(False)
        self.take.setDefault(True)
        layout.addLayout(foot)

    def _connect(self) -> None:
        for choice, push in self.pushes.items():
            push.clicked.connect(lambda _checked=False, choice=choice: self._choose(choice))
        self.take.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        self.view.selectionModel().currentRowChanged.connect(self.follow)
        keys: dict[str, Callable[[], None]] = {
            "Left": lambda: self._choose(Choice.MINE),
            "Right": lambda: self._choose(Choice.THEIRS),
            "Del": lambda: self._choose(Choice.NEITHER),
            "Return": self.accept,
            "Esc": self.reject,
        }
        Keys(self.view, keys)

    def _say(self) -> None:
        """Say what would be taken over, and how both agree."""
        pages = [page for page in self.compared.pages if page.page != PROJECT_SHEET]
        taken, conflicts = sum(page.taken for page in pages), len(self.model.rows)
        said = self.tr("{0} 版有别：采用 {1} 处，冲突 {2} 处。").format(len(pages), taken, conflicts)
        apart = [page.name for page in pages if page.apart]
        if apart:
            said += self.tr("{0} 版两边都改了稿件划分，保留本工程的。").format(len(apart))
        if self.compared.left:
            said += self.tr("{0} 个在本工程里没有对应的版面。").format(len(self.compared.left))
            named = [*self.compared.left[:NAMED], *(["…"] if len(self.compared.left) > NAMED else [])]
            self.line.setToolTip(plain_tooltip("　".join(named)))
        self.line.setText(said)
        figures = self.compared.agreement
        self.figures.setVisible(figures is not None)
        if figures is not None:
            counts = self.tr("改动 {0} 字：两边相同 {1}，只在本工程 {2}，只在对方 {3}，两边不同 {4}").format(
                figures.corrected, figures.same, figures.only_mine, figures.only_theirs, figures.differently
            )
            kappa = "" if figures.kappa is None else f"　κ = {figures.kappa:.2f}"
            self.figures.setText(counts + kappa)

    def _choose(self, choice: Choice) -> None:
        """Decide the current conflict and go to the next that is not decided."""
        row = self.view.currentIndex().row()
        if row < 0:
            return
        self.model.choose(row, choice)
        undecided = self.model.undecided
        following = next((one for one in undecided if one > row), undecided[0] if undecided else row)
        self.view.selectRow(following)
        self.follow()

    def follow(self) -> None:
        """Say how much is undecided, and show the place of the current conflict."""
        row = self.view.currentIndex().row()
        for push in self.pushes.values():
            push.setEnabled(row >= 0)
        waiting = len(self.model.undecided)
        self.waiting.setText(self.tr("{0} 处未定，未定的保留本工程").format(waiting) if waiting else "")
        if row >= 0:
            conflict = self.model.rows[row]
            span = conflict.place.mine
            self.place_chosen.emit(conflict.page.page, Span(span.start, span.end))
