"""How articles and pieces are painted in the tree."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from core.document.layout import ArticleId, PieceId
from core.document.role import HEADLINE_ROLES
from gui.panels.articles_model import ArticlesModel
from gui.panels.articles_shown import FURNITURE
from gui.panels.painting import (
    RIGHT,
    draw_chevron,
    draw_line,
    font_em,
    row_ground,
    row_height,
    scaled,
)
from gui.panels.views import Index, RowTree, cell_margin
from gui.role_names import role_sign
from gui.theme import Theme

JOINS = "⤴"


class ArticleDelegate(QStyledItemDelegate):
    """Paints an article with its colour, title, size and suspects, and its pieces with their roles."""

    def __init__(self, theme: Theme, model: ArticlesModel, view: RowTree) -> None:
        super().__init__(view)
        self.theme = theme
        self._model = model
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the height of a row: pieces stand closer than articles."""
        factor = 1.62 if index.parent().isValid() else 1.95
        return QSize(0, row_height(self._view.font(), factor))

    def sign_width(self) -> int:
        """Return how far from the left a click on an article folds or opens it, in pixels."""
        return cell_margin(self._view) + round(font_em(self._view.font()) * 0.8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a whole row."""
        painter.save()
        rect = QRect(0, option.rect.top(), self._view.viewport().width(), option.rect.height())
        hovered = self._view.hovered == index
        painter.fillRect(rect, row_ground(self.theme, option, hovered=hovered))
        painter.setFont(self._view.font())
        margin = cell_margin(self._view)
        inner = rect.adjusted(margin, 0, -margin, 0)
        piece = self._model.piece_at(index)
        article = self._model.article_at(index)
        if piece is not None:
            self._paint_piece(painter, inner, piece)
        elif article is not None:
            self._paint_bar(painter, inner, index, hovered=hovered)
            if article == FURNITURE:
                self._paint_furniture(painter, inner)
            else:
                self._paint_article(painter, inner, article)
        painter.restore()

    def _paint_bar(self, painter: QPainter, inner: QRect, index: Index, *, hovered: bool) -> None:
        em = font_em(self._view.font())
        article = self._model.article_at(index)
        color = (
            self.theme.color("furniture") if article == FURNITURE else self.theme.article_color(index.row())
        )
        if hovered and self._model.rowCount(index):
            center = QPointF(inner.left() + em * 0.16, inner.center().y() + 1)
            draw_chevron(painter, center, em * 0.6, color, opened=self._view.isExpanded(index))
            return
        bar = QRectF(inner.left(), 0, max(3.0, em * 0.3), inner.height() * 0.66)
        bar.moveTop(inner.top() + (inner.height() - bar.height()) / 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(bar, 1.5, 1.5)
        painter.restore()

    def _title_left(self, inner: QRect) -> int:
        return inner.left() + round(font_em(self._view.font()) * 0.95)

    def _paint_furniture(self, painter: QPainter, inner: QRect) -> None:
        small = scaled(self._view.font(), 0.86)
        lines = self.tr("%n 行", "", len(self._model.shown.layout.furniture))
        self._paint_name(
            painter,
            inner,
            self._model.title(FURNITURE),
            self._paint_right(painter, inner, [(lines, "text-muted")], small),
        )

    def _paint_name(
        self, painter: QPainter, inner: QRect, name: str, taken: int, *, strong: bool = False
    ) -> None:
        weight = QFont.Weight.DemiBold if strong else None
        painter.setFont(scaled(self._view.font(), 1.0, weight))
        left = self._title_left(inner)
        box = QRect(left, inner.top(), inner.right() - taken - left, inner.height())
        draw_line(painter, box, name, self.theme.color("text" if strong else "text-muted"))

    def _paint_article(self, painter: QPainter, inner: QRect, article: ArticleId) -> None:
        parts = [(self.tr("{0} 字").format(f"{self._model.shown.size(article):,}"), "text-muted")]
        count = self._model.shown.findings.get(article, 0)
        goes_on = self._model.shown.layout.articles[article].continued_to
        if count:
            parts += [(" · ", "text-muted"), (f"{count:,}", "suspect")]
        if goes_on:
            parts += [(" · ", "text-muted"), (f"→ {goes_on}", "text-muted")]
        taken = self._paint_right(painter, inner, parts, scaled(self._view.font(), 0.86))
        self._paint_name(painter, inner, self._model.title(article), taken, strong=True)

    def _paint_right(self, painter: QPainter, inner: QRect, parts: list[tuple[str, str]], font: QFont) -> int:
        """Paint words, each in its colour, up to the right end; return the room they take, gap included."""
        painter.setFont(font)
        right = inner.right()
        for text, color in reversed(parts):
            box = QRect(inner.left(), inner.top(), right - inner.left() + 1, inner.height())
            right -= draw_line(painter, box, text, self.theme.color(color), RIGHT)
        return inner.right() - right + round(font_em(font) * 0.7)

    def _paint_piece(self, painter: QPainter, inner: QRect, piece: PieceId) -> None:
        em = font_em(self._view.font())
        held = self._model.shown.layout.pieces[piece]
        sign = role_sign(held.role)
        small = scaled(self._view.font(), 0.82)
        side = round(em * 1.35)
        chip = QRect(self._title_left(inner) + round(em * 0.9), 0, side, side)
        chip.moveTop(inner.top() + (inner.height() - side) // 2)
        self._paint_chip(painter, chip, sign, small)
        left = chip.right() + round(em * 0.6)
        note = self._model.shown.notes.get(piece, "")
        taken = self._paint_right(painter, inner, [(note, "error")], small) if note else 0
        painter.setFont(self._view.font())
        if held.joins_previous:
            box = QRect(left, inner.top(), inner.right() - left, inner.height())
            left += draw_line(painter, box, JOINS, self.theme.color("join")) + round(em * 0.25)
        color = self.theme.color("text" if held.role in HEADLINE_ROLES else "text-muted")
        box = QRect(left, inner.top(), inner.right() - taken - left, inner.height())
        draw_line(painter, box, self._model.shown.preview(piece), color)

    def _paint_chip(self, painter: QPainter, chip: QRect, sign: str, font: QFont) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.theme.color("line"))
        painter.setBrush(self.theme.color("raised"))
        painter.drawRoundedRect(QRectF(chip).translated(0.5, 0.5), 3, 3)
        painter.setFont(font)
        painter.setPen(self.theme.color("text-muted"))
        painter.drawText(chip.translated(1, 0), int(Qt.AlignmentFlag.AlignCenter), sign)
        painter.restore()
