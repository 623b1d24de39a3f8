"""Keeping every pane as new as the page: each signal of the desk refreshes just what it is about."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from core.document.counting import error_rate
from core.document.difference import Difference
from core.project.project import Project
from core.store.rows import PageRecord
from core.text.edit import Edits
from core.text.lines import Lines
from core.text.script import script_of
from gui.desk.desk import Desk
from gui.desk.mirror import PageMirror
from gui.desk.standing import Standing
from gui.editor.rows import gutter_rows
from gui.panels.difference_model import difference_rows
from gui.panels.history_model import Deliver, HistoryRow
from gui.window.findings_lists import FindingsLists
from gui.window.page_pane import PagePane
from gui.window.panes import Panes
from gui.window.rows import history_row, page_row
from gui.window.status import StatusBar
from gui.window.suspects import Suspects
from gui.window.tree_memory import TreeMemory
from gui.window.vocabulary import Vocabulary

AFTER_TYPING = 150
"""How long after a key the tree and the head show the new text (milliseconds); the gutter follows at once."""


class Showing(QObject):
    """The panes on one side, the desk on the other."""

    def __init__(
        self,
        desk: Desk,
        page: PagePane,
        panes: Panes,
        status: StatusBar,
        suspects: Suspects,
        words: Vocabulary,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = page
        self._panes = panes
        self._status = status
        self._suspects = suspects
        self._words = words
        self.findings = FindingsLists(desk, panes.findings, suspects, words, page.editor, self)
        self._names: dict[int, str] = {}
        self._lines: Lines | None = None
        self._detectors_loaded = False
        """Loading them takes a third of a second, for which the text of the first page does not wait."""
        self._later = QTimer(self, singleShot=True, interval=AFTER_TYPING)
        self._later.timeout.connect(self._catch_up)
        self._connect()
        TreeMemory(desk, panes.articles, self)

    def _connect(self) -> None:
        desk, editor = self._desk, self._page.editor
        desk.pages_listed.connect(self._list_pages)
        desk.page_updated.connect(self._update_page)
        desk.page_shown.connect(self._show_page)
        desk.edits_came.connect(editor.apply_edits)
        desk.articles_found.connect(self._arrange)
        desk.articles_changed.connect(self._rearranged)
        desk.stepped.connect(self._stepped)
        desk.checking.judged.connect(self._judged)
        desk.checking.compared.connect(self._compared)
        desk.opened.connect(lambda _path: self._panes.history.set_loader(self._load_history))
        editor.shifted.connect(self._shifted)
        editor.caret_moved.connect(self._follow_caret)
        self._suspects.current_changed.connect(self._follow_suspect)

    # Pages

    def _list_pages(self, records: list[PageRecord]) -> None:
        self._names = {record.id: record.name for record in records}
        self._panes.pages.set_rows([page_row(record) for record in records])
        if self._desk.record is not None:
            self._panes.pages.select_page(self._desk.record.id)
        if not records:
            self._page.show_empty(self.tr("工程里还没有版面。用 Ctrl+I 导入，或把文件拖进来。"))
            self._panes.clear()
            self._status.clear_page()

    def _update_page(self, record: PageRecord) -> None:
        self._panes.pages.update_row(page_row(record))

    def _show_page(self) -> None:
        mirror, record = self._desk.mirror, self._desk.record
        if mirror is None or record is None:
            return
        self._lines = None
        self._page.show_page(record.name, mirror.text, script_of(mirror.text))
        self._panes.pages.select_page(mirror.page)
        if mirror.arranged:
            self._arrange()
        else:
            self._panes.articles.leave_page()
            self._follow_caret()
        if mirror.checked and self._detectors_loaded:
            # Findings that are there already are painted with the text: one painting instead of two.
            self._judged()
        else:
            QTimer.singleShot(0, self, self._judged)

    def _arrange(self) -> None:
        """Show the articles of a page that is shown now, or was shown before they were found."""
        mirror = self._desk.mirror
        if mirror is not None:
            self._page.editor.set_rows(gutter_rows(mirror.layout))
            self._panes.articles.show_page(
                self._desk.linked_layout, mirror.text, mirror.findings_by_article(), page=mirror.page
            )
            self._follow_caret()

    # What changes on a page

    def _shifted(self, _edits: Edits) -> None:
        self._lines = None
        self._later.start()
        if self._desk.mirror is not None:
            self._status.show_left(self._desk.mirror)

    def _catch_up(self) -> None:
        mirror = self._desk.mirror
        if mirror is not None:
            self._page.describe(len(mirror.text), script_of(mirror.text))
        self._show_articles()

    def _rearranged(self) -> None:
        mirror = self._desk.mirror
        if mirror is not None:
            self._page.editor.set_rows(gutter_rows(mirror.layout))
            self._show_articles()
            self._desk.checking.changed()

    def _show_articles(self) -> None:
        mirror = self._desk.mirror
        if mirror is not None and mirror.arranged:
            self._show_tree(mirror)
            self._follow_caret()

    def _show_tree(self, mirror: PageMirror) -> None:
        layout = self._desk.linked_layout
        self._panes.articles.show_page(layout, mirror.text, mirror.findings_by_article())

    def _judged(self) -> None:
        mirror = self._desk.mirror
        if mirror is None:
            return
        self._suspects.show_marks()
        self.findings.show()
        self._detectors_loaded = True
        self._follow_suspect(self._suspects.current)
        self._follow_list()
        if mirror.arranged:
            self._show_tree(mirror)
        self._status.show_left(mirror)

    def _follow_suspect(self, number: int | None) -> None:
        """Mark the suspect in the list; where there is none any more, the list stays where it is."""
        mirror = self._desk.mirror
        if number is not None and mirror is not None:
            self._panes.findings.select_finding((mirror.page, number))

    def _follow_list(self) -> None:
        """Show the suspect that the list stands at, now that the one before it is settled."""
        findings = self._panes.findings
        line = findings.view.currentIndex().row()
        if self._suspects.current is None and findings.view.hasFocus() and line >= 0:
            self.findings.follow(findings.model.row_at(line).key)

    def _compared(self, found: list[Difference]) -> None:
        mirror = self._desk.mirror
        if mirror is not None:
            self._panes.difference.set_rows(difference_rows(found, mirror.text))
            self._panes.set_count(self._panes.difference, len(found))
            rate = error_rate(found, mirror.layout, len(self._desk.raw))
            self._status.show_rate(found, rate)

    def _follow_caret(self) -> None:
        mirror, editor = self._desk.mirror, self._page.editor
        if mirror is None:
            return
        if self._lines is None:
            self._lines = Lines(editor.text)
        caret = editor.caret
        line = self._lines.number_at(caret)
        span = self._lines.span(line)
        self._status.show_place(line + 1, caret - span.start + 1)
        if not self._later.isActive():
            pieces = mirror.layout.pieces_in(span)
            self._panes.articles.select_piece(pieces[0] if pieces else None)

    # History

    def _stepped(self, standing: Standing) -> None:
        self._status.show_saved(standing.last_step)
        self._panes.history.refresh(standing.last_step)

    def _load_history(self, before: int | None, limit: int, deliver: Deliver) -> None:
        def read(project: Project) -> list[HistoryRow]:
            done = project.done_steps()
            # What was removed is told of too: the history is where it is brought back.
            names = self._names | {record.id: record.name for record in project.removed_pages()}
            return [
                history_row(
                    step,
                    names,
                    self._words,
                    undone=step.undoable and step.kind not in ("undo", "redo") and step.id not in done,
                )
                for step in project.steps(before=before, limit=limit)
            ]

        self._desk.ask(read, deliver)
