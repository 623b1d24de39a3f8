"""The list of articles and pieces: folding, choosing several, and dragging them to another place."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractItemView

from gui.panels.articles_drop import Between, Drop, drop_at
from gui.panels.articles_model import ArticlesModel, Nodes
from gui.panels.articles_shown import FURNITURE
from gui.panels.folded import FoldedTable
from gui.panels.painting import draw_line, font_em, scaled
from gui.panels.views import cell_margin
from gui.theme import Theme

CARRIED = "application/x-jiaochou-nodes"
"""What a drag carries; nothing but this list takes it."""

OPENS_AFTER = 700
"""Milliseconds over a folded article until it opens under the drag."""


class ArticlesView(FoldedTable):
    """A folding table whose rows can be chosen in numbers and dragged; `dropped` says where to."""

    dropped = Signal(object, object)
    """The editor let Nodes go at a Goal."""

    def __init__(self, theme: Theme, model: ArticlesModel) -> None:
        super().__init__(1.78, whole_heading=False)
        self.theme = theme
        self._articles = model
        self._carried: Nodes | None = None
        self._drop: Drop | None = None
        self._opening = QTimer(self, singleShot=True, interval=OPENS_AFTER)
        self._opening.timeout.connect(self._open_under_drag)
        self._over = -1
        self.setModel(model)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    # What is chosen

    def chosen_rows(self) -> list[int]:
        """Return the numbers of the rows that are chosen."""
        selection = self.selectionModel().selection()
        parts = [selection.at(number) for number in range(selection.count())]
        return [row for part in parts for row in range(part.top(), part.bottom() + 1)]

    def choose(self, rows: list[int], current: int | None) -> None:
        """Choose rows, and make `current` the one the keys go from."""
        chosen = QItemSelection()
        start = 0
        while start < len(rows):
            end = start
            while end + 1 < len(rows) and rows[end + 1] == rows[end] + 1:
                end += 1
            chosen.select(self._articles.index(rows[start], 0), self._articles.index(rows[end], 0))
            start = end + 1
        selection = self.selectionModel()
        if current is not None:
            index = self._articles.index(current, 0)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        selection.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Let Home and End go to the first and the last row; in a table they stay in theirs."""
        ends = {
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: self._articles.rowCount() - 1,
        }
        if action in ends:
            return self._articles.index(ends[action], 0)
        return super().moveCursor(action, modifiers)

    # Dragging

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: ARG002
        """Carry the chosen rows."""
        nodes = self._articles.nodes(self.chosen_rows())
        if not nodes.articles and not nodes.pieces:
            return
        carried = QMimeData()
        carried.setData(CARRIED, b"")
        drag = QDrag(self)
        drag.setMimeData(carried)
        drag.setPixmap(self._picture(nodes))
        drag.setHotSpot(QPoint(-12, -8))
        self.carry(nodes)
        drag.exec(Qt.DropAction.MoveAction)
        self.carry(None)

    def carry(self, nodes: Nodes | None) -> None:
        """Say what the drag over this list carries, None where it is over."""
        self._carried = nodes
        self._show_drop(None)

    def _picture(self, nodes: Nodes) -> QPixmap:
        """Draw what is carried: how much of what."""
        said = [self.tr("%n 篇", "", len(nodes.articles))] if nodes.articles else []
        said += [self.tr("%n 段", "", len(nodes.pieces))] if nodes.pieces else []
        text = "、".join(said)
        em = font_em(self.font())
        width = self.fontMetrics().horizontalAdvance(text) + round(em * 1.4)
        box = QRect(0, 0, width, round(em * 1.9))
        ratio = self.devicePixelRatioF()
        picture = QPixmap(box.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("accent"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(self.font())
        draw_line(painter, box.adjusted(round(em * 0.7), 0, 0, 0), text, self.theme.color("on-accent"))
        painter.end()
        return picture

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what comes from this list, and nothing else."""
        if self._carried is not None and event.mimeData().hasFormat(CARRIED):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would go, scroll at the edges, open folded articles."""
        if self._carried is None:
            event.ignore()
            return
        place = event.position().toPoint()
        self._show_drop(self._drop_at(place))
        self._scroll_near(place)
        row = self.rowAt(place.y())
        if row != self._over:
            self._over = row
            self._opening.start()
        if self._drop is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show no goal any more."""
        self._show_drop(None)
        self._opening.stop()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Let go: the list itself stays as it is until the page is another."""
        drop = self._drop_at(event.position().toPoint())
        nodes = self._carried
        self._opening.stop()
        self._show_drop(None)
        if drop is None or nodes is None:
            event.ignore()
            return
        event.acceptProposedAction()
        self.dropped.emit(nodes, drop.goal)

    def _drop_at(self, place: QPoint) -> Drop | None:
        if self._carried is None:
            return None
        row = self.rowAt(place.y())
        if row < 0:
            return drop_at(self._articles, self._carried, self._articles.rowCount(), 0.0)
        depth = (place.y() - self.rowViewportPosition(row)) / max(1, self.rowHeight(row))
        return drop_at(self._articles, self._carried, row, depth)

    def _scroll_near(self, place: QPoint) -> None:
        height, bar = self.viewport().height(), self.verticalScrollBar()
        edge = self.verticalHeader().defaultSectionSize()
        if place.y() < edge:
            bar.setValue(bar.value() - edge // 2)
        elif place.y() > height - edge:
            bar.setValue(bar.value() + edge // 2)

    def _open_under_drag(self) -> None:
        article = (
            self._articles.article_at(self._over) if 0 <= self._over < self._articles.rowCount() else None
        )
        if self._carried is not None and article not in (None, FURNITURE):
            self._articles.open_article(article, opened=True)

    def _show_drop(self, drop: Drop | None) -> None:
        if drop != self._drop:
            self._drop = drop
            self.viewport().update()
        if drop is None:
            self._over = -1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and over them where a drag would let go."""
        super().paintEvent(event)
        if self._drop is not None:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_drop(painter, self._drop)
            painter.end()

    def _paint_drop(self, painter: QPainter, drop: Drop) -> None:
        accent = self.theme.color("accent")
        painter.setPen(QPen(accent, 2))
        rows, height = self._articles.rowCount(), self.verticalHeader().defaultSectionSize()
        last = drop.row >= rows
        top = (self.rowViewportPosition(rows - 1) + height) if last else self.rowViewportPosition(drop.row)
        margin = cell_margin(self)
        width = self.viewport().width()
        if drop.box:
            painter.drawRoundedRect(QRect(2, top + 1, width - 4, height - 2), 4, 4)
            return
        between = isinstance(drop.goal, Between)
        left = margin // 2 if between else margin + round(font_em(self.font()) * 1.85)
        y = min(max(top, 3), self.viewport().height() - 3)
        painter.drawLine(left + 6, y, width - margin, y)
        painter.setBrush(self.theme.color("page"))
        painter.drawEllipse(QPoint(left + 3, y), 3, 3)
        if between and self._carried is not None and self._carried.pieces:
            self._paint_new(painter, y, width - margin)

    def _paint_new(self, painter: QPainter, y: int, right: int) -> None:
        """Say at the line that an article will be made here."""
        painter.setFont(scaled(self.font(), 0.82))
        text = self.tr("新稿")
        em = font_em(painter.font())
        width = painter.fontMetrics().horizontalAdvance(text) + round(em)
        box = QRect(right - width, y - round(em * 0.75), width, round(em * 1.5))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("accent"))
        painter.drawRoundedRect(box, 3, 3)
        draw_line(painter, box.adjusted(round(em * 0.5), 0, 0, 0), text, self.theme.color("on-accent"))
