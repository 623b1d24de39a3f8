"""The list of pages at the left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui.panels.empty_state import OrEmpty
from gui.panels.folded import FoldedTable
from gui.panels.header import PaneHeader
from gui.panels.keys import Keys
from gui.panels.pages_model import PageId, PageRow, PagesModel
from gui.panels.painting import RIGHT, draw_chevron, draw_line, font_em, row_ground, scaled
from gui.panels.typed_search import TypedSearch, find_from
from gui.panels.views import Index, cell_margin
from gui.theme import Theme

SelectionFlag = QItemSelectionModel.SelectionFlag

CHOOSE_AFTER = 140
"""Milliseconds the arrow keys must rest before a page is loaded: holding one down passes over pages."""


class PageDelegate(QStyledItemDelegate):
    """Paints a page: how far it is, its name, and at the right its round or its suspects."""

    def __init__(self, theme: Theme, model: PagesModel, view: FoldedTable) -> None:
        super().__init__(view)
        self.theme = theme
        self._model = model
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a whole row, heading or page."""
        painter.save()
        page = self._model.page_at(index.row())
        current = self._view.currentIndex().row() == index.row() and self._view.hasFocus()
        hovered = self._view.hovered_row == index.row() or (page is None and current)
        painter.fillRect(option.rect, row_ground(self.theme, option, hovered=hovered))
        painter.setFont(option.font)
        margin = cell_margin(self._view)
        inner = option.rect.adjusted(margin, 0, -margin, 0)
        if page is None:
            # A heading stands nearer to the pages below it than to those above.
            self._paint_heading(painter, inner.adjusted(0, 4, 0, 0), index.row(), hovered=hovered)
        else:
            self._paint_page(painter, inner, page)
        painter.restore()

    def _paint_heading(self, painter: QPainter, inner: QRect, line: int, *, hovered: bool) -> None:
        group, _ = self._model.fold.at(line)
        opened = self._model.fold.opened(group)
        em = font_em(self._view.font())
        painter.setFont(scaled(painter.font(), 0.92))
        right = inner.right()
        if hovered or not opened:
            center = QPointF(inner.right() - em * 0.3, inner.center().y() + 1)
            draw_chevron(painter, center, em * 0.55, self.theme.color("text-faint"), opened=opened)
            right -= round(em)
            if not opened:
                box = QRect(inner.left(), inner.top(), right - inner.left(), inner.height())
                count = str(self._model.fold.size(group))
                right -= draw_line(painter, box, count, self.theme.color("text-faint"), RIGHT) + round(em / 2)
        box = QRect(inner.left(), inner.top(), right - inner.left(), inner.height())
        draw_line(painter, box, self._model.heading_at(line), self.theme.color("text-muted"))

    def _paint_page(self, painter: QPainter, inner: QRect, page: PageRow) -> None:
        em = font_em(self._view.font())
        dot = QRectF(0, 0, em * 0.56, em * 0.56)
        dot.moveCenter(QPointF(inner.left() + em * 0.3, inner.center().y() + 1))
        self._paint_dot(painter, dot, page)
        name_left = inner.left() + round(em * 1.05)
        font = painter.font()
        painter.setFont(scaled(font, 0.86))
        note = self._model.note_of(page)
        note_box = QRect(name_left, inner.top(), inner.right() - name_left, inner.height())
        note_color = self.theme.color("error" if page.problem is not None else "text-muted")
        room = round(note_box.width() * 0.5)
        note_box.setLeft(max(name_left, note_box.right() - room))
        taken = draw_line(painter, note_box, note, note_color, RIGHT)
        painter.setFont(font)
        right = inner.right() - taken - (round(em * 0.6) if taken else 0)
        name_box = QRect(name_left, inner.top(), right - name_left, inner.height())
        draw_line(painter, name_box, page.name, self.theme.color("text"))

    def _paint_dot(self, painter: QPainter, dot: QRectF, page: PageRow) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if page.problem is not None or page.round:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.color("error" if page.problem is not None else "ok"))
            painter.drawEllipse(dot)
            return
        pen = painter.pen()
        pen.setColor(self.theme.color("warning" if page.in_work else "text-faint"))
        pen.setWidthF(max(1.4, dot.width() / 5))
        painter.setPen(pen)
        inset = pen.widthF() / 2
        ring = dot.adjusted(inset, inset, -inset, -inset)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        if page.in_work:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.color("warning"))
            painter.drawPie(ring, 90 * 16, 180 * 16)


