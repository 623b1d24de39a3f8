"""The list of findings below the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

import numpy as np
from PySide6.QtCore import QModelIndex, Signal, SignalInstance
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QVBoxLayout,
    QWidget,
)

from gui.panels.choice import Choice
from gui.panels.empty_state import OrEmpty
from gui.panels.findings_delegate import FindingDelegate
from gui.panels.findings_model import Column, FindingsModel
from gui.panels.findings_order import FindingRow, Grouping, Sorting
from gui.panels.folded import FoldedTable
from gui.panels.keys import Keys
from gui.panels.painting import font_em, scaled
from gui.panels.views import QuietHeader
from gui.theme import Theme

_WIDTHS = {
    Column.SUSPECT: 18.0,
    Column.RULE: 10.0,
    Column.COUNT: 4.0,
    Column.CONFIDENCE: 5.0,
    Column.SUGGESTION: 14.0,
}
"""Widths of columns at first, in sizes of the font; the context takes the rest."""


class FindingsPanel(QWidget):
    """Findings in groups; the arrow keys walk through them, Enter accepts, Del dismisses."""

    finding_chosen = Signal(object)
    """The editor wants to see this finding (its index)."""
    accept_requested = Signal(list)
    """The suggestions of these findings shall be taken."""
    dismiss_requested = Signal(list)
    """These findings are no errors."""
    dismiss_everywhere_requested = Signal(list)
    """The same as these is no error anywhere in the project."""

    def __init__(self, theme: Theme, text_font: QFont, parent: QWidget | None = None) -> None:
        """`text_font` is the face of page text."""
        super().__init__(parent)
        self._quiet = False
        self._checking = False
        self._model = FindingsModel(self)
        self._view = FoldedTable(2.05, whole_heading=False)
        self._heads = QuietHeader(theme, self._view)
        self._view.setHorizontalHeader(self._heads)
        self._view.setModel(self._model)
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._view.setAccessibleName(self.tr("疑点"))
        self._delegate = FindingDelegate(theme, self._model, self._view)
        self._view.setItemDelegate(self._delegate)
        self._body = OrEmpty(theme, self._view)
        self.controls = self._make_controls()
        self._lay_out()
        self.set_text_font(text_font)
        self.setFocusProxy(self._view)
        self._connect()
        self.set_rows(())

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.addStretch(1)
        bar.addWidget(self.controls)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._body, 1)
        self._heads.setStretchLastSection(False)
        self._heads.setMinimumSectionSize(24)
        self._heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._heads.setSectionResizeMode(Column.CONTEXT, QHeaderView.ResizeMode.Stretch)
        em = font_em(self.font())
        for section, width in _WIDTHS.items():
            self._heads.resizeSection(section, round(em * width))

    def _connect(self) -> None:
        self._view.selectionModel().currentChanged.connect(self._current_changed)
        self._view.clicked.connect(self._emit_chosen)
        Keys(
            self._view,
            {
                "Return": partial(self._request, self.accept_requested),
                "Del": partial(self._request, self.dismiss_requested),
                "Shift+Del": partial(self._request, self.dismiss_everywhere_requested),
            },
        )

    def _make_controls(self) -> QWidget:
        """Make the two choices; the window may move them to another place, such as a tab bar's corner."""
        groupings = {
            Grouping.RULE: self.tr("按规则"),
            Grouping.PAIR: self.tr("按对子"),
            Grouping.NONE: self.tr("不分组"),
        }
        sortings = {Sorting.PLACE: self.tr("按位置"), Sorting.CONFIDENCE: self.tr("按可信")}
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 4, 0)
        row.setSpacing(2)
        self._grouping = Choice(groupings, self._model.grouping, self.tr("分组"), self._rearrange)
        self._sorting = Choice(sortings, self._model.sorting, self.tr("排序"), self._rearrange)
        row.addWidget(self._grouping)
        row.addWidget(self._sorting)
        return holder

    @property
    def model(self) -> FindingsModel:
        """The list as it is shown."""
        return self._model

    @property
    def view(self) -> FoldedTable:
        """The table itself."""
        return self._view

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._delegate.theme = theme
        self._heads.set_theme(theme)
        self._body.set_theme(theme)
        self._view.viewport().update()

    def set_text_font(self, font: QFont) -> None:
        """Show page text in the face of `font`, a little larger than the interface."""
        face = scaled(self.font(), 1.08)
        face.setFamilies(font.families())
        self._delegate.text_font = face
        self._view.viewport().update()

    def set_checking(self, checking: bool) -> None:
        """Say that findings are still being looked for, or no longer."""
        self._checking = checking
        self._show_body()

    def set_rows(self, rows: Sequence[FindingRow]) -> None:
        """Show other findings; the editor stays at the same finding or, where it is settled, at the next."""
        with self._staying():
            self._model.set_rows(rows)
        self._show_body()

    def arrange(self, grouping: Grouping, sorting: Sorting) -> None:
        """Group and sort otherwise."""
        self._grouping.choose(grouping)
        self._sorting.choose(sorting)
        self._rearrange()

    def select_finding(self, finding: int | None) -> None:
        """Mark the finding the editor is at (in a folded group, its heading); nothing is emitted."""
        line = None if finding is None else self._model.line_of(finding)
        self._go_to(line)

    def selected(self) -> list[int]:
        """Return what the chosen findings are known by; a heading stands for its whole group."""
        selection = self._view.selectionModel().selection()
        parts = [selection.at(number) for number in range(selection.count())]
        if not parts:
            return []
        lines = np.concatenate([np.arange(part.top(), part.bottom() + 1) for part in parts])
        return self._model.findings_on(np.unique(lines))

    def _show_body(self) -> None:
        if self._model.rowCount():
            self._body.show_view()
        else:
            self._body.show_sentence(self.tr("正在检查…") if self._checking else self.tr("本版没有疑点"))

    def _rearrange(self) -> None:
        with self._staying():
            self._model.arrange(self._grouping.value, self._sorting.value)

    @contextmanager
    def _staying(self) -> Iterator[None]:
        """Come back to the finding that was the current one, else to the line it stood on."""
        line = self._view.currentIndex().row()
        finding = self._model.row_at(line) if line >= 0 else None
        offset = self._view.verticalScrollBar().value()
        yield
        self._view.verticalScrollBar().setValue(offset)
        same = None if finding is None else self._same_as(finding)
        last = self._model.rowCount() - 1
        self._go_to(same if same is not None else min(line, last))

    def _same_as(self, finding: FindingRow) -> int | None:
        line = self._model.line_of(finding.index)
        if line is None:
            return None
        found = self._model.row_at(line)
        return line if (found.rule, found.suspect) == (finding.rule, finding.suspect) else None

    def _go_to(self, line: int | None) -> None:
        before, self._quiet = self._quiet, True
        try:
            index = QModelIndex() if line is None or line < 0 else self._model.index(line, 0)
            self._view.setCurrentIndex(index)
            if not index.isValid():
                self._view.clearSelection()
        finally:
            self._quiet = before

    def _current_changed(self) -> None:
        if not self._quiet and not self._view.undecided:
            self._emit_chosen()

    def _emit_chosen(self) -> None:
        line = self._view.currentIndex().row()
        if line >= 0:
            self.finding_chosen.emit(self._model.row_at(line).index)

    def _request(self, signal: SignalInstance) -> None:
        chosen = self.selected()
        if chosen:
            signal.emit(chosen)
