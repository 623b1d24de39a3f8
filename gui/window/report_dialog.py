"""The figures of a project: a list of tables, and the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.messages import Catalogue
from core.reports.tables import Table
from gui.panels.keys import Keys
from gui.panels.painting import font_em
from gui.panels.views import RowTable
from gui.plain import plain_label
from gui.window.report_model import ReportModel


class ReportDialog(QDialog):
    """Tables to sort, copy and keep. It stays beside the window; who listens reads and writes."""

    refresh_requested = Signal()
    """Read the figures anew."""
    stop_requested = Signal()
    """Leave the reading."""
    csv_requested = Signal(object)
    """Keep the table that is shown: Table."""
    row_chosen = Signal(object, int)
    """Show what a row is about: Table, and the number of the row in it."""
    html_requested = Signal()
    """Keep all tables as one page."""

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("统计"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(980, 600)
        self._catalogue = catalogue
        self._tables: Sequence[Table] = ()
        self.names = QListWidget()
        self.model = ReportModel(catalogue, self)
        self.view = RowTable(1.9)
        self.line = plain_label()
        self.line.setProperty("look", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(140)
        self.stop = QPushButton(self.tr("停止"))
        self.refresh = QPushButton(self.tr("重新统计"))
        self.copy = QPushButton(self.tr("复制"))
        self.keep_csv = QPushButton(self.tr("存本表为 CSV…"))
        self.keep_html = QPushButton(self.tr("全部存为网页…"))
        self.close_ = QPushButton(self.tr("关闭"))
        self._set_views_up()
        self._lay_out()
        self._connect()
        self.show_progress(0, 0)

    @property
    def table(self) -> Table | None:
        """The table that is shown."""
        row = self.names.currentRow()
        return self._tables[row] if 0 <= row < len(self._tables) else None

    def show_tables(self, tables: Sequence[Table], summary: str) -> None:
        """Show other figures; the table that is shown stays so."""
        row = max(0, self.names.currentRow())
        self._tables = tables
        self.names.blockSignals(True)
        self.names.clear()
        self.names.addItems([self._catalogue.text(table.title) for table in tables])
        self.names.setCurrentRow(row)
        self.names.blockSignals(False)
        self._set_busy(busy=False)
        self.line.setText(summary)
        self._show_table()

    def show_progress(self, done: int, total: int) -> None:
        """Say how many pages have been read."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self._set_busy(busy=True)
        self.line.setText(self.tr("正在读各版的校改……"))

    def show_stopped(self) -> None:
        """Say that not all was read."""
        self._set_busy(busy=False)
        self.line.setText(self.tr("没有读完，数字是上一次的"))

    def show_problem(self, said: str) -> None:
        """Say what went wrong."""
        self._set_busy(busy=False)
        self.line.setText(said)

    def _set_views_up(self) -> None:
        self.names.setFrameShape(QFrame.Shape.NoFrame)
        self.names.setFixedWidth(round(font_em(self.font()) * 15))
        self.names.setAccessibleName(self.tr("各表"))
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.windowTitle())
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setSortingEnabled(True)
        heads = self.view.horizontalHeader()
        heads.setSortIndicatorClearable(False)
        heads.setSectionsClickable(True)

    def _lay_out(self) -> None:
        tables = QHBoxLayout()
        tables.setSpacing(12)
        tables.addWidget(self.names)
        tables.addWidget(self.view, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.line, 1)
        foot.addWidget(self.bar)
        for push in (self.stop, self.refresh, self.copy, self.keep_csv, self.keep_html, self.close_):
            push.setAutoDefault(False)
            foot.addWidget(push)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addLayout(tables, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.names.currentRowChanged.connect(self._show_table)
        self.stop.clicked.connect(self.stop_requested)
        self.refresh.clicked.connect(self.refresh_requested)
        self.copy.clicked.connect(self._copy)
        self.keep_csv.clicked.connect(self._keep_csv)
        self.keep_html.clicked.connect(self.html_requested)
        self.close_.clicked.connect(self.close)
        self.view.doubleClicked.connect(self._choose)
        keys: dict[str, Callable[[], None]] = {
            "Ctrl+C": self._copy,
            "F5": self.refresh_requested.emit,
            "Return": self._choose,
        }
        Keys(self.view, keys)

    def _set_busy(self, *, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.stop.setVisible(busy)
        self.refresh.setVisible(not busy)
        for push in (self.copy, self.keep_csv, self.keep_html):
            push.setEnabled(bool(self._tables))

    def _show_table(self) -> None:
        table = self.table
        heads = self.view.horizontalHeader()
        # The order of a new table is its own until somebody asks for another.
        heads.setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        self.model.show_table(table)
        for column in range(self.model.columnCount()):
            mode = QHeaderView.ResizeMode.ResizeToContents
            heads.setSectionResizeMode(column, mode)
        words = [column for column in range(self.model.columnCount()) if not self.model.is_numeric(column)]
        if words:
            heads.setSectionResizeMode(words[-1], QHeaderView.ResizeMode.Stretch)

    def _copy(self) -> None:
        """Put the chosen rows, or all of them, on the clipboard, with the heads."""
        chosen = sorted({index.row() for index in self.view.selectionModel().selectedRows()})
        rows = chosen or range(self.model.rowCount())
        heads = "\t".join(
            str(self.model.headerData(column, Qt.Orientation.Horizontal))
            for column in range(self.model.columnCount())
        )
        QGuiApplication.clipboard().setText("\n".join([heads, *map(self.model.line, rows)]))

    def _choose(self) -> None:
        row = self.view.currentIndex().row()
        if self.table is not None and row >= 0:
            self.row_chosen.emit(self.table, self.model.source(row))

    def _keep_csv(self) -> None:
        if self.table is not None:
            self.csv_requested.emit(self.table)
