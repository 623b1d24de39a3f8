"""The concordance: what is looked for, every place of it under the other, and what to put there instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QVBoxLayout, QWidget

from core.project.concordance import Sorting, arranged
from core.project.hits import Hit, Hits, PageHits
from gui.panels.concordance_bars import CorrectBar, Question, SearchBar
from gui.panels.concordance_delegate import ConcordanceDelegate
from gui.panels.concordance_model import Column, ConcordanceModel
from gui.panels.empty_state import OrEmpty
from gui.panels.keys import Keys, UndoBeyond
from gui.panels.painting import font_em, scaled
from gui.panels.views import Index, RowTable
from gui.theme import Theme

SOON = 60
"""How long after a change places are sorted and filtered again (milliseconds)."""

WIDEST_NAME = 15
"""The column of pages is as wide as so many characters at the most."""

WIDEST = 14
"""The column of what was found is as wide as so many characters at the most."""

Run = Callable[[Callable[[], list[int]], Callable[[list[int]], None]], None]
"""Runs something beside the window and hands on what comes of it."""


class ConcordancePanel(QWidget):
    """Says what shall be looked for and corrected, and shows places; it never searches by itself."""

    search_requested = Signal(object)
    """Look for this, which may be nothing: Question."""
    stop_requested = Signal()
    """Stop looking."""
    place_chosen = Signal(object)
    """The editor wants to see this place: Hit."""
    correct_requested = Signal(object, str)
    """Put the text in the place of these: a list of Hit."""
    closed = Signal()
    """The editor wants to go back to the text."""

    def __init__(self, theme: Theme, text_font: QFont, run: Run, parent: QWidget | None = None) -> None:
        """`text_font` is the face of page text; `run` takes work to a worker."""
        super().__init__(parent)
        self._run = run
        self._order_wanted = 0
        self._hint = ""
        self._going = False
        self._asked: Question | None = None
        self._model = ConcordanceModel(self)
        self._view = RowTable(2.0)
        self._view.setModel(self._model)
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._view.setAccessibleName(self.tr("语境索引"))
        self._delegate = ConcordanceDelegate(theme, self._model, self._view)
        self._view.setItemDelegate(self._delegate)
        self._body = OrEmpty(theme, self._view)
        self.search_bar = SearchBar()
        self.correct_bar = CorrectBar()
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._arrange)
        self._lay_out()
        self.set_text_font(text_font)
        self.setFocusProxy(self.search_bar.query_line)
        self._connect()
        self.say("")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.search_bar)
        column.addWidget(self._body, 1)
        column.addWidget(self.correct_bar)
        heads = self._view.horizontalHeader()
        heads.hide()
        heads.setMinimumSectionSize(16)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for section in (Column.BEFORE, Column.AFTER):
            heads.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
        em = font_em(self.font())
        for section, width in {Column.TICK: 2.6, Column.PAGE: 10.0, Column.LINE: 4.5}.items():
            heads.resizeSection(section, round(em * width))

    def _connect(self) -> None:
        search, correct, keys = (
            self.search_bar,
            self.correct_bar,
            {"Esc": self._leave, "Ctrl+Return": self.correct},
        )
        search.asked.connect(self._ask_anew)
        search.arranged.connect(self._arrange)
        search.stop_requested.connect(self.stop_requested)
        correct.all_ticked.connect(self._tick_all)
        correct.correct_requested.connect(self.correct)
        for line in (search.query_line, search.around_line, correct.line):
            UndoBeyond(line)
            Keys(line, {**keys, "Return": self._to_places, "Down": self._to_places})
        for widget in (search.exact, search.pattern, search.sorting, correct.all, correct.button):
            Keys(widget, keys)
        Keys(self._view, {**keys, "Return": self._choose, "Space": self._turn_ticks})
        self._view.doubleClicked.connect(self._choose)
        self._view.clicked.connect(self._clicked)
        for signal in (self._model.modelReset, self._model.rowsInserted, self._model.dataChanged):
            signal.connect(self._count)
        self._view.selectionModel().currentChanged.connect(self._count)

    # What the window says

    @property
    def model(self) -> ConcordanceModel:
        """The places as they are shown."""
        return self._model

    @property
    def view(self) -> RowTable:
        """The table itself."""
        return self._view

    @property
    def query_line(self) -> QLineEdit:
        """Where it stands what is looked for."""
        return self.search_bar.query_line

    @property
    def sentence(self) -> str | None:
        """What is said in the place of the table, None while it is shown."""
        return self._body.sentence()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._delegate.theme = theme
        self._body.set_theme(theme)
        self._view.viewport().update()

    def set_text_font(self, font: QFont) -> None:
        """Show page text in the face of `font`, a little larger than the interface."""
        face = scaled(self.font(), 1.08)
        face.setFamilies(font.families())
        self._delegate.text_font = face
        self._fit_hits()
        self._view.viewport().update()

    def set_pages(self, names: Mapping[int, str]) -> None:
        """Say how pages are called, in their order."""
        self._model.set_pages(names)
        em, longest = font_em(self.font()), max(names.values(), key=len, default="")
        width = QFontMetrics(self.font()).horizontalAdvance(longest) + em * 2
        self._view.horizontalHeader().resizeSection(Column.PAGE, round(min(width, em * WIDEST_NAME)))

    def open(self, wanted: str = "", instead: str = "") -> None:
        """Look for `wanted` ("": for what was looked for last) and offer to put `instead` in its place.

        What is looked for already is not looked for again: its ticks stay.
        """
        if wanted and wanted != self.search_bar.query:
            # What was put in the place of something else is not meant here.
            self.search_bar.set_query(wanted)
            self.correct_bar.line.setText(instead)
        self._ask_anew()

    def open_exactly(self, wanted: str, instead: str) -> None:
        """Look for `wanted` in this very form, also where it is looked for already."""
        self.search_bar.set_query(wanted, exact=True)
        self.correct_bar.line.setText(instead)
        self.ask()
        self._to_places()

    def begin(self) -> None:
        """Show the places of something else: none so far."""
        self._model.clear()
        self._fit_hits()

    def add(self, hits: Hits, ticked: Iterable[int]) -> None:
        """Show further places behind those that are shown, those numbered `ticked` as ticked."""
        self._model.append(hits, ticked)
        if self._is_arranged:
            self._soon.start()
        self._show_body()
        if self._going and self.query_line.hasFocus():
            self._to_places()

    def replace(self, pages: Mapping[int, PageHits]) -> int:
        """Show other places on some pages; return how many that were ticked are gone."""
        with self._staying():
            lost = self._model.replace(pages)
        if self._is_arranged:
            self._arrange()
        self._show_body()
        return lost

    def say(self, hint: str) -> None:
        """Say why there is nothing, for when there is nothing."""
        self._hint = hint
        self._show_body()

    def end_correction(self) -> None:
        """Say that the chosen places were corrected: none is ticked any more, the next one is at hand."""
        self._model.forget_ticks()
        # What was typed is done with: the next undo is about the correction.
        self.correct_bar.line.setText(self.correct_bar.line.text())
        if self.correct_bar.line.hasFocus() or self.correct_bar.button.hasFocus():
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_progress(self, searched: int, total: int) -> None:
        """Say how far the search is."""
        self.search_bar.show_progress(searched, total)

    def end_progress(self, note: str = "") -> None:
        """Say that the search is over; `note` says how, where it did not see all."""
        self.search_bar.end_progress(note)
        self._count()

    # What the editor does

    def chosen(self) -> list[Hit]:
        """Return the places that are ticked; where none is, the current one."""
        row = self._view.currentIndex().row()
        return self._model.ticked or ([self._model.hit_at(row)] if row >= 0 else [])

    def correct(self) -> None:
        """Ask for the chosen places to be corrected."""
        self.correct_requested.emit(self.chosen(), self.correct_bar.line.text())

    def forget_question(self) -> None:
        """Let the same be asked for again: it was not answered."""
        self._asked = None

    def _ask_anew(self) -> None:
        if self._asked != self.search_bar.question:
            self.ask()

    def ask(self) -> None:
        """Ask for what stands in the bar to be looked for, from the beginning."""
        self._asked = self.search_bar.question
        self.search_requested.emit(self._asked)

    def _leave(self) -> None:
        if self.search_bar.busy:
            self.stop_requested.emit()
        else:
            self.closed.emit()

    def _to_places(self) -> None:
        """Go to the places; where they are still being looked for, as soon as there are any."""
        self.search_bar.ask_now()
        if self._model.rowCount():
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self._view.currentIndex().isValid():
                self._view.setCurrentIndex(self._model.index(0, 0))
        self._going = self.search_bar.busy and not self._model.rowCount()

    def _choose(self) -> None:
        row = self._view.currentIndex().row()
        if row >= 0:
            self.place_chosen.emit(self._model.hit_at(row))

    def _clicked(self, index: Index) -> None:
        if index.column() == Column.TICK:
            self._model.tick([index.row()], not self._model.is_ticked(index.row()))

    def _turn_ticks(self) -> None:
        """Tick the chosen rows; where all of them are ticked, tick them no more."""
        rows = sorted({index.row() for index in self._view.selectionModel().selectedRows()})
        if rows:
            self._model.tick(rows, not all(map(self._model.is_ticked, rows)))

    def _tick_all(self, ticked: bool) -> None:  # a Qt slot
        self._model.tick_all(ticked)

    # What is shown

    @property
    def _is_arranged(self) -> bool:
        return self.search_bar.sorting.value is not Sorting.PAGE or bool(self.search_bar.around)

    def _arrange(self) -> None:
        """Sort and filter beside the window; until that is done the rows stay as they are."""
        self._order_wanted += 1
        if not self._is_arranged:
            self._take_order(None)
            return
        wanted, edition = self._order_wanted, self._model.edition
        hits = self._model.hits
        sorting, around = self.search_bar.sorting.value, self.search_bar.around

        def done(order: list[int]) -> None:
            if (wanted, edition) == (self._order_wanted, self._model.edition):
                self._take_order(order)

        self._run(lambda: arranged(hits, sorting, around), done)

    def _take_order(self, order: list[int] | None) -> None:
        with self._staying():
            self._model.arrange(order)
        self._show_body()

    @contextmanager
    def _staying(self) -> Iterator[None]:
        """Come back to the place that was the current one, else to the row it stood on."""
        row = self._view.currentIndex().row()
        hit = self._model.hit_at(row) if row >= 0 else None
        offset = self._view.verticalScrollBar().value()
        yield
        if hit is None:
            return
        self._view.verticalScrollBar().setValue(offset)
        same = self._model.row_of(hit.page, hit.start)
        last = self._model.rowCount() - 1
        chosen = self._model.index(same if same is not None else min(row, last), 0)
        flags = QItemSelectionModel.SelectionFlag
        self._view.selectionModel().setCurrentIndex(
            chosen if last >= 0 else QModelIndex(), flags.ClearAndSelect | flags.Rows
        )

    def _show_body(self) -> None:
        self._fit_hits()
        self._count()
        if self._model.rowCount():
            self._body.show_view()
            return
        if self._view.hasFocus():
            # Qt would look for another place by itself, and nobody knows where it ends up.
            self.correct_bar.line.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._model.hits and self.search_bar.around:
            words = self.tr("{0} 处里，没有一处的上下文有“{1}”")
            self._body.show_sentence(words.format(f"{len(self._model.hits):,}", self.search_bar.around))
        else:
            self._body.show_sentence(self._hint)

    def _count(self) -> None:
        model = self._model
        self.search_bar.show_count(len(model.hits), model.page_count, model.rowCount())
        current = self._view.currentIndex().isValid()
        self.correct_bar.show_count(model.rowCount(), model.ticked_shown(), model.tick_count, current=current)

    def _fit_hits(self) -> None:
        """Make the column of what was found as wide as the characters looked for."""
        font = QFont(self._delegate.text_font)
        font.setWeight(QFont.Weight.DemiBold)
        reading = self._model.hits[0].reading if self._model.hits else ""
        em = font_em(font)
        width = min(QFontMetrics(font).horizontalAdvance(reading) + em * 0.5, em * WIDEST)
        self._view.horizontalHeader().resizeSection(Column.HIT, round(max(width, em * 1.5)))
