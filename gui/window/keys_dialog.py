"""The list of keys, in which they can be changed."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui.panels.keys import Keys
from gui.panels.views import RowTable
from gui.plain import plain_label
from gui.window.actions import Actions
from gui.window.keys_model import Column, KeysModel
from gui.window.settings import Settings

Index = QModelIndex | QPersistentModelIndex


class KeysDialog(QDialog):
    """All actions and their keys: Enter changes those of a row, Delete takes them away.

    A change holds at once and at every later start.
    """

    def __init__(self, actions: Actions, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("快捷键一览"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(520, 640)
        self.model = KeysModel(actions, settings, self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self.model)
        self._shown.setFilterKeyColumn(-1)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("查找操作或快捷键"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.view = self._make_view()
        self._line = plain_label()
        self._line.setWordWrap(True)
        self.reset_one = QPushButton(self.tr("恢复此项"))
        self.reset_all = QPushButton(self.tr("全部恢复"))
        self._lay_out()
        self._connect()
        self._changed()

    @property
    def told(self) -> str:
        """What the line below the table says."""
        return self._line.text()

    def _make_view(self) -> RowTable:
        view = RowTable(2.2)
        view.setModel(self._shown)
        view.setItemDelegate(_PressedKeys(view))
        view.setAccessibleName(self.windowTitle())
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        heads = view.horizontalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionsClickable(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        return view

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self._line, 1)
        for button in (self.reset_one, self.reset_all):
            # Enter is the table's and the search line's.
            button.setAutoDefault(False)
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(self.search)
        layout.addWidget(self.view, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._shown.setFilterFixedString)
        self.search.textChanged.connect(self._changed)
        self.search.returnPressed.connect(self._enter_table)
        Keys(self.search, {"Down": self._enter_table})
        Keys(self.view, {"Return": self._edit, "Del": self._take_away})
        self.view.doubleClicked.connect(self._edit)
        self.view.selectionModel().currentChanged.connect(self._changed)
        self.model.dataChanged.connect(self._changed)
        self.model.refused.connect(self._refuse)
        self.reset_one.clicked.connect(self._reset_one)
        self.reset_all.clicked.connect(self.model.reset_all)

    def _enter_table(self) -> None:
        if not self._shown.rowCount():
            return
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self._shown.index(0, Column.KEYS))
        self.view.setFocus()

    def _edit(self) -> None:
        current = self.view.currentIndex()
        if current.isValid():
            self._changed()
            self.view.edit(current.siblingAtColumn(Column.KEYS))

    def _take_away(self) -> None:
        row = self._row()
        if row is not None:
            self.model.take_away(row)

    def _reset_one(self) -> None:
        row = self._row()
        if row is not None:
            self.model.reset(row)

    def _row(self) -> int | None:
        """Return the model's row of the chosen action."""
        current = self.view.currentIndex()
        return self._shown.mapToSource(current).row() if current.isValid() else None

    def _changed(self) -> None:
        row = self._row()
        self.reset_one.setEnabled(row is not None and self.model.is_row_changed(row))
        self.reset_all.setEnabled(self.model.is_changed)
        self._say(self.tr("Enter 改键，Delete 去掉"), "muted")

    def _refuse(self, sentence: str) -> None:
        self._say(sentence, "error")

    def _say(self, sentence: str, look: str) -> None:
        self._line.setText(sentence)
        self._line.setProperty("look", look)
        self._line.style().unpolish(self._line)
        self._line.style().polish(self._line)


class _PressedKeys(QStyledItemDelegate):
    """Takes the next combination that is pressed as the keys of a row; Esc leaves them as they were."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        """Return a field that waits for a combination."""
        editor = QKeySequenceEdit(parent)
        editor.setMaximumSequenceLength(1)
        for line in editor.findChildren(QLineEdit):
            line.setPlaceholderText(self.tr("请按新的键"))
        editor.editingFinished.connect(self._finish)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Leave the field empty: whoever presses nothing changes nothing."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Give the action what was pressed."""
        if isinstance(editor, QKeySequenceEdit) and not editor.keySequence().isEmpty():
            model.setData(index, editor.keySequence())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the field have every combination; Qt would take Enter and Tab to end the editing."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if not (plain and event.key() == Qt.Key.Key_Escape):
                return False
        return super().eventFilter(watched, event)

    def _finish(self) -> None:
        editor = self.sender()
        if isinstance(editor, QKeySequenceEdit) and not editor.keySequence().isEmpty():
            # It says so again when it loses the focus, closed by then.
            editor.editingFinished.disconnect(self._finish)
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)
