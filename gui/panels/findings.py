"""The list of findings below the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

import numpy as np
from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QFont, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.panels.empty_state import OrEmpty
from gui.panels.findings_delegate import FindingDelegate
from gui.panels.findings_head import FindingsHead, Scope
from gui.panels.findings_model import Column, FindingsModel
from gui.panels.findings_order import FindingKey, FindingRow, FindingTable, Grouping, Sorting
from gui.panels.folded import FoldedTable
from gui.panels.keys import Keys
from gui.panels.painting import font_em, scaled
from gui.panels.views import QuietHeader
from gui.theme import Theme

_WIDTHS = {
    Column.SUSPECT: 18.0,
    Column.PAGE: 12.0,
    Column.RULE: 10.0,
    Column.COUNT: 4.0,
    Column.CONFIDENCE: 5.0,
    Column.SUGGESTION: 14.0,
}
"""Widths of columns at first, in sizes of the font; the context takes the rest."""


class FindingsPanel(QWidget):
    """Findings in groups; the arrow keys walk through them, Enter accepts, Del dismisses.

    In the list of the whole project Enter goes to the finding on its page instead.
    """

    finding_chosen = Signal(object)
    """The editor has come to this finding: its key."""
    finding_wanted = Signal(object)
    """The editor wants to go to this finding, wherever it is: its key."""
    accept_requested = Signal(list)
    """The suggestions of these findings shall be taken."""
    dismiss_requested = Signal(list)
    """These findings are no errors."""
    dismiss_everywhere_requested = Signal(list)
    """The same as these is no error anywhere in the project."""
    switch_off_requested = Signal(str)
    """This rule shall not speak any more."""

    def __init__(self, theme: Theme, text_font: QFont, parent: QWidget | None = None) -> None:
        """`text_font` is the face of page text."""
        super().__init__(parent)
        self._quiet = False
        self._empty = "", False
        self._model = FindingsModel(self)
        self._view = FoldedTable(2.05, whole_heading=False)
        self._heads = QuietHeader(theme, self._view)
        self._view.setHorizontalHeader(self._heads)
        self._view.setModel(self._model)
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._view.setAccessibleName(self.tr("疑点"))
        self._delegate = FindingDelegate(theme, self._model, self._view)
        self._view.setItemDelegate(self._delegate)
        self.check_button = QPushButton(self.tr("检查全部页面"))
        self._body = OrEmpty(theme, self._view, self.check_button)
        self.controls = FindingsHead(self._model.grouping, self._model.sorting, self)
        self._scope = Scope.PAGE
        self._lay_out()
        self.set_text_font(text_font)
        self.setFocusProxy(self._view)
        self._connect()
        self.show_scope(Scope.PAGE)
        self.set_table(FindingTable.of(()))

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
        self._view.doubleClicked.connect(self._want)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._view.customContextMenuRequested.connect(self._open_menu)
        self.controls.arranged.connect(self._rearrange)
        Keys(
            self._view,
            {
                "Return": self._enter,
                "Del": partial(self._request, self.dismiss_requested),
                "Shift+Del": partial(self._request, self.dismiss_everywhere_requested),
                "Ctrl+Del": self._switch_off,
            },
        )

    @property
    def scope(self) -> Scope:
        """Whose findings are listed."""
        return self._scope

    def show_scope(self, scope: Scope) -> None:
        """Say whose findings are listed; those of the whole project say on which page they are."""
        self._scope = scope
        self.controls.choose_scope(scope)
        self._view.setColumnHidden(Column.PAGE, scope is Scope.PAGE)

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

    def set_empty(self, sentence: str, *, with_check: bool = False) -> None:
        """Say what an empty list means; `with_check`: and offer to check all pages."""
        self._empty = sentence, with_check
        self._show_body()

    def set_rows(self, rows: Sequence[FindingRow]) -> None:
        """Show the findings of one page; see `set_table`."""
        self.set_table(FindingTable.of(rows))

    def set_table(self, table: FindingTable) -> None:
        """Show other findings; the editor stays at the same finding or, where it is settled, at the next."""
        with self._staying():
            self._model.set_table(table)
        self._show_body()

    def arrange(self, grouping: Grouping, sorting: Sorting) -> None:
        """Group and sort otherwise."""
        self.controls.grouping.choose(grouping)
        self.controls.sorting.choose(sorting)
        self._rearrange()

    def select_finding(self, finding: FindingKey | None) -> None:
        """Mark the finding the editor is at (in a folded group, its heading); nothing is emitted."""
        line = None if finding is None else self._model.line_of(finding)
        self._go_to(line)

    def selected(self) -> list[FindingKey]:
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
            sentence, with_check = self._empty
            self._body.show_sentence(sentence, with_button=with_check)

    def _rearrange(self) -> None:
        with self._staying():
            self._model.arrange(self.controls.grouping.value, self.controls.sorting.value)

    @contextmanager
    def _staying(self) -> Iterator[None]:
        """Come back to the finding that was the current one, as high in the view as it stood there.

        Where it is gone, the line it stood on is the current one.
        """
        line = self._view.currentIndex().row()
        finding = self._model.row_at(line) if line >= 0 else None
        chosen = [self._model.row_at(one) for one in self._chosen_lines()]
        bar = self._view.verticalScrollBar()
        offset, top = bar.value(), self._view.rowViewportPosition(line) if line >= 0 else 0
        before = self._model.table
        yield
        renumbered = self._model.table is not before
        same = None if finding is None else self._line_of(finding, renumbered=renumbered)
        self._go_to(same if same is not None else min(line, self._model.rowCount() - 1))
        if len(chosen) > 1:
            self._choose([self._line_of(one, renumbered=renumbered) for one in chosen])
        bar.setValue(offset)
        if same is not None:
            bar.setValue(offset + self._view.rowViewportPosition(same) - top)

    def _line_of(self, finding: FindingRow, *, renumbered: bool) -> int | None:
        """Return the line of a finding; a check has perhaps given it another number."""
        return self._model.line_of_same(finding) if renumbered else self._model.line_of(finding.key)

    def _chosen_lines(self) -> list[int]:
        """Return the chosen lines, where they are few enough to be chosen one by one."""
        selection = self._view.selectionModel().selection()
        parts = [selection.at(number) for number in range(selection.count())]
        if sum(part.bottom() - part.top() + 1 for part in parts) > BY_ONE:
            return []
        return [line for part in parts for line in range(part.top(), part.bottom() + 1)]

    def _choose(self, lines: Sequence[int | None]) -> None:
        last, selection = self._model.columnCount() - 1, QItemSelection()
        for line in lines:
            if line is not None:
                selection.select(self._model.index(line, 0), self._model.index(line, last))
        flags = QItemSelectionModel.SelectionFlag
        self._view.selectionModel().select(selection, flags.ClearAndSelect)

    def _go_to(self, line: int | None) -> None:
        before, self._quiet = self._quiet, True
        try:
            index = QModelIndex() if line is None or line < 0 else self._model.index(line, 0)
            self._view.setCurrentIndex(index)
            if not index.isValid():
                self._view.clearSelection()
        finally:
            self._quiet = before

    def _current(self) -> FindingRow | None:
        line = self._view.currentIndex().row()
        return self._model.row_at(line) if line >= 0 else None

    def _current_changed(self) -> None:
        if not self._quiet and not self._view.undecided:
            self._emit_chosen()

    def _emit_chosen(self) -> None:
        current = self._current()
        if current is not None:
            self.finding_chosen.emit(current.key)

    def _want(self) -> None:
        current = self._current()
        if current is not None and not self._model.is_heading(self._view.currentIndex().row()):
            self.finding_wanted.emit(current.key)

    def _enter(self) -> None:
        current = self._current()
        if self._scope is Scope.PAGE:
            self._request(self.accept_requested)
        elif current is not None:
            self.finding_wanted.emit(current.key)

    def _request(self, signal: SignalInstance) -> None:
        chosen = self.selected()
        if chosen:
            signal.emit(chosen)

    def _switch_off(self) -> None:
        current = self._current()
        if current is not None:
            self.switch_off_requested.emit(current.rule)

    def _open_menu(self, place: QPoint) -> None:
        current = self._current()
        if current is not None and self.selected():
            self._menu(current).popup(self._view.viewport().mapToGlobal(place))

    def _menu(self, current: FindingRow) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        accept = partial(self._request, self.accept_requested)
        entries: list[tuple[str, str, Callable[[], None]]] = [
            (self.tr("到这一处"), "", lambda: self.finding_wanted.emit(current.key)),
            (self.tr("采用建议"), "Return" if self._scope is Scope.PAGE else "", accept),
            (self.tr("在本版忽略"), "Del", partial(self._request, self.dismiss_requested)),
            (self.tr("全部忽略"), "Shift+Del", partial(self._request, self.dismiss_everywhere_requested)),
            (self.tr("不再检查“{0}”").format(current.rule_title), "Ctrl+Del", self._switch_off),
        ]
        for text, key, act in entries:
            shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            menu.addAction(f"{text}\t{shown}" if shown else text).triggered.connect(act)
        menu.insertSeparator(menu.actions()[-1])
        return menu


BY_ONE = 1000
"""So many chosen lines are found again one by one after a check."""
