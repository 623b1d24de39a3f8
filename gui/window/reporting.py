"""Figures of a project: read page by page while the editor works on, shown in a window of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from core.commands.grounds import ground_name
from core.errors import JiaochouError
from core.exporters.exporter import ExportFile
from core.exporters.names import safe_name
from core.exporters.writing import write_export
from core.glossary.pair import Pair
from core.messages import message
from core.project.project import Project
from core.reports.figures import PageFigures
from core.reports.report import Report, report_of
from core.reports.tables import Table, tables
from core.reports.writing import csv_of, html_of
from gui.desk.desk import Desk
from gui.window.report_dialog import ReportDialog
from gui.window.vocabulary import Vocabulary

AT_ONCE = 0.03
"""So long the store reads pages before it looks whether somebody has typed meanwhile (seconds)."""


class Reporting(QObject):
    """The action that shows figures. One reading at a time; a newer one takes the place of the older."""

    failed = Signal(object)
    """Something a person must know of: Message."""
    told = Signal(object)
    """A sentence for the status bar: Message."""

    search_wanted = Signal(object)
    """Look for the wrong form of a pair on all pages: Pair."""

    def __init__(self, desk: Desk, words: Vocabulary, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._words = words
        self._window = window
        self._dialog: ReportDialog | None = None
        self._round = 0
        self._tables: Sequence[Table] = ()
        self._pages: Sequence[int] = ()
        desk.opened.connect(self._close)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the action does."""
        return {"statistics": self.open}

    def open(self) -> None:
        """Show the window, and read the figures."""
        if self._desk.path is None:
            return
        dialog = self._shown()
        if dialog is None:
            dialog = self._dialog = ReportDialog(self._words.catalogue, self._window)
            dialog.refresh_requested.connect(self._read)
            dialog.stop_requested.connect(self._stop)
            dialog.csv_requested.connect(self._keep_csv)
            dialog.html_requested.connect(self._keep_html)
            dialog.row_chosen.connect(self._show_row)
            dialog.finished.connect(self._leave)
        dialog.show()
        dialog.activateWindow()
        self._read()

    def _shown(self) -> ReportDialog | None:
        return self._dialog if self._dialog is not None and isValid(self._dialog) else None

    def _close(self) -> None:
        dialog = self._shown()
        if dialog is not None:
            dialog.close()

    def _leave(self) -> None:
        self._round += 1
        self._dialog = None

    def _stop(self) -> None:
        self._round += 1
        dialog = self._shown()
        if dialog is not None:
            dialog.show_stopped()

    def _read(self) -> None:
        self._round += 1
        this = self._round
        found: list[PageFigures] = []

        def begin(pages: list[int]) -> None:
            self._read_on(this, pages, found)

        self._desk.ask(_pages, begin, partial(self._give_up, this))

    def _read_on(self, this: int, pages: list[int], found: list[PageFigures]) -> None:
        """Read some more pages; so many as there is time for before what was typed meanwhile is written."""
        dialog = self._shown()
        if this != self._round or dialog is None:
            return
        dialog.show_progress(len(found), len(pages))
        if len(found) == len(pages):
            ground = partial(ground_name, title_of=self._words.title)

            def count() -> tuple[Report, tuple[Table, ...]]:
                report = report_of(found)
                return report, tables(report, ground)

            self._pages = pages
            self._desk.workers.run(count, partial(self._show, this), partial(self._give_up, this))
            return

        def done(more: list[PageFigures]) -> None:
            found.extend(more)
            self._read_on(this, pages, found)

        self._desk.ask(partial(_some, pages=pages[len(found) :]), done, partial(self._give_up, this))

    def _show(self, this: int, made: tuple[Report, tuple[Table, ...]]) -> None:
        dialog = self._shown()
        if this != self._round or dialog is None:
            return
        report, self._tables = made
        summary = message(
            "{pages} 版，{characters} 字，{corrections} 处校改，差错率 {rate} / 万",
            pages=len(report.pages),
            characters=report.characters,
            corrections=report.errors,
            rate=round(report.rate, 2),
        )
        dialog.show_tables(self._tables, self._words.text(summary))

    def _show_row(self, table: Table, number: int) -> None:
        """Turn to the page of a row, or look for its wrong form on all pages."""
        if table.name == "pages":
            self._desk.show_page(self._pages[number])
        elif table.name == "pairs":
            wrong, right, *_ = table.rows[number]
            if isinstance(wrong, str) and isinstance(right, str) and wrong.strip():
                self.search_wanted.emit(Pair(wrong, right))

    def _give_up(self, this: int, error: JiaochouError) -> None:
        dialog = self._shown()
        if this == self._round and dialog is not None:
            dialog.show_problem(self._words.text(error.spoken))

    def _keep_csv(self, table: Table) -> None:
        name = safe_name(f"{self._name}-{self._words.text(table.title)}.csv")
        self._keep(name, self.tr("CSV 表格 (*.csv)"), partial(csv_of, table, self._words.text))

    def _keep_html(self) -> None:
        language = self._words.catalogue.language.replace("_", "-")
        name = safe_name(f"{self._name}-{self.tr('统计')}.html")
        make = partial(html_of, self._name, self._tables, self._words.text, language)
        self._keep(name, self.tr("网页 (*.html)"), make)

    @property
    def _name(self) -> str:
        return "" if self._desk.path is None else self._desk.path.stem

    def _keep(self, name: str, kinds: str, make: Callable[[], bytes]) -> None:
        parent = self._shown() or self._window
        chosen, _ = QFileDialog.getSaveFileName(parent, self.tr("存统计"), name, kinds)
        if not chosen:
            return
        path = Path(chosen)

        def done(_paths: list[Path]) -> None:
            self.told.emit(message("已存到 {file}", file=chosen))

        def write() -> list[Path]:
            # The system has asked before whether to replace a file of that name.
            return write_export([ExportFile(path.name, [make()])], path.parent, overwrite=True)

        self._desk.workers.run(write, done, lambda error: self.failed.emit(error.spoken))


def _pages(project: Project) -> list[int]:
    project.close_burst()
    return [record.id for record in project.pages()]


def _some(project: Project, pages: Sequence[int]) -> list[PageFigures]:
    """Return the figures of the first of `pages`, at least of one."""
    end = monotonic() + AT_ONCE
    found = []
    for page in pages:
        found.append(project.page_figures(page))
        if monotonic() > end:
            break
    return found
