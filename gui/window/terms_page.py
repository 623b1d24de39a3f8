"""One tab of glossary and pairs: a line that finds and adds, the table, and the keys for its rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.disk import open_regular
from core.errors import JiaochouError, StorageError
from core.messages import Catalogue, message
from gui.panels.keys import Keys
from gui.panels.painting import font_em
from gui.panels.views import RowTable
from gui.plain import plain_label
from gui.window.terms_model import Row, TermsModel

Rows = Sequence[Row]


@dataclass(frozen=True)
class Book(Generic[Row]):
    """Where the rows of a tab are kept.

    `made` makes a row of what is written in the line, `put` keeps rows in the place of others, `read` and
    `write` are those of a file. All raise JiaochouError where that cannot be done. `name` is proposed for a
    file, `hint` stands in the empty line.
    """

    made: Callable[[str], Row]
    put: Callable[[Rows[Row], Rows[Row]], None]
    read: Callable[[bytes, Path], list[Row]]
    write: Callable[[], str]
    name: str
    hint: str


class TermsPage(QWidget, Generic[Row]):
    """Finds, adds, changes, switches and deletes rows, with a way back for as long as the dialog is open."""

    def __init__(
        self, model: TermsModel[Row], book: Book[Row], catalogue: Catalogue, widths: Sequence[float]
    ) -> None:
        """Show `model`; `widths` of columns are in sizes of the font, a column of 0 takes what is left."""
        super().__init__()
        self.model = model
        self._book = book
        self._catalogue = catalogue
        self._before: list[tuple[Rows[Row], Rows[Row]]] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText(book.hint)
        self.search.setAccessibleName(book.hint)
        self.search.setClearButtonEnabled(True)
        self.view = self._make_view(widths)
        self._line = plain_label()
        self._line.setWordWrap(True)
        self.add = QPushButton(self.tr("加入"))
        self.delete = QPushButton(self.tr("删除"))
        self.import_ = QPushButton(self.tr("导入…"))
        self.export = QPushButton(self.tr("导出…"))
        self.foot = QHBoxLayout()
        self._lay_out()
        self._connect()
        self._follow()

    @property
    def told(self) -> str:
        """What the line below the table says."""
        return self._line.text()

    def show_rows(self, rows: Rows[Row]) -> None:
        """Show other rows; the current one stays where it is."""
        line, scrolled = self.view.currentIndex(), self.view.verticalScrollBar().value()
        self.model.set_rows(rows)
        if line.isValid() and self.model.rowCount():
            row = min(line.row(), self.model.rowCount() - 1)
            self.view.setCurrentIndex(self.model.index(row, line.column()))
        self.view.verticalScrollBar().setValue(scrolled)
        self._follow()

    def put(self, removed: Rows[Row], added: Rows[Row]) -> None:
        """Keep `added` in the place of `removed`, and remember the way back."""
        if self._try(lambda: self._book.put(removed, added)):
            self._before.append((added, removed))

    def say(self, sentence: str, look: str = "muted") -> None:
        """Say something below the table."""
        self._line.setText(sentence)
        self._line.setProperty("look", look)
        self._line.style().unpolish(self._line)
        self._line.style().polish(self._line)

    def _make_view(self, widths: Sequence[float]) -> RowTable:
        view = RowTable(2.2)
        view.setModel(self.model)
        view.setAccessibleName(self._book.hint)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        heads = view.horizontalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionsClickable(False)
        em = font_em(view.font())
        for section, width in enumerate(widths):
            if width:
                heads.resizeSection(section, round(em * width))
            else:
                heads.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
        return view

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.add)
        self.foot.addWidget(self._line, 1)
        for button in (self.delete, self.import_, self.export):
            self.foot.addWidget(button)
        for button in (self.add, self.delete, self.import_, self.export):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 14)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        layout.addLayout(self.foot)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._add)
        Keys(self.search, {"Down": self._enter_table})
        Keys(self.view, {"Return": self._edit, "Del": self._delete, "Space": self._toggle})
        self.view.doubleClicked.connect(self._edit)
        self.view.selectionModel().selectionChanged.connect(self._follow)
        back = QShortcut(QKeySequence.StandardKey.Undo, self.view)
        back.setContext(Qt.ShortcutContext.WidgetShortcut)
        back.activated.connect(self._undo)
        self.model.replaced.connect(self.put)
        self.model.refused.connect(lambda spoken: self.say(self._catalogue.text(spoken), "error"))
        self.add.clicked.connect(self._add)
        self.delete.clicked.connect(self._delete)
        self.import_.clicked.connect(self._import)
        self.export.clicked.connect(self._export)

    def _search(self, words: str) -> None:
        self.model.set_filter(words)
        self._follow()

    def _add(self) -> None:
        words = self.search.text()
        made: list[Row] = []
        if words.strip() and self._try(lambda: made.append(self._book.made(words))):
            self.put([], made)
            self.search.clear()
            self.search.setFocus()

    def _enter_table(self) -> None:
        if self.model.rowCount():
            if not self.view.currentIndex().isValid():
                self.view.setCurrentIndex(self.model.index(0, 0))
            self.view.setFocus()

    def _edit(self) -> None:
        current = self.view.currentIndex()
        # Enter that ends the editing of a cell comes here too.
        if self.view.hasFocus() and current.isValid() and current.flags() & Qt.ItemFlag.ItemIsEditable:
            self.view.edit(current)

    def _chosen(self) -> list[Row]:
        rows = sorted({index.row() for index in self.view.selectionModel().selectedRows()})
        return [self.model.row_at(row) for row in rows]

    def _delete(self) -> None:
        chosen = self._chosen()
        if chosen:
            self.put(chosen, [])
            self.say(self.tr("删去 {0} 条，Ctrl+Z 找回").format(len(chosen)))

    def _toggle(self) -> None:
        self.model.toggle(sorted({index.row() for index in self.view.selectionModel().selectedRows()}))

    def _undo(self) -> None:
        if self._before:
            removed, added = self._before.pop()
            self._try(lambda: self._book.put(removed, added))

    def _import(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("导入"), "", self.tr("文本 (*.txt *.tsv);;所有文件 (*)")
        )
        if chosen:
            self.read_file(Path(chosen))

    def read_file(self, path: Path) -> None:
        """Take in the rows of a file."""
        read: list[Row] = []

        def take() -> None:
            try:
                with open_regular(path) as file:
                    raw = file.read()
            except OSError as error:
                raise _failed(path, error) from error
            read.extend(self._book.read(raw, path))

        if self._try(take):
            self.put([], read)
            self.say(self.tr("导入 {0} 条").format(len(read)))

    def _export(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("导出"), self._book.name, self.tr("文本 (*.tsv *.txt)")
        )
        if chosen:
            self.write_file(Path(chosen))

    def write_file(self, path: Path) -> None:
        """Write all rows into a file."""

        def write() -> None:
            try:
                path.write_text(self._book.write(), encoding="utf-8", errors="replace", newline="\n")
            except OSError as error:
                raise _failed(path, error) from error

        if self._try(write):
            self.say(self.tr("导出 {0} 条").format(self.model.total))

    def _try(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except JiaochouError as error:
            self.say(self._catalogue.text(error.spoken), "error")
            return False
        return True

    def _follow(self) -> None:
        """Show what can be done now."""
        self.add.setEnabled(bool(self.search.text().strip()))
        self.delete.setEnabled(self.view.selectionModel().hasSelection())
        self.export.setEnabled(self.model.total > 0)
        shown, total = self.model.rowCount(), self.model.total
        count = self.tr("{0} 条").format(total) if shown == total else f"{shown} / {total}"
        self.say(self.tr("{0}。空格开关，Enter 改，Delete 删").format(count))


def _failed(path: Path, error: OSError) -> StorageError:
    return StorageError(message("{file}：{cause}", file=str(path), cause=error.strerror or str(error)))