class PagesPanel(QWidget):
    """The pages of the project, with their state, and the choice of one."""

    page_chosen = Signal(object)
    """The editor wants this page (its id)."""
    remove_requested = Signal()
    """The pages that are selected are to be removed."""
    menu_wanted = Signal(QPoint)
    """A menu about the pages that are selected is wanted at this place of the screen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header = PaneHeader(theme, self.tr("版面"))
        self._model = PagesModel(self)
        self._view = FoldedTable(2.0, whole_heading=True)
        self._view.setModel(self._model)
        self._view.horizontalHeader().hide()
        self._view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._view.setAccessibleName(self.tr("版面"))
        self._delegate = PageDelegate(theme, self._model, self._view)
        self._view.setItemDelegate(self._delegate)
        self._body = OrEmpty(theme, self._view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._body)
        self.setFocusProxy(self._view)
        self._shown: PageId | None = None
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(CHOOSE_AFTER)
        self._connect(theme)
        self.set_rows(())

    def _connect(self, theme: Theme) -> None:
        self._clock.timeout.connect(self._choose_current)
        self._view.clicked.connect(self._choose_current)
        self._view.selectionModel().currentChanged.connect(self._choose_soon)
        self._search = TypedSearch(self._view, theme)
        self._search.watch_model()
        self._search.wanted.connect(self._find)
        Keys(self._view, {"Return": self._enter, "Del": self._request_removal})
        self._view.customContextMenuRequested.connect(self._want_menu)

    @property
    def model(self) -> PagesModel:
        """The pages as they are shown."""
        return self._model

    @property
    def view(self) -> FoldedTable:
        """The list itself."""
        return self._view

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._delegate.theme = theme
        for part in (self._header, self._body, self._search):
            part.set_theme(theme)
        self._view.viewport().update()

    def set_rows(self, rows: Sequence[PageRow]) -> None:
        """Show these pages; the page that was shown stays marked, and those that were selected selected."""
        selected = self.selected_pages()
        self._model.set_rows(rows)
        self._count()
        if rows:
            self._body.show_view()
        else:
            self._body.show_sentence(self.tr("工程里还没有版面"))
        self._mark(self._shown)
        kept = [page for page in selected if self._model.place_of(page) is not None]
        if len(kept) > 1:
            self._select(kept)

    def update_row(self, row: PageRow) -> None:
        """Show how one page stands now."""
        signed = self._model.signed
        self._model.update_row(row)
        if signed != self._model.signed:
            self._count()

    def select_page(self, page: PageId | None) -> None:
        """Mark the page that is shown now; nothing is emitted."""
        self._shown = page
        self._mark(page)

    def selected_pages(self) -> list[PageId]:
        """Return the pages that are selected, in their order; those in folded groups never are."""
        rows = sorted(index.row() for index in self._view.selectionModel().selectedRows())
        return [page.page_id for page in map(self._model.page_at, rows) if page is not None]

    def _select(self, pages: Sequence[PageId]) -> None:
        """Select the rows of `pages`, so far as they are in sight; the current row stays."""
        chosen = QItemSelection()
        for group, member in filter(None, map(self._model.place_of, pages)):
            if self._model.fold.opened(group):
                row = self._model.index(self._model.fold.line_of(group, member), 0)
                chosen.select(row, row)
        self._view.selectionModel().select(chosen, SelectionFlag.ClearAndSelect)

    def _request_removal(self) -> None:
        if self.selected_pages():
            self.remove_requested.emit()

    def _want_menu(self, place: QPoint) -> None:
        if self.selected_pages():
            self.menu_wanted.emit(self._view.viewport().mapToGlobal(place))

    def _count(self) -> None:
        total = self._model.count
        self._header.set_note(self.tr("{0} / {1} 签样").format(self._model.signed, total) if total else "")

    def _mark(self, page: PageId | None) -> None:
        place = None if page is None else self._model.place_of(page)
        if place is None:
            self._view.selectionModel().setCurrentIndex(QModelIndex(), SelectionFlag.Clear)
        else:
            row = self._row_in_sight(place)
            # To make it current once more would give up what is selected together with it.
            if self._view.currentIndex() != row or not self._view.selectionModel().isSelected(row):
                self._go_to(row)
        self._clock.stop()

    def _row_in_sight(self, place: tuple[int, int]) -> QModelIndex:
        """Return the row of a page by its group and member, its group opened."""
        self._model.set_opened(place[0], True)
        return self._model.index(self._model.fold.line_of(*place), 0)

    def _go_to(self, row: QModelIndex) -> None:
        """Make a row current and the only one selected, whichever of Ctrl and Shift is held."""
        self._view.selectionModel().setCurrentIndex(row, SelectionFlag.ClearAndSelect)
        self._view.scrollTo(row)

    def _current_page(self) -> PageRow | None:
        row = self._view.currentIndex().row()
        return None if row < 0 else self._model.page_at(row)

    def _choose_current(self) -> None:
        self._clock.stop()
        page = self._current_page()
        if page is not None and page.page_id != self._shown:
            self._shown = page.page_id
            self.page_chosen.emit(page.page_id)

    def _choose_soon(self) -> None:
        if not self._view.undecided:
            self._clock.start()

    def _enter(self) -> None:
        row = self._view.currentIndex().row()
        if row >= 0 and self._current_page() is None:
            group, _ = self._model.fold.at(row)
            self._model.set_opened(group, not self._model.fold.opened(group))
        self._choose_current()

    def _find(self, typed: str) -> None:
        pages = self._model.all_pages()
        current = self._current_page()
        start = 0 if current is None else pages.index(current)
        wanted = typed.casefold()
        found = find_from(len(pages), start, lambda at: wanted in pages[at].name.casefold())
        if found is None:
            found = find_from(len(pages), start, lambda at: wanted in pages[at].group.casefold())
        place = None if found is None else self._model.place_of(pages[found].page_id)
        if place is not None:
            self._go_to(self._row_in_sight(place))
